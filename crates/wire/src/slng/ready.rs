//! The answer to an `init`.

use serde_json::{Map, Value};

/// What it holds: the connection's name, in the two forms that the wire knows.
pub(super) fn fields(request_id: &str) -> Map<String, Value> {
    let pairs = [
        ("type", "ready".to_owned()),
        ("session_id", format!("sess_{request_id}")),
        ("slng_request_id", format!("req_{request_id}")),
    ];
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect()
}
