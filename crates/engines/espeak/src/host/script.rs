//! What the library is given to read where stretches of a text are to sound otherwise than they are written, or to stand out.
//!
//! The former become `[[names of sounds]]`. Nobody else may give the library such names: brackets of the text's own become
//! round ones, which are read alike. Before the latter and behind them stand commands, which nobody else can give either:
//! the text comes without control characters. What the library says of places in the script is said of places in the text.
//! Read [`Script`] first.

use std::collections::VecDeque;
use std::ops::Range;

use speech::Emphasis;

use super::accent::{Turn, Usual, command, turns};
use super::ipa::Inventory;
use crate::records::{Accent, Pronounced};

/// The library reads clauses of 800 bytes and cuts longer ones anywhere, from 75 bytes before their end on. A stretch
/// that would come so late in its clause is read as it is written, since half of its names would be read as words; a command
/// comes later.
/// Source: `N_TR_SOURCE` in `translate.h` and `ReadClause` of eSpeak NG 1.52.
const CLAUSE_BYTES: usize = 700;
/// What may end a clause.
const ENDS: &str = ".,:;?!";
/// The same in Chinese and Japanese, where no space follows.
const FULL_ENDS: &str = "。、，．：；？！";
/// What ends a clause that would be too long.
const PAUSE: char = '、';

/// What is asked of a text.
pub(super) struct Asked<'a> {
    pub(super) text: &'a str,
    /// In order and without overlap, as are the others.
    pub(super) pronounced: &'a [Pronounced],
    pub(super) accents: &'a [Accent],
    /// How all is spoken that does not stand out.
    pub(super) usual: Usual,
    pub(super) late: Late,
}

/// What becomes of a stretch that comes too late in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Late {
    /// It is read as it is written.
    #[default]
    AsWritten,
    /// A pause before it begins another clause: for a language whose own writing the library cannot read.
    Pauses,
}

/// What the library reads, and the way back. Empty where it reads the text itself.
#[derive(Default)]
pub(super) struct Script {
    text: String,
    characters: u32,
    /// The bytes since something may have ended a clause.
    clause: usize,
    /// In order.
    stretches: Vec<Stretch>,
    late: Late,
    /// How many characters of the text are read.
    read: u32,
    turns: VecDeque<Turn>,
    usual: Option<Usual>,
    /// How much the words stand out that come next, and those that the library was told of last.
    wanted: Option<Emphasis>,
    told: Option<Emphasis>,
}

/// One stretch that sounds otherwise, in characters from 0.
struct Stretch {
    /// Its first character in the script, and the one after its last.
    script: (u32, u32),
    /// The same in the text.
    text: (u32, u32),
}

