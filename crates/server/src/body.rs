//! Reads the body of a request, within bounds of size and time.

use axum::body::Body;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::StatusCode;
use axum::response::Response;
use bytes::Bytes;
use session::Limits;
use speech::RefusalKind;
use wire::RouteKind;

use crate::routes::problem;

/// Why there is no body to go by.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum BodyError {
    /// More bytes than this.
    #[error("request body exceeds the limit of {0} bytes")]
    TooLarge(usize),
    /// It took too long.
    #[error("request body did not arrive in time")]
    Late,
    /// The client stopped in the middle, or does not keep to HTTP.
    #[error("request body is broken or incomplete")]
    Broken,
}

impl BodyError {
    /// What it counts as.
    pub(crate) const fn kind(&self) -> RefusalKind {
        match self {
            Self::TooLarge(_) => RefusalKind::LimitExceeded,
            Self::Late => RefusalKind::IdleTimeout,
            Self::Broken => RefusalKind::Malformed,
        }
    }

    /// What the client reads: no protocol has a say before it has heard the body.
    pub(crate) fn answer(&self) -> Response {
        let status = match self {
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Late => StatusCode::REQUEST_TIMEOUT,
            Self::Broken => StatusCode::BAD_REQUEST,
        };
        problem(status, &self.to_string())
    }
}

/// All of it; empty where this kind of call has none.
///
/// # Errors
/// [`BodyError`].
pub(crate) async fn read(limits: &Limits, kind: RouteKind, body: Body) -> Result<Bytes, BodyError> {
    if matches!(kind, RouteKind::Get | RouteKind::Delete) {
        return Ok(Bytes::new());
    }
    let most = limits.body_bytes;
    let mut request = Request::new(body);
    DefaultBodyLimit::max(most).apply(&mut request);
    match tokio::time::timeout(limits.first_message_wait, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(rejection)) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            Err(BodyError::TooLarge(most))
        }
        Ok(Err(_)) => Err(BodyError::Broken),
        Err(_) => Err(BodyError::Late),
    }
}
