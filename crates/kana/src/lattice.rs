//! The cheapest path through all words that a stretch of text may be made of.

use std::ops::Range;

use crate::classes::{COUNTER, EDGE, NUMBER, STEP};
use crate::counting::{Counted, Counts, counted};
use crate::dictionary::{Dictionary, Entry};
use crate::numerals::is_numeral;
use crate::unknown::{Unknown, is_small, unknown};

/// A number costs what the dictionary's numerals do.
const NUMBER_ALONE: i32 = 4_500 / STEP;
/// With what it counts less than the two words apart, and more than a word that is written alike and means another thing.
const NUMBER_WITH: i32 = 1_500 / STEP;
/// More for a number alone where it stands before what it counts: the dictionary knows days, but not two of them.
const APART: i32 = 1_500 / STEP;
/// What was written in figures is a number, whatever the characters would mean besides.
const CERTAIN: i32 = 20_000 / STEP;

/// One word of the text.
pub(crate) struct Word<'a> {
    /// In characters of the stretch.
    pub(crate) characters: Range<usize>,
    before: u16,
    /// What kind of word it is for those behind it.
    pub(crate) kind: u16,
    pub(crate) kana: Kana<'a>,
    /// It is a number.
    pub(crate) is_number: bool,
    own_cost: i32,
    cost: i32,
    previous: usize,
}

/// How a word sounds.
pub(crate) enum Kana<'a> {
    Known(Entry<'a>),
    Made(String),
    /// It is not for Japanese to read.
    Other,
}

impl<'a> Word<'a> {
    fn known(at: usize, (length, entry): (usize, Entry<'a>)) -> Self {
        Self::new(at..at + length, (entry.class, entry.class), entry.cost, Kana::Known(entry))
    }

    fn counted(at: usize, counted: Counted, is_certain: bool) -> Self {
        let (kind, cost) = match counted.counts {
            Counts::With => (COUNTER, NUMBER_WITH),
            Counts::Apart => (NUMBER, NUMBER_ALONE + APART),
            Counts::Nothing => (NUMBER, NUMBER_ALONE),
        };
        let cost = if is_certain { cost - CERTAIN } else { cost };
        let word = Self::new(at..at + counted.length, (NUMBER, kind), cost, Kana::Made(counted.kana));
        Self { is_number: true, ..word }
    }

    fn unknown(at: usize, unknown: Unknown) -> Self {
        let kana = unknown.kana.map_or(Kana::Other, Kana::Made);
        Self::new(at..at + unknown.length, (unknown.kind, unknown.kind), unknown.cost, kana)
    }

    fn new(characters: Range<usize>, (before, kind): (u16, u16), own_cost: i32, kana: Kana<'a>) -> Self {
        Self { characters, before, kind, kana, is_number: false, own_cost, cost: 0, previous: usize::MAX }
    }
}

/// The words of the cheapest path through this stretch. `is_certain` says of a place whether a number that begins there
/// was written in figures.
pub(crate) fn cheapest<'a>(
    dictionary: &'a Dictionary,
    stretch: &[char],
    is_certain: &dyn Fn(usize) -> bool,
) -> Vec<Word<'a>> {
    let mut words: Vec<Word<'a>> = Vec::new();
    // The words that end at each place.
    let mut ends: Vec<Vec<usize>> = vec![Vec::new(); stretch.len() + 1];
    for at in 0..stretch.len() {
        if at > 0 && ends[at].is_empty() {
            continue;
        }
        for mut word in beginning(dictionary, stretch, at, is_certain) {
            let (cost, previous) = best(dictionary, &words, &ends[at], word.before);
            (word.cost, word.previous) = (cost + word.own_cost, previous);
            ends[word.characters.end].push(words.len());
            words.push(word);
        }
    }
    let (_, last) = best(dictionary, &words, &ends[stretch.len()], EDGE);
    path(words, last)
}

/// All words that begin at a place: at least one, so that every place is reached that a word ends at.
fn beginning<'a>(
    dictionary: &'a Dictionary,
    stretch: &[char],
    at: usize,
    is_certain: &dyn Fn(usize) -> bool,
) -> impl Iterator<Item = Word<'a>> {
    // Numerals are numbers, which are read as a whole.
    let is_number = is_numeral(stretch[at]);
    let known = dictionary.words(&stretch[at..]).filter(|(_, entry)| !is_number || entry.class != NUMBER);
    let is_whole = |length: usize| stretch.get(at + length).is_none_or(|next| !is_small(*next));
    let known = known.filter(|(length, _)| is_whole(*length));
    let mut all: Vec<_> = known.map(|found| Word::known(at, found)).collect();
    let numbers = counted(stretch, at, is_certain).into_iter();
    all.extend(numbers.map(|counted| Word::counted(at, counted, is_certain(at))));
    all.extend(unknown(stretch, at, !all.is_empty()).map(|unknown| Word::unknown(at, unknown)));
    all.into_iter()
}

/// The cheapest of the words that end where one of this kind begins, and what the path up to there costs.
fn best(dictionary: &Dictionary, words: &[Word<'_>], ending: &[usize], kind: u16) -> (i32, usize) {
    let cost = |index: &usize| {
        let word = &words[*index];
        (word.cost + dictionary.between(word.kind, kind), *index)
    };
    ending.iter().map(cost).min().unwrap_or((dictionary.between(EDGE, kind), usize::MAX))
}

fn path(mut words: Vec<Word<'_>>, last: usize) -> Vec<Word<'_>> {
    let mut kept = vec![];
    let mut next = last;
    while let Some(word) = words.get(next) {
        kept.push(next);
        next = word.previous;
    }
    let mut index = 0;
    words.retain(|_| {
        index += 1;
        kept.pop_if(|kept| *kept == index - 1).is_some()
    });
    words
}
