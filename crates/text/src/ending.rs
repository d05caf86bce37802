//! What ends with a segment.
//!
//! Two things tell: why the segmenter cut there, and the marks at the end of the segment's text. Both depend on the text
//! alone, so the division into messages does not show here either. Read [`of_segment`] first.

use speech::Ending;

use crate::boundary::{Rank, has_blank_line};
use crate::effort::spend;
use crate::language::Customs;
use crate::mark::{Terminal, is_line_end};
use crate::tail::{Doubt, Marks, Tail};

/// Why the segmenter cut behind a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Why {
    /// A rule found a border there.
    Border(Rank),
    /// The bounds allowed no more.
    Bound,
    /// It goes on in another way, and what follows is not known.
    Change,
    /// Silence of a length of its own comes.
    Break,
    /// Nothing more was there, and somebody asked for what there was.
    Release,
}

/// What ends with a text that is a segment by itself.
#[must_use]
pub fn ending_of(text: &str) -> Ending {
    of_segment(text, "", Why::Release, Tail::of(text, Customs::default_for_all()).marks())
}

/// What ends with the segment `text`, which has these marks at its end; `after` is what stands behind it.
pub(crate) fn of_segment(text: &str, after: &str, why: Why, marks: Marks) -> Ending {
    match why {
        Why::Border(Rank::Sentence) if is_part(marks) => Ending::Part,
        Why::Border(Rank::Sentence) => Ending::Sentence,
        Why::Border(Rank::Phrase) => Ending::Phrase,
        Why::Border(Rank::Clause) if is_part(marks) => Ending::Part,
        Why::Border(Rank::Clause) => of_line(text).unwrap_or(Ending::Clause),
        Why::Break => of_marks(marks, Ending::Phrase).unwrap_or(Ending::Cut),
        Why::Bound if is_joined(text, after) => Ending::Cut,
        Why::Change if !text.ends_with(char::is_whitespace) => {
            of_marks(marks, Ending::Phrase).unwrap_or(Ending::Cut)
        }
        Why::Bound | Why::Change => of_marks(marks, Ending::Phrase).unwrap_or(Ending::Phrase),
        Why::Release => of_marks(marks, Ending::Sentence).or_else(|| of_line(text)).unwrap_or(Ending::Phrase),
    }
}

fn is_part(marks: Marks) -> bool {
    matches!(marks, Marks::Part | Marks::Terminal(Terminal::Ellipsis))
}

/// By the marks at the end; `likely` is for a full stop that may belong to the word and mostly ends a sentence too.
fn of_marks(marks: Marks, likely: Ending) -> Option<Ending> {
    match marks {
        Marks::None => None,
        Marks::Doubtful(Doubt::BelongsToWord) => Some(Ending::Phrase),
        Marks::Doubtful(Doubt::MayEnd) => Some(likely),
        Marks::Clause => Some(Ending::Clause),
        Marks::Part | Marks::Terminal(Terminal::Ellipsis) => Some(Ending::Part),
        Marks::TwoDots | Marks::Terminal(Terminal::Dot | Terminal::Loud | Terminal::Certain) => {
            Some(Ending::Sentence)
        }
    }
}

/// Of a text without marks that ends with its line: paragraphs, headings and items of lists end like sentences, other
/// lines may go on.
fn of_line(text: &str) -> Option<Ending> {
    let (words, spaces) = text.split_at(text.trim_end().len());
    spend(spaces.len());
    if !spaces.contains(is_line_end) {
        return None;
    }
    let line = words.rsplit(is_line_end).next().unwrap_or(words);
    spend(line.len());
    let stands_alone = has_blank_line(spaces) || is_heading_or_item(line.trim_start());
    Some(if stands_alone { Ending::Sentence } else { Ending::Clause })
}

/// Whether a line is marked as markup does it: `# Title`, `- item`, `• item`, `3. item`, `a) item`.
fn is_heading_or_item(line: &str) -> bool {
    let Some((marker, _)) = line.split_once(char::is_whitespace) else { return false };
    let is_number = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let is_letter = |text: &str| text.len() == 1 && text.bytes().all(|b| b.is_ascii_alphabetic());
    matches!(marker, "-" | "*" | "+" | "•" | "‣" | "–")
        || marker.bytes().all(|byte| byte == b'#')
        || marker.strip_suffix(['.', ')']).is_some_and(is_number)
        || marker.strip_suffix(')').is_some_and(is_letter)
}

