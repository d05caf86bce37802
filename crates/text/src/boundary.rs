//! What the text behind some marks says about whether a sentence ended with them.
//!
//! A [`Ruling`] is given from text that cannot change: that a border is there, that none is, or that only later text can
//! tell, and which. It is asked for again when such text came, so it depends on the text alone and never on how the text
//! was cut into messages.
//!
//! The rule for spaces: a border lies behind the one space character that follows the marks, and is certain as soon as
//! that space is there, unless the word before or an ellipsis or quotation leaves doubt. Further spaces lead the next
//! segment. So the decision comes at the earliest moment, and no lone space is left behind. Without a space the border lies
//! behind the marks, and is certain at the letter that follows.
//!
//! Start with [`rule`].

use crate::abbreviation::{Abbreviation, Complete, Listed, is_opener};
use crate::effort::spend;
use crate::mark::{Enclosure, Terminal, clause_mark, enclosure, is_line_end};
use crate::name::is_name_ending;
use crate::run::{Closed, Run};
use crate::word::Before;

/// What ends at a border.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Rank {
    Clause,
    Sentence,
}

/// What a rule says about the place behind some marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ruling {
    /// Only later text tells.
    Wait(Until),
    GoesOn,
    Ends,
}

/// The next character with which a ruling may change, so that nobody need ask before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Until {
    /// Any.
    #[default]
    Next,
    /// One that is no space, or that ends a line.
    Visible,
    /// None of the marks that open quotations and brackets.
    Opened,
    /// None of the marks around quotations and brackets.
    Bare,
}

impl Until {
    /// Whether `c` is such a character.
    pub(crate) fn is_met_by(self, c: char) -> bool {
        match self {
            Self::Next => true,
            Self::Visible => !c.is_whitespace() || is_line_end(c),
            Self::Opened => !may_open(c),
            Self::Bare => enclosure(c).is_none(),
        }
    }
}

/// Rules about `run`, which ends a sentence or nothing and has been read; `after` is the text behind it in `text`, and
/// `next` the character with which that begins.
pub(crate) fn rule(text: &str, run: &mut Run, after: &str, next: char) -> Ruling {
    spend(after.len());
    if next.is_whitespace() { spaced(text, run, after) } else { joined(text, run, after, next) }
}

/// Whether `text` begins with spaces that hold two line ends, or a paragraph separator.
pub(crate) fn has_blank_line(text: &str) -> bool {
    let spaces = text.chars().take_while(|c| c.is_whitespace());
    spaces.filter(|&c| is_line_end(c)).map(|c| if c == '\u{2029}' { 2 } else { 1 }).sum::<usize>() >= 2
}

/// Whether `c` may stand before the first word of a sentence.
fn may_open(c: char) -> bool {
    matches!(enclosure(c), Some(Enclosure::Opening | Enclosure::Either))
}

/// Marks followed by a space.
fn spaced(text: &str, run: &mut Run, after: &str) -> Ruling {
    let visible = after.trim_start();
    if run.mark == Terminal::Certain || has_blank_line(after) {
        return Ruling::Ends;
    }
    if run.closed == Closed::Enclosure || run.mark == Terminal::Ellipsis {
        return unless_it_goes_on(visible);
    }
    if run.mark == Terminal::Loud {
        return Ruling::Ends;
    }
    match run.before(text) {
        Before::Word | Before::Dotted => Ruling::Ends,
        Before::Number => if_sentence_case(visible),
        Before::ListMarker | Before::Abbreviation(Abbreviation::NeverLast) => Ruling::GoesOn,
        Before::Abbreviation(Abbreviation::BeforeNumber) => unless_number(visible),
        Before::Initials | Before::Abbreviation(Abbreviation::MayBeLast) => if_opener(visible),
    }
}

/// Marks followed at once by something visible.
fn joined(text: &str, run: &mut Run, after: &str, next: char) -> Ruling {
    if run.mark == Terminal::Certain {
        return Ruling::Ends;
    }
    let Some(first) = after.trim_start_matches(may_open).chars().next() else {
        return Ruling::Wait(Until::Opened);
    };
    if !first.is_alphabetic() || first.is_lowercase() || run.words().is_address(text) {
        return Ruling::GoesOn;
    }
    match run.mark {
        Terminal::Ellipsis if !first.is_uppercase() => Ruling::GoesOn,
        Terminal::Dot if run.closed == Closed::Nothing && first == next => dot_joined(text, run, after),
        Terminal::Dot | Terminal::Ellipsis | Terminal::Loud | Terminal::Certain => Ruling::Ends,
    }
}

