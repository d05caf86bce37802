//! The file of pronunciations: `[words]` for all voices, `[voices.<id>]` for one, `[dictionaries.<name>]` for contexts that ask.
//! What is wrong in it is told by its line; its words stay out.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use session::Lexicon;
use speech::VoiceCard;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use wire::Pronunciations;

use super::unknown::nearest;

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
    pub(crate) fn load(path: &Path) -> Result<Self, String> {
        let text = content(path)
            .map_err(|error| format!("names a file that cannot be read: {}: {error}", path.display()))?;
        let lexicons = read(&text).map_err(|Wrong { at, message }| match at {
            Some(at) => {
                format!("names a file with a fault: {}, line {}: {message}", path.display(), line(&text, at))
            }
            None => format!("names a file with a fault: {}: {message}", path.display()),
        })?;
        Ok(Self { path: Some(path.to_owned()), lexicons: Arc::new(lexicons) })
    }

    /// Says which voice it has words for that is none of these, as the rest of a sentence.
    pub(crate) fn unknown_voice(&self, voices: &[VoiceCard]) -> Option<String> {
        let exists = |name: &&String| voices.iter().any(|card| card.id.as_str() == name.as_str());
        let unknown = self.lexicons.voices.keys().find(|name| !exists(name))?;
        let known = voices.iter().map(|card| card.id.as_str());
        Some(format!("there is no voice {unknown}{}", nearest(known, unknown)))
    }
}

/// No more than is bearable of a file that may be growing; a pipe would be waited for without end.
fn content(path: &Path) -> io::Result<String> {
    if !path.metadata()?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut text = String::new();
    File::open(path)?.take(LARGEST + 1).read_to_string(&mut text)?;
    if text.len() as u64 > LARGEST {
        return Err(io::Error::other(format!("it has more than {LARGEST} bytes")));
    }
    Ok(text)
}

/// What is wrong, and where, in bytes of the file.
struct Wrong {
    at: Option<usize>,
    message: String,
}

impl Wrong {
    fn at(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { at: Some(span.start), message: message.into() }
    }
}

/// The number of the line in which a byte is.
fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

fn read(text: &str) -> Result<Pronunciations, Wrong> {
    // The parser's own words could repeat those of the file.
    let file = DeTable::parse(text).map_err(|error| Wrong {
        at: error.span().map(|span| span.start),
        message: "no TOML, or a name that was there before".to_owned(),
    })?;
    let mut all = Pronunciations::default();
    for (key, value) in file.get_ref() {
        match key.get_ref().as_ref() {
            "words" => all.everywhere = Some(lexicon(value)?),
            "voices" => all.voices = lexicons(value)?,
            "dictionaries" => all.named = lexicons(value)?,
            _ => return Err(Wrong::at(key.span(), "neither of the tables words, voices and dictionaries")),
        }
    }
    Ok(all)
}

fn table<'a, 'i>(value: &'a Spanned<DeValue<'i>>) -> Result<&'a DeTable<'i>, Wrong> {
    value.get_ref().as_table().ok_or_else(|| Wrong::at(value.span(), "a table is expected"))
}

fn lexicons(value: &Spanned<DeValue<'_>>) -> Result<BTreeMap<String, Arc<Lexicon>>, Wrong> {
    let tables = table(value)?.iter();
    tables.map(|(name, words)| Ok((name.get_ref().to_string(), lexicon(words)?))).collect()
}

fn lexicon(value: &Spanned<DeValue<'_>>) -> Result<Arc<Lexicon>, Wrong> {
    let mut lexicon = Lexicon::default();
    for (written, value) in table(value)? {
        let how = value.get_ref().as_str().and_then(wire::how);
        let how = how.ok_or_else(|| Wrong::at(value.span(), "neither words nor sounds between slashes"))?;
        let wrong = |error: session::EntryError| Wrong::at(written.span(), error.to_string());
        lexicon.add(written.get_ref(), how).map_err(wrong)?;
    }
    Ok(Arc::new(lexicon))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Pronunciations, String> {
        read(text).map_err(|Wrong { at, message }| format!("{}: {message}", line(text, at.unwrap())))
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
    fn what_is_wrong_is_told_by_its_line_without_its_words() {
        for (text, line) in [
            ("[words]\nzebra = 'z'\nsecret = 5", 3),
            ("[words]\nzebra = ''\nabc = 'b'", 2),
            ("[words]\n' ' = 'a secret'", 2),
            ("words = 'secret'", 1),
            ("\n[voices]\nsecret = 'x'", 3),
            ("\n\nsecret = {}", 3),
            ("[words]\nsecret = 'a'\nsecret = 'b'", 3),
            ("[words]\nsecret secret", 2),
        ] {
            let told = parsed(text).unwrap_err();
            assert!(told.starts_with(&format!("{line}: ")) && !told.contains("secret"), "{text}: {told}");
        }
    }

    #[test]
    fn only_regular_files_of_a_bearable_size_are_read() {
        let told = |path: &Path| PronunciationFile::load(path).unwrap_err();
        assert!(told(Path::new("/nowhere")).contains("/nowhere"));
        assert!(told(Path::new("/dev/zero")).contains("not a regular file"));
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "# \n[words]\nsecret = 5").unwrap();
        assert!(told(file.path()).ends_with("line 3: neither words nor sounds between slashes"));
        file.as_file().set_len(LARGEST + 1).unwrap();
        assert!(told(file.path()).contains("more than 4194304 bytes"));
    }
}
