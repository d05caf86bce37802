//! Escapes that some clients write and the routes do not: `%3A` for a colon; see [`unescaped_colons`].

use axum::http::uri::{PathAndQuery, Uri};
use wire::unescaped_colons;

/// Replaces escaped colons in the path, and nothing else. The query stays as it is.
pub(crate) fn normalise(uri: &mut Uri) {
    let Some(path) = unescaped_colons(uri.path()) else { return };
    let target = match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    let mut parts = std::mem::take(uri).into_parts();
    // A colon is allowed wherever its escape was, so this cannot fail.
    parts.path_and_query = PathAndQuery::try_from(target).ok();
    *uri = Uri::from_parts(parts).unwrap_or_default();
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
