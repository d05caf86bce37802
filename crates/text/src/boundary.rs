//! Where sentences end, decided from text that cannot change.
//!
//! [`settle`] looks at one character that may end something, with the segment so far around it, and says that a border is
//! there, that none is, or that only later text can tell. It is asked again after every single character, so its answer
//! depends on the text alone and never on how the text was cut into messages.
//!
//! The rule for spaces: a border lies behind the one space character that follows the marks, and is certain as soon as
//! that space is there, unless the word before or an ellipsis or quotation leaves doubt. Further spaces lead the next
//! segment. So the decision comes at the earliest moment, and no lone space is left behind. Without a space the border lies
//! behind the marks, and is certain at the letter that follows.
//!
//! Start with [`settle`].

use crate::abbreviation::{Abbreviation, Complete, Listed, is_opener};
use crate::clause;
use crate::mark::{Enclosure, Terminal, clause_mark, enclosure, is_line_end, terminal};
use crate::name::{ends_as_name, is_address, is_name_ending};
use crate::run::{Closed, Run};
use crate::word::{Before, token_before, word_before};

/// What ends at a border.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rank {
    Clause,
    Sentence,
}

/// The answer about one character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Only later text tells.
    Wait,
    /// No border here; look on from this byte.
    No { resume: usize },
    /// A border, at this byte.
    Border { at: usize, rank: Rank },
}

/// What a rule says about the place behind some marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ruling {
    Wait,
    GoesOn,
    Ends,
}

/// Whether `c` is worth asking [`settle`] about.
pub(crate) fn may_end(c: char) -> bool {
    terminal(c).is_some() || clause_mark(c).is_some() || c.is_whitespace()
}

/// Decides about the character at byte `at` of `text`, the open segment as far as it has been read.
pub(crate) fn settle(text: &str, at: usize) -> Verdict {
    let Some(c) = text[at..].chars().next() else { return Verdict::Wait };
    if terminal(c).is_some() || c == ';' && ends_in_greek(&text[..at]) {
        return settle_sentence(text, at);
    }
    if is_line_end(c) && has_blank_line(&text[at..]) {
        return Verdict::Border { at: at + c.len_utf8(), rank: Rank::Sentence };
    }
    clause::settle(text, at, c)
}

fn settle_sentence(text: &str, at: usize) -> Verdict {
    let Some(run) = Run::read(text, at) else { return Verdict::Wait };
    let after = &text[run.end..];
    let Some(next) = after.chars().next() else { return Verdict::Wait };
    let ruling = if next.is_whitespace() { spaced(text, run, after) } else { joined(text, run, after, next) };
    verdict(text, run.end, ruling, Rank::Sentence)
}

/// Turns the ruling about the marks that end at byte `end` into a verdict: a border lies behind the space after them.
pub(crate) fn verdict(text: &str, end: usize, ruling: Ruling, rank: Rank) -> Verdict {
    match ruling {
        Ruling::Wait => Verdict::Wait,
        Ruling::GoesOn => Verdict::No { resume: end },
        Ruling::Ends => space_length(&text[end..])
            .map_or(Verdict::Wait, |length| Verdict::Border { at: end + length, rank }),
    }
}

/// The bytes of the one space that `after` begins with; `None` if only later text tells.
fn space_length(after: &str) -> Option<usize> {
    match after.as_bytes() {
        [b'\r'] => None,
        [b'\r', b'\n', ..] => Some(2),
        _ => Some(after.chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8)),
    }
}

/// A Greek question mark is typed as a semicolon.
fn ends_in_greek(before: &str) -> bool {
    before.ends_with(|c| matches!(c, '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}'))
}

/// Whether `text` begins with spaces that hold two line ends, or a paragraph separator.
fn has_blank_line(text: &str) -> bool {
    let spaces = text.chars().take_while(|c| c.is_whitespace());
    spaces.filter(|&c| is_line_end(c)).map(|c| if c == '\u{2029}' { 2 } else { 1 }).sum::<usize>() >= 2
}

