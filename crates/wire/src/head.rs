//! The head of a request, and answers that need no speech.

use std::fmt;
use std::time::Duration;

use speech::Moment;

/// What is known of a request before its body or first frame.
///
/// Prints neither query nor headers, since they hold keys.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// The path as asked for, without the query.
    pub path: String,
    /// The values of the route's `{name}`s, decoded.
    pub params: Vec<(String, String)>,
    /// The query's pairs, decoded, in order.
    pub query: Vec<(String, String)>,
    /// The headers, names in lower case, values that are not text left out.
    pub headers: Vec<(String, String)>,
    /// A fresh random name for this request: 22 letters and digits.
    pub request_id: String,
    /// When it came.
    pub arrived: Moment,
}

/// The path with its escaped colons as they are, or `None` if it has none, as nearly always.
///
/// A colon may stand in a path unescaped (RFC 3986, section 3.3), and the two spellings mean the same here. Some clients
/// build paths with a function that is meant for queries, which escapes it; routes are compared letter for letter.
#[must_use]
pub fn unescaped_colons(path: &str) -> Option<String> {
    path.contains("%3").then(|| path.replace("%3A", ":").replace("%3a", ":"))
}

impl Head {
    /// The first header of this (lower-case) name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        first(&self.headers, name)
    }

    /// The first query value of this name.
    #[must_use]
    pub fn query(&self, name: &str) -> Option<&str> {
        first(&self.query, name)
    }

    /// The key of an `Authorization: Bearer` header.
    #[must_use]
    pub fn bearer(&self) -> Option<&str> {
        let (scheme, key) = self.header("authorization")?.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
    }

    /// The value of the route's `{name}`.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&str> {
        first(&self.params, name)
    }
}

fn first<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// An HTTP answer, or the beginning of one.
///
/// Prints the length of its body, since it may repeat the user's text.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpReply {
    /// The status code.
    pub status: u16,
    /// Names in lower case, and values.
    pub headers: Vec<(&'static str, String)>,
    /// The body, or its first bytes.
    pub body: Vec<u8>,
}

impl HttpReply {
    /// A JSON answer.
    #[must_use]
    pub fn json(status: u16, body: &serde_json::Value) -> Self {
        Self {
            status,
            headers: vec![("content-type", "application/json".to_owned())],
            body: body.to_string().into_bytes(),
        }
    }

    /// Adds a header.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Says when trying again makes sense, in whole seconds (RFC 9110, 10.2.3): never earlier than that.
    #[must_use]
    pub fn with_retry_after(self, wait: Duration) -> Self {
        let seconds = wait.as_millis().div_ceil(1_000).max(1);
        self.with_header("retry-after", seconds.to_string())
    }
}

impl fmt::Debug for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Head({}, {}, {} headers)", self.path, self.request_id, self.headers.len())
    }
}

impl fmt::Debug for HttpReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HttpReply({}, {} bytes)", self.status, self.body.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_told_to_come_back_too_early() {
        for (millis, told) in [(0, "1"), (999, "1"), (1_000, "1"), (1_001, "2"), (2_500, "3")] {
            let reply = HttpReply::json(429, &serde_json::Value::Null);
            let reply = reply.with_retry_after(Duration::from_millis(millis));
            assert_eq!(reply.headers.last(), Some(&("retry-after", told.to_owned())), "{millis}");
        }
    }
}
