//! From a request to the protocol that answers it.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{FromRequestParts, RawPathParams, Request, WebSocketUpgrade};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use session::Limits;
use tracing::field::Empty;
use tracing::{Instrument, Span};
use wire::{Accept, Accepted, Head, HttpReply, ProtocolCard, Route, RouteKind};

use crate::driver::Driver;
use crate::observer::Observed;
use crate::roll::{Member, NoEntry};
use crate::serve::Server;
use crate::{answer, body, ours, socket};

/// When a client that was turned away may come again, in seconds.
const RETRY_AFTER: &str = "1";
/// How many letters and digits a request id has.
const REQUEST_ID_LETTERS: usize = 22;

/// One of a protocol's addresses.
type Address = (&'static ProtocolCard, &'static Route);

/// Every address of every protocol, and our own.
pub fn router(server: &Arc<Server>) -> Router {
    let mut router = ours::router(server);
    for (path, addresses) in addresses(server.protocols) {
        let server = Arc::clone(server);
        let handler = move |params: Result<RawPathParams, RawPathParamsRejection>, request: Request| {
            let (server, addresses) = (Arc::clone(&server), Arc::clone(&addresses));
            async move {
                match params {
                    Ok(params) => dispatch(server, &addresses, params, request).await,
                    Err(rejection) => problem(rejection.status(), "a part of the path is not UTF-8"),
                }
            }
        };
        router = router.route(path, any(handler));
    }
    router
}

/// All addresses, those of one path together.
fn addresses(protocols: &[&'static ProtocolCard]) -> Vec<(&'static str, Arc<[Address]>)> {
    let all: Vec<Address> =
        protocols.iter().flat_map(|card| card.routes.iter().map(|route| (*card, route))).collect();
    let mut paths: Vec<_> = all.iter().map(|(_, route)| route.path).collect();
    paths.sort_unstable();
    paths.dedup();
    let at = |path: &str| all.iter().filter(|(_, route)| route.path == path).copied().collect();
    paths.into_iter().map(|path| (path, at(path))).collect()
}

async fn dispatch(
    server: Arc<Server>,
    addresses: &[Address],
    params: RawPathParams,
    request: Request,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let upgrade = is_upgrade(&parts);
    let Some(&(card, route)) =
        addresses.iter().find(|(_, route)| matches(route.kind, &parts.method, upgrade))
    else {
        return wrong_method(addresses);
    };
    let offer = server.offers.of(card);
    let accepted = match (route.accept)(&offer, head(&server, &parts, &params)) {
        Accept::Reply(answer) => {
            server.declined.note(card.id, answer.status);
            return reply(answer);
        }
        Accept::Stream(accepted) => accepted,
    };
    let member = match server.roll.enter(card.id) {
        Ok(member) => member,
        Err(reason) => return turned_away(reason),
    };
    let call = Call { server: &server, limits: &offer.limits, accepted, member };
    if route.kind == RouteKind::Socket {
        match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
            Ok(upgrade) => call.open_socket(upgrade),
            Err(rejection) => no_upgrade(&rejection),
        }
    } else {
        match body::read(&offer.limits, route.kind, body).await {
            Ok(body) => call.answer(&body).await,
            Err(error) => {
                server.metrics.refused(error.kind());
                error.answer()
            }
        }
    }
}

/// A request that was let in.
struct Call<'a> {
    server: &'a Server,
    /// Those of its protocol.
    limits: &'a Arc<Limits>,
    accepted: Accepted,
    member: Member,
}

impl Call<'_> {
    fn open_socket(self, upgrade: WebSocketUpgrade) -> Response {
        let upgrade = upgrade.protocols(self.accepted.subprotocol);
        let upgrade = socket::tune(upgrade, self.limits);
        let (driver, span, member) = self.connect();
        upgrade.on_upgrade(|socket| Box::pin(socket::serve(socket, driver, member).instrument(span)))
    }

    async fn answer(self, body: &[u8]) -> Response {
        let (driver, span, member) = self.connect();
        answer::speak(driver, member, body).instrument(span).await
    }

    /// Everything that a connection needs.
    fn connect(self) -> (Box<Driver>, Span, Member) {
        let Self { server, limits, accepted, member } = self;
        let span = span(&member, &accepted.notes);
        let (metrics, keys) = (Arc::clone(&server.metrics), Arc::clone(&server.keys));
        let observed = Observed::new(accepted.protocol, metrics, keys, span.clone());
        let metrics = Arc::clone(&server.metrics);
        let driver = Driver::new(Box::new(observed), &member, Arc::clone(limits), &server.pool, metrics);
        (Box::new(driver), span, member)
    }
}

/// What every log line of a connection says of it.
fn span(member: &Member, notes: &str) -> Span {
    let (id, protocol) = (member.id, member.protocol.0);
    let span = tracing::info_span!("connection", %id, protocol, key = Empty, notes = Empty);
    if !notes.is_empty() {
        span.record("notes", kept(notes));
    }
    span
}

/// As much of the notes as is kept, cut between two characters.
fn kept(notes: &str) -> &str {
    &notes[..notes.floor_char_boundary(Accepted::NOTES_BYTES)]
}

