//! Escapes that some clients write and the routes do not: `%3A` for a colon.
//!
//! A colon may stand in a path as it is (RFC 3986, section 3.3), and the two spellings mean the same here. Some clients
//! build paths with a function that is meant for queries, which escapes it; the router compares letter for letter.

use axum::http::uri::{PathAndQuery, Uri};

/// Replaces escaped colons in the path, and nothing else. The query stays as it is.
pub(crate) fn normalise(uri: &mut Uri) {
    let Some(path) = unescaped(uri.path()) else { return };
    let target = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    let mut parts = std::mem::take(uri).into_parts();
    // A colon is allowed wherever its escape was, so this cannot fail.
    parts.path_and_query = PathAndQuery::try_from(target).ok();
    *uri = Uri::from_parts(parts).unwrap_or_default();
}

/// `None` if there is nothing to replace, as nearly always.
fn unescaped(path: &str) -> Option<String> {
    path.contains("%3").then(|| path.replace("%3A", ":").replace("%3a", ":"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normalised(text: &str) -> String {
        let mut uri = text.parse().unwrap();
        normalise(&mut uri);
        uri.to_string()
    }

    #[test]
    fn only_colons_in_the_path_are_replaced() {
        for (written, meant) in [
            ("/tts/v1/voice%3Astream", "/tts/v1/voice:stream"),
            ("/voice%3astream?model=a%3Ab", "/voice:stream?model=a%3Ab"),
            ("/a%2Fb%3Fc%3A", "/a%2Fb%3Fc:"),
            ("/%253A/plain", "/%253A/plain"),
            ("/plain?q=%3A", "/plain?q=%3A"),
            ("http://host:80/a%3Ab?c", "http://host:80/a:b?c"),
            ("/%3", "/%3"),
            ("*", "*"),
        ] {
            assert_eq!(normalised(written), meant, "{written}");
        }
    }
}
