//! The files of the corpus, as `corpus/README.md` has their format.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::case::{Case, READING};
use crate::failure::Failure;

/// Where it is, in the workspace.
pub(crate) const FOLDER: &str = "corpus";
/// Begins a remark.
const REMARK: char = '#';
/// Begins the line that names the language.
const LANGUAGE: &str = "language:";

/// The cases of a language and a category.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CaseFile {
    /// From the workspace's root.
    pub(crate) path: String,
    /// The folder's name.
    pub(crate) folder: String,
    /// The file's name without its suffix.
    pub(crate) category: String,
    /// The language's tag, as `syrinx explain --language` takes it.
    pub(crate) language: String,
    /// In order.
    pub(crate) cases: Vec<Case>,
}

/// The files of these folders, or of all if none is named, by folder and name.
///
/// # Errors
/// If a folder has none, a file breaks the format, or a text is there twice.
pub(crate) fn read(root: &Path, folders: &[String]) -> Result<Vec<CaseFile>, Failure> {
    let corpus = root.join(FOLDER);
    let folders = if folders.is_empty() { names(&corpus, Path::is_dir)? } else { folders.to_vec() };
    let mut files = Vec::new();
    for folder in folders {
        let names =
            names(&corpus.join(&folder), |path| path.extension().is_some_and(|suffix| suffix == "txt"))?;
        if names.is_empty() {
            return Err(Failure::NoCases(format!("{FOLDER}/{folder}")));
        }
        for name in names {
            files.push(read_file(root, &folder, &name)?);
        }
    }
    no_text_twice(&files)?;
    Ok(files)
}

/// The names in a folder that are `wanted`, in order.
fn names(folder: &Path, wanted: fn(&Path) -> bool) -> Result<Vec<String>, Failure> {
    let entries = fs::read_dir(folder).map_err(Failure::at(folder))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<PathBuf>, _>>();
    let paths = paths.map_err(Failure::at(folder))?.into_iter().filter(|path| wanted(path));
    let mut names: Vec<_> =
        paths.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
    names.sort();
    Ok(names)
}

fn read_file(root: &Path, folder: &str, name: &str) -> Result<CaseFile, Failure> {
    let path = format!("{FOLDER}/{folder}/{name}");
    let text = fs::read_to_string(root.join(&path)).map_err(Failure::at(&path))?;
    let (language, cases) =
        parse(&text).map_err(|(line, wrong)| Failure::Format { path: path.clone(), line, wrong })?;
    let category = name.trim_end_matches(".txt").to_owned();
    Ok(CaseFile { folder: folder.to_owned(), category, language, cases, path })
}

/// What is wrong, and the line where, from 1.
type Wrong = (usize, String);

/// Where a line stands.
enum Place {
    /// Before the language was named.
    Head,
    /// Between two cases.
    Between,
    /// Below the line of a case.
    Case,
}

/// The language and the cases of a file.
fn parse(text: &str) -> Result<(String, Vec<Case>), Wrong> {
    let (mut language, mut cases) = (String::new(), Vec::new());
    let mut place = Place::Head;
    for (number, line) in text.lines().enumerate().map(|(at, line)| (at + 1, line)) {
        let wrong = |message: String| (number, message);
        place = match place {
            Place::Head if line.starts_with(REMARK) => Place::Head,
            Place::Head => {
                language = tag(line).map_err(wrong)?;
                Place::Between
            }
            _ if line.is_empty() => Place::Between,
            Place::Between if line.starts_with(REMARK) => Place::Between,
            Place::Between => {
                cases.push(first_line(number, line).map_err(wrong)?);
                Place::Case
            }
            Place::Case => {
                add_line(cases.last_mut(), line).map_err(wrong)?;
                Place::Case
            }
        };
    }
    if cases.is_empty() {
        return Err((text.lines().count().max(1), "no case in the file".to_owned()));
    }
    Ok((language, cases))
}

