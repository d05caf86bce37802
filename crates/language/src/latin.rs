//! Which language Latin letters are in: by small words and accented letters, and by what `whichlang` thinks.
//!
//! `whichlang` always answers with one of its sixteen languages, and says nothing of how sure it is. So its answer is one
//! vote of several, and alone it is never enough. Nor are names: see [`evidence`](crate::evidence). The points below were
//! chosen by the texts of the corpus and of `tests/`, so that hardly an English one is taken for anything else.

use whichlang::{Lang, detect_language};

use crate::evidence::{Evidence, Tally, WORD, is_particle};
use crate::prose::{Before, Case, Part, Word, words};
use crate::script::Script;
use crate::table::{Bits, bit};
use crate::vocabulary::LANGUAGES;
use crate::{Expected, Finding};

/// Points for what `whichlang` chose.
const VOTE: u32 = 3;
/// More of them if it chooses the same for each half of the text.
const AGREED_VOTE: u32 = 4;
/// The least bytes of running text that is asked of.
const RUNNING: usize = 10;
/// Points for a language that it does not know, if it chose none that is expected.
const STRANGER_VOTE: u32 = 3;
/// The least letters of a text of whose halves that is asked.
const DIVISIBLE: usize = 20;

/// The least letters of a text by which three words are not needed where two are enough elsewhere.
const BRIEF: usize = 16;
/// The least letters of a text that may leave the language so far.
const TELLING: usize = 8;
/// The least letters of a text that is long enough to tell, so that one that does not is in the usual language.
const LONG: usize = 30;

/// The least points of a language that is not expected: two small words and the vote.
const LEAST: u32 = 2 * WORD + VOTE;
/// The least small words that it has and the usual language has not.
const WITNESSES: u32 = 2;
/// How many small words of its own it needs for each of the usual language's own.
const OUTWEIGHING: u32 = 3;
/// The least small words behind a colon or in quotation marks by which a text is judged whose other words say nothing.
const CITED: u32 = 4;

/// The language of a text that is mostly in Latin letters.
pub(crate) fn find(text: &str, expected: Expected<'_>) -> Finding {
    let usual = Usual::of(expected.usual);
    if usual == Usual::Unknown {
        return Finding::Unclear;
    }
    let piece = Piece::of(text, usual.bits());
    let told = piece.candidate();
    if told.tag == expected.so_far && piece.goes_on_in(told) || piece.letters >= TELLING && piece.is_in(told)
    {
        return Finding::Sure(told.tag);
    }
    if piece.letters >= LONG { Finding::Unclear } else { piece.short(expected) }
}

/// The usual language, as far as it is known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Usual {
    /// One with words here.
    Known(Bits),
    /// One in another script.
    Elsewhere,
    /// One with Latin letters but without words here: each of its kin would look likelier than itself.
    Unknown,
}

impl Usual {
    fn of(tag: &str) -> Self {
        match bit(tag) {
            Some(bits) => Self::Known(bits),
            None if Script::of(tag) == Script::Latin => Self::Unknown,
            None => Self::Elsewhere,
        }
    }

    fn bits(self) -> Bits {
        match self {
            Self::Known(bits) => bits,
            Self::Elsewhere | Self::Unknown => 0,
        }
    }
}

/// A language that a text may be in.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    tag: &'static str,
    bit: Bits,
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

/// A text and what is known of it.
struct Piece {
    letters: usize,
    evidence: Evidence,
    vote: Option<Vote>,
    running: Option<Vote>,
    usual: Bits,
}

impl Piece {
    fn of(text: &str, usual: Bits) -> Self {
        let words = words(text);
        let letters = words.iter().map(|word| word.text.chars().count()).sum();
        let vote = Vote::of(text, letters);
        let running = running(&words);
        let running = (running.len() >= RUNNING)
            .then(|| voted(&running))
            .flatten()
            .map(|tag| Vote { tag, points: VOTE });
        let part = |is_said| {
            Evidence::of(words.iter().copied().filter(move |word| (word.part == Part::Said) == is_said))
        };
        let (said, cited) = (part(true), part(false));
        let whole = Self { letters, evidence: said.with(&cited), vote, running, usual };
        if cited.is_empty() || whole.is_of_one(&said, &cited, &words) {
            return whole;
        }
        Self { evidence: said, vote: None, running: None, ..whole }
    }

