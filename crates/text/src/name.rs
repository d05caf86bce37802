//! Names with dots in them: addresses, domains, files, libraries.

use crate::abbreviation::{Complete, Listed, find};

/// Whether `token`, text without spaces, is an address, in which capitals after a mark mean nothing.
pub(crate) fn is_address(token: &str) -> bool {
    let path_after_dot = || token.find('.').is_some_and(|dot| token[dot..].contains('/'));
    let first_label =
        token.split('.').next().unwrap_or(token).trim_start_matches(|c: char| !c.is_alphanumeric());
    token.contains("://")
        || token.contains(['@', '\\', '_', '`'])
        || first_label.eq_ignore_ascii_case("www")
        || path_after_dot()
}

/// Whether `rest`, which follows a dot at once, begins with the ending of a name, as in `Node.JS` and `example.Com`.
pub(crate) fn is_name_ending(rest: &str) -> Listed {
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let complete = if length < rest.len() { Complete::Yes } else { Complete::NotYet };
    // No listed ending is longer, so a longer word needs no copy to be told apart.
    if length > LONGEST {
        return Listed::No;
    }
    find(NAME_ENDINGS, &rest[..length].to_ascii_lowercase(), complete)
}

/// Whether the last label of `name` is the ending of a name: then the dot after it may well be a full stop.
pub(crate) fn ends_as_name(name: &str) -> bool {
    let last = name.rsplit('.').next().unwrap_or(name);
    find(NAME_ENDINGS, &last.to_ascii_lowercase(), Complete::Yes) == Listed::Yes
}

const LONGEST: usize = 5;

/// Top-level domains and file endings that are no words with which a sentence could begin.
const NAME_ENDINGS: &[&str] = &[
    "ai", "au", "biz", "bmp", "br", "bz2", "ca", "cc", "cfg", "cgi", "ch", "cn", "co", "com", "cpp", "cs",
    "css", "csv", "db", "de", "dev", "dll", "doc", "docx", "edu", "es", "eu", "exe", "fm", "fr", "gif",
    "gov", "gz", "hpp", "htm", "html", "ini", "io", "ipynb", "jp", "jpeg", "jpg", "js", "json", "jsx", "kt",
    "md", "mkv", "mov", "mp3", "mp4", "net", "nl", "odt", "ogg", "org", "pdf", "php", "pl", "png", "ppt",
    "pptx", "psd", "py", "rb", "rs", "rst", "ru", "se", "sql", "svg", "tar", "tex", "tgz", "tiff", "toml",
    "ts", "tsx", "tv", "txt", "uk", "vbs", "wav", "webm", "webp", "wma", "xls", "xlsx", "xml", "xz", "yaml",
    "yml", "zip",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_known_by_their_marks() {
        for address in
            ["https://a.b", "www.Foo", "WWW.foo", "me@example.com", "example.com/search", "my_file", "(www"]
        {
            assert!(is_address(address), "{address}");
        }
        for word in ["there", "and/or", "example.com", "日本語で"] {
            assert!(!is_address(word), "{word}");
        }
    }

    #[test]
    fn endings_are_known_in_any_case_once_complete() {
        assert_eq!(is_name_ending("JS is"), Listed::Yes);
        assert_eq!(is_name_ending("J"), Listed::Perhaps);
        assert_eq!(is_name_ending("Jo"), Listed::No);
        assert_eq!(is_name_ending("Johannes"), Listed::No);
    }

    #[test]
    fn no_ending_is_longer_than_the_longest() {
        assert_eq!(NAME_ENDINGS.iter().map(|ending| ending.len()).max(), Some(LONGEST));
    }
}
