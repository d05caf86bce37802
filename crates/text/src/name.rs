//! Names with dots in them: addresses, domains, files, libraries.

use crate::abbreviation::{Complete, Listed, find};
use crate::effort::spend;
use crate::word::Sort;

/// Whether a text without spaces is an address, in which capitals after a mark mean nothing; kept up while it grows.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Address {
    /// Something showed that it is.
    known: bool,
    scheme: Scheme,
    /// Byte of the first letter or digit, if it stands before the first dot.
    label: Option<usize>,
    /// Byte of the first dot.
    dot: Option<usize>,
}

/// How much of `://` stands at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Scheme {
    #[default]
    Nothing,
    Colon,
    ColonSlash,
}

impl Address {
    /// The text grows by `c`, of this sort, which stands at byte `at`.
    pub(crate) fn pass(&mut self, at: usize, c: char, sort: Sort) {
        let slash = c == '/' && (self.scheme == Scheme::ColonSlash || self.dot.is_some());
        self.known |= slash || matches!(c, '@' | '\\' | '_' | '`');
        self.scheme = match (self.scheme, c) {
            (_, ':') => Scheme::Colon,
            (Scheme::Colon, '/') => Scheme::ColonSlash,
            (Scheme::Nothing | Scheme::Colon | Scheme::ColonSlash, _) => Scheme::Nothing,
        };
        if self.dot.is_none() {
            if c == '.' {
                self.dot = Some(at);
            } else if self.label.is_none() && sort != Sort::Other {
                self.label = Some(at);
            }
        }
    }

    /// Whether the text is an address that ends where `text` does.
    pub(crate) fn is_complete(&self, text: &str) -> bool {
        let first_label = self.label.map_or("", |label| &text[label..self.dot.unwrap_or(text.len())]);
        self.known || first_label.eq_ignore_ascii_case("www")
    }
}

/// Whether `rest`, which follows a dot at once, begins with the ending of a name, as in `Node.JS` and `example.Com`.
pub(crate) fn is_name_ending(rest: &str) -> Listed {
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    spend(length);
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
    spend(last.len());
    last.len() <= LONGEST && find(NAME_ENDINGS, &last.to_ascii_lowercase(), Complete::Yes) == Listed::Yes
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

    fn is_address(text: &str) -> bool {
        let mut address = Address::default();
        text.char_indices().for_each(|(at, c)| address.pass(at, c, Sort::of(c)));
        address.is_complete(text)
    }

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
    fn the_endings_are_sorted_and_none_is_longer_than_the_longest() {
        assert!(NAME_ENDINGS.is_sorted());
        assert_eq!(NAME_ENDINGS.iter().map(|ending| ending.len()).max(), Some(LONGEST));
    }
}
