//! What a session declines, in words for the client: the thing, the limit, what to do next.

use std::time::Duration;

use speech::{ContextId, Refusal, RefusalKind};

use crate::{CloseReason, Limits};

/// When a client that finds one server closing may try again: by then its requests reach another, or the next one.
const AFTER_SHUTDOWN: Duration = Duration::from_secs(1);

pub(crate) fn too_many_contexts(limits: &Limits) -> Refusal {
    let most = limits.contexts_per_connection;
    let message = format!("this connection has {most} open contexts, the most there may be; close one first");
    Refusal::new(RefusalKind::LimitExceeded, message)
}

pub(crate) fn already_open() -> Refusal {
    Refusal::new(
        RefusalKind::AlreadyOpen,
        "a context of this name is open; use another name, or close it first",
    )
}

pub(crate) fn shutting_down() -> Refusal {
    let message = "the server is closing and opens no new contexts; connect again";
    Refusal::new(RefusalKind::ShuttingDown, message).retry_after(AFTER_SHUTDOWN)
}

pub(crate) fn unknown_context() -> Refusal {
    Refusal::new(RefusalKind::UnknownContext, "no context of this name is open; open it first")
}

/// Declines text or settings for a context that speaks its last words and closes for this reason. Harms it in no way.
#[must_use]
pub fn closing_context(context: ContextId, reason: CloseReason) -> Refusal {
    match reason {
        CloseReason::Drained => {
            let message = "the server is closing and takes neither text nor settings; connect again";
            Refusal::new(RefusalKind::ShuttingDown, message).retry_after(AFTER_SHUTDOWN)
        }
        CloseReason::Finished | CloseReason::Cancelled => {
            let message = "this context is finished and takes neither text nor settings; open another one";
            Refusal::new(RefusalKind::UnknownContext, message)
        }
    }
    .about(context)
}

pub(crate) fn too_much_text(bytes: usize, limits: &Limits) -> Refusal {
    let most = limits.unspoken_bytes;
    let message =
        format!("{bytes} bytes of unspoken text exceed the limit of {most} for a context; send it slower");
    Refusal::new(RefusalKind::LimitExceeded, message)
}

pub(crate) fn too_many_acknowledgements(limits: &Limits) -> Refusal {
    let most = limits.pending_acknowledgements;
    let message =
        format!("{most} flushes, clears and updates of this context are unanswered, the most there may be");
    Refusal::new(RefusalKind::LimitExceeded, message)
}

pub(crate) fn overloaded(retry_after: Duration) -> Refusal {
    Refusal::new(RefusalKind::Overloaded, "no capacity to speak this now; try again later")
        .retry_after(retry_after)
}

pub(crate) fn engine_failed(message: String) -> Refusal {
    Refusal::new(RefusalKind::EngineFailed, message)
}
