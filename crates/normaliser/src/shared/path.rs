//! Paths and file names: `/var/log/app.log`, `C:\Temp`, `../x.svg`, `main.rs`, `*.tmp`, `.env`.

use crate::customs::Customs;
use crate::place::Place;
use crate::rule::Said;
use crate::shared::pieces::{self, Role};

/// Endings of file names that are met in running text. In lower case.
const ENDINGS: &[&str] = &[
    "txt", "md", "rst", "pdf", "doc", "docx", "odt", "rtf", "tex", "csv", "tsv", "xls", "xlsx", "ods", "ppt",
    "pptx", "html", "htm", "css", "scss", "js", "mjs", "jsx", "ts", "tsx", "vue", "json", "jsonl", "xml",
    "yaml", "yml", "toml", "ini", "cfg", "conf", "env", "lock", "log", "sql", "db", "py", "ipynb", "rs",
    "go", "c", "h", "cc", "cpp", "hpp", "java", "jar", "kt", "swift", "rb", "php", "pl", "lua", "sh", "bash",
    "zsh", "bat", "ps1", "exe", "dll", "so", "dmg", "iso", "apk", "deb", "rpm", "bin", "dat", "bak", "old",
    "tmp", "out", "zip", "tar", "gz", "bz2", "xz", "7z", "rar", "png", "jpg", "jpeg", "gif", "svg", "webp",
    "bmp", "tiff", "ico", "psd", "mp3", "mp4", "wav", "flac", "ogg", "m4a", "avi", "mkv", "mov", "webm",
    "ttf", "woff", "wasm", "key", "pem", "crt",
];

/// Folders at the root of a machine or a service, which make a path of one step.
const ROOTS: &[&str] = &[
    "bin", "boot", "dev", "etc", "home", "lib", "mnt", "opt", "proc", "root", "sbin", "srv", "sys", "tmp",
    "usr", "var", "api",
];

/// A path: it begins at the root, at home, here, above or on a drive, or leads to a file.
pub(crate) fn path(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if !stands_free(place) {
        return None;
    }
    let written = whole(place.rest());
    is_path(written).then(|| say(written, customs)).flatten()
}

/// A name of a file: it has an ending that people know, or is one of those that begin with a full stop.
pub(crate) fn file_name(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let written = whole(place.rest());
    let name = written.strip_prefix("*.").unwrap_or(written);
    let hidden = name.strip_prefix('.').is_some_and(is_hidden);
    let known = hidden || has_ending(written) || (name != written && !name.is_empty());
    let simple = !written.contains(['/', '\\', ':', '~', '=']);
    (known && simple && stands_free(place)).then(|| say(written, customs)).flatten()
}

fn say(written: &str, customs: &Customs) -> Option<Said> {
    customs.mark('.').map(|_| Said::new(written.len(), pieces::say(written, Role::Ending, customs)))
}

fn is_path(written: &str) -> bool {
    let mut steps = written.split(['/', '\\']).filter(|step| !step.is_empty());
    let leads = |start: &str| {
        written
            .strip_prefix(start)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '.'))
    };
    let drive =
        written.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) && written[1..].starts_with(":\\");
    if ["~/", "./", "../", "\\\\"].into_iter().any(leads) || written.starts_with("../../") || drive {
        return true;
    }
    if leads("/") {
        let first = steps.next().unwrap_or_default();
        return steps.next().is_some() || ROOTS.contains(&first) || has_ending(first);
    }
    written.contains('/') && written.starts_with(char::is_alphabetic) && has_ending(written)
}

/// Whether a name ends as files do, in letters of one case.
fn has_ending(name: &str) -> bool {
    let Some((before, ending)) = name.rsplit_once('.') else { return false };
    let long = ending.len() > 2 && ending.to_uppercase() == ending;
    let same_case = ending.to_lowercase() == ending || long;
    let named = before.len() > 1 || ending.len() > 1;
    let known = ENDINGS.contains(&ending.to_lowercase().as_str());
    same_case
        && named
        && known
        && before.ends_with(char::is_alphanumeric)
        && before.contains(char::is_alphabetic)
}

fn is_hidden(name: &str) -> bool {
    name.len() > 2 && name.starts_with(char::is_alphabetic) && !name.contains("..")
}

/// What could be a path or name at the beginning of `text`, without the marks of the sentence.
fn whole(text: &str) -> &str {
    let belongs = |c: char| {
        c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '/' | '\\' | '~' | ':' | '*' | '+' | '=' | '%')
    };
    let all = &text[..text.find(|c| !belongs(c)).unwrap_or(text.len())];
    all.trim_end_matches(['.', ':', '-', '*'])
}

/// Whether nothing stands directly before that a name would belong to.
fn stands_free(place: Place<'_>) -> bool {
    place.previous().is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '"' | '\'' | '“' | '‘' | '«' | '„' | '`' | '—' | '–' | '：')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::COMMA_GROUPS;

    const CUSTOMS: Customs = Customs {
        marks: &[('.', "dot"), ('/', "slash"), ('\\', "backslash"), ('*', "star"), ('~', "tilde")],
        vowels: "AEIOU",
        ..COMMA_GROUPS
    };

    fn read(text: &str) -> Option<String> {
        let place = Place::new(text, 0, text.len());
        path(place, &CUSTOMS).or_else(|| file_name(place, &CUSTOMS)).map(|said| said.words)
    }

    #[test]
    fn paths_are_read_with_their_slashes() {
        assert_eq!(read("/etc/hosts, "), Some("slash etc slash hosts".into()));
        assert_eq!(read("~/notes."), Some("tilde slash notes".into()));
        assert_eq!(read("D:\\Logs\\a.log"), Some("d backslash Logs backslash a dot log".into()));
        for none in ["/ or", "and/or", "km/h", "/x", "TCP/IP"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn files_have_an_ending_that_people_know() {
        assert_eq!(read("main.rs. Then"), Some("main dot r s".into()));
        assert_eq!(read("*.tmp"), Some("star dot t m p".into()));
        assert_eq!(read(".gitignore"), Some("dot gitignore".into()));
        for none in ["end.Then", "3.5", "...and", "U.S", "1.c"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
