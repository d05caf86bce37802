//! What the text behind an abbreviation, an initial or a unit says about whether a sentence ended with its full stop.

use crate::abbreviation::Abbreviation;
use crate::ahead::Ahead;
use crate::boundary::{Asked, Ruling, Until, behind_dash, goes_on_unless};
use crate::language::{Customs, holds};
use crate::mark::clause_mark;
use crate::number;
use crate::place::Manner;
use crate::run::Run;
use crate::shape::{is_letter, previous};
use crate::sound::sounds;

/// After a title: only a word that is no name.
pub(crate) fn title(ahead: Ahead<'_>, customs: &Customs) -> Asked {
    if ahead.opens() {
        return Ok(Ruling::GoesOn);
    }
    let word = ahead.word()?;
    let head = word.split(['\'', '’']).next().unwrap_or(word);
    let may_end = holds(customs.subjects, head) && !ahead.behind(word).starts_with('.');
    goes_on_unless(may_end && !begins_name(word, ahead, customs)?)
}

/// Whether a word that opens sentences begins the name of a family here: `Le Goff`, unlike `Le chat`.
fn begins_name(word: &str, ahead: Ahead<'_>, customs: &Customs) -> Result<bool, Until> {
    let behind = ahead.behind(word);
    Ok(holds(customs.articles, word) && behind.starts_with(' ') && behind.first()?.is_uppercase())
}

/// After an abbreviation that may be followed by a number.
pub(crate) fn unless_number(text: &str, run: &Run, ahead: Ahead<'_>) -> Asked {
    let c = ahead.first()?;
    if matches!(c, '#' | '№' | '§') {
        return Ok(Ruling::GoesOn);
    }
    if c.is_numeric() {
        return goes_on_unless(run.is_answer(text) && number::is_decimal(ahead)?);
    }
    if c.is_lowercase() {
        return goes_on_unless(run.manner() == Manner::Small);
    }
    if !c.is_uppercase() || !matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M' | 'A'..='H') {
        return Ok(Ruling::Ends);
    }
    let word = ahead.word()?;
    goes_on_unless(word == "I" || word == "A" || !number::is_numeral(word))
}

/// After a unit or a letter that names something: a capital begins a sentence, but not `A. D.`
pub(crate) fn unit(word: &str, ahead: Ahead<'_>, customs: &Customs) -> Asked {
    let first = ahead.first()?;
    if clause_mark(first).is_some() {
        return behind_dash(ahead);
    }
    let c = ahead.bare_first()?;
    if c.is_numeric() {
        return goes_on_unless(WHOLE.contains(&word.trim_start_matches(char::is_numeric)));
    }
    if c.is_lowercase() {
        return Ok(Ruling::GoesOn);
    }
    if !customs.begins_abbreviation(word) {
        return goes_on_unless(!is_initial(ahead.bare()?)?);
    }
    let whole = format!("{word}.{}", ahead.word()?);
    goes_on_unless(customs.abbreviation(&whole).is_none() && !is_initial(ahead)?)
}

/// Units that no number follows but that of the next sentence.
const WHOLE: &[&str] =
    &["cm", "g", "kg", "km", "kph", "l", "m", "mg", "mi", "ml", "mm", "mph", "oz", "км", "кг", "мм", "см"];

/// Whether a letter with a full stop follows.
pub(crate) fn is_initial(ahead: Ahead<'_>) -> Result<bool, Until> {
    Ok(ahead.first()?.is_uppercase() && ahead.second()? == '.')
}

/// Whether what stands at once behind `word`, an abbreviation, is another part of it: `z.B.`, `z.Hd.`
pub(crate) fn is_first_part(word: &str, after: &str, customs: &Customs) -> Result<bool, Until> {
    let ahead = Ahead::new(after);
    let part = ahead.word()?;
    if is_letter(word) && is_letter(part) {
        return Ok(true);
    }
    Ok(part.len() <= LONGEST_PART && customs.abbreviation(&format!("{word}.{part}")).is_some())
}

/// No part of an abbreviation in several parts is longer, in bytes.
const LONGEST_PART: usize = 16;

/// After an abbreviation that may be last.
pub(crate) fn unless_it_goes_on(run: &Run, ahead: Ahead<'_>, customs: &Customs) -> Asked {
    let first = ahead.first()?;
    if clause_mark(first).is_some() {
        return behind_dash(ahead);
    }
    let bare = ahead.bare()?;
    let c = bare.first()?;
    if c.is_lowercase() || c.is_numeric() {
        return Ok(Ruling::GoesOn);
    }
    if !c.is_uppercase() {
        return goes_on_unless(c.is_alphabetic() || sounds(c) && !is_unit_sign(c));
    }
    if run.is_dotted() && is_title(bare, customs)? {
        return Ok(Ruling::GoesOn);
    }
    goes_on_unless(!is_initial(bare)? && !bare.is_in(customs.months)? && !number::is_counted(bare, customs)?)
}

/// Whether a title with a full stop follows, as in `At 5 p.m. Mr. Smith left.`
fn is_title(ahead: Ahead<'_>, customs: &Customs) -> Result<bool, Until> {
    let word = ahead.word()?;
    Ok(ahead.behind(word).starts_with('.') && customs.abbreviation(word) == Some(Abbreviation::Title))
}

fn is_unit_sign(c: char) -> bool {
    matches!(c, '€' | '$' | '£' | '¥' | '%')
}

/// After a street: a name may go on with a capital, and with another after that; a sentence seldom begins so.
pub(crate) fn street(ahead: Ahead<'_>, customs: &Customs) -> Asked {
    let bare = ahead.bare()?;
    if !bare.first()?.is_uppercase() || bare.is_in(customs.months)? {
        return Ok(Ruling::GoesOn);
    }
    let word = bare.word()?;
    let behind = bare.behind(word);
    if behind.starts_with('.') {
        return goes_on_unless(holds(customs.streets, word));
    }
    goes_on_unless(customs.opens(word) || behind.after().starts_with(' ') && behind.first()?.is_lowercase())
}

/// After a name or initial: only a word that opens sentences, or a script without capitals, ends it.
pub(crate) fn if_opener(text: &str, run: &Run, ahead: Ahead<'_>, customs: &Customs) -> Asked {
    if ahead.visible().starts_with(['¿', '¡']) {
        return Ok(Ruling::Ends);
    }
    let bare = ahead.bare()?;
    let c = bare.first()?;
    if !c.is_alphabetic() {
        return Ok(Ruling::GoesOn);
    }
    let word = bare.word()?;
    if !c.is_uppercase() && !c.is_lowercase() {
        return goes_on_unless(customs.opens(word));
    }
    let may_end = customs.opens(word) && !bare.behind(word).starts_with('.');
    let is_name = may_end && is_given_name(text, run, customs) && begins_name(word, bare, customs)?;
    goes_on_unless(may_end && !is_name)
}

/// Whether a letter stands where a given name does: first in a sentence, behind a title, another initial or a comma, or behind a
/// small word such as `by`. Elsewhere it sooner names something: `la lettre B.`
fn is_given_name(text: &str, run: &Run, customs: &Customs) -> bool {
    let before = previous(text, run.words().start());
    let may_follow = before.is_empty() || before.ends_with(['.', ',']) || holds(customs.phrases, before);
    is_first_letter(run.word(text)) && may_follow
}

/// Whether a letter is sooner that of a name than a ruler's number: `J.`, unlike `Carlos V.`
fn is_first_letter(word: &str) -> bool {
    is_letter(word) && !matches!(word, "I" | "V" | "X")
}
