//! E-mail and web addresses in running text.

use crate::parse::is_unspaced;

/// Where the parts of a web address are, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Url {
    /// Where the host begins: behind `https://`.
    pub(crate) host: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// Where the address ends, without the marks of the sentence around it.
    pub(crate) length: usize,
}

/// Ways to fetch a thing, which nobody says.
const SCHEMES: &[&str] = &["https://", "http://", "ftp://", "ftps://", "ws://", "wss://"];

/// Endings of hosts that are met in running text without `www` or a scheme, and are not words that begin a sentence
/// (`it`, `is`, `so`) behind a full stop without a space. Source: IANA's list of top-level domains, 2026.
const DOMAINS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "io", "dev", "app", "ai", "co", "tv",
    "fm", "xyz", "online", "site", "store", "shop", "tech", "blog", "cloud", "coffee", "news", "wiki",
    "live", "club", "page", "link", "games", "media", "design", "agency", "email", "space", "world",
    "museum", "jobs", "eu", "uk", "de", "fr", "nl", "es", "pt", "pl", "ru", "tr", "jp", "kr", "cn", "tw",
    "hk", "br", "mx", "ar", "cl", "ca", "au", "nz", "ch", "se", "dk", "fi", "cz", "sk", "hu", "ro", "bg",
    "gr", "ie", "ua", "ly", "sg", "za", "ir", "eg", "sa", "ae", "il", "example", "test", "local", "рф",
];

/// Endings of hosts that are words as well: only with a path behind, or `www`, a scheme or several labels before.
const AMBIGUOUS: &[&str] = &[
    "it", "is", "in", "me", "so", "to", "at", "be", "am", "us", "my", "no", "do", "by", "cc", "gg", "id",
    "st", "gl", "la",
];

/// Longer names before the `@` than this are none (RFC 5321, 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// The e-mail address with which `text` begins: the bytes before the `@`, and of the whole.
pub(crate) fn email(text: &str) -> Option<(usize, usize)> {
    let is_local = |c: char| is_of_name(c) || matches!(c, '.' | '_' | '-' | '+' | '%' | '\'');
    let local = text.find(|c| !is_local(c)).filter(|at| (1..=LONGEST_LOCAL).contains(at))?;
    let host = text[local..].strip_prefix('@')?;
    let length = host_length(host)?;
    let ending = host[..length].rsplit('.').next().unwrap_or_default();
    (ending.len() < length && ending.starts_with(char::is_alphabetic)).then_some((local, local + 1 + length))
}

/// The web address with which `text` begins.
pub(crate) fn url(text: &str) -> Option<Url> {
    let scheme =
        SCHEMES.iter().find(|scheme| starts_ignoring_case(text, scheme)).map_or(0, |scheme| scheme.len());
    let length = host_length(&text[scheme..])?;
    let name = &text[scheme..scheme + length];
    let end = scheme + length;
    let whole = end + port(&text[end..]);
    let whole = whole + path(&text[whole..]);
    let sure = scheme > 0 || is_sure(name, &text[end..]);
    sure.then_some(Url { host: scheme, end, length: whole })
}

/// Whether a host is one without a scheme before it.
fn is_sure(name: &str, behind: &str) -> bool {
    if name == "localhost" {
        return behind.starts_with([':', '/']);
    }
    let Some((before, ending)) = name.rsplit_once('.') else { return false };
    let small = ending.to_lowercase();
    let same_case = ending == small || name == name.to_uppercase();
    let listed = DOMAINS.contains(&small.as_str());
    let long = name == name.to_lowercase() && before.split('.').filter(|label| label.len() > 1).count() > 1;
    let ambiguous =
        AMBIGUOUS.contains(&small.as_str()) && (behind.starts_with('/') || name.starts_with("www.") || long);
    same_case && before.contains(char::is_alphabetic) && (listed || ambiguous)
}

/// The labels with full stops between, with which `text` begins.
fn host_length(text: &str) -> Option<usize> {
    let is_host = |c: char| is_of_name(c) || matches!(c, '.' | '-' | '_');
    let all = &text[..text.find(|c| !is_host(c)).unwrap_or(text.len())];
    let name = all.trim_end_matches(['.', '-', '_']);
    let labels_are_sound = name.split('.').all(|label| !label.is_empty() && !label.starts_with('-'));
    (!name.is_empty() && labels_are_sound).then_some(name.len())
}

/// Letters and digits, but for those of scripts that put no spaces around an address.
fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() && !is_unspaced(c)
}

/// `:8080`.
fn port(text: &str) -> usize {
    let digits =
        text.strip_prefix(':').map_or(0, |rest| rest.chars().take_while(char::is_ascii_digit).count());
    if (1..=5).contains(&digits) { digits + 1 } else { 0 }
}

/// Path, question and fragment, without what belongs to the sentence.
fn path(text: &str) -> usize {
    if !text.starts_with(['/', '?', '#']) {
        return 0;
    }
    let ends = |c: char| {
        c.is_whitespace()
            || is_unspaced(c)
            || matches!(
                c,
                '<' | '>' | '"' | '“' | '”' | '«' | '»' | '`' | '|' | '，' | '。' | '、' | '）' | '」'
            )
    };
    let mut all = &text[..text.find(ends).unwrap_or(text.len())];
    loop {
        let bare = all.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '…', '*']);
        let unopened = bare.strip_suffix(')').filter(|inner| !inner.contains('('));
        let unopened = unopened.or_else(|| bare.strip_suffix(']').filter(|inner| !inner.contains('[')));
        match unopened {
            Some(inner) => all = inner,
            None => return bare.len(),
        }
    }
}

fn starts_ignoring_case(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        url(text).map(|url| &text[..url.length])
    }

    #[test]
    fn several_labels_show_a_host() {
        assert!(url("il-mio.orto.it").is_some() && url("mio.it").is_none() && url("Fine.Poi.it").is_none());
    }

    #[test]
    fn an_address_ends_before_the_marks_of_the_sentence() {
        assert_eq!(found("https://example.org/a?b=1). Then"), Some("https://example.org/a?b=1"));
        assert_eq!(found("en.example.org/wiki/A_(letter), too"), Some("en.example.org/wiki/A_(letter)"));
        assert_eq!(found("example.com."), Some("example.com"));
        assert_eq!(found("localhost:8080/x"), Some("localhost:8080/x"));
    }

    #[test]
    fn a_full_stop_without_a_space_makes_no_address() {
        for none in ["works.Then", "no.it is", "e.g.this", "3.com5", "Node.js", "end.", "localhost"] {
            assert_eq!(found(none), None, "{none}");
        }
        assert_eq!(found("t.me/news"), Some("t.me/news"));
    }

    #[test]
    fn mail_has_a_name_and_a_host() {
        assert_eq!(email("jo.x+y@mail.example.org."), Some((6, 23)));
        for none in ["@example.org", "jo@home", "jo @example.org", "a@.org"] {
            assert_eq!(email(none), None, "{none}");
        }
    }
}