/// Whether no space stands between the two.
fn is_joined(text: &str, after: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    is_word(text.chars().next_back()) && is_word(after.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_segment(text: &str, after: &str, why: Why) -> Ending {
        super::of_segment(text, after, why, Tail::of(text, Customs::default_for_all()).marks())
    }

    fn all(ending: Ending, texts: &[&str]) {
        for text in texts {
            assert_eq!(ending_of(text), ending, "{text:?}");
        }
    }

    #[test]
    fn a_sentence_ends_whatever_closes_behind_it() {
        let closed = [
            "Er sagte: „Nein.“",
            "»Hej.«",
            "«Oui.»",
            "« Oui. »",
            "**Done.**",
            "_Done._",
            "(So?)*",
            "‘Yes.’ \n",
        ];
        all(Ending::Sentence, &closed);
        let hung =
            ["Great! 😊", "Great!😊", "Thanks. ❤\u{FE0F}", "yes.\u{200d}", "Really‽", "Hi.\u{a0}", "Yes?!"];
        all(Ending::Sentence, &hung);
    }

    #[test]
    fn every_script_has_its_sentences() {
        let ends = [
            "今日は。",
            "とても「いい。｣",
            "ok。＂",
            "कल।",
            "أين؟",
            "Τι;",
            "Τι\u{37e}",
            "ܫܠܡܐ܀",
            "ᱥᱟᱱ᱾",
            "Ողջույն։",
            "ሰላም።",
            "是．",
        ];
        all(Ending::Sentence, &ends);
        all(Ending::Clause, &["Yes,", "\"So,\"", "so -", "so --", "今日は、", "غدا،", "ሰላም፣", "Ո՝", "ok，"]);
        all(Ending::Part, &["Yes;", "so:", "so —", "so—", "so–\u{20}–", "そう；", "ሰላም፤", "α·"]);
    }

    #[test]
    fn dots_that_trail_off_end_no_sentence() {
        all(Ending::Part, &["Wait…", "Wait...", "Wait....", "Wait. . .", "“Wait...”"]);
        all(Ending::Sentence, &["Wait…?", "What?…", "Wait...!", "Wait..", "Dr.."]);
    }

    #[test]
    fn a_full_stop_of_a_word_ends_nothing() {
        all(Ending::Phrase, &["Dr.", "with Mr. ", "by J.", "3.", "e.g."]);
        all(Ending::Sentence, &["in 1999.", "and so on etc.", "at 5 p.m.", "No."]);
        assert_eq!(of_segment("in 1999. ", "he", Why::Bound), Ending::Phrase);
    }

    #[test]
    fn words_alone_end_nothing() {
        all(Ending::Phrase, &["Here", "well-", "10:30", "", " ", "今天"]);
        assert_eq!(of_segment("reallylo", "ngword", Why::Bound), Ending::Cut);
        assert_eq!(of_segment("今天", "天气", Why::Bound), Ending::Cut);
        assert_eq!(of_segment("really ", "long", Why::Bound), Ending::Phrase);
        assert_eq!(of_segment("really", " long", Why::Bound), Ending::Phrase);
        assert_eq!(of_segment("3.", "14", Why::Bound), Ending::Cut);
    }

    #[test]
    fn lines_end_by_what_they_are() {
        all(Ending::Sentence, &["Title\n\n", "# Title\n", "Text.\n- item\n", "1. Open it\n", "a) this\r\n"]);
        all(Ending::Clause, &["a wrapped\n", "*not* an item\n", "Mr. Smith\n", "A. Smith\n", "1999. no\n"]);
        assert_eq!(of_segment("Title\n", "\nText", Why::Border(Rank::Sentence)), Ending::Sentence);
        assert_eq!(of_segment("- item\n", "- item", Why::Border(Rank::Clause)), Ending::Sentence);
        assert_eq!(of_segment("ไป ", "ไป", Why::Border(Rank::Clause)), Ending::Clause);
    }
}