/// A full stop followed at once by a capital or caseless letter.
fn dot_joined(text: &str, run: &mut Run, after: &str) -> Ruling {
    match run.before(text) {
        Before::Word | Before::Abbreviation(Abbreviation::BeforeNumber) => unless_name_ending(after),
        Before::Dotted if run.words().ends_as_name(text) => unless_name_ending(after),
        Before::Number => if_plain_word(after),
        Before::Initials | Before::Abbreviation(Abbreviation::MayBeLast) => if_opener(after),
        Before::Dotted | Before::ListMarker | Before::Abbreviation(Abbreviation::NeverLast) => Ruling::GoesOn,
    }
}

/// Ends unless the next word is in small letters or a mark shows that the sentence goes on (UAX #29, rules SB8 and SB8a).
fn unless_it_goes_on(visible: &str) -> Ruling {
    match visible.chars().next() {
        None => Ruling::Wait(Until::Visible),
        Some(c) if c.is_lowercase() || clause_mark(c).is_some() => Ruling::GoesOn,
        Some(_) => Ruling::Ends,
    }
}

/// After a number: only a capital or caseless letter begins a sentence.
fn if_sentence_case(visible: &str) -> Ruling {
    let bare = visible.trim_start_matches(|c| enclosure(c).is_some());
    match bare.chars().next() {
        None => wait_for_bare(visible),
        Some(c) if c.is_alphabetic() && !c.is_lowercase() => Ruling::Ends,
        Some(_) => Ruling::GoesOn,
    }
}

fn unless_number(visible: &str) -> Ruling {
    match visible.chars().next() {
        None => Ruling::Wait(Until::Visible),
        Some(c) if c.is_numeric() || c == '#' => Ruling::GoesOn,
        Some(_) => Ruling::Ends,
    }
}

/// After an abbreviation that may be last: only a word that opens sentences, or a script without capitals, ends it.
fn if_opener(visible: &str) -> Ruling {
    let bare = visible.trim_start_matches(|c| enclosure(c).is_some());
    let length = bare.find(|c: char| !c.is_alphabetic()).unwrap_or(bare.len());
    let (word, rest) = bare.split_at(length);
    let complete = if rest.is_empty() { Complete::NotYet } else { Complete::Yes };
    match word.chars().next() {
        None if bare.is_empty() => wait_for_bare(visible),
        Some(c) if !c.is_uppercase() && !c.is_lowercase() => Ruling::Ends,
        None | Some(_) if rest.starts_with('.') => Ruling::GoesOn,
        None | Some(_) => match is_opener(word, complete) {
            Listed::Yes => Ruling::Ends,
            Listed::No => Ruling::GoesOn,
            Listed::Perhaps => Ruling::Wait(Until::Next),
        },
    }
}

fn unless_name_ending(after: &str) -> Ruling {
    match is_name_ending(after) {
        Listed::Yes => Ruling::GoesOn,
        Listed::No => Ruling::Ends,
        Listed::Perhaps => Ruling::Wait(Until::Next),
    }
}

/// After a number without a space: `50.How` ends, `3.X` and `2.AB` go on.
fn if_plain_word(after: &str) -> Ruling {
    let mut letters = after.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some(first), _) if !first.is_uppercase() => Ruling::Ends,
        (_, None) => Ruling::Wait(Until::Next),
        (Some('I' | 'A'), Some(second)) if !second.is_alphanumeric() && second != '.' => Ruling::Ends,
        (_, Some(second)) if second.is_lowercase() => Ruling::Ends,
        _ => Ruling::GoesOn,
    }
}

/// Waits for the character behind `visible`, which is empty or consists of enclosing marks.
fn wait_for_bare(visible: &str) -> Ruling {
    Ruling::Wait(if visible.is_empty() { Until::Visible } else { Until::Bare })
}
