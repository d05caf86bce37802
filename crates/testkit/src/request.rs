//! What a client asks for first, and which protocol takes it.

use std::sync::Arc;

use speech::Moment;
use wire::{Accept, Head, HttpReply, Offer, Protocol, ProtocolCard, Route, RouteKind};

/// The head of a request, as a client writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// How.
    pub method: Method,
    /// Path and query, percent-encoded.
    pub target: String,
    /// Names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// The body, for the methods that have one.
    pub body: String,
}

/// How a client asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A WebSocket upgrade.
    Connect,
    /// HTTP GET.
    Get,
    /// HTTP POST.
    Post,
    /// HTTP PUT.
    Put,
    /// HTTP DELETE.
    Delete,
}

/// What became of a request.
pub enum Answer {
    /// A protocol speaks with it.
    Stream(Box<dyn Protocol>),
    /// It was answered at once.
    Reply(HttpReply),
}

impl Request {
    /// Opens a WebSocket.
    #[must_use]
    pub fn connect(target: &str) -> Self {
        Self { method: Method::Connect, target: target.into(), headers: Vec::new(), body: String::new() }
    }

    /// Adds a header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_lowercase(), value.to_owned()));
        self
    }

    /// Knocks at the routes of `protocols`; `None` if none of them has such a path.
    #[must_use]
    pub fn knock(&self, protocols: &[&ProtocolCard], offer: &Arc<Offer>) -> Option<Answer> {
        let (path, query) = self.target.split_once('?').unwrap_or((&self.target, ""));
        let routes = protocols.iter().flat_map(|card| card.routes);
        let (route, params) = routes
            .filter(|route| route.kind == self.method.route_kind())
            .find_map(|route| Some((route, parameters(route, path)?)))?;
        let head = Head {
            path: path.to_owned(),
            params,
            query: pairs(query),
            headers: self.headers.clone(),
            request_id: "r".repeat(22),
            arrived: Moment::START,
        };
        Some(match (route.accept)(offer, head) {
            Accept::Stream(protocol) => Answer::Stream(protocol),
            Accept::Reply(reply) => Answer::Reply(reply),
        })
    }
}

impl Method {
    fn route_kind(self) -> RouteKind {
        match self {
            Self::Connect => RouteKind::Socket,
            Self::Get => RouteKind::Get,
            Self::Post => RouteKind::Post,
            Self::Put => RouteKind::Put,
            Self::Delete => RouteKind::Delete,
        }
    }
}

/// The values of the route's `{name}`s, if it has this path.
fn parameters(route: &Route, path: &str) -> Option<Vec<(String, String)>> {
    let mut found = Vec::new();
    let mut wanted = route.path.split('/');
    for part in path.split('/') {
        let wanted = wanted.next()?;
        match wanted.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) => found.push((name.to_owned(), decoded(part))),
            None if wanted == part => {}
            None => return None,
        }
    }
    wanted.next().is_none().then_some(found)
}

fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decoded(&name.replace('+', " ")), decoded(&value.replace('+', " "))))
        .collect()
}

/// Percent-decoding; what is no escape stays.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let escape = if *first == b'%' { tail.get(..2) } else { None };
        let byte = escape.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_decoded_and_others_stay() {
        assert_eq!(decoded("a%20b%2Fc%zz%4"), "a b/c%zz%4");
        assert_eq!(
            pairs("a=1+2&b&c=%3D"),
            [("a", "1 2"), ("b", ""), ("c", "=")].map(|(a, b)| (a.into(), b.into()))
        );
    }

    #[test]
    fn a_route_takes_whole_paths_only() {
        let route = Route {
            kind: RouteKind::Get,
            path: "/v1/{id}/x",
            accept: |_, _| Accept::Reply(HttpReply { status: 200, headers: Vec::new(), body: Vec::new() }),
        };
        assert_eq!(parameters(&route, "/v1/a%20b/x"), Some(vec![("id".into(), "a b".into())]));
        assert_eq!(parameters(&route, "/v1/a"), None);
        assert_eq!(parameters(&route, "/v1/a/x/y"), None);
    }
}
