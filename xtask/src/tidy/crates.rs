//! Which crates are pure, and what every crate's folder must hold.

use super::finding::Finding;
use super::manifest::entries;
use super::tree::{File, Tree};

/// The folders of the crates that decide and do nothing else: no clock, thread, socket or variable of the environment.
pub(crate) const PURE: &[&str] = &[
    "crates/audio/",
    "crates/connection/",
    "crates/ear/",
    "crates/engine/",
    "crates/engines/tone/",
    "crates/explain/",
    "crates/mastering/",
    "crates/scheduler/",
    "crates/session/",
    "crates/speech/",
    "crates/testkit/",
    "crates/text/",
    "crates/wire/",
];

/// Whose `clippy.toml` the others repeat.
const MODEL: &str = "crates/speech/clippy.toml";

/// Whether the file belongs to a pure crate.
pub(crate) fn is_pure(file: &File) -> bool {
    PURE.iter().any(|folder| file.path.starts_with(folder))
}

/// Clippy takes the nearest `clippy.toml` and merges nothing, so each pure crate has the very same one.
pub(crate) fn pure_crates_share_clippy_toml(tree: &Tree) -> Vec<Finding> {
    let model = tree.file(MODEL).map(|file| file.text.as_str());
    let strays = PURE.iter().map(|folder| format!("{folder}clippy.toml"));
    let strays =
        strays.filter(|path| model.is_none() || tree.file(path).map(|file| file.text.as_str()) != model);
    strays.map(|path| Finding::new(&path, 1, format!("must be the same as {MODEL}; copy it"))).collect()
}

/// Lints are set once, in the workspace; a crate that does not say so has none.
pub(crate) fn workspace_lints_are_on(file: &File) -> Vec<Finding> {
    let is_set =
        || entries(&file.text).iter().any(|entry| entry.table == "lints" && entry.key == "workspace");
    // The fuzz targets are a workspace of their own, with nothing to inherit from.
    if !file.is_manifest() || file.path.starts_with("fuzz/") || is_set() {
        return Vec::new();
    }
    vec![Finding::new(&file.path, 1, "has not the workspace's lints; add `[lints]` with `workspace = true`")]
}

#[cfg(test)]
mod tests {
    use super::super::tree::made_up::{file, tree};
    use super::*;

    fn clippy_files(odd: &'static str) -> Vec<(String, &'static str)> {
        PURE.iter()
            .map(|folder| (format!("{folder}clippy.toml"), if folder.contains("wire") { odd } else { "a" }))
            .collect()
    }

    fn findings(odd: &'static str) -> Vec<Finding> {
        let files = clippy_files(odd);
        let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        pure_crates_share_clippy_toml(&tree(&files))
    }

    #[test]
    fn a_pure_crate_with_its_own_ideas_is_found() {
        assert_eq!(findings("a"), []);
        assert_eq!(findings("b").len(), 1);
        assert!(findings("b")[0].to_string().starts_with("crates/wire/clippy.toml:1: must be"));
    }

    #[test]
    fn without_a_model_all_are_found() {
        assert_eq!(pure_crates_share_clippy_toml(&tree(&[])).len(), PURE.len());
    }

    #[test]
    fn a_crate_without_lints_is_found() {
        let without = file("crates/a/Cargo.toml", "[package]\nname = \"a\"\n");
        assert_eq!(workspace_lints_are_on(&without).len(), 1);
        let with = file("crates/a/Cargo.toml", "[package]\nname = \"a\"\n[lints]\nworkspace = true\n");
        assert_eq!(workspace_lints_are_on(&with), []);
    }
}
