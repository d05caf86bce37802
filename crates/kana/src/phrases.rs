//! From words to phrases: each word with what leans on it.

use std::ops::Range;

use crate::dictionary::Dictionary;
use crate::lattice::{Kana, Word, cheapest};
use crate::mended::mended;
use crate::script::Script;

/// A stretch ends behind a mark that ends a sentence, or after so many characters at the next good place.
const STRETCH: usize = 160;
/// Or after so many anywhere.
const LONGEST_STRETCH: usize = 200;
/// A phrase with more kana is said as several.
const LONGEST_PHRASE: usize = 24;

/// What is said in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Its first character in the text, and the one after its last, counted from 0.
    pub characters: Range<u32>,
    /// How it sounds, in katakana; long vowels are written with `ー` where the dictionary knows of them, and particles
    /// as they are said.
    pub kana: String,
}

impl Dictionary {
    /// The phrases of a text. What is not for Japanese to read is in none: marks, figures, words in other scripts.
    ///
    /// `figures` are the characters where numbers begin that were written in figures, in order: 十分 that was `10分` is ten
    /// minutes, and not enough.
    pub fn read(&self, text: &str, figures: &[u32]) -> Vec<Phrase> {
        let text: Vec<char> = text.chars().collect();
        let (mut phrases, mut start) = (Vec::new(), 0);
        while start < text.len() {
            let length = stretch(&text[start..]);
            let own = &text[start..start + length];
            if own.iter().any(|character| Script::of(*character) != Script::Other) {
                let is_certain = |at: usize| figures.binary_search(&((start + at) as u32)).is_ok();
                let words = cheapest(self, own, &is_certain);
                self.join(&words, (own, start), &mut phrases);
            }
            start += length;
        }
        phrases
    }

    /// Words become phrases, those of a stretch that begins at `start` of the text.
    fn join(&self, words: &[Word<'_>], (stretch, start): (&[char], usize), phrases: &mut Vec<Phrase>) {
        let (mut is_open, mut is_led) = (false, false);
        for word in words {
            let class = self.class(word.kind);
            let place = |at: usize| (start + at) as u32;
            let kana = said(word, stretch);
            if kana.is_empty() {
                is_open = false;
                continue;
            }
            let last = phrases.last_mut().filter(|last| is_open && last.has_room(&kana));
            match last.filter(|_| is_led || class.leans && !word.is_number) {
                Some(last) => {
                    last.kana.push_str(&kana);
                    last.characters.end = place(word.characters.end);
                }
                None => phrases.push(Phrase {
                    characters: place(word.characters.start)..place(word.characters.end),
                    kana,
                }),
            }
            (is_open, is_led) = (true, class.leads);
        }
    }
}

/// How a word of this stretch is said.
fn said(word: &Word<'_>, stretch: &[char]) -> String {
    match &word.kana {
        Kana::Known(entry) => {
            let kana: String = entry.kana().collect();
            let (before, own) = (&stretch[..word.characters.start], &stretch[word.characters.clone()]);
            mended(before, own, kana)
        }
        Kana::Made(kana) => kana.clone(),
        Kana::Other => String::new(),
    }
}

impl Phrase {
    fn has_room(&self, kana: &str) -> bool {
        self.kana.chars().count() + kana.chars().count() <= LONGEST_PHRASE
    }
}

/// How many characters the next stretch has.
fn stretch(text: &[char]) -> usize {
    let is_end = |at: usize| {
        let (own, next) = (text[at], text.get(at + 1).copied().map(Script::of));
        match at + 1 {
            LONGEST_STRETCH.. => true,
            STRETCH.. => Script::of(own) == Script::Other || next == Some(Script::Other),
            _ => "。！？!?\n".contains(own),
        }
    };
    (0..text.len()).find(|at| is_end(*at)).map_or(text.len(), |at| at + 1)
}
