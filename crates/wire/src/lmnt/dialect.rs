//! Which of the three dialects a client speaks.

use speech::Refusal;

use crate::fields::Fields;

/// The three dialects. The first frame of a socket, or a header of an HTTP call, tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// No version at all, or `1.0`: flags instead of commands, extras paired with audio, errors are strings.
    Legacy,
    /// `protocol_version` 2: commands with nonces, errors are strings.
    Commands,
    /// `lmnt-version` 1.1 and later: every message has a `type`, errors are objects.
    Typed,
}

impl Dialect {
    /// Reads it from the first frame of a socket.
    pub(super) fn of_first_frame(fields: &Fields) -> Self {
        if is_typed(version(fields).as_deref()) || fields.text("type").is_ok_and(|kind| kind.is_some()) {
            Self::Typed
        } else if fields.integer("protocol_version").is_ok_and(|version| version == Some(2)) {
            Self::Commands
        } else {
            Self::Legacy
        }
    }

    /// Reads it from the `lmnt-version` header of an HTTP call.
    pub(super) fn of_header(version: Option<&str>) -> Self {
        if is_typed(version) { Self::Typed } else { Self::Legacy }
    }
}

/// A version that came as a number is as good as one that came as a string.
fn version(fields: &Fields) -> Option<String> {
    let text: Result<Option<&str>, Refusal> = fields.text("lmnt-version");
    match text {
        Ok(text) => text.map(str::to_owned),
        Err(_) => fields.value("lmnt-version").map(ToString::to_string),
    }
}

/// `1.1` and everything after it. The first version was also written as a date, `2025-09-25`.
fn is_typed(version: Option<&str>) -> bool {
    let mut parts = version.unwrap_or_default().trim().splitn(2, '.');
    let mut number = || parts.next().and_then(|part| part.parse::<u32>().ok());
    match (number(), number()) {
        (Some(major), Some(minor)) => (major, minor) >= (1, 1),
        // A date without dots is the first version, however large its year.
        (Some(major), None) => (2..1_000).contains(&major),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialect(json: &str) -> Dialect {
        Dialect::of_first_frame(&Fields::parse(json).unwrap())
    }

    #[test]
    fn the_first_frame_tells() {
        assert_eq!(dialect(r#"{"voice":"a"}"#), Dialect::Legacy);
        assert_eq!(dialect(r#"{"lmnt-version":"1.0"}"#), Dialect::Legacy);
        assert_eq!(dialect(r#"{"lmnt-version":"2025-09-25"}"#), Dialect::Legacy);
        assert_eq!(dialect(r#"{"protocol_version":2}"#), Dialect::Commands);
        assert_eq!(dialect(r#"{"lmnt-version":"1.1"}"#), Dialect::Typed);
        assert_eq!(dialect(r#"{"lmnt-version":"1.10","protocol_version":2}"#), Dialect::Typed);
        assert_eq!(dialect(r#"{"lmnt-version":1.2}"#), Dialect::Typed);
        assert_eq!(dialect(r#"{"lmnt-version":"2"}"#), Dialect::Typed);
        assert_eq!(dialect(r#"{"type":"init"}"#), Dialect::Typed);
    }
}