    /// Whether what is cited is in the language of the words around it, as far as they tell.
    fn is_of_one(&self, said: &Evidence, cited: &Evidence, words: &[Word<'_>]) -> bool {
        let told = self.candidate();
        let label = words.iter().filter(|word| word.part == Part::Said).map(|word| word.text);
        let label = label.collect::<Vec<_>>().join(" ");
        let own = said.tally(told.bit, self.usual);
        let usual = said.tally(self.usual, told.bit);
        match (own.words, usual.words) {
            (0, 0) if label.is_empty() => true,
            (0, 0) => {
                cited.tally(told.bit, self.usual).words >= CITED
                    && voted(&label).and_then(bit) != Some(self.usual)
            }
            (own, usual) => own > usual,
        }
    }

    /// Who has the most points; the first of several.
    fn candidate(&self) -> Candidate {
        let points = self.evidence.points().into_iter().enumerate();
        let with_votes = points.map(|(at, points)| (at, points + self.votes_for(1 << at)));
        let best = with_votes.reduce(|best, next| if next.1 > best.1 { next } else { best });
        let at = best.map_or(0, |(at, _)| at);
        Candidate { tag: LANGUAGES[at].tag, bit: 1 << at }
    }

    /// Points of the votes for a language. For one that `whichlang` does not know, less, if they are not for the usual one.
    fn votes_for(&self, language: Bits) -> u32 {
        let votes = [self.vote, self.running].into_iter().flatten();
        let points = |vote: Vote| match bit(vote.tag) {
            Some(chosen) if chosen == language => vote.points,
            Some(chosen) if chosen != self.usual && vote.tag != ENGLISH && is_unknown_to_votes(language) => {
                STRANGER_VOTE
            }
            _ => 0,
        };
        votes.map(points).sum()
    }

    /// Whether enough speaks for a language to leave the usual one for it.
    fn is_in(&self, told: Candidate) -> bool {
        let own = self.evidence.tally(told.bit, self.usual);
        let usual = self.evidence.tally(self.usual, told.bit);
        let runs = self.running.is_some_and(|vote| vote.tag == told.tag);
        let witnesses = own.words + own.rare;
        witnesses >= if runs { 1 } else { WITNESSES }
            && (usual.words == 0 || witnesses > OUTWEIGHING * usual.words)
            && (own.is_more_than_particles() || runs && own.words >= WITNESSES && self.letters >= DIVISIBLE)
            && self.score(told, own, usual) >= self.least(own)
    }

    /// What speaks for a language. Beside words of the usual one, accents are those of names.
    fn score(&self, told: Candidate, own: Tally, usual: Tally) -> u32 {
        let letters = if usual.words > 0 { 0 } else { own.letters };
        own.points + letters + self.votes_for(told.bit)
    }

    /// What must speak for it.
    fn least(&self, own: Tally) -> u32 {
        let brief = if self.letters < BRIEF { WORD } else { 0 };
        LEAST + brief + WORD * own.strange + self.votes_for(self.usual)
    }

    /// Whether a text in the language so far, which is not the usual one, goes on in it.
    fn goes_on_in(&self, told: Candidate) -> bool {
        let own = self.evidence.tally(told.bit, self.usual);
        let usual = self.evidence.tally(self.usual, told.bit);
        own.words > usual.words
    }

    /// What a piece says that is too short to tell its language.
    fn short(&self, expected: Expected<'_>) -> Finding {
        let so_far = bit(expected.so_far).unwrap_or(0);
        let own = self.evidence.tally(so_far, self.usual);
        let usual = self.evidence.tally(self.usual, so_far);
        let is_usual = usual.points > own.points || own.points == 0 && self.votes_for(self.usual) > 0;
        if is_usual { Finding::Unclear } else { Finding::Short }
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
fn is_unknown_to_votes(language: Bits) -> bool {
    VOTED.iter().chain(&RELATED).all(|tag| bit(tag) != Some(language))
}

/// What it says of titles and the like as well, so that it is no sign of a language it does not know.
const ENGLISH: &str = "en";

/// Languages for which it chooses one of those that are most like them.
const RELATED: [&str; 3] = ["af", "ca", "eo"];

/// The languages with Latin letters that `whichlang` chooses.
const VOTED: [&str; 10] = ["de", "en", "fr", "it", "nl", "pt", "es", "sv", "tr", "vi"];

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
