//! Reads the marks at the end of a sentence: `?!`, `."`, `…)`, `.**`.

use crate::mark::{Enclosure, Terminal, enclosure, is_trailer, terminal};

/// Terminal marks and what closes behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    /// Byte where the first mark begins.
    pub(crate) start: usize,
    /// Byte after the last mark or closing character.
    pub(crate) end: usize,
    /// What the marks together amount to.
    pub(crate) mark: Terminal,
    /// What follows the marks inside the run.
    pub(crate) closed: Closed,
}

/// Whether a sentence's marks stand inside a quotation or bracket that ends with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closed {
    /// Nothing closes here.
    Nothing,
    /// A quotation or bracket does, so the sentence around it may go on: `"Really?" she asked.`
    Enclosure,
}

impl Run {
    /// Reads the run that begins at byte `start` of `text`; `None` while the end of the text leaves open what a
    /// quotation mark is. A first character that is no terminal mark elsewhere (a Greek question mark typed as a semicolon)
    /// counts as a loud one.
    pub(crate) fn read(text: &str, start: usize) -> Option<Self> {
        let mut run = Self { start, end: start, mark: Terminal::Dot, closed: Closed::Nothing };
        let mut dots = 0;
        for (offset, c) in text[start..].char_indices() {
            let at = start + offset;
            let mark = terminal(c).or((offset == 0).then_some(Terminal::Loud));
            if let Some(mark) = mark {
                dots += usize::from(mark == Terminal::Dot);
                run.mark = run.mark.max(mark);
            } else if is_enclosure_end(text, at, c)? {
                run.closed = Closed::Enclosure;
            } else if !is_trailer(c) && !is_space_before_guillemet(text, at, c)? {
                break;
            }
            run.end = at + c.len_utf8();
        }
        if run.mark == Terminal::Dot && dots > 1 {
            run.mark = Terminal::Ellipsis;
        }
        Some(run)
    }
}

/// Whether `c`, at byte `at`, closes something; `None` if only later text tells.
pub(crate) fn is_enclosure_end(text: &str, at: usize, c: char) -> Option<bool> {
    match enclosure(c) {
        Some(Enclosure::Closing) => Some(true),
        Some(Enclosure::Opening) | None => Some(false),
        // Only a mark with a word right behind it can open; and the one that opened may stand in an earlier segment.
        Some(Enclosure::Either) => match text[at + c.len_utf8()..].chars().next() {
            Some(next) if !next.is_alphanumeric() => Some(true),
            Some(_) => Some(is_open(&text[..at], c)),
            None => is_open(&text[..at], c).then_some(true),
        },
    }
}

/// Whether `c`, at byte `at`, is the space that French writes before the mark that closes a quotation.
fn is_space_before_guillemet(text: &str, at: usize, c: char) -> Option<bool> {
    if !c.is_whitespace() || !is_open(&text[..at], '»') {
        return Some(false);
    }
    text[at + c.len_utf8()..].chars().next().map(|next| next == '»')
}

/// Whether a quotation that `c` could close was opened in `before`.
fn is_open(before: &str, c: char) -> bool {
    let count = |wanted: char| before.chars().filter(|&other| other == wanted).count();
    match c {
        '“' => count('„') > count('“'),
        '«' => count('»') > count('«'),
        '»' => count('«') > count('»'),
        _ => count(c) % 2 == 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(usize, Terminal, Closed)> {
        let start = text.find(|c| terminal(c).is_some()).unwrap();
        Run::read(text, start).map(|run| (run.end, run.mark, run.closed))
    }

    #[test]
    fn marks_add_up_and_dots_become_an_ellipsis() {
        assert_eq!(read("no. x"), Some((3, Terminal::Dot, Closed::Nothing)));
        assert_eq!(read("no... x"), Some((5, Terminal::Ellipsis, Closed::Nothing)));
        assert_eq!(read("no?!. x"), Some((5, Terminal::Loud, Closed::Nothing)));
    }

    #[test]
    fn a_straight_quote_closes_what_it_opened() {
        assert_eq!(read("\"no.\"x"), Some((5, Terminal::Dot, Closed::Enclosure)));
        assert_eq!(read("no.\"x"), Some((3, Terminal::Dot, Closed::Nothing)));
        assert_eq!(read("no.\" x"), Some((4, Terminal::Dot, Closed::Enclosure)));
        assert_eq!(read("no.\""), None);
    }

    #[test]
    fn a_french_quotation_closes_behind_a_space() {
        assert_eq!(read("« Oui. "), None);
        assert_eq!(read("« Oui. » Non"), Some(("« Oui. »".len(), Terminal::Dot, Closed::Enclosure)));
        assert_eq!(read("« Oui. N"), Some(("« Oui.".len(), Terminal::Dot, Closed::Nothing)));
    }

    #[test]
    fn emoji_and_emphasis_hang_on() {
        assert_eq!(read("no!** x").map(|run| run.0), Some(5));
        assert_eq!(read("no!👩‍💻x").map(|run| run.0), Some("no!👩‍💻".len()));
    }
}
