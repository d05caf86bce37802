//! Sentences in every language of the corpus, some of each of its categories.

use std::fs;
use std::path::{Path, PathBuf};

use speech::Language;

use crate::failure::Failure;

/// What stands for a place or a white space in a case, and is no text (`corpus/README.md`).
const CUTS: [char; 2] = ['¦', '╎'];
const WHITE: [char; 3] = ['⏎', '⇥', '␠'];
const LANGUAGE: &str = "language: ";

/// Texts of one language, each of one line.
pub(super) struct Sentences {
    pub(super) language: Language,
    pub(super) texts: Vec<String>,
}

/// The first texts of each file of the corpus, taken in turns, at most so many of each language.
pub(super) fn of_each_language(most: usize) -> Result<Vec<Sentences>, Failure> {
    let corpus = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let folders = sorted(&corpus)?.into_iter().filter(|path| path.is_dir());
    folders.map(|folder| of_folder(&folder, most)).collect()
}

fn of_folder(folder: &Path, most: usize) -> Result<Sentences, Failure> {
    let mut files = Vec::new();
    for path in sorted(folder)? {
        files.push(fs::read_to_string(path)?);
    }
    let language = files.iter().flat_map(|file| file.lines()).find_map(|line| line.strip_prefix(LANGUAGE));
    let language = language.ok_or_else(|| Failure::setup(format!("{} has no language", folder.display())))?;
    let texts = in_turns(files.iter().map(|file| texts(file).collect()).collect(), most);
    Ok(Sentences { language: Language::new(language.trim()), texts })
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}

/// The cases of a file as they are written, but those with white space that a line cannot have.
fn texts(file: &str) -> impl Iterator<Item = String> {
    let is_text = |line: &&str| {
        !line.is_empty()
            && !line.starts_with(['#', '='])
            && !line.starts_with(LANGUAGE)
            && !line.contains(WHITE)
    };
    file.lines().filter(is_text).map(|line| line.replace(CUTS, ""))
}

/// The first of each, then the second of each, and so on.
fn in_turns(files: Vec<Vec<String>>, most: usize) -> Vec<String> {
    let longest = files.iter().map(Vec::len).max().unwrap_or_default();
    let rounds = (0..longest).flat_map(|round| files.iter().filter_map(move |file| file.get(round)));
    rounds.take(most).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_texts_are_taken_and_without_their_marks() {
        let file = "# About.\nlanguage: de\n\nEins. ¦Zwei.\n= eins zwei\n\n# https://x\nDrei╎.\n\nA⏎b\n";
        assert_eq!(texts(file).collect::<Vec<_>>(), ["Eins. Zwei.", "Drei."]);
    }

    #[test]
    fn every_file_has_its_turn() {
        let files = [vec!["a", "b", "c"], vec!["d"], vec!["e", "f"]];
        let files = files.map(|file| file.into_iter().map(str::to_owned).collect()).to_vec();
        assert_eq!(in_turns(files, 5).concat(), "adebf");
    }
}