/// Marks followed by a space.
fn spaced(text: &str, run: Run, after: &str) -> Ruling {
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
    match word_before(text, run.start) {
        Before::Word | Before::Dotted => Ruling::Ends,
        Before::Number => if_sentence_case(visible),
        Before::ListMarker | Before::Abbreviation(Abbreviation::NeverLast) => Ruling::GoesOn,
        Before::Abbreviation(Abbreviation::BeforeNumber) => unless_number(visible),
        Before::Initials | Before::Abbreviation(Abbreviation::MayBeLast) => if_opener(visible),
    }
}

/// Marks followed at once by something visible.
fn joined(text: &str, run: Run, after: &str, next: char) -> Ruling {
    if run.mark == Terminal::Certain {
        return Ruling::Ends;
    }
    let opened =
        after.trim_start_matches(|c| matches!(enclosure(c), Some(Enclosure::Opening | Enclosure::Either)));
    let Some(first) = opened.chars().next() else { return Ruling::Wait };
    if !first.is_alphabetic() || first.is_lowercase() || is_address(token_before(text, run.start)) {
        return Ruling::GoesOn;
    }
    match run.mark {
        Terminal::Ellipsis if !first.is_uppercase() => Ruling::GoesOn,
        Terminal::Dot if run.closed == Closed::Nothing && first == next => dot_joined(text, run, after),
        Terminal::Dot | Terminal::Ellipsis | Terminal::Loud | Terminal::Certain => Ruling::Ends,
    }
}

/// A full stop followed at once by a capital or caseless letter.
fn dot_joined(text: &str, run: Run, after: &str) -> Ruling {
    match word_before(text, run.start) {
        Before::Word | Before::Abbreviation(Abbreviation::BeforeNumber) => unless_name_ending(after),
        Before::Dotted if ends_as_name(token_before(text, run.start)) => unless_name_ending(after),
        Before::Number => if_plain_word(after),
        Before::Initials | Before::Abbreviation(Abbreviation::MayBeLast) => if_opener(after),
        Before::Dotted | Before::ListMarker | Before::Abbreviation(Abbreviation::NeverLast) => Ruling::GoesOn,
    }
}

/// Ends unless the next word is in small letters or a mark shows that the sentence goes on (UAX #29, rules SB8 and SB8a).
fn unless_it_goes_on(visible: &str) -> Ruling {
    match visible.chars().next() {
        None => Ruling::Wait,
        Some(c) if c.is_lowercase() || clause_mark(c).is_some() => Ruling::GoesOn,
        Some(_) => Ruling::Ends,
    }
}

/// After a number: only a capital or caseless letter begins a sentence.
fn if_sentence_case(visible: &str) -> Ruling {
    let visible = visible.trim_start_matches(|c| enclosure(c).is_some());
    match visible.chars().next() {
        None => Ruling::Wait,
        Some(c) if c.is_alphabetic() && !c.is_lowercase() => Ruling::Ends,
        Some(_) => Ruling::GoesOn,
    }
}

fn unless_number(visible: &str) -> Ruling {
    match visible.chars().next() {
        None => Ruling::Wait,
        Some(c) if c.is_numeric() || c == '#' => Ruling::GoesOn,
        Some(_) => Ruling::Ends,
    }
}

/// After an abbreviation that may be last: only a word that opens sentences, or a script without capitals, ends it.
fn if_opener(visible: &str) -> Ruling {
    let visible = visible.trim_start_matches(|c| enclosure(c).is_some());
    let length = visible.find(|c: char| !c.is_alphabetic()).unwrap_or(visible.len());
    let (word, rest) = visible.split_at(length);
    let complete = if rest.is_empty() { Complete::NotYet } else { Complete::Yes };
    match word.chars().next() {
        None if visible.is_empty() => Ruling::Wait,
        Some(c) if !c.is_uppercase() && !c.is_lowercase() => Ruling::Ends,
        None | Some(_) if rest.starts_with('.') => Ruling::GoesOn,
        None | Some(_) => match is_opener(word, complete) {
            Listed::Yes => Ruling::Ends,
            Listed::No => Ruling::GoesOn,
            Listed::Perhaps => Ruling::Wait,
        },
    }
}