fn no_upgrade(rejection: &WebSocketUpgradeRejection) -> Response {
    let message = format!("WebSocket upgrade is not possible: {}", rejection.body_text());
    problem(rejection.status(), &message)
}

fn is_upgrade(parts: &Parts) -> bool {
    let value = parts.headers.get(header::UPGRADE).map(|value| value.as_bytes().to_ascii_lowercase());
    value.is_some_and(|value| value == b"websocket")
}

fn matches(kind: RouteKind, method: &Method, upgrade: bool) -> bool {
    match kind {
        RouteKind::Socket => upgrade && *method == Method::GET,
        RouteKind::Get => !upgrade && *method == Method::GET,
        RouteKind::Post => *method == Method::POST,
        RouteKind::Put => *method == Method::PUT,
        RouteKind::Delete => *method == Method::DELETE,
    }
}

const fn method_of(kind: RouteKind) -> &'static str {
    match kind {
        RouteKind::Socket => "a WebSocket upgrade",
        RouteKind::Get => "GET",
        RouteKind::Post => "POST",
        RouteKind::Put => "PUT",
        RouteKind::Delete => "DELETE",
    }
}

const fn http_method(kind: RouteKind) -> &'static str {
    match kind {
        RouteKind::Socket => "GET",
        RouteKind::Get | RouteKind::Post | RouteKind::Put | RouteKind::Delete => method_of(kind),
    }
}

fn wrong_method(addresses: &[Address]) -> Response {
    let takes: Vec<_> = addresses.iter().map(|(_, route)| method_of(route.kind)).collect();
    let allowed: BTreeSet<_> = addresses.iter().map(|(_, route)| http_method(route.kind)).collect();
    let allowed: Vec<_> = allowed.into_iter().collect();
    not_allowed(&format!("this path takes {}", takes.join(", ")), &allowed.join(", "))
}

/// 405 names the methods that there are (RFC 9110, section 15.5.6).
pub(crate) fn not_allowed(message: &str, allowed: &str) -> Response {
    let body = serde_json::json!({ "error": message });
    reply(HttpReply::json(StatusCode::METHOD_NOT_ALLOWED.as_u16(), &body).with_header("allow", allowed))
}

fn turned_away(reason: NoEntry) -> Response {
    let message = match reason {
        NoEntry::Full => "as many clients are connected as the server may have; try again later",
        NoEntry::Draining => "server is shutting down",
    };
    let mut response = problem(StatusCode::SERVICE_UNAVAILABLE, message);
    response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static(RETRY_AFTER));
    response
}

/// An error in plain JSON, where no protocol has a say.
pub(crate) fn problem(status: StatusCode, message: &str) -> Response {
    reply(HttpReply::json(status.as_u16(), &serde_json::json!({ "error": message })))
}

/// A whole answer.
pub(crate) fn reply(reply: HttpReply) -> Response {
    let body = Body::from(reply.body);
    headed(reply.status, &reply.headers, body)
}

/// An answer with any body.
pub(crate) fn headed(status: u16, headers: &[(&'static str, String)], body: Body) -> Response {
    let mut builder = Response::builder().status(status);
    for (name, value) in headers {
        builder = builder.header(*name, value);
    }
    builder.body(body).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn head(server: &Server, parts: &Parts, params: &RawPathParams) -> Head {
    let text = |(name, value): (&header::HeaderName, &header::HeaderValue)| {
        Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
    };
    let query = parts.uri.query().unwrap_or_default();
    Head {
        path: parts.uri.path().to_owned(),
        params: params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        query: form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
        headers: parts.headers.iter().filter_map(text).collect(),
        request_id: request_id(),
        arrived: server.pool.clock().now(),
    }
}

/// Letters and digits from the system's randomness: names, not secrets.
fn request_id() -> String {
    const LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let mut random = [0; REQUEST_ID_LETTERS];
    // Without randomness all names would be alike, which harms nobody.
    let _ = getrandom::fill(&mut random);
    random.iter().map(|&byte| char::from(LETTERS[usize::from(byte) % LETTERS.len()])).collect()
}

#[cfg(test)]
mod tests {
    use wire::PROTOCOLS;

    use super::*;

    #[test]
    fn notes_are_cut_between_two_characters() {
        assert_eq!(kept("region=eu"), "region=eu");
        let long = format!("{}é", "a".repeat(Accepted::NOTES_BYTES - 1));
        assert_eq!(kept(&long), &long[..Accepted::NOTES_BYTES - 1]);
        assert_eq!(kept(&"a".repeat(9_000)).len(), Accepted::NOTES_BYTES);
    }

    #[test]
    fn request_ids_are_22_letters_or_digits_and_fresh() {
        let (one, other) = (request_id(), request_id());
        assert_eq!(one.len(), REQUEST_ID_LETTERS);
        assert!(one.chars().all(|letter| letter.is_ascii_alphanumeric()));
        assert_ne!(one, other);
    }

    #[test]
    fn every_route_of_every_protocol_has_an_address() {
        let routes: usize = PROTOCOLS.iter().map(|card| card.routes.len()).sum();
        assert_eq!(addresses(PROTOCOLS).iter().map(|(_, at)| at.len()).sum::<usize>(), routes);
    }
}
