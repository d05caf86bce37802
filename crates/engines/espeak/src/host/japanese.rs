//! Japanese, which the library does not read: it knows no characters, and says that it sees one, in English.
//!
//! The dictionary of readings lies beside the language's own in the voice data. It is loaded once, before the first fork,
//! so all segments share it. Read [`Japanese::and_read`] first.

use std::fs;
use std::ops::Range;

use kana::{Dictionary, FILE};

use super::morae::sounds;
use crate::records::{Job, Pronounced};

/// What Japanese is read with.
pub(super) struct Japanese(Dictionary);

impl Japanese {
    /// The dictionary from the current folder, if this is the language.
    pub(super) fn of(language: &str) -> Result<Option<Self>, String> {
        if language != "ja" {
            return Ok(None);
        }
        let bytes = fs::read(FILE).map_err(|error| format!("{FILE} cannot be read: {error}"))?;
        Dictionary::from_bytes(&bytes).map(Self).map(Some).map_err(|error| error.to_string())
    }

    /// What is to sound otherwise than it is written, and how all other Japanese of the job sounds.
    pub(super) fn and_read(&self, job: &Job) -> Vec<Pronounced> {
        let text: Vec<char> = job.text.chars().collect();
        let (mut all, mut at) = (Vec::new(), 0);
        for given in &job.pronounced {
            self.read(&text, at..given.characters.start, &job.figures, &mut all);
            all.push(given.clone());
            at = given.characters.end;
        }
        self.read(&text, at..text.len() as u32, &job.figures, &mut all);
        all
    }

    /// Appends how a part of the text sounds.
    fn read(&self, text: &[char], part: Range<u32>, figures: &[u32], all: &mut Vec<Pronounced>) {
        let own = text.get(part.start as usize..part.end as usize).unwrap_or_default();
        let own: String = own.iter().copied().map(wide).collect();
        let from = figures.partition_point(|figure| *figure < part.start);
        let until = figures.partition_point(|figure| *figure < part.end);
        let figures = figures.get(from..until).unwrap_or_default();
        let figures: Vec<_> = figures.iter().map(|figure| figure - part.start).collect();
        all.extend(self.0.read(&own, &figures).into_iter().map(|phrase| Pronounced {
            characters: part.start + phrase.characters.start..part.start + phrase.characters.end,
            ipa: sounds(&phrase.kana),
        }));
    }
}

/// The dictionary has words for these signs in their full width only.
fn wide(sign: char) -> char {
    match sign {
        '%' => '％',
        '&' => '＆',
        '+' => '＋',
        '=' => '＝',
        '@' => '＠',
        other => other,
    }
}
