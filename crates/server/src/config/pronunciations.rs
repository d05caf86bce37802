//! The file of pronunciations: `[words]` for all voices, `[voices.<id>]` for one, `[dictionaries.<name>]` for contexts that ask.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use session::Lexicon;
use toml::{Table, Value};
use wire::Pronunciations;

/// Files above this are refused, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The file and what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PronunciationFile {
    /// Where it is, if there is one.
    pub path: Option<PathBuf>,
    /// Its dictionaries.
    pub lexicons: Arc<Pronunciations>,
}

impl PronunciationFile {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong with the file, as the rest of a sentence; its words stay out.
    pub(super) fn load(path: &Path) -> Result<Self, String> {
        let unreadable =
            |error: std::io::Error| format!("names a file that cannot be read: {}: {error}", path.display());
        let size = std::fs::metadata(path).map_err(unreadable)?.len();
        if size > LARGEST {
            return Err(format!("names a file of {size} bytes; at most {LARGEST} are read"));
        }
        let text = std::fs::read_to_string(path).map_err(unreadable)?;
        let table = text.parse::<Table>().map_err(|error| {
            format!("names a file that is no TOML: {}: {}", path.display(), error.message())
        })?;
        Ok(Self { path: Some(path.to_owned()), lexicons: Arc::new(read(&table)?) })
    }
}

fn read(table: &Table) -> Result<Pronunciations, String> {
    let mut all = Pronunciations::default();
    for (key, value) in table {
        match (key.as_str(), value) {
            ("words", Value::Table(words)) => all.everywhere = Some(lexicon("words", words)?),
            ("voices", Value::Table(voices)) => all.voices = lexicons("voices", voices)?,
            ("dictionaries", Value::Table(named)) => all.named = lexicons("dictionaries", named)?,
            (key, _) => {
                return Err(format!(
                    "names a file with {key}; it can have the tables words, voices and dictionaries"
                ));
            }
        }
    }
    Ok(all)
}

fn lexicons(kind: &str, tables: &Table) -> Result<std::collections::BTreeMap<String, Arc<Lexicon>>, String> {
    let one = |(name, value): (&String, &Value)| {
        let place = format!("{kind}.{name}");
        let words = value.as_table().ok_or_else(|| format!("names a file in which {place} is no table"))?;
        Ok((name.clone(), lexicon(&place, words)?))
    };
    tables.iter().map(one).collect()
}

fn lexicon(place: &str, words: &Table) -> Result<Arc<Lexicon>, String> {
    let mut lexicon = Lexicon::default();
    for (at, (written, value)) in words.iter().enumerate() {
        let entry = || format!("names a file in which entry {} of {place}", at + 1);
        let how = value.as_str().and_then(wire::how);
        let how = how.ok_or_else(|| format!("{} is neither words nor sounds between slashes", entry()))?;
        lexicon.add(written, how).map_err(|error| format!("{}: {error}", entry()))?;
    }
    Ok(Arc::new(lexicon))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Pronunciations, String> {
        read(&text.parse().unwrap())
    }

    #[test]
    fn three_kinds_of_tables_are_read() {
        let all = parsed(
            "words = {SQL = 'sequel'}\nvoices.en-us.Crete = '/kriːt/'\ndictionaries.ward.NPO = 'nil by mouth'",
        );
        let all = all.unwrap();
        assert_eq!(all.everywhere.map(|lexicon| lexicon.len()), Some(1));
        assert!(all.voices.contains_key("en-us") && all.named.contains_key("ward"));
    }

    #[test]
    fn what_is_wrong_is_told_by_its_place_without_its_words() {
        let told = parsed("words = {secret = 5}").unwrap_err();
        assert!(told.contains("entry 1 of words") && !told.contains("secret"), "{told}");
        assert!(parsed("word = {}").unwrap_err().contains("dictionaries"));
        assert!(PronunciationFile::load(Path::new("/nowhere")).unwrap_err().contains("/nowhere"));
    }
}