impl Script {
    pub(super) fn new(asked: &Asked<'_>, inventory: &Inventory) -> Self {
        let turns = turns(asked.text, asked.accents).into();
        let mut script = Self { turns, usual: Some(asked.usual), late: asked.late, ..Self::default() };
        let mut characters = asked.text.chars();
        for Pronounced { characters: range, ipa } in asked.pronounced {
            let before = range.start.saturating_sub(script.read) as usize;
            script.read(characters.by_ref().take(before));
            let own: String = characters.by_ref().take(range.len()).collect();
            script.say(range, &own, &inventory.spell(ipa));
        }
        script.read(characters);
        script
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
                // The library has a name for it, in English.
                '・' => ' ',
                // They are a pause for the library only with a space behind them, and else a letter that it does not know.
                '–' | '—' | '―' if self.late == Late::Pauses => PAUSE,
                mark if self.late == Late::Pauses && is_named(mark) => ' ',
                other => other,
            };
            if !character.is_whitespace() {
                self.turn();
            }
            self.push(harmless);
            self.read += 1;
        }
    }

    /// A stretch with these names of its sounds.
    fn say(&mut self, text: &Range<u32>, own: &str, names: &str) {
        let is_late = self.clause + names.len() > CLAUSE_BYTES;
        if names.is_empty() || is_late && self.late == Late::AsWritten {
            return self.read(own.chars());
        }
        if is_late {
            self.push(PAUSE);
        }
        // The library reads names only where a word begins: behind a mark, or a space that does not break, they are silent.
        if self.text.ends_with(|before: char| before != ' ') {
            self.push(' ');
        }
        self.turn();
        self.insert(["[[", names, "]]"].into_iter().flat_map(str::chars), text.clone());
        self.read = text.end;
    }

    /// Tells the library of another emphasis, if one begins at the next character or has waited for the end of a clause.
    fn turn(&mut self) {
        let read = self.read;
        let mut begins = self.text.is_empty() || self.text.ends_with(char::is_whitespace);
        while let Some(turn) = self.turns.pop_front_if(|turn| turn.at <= read) {
            self.wanted = turn.level;
            begins = true;
        }
        let Some(usual) = self.usual.filter(|_| begins && self.wanted != self.told) else { return };
        let command = command(self.wanted, usual);
        if self.clause + command.len() <= CLAUSE_BYTES {
            self.told = self.wanted;
            self.insert(command.chars(), read..read);
        }
    }

    /// Something that stands for a stretch of the text.
    fn insert(&mut self, signs: impl Iterator<Item = char>, text: Range<u32>) {
        let start = self.characters;
        signs.for_each(|sign| self.push(sign));
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

/// Whether the library says that it sees this mark, in English. What is read of them in Japanese has its sounds already.
fn is_named(mark: char) -> bool {
    match mark {
        // What nobody reads of kana: marks without a kana before them.
        '\u{3041}'..='\u{30ff}' | 'ㇰ'..='ㇿ' | 'ｦ'..='ﾟ' => true,
        _ if mark.is_alphanumeric() || FULL_ENDS.contains(mark) => false,
        '#'..='&' | '*' | '+' | '/' | '<'..='>' | '@' | '\\' | '^'..='`' | '|' | '~' => true,
        '\u{a1}'..='\u{bf}' | '×' | '÷' | '\u{300}'..='\u{36f}' => true,
        '\u{2010}' | '\u{2011}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{2bff}' => true,
        '\u{3000}'..='\u{303f}' | '\u{3200}'..='\u{33ff}' | '\u{fe30}'..='\u{fe4f}' => true,
        '\u{ff01}'..='\u{ffee}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::sounds::{Kind, Sound};

    const USUAL: Usual = Usual { words_per_minute: 175, pitch: 50 };

    fn inventory() -> Inventory {
        let sound = |sign: &str| Sound { name: sign.to_owned(), ipa: sign.to_owned(), kind: Kind::Consonant };
        Inventory::new(["t", "a"].map(sound).into())
    }

    fn script(text: &str, stretches: &[(u32, u32, &str)]) -> Script {
        let stretch =
            |&(start, end, ipa): &(u32, u32, &str)| Pronounced { characters: start..end, ipa: ipa.into() };
        let pronounced: Vec<_> = stretches.iter().map(stretch).collect();
        Script::new(&asked(text, &pronounced, &[]), &inventory())
    }

    fn asked<'a>(text: &'a str, pronounced: &'a [Pronounced], accents: &'a [Accent]) -> Asked<'a> {
        Asked { text, pronounced, accents, usual: USUAL, late: Late::AsWritten }
    }

    #[test]
    fn a_long_clause_is_cut_by_pauses_where_the_library_reads_no_writing() {
        let text = "xy".repeat(200);
        let ipa = "ta".repeat(30);
        let all: Vec<_> =
            (0..200).map(|at| Pronounced { characters: 2 * at..2 * at + 2, ipa: ipa.clone() }).collect();
        let script = Script::new(&Asked { late: Late::Pauses, ..asked(&text, &all, &[]) }, &inventory());
        let written = script.text().unwrap();
        assert!(!written.contains(['x', 'y']));
        assert!(written.split(PAUSE).all(|clause| clause.len() <= CLAUSE_BYTES + 8), "{written}");
    }

    /// One in which these characters stand out; commands are shown as `^` and `/`.
    fn accented(text: &str, accents: &[(u32, u32)]) -> (Script, String) {
        let accent = |&(start, end): &(u32, u32)| Accent { characters: start..end, level: Emphasis::Strong };
        let accents: Vec<_> = accents.iter().map(accent).collect();
        let sounding = [Pronounced { characters: 0..1, ipa: "t".into() }];
        let script = Script::new(&asked(text, &sounding, &accents), &inventory());
        let shown = script.text().unwrap().replace(&command(Some(Emphasis::Strong), USUAL), "^");
        (script, shown.replace(&command(None, USUAL), "/"))
    }

    #[test]
    fn a_stretch_becomes_names_and_places_come_back() {
        let script = script("größer als Tee, ja", &[(7, 10, "ta"), (11, 14, "at")]);
        assert_eq!(script.text(), Some("größer [[t|a|]] [[a|t|]], ja"));
        let places = [0, 6, 7, 9, 14, 15, 16, 23, 24, 26].map(|character| script.place(character));
        assert_eq!(places, [0, 6, 7, 7, 7, 10, 11, 11, 14, 16]);
    }

    #[test]
    fn names_stand_where_a_word_begins_and_places_come_back() {
        let script = script("「ta」a\u{a0}(ta)", &[(1, 3, "ta"), (4, 5, "a"), (7, 9, "ta")]);
        let written = script.text().unwrap();
        assert_eq!(written, "「 [[t|a|]]」 [[a|]]\u{a0}( [[t|a|]])");
        let places: Vec<_> = (0..).zip(written.chars()).map(|(at, sign)| (sign, script.place(at))).collect();
        let of = |wanted: char| -> Vec<_> {
            places.iter().filter(|(sign, _)| *sign == wanted).map(|(_, place)| *place).collect()
        };
        assert_eq!((of('「'), of('」'), of('('), of(')')), (vec![0], vec![3], vec![6], vec![9]));
        assert_eq!(of('['), [1, 1, 4, 4, 7, 7]);
        assert!(places.is_sorted_by_key(|(_, place)| *place));
    }

    #[test]
    fn the_texts_own_brackets_are_no_names() {
        let script = script("[[t|]] [x [[", &[(8, 9, "a")]);
        assert_eq!(script.text(), Some("((t|)) ( [[a|]] (("));
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

    #[test]
    fn what_stands_out_is_between_commands_and_places_come_back() {
        let (script, shown) = accented("T is so, é.", &[(0, 1), (5, 7)]);
        assert_eq!(shown, "^[[t|]] /is ^so, /é.");
        let place = |sign: char| {
            let at = script.text().unwrap().chars().position(|c| c == sign).unwrap();
            script.place(at as u32)
        };
        assert_eq!(['[', 'i', 'o', ',', 'é', '.'].map(place), [0, 2, 6, 7, 9, 10]);
        assert_eq!(accented("x y", &[(0, 3)]).1, "^[[t|]] y");
    }

    #[test]
    fn a_command_waits_where_the_library_may_cut() {
        let long = "word ".repeat(150);
        let shown = accented(&format!("{long}so it is. Yes, no"), &[(750, 763)]).1;
        assert!(shown.ends_with("word so it is. ^Yes, /no"), "{shown}");
        let shown = accented(&format!("{long}so it is. Yes"), &[(10, 752)]).1;
        assert!(shown.contains(" ^word") && shown.ends_with("so it is. /Yes"), "{shown}");
    }
}
