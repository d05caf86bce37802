//! Links and notes: their text is shown, their targets are not.

use crate::lookahead::is_gap;
use crate::tag_scan::Found;
use crate::view::{End, View};

/// The longest name of a note, in bytes.
const LONGEST_NOTE: usize = 32;

/// The longest title of a link, in bytes.
const LONGEST_TITLE: usize = 200;

impl View {
    /// `[^1]` is a note, which is not read. Any other bracket is shown: nobody reads it aloud.
    pub(crate) fn step_bracket(&mut self) -> Option<()> {
        match self.after(1)? {
            Some('^') => match self.note_length()? {
                Some(length) => self.skip(length),
                None => self.show(1),
            },
            Some(_) | None => self.show(1),
        }
        Some(())
    }

    fn note_length(&self) -> Option<Option<usize>> {
        let rest = &self.rest().as_bytes()[2..];
        let name =
            rest.iter().take(LONGEST_NOTE).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-');
        let length = name.count();
        if length == LONGEST_NOTE || length == 0 && !rest.is_empty() {
            return Some(None);
        }
        if self.after(2 + length)? != Some(']') {
            return Some(None);
        }
        let colon = usize::from(self.after(3 + length)? == Some(':'));
        Some(Some(3 + length + colon))
    }

    /// `](…)`: the bracket stays, the target goes.
    pub(crate) fn step_link_target(&mut self) -> Option<()> {
        if self.after(1)? != Some('(') {
            self.show(1);
            return Some(());
        }
        match self.find_target_end()? {
            TargetEnd::At(length) => {
                self.show(1);
                self.skip(length - 1);
            }
            TargetEnd::CutOff => self.skip_cut_off(1),
            TargetEnd::None => self.show(1),
        }
        Some(())
    }

    fn find_target_end(&mut self) -> Option<TargetEnd> {
        match self.find_target()? {
            Found::At(end) if !is_address(&self.rest()[2..end]) => Some(TargetEnd::None),
            Found::At(end) if self.rest().as_bytes()[end] == b')' => Some(TargetEnd::At(end + 1)),
            Found::At(end) => {
                let title = self.title_length(end + 1)?;
                Some(title.map_or(TargetEnd::None, |length| TargetEnd::At(end + 1 + length)))
            }
            Found::CutOff if self.is_cut_off_address() => Some(TargetEnd::CutOff),
            Found::CutOff | Found::Nothing => Some(TargetEnd::None),
        }
    }

    /// The length of the title that begins at byte `start`, with the bracket behind it; `Some(None)` if there is none.
    fn title_length(&self, start: usize) -> Option<Option<usize>> {
        let close = match self.after(start)? {
            Some('"') => "\")",
            Some('\'') => "')",
            Some('(') => "))",
            Some(_) | None => return Some(None),
        };
        let rest = self.rest().as_bytes().get(start + 1..).unwrap_or_default();
        let near = &rest[..rest.len().min(LONGEST_TITLE)];
        let line = near.iter().position(|byte| *byte == b'\n');
        let end = near[..line.unwrap_or(near.len())].windows(2).position(|pair| pair == close.as_bytes());
        let is_settled =
            end.is_some() || line.is_some() || near.len() == LONGEST_TITLE || self.end == End::Final;
        is_settled.then_some(end.map(|end| end + 3))
    }

    /// Whether the text ends inside of what is certainly the address of a link.
    fn is_cut_off_address(&self) -> bool {
        let target = &self.rest()[2..];
        self.end == End::Final && target.contains("://") && !target.contains(|c| is_gap(Some(c)))
    }
}

enum TargetEnd {
    /// So many bytes from the bracket on are the target and what encloses it.
    At(usize),
    /// A release came inside of it.
    CutOff,
    /// It is no link.
    None,
}

