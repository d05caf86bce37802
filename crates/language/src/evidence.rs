//! What the words of a piece say of its language: small words and accented letters, where they are no part of a name.
//! Read [`Evidence`] first.

use crate::prose::{Before, Case, Word, is_apostrophe};
use crate::table::{Bits, look_up, writers};
use crate::vocabulary::{COUNT, COURTEOUS, PARTICLES};

/// Points for a small word.
pub(crate) const WORD: u32 = 3;
/// Points for a small word of one letter, which may be an abbreviation.
const INITIAL: u32 = 1;
/// Points for a word with letters that few languages have.
const RARE_LETTERS: u32 = 3;
/// Points for a word with letters that many have.
const LETTERS: u32 = 2;
/// How many languages are few.
const FEW: u32 = 3;
/// The most words whose letters count for a language: more is a list of names as likely.
const LETTERED: usize = 3;

/// So many particles may be in the names of one text.
const MANY_PARTICLES: u32 = 2;

/// The small words that were heard, and the letters.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    /// Each small word once: the same one again says nothing new.
    heard: Vec<Heard>,
    /// Who writes the accents of each accented word that is no name.
    lettered: Vec<Bits>,
}

#[derive(Debug, Clone, Copy)]
struct Heard {
    number: usize,
    who: Bits,
    points: u32,
    is_particle: bool,
}

/// What speaks for a language, and what for another one against it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    /// How many small words of two letters or more it has and the other has not.
    pub(crate) words: u32,
    /// How many of them stand in names as well.
    pub(crate) particles: u32,
    /// The points of all small words that it has and the other has not.
    pub(crate) points: u32,
    /// The points of accented words that it can write and the other cannot.
    pub(crate) letters: u32,
    /// How many words have letters that few write.
    pub(crate) rare: u32,
    /// How many accented words it cannot write.
    pub(crate) strange: u32,
}

impl Tally {
    /// Whether it has words beside such as stand in names, or so many that they can hardly all be in names.
    pub(crate) fn is_more_than_particles(self) -> bool {
        self.words > self.particles || self.words > MANY_PARTICLES || self.rare > 0
    }
}

impl Evidence {
    /// What the words of a piece say.
    pub(crate) fn of(words: &[&Word<'_>]) -> Self {
        let mut evidence = Self::default();
        let mut name = NameAhead::Sign;
        for word in words.iter().rev() {
            evidence.hear(**word, name);
            name = name.before(**word);
        }
        evidence
    }

    /// Whether no small word was heard, and no accent.
    pub(crate) fn is_empty(&self) -> bool {
        self.heard.is_empty() && self.lettered.is_empty()
    }

    /// This and another.
    pub(crate) fn with(&self, other: &Self) -> Self {
        let mut both = Self { heard: self.heard.clone(), lettered: self.lettered.clone() };
        other.heard.iter().for_each(|heard| both.note(*heard));
        both.lettered.extend(&other.lettered);
        both
    }

    fn hear(&mut self, word: Word<'_>, name: NameAhead) {
        let lower = lower(word.text);
        let is_free = name != NameAhead::Yes || !is_particle(&lower);
        let is_sure = match word.case {
            _ if name == NameAhead::Hyphen || word.before == Before::Hyphen => false,
            Case::Lower => is_free,
            Case::Capital if word.before == Before::Start => is_free,
            Case::Capital => is_in(&COURTEOUS, &lower),
            Case::Other => false,
        };
        if is_sure && !self.knows(&lower, word, name) && lower.contains('\'') {
            lower.split('\'').for_each(|part| {
                self.knows(part, word, NameAhead::No);
            });
        }
        if word.case == Case::Lower && !lower.is_ascii() {
            self.lettered.push(spellers(&lower));
        }
    }

    /// Whether it is a small word of any language.
    fn knows(&mut self, word: &str, written: Word<'_>, name: NameAhead) -> bool {
        let Some((number, who)) = look_up(word) else { return false };
        // The English word for oneself is as good as any, if another word follows.
        let is_initial = word.chars().nth(1).is_none() && !(written.text == "I" && name == NameAhead::No);
        // A letter before a sign is one of a list.
        if !is_initial || name != NameAhead::Sign {
            let points = if is_initial { INITIAL } else { WORD };
            self.note(Heard { number, who, points, is_particle: is_particle(word) });
        }
        true
    }

    fn note(&mut self, heard: Heard) {
        if self.heard.iter().all(|known| known.number != heard.number) {
            self.heard.push(heard);
        }
    }

    /// The points of each language, in their order.
    pub(crate) fn points(&self) -> [u32; COUNT] {
        std::array::from_fn(|at| self.of_one(1 << at))
    }

    fn of_one(&self, language: Bits) -> u32 {
        let words: u32 =
            self.heard.iter().filter(|heard| heard.who & language != 0).map(|heard| heard.points).sum();
        words + self.letters(language, 0)
    }

    fn letters(&self, language: Bits, other: Bits) -> u32 {
        let own = self.lettered.iter().filter(|who| **who & language != 0 && **who & other == 0);
        own.take(LETTERED).map(|who| if is_rare(*who) { RARE_LETTERS } else { LETTERS }).sum()
    }

    /// What speaks for a language and not for the other.
    pub(crate) fn tally(&self, language: Bits, other: Bits) -> Tally {
        let own = || self.heard.iter().filter(|heard| heard.who & language != 0 && heard.who & other == 0);
        let words = || own().filter(|heard| heard.points == WORD);
        let points: u32 = own().map(|heard| heard.points).sum();
        let letters = self.letters(language, other);
        let accented = || self.lettered.iter().filter(|who| **who & language != 0 && **who & other == 0);
        Tally {
            words: words().count() as u32,
            particles: words().filter(|heard| heard.is_particle).count() as u32,
            points,
            letters,
            rare: accented().filter(|who| is_rare(**who)).count() as u32,
            strange: self.lettered.iter().filter(|who| **who & language == 0).count() as u32,
        }
    }
}

/// Whether a name follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NameAhead {
    /// Another word.
    No,
    /// A sign, or nothing.
    Sign,
    /// A word with a capital, or one with particles before it.
    Yes,
    /// What a hyphen joins to the word.
    Hyphen,
}

impl NameAhead {
    /// What follows the word before this one.
    fn before(self, word: Word<'_>) -> Self {
        match (word.before, word.case) {
            (Before::Start | Before::Sign, _) => Self::Sign,
            (Before::Hyphen, _) => Self::Hyphen,
            (_, Case::Capital) => Self::Yes,
            _ if self == Self::Yes && is_particle(word.text) => Self::Yes,
            _ => Self::No,
        }
    }
}

/// Whether a list in order has a word.
fn is_in(words: &[&str], word: &str) -> bool {
    words.binary_search(&word).is_ok()
}

/// Whether a word may stand before a name within that name.
pub(crate) fn is_particle(word: &str) -> bool {
    is_in(&PARTICLES, word)
}

fn is_rare(who: Bits) -> bool {
    who.count_ones() <= FEW
}

/// What small letters leave of the dot of a Turkish `İ`.
const DOT_ABOVE: char = '\u{307}';

fn lower(word: &str) -> String {
    let letters = word.chars().flat_map(char::to_lowercase).filter(|letter| *letter != DOT_ABOVE);
    letters.map(|letter| if is_apostrophe(letter) { '\'' } else { letter }).collect()
}

/// Who has all of a word's accented letters.
fn spellers(word: &str) -> Bits {
    word.chars()
        .filter(|letter| !letter.is_ascii() && letter.is_alphabetic())
        .fold(Bits::MAX, |who, letter| who & writers(letter))
}
