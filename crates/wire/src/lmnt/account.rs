//! The account call, and the calls that this server does not offer.

use std::sync::Arc;

use serde_json::json;
use speech::{Refusal, RefusalKind};

use super::voices::Caller;
use crate::card::Accept;
use crate::head::Head;
use crate::offer::Offer;

/// The largest whole number that every JSON reader holds exactly: there is no quota.
const NO_LIMIT: u64 = (1 << 53) - 1;

/// `GET /v1/account`: nobody sells anything here, so the plan has no limit; the usage is that of this key since start.
pub(super) fn accept(offer: &Arc<Offer>, head: Head) -> Accept {
    let caller = Caller::of(&head);
    Accept::Reply(match offer.keys.check(head.header("x-api-key")) {
        Ok(key) => caller.reply(&json!({
            "plan": {"type": "self-hosted", "character_limit": NO_LIMIT, "commercial_use_allowed": true},
            "usage": {"characters": offer.keys.characters_spoken(key)},
        })),
        Err(refusal) => caller.refuse(&refusal),
    })
}

/// Cloning, changing and converting voices.
pub(super) fn not_offered(offer: &Arc<Offer>, head: Head) -> Accept {
    let caller = Caller::of(&head);
    let refusal = match offer.keys.check(head.header("x-api-key")) {
        Ok(_) => {
            Refusal::new(RefusalKind::Forbidden, "this server's voices cannot be added, changed or converted")
        }
        Err(refusal) => refusal,
    };
    Accept::Reply(caller.refuse(&refusal))
}