/// Whether a link may lead there, and it is no remark in brackets or call of a function.
fn is_address(target: &str) -> bool {
    let has_scheme = ["mailto:", "tel:", "sms:", "www.", "<"].iter().any(|start| target.starts_with(start));
    let end = target.find(['#', '?']).unwrap_or(target.len());
    let (place, part) = target.split_at(end);
    let is_part = place.is_empty() && part.len() > 1;
    has_scheme || is_part || place.contains('/') || is_hidden_file(place) || has_known_ending(place)
}

/// `.env`
fn is_hidden_file(target: &str) -> bool {
    target.strip_prefix('.').is_some_and(|name| name.starts_with(char::is_alphabetic))
}

/// Whether it ends as hosts and files do: `(item.name)` and `(z.B)` are neither.
fn has_known_ending(target: &str) -> bool {
    let Some((name, ending)) = target.rsplit_once('.') else { return false };
    let is_short = ending.len() <= LONGEST_ENDING;
    !name.is_empty() && is_short && ENDINGS.binary_search(&ending.to_ascii_lowercase().as_str()).is_ok()
}

const LONGEST_ENDING: usize = 8;

/// Domains, and endings of files that people link to.
const ENDINGS: &[&str] = &[
    "ai", "app", "ar", "at", "au", "avif", "be", "bg", "biz", "blog", "bmp", "br", "bz2", "ca", "cc", "cfg",
    "ch", "cl", "cloud", "cn", "co", "com", "conf", "cpp", "cs", "css", "csv", "cz", "de", "dev", "dk",
    "doc", "docx", "edu", "ee", "epub", "es", "eu", "exe", "fi", "flac", "fm", "fr", "gg", "gif", "gov",
    "gr", "gz", "hk", "hpp", "hr", "htm", "html", "hu", "ics", "ie", "il", "in", "info", "ini", "int", "io",
    "ipynb", "ir", "it", "java", "jp", "jpeg", "jpg", "js", "json", "jsonl", "jsx", "kr", "kt", "log", "lt",
    "lu", "lua", "lv", "m4a", "md", "mdx", "me", "mil", "mkv", "mobi", "mov", "mp3", "mp4", "museum", "mx",
    "net", "nl", "nz", "odp", "ods", "odt", "ogg", "online", "opus", "org", "page", "pdf", "ph", "php", "pk",
    "pl", "png", "ppt", "pptx", "ps1", "psd", "pt", "py", "rb", "ro", "rs", "rss", "rst", "rtf", "ru",
    "scss", "se", "sh", "shop", "site", "sk", "sql", "store", "svg", "swift", "tar", "tech", "tex", "tgz",
    "th", "tiff", "tk", "toml", "tr", "ts", "tsv", "tsx", "tv", "tw", "txt", "ua", "uk", "us", "vn", "wav",
    "webm", "webp", "wiki", "wma", "xhtml", "xls", "xlsx", "xml", "xyz", "xz", "yaml", "yml", "za", "zip",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_endings_are_sorted_and_none_is_too_long() {
        assert!(ENDINGS.is_sorted() && ENDINGS.iter().all(|ending| ending.len() <= LONGEST_ENDING));
    }

    #[test]
    fn addresses_look_like_destinations() {
        for address in [
            "https://a.example/b",
            "docs/setup",
            "./x",
            "../x",
            "/x",
            "#top",
            "?q=1",
            "guide.md",
            "guide.md#top",
            "a.com",
            "A.COM?x=1",
            ".env",
            "mailto:a@b",
            "tel:+1",
            "www.a.example",
            "cat.PNG",
        ] {
            assert!(is_address(address), "{address}");
        }
        for text in [
            "item.name",
            "z.B",
            "e.g",
            "p.5",
            "3.5",
            "sic",
            "...",
            "C#",
            "#",
            "?",
            "x.y",
            ".5",
            ".",
            "list.len()",
            "so.Yes",
        ] {
            assert!(!is_address(text), "{text}");
        }
    }
}