fn tag(line: &str) -> Result<String, String> {
    let tag = line.strip_prefix(LANGUAGE).map(str::trim).filter(|tag| !tag.is_empty());
    let tag = tag.ok_or_else(|| format!("remarks, then `{LANGUAGE} TAG`, begin a file"))?;
    Ok(tag.to_owned())
}

fn first_line(number: usize, line: &str) -> Result<Case, String> {
    if line.starts_with(READING) {
        return Err("a reading without a text above it".to_owned());
    }
    if line.trim() != line {
        return Err("white space at an end of the line; `␠` is one that is meant".to_owned());
    }
    Case::parse(number, line)
}

fn add_line(case: Option<&mut Case>, line: &str) -> Result<(), String> {
    let words = line.strip_prefix(READING).and_then(|rest| rest.strip_prefix(' '));
    let words = words.ok_or("neither a reading (`= words`) nor an empty line before the next case")?;
    case.map_or(Ok(()), |case| case.add_reading(words))
}

fn no_text_twice(files: &[CaseFile]) -> Result<(), Failure> {
    let mut seen: HashMap<(&str, &str), (&str, usize)> = HashMap::new();
    for file in files {
        for case in &file.cases {
            let place = (file.path.as_str(), case.line);
            if let Some((path, line)) = seen.insert((&file.language, &case.text), place) {
                let wrong = format!("the text of {path}:{line} again");
                return Err(Failure::Format { path: file.path.clone(), line: case.line, wrong });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    const FILE: &str = "# About.\n# More.\nlanguage: en-us\n\n# Complaint: x\nOne 1. ¦Two.\n= one one two\n= one first two\n\nX.\n";

    #[test]
    fn a_file_is_a_language_and_cases() {
        let (language, cases) = parse(FILE).unwrap();
        assert_eq!(language, "en-us");
        let seen: Vec<_> =
            cases.iter().map(|case| (case.line, case.text.as_str(), case.readings.len())).collect();
        assert_eq!(seen, [(6, "One 1. Two.", 2), (10, "X.", 0)]);
    }

    #[test]
    fn what_breaks_the_format_has_its_line() {
        let head = "language: de\n\n";
        for (text, line) in [
            ("", 1),
            ("One.\n", 1),
            ("language:\n", 1),
            ("language: de\n", 1),
            ("language: de\n\n= no text\n", 3),
            ("language: de\n\nOne.\nTwo.\n", 4),
            ("language: de\n\nOne.\n# late\n= one\n", 4),
            ("language: de\n\nOne 1.\n= one 1\n", 4),
            ("language: de\n\nOne 1.\n=one\n", 4),
            ("language: de\n\nOne. \n", 3),
            ("language: de\n\nOne. ¦\n", 3),
        ] {
            assert_eq!(parse(text).unwrap_err().0, line, "{text:?}");
        }
        assert!(parse(&format!("{head}One.\n")).is_ok());
    }

    #[test]
    fn a_text_is_there_once_in_a_language() {
        let file = |path: &str, language: &str| {
            let cases = vec![Case::parse(3, "One. ¦Two.").unwrap()];
            let (path, language) = (path.to_owned(), language.to_owned());
            CaseFile { folder: String::new(), category: String::new(), path, language, cases }
        };
        let told = no_text_twice(&[file("a.txt", "de"), file("b.txt", "de")]).unwrap_err().to_string();
        assert_eq!(told, "b.txt:3: the text of a.txt:3 again");
        assert!(no_text_twice(&[file("a.txt", "de"), file("b.txt", "nl")]).is_ok());
    }

    #[test]
    fn the_corpus_keeps_its_format() {
        let files = read(&workspace::root(), &[]).unwrap();
        let cases = files.iter().map(|file| file.cases.len()).sum::<usize>();
        assert!(cases >= 2_000, "{cases} cases");
        for folder in files.chunk_by(|one, other| one.folder == other.folder) {
            assert!(folder.iter().all(|file| file.language == folder[0].language), "{}", folder[0].folder);
        }
    }
}
