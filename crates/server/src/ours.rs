//! The addresses that are the server's own: health, readiness, metrics, voices, and what does not exist.

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use axum::routing::get;
use serde_json::json;
use wire::{HttpReply, Keys, ProtocolCard};

use crate::readiness::State;
use crate::routes::{not_allowed, problem, reply};
use crate::serve::Server;
use crate::voices;

/// Where we answer ourselves; for the page of what exists.
const OWN_PATHS: [&str; 4] = ["/healthz", "/readyz", "/metrics", "/syrinx/v1/voices"];
/// What Prometheus calls the text that we write.
const METRICS_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// The router that the protocols' addresses are added to.
pub(crate) fn router(server: &Arc<Server>) -> Router {
    let (readiness, metrics, list) = (Arc::clone(server), Arc::clone(server), Arc::clone(server));
    let protocols = server.protocols;
    Router::new()
        .route("/healthz", get(|| async { reply(HttpReply::json(200, &json!({"status": "alive"}))) }))
        .route("/readyz", get(move || async move { ready(readiness.readiness.state()) }))
        .route("/metrics", get(move || async move { measured(&metrics) }))
        .route("/syrinx/v1/voices", get(move |headers: HeaderMap| async move { listed(&list, &headers) }))
        .method_not_allowed_fallback(|| async { wrong_method() })
        .fallback(move |uri: Uri| async move { missing(protocols, &uri) })
}

fn ready(state: State) -> Response {
    let (status, body) = match state {
        State::Ready => (200, json!({"status": "ready"})),
        State::Warming => (503, json!({"status": "warming"})),
        State::Unable => {
            (503, json!({"status": "unable to speak", "reason": "the default voice cannot speak"}))
        }
        State::Closing => (503, json!({"status": "shutting down"})),
    };
    reply(HttpReply::json(status, &body))
}

fn measured(server: &Server) -> Response {
    let page = server.metrics.render(server.pool.load());
    reply(HttpReply {
        status: 200,
        headers: vec![("content-type", METRICS_TYPE.to_owned())],
        body: page.into_bytes(),
    })
}

fn listed(server: &Server, headers: &HeaderMap) -> Response {
    let header = |name: &str| headers.get(name)?.to_str().ok();
    let bearer = header("authorization").and_then(bearer);
    match server.keys.check(bearer.or(header("x-api-key"))) {
        Ok(_) => reply(HttpReply::json(200, &voices::json(&*server.voices))),
        Err(refusal) => {
            server.metrics.refused(refusal.kind);
            problem(StatusCode::UNAUTHORIZED, &refusal.message)
        }
    }
}

/// The name of a scheme has no case (RFC 9110, section 11.1).
fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim_start())
}

fn wrong_method() -> Response {
    not_allowed("this path takes GET", "GET, HEAD")
}

fn missing(protocols: &[&ProtocolCard], uri: &Uri) -> Response {
    let protocols = protocols.iter().map(|card| {
        let paths: Vec<_> = card.routes.iter().map(|route| route.path).collect();
        json!({"protocol": card.id.0, "title": card.title, "paths": paths})
    });
    let body = json!({
        "error": format!("there is nothing at {}", uri.path()),
        "protocols": protocols.collect::<Vec<_>>(),
        "server": OWN_PATHS,
    });
    reply(HttpReply::json(404, &body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_has_no_case() {
        for written in ["Bearer k", "bearer k", "BEARER  k"] {
            assert_eq!(bearer(written), Some("k"), "{written}");
        }
        assert_eq!(bearer("Basic k"), None);
        assert_eq!(bearer("Bearer"), None);
    }
}
