//! Which language Latin letters are in: by small words and accented letters, and by what `whichlang` thinks. Read [`find`]
//! first.
//!
//! A language is told if enough speaks for it ([`Piece::is_in`]): two small words that the usual language does not have and a
//! vote for it ([`Votes`]), or one and two votes, and more than three times as many words as speak for the usual one. Names
//! and quotations do not speak ([`Evidence`]). The points were chosen by the texts of the corpus and of `tests/`.

use crate::evidence::{Evidence, Tally, WORD};
use crate::prose::{Part, Word, words};
use crate::script::Script;
use crate::table::{Bits, bit};
use crate::vocabulary::LANGUAGES;
use crate::vote::{VOTE, Votes, voted};
use crate::{Expected, Finding};

/// The least letters of a text by which three words are not needed where two are enough elsewhere.
const BRIEF: usize = 16;
/// The least letters of a text in which two particles are enough, if its running text is voted for.
const STEADY: usize = 20;
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

/// A text and what is known of it.
struct Piece {
    letters: usize,
    evidence: Evidence,
    votes: Votes,
    usual: Bits,
}

impl Piece {
    fn of(text: &str, usual: Bits) -> Self {
        let words = words(text);
        let letters = words.iter().map(|word| word.text.chars().count()).sum();
        let votes = Votes::of(text, &words, letters);
        let (said, cited): (Vec<&Word<'_>>, Vec<_>) = words.iter().partition(|word| word.part == Part::Said);
        let label = said.iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
        let (said, cited) = (Evidence::of(&said), Evidence::of(&cited));
        let whole = Self { letters, evidence: said.with(&cited), votes, usual };
        if cited.is_empty() || whole.is_of_one(&said, &cited, &label) {
            return whole;
        }
        Self { evidence: said, votes: Votes::default(), ..whole }
    }

    /// Whether what is cited is in the language of the words around it, as far as they tell.
    fn is_of_one(&self, said: &Evidence, cited: &Evidence, label: &str) -> bool {
        let told = self.candidate();
        let own = said.tally(told.bit, self.usual);
        let usual = said.tally(self.usual, told.bit);
        match (own.words, usual.words) {
            (0, 0) if label.is_empty() => true,
            (0, 0) => {
                cited.tally(told.bit, self.usual).words >= CITED
                    && voted(label).and_then(bit) != Some(self.usual)
            }
            (own, usual) => own > usual,
        }
    }

    /// Who has the most points; the first of several.
    fn candidate(&self) -> Candidate {
        let points = self.evidence.points().into_iter().enumerate();
        let with_votes = points.map(|(at, points)| (at, points + self.votes.points(1 << at, self.usual)));
        let best = with_votes.reduce(|best, next| if next.1 > best.1 { next } else { best });
        let at = best.map_or(0, |(at, _)| at);
        Candidate { tag: LANGUAGES[at].tag, bit: 1 << at }
    }

    /// Whether enough speaks for a language to leave the usual one for it.
    fn is_in(&self, told: Candidate) -> bool {
        let own = self.evidence.tally(told.bit, self.usual);
        let usual = self.evidence.tally(self.usual, told.bit);
        let runs = self.votes.running_is(told.tag);
        let witnesses = own.words + own.rare;
        witnesses >= if runs { 1 } else { WITNESSES }
            && (usual.words == 0 || witnesses > OUTWEIGHING * usual.words)
            && (own.is_more_than_particles() || runs && own.words >= WITNESSES && self.letters >= STEADY)
            && self.score(told, own, usual) >= self.least(own)
    }

    /// What speaks for a language. Beside words of the usual one, accents are those of names.
    fn score(&self, told: Candidate, own: Tally, usual: Tally) -> u32 {
        let letters = if usual.words > 0 { 0 } else { own.letters };
        own.points + letters + self.votes.points(told.bit, self.usual)
    }

    /// What must speak for it.
    fn least(&self, own: Tally) -> u32 {
        let brief = if self.letters < BRIEF { WORD } else { 0 };
        LEAST + brief + WORD * own.strange + self.votes.points(self.usual, self.usual)
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
        let is_usual =
            usual.points > own.points || own.points == 0 && self.votes.points(self.usual, self.usual) > 0;
        if is_usual { Finding::Unclear } else { Finding::Short }
    }
}
