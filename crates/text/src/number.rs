//! What a full stop behind a number means: the end of a sentence, or that the number is an ordinal or part of a date.

use crate::abbreviation::{Listed, is_roman};
use crate::ahead::Ahead;
use crate::boundary::{Asked, Ruling, Until, behind_dash};
use crate::language::{Customs, Nouns, Ordinals, holds};
use crate::mark::clause_mark;
use crate::name::is_name_ending;
use crate::place::Manner;
use crate::run::Run;
use crate::shape::previous;
use crate::sound::sounds;
use crate::word::Before;

/// Behind a number and a space.
pub(crate) fn spaced(text: &str, run: &mut Run, ahead: Ahead<'_>, customs: &Customs) -> Asked {
    let first = ahead.first()?;
    if clause_mark(first).is_some() {
        return behind_dash(ahead);
    }
    let ends = |ends: bool| Ok(if ends { Ruling::Ends } else { Ruling::GoesOn });
    if first.is_numeric() {
        return ends(customs.ordinals == Ordinals::None || !run.may_be_day(text));
    }
    let bare = ahead.bare()?;
    let c = bare.first()?;
    if c.is_lowercase() {
        let is_chat = customs.ordinals == Ordinals::None && run.manner() == Manner::Small;
        return ends(is_chat);
    }
    if !c.is_alphabetic() {
        return ends(sounds(c));
    }
    if customs.ordinals != Ordinals::BeforeNouns || !c.is_uppercase() || ahead.opens() {
        return ends(true);
    }
    let word = bare.word()?;
    if is_roman(word) && is_decade(text, run) {
        return ends(false);
    }
    ends(customs.opens(word) || !is_ordinal(text, run, word, customs))
}

/// Whether the number is that of a decade, behind which a Roman numeral tells the century: `80. XX w.`
fn is_decade(text: &str, run: &Run) -> bool {
    run.words().digits(text) == 2 && run.word(text).ends_with('0')
}

/// Whether the number is one that `word`, which follows it with a capital, is counted with.
fn is_ordinal(text: &str, run: &mut Run, word: &str, customs: &Customs) -> bool {
    let is_year = run.words().digits(text) == 4;
    if !is_year && (holds(customs.months, word) || holds(customs.counted, word)) {
        return true;
    }
    let before = previous(text, run.words().start()).to_lowercase();
    let is_roman = run.before(text, customs) == Before::Roman;
    let is_named = is_roman && (customs.determiners.is_empty() || before.is_empty());
    is_named || (1..=3).contains(&run.words().digits(text)) && holds(customs.determiners, &before)
}

/// Whether the word behind an abbreviation such as `Mio.` is what is counted, or a noun where nouns have capitals.
pub(crate) fn is_counted(ahead: Ahead<'_>, customs: &Customs) -> Result<bool, Until> {
    if customs.nouns == Nouns::Small {
        return Ok(false);
    }
    let word = ahead.word()?;
    if customs.opens(word) {
        return Ok(false);
    }
    if holds(customs.counted, word) {
        return Ok(true);
    }
    let next = ahead.behind(word);
    if !next.first()?.is_lowercase() {
        return Ok(true);
    }
    Ok(!holds(FINITE, next.word()?))
}

/// German verbs that make a noun before them the first word of a sentence.
const FINITE: &[&str] = &[
    "bleibt", "bleiben", "gibt", "haben", "hat", "hatte", "hatten", "heißt", "ist", "kann", "kommt",
    "kommen", "kostet", "können", "muss", "müssen", "sind", "soll", "sollte", "war", "waren", "werden",
    "will", "wird", "wurde", "wurden",
];

/// Whether `word`, in capitals, numbers something: a Roman numeral or a letter.
pub(crate) fn is_numeral(word: &str) -> bool {
    word.len() == 1 || is_roman(word)
}

/// Whether a number with a fraction follows, which numbers nothing.
pub(crate) fn is_decimal(ahead: Ahead<'_>) -> Result<bool, Until> {
    let rest = ahead.visible().trim_start_matches(char::is_numeric);
    let mut marks = rest.chars();
    let (mark, digit) = (marks.next().ok_or(Until::Next)?, marks.next());
    if !matches!(mark, '.' | ',') {
        return Ok(false);
    }
    digit.map(char::is_numeric).ok_or(Until::Next)
}

/// At once behind a number: `50.How` ends, `3.X` and `2.AB` go on.
pub(crate) fn joined(after: &str, customs: &Customs) -> Asked {
    let mut letters = after.chars();
    let (first, second) = (letters.next(), letters.next());
    Ok(match (first, second) {
        (Some(first), _) if !first.is_uppercase() => {
            if customs.ordinals == Ordinals::Dates {
                Ruling::GoesOn
            } else {
                Ruling::Ends
            }
        }
        (_, None) => Ruling::Wait(Until::Next),
        (Some('I' | 'A'), Some(second)) if !second.is_alphanumeric() && second != '.' => Ruling::Ends,
        (_, Some(second)) if second.is_lowercase() => Ruling::Ends,
        _ => Ruling::GoesOn,
    })
}

/// At once behind a word: goes on with the ending of a name, and with a name in capitals.
pub(crate) fn unless_name_ending(after: &str) -> Asked {
    let mut letters = after.chars();
    if letters.next().is_some_and(char::is_uppercase) && letters.next().ok_or(Until::Next)?.is_uppercase() {
        return Ok(Ruling::GoesOn);
    }
    match is_name_ending(after) {
        Listed::Yes => Ok(Ruling::GoesOn),
        Listed::No => Ok(Ruling::Ends),
        Listed::Perhaps => Err(Until::Next),
    }
}
