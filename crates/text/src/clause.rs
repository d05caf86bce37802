//! Where clauses end: commas and their kin, dashes, single line ends, and the spaces of scripts that write nothing else.

use crate::boundary::{Ruling, Until};
use crate::mark::{ClauseMark, spaces_clauses};
use crate::word::Words;

/// Rules about a run of marks of one sort behind `words`, with `next` the character after it.
pub(crate) fn rule(text: &str, words: Words, mark: ClauseMark, next: char) -> Ruling {
    match mark {
        ClauseMark::Anywhere => Ruling::Ends,
        ClauseMark::BeforeSpace => ends_if(next.is_whitespace()),
        ClauseMark::BetweenSpaces => {
            ends_if(next.is_whitespace() && text[..words.end()].ends_with(char::is_whitespace))
        }
    }
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
