//! Answers that a protocol gives at its door, before anybody speaks: those that decline are counted, and wrong keys are
//! logged.
//!
//! A protocol has words and codes of its own for each reason; what they have in common is the meaning of HTTP's (RFC 9110,
//! section 15.5), so the status is what is counted by.

use std::sync::Arc;

use speech::RefusalKind;
use wire::ProtocolId;

use crate::metrics::Metrics;
use crate::seldom::Seldom;

/// Takes note of such answers.
pub(crate) struct Declined {
    metrics: Arc<Metrics>,
    /// Of the wrong keys, those that get a log line.
    told: Seldom,
}

impl Declined {
    /// To count there.
    pub(crate) fn new(metrics: Arc<Metrics>) -> Self {
        Self { metrics, told: Seldom::default() }
    }

    /// A protocol answered a request at once.
    pub(crate) fn note(&self, protocol: ProtocolId, status: u16) {
        let Some(kind) = kind_of(status) else { return };
        self.metrics.refused(kind);
        let (protocol, reason) = (protocol.0, kind.name());
        let is_key = matches!(kind, RefusalKind::Unauthenticated | RefusalKind::Forbidden);
        match is_key.then(|| self.told.turn()).flatten() {
            Some(untold) => tracing::info!(protocol, status, reason, untold, "request was declined"),
            None => tracing::debug!(protocol, status, reason, "request was declined"),
        }
    }
}

/// What a status means, if it declines.
const fn kind_of(status: u16) -> Option<RefusalKind> {
    Some(match status {
        ..400 => return None,
        401 => RefusalKind::Unauthenticated,
        402 | 403 => RefusalKind::Forbidden,
        // What has a name at a door is a voice.
        404 => RefusalKind::UnknownVoice,
        408 => RefusalKind::IdleTimeout,
        413 | 414 | 431 => RefusalKind::LimitExceeded,
        405 | 406 | 415 | 501 => RefusalKind::Unsupported,
        429 | 503 => RefusalKind::Overloaded,
        400..500 => RefusalKind::InvalidValue,
        500.. => RefusalKind::EngineFailed,
    })
}
