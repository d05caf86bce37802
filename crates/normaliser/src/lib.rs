//! Source text → spoken words with their spans.
//!
//! Two steps: [`clean`] takes out what must not reach an engine, [`words`] finds what sounds. Numbers, symbols and
//! abbreviations stay as written, because the embedded engine reads them itself; the spans are kept in both texts so that a
//! language's own rules can write them out without anyone else noticing. Start with [`normalise`].

mod clean;
pub mod shown;
mod words;

use speech::{SpokenText, UserText, WordSource};

use self::clean::Cleaned;

/// Turns one segment into what an engine reads.
///
/// The text of the result is the segment without control characters (they become spaces: an engine may obey them) and
/// without marks that have neither sound nor width (they vanish, except joiners inside words and emoji). Its words are in
/// order and do not overlap, in either text; each begins and ends with something that sounds, so punctuation is between
/// them and `$100`, `50%`, `don't`, `well-known` are one each. An ideograph or an emoji is a word by itself, a run of
/// one kind of kana is one, and so is whatever else stands between spaces. A segment with nothing to say has no words.
#[must_use]
pub fn normalise(segment: &str) -> SpokenText {
    let cleaned = Cleaned::new(segment);
    let spans = words::find(cleaned.text());
    let words =
        spans.into_iter().map(|spoken| WordSource { spoken, source: cleaned.source_of(spoken) }).collect();
    SpokenText { text: UserText::from(cleaned.into_text()), words, pronounced: Vec::new() }
}
