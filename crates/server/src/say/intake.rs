//! How much text is handed to the session at one time.
//!
//! The session refuses more unspoken text than [`Limits::unspoken_bytes`], and tells a segment only when sound follows it.
//! So what counts is not how long the text is, but how many segments in it will sound: a few of them are always ahead, and
//! text that gives none takes no room. Start with [`Intake::next`].

use std::collections::VecDeque;

use session::{Limits, SegmentPolicy, Syntax};
use speech::{Ending, Language};
use text::{SegmentBounds, Segmenter, is_speakable};

/// Segments that are ahead besides those with the engine: one that is told with the next sound only, and some more
/// because the session, which has timers, may cut a little differently than is foreseen here.
const SPARE: usize = 6;
/// Bytes without anything to say that may follow each other; what is longer is shortened. It would give no sound.
const LONGEST_BLANK: usize = 4 * 1024;
/// Bytes that are handed over at one time.
const PIECE: usize = 64;
/// Bytes of a character.
const CHARACTER: usize = 4;

/// Text on its way to the session.
pub(crate) struct Intake {
    waiting: String,
    /// Of what waits, handed over.
    given: usize,
    foresight: Foresight,
    /// Segments that may be ahead.
    most: usize,
    last: Last,
    /// Bytes without anything to say at the end of what came.
    blank: usize,
    /// Whether anything that came can be spoken.
    pub(crate) has_something_to_say: bool,
}

/// How that ends which was handed over last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// In mid-sentence for sure, so that the session waits for more.
    Open,
    /// Perhaps as a sentence does: without more the session would soon take it for one.
    Other,
}

/// Cuts as the session will.
struct Foresight {
    segmenter: Segmenter,
    /// The end of the last segment, in bytes of all that was handed over.
    end: u64,
    /// Where those end that will sound and have not.
    sounding: VecDeque<u64>,
}

impl Foresight {
    fn push(&mut self, text: &str) {
        self.segmenter.push(text);
        while let Some(segment) = self.segmenter.next_segment() {
            self.end += segment.text.len() as u64;
            let is_silence = matches!(segment.ending, Ending::Break(_));
            if is_silence || is_speakable(segment.shown.text()) {
                self.sounding.push_back(self.end);
            }
        }
    }

    /// How many will sound after so many bytes were spoken.
    fn ahead(&mut self, spoken: u64) -> usize {
        while self.sounding.pop_front_if(|end| *end <= spoken).is_some() {}
        self.sounding.len()
    }
}

impl Intake {
    /// For a context of this language and policy.
    pub(crate) fn new(language: &Language, policy: SegmentPolicy, limits: &Limits) -> Self {
        let bounds = SegmentBounds { characters: limits.segment_characters, speech: limits.segment_speech };
        let segmenter = Segmenter::new(policy, bounds).in_language(language).with_markup(Syntax::default());
        Self {
            waiting: String::new(),
            given: 0,
            foresight: Foresight { segmenter, end: 0, sounding: VecDeque::new() },
            most: limits.jobs_per_context.saturating_add(SPARE),
            last: Last::Open,
            blank: 0,
            has_something_to_say: false,
        }
    }

    /// Whether all that came was handed over.
    pub(crate) fn is_empty(&self) -> bool {
        self.given == self.waiting.len()
    }

    /// More text came. To be called only when it is empty.
    pub(crate) fn fill(&mut self, text: &str) {
        self.waiting.clear();
        self.given = 0;
        for c in text.chars() {
            if sounds(c) {
                self.blank = 0;
                self.has_something_to_say = true;
            } else if self.blank + c.len_utf8() > LONGEST_BLANK {
                continue;
            } else {
                self.blank += c.len_utf8();
            }
            self.waiting.push(c);
        }
    }

    /// What may be handed over now that so many bytes were spoken; `None` if nothing waits, or there is no room for it.
    pub(crate) fn next(&mut self, spoken: u64) -> Option<&str> {
        let is_full = self.foresight.ahead(spoken) >= self.most;
        if self.is_empty() || (is_full && self.last == Last::Open) {
            return None;
        }
        let rest = &self.waiting[self.given..];
        let piece = &rest[..rest.floor_char_boundary(PIECE)];
        let open = piece.char_indices().rfind(|(_, c)| sounds(*c)).map(|(at, c)| at + c.len_utf8());
        self.last = if open.is_some() { Last::Open } else { Last::Other };
        let piece = &piece[..open.unwrap_or(piece.len())];
        self.given += piece.len();
        self.foresight.push(piece);
        Some(piece)
    }
}

fn sounds(c: char) -> bool {
    is_speakable(c.encode_utf8(&mut [0; CHARACTER]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(intake: &mut Intake, spoken: u64) -> String {
        let mut all = String::new();
        while let Some(piece) = intake.next(spoken) {
            all.push_str(piece);
        }
        all
    }

    #[test]
    fn a_few_segments_are_ahead_and_nothing_is_lost() {
        let mut intake = Intake::new(&Language::new("en"), SegmentPolicy::default(), &Limits::default());
        let text = "Élan. How are you? ".repeat(500);
        intake.fill(&text);
        let mut all = String::new();
        while !intake.is_empty() {
            let more = taken(&mut intake, all.len() as u64);
            assert!(!more.is_empty() && more.len() <= 300, "{}", more.len());
            all.push_str(&more);
            assert!(intake.is_empty() || all.ends_with(char::is_alphanumeric), "a sentence seems to end");
        }
        assert_eq!(all, text);
    }

    #[test]
    fn long_silences_in_the_text_take_no_room_and_are_shortened() {
        let mut intake = Intake::new(&Language::new("en"), SegmentPolicy::default(), &Limits::default());
        let mut blank = 0;
        for _ in 0..100 {
            intake.fill(&"\n .\0".repeat(1_000));
            blank += taken(&mut intake, 0).len();
        }
        assert_eq!(blank, LONGEST_BLANK);
        assert!(!intake.has_something_to_say);
        intake.fill("at last");
        assert_eq!(taken(&mut intake, 0), "at last");
        assert!(intake.has_something_to_say);
    }

    #[test]
    fn a_segment_that_has_not_ended_takes_no_room() {
        let mut intake = Intake::new(
            &Language::new("en"),
            SegmentPolicy::default(),
            &Limits { segment_characters: 1_000_000, ..Limits::default() },
        );
        let text = "\u{2603}word ".repeat(50);
        intake.fill(&text);
        assert_eq!(taken(&mut intake, 0), text);
    }
}
