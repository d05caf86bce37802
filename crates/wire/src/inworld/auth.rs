//! Keys: as they are, or in base64 with a secret behind them, under either of two schemes.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use serde_json::json;
use speech::{KeyId, Refusal, RefusalKind};

use super::errors::{self, Code};
use crate::head::Head;
use crate::offer::Offer;

/// What a client without a key is told.
const MISSING: &str = "authentication is required";
/// What a client with a wrong key is told. The cloud repeats the beginning of the key; we never do.
const WRONG: &str = "Invalid credentials provided for API key";

/// Why a client has no access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Denied {
    /// It showed no key.
    Missing,
    /// It showed a wrong one.
    Wrong,
}

/// Checks the key of the `Authorization` header or, for browsers, of the `authorization` query value.
///
/// # Errors
/// [`Denied`].
pub(super) fn check(offer: &Offer, head: &Head) -> Result<KeyId, Denied> {
    let presented = head.header("authorization").or(head.query("authorization")).and_then(credential);
    let Some(presented) = presented else {
        return offer.keys.check(None).map_err(|_| Denied::Missing);
    };
    let decoded = decoded(presented);
    let whole = decoded.as_deref();
    let key = whole.and_then(|pair| pair.split_once(':')).map(|(key, _)| key);
    let mut readings = [Some(presented), whole, key].into_iter().flatten();
    readings.find_map(|reading| offer.keys.check(Some(reading)).ok()).ok_or(Denied::Wrong)
}

/// What follows the scheme; both schemes mean the same.
fn credential(header: &str) -> Option<&str> {
    let (scheme, credential) = header.trim().split_once(' ')?;
    let known = ["basic", "bearer"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    Some(credential.trim()).filter(|credential| known && !credential.is_empty())
}

fn decoded(credential: &str) -> Option<String> {
    let bytes = STANDARD.decode(credential).or_else(|_| STANDARD_NO_PAD.decode(credential)).ok()?;
    String::from_utf8(bytes).ok()
}

impl Denied {
    /// As an answer to a request: 401 for either.
    pub(super) fn refusal(self) -> Refusal {
        let message = match self {
            Self::Missing => MISSING,
            Self::Wrong => WRONG,
        };
        Refusal::new(RefusalKind::Unauthenticated, message)
    }

    /// As the frame that follows a client's first one, where the socket was opened to everybody.
    pub(super) fn frame(self) -> String {
        errors::top_level(&match self {
            Self::Missing => json!({
                "code": Code::Unauthenticated as u16,
                "message": MISSING,
                "details": [{"errorType": "SESSION_TOKEN_INVALID", "reconnectType": "NO_RETRY"}],
            }),
            Self::Wrong => errors::status(Code::PermissionDenied, WRONG),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_schemes_and_no_other() {
        assert_eq!(credential("Basic abc"), Some("abc"));
        assert_eq!(credential("bearer  abc "), Some("abc"));
        assert_eq!(credential("Digest abc"), None);
        assert_eq!(credential("abc"), None);
        assert_eq!(credential("Basic "), None);
    }

    #[test]
    fn a_pair_is_decoded_with_and_without_padding() {
        assert_eq!(decoded("azpz").as_deref(), Some("k:s"));
        assert_eq!(decoded("azpzZQ==").as_deref(), Some("k:se"));
        assert_eq!(decoded("azpzZQ").as_deref(), Some("k:se"));
        assert_eq!(decoded("k-123"), None);
    }
}
