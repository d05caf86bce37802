//! A vendor's name stands only where that vendor's wire is spoken, or spoken about.
//!
//! Code that asks which vendor it serves belongs into that vendor's adapter, or the contract lacks a field.

use super::finding::Finding;
use super::rust::lines;
use super::tree::File;

/// Names that mean a vendor wherever they stand.
const VENDORS: &[&str] =
    &["cartesia", "deepgram", "elevenlabs", "inworld", "lmnt", "openai", "slng", "soniox", "vogent"];
/// A vendor whose name is a word of plain English: it counts only as a part of code.
const ALSO_ENGLISH: (&str, &str) = ("smallest", "Smallest");

/// Where every vendor may be named: lists, proofs, papers, measurements.
const FREE: &[&str] =
    &["bench/", "conformance/", "crates/wire/src/registry.rs", "docs/", "fuzz/", "xtask/src/tidy/"];

/// The folder of all adapters.
const ADAPTERS: &str = "crates/wire/src/";

/// Looks at Rust and manifests; alias tables and other data are free.
pub(crate) fn no_vendor_outside_its_folder(file: &File) -> Vec<Finding> {
    if !(file.is_rust() || file.is_manifest()) || is_free(&file.path) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (text, line) in file.text.lines().zip(lines(&file.text)) {
        if is_module(&file.path, &line.code) {
            continue;
        }
        if let Some(vendor) = vendor_in(text, &line.code) {
            findings.push(Finding::new(&file.path, line.number, advice(vendor)));
        }
    }
    findings
}

fn advice(vendor: &str) -> String {
    format!(
        "`{vendor}` is named outside of crates/wire/src/{vendor}/; move this there, or name the idea behind it"
    )
}

fn is_free(path: &str) -> bool {
    let adapter = path.strip_prefix(ADAPTERS).and_then(|rest| rest.split_once('/'));
    let is_adapter = adapter.is_some_and(|(name, _)| VENDORS.contains(&name) || name == ALSO_ENGLISH.0);
    is_adapter
        || (path.starts_with("crates/") && path.contains("/tests/"))
        || FREE.iter().any(|start| path.starts_with(start))
}

/// The line that makes an adapter a part of its crate.
fn is_module(path: &str, code: &str) -> bool {
    path == "crates/wire/src/lib.rs" && code.trim_end().ends_with(';') && code.contains("mod ")
}

fn vendor_in(text: &str, code: &str) -> Option<&'static str> {
    let (english, as_type) = ALSO_ENGLISH;
    let as_path = [format!("{english}::"), format!("mod {english}")];
    if has_name(code, as_type) || as_path.iter().any(|path| code.contains(path.as_str())) {
        return Some(english);
    }
    VENDORS.iter().copied().find(|vendor| has_name_in_any_case(text, vendor))
}

/// Whether the name stands alone, or is a part of a longer one: `Acme`, `acme_key`, `AcmeError`, but not `acmed`.
fn has_name(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| is_apart(text, at..at + name.len()))
}

fn has_name_in_any_case(text: &str, name: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.match_indices(name).any(|(at, _)| is_apart(text, at..at + name.len()))
}

fn is_apart(text: &str, range: std::ops::Range<usize>) -> bool {
    let found = &text[range.clone()];
    let begins = found.starts_with(char::is_uppercase) && text[..range.start].ends_with(char::is_lowercase);
    let starts = begins || !text[..range.start].ends_with(char::is_alphanumeric);
    starts && !text[range.end..].starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::super::tree::made_up::file;
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        no_vendor_outside_its_folder(&file(path, text)).len()
    }

    #[test]
    fn a_vendor_in_the_core_is_found_in_every_spelling() {
        for text in [
            "if name == \"lmnt\" {}",
            "// as LMNT does",
            "struct LmntError;",
            "let soniox_key = 1;",
            "myVogent",
        ] {
            assert_eq!(count("crates/session/src/a.rs", text), 1, "{text}");
        }
    }

    #[test]
    fn a_vendor_at_home_and_in_lists_is_welcome() {
        let text = "pub use lmnt::CARD;";
        let homes = [
            "crates/wire/src/lmnt/mod.rs",
            "crates/wire/src/registry.rs",
            "crates/server/tests/a.rs",
            "bench/src/a.rs",
        ];
        homes.iter().for_each(|path| assert_eq!(count(path, text), 0, "{path}"));
        assert_eq!(count("crates/wire/src/lib.rs", text), 1);
        assert_eq!(count("crates/wire/src/lib.rs", "pub mod lmnt;"), 0);
        assert_eq!(count("crates/wire/src/native/mod.rs", text), 1);
    }

    #[test]
    fn plain_english_is_no_vendor() {
        let plain = "/// Smallest chunk, the smallest of all.\nlet smallest = a.min(b); // Smallest first";
        assert_eq!(count("crates/audio/src/a.rs", plain), 0);
        assert_eq!(count("crates/audio/src/a.rs", "use wire::smallest::CARD;"), 1);
        assert_eq!(count("crates/audio/src/a.rs", "struct SmallestFrame;"), 1);
    }

    #[test]
    fn a_longer_word_is_another_word() {
        assert_eq!(count("crates/audio/src/a.rs", "// inworldly elmnt\n"), 0);
    }
}
