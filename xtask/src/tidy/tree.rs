//! The files that the rules look at.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// Kinds of files whose text is read; of others only the path is known.
const READ: &[&str] = &["rs", "toml", "py", "mjs", "js", "sh"];
/// Folders with nothing of ours in them. Those that begin with a dot are left out as well.
const FOREIGN: &[&str] = &["target", "node_modules", "__pycache__", "corpus", "artifacts"];

/// One file.
#[derive(Debug)]
pub(crate) struct File {
    /// From the root, with `/` between folders.
    pub(crate) path: String,
    /// Empty unless its suffix is one of [`READ`].
    pub(crate) text: String,
}

impl File {
    /// Whether it is Rust.
    pub(crate) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Whether it is a crate's manifest.
    pub(crate) fn is_manifest(&self) -> bool {
        self.path.ends_with("/Cargo.toml")
    }

    /// Whether none of it is in what is delivered: tests, benchmarks, examples.
    pub(crate) fn is_test(&self) -> bool {
        let in_folder = |folder| self.path.contains(folder);
        ["/tests/", "/benches/", "/examples/"].into_iter().any(in_folder) || self.path.ends_with("/tests.rs")
    }
}

/// All of them.
pub(crate) struct Tree {
    /// In no particular order.
    pub(crate) files: Vec<File>,
}

impl Tree {
    /// Reads what is below `root`.
    ///
    /// # Errors
    /// If a folder or file cannot be read.
    pub(crate) fn read(root: &Path) -> Result<Self, Failure> {
        let mut tree = Self { files: Vec::new() };
        tree.add_folder(root, "")?;
        Ok(tree)
    }

    /// The file at `path`, if there is one.
    pub(crate) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    fn add_folder(&mut self, folder: &Path, prefix: &str) -> Result<(), Failure> {
        let doing = || format!("read the folder {}", folder.display());
        for entry in fs::read_dir(folder).map_err(Failure::while_doing(doing()))? {
            let entry = entry.map_err(Failure::while_doing(doing()))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type().map_err(Failure::while_doing(doing()))?;
            let path = format!("{prefix}{name}");
            if kind.is_dir() && !name.starts_with('.') && !FOREIGN.contains(&name.as_str()) {
                self.add_folder(&entry.path(), &format!("{path}/"))?;
            } else if kind.is_file() {
                self.files.push(File { text: text_of(&entry.path())?, path });
            }
        }
        Ok(())
    }
}

fn text_of(path: &Path) -> Result<String, Failure> {
    let suffix = path.extension().unwrap_or_default().to_string_lossy();
    if !READ.contains(&suffix.as_ref()) {
        return Ok(String::new());
    }
    fs::read_to_string(path).map_err(Failure::while_doing(format!("read {}", path.display())))
}

/// Files made up for a rule's tests.
#[cfg(test)]
pub(crate) mod made_up {
    use super::{File, Tree};

    pub(crate) fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    pub(crate) fn tree(files: &[(&str, &str)]) -> Tree {
        Tree { files: files.iter().map(|(path, text)| file(path, text)).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_is_read_without_what_was_built() {
        let tree = Tree::read(&crate::workspace::root()).unwrap();
        let own = tree.file("xtask/src/tidy/tree.rs").unwrap();
        assert!(own.is_rust() && own.text.contains("the_workspace_is_read"));
        assert!(
            tree.files
                .iter()
                .all(|file| !file.path.starts_with("target/") && !file.path.starts_with(".git/"))
        );
    }

    #[test]
    fn tests_are_told_from_production() {
        assert!(made_up::file("crates/a/tests/x.rs", "").is_test());
        assert!(made_up::file("crates/a/examples/x.rs", "").is_test());
        assert!(!made_up::file("crates/testkit/src/lib.rs", "").is_test());
    }
}
