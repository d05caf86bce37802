//! The words and letters of [`LANGUAGES`] in tables that the compiler makes, so that the first look-up costs what all
//! cost.

use crate::vocabulary::{COUNT, LANGUAGES};

/// Languages as bits, in the order of [`LANGUAGES`].
pub(crate) type Bits = u32;

const _: () = assert!(COUNT <= Bits::BITS as usize, "every language needs a bit");

/// A small word in the table: its place among the words of the first language that has it.
#[derive(Clone, Copy)]
struct Entry {
    who: Bits,
    start: u16,
    length: u8,
    language: u8,
}

const EMPTY: Entry = Entry { who: 0, start: 0, length: 0, language: 0 };

/// Places of the table: more than twice as many as there are words, so that hardly two want the same.
const PLACES: usize = 1 << 13;

static WORDS: [Entry; PLACES] = placed();

/// The ranges that accented Latin letters are in: Latin-1 and Extended-A and -B, and Extended Additional.
const NEAR: (u32, usize) = (0xc0, 0x190);
const FAR: (u32, usize) = (0x1e00, 0x100);

static NEAR_LETTERS: [Bits; NEAR.1] = lettered(NEAR.0);
static FAR_LETTERS: [Bits; FAR.1] = lettered(FAR.0);

/// The bit of a language.
pub(crate) fn bit(tag: &str) -> Option<Bits> {
    LANGUAGES.iter().position(|language| language.tag == tag).map(|at| 1 << at)
}

/// Who has this small word, in lower case, and its number in the table.
pub(crate) fn look_up(word: &str) -> Option<(usize, Bits)> {
    let word = word.as_bytes();
    let at = place(&WORDS, word, 0, word.len());
    (WORDS[at].who != 0).then_some((at, WORDS[at].who))
}

/// Who writes this letter of lower case; nobody for what is no accented Latin letter.
pub(crate) fn writers(letter: char) -> Bits {
    let code = u32::from(letter);
    let in_range = |(first, count): (u32, usize)| code.checked_sub(first).filter(|at| (*at as usize) < count);
    let near = in_range(NEAR).map(|at| NEAR_LETTERS[at as usize]);
    near.or_else(|| in_range(FAR).map(|at| FAR_LETTERS[at as usize])).unwrap_or(0)
}

const fn placed() -> [Entry; PLACES] {
    let mut table = [EMPTY; PLACES];
    let mut language = 0;
    while language < COUNT {
        let words = LANGUAGES[language].words.as_bytes();
        let mut start = 0;
        while start < words.len() {
            let end = word_end(words, start);
            let at = place(&table, words, start, end);
            if table[at].who == 0 {
                table[at] = Entry {
                    who: 0,
                    start: start as u16,
                    length: (end - start) as u8,
                    language: language as u8,
                };
            }
            table[at].who |= 1 << language;
            start = end + 1;
        }
        language += 1;
    }
    table
}

const fn word_end(words: &[u8], start: usize) -> usize {
    let mut end = start;
    while end < words.len() && words[end] != b' ' {
        end += 1;
    }
    end
}

/// Where the word from `start` to `end` stands, or is to stand.
const fn place(table: &[Entry; PLACES], text: &[u8], start: usize, end: usize) -> usize {
    let mut at = hash(text, start, end) as usize % PLACES;
    while table[at].who != 0 && !is_same(table[at], text, start, end) {
        at = (at + 1) % PLACES;
    }
    at
}

/// FNV-1a.
const fn hash(text: &[u8], start: usize, end: usize) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut at = start;
    while at < end {
        hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash ^ (hash >> 15)
}

const fn is_same(entry: Entry, text: &[u8], start: usize, end: usize) -> bool {
    if entry.length as usize != end - start {
        return false;
    }
    let words = LANGUAGES[entry.language as usize].words.as_bytes();
    let mut at = 0;
    while at < entry.length as usize {
        if words[entry.start as usize + at] != text[start + at] {
            return false;
        }
        at += 1;
    }
    true
}

const fn lettered<const LENGTH: usize>(first: u32) -> [Bits; LENGTH] {
    let mut table = [0; LENGTH];
    let mut language = 0;
    while language < COUNT {
        let letters = LANGUAGES[language].letters.as_bytes();
        let mut at = 0;
        while at < letters.len() {
            let (code, length) = decoded(letters, at);
            if code >= first && ((code - first) as usize) < LENGTH {
                table[(code - first) as usize] |= 1 << language;
            }
            at += length;
        }
        language += 1;
    }
    table
}

/// The letter at a place of UTF-8 without ASCII, and its bytes: two or three, as all Latin letters have.
const fn decoded(letters: &[u8], at: usize) -> (u32, usize) {
    let (first, second) = (letters[at] as u32, letters[at + 1] as u32 & 0x3f);
    if first < 0xe0 {
        return ((first & 0x1f) << 6 | second, 2);
    }
    ((first & 0xf) << 12 | second << 6 | letters[at + 2] as u32 & 0x3f, 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{COURTEOUS, PARTICLES};

    #[test]
    fn lists_that_are_searched_by_halves_are_in_order() {
        assert!(PARTICLES.is_sorted() && COURTEOUS.is_sorted());
    }

    #[test]
    fn every_word_and_letter_is_found() {
        for (at, language) in LANGUAGES.iter().enumerate() {
            for word in language.words.split(' ') {
                assert!(look_up(word).is_some_and(|(_, who)| who >> at & 1 == 1), "{word}");
            }
            for letter in language.letters.chars() {
                assert!(writers(letter) >> at & 1 == 1, "{letter}");
            }
        }
        assert_eq!((look_up("xylophone"), look_up(""), writers('×'), writers('я')), (None, None, 0, 0));
    }
}
