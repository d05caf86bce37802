//! Where clauses end: commas and their kin, dashes, single line ends, and the spaces of scripts that write nothing else.

use crate::boundary::{Rank, Ruling, Verdict, verdict};
use crate::mark::{ClauseMark, clause_mark, is_line_end, is_trailer, spaces_clauses};
use crate::run::is_enclosure_end;

/// Decides about `c`, at byte `at`, which is no sentence's end.
pub(crate) fn settle(text: &str, at: usize, c: char) -> Verdict {
    match clause_mark(c) {
        Some(mark) => settle_mark(text, at, mark),
        None if is_line_end(c) => settle_line(text, at, c),
        None => settle_space(text, at, c),
    }
}

fn settle_mark(text: &str, at: usize, mark: ClauseMark) -> Verdict {
    let Some(end) = run_end(text, at, mark) else { return Verdict::Wait };
    let Some(next) = text[end..].chars().next() else { return Verdict::Wait };
    let ruling = match mark {
        ClauseMark::Anywhere => Ruling::Ends,
        ClauseMark::BeforeSpace => ends_if(next.is_whitespace()),
        ClauseMark::BetweenSpaces => {
            ends_if(next.is_whitespace() && text[..at].ends_with(char::is_whitespace))
        }
    };
    verdict(text, end, ruling, Rank::Clause)
}

fn ends_if(ends: bool) -> Ruling {
    if ends { Ruling::Ends } else { Ruling::GoesOn }
}

/// The byte after the marks of one kind from `at` on and what closes behind them; `None` while that is open.
fn run_end(text: &str, at: usize, mark: ClauseMark) -> Option<usize> {
    for (offset, c) in text[at..].char_indices() {
        let place = at + offset;
        if clause_mark(c) != Some(mark) && !is_trailer(c) && !is_enclosure_end(text, place, c)? {
            return Some(place);
        }
    }
    None
}

/// A line end is a border once the next line has begun; two in a row were told apart before.
fn settle_line(text: &str, at: usize, c: char) -> Verdict {
    let end = at + c.len_utf8();
    if text[end..].trim_start().is_empty() {
        return Verdict::Wait;
    }
    Verdict::Border { at: end, rank: Rank::Clause }
}

fn settle_space(text: &str, at: usize, c: char) -> Verdict {
    let end = at + c.len_utf8();
    if text[..at].ends_with(spaces_clauses) {
        return Verdict::Border { at: end, rank: Rank::Clause };
    }
    Verdict::No { resume: end }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str, mark: char) -> Verdict {
        let at = text.find(mark).unwrap();
        settle(text, at, mark)
    }

    #[test]
    fn a_comma_ends_a_clause_at_the_space() {
        assert_eq!(first("so,", ','), Verdict::Wait);
        assert_eq!(first("so, ", ','), Verdict::Border { at: 4, rank: Rank::Clause });
        assert_eq!(first("1,0", ','), Verdict::No { resume: 2 });
    }

    #[test]
    fn a_quotation_closes_before_the_clause_ends() {
        assert_eq!(first("\"So,\" ", ','), Verdict::Border { at: 6, rank: Rank::Clause });
    }

    #[test]
    fn marks_that_mean_nothing_else_need_no_space() {
        assert_eq!(first("你好，我", '，'), Verdict::Border { at: 9, rank: Rank::Clause });
        assert_eq!(first("so—he", '—'), Verdict::Border { at: 5, rank: Rank::Clause });
    }

    #[test]
    fn hyphens_end_nothing_inside_words() {
        assert_eq!(first("well-known", '-'), Verdict::No { resume: 5 });
        assert_eq!(first("so - he", '-'), Verdict::Border { at: 5, rank: Rank::Clause });
    }

    #[test]
    fn thai_spaces_end_clauses() {
        assert_eq!(first("ไป ", ' '), Verdict::Border { at: 7, rank: Rank::Clause });
        assert_eq!(first("go ", ' '), Verdict::No { resume: 3 });
    }
}
