//! Who may come in: a key in the header, or one in the query for clients that cannot set headers.

use speech::{KeyId, Refusal};

use crate::head::Head;
use crate::offer::Offer;

/// Checks both places, the header first; either is enough. The documentation calls the header mandatory and the query an
/// addition, and its own quickstart sends the query alone.
///
/// # Errors
/// [`RefusalKind::Unauthenticated`](speech::RefusalKind::Unauthenticated) if neither opens the door.
pub(super) fn check(offer: &Offer, head: &Head) -> Result<KeyId, Refusal> {
    offer.keys.check(head.bearer()).or_else(|refusal| match head.query("apiKey") {
        Some(key) => offer.keys.check(Some(key)),
        None => Err(refusal),
    })
}
