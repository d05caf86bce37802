//! Whether a sentence goes on behind a quotation or bracket that ended with the marks of one: `"Really?" she asked.`

use crate::ahead::Ahead;
use crate::boundary::{Asked, Ruling, Until};
use crate::effort::spend;
use crate::language::{Customs, Script, holds};
use crate::mark::{Terminal, clause_mark};

/// Behind a quotation and a space.
pub(crate) fn spaced(mark: Terminal, ahead: Ahead<'_>, customs: &Customs) -> Asked {
    let first = ahead.first()?;
    if first.is_lowercase() || clause_mark(first).is_some() {
        return Ok(Ruling::GoesOn);
    }
    let goes_on = if first.is_uppercase() {
        mark == Terminal::Loud && !customs.quoting.is_empty() && is_said_by_name(ahead, customs)?
    } else {
        first.is_alphabetic() && !customs.particles.is_empty() && holds(customs.particles, ahead.word()?)
    };
    Ok(if goes_on { Ruling::GoesOn } else { Ruling::Ends })
}

/// Whether a name and a verb of saying follow: `"Good night!" Clara whispered.`
fn is_said_by_name(ahead: Ahead<'_>, customs: &Customs) -> Result<bool, Until> {
    let name = ahead.word()?;
    if customs.opens(name) {
        return Ok(false);
    }
    let behind = ahead.behind(name);
    Ok(behind.first()?.is_alphabetic() && holds(customs.quoting, behind.word()?))
}

/// How many characters are between a quotation and its verb of saying, in scripts without spaces.
const SPAN: usize = 6;

/// At once behind a quotation, in scripts without capitals; `None` where this says nothing.
pub(crate) fn joined(mark: Terminal, after: &str, customs: &Customs) -> Result<Option<Ruling>, Until> {
    let starts = |list: &[&str]| list.iter().any(|word| after.starts_with(word));
    let caseless = |c: char| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase();
    if customs.script == Script::Latin || !after.starts_with(caseless) {
        return Ok(None);
    }
    if starts(customs.particles) {
        return Ok(Some(Ruling::GoesOn));
    }
    if mark == Terminal::Dot || customs.quoting.is_empty() {
        return Ok(None);
    }
    spend(SPAN);
    let mut seen = 0;
    for (at, c) in after.char_indices().take(SPAN) {
        seen += 1;
        if !c.is_alphabetic() {
            return Ok(None);
        }
        if let Some(verb) = customs.quoting.iter().find(|verb| after[at..].starts_with(**verb)) {
            let behind = after[at + verb.len()..].chars().next().ok_or(Until::Next)?;
            // Who has finished speaking does something else: 说完.
            let is_over = at == 0 && matches!(behind, '完' | '罢' | '罷' | '毕' | '畢');
            return Ok(if is_over { None } else { Some(Ruling::GoesOn) });
        }
    }
    if seen == SPAN { Ok(None) } else { Err(Until::Next) }
}
