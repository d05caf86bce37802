//! Health, and the things that this server has none of: cloned voices and pronunciation dictionaries.

use std::sync::Arc;

use serde_json::json;
use speech::{Refusal, RefusalKind};

use super::voices::answer;
use crate::card::Accept;
use crate::head::{Head, HttpReply};
use crate::offer::Offer;

/// `GET /waves/v1/health`: whoever reads this was answered. Needs no key.
pub(super) fn health(_offer: &Arc<Offer>, head: Head) -> Accept {
    Accept::Reply(HttpReply::json(200, &json!({"status": "ok"})).with_header("x-request-id", head.request_id))
}

/// `GET /waves/v1/voice-cloning`
pub(super) fn no_clones(offer: &Arc<Offer>, head: Head) -> Accept {
    Accept::Reply(answer(offer, &head, |_| Ok(json!({"data": []}))))
}

/// `GET /waves/v1/pronunciation-dicts`: a bare list.
pub(super) fn no_dictionaries(offer: &Arc<Offer>, head: Head) -> Accept {
    Accept::Reply(answer(offer, &head, |_| Ok(json!([]))))
}

/// Making and changing them.
pub(super) fn not_offered(offer: &Arc<Offer>, head: Head) -> Accept {
    Accept::Reply(answer(offer, &head, |_| {
        Err(Refusal::new(
            RefusalKind::Forbidden,
            "this server has no cloned voices and no pronunciation dictionaries",
        ))
    }))
}
