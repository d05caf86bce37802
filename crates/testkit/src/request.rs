//! What a client asks for first, and which protocol takes it.

use std::sync::Arc;

use speech::Moment;
use wire::{Accept, Head, HttpReply, Offer, Protocol, ProtocolCard, Route, RouteKind, unescaped_colons};

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

/// The protocol and the route that a request is for.
#[derive(Debug)]
pub struct Address<'a> {
    /// Which protocol.
    pub card: &'a ProtocolCard,
    route: &'a Route,
    head: Head,
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

    /// The route of `protocols` that it is for; `None` if none of them has such a path. Where several fit, the one with
    /// the fewest `{name}`s wins, as in the server.
    #[must_use]
    pub fn address<'a>(&self, protocols: &[&'a ProtocolCard]) -> Option<Address<'a>> {
        let (path, query) = self.target.split_once('?').unwrap_or((&self.target, ""));
        let path = &unescaped_colons(path).unwrap_or_else(|| path.to_owned());
        let routes = protocols.iter().flat_map(|card| card.routes.iter().map(|route| (*card, route)));
        let (card, route, params) = routes
            .filter(|(_, route)| route.kind == self.method.route_kind())
            .filter_map(|(card, route)| Some((card, route, parameters(route, path)?)))
            .min_by_key(|(_, route, params)| (route.path.contains("{*"), params.len()))?;
        let head = Head {
            path: path.to_owned(),
            params,
            query: pairs(query),
            headers: self.headers.clone(),
            request_id: "r".repeat(22),
            arrived: Moment::START,
        };
        Some(Address { card, route, head })
    }
}

impl Address<'_> {
    /// Knocks, where `offer` is what the server has on offer for this protocol.
    #[must_use]
    pub fn knock(self, offer: &Arc<Offer>) -> Answer {
        match (self.route.accept)(offer, self.head) {
            Accept::Stream(accepted) => Answer::Stream(accepted.protocol),
            Accept::Reply(reply) => Answer::Reply(reply),
        }
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

/// The values of the route's `{name}`s and of the `{*name}` at its end, if it has this path.
fn parameters(route: &Route, path: &str) -> Option<Vec<(String, String)>> {
    let Some((begin, tail)) = route.path.split_once("/{*") else { return segments(route.path, path) };
    let border = path.match_indices('/').map(|(at, _)| at).nth(begin.matches('/').count())?;
    let (head, rest) = (&path[..border], &path[border + 1..]);
    let mut found = segments(begin, head)?;
    found.push((tail.trim_end_matches('}').to_owned(), decoded(rest)));
    (!rest.is_empty()).then_some(found)
}

fn segments(pattern: &str, path: &str) -> Option<Vec<(String, String)>> {
    let mut found = Vec::new();
    let mut wanted = pattern.split('/');
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
        let rest = Route { path: "/v1/{*rest}", ..route };
        assert_eq!(parameters(&rest, "/v1/a/b:c"), Some(vec![("rest".into(), "a/b:c".into())]));
        assert_eq!(parameters(&rest, "/v1/"), None);
    }
}
