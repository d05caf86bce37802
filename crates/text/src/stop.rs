//! What one full stop means, for who reads a text that has been cut already: a segment may hold several sentences.

use speech::Language;

use crate::boundary::{Haste, Phrases, Rules, Ruling, rule};
use crate::language::Customs;
use crate::past::Past;
use crate::place::{Manner, Place};
use crate::run::{Kind, Run};

/// How much of the text on either side is looked at, in bytes.
const BEHIND: usize = 64;
const AHEAD: usize = 96;

/// Whether a full stop that follows `before` and is followed by `after` ends a sentence, as a
/// [`Segmenter`](crate::Segmenter) for the language decides. Only the text near to it is looked at; it is taken for all there
/// is, so a full stop with nothing behind it ends one.
///
/// ```
/// use speech::Language;
///
/// let german = Language::new("de");
/// assert!(text::ends_sentence(&german, "Wir nehmen Plan B", " Dann geht es."));
/// assert!(!text::ends_sentence(&german, "Das schrieb B", " Brecht."));
/// ```
#[must_use]
pub fn ends_sentence(language: &Language, before: &str, after: &str) -> bool {
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(BEHIND))..];
    let after = &after[..after.floor_char_boundary(AHEAD)];
    // The blank line ends what would else be waited for.
    let text = format!("{before}.{after}\n\n");
    let rules = Rules { customs: Customs::of(language), haste: Haste::None, phrases: Phrases::Pass };
    let mut place = Place::default();
    place.pass_bytes(&text, before.len());
    let words = place.words(&text);
    let mut run = Run::begin(Kind::Sentence, words, Past { manner: Manner::Capitals, ..Past::default() });
    let read = run.read(&mut place, &text, rules);
    read.is_some() && rule(&text, &mut run, &text[place.at()..], rules) == Ruling::Ends
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(tag: &str, text: &str) -> bool {
        let (before, after) = text.split_once('|').unwrap();
        ends_sentence(&Language::new(tag), before, after)
    }

    #[test]
    fn a_full_stop_means_what_it_does_to_a_segmenter() {
        assert!(ends("de", "Sie lebt in den U.S| Dann zog sie um."));
        assert!(ends("de", "Sie lebt in den U.S|"));
        assert!(ends("de", "Er ging|\n\nDann"));
        assert!(!ends("de", "Sie kennt J|R. Ewing"));
        assert!(!ends("de", "Sie kennt Dr| Ewing"));
    }

    #[test]
    fn only_what_is_near_is_looked_at() {
        let far = "ß ".repeat(1_000);
        assert!(ends("de", &format!("{far}in den U.S| Dann {far}")));
        assert!(!ends("de", &format!("{far}von J| Weber {far}")));
    }
}
