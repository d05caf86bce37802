//! Where clauses end: commas and their kin, dashes, single line ends, and the spaces of scripts that write nothing else.

use crate::ahead::Ahead;
use crate::boundary::{Rank, Ruling, Until};
use crate::mark::{ClauseMark, spaces_clauses};
use crate::run::{Closed, Run};

/// Rules about `run`, marks of one sort, with `after` behind it; and what ends there.
pub(crate) fn rule(text: &str, run: &Run, mark: ClauseMark, after: &str) -> (Ruling, Rank) {
    let is_spaced = after.starts_with(char::is_whitespace);
    if is_spaced && run.closed == Closed::Enclosure {
        let rest = &text[run.words().end()..text.len() - after.len()];
        match of_closed(text, run, rest, Ahead::new(after)) {
            Ok(false) => {}
            Ok(true) => return (Ruling::Ends, Rank::Sentence),
            Err(until) => return (Ruling::Wait(until), Rank::Clause),
        }
    }
    let ends = match mark {
        ClauseMark::Anywhere => true,
        ClauseMark::BeforeSpace => is_spaced,
        ClauseMark::BetweenSpaces => is_spaced && text[..run.words().end()].ends_with(char::is_whitespace),
    };
    (ends_if(ends), Rank::Clause)
}

/// Whether a sentence ends with marks that something closes: a speaker who is interrupted (`"I was—" "Don't."`), or a
/// smile, `:)`, before a capital.
fn of_closed(text: &str, run: &Run, marks: &str, ahead: Ahead<'_>) -> Result<bool, Until> {
    if marks.starts_with(['—', '–']) && marks.ends_with(['"', '”', '»']) {
        ahead.first()?;
        return Ok(ahead.opens());
    }
    let is_smile = matches!(marks, ":)" | ";)" | ":(");
    if !is_smile || !text[..run.words().end()].ends_with(char::is_whitespace) {
        return Ok(false);
    }
    Ok(ahead.first()?.is_uppercase())
}

/// Rules about one line end, of which `after` is what follows: a border once the next line has begun.
pub(crate) fn rule_line(after: &str) -> Ruling {
    if after.trim_start().is_empty() { Ruling::Wait(Until::Visible) } else { Ruling::Ends }
}

/// Rules about a space behind `before`.
pub(crate) fn rule_space(before: &str) -> Ruling {
    ends_if(before.ends_with(spaces_clauses))
}

fn ends_if(ends: bool) -> Ruling {
    if ends { Ruling::Ends } else { Ruling::GoesOn }
}
