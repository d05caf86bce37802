//! What `whichlang` says of a text. Read [`Votes`] first.
//!
//! It always answers with one of its sixteen languages, and says nothing of how sure it is. So its answer is one vote of
//! several, and alone it is never enough; and it is asked a second time of the running text, without names.

use whichlang::{Lang, detect_language};

use crate::evidence::is_particle;
use crate::prose::{Before, Case, Word};
use crate::table::{Bits, bit};

/// Points for what `whichlang` chose.
pub(crate) const VOTE: u32 = 3;
/// More of them if it chooses the same for each half of the text.
const AGREED_VOTE: u32 = 4;
/// The least bytes of running text that is asked of.
const RUNNING: usize = 10;
/// Points for a language that it does not know, if it chose none that is expected.
const STRANGER_VOTE: u32 = 3;
/// The least letters of a text of whose halves that is asked.
const DIVISIBLE: usize = 20;

/// What it says of a text, and of its running text.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Votes {
    whole: Option<Vote>,
    running: Option<Vote>,
}

/// What `whichlang` chose, and what that is worth.
#[derive(Debug, Clone, Copy)]
struct Vote {
    tag: &'static str,
    points: u32,
}

impl Vote {
    fn of(text: &str, letters: usize) -> Option<Self> {
        let tag = voted(text)?;
        let agreed =
            letters >= DIVISIBLE && halves(text).is_some_and(|halves| halves.map(voted) == [Some(tag); 2]);
        Some(Self { tag, points: if agreed { AGREED_VOTE } else { VOTE } })
    }
}

impl Votes {
    pub(crate) fn of(text: &str, words: &[Word<'_>], letters: usize) -> Self {
        let running = running(words);
        let chosen = if running.len() >= RUNNING { voted(&running) } else { None };
        Self { whole: Vote::of(text, letters), running: chosen.map(|tag| Vote { tag, points: VOTE }) }
    }

    /// Whether the running text is taken for this language.
    pub(crate) fn running_is(self, tag: &str) -> bool {
        self.running.is_some_and(|vote| vote.tag == tag)
    }

    /// Points for a language. One that `whichlang` does not know has some of each vote for neither the usual language nor
    /// English.
    pub(crate) fn points(self, language: Bits, usual: Bits) -> u32 {
        let votes = [self.whole, self.running].into_iter().flatten();
        let points = |vote: Vote| match bit(vote.tag) {
            Some(chosen) if chosen == language => vote.points,
            Some(chosen) if chosen != usual && vote.tag != ENGLISH && is_unknown(language) => STRANGER_VOTE,
            _ => 0,
        };
        votes.map(points).sum()
    }
}

/// The words that are in no name, each once: of a text of names hardly any.
fn running(words: &[Word<'_>]) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let next = words.iter().skip(1).map(Some).chain([None]);
    for (word, next) in words.iter().zip(next) {
        let is_ahead = next.is_some_and(|next| next.case != Case::Lower && next.before == Before::Space);
        let runs = match word.case {
            Case::Lower => !(is_ahead && is_particle(word.text)),
            Case::Capital => word.before == Before::Start && !is_ahead,
            Case::Other => false,
        };
        if runs && !kept.contains(&word.text) {
            kept.push(word.text);
        }
    }
    kept.join(" ")
}

/// The text in two, between words.
fn halves(text: &str) -> Option<[&str; 2]> {
    let middle = text.char_indices().nth(text.chars().count() / 2)?.0;
    let cut = middle + text[middle..].find(' ')?;
    Some([&text[..cut], &text[cut..]])
}

/// Whether `whichlang` has never heard of a language, nor of a near relation that it would choose instead.
fn is_unknown(language: Bits) -> bool {
    VOTED.iter().chain(&RELATED).all(|tag| bit(tag) != Some(language))
}

/// What it says of titles and the like as well, so that it is no sign of a language it does not know.
const ENGLISH: &str = "en";

/// Languages for which it chooses one of those that are most like them.
const RELATED: [&str; 3] = ["af", "ca", "eo"];

/// The languages with Latin letters that `whichlang` chooses.
const VOTED: [&str; 10] = ["de", "en", "fr", "it", "nl", "pt", "es", "sv", "tr", "vi"];

/// What `whichlang` says, if that has Latin letters.
pub(crate) fn voted(text: &str) -> Option<&'static str> {
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