fn unless_name_ending(after: &str) -> Ruling {
    match is_name_ending(after) {
        Listed::Yes => Ruling::GoesOn,
        Listed::No => Ruling::Ends,
        Listed::Perhaps => Ruling::Wait,
    }
}

/// After a number without a space: `50.How` ends, `3.X` and `2.AB` go on.
fn if_plain_word(after: &str) -> Ruling {
    let mut letters = after.chars();
    let (first, second) = (letters.next(), letters.next());
    match (first, second) {
        (Some(first), _) if !first.is_uppercase() => Ruling::Ends,
        (_, None) => Ruling::Wait,
        (Some('I' | 'A'), Some(second)) if !second.is_alphanumeric() && second != '.' => Ruling::Ends,
        (_, Some(second)) if second.is_lowercase() => Ruling::Ends,
        _ => Ruling::GoesOn,
    }
}

/// How much of a text's end is looked at to tell how it ends, in bytes: longer than any word that matters.
const TAIL: usize = 512;

/// Whether `text` ends in marks that end a sentence for certain enough to speak it after a short silence.
pub(crate) fn ends_strongly(text: &str) -> bool {
    let text = &text[text.floor_char_boundary(text.len().saturating_sub(TAIL))..];
    let body = text.trim_end_matches(|c: char| {
        c.is_whitespace() || terminal(c).is_some() || enclosure(c).is_some() || crate::mark::is_trailer(c)
    });
    let Some(offset) = text[body.len()..].find(|c| terminal(c).is_some()) else { return false };
    let start = body.len() + offset;
    let marks = text[start..].chars().filter_map(terminal);
    if marks.clone().any(|mark| mark != Terminal::Dot) || marks.count() > 1 {
        return true;
    }
    matches!(word_before(text, start), Before::Word | Before::Dotted)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The verdict about the first mark of `text`.
    fn first(text: &str) -> Verdict {
        settle(text, text.find(|c| terminal(c).is_some()).unwrap())
    }

    fn ends(text: &str) -> bool {
        matches!(first(text), Verdict::Border { rank: Rank::Sentence, .. })
    }

    #[test]
    fn an_ordinary_sentence_is_certain_at_the_space() {
        assert_eq!(first("Hello."), Verdict::Wait);
        assert_eq!(first("Hello. "), Verdict::Border { at: 7, rank: Rank::Sentence });
    }

    #[test]
    fn doubt_waits_for_the_next_word() {
        for waits in ["in 1999. ", "No. ", "\"Hello.\" ", "Well... ", "there.H", "Smith et al. Th"] {
            let at = waits.find('.').unwrap();
            assert_eq!(settle(waits, at), Verdict::Wait, "{waits}");
        }
    }

    #[test]
    fn doubt_is_settled_by_the_next_word() {
        for done in ["in 1999. He", "No. W", "\"Hello.\" H", "Well... H", "there.How", "Smith et al. The y"] {
            assert!(ends(done), "{done}");
        }
        for on in
            ["in 1999. he", "No. 5", "\"Hello.\" h", "Well... h", "there.how", "Smith et al. show", "Dr. S"]
        {
            assert!(!ends(on), "{on}");
        }
    }

    #[test]
    fn a_strong_end_is_no_digit_initial_or_abbreviation() {
        for strong in ["Hello.", "Why?\" ", "是。", "So...", "Done!) ", "क्या।", "example.com."] {
            assert!(ends_strongly(strong), "{strong}");
        }
        for open in ["Hello", "3.", "in 1999.", "by J.", "Dr. ", "etc.", "Hello,", ""] {
            assert!(!ends_strongly(open), "{open}");
        }
    }
}
