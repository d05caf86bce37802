//! What the library is given to read where stretches of a text are to sound otherwise than they are written.
//!
//! Such a stretch becomes `[[names of sounds]]`. Nobody else may give the library such names: brackets of the text's own
//! become round ones, which are read alike. What the library says of places in the script is said of places in the text.
//! Read [`Script`] first.

use super::ipa::Inventory;
use crate::records::Pronounced;

/// The library reads clauses of 800 bytes and cuts longer ones anywhere, from 75 bytes before their end on. A stretch
/// that would come so late in its clause is read as it is written, since half of its names would be read as words.
/// Source: `N_TR_SOURCE` in `translate.h` and `ReadClause` of eSpeak NG 1.52.
const CLAUSE_BYTES: usize = 700;
/// What may end a clause.
const ENDS: &str = ".,:;?!";
/// The same in Chinese and Japanese, where no space follows.
const FULL_ENDS: &str = "。、，．：；？！";
/// What ends a clause that would be too long.
const PAUSE: char = '、';

/// What the library reads, and the way back. Empty where it reads the text itself.
#[derive(Default)]
pub(super) struct Script {
    late: Late,
    text: String,
    characters: u32,
    /// The bytes since something may have ended a clause.
    clause: usize,
    /// In order.
    stretches: Vec<Stretch>,
}

/// What becomes of a stretch that comes too late in its clause.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Late {
    /// It is read as it is written.
    #[default]
    AsWritten,
    /// A pause before it begins another clause.
    Pauses,
}

/// One stretch that sounds otherwise, in characters from 0.
struct Stretch {
    /// Its first character in the script, and the one after its last.
    script: (u32, u32),
    /// The same in the text.
    text: (u32, u32),
}

impl Script {
    /// For a language whose own writing the library cannot read: long clauses are cut by pauses.
    pub(super) fn pausing() -> Self {
        Self { late: Late::Pauses, ..Self::default() }
    }

    /// Writes all of it; `pronounced` is in order and without overlap.
    pub(super) fn write(&mut self, text: &str, pronounced: &[Pronounced], inventory: &Inventory) {
        let mut characters = text.chars();
        let mut at = 0;
        for Pronounced { characters: range, ipa } in pronounced {
            let before = range.start.saturating_sub(at) as usize;
            self.read(characters.by_ref().take(before));
            let own: String = characters.by_ref().take(range.len()).collect();
            self.say(range, &own, &inventory.spell(ipa));
            at = range.end;
        }
        self.read(characters);
    }

    /// What the library is to read, if that is not the text itself.
    pub(super) fn text(&self) -> Option<&str> {
        Some(self.text.as_str()).filter(|text| !text.is_empty())
    }

    /// Where in the text a character of the script belongs.
    pub(super) fn place(&self, character: u32) -> u32 {
        let after = self.stretches.partition_point(|stretch| stretch.script.0 <= character);
        let Some(Stretch { script, text }) = after.checked_sub(1).and_then(|last| self.stretches.get(last))
        else {
            return character;
        };
        if character < script.1 { text.0 } else { character - script.1 + text.1 }
    }

    /// A stretch of the text that is read as it is.
    fn read(&mut self, characters: impl Iterator<Item = char>) {
        for character in characters {
            let harmless = match character {
                '[' => '(',
                ']' => ')',
                // The library has names for them, in English.
                '・' => ' ',
                '〜' | '～' if self.late == Late::Pauses => ' ',
                // What nobody reads of kana: marks without a kana before them.
                '\u{3041}'..='\u{30ff}' | 'ㇰ'..='ㇿ' | 'ｦ'..='ﾟ' if self.late == Late::Pauses => ' ',
                other => other,
            };
            self.push(harmless);
        }
    }

    /// A stretch with these names of its sounds.
    fn say(&mut self, text: &std::ops::Range<u32>, own: &str, names: &str) {
        let is_late = self.clause + names.len() > CLAUSE_BYTES;
        if names.is_empty() || is_late && self.late == Late::AsWritten {
            return self.read(own.chars());
        }
        if is_late {
            self.push(PAUSE);
        }
        // So that what stands side by side is said as two words.
        if self.text.ends_with("]]") {
            self.push(' ');
        }
        let start = self.characters;
        "[[".chars().chain(names.chars()).chain("]]".chars()).for_each(|sign| self.push(sign));
        self.stretches.push(Stretch { script: (start, self.characters), text: (text.start, text.end) });
    }

    fn push(&mut self, character: char) {
        let ends = FULL_ENDS.contains(character)
            || character.is_whitespace() && self.text.ends_with(|last| ENDS.contains(last));
        self.text.push(character);
        self.characters += 1;
        self.clause = if ends { 0 } else { self.clause + character.len_utf8() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::sounds::{Kind, Sound};

    fn inventory() -> Inventory {
        let sound = |sign: &str| Sound { name: sign.to_owned(), ipa: sign.to_owned(), kind: Kind::Consonant };
        Inventory::new(["t", "a"].map(sound).into())
    }

    fn script(text: &str, stretches: &[(u32, u32, &str)]) -> Script {
        let stretch =
            |&(start, end, ipa): &(u32, u32, &str)| Pronounced { characters: start..end, ipa: ipa.into() };
        let mut script = Script::default();
        script.write(text, &stretches.iter().map(stretch).collect::<Vec<_>>(), &inventory());
        script
    }

    #[test]
    fn a_pausing_script_cuts_a_long_clause() {
        let text = "xy".repeat(200);
        let ipa = "ta".repeat(30);
        let all: Vec<_> =
            (0..200).map(|at| Pronounced { characters: 2 * at..2 * at + 2, ipa: ipa.clone() }).collect();
        let mut script = Script::pausing();
        script.write(&text, &all, &inventory());
        let written = script.text().unwrap();
        assert!(!written.contains(['x', 'y']));
        assert!(written.split(PAUSE).all(|clause| clause.len() <= CLAUSE_BYTES + 8), "{written}");
    }

    #[test]
    fn a_stretch_becomes_names_and_places_come_back() {
        let script = script("größer als Tee, ja", &[(7, 10, "ta"), (11, 14, "at")]);
        assert_eq!(script.text(), Some("größer [[t|a|]] [[a|t|]], ja"));
        let places = [0, 6, 7, 9, 14, 15, 16, 23, 24, 26].map(|character| script.place(character));
        assert_eq!(places, [0, 6, 7, 7, 7, 10, 11, 11, 14, 16]);
    }

    #[test]
    fn the_texts_own_brackets_are_no_names() {
        let script = script("[[t|]] [x [[", &[(8, 9, "a")]);
        assert_eq!(script.text(), Some("((t|)) ([[a|]] (("));
    }

    #[test]
    fn what_has_no_sound_or_comes_too_late_in_its_clause_is_read_as_written() {
        assert_eq!(script("tea", &[(0, 3, "?")]).text(), Some("tea"));
        let long = "word ".repeat(150);
        let at = long.len() as u32;
        assert!(!script(&format!("{long}tea"), &[(at, at + 3, "ta")]).text().unwrap().contains('['));
        let cut = format!("{long}. tea");
        assert!(script(&cut, &[(at + 2, at + 5, "ta")]).text().unwrap().ends_with("[[t|a|]]"));
    }
}
