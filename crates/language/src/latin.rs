//! Which language Latin letters are in: by small words and accented letters, and by what `whichlang` thinks.
//!
//! `whichlang` always answers with one of its sixteen languages, and says nothing of how sure it is. So its answer is one
//! vote of several, and alone it is never enough. The points below were chosen by the texts of the corpus and by some
//! nine thousand English sentences from elsewhere, so that hardly an English one is taken for anything else.

use whichlang::{Lang, detect_language};

use crate::vocabulary::Support;
use crate::{Expected, Finding};

/// Points for a small word.
pub(crate) const WORD: u32 = 3;
/// Points for a small word of one letter, which may be an abbreviation.
pub(crate) const INITIAL: u32 = 1;
/// Points for a word with letters that one language alone has.
pub(crate) const OWN_LETTERS: u32 = 6;
/// Points for a word with letters that several have.
pub(crate) const LETTERS: u32 = 2;
/// Points for what `whichlang` chose.
const VOTE: u32 = 4;
/// More of them if it chooses the same for each half of the text.
const AGREED_VOTE: u32 = 6;
/// The least letters of a text of whose halves that is asked.
const DIVISIBLE: usize = 20;

/// The least points of a language that is not expected: the vote and a small word.
const LEAST: u32 = 7;
/// By how many points it must lead before the expected ones in a text of this many letters or more. In a short one these
/// must have next to none.
const LEADS: [(usize, Lead); 3] = [(30, Lead::By(5)), (16, Lead::By(7)), (8, Lead::Alone)];

/// How far before others.
#[derive(Debug, Clone, Copy)]
enum Lead {
    /// So many points.
    By(u32),
    /// The others have none.
    Alone,
}

/// The language of a text that is mostly in Latin letters.
pub(crate) fn find(text: &str, expected: Expected<'_>) -> Finding {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let Some((least, lead)) = LEADS.into_iter().find(|(least, _)| letters >= *least) else {
        return Finding::Short;
    };
    let support = support(text, letters);
    let best = support.best();
    let others = support.beside(best.tag, expected);
    let leads = match lead {
        Lead::By(points) => best.points >= others + points,
        Lead::Alone => others == 0,
    };
    match least == LEADS[0].0 {
        _ if leads && best.points >= LEAST => Finding::Sure(best.tag),
        true if best.tag == expected.so_far => Finding::Sure(best.tag),
        true => Finding::Unclear,
        false => Finding::Short,
    }
}

fn support(text: &str, letters: usize) -> Support {
    let mut support = Support::of(text);
    if let Some(tag) = voted(text) {
        let agreed =
            letters >= DIVISIBLE && halves(text).is_some_and(|halves| halves.map(voted) == [Some(tag); 2]);
        support.add(tag, if agreed { AGREED_VOTE } else { VOTE });
    }
    support
}

/// The text in two, between words.
fn halves(text: &str) -> Option<[&str; 2]> {
    let middle = text.char_indices().nth(text.chars().count() / 2)?.0;
    let cut = middle + text[middle..].find(' ')?;
    Some([&text[..cut], &text[cut..]])
}

/// What `whichlang` says, if that has Latin letters.
fn voted(text: &str) -> Option<&'static str> {
    match detect_language(text) {
        Lang::Deu => Some("de"),
        Lang::Eng => Some("en"),
        Lang::Fra => Some("fr"),
        Lang::Ita => Some("it"),
        Lang::Nld => Some("nl"),
        Lang::Por => Some("pt"),
        Lang::Spa => Some("es"),
        Lang::Swe => Some("sv"),
        Lang::Tur => Some("tr"),
        Lang::Vie => Some("vi"),
        Lang::Ara | Lang::Cmn | Lang::Hin | Lang::Jpn | Lang::Kor | Lang::Rus => None,
    }
}
