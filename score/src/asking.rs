//! What Syrinx makes of texts: by the calls of `syrinx explain`, and the voice's, in this process.

use engine::Engine;
use engine_espeak::Espeak;
use explain::{Explanation, Manner, explain};
use speech::{Language, VoiceId};
use text::SegmentPolicy;

use crate::case::Case;
use crate::failure::Failure;
use crate::options::Judged;
use crate::sounds;
use crate::verdict::is_in_words;

/// How one text is cut and read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Explained {
    /// The bytes of the text before which it is cut.
    pub(crate) cuts: Vec<usize>,
    /// What the voice is given to read, all segments together.
    pub(crate) spoken: String,
    /// What the voice makes of it, in IPA, all segments together; empty if it was not asked.
    pub(crate) phonemes: String,
}

impl Explained {
    /// Not yet pronounced.
    fn of(explanation: &Explanation) -> Self {
        let mut explained = Self::default();
        for segment in &explanation.segments {
            explained.cuts.extend(Some(segment.start).filter(|&start| start > 0));
            explained.spoken.push_str(&segment.spoken.text);
            // A space each, because a word does not go on in the next segment.
            explained.spoken.push(' ');
        }
        explained
    }
}

/// A case's text and its readings.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The text.
    pub(crate) text: Explained,
    /// What it should be read as, in the order of the case; none if the words tell, or are all that is asked.
    pub(crate) readings: Vec<Explained>,
}

/// Who is asked about the texts of one language: by the sentence, in its own voice.
pub(crate) struct Asker<'a> {
    espeak: &'a Espeak,
    voice: VoiceId,
    manner: Manner,
    judged: Judged,
}

impl<'a> Asker<'a> {
    /// For the language of a tag.
    ///
    /// # Errors
    /// If nobody speaks it.
    pub(crate) fn new(espeak: &'a Espeak, tag: &str, judged: Judged) -> Result<Self, Failure> {
        let language = Language::new(tag);
        let speaker = espeak.card().voices.iter().find(|card| card.speaks(&language));
        let voice = speaker.ok_or_else(|| Failure::NoVoice(tag.to_owned()))?.id.clone();
        let manner = Manner { policy: SegmentPolicy::Sentences, ..Manner::of(&language) };
        let judged = if sounds::are_known(tag) { judged } else { Judged::ByWords };
        Ok(Self { espeak, voice, manner, judged })
    }

    /// What is made of a case. The voice is asked only where the words leave it open.
    ///
    /// # Errors
    /// If the voice fails.
    pub(crate) fn answer(&self, case: &Case) -> Result<Answer, Failure> {
        let explanation = explain(&case.text, &self.manner);
        let text = Explained::of(&explanation);
        let is_decided = case.readings.is_empty() || is_in_words(case, &text);
        if is_decided || self.judged == Judged::ByWords {
            return Ok(Answer { text, readings: Vec::new() });
        }
        let text = self.pronounced(&explanation)?;
        let readings = case.readings.iter().map(|reading| self.pronounced(&explain(reading, &self.manner)));
        Ok(Answer { text, readings: readings.collect::<Result<_, _>>()? })
    }

    fn pronounced(&self, explanation: &Explanation) -> Result<Explained, Failure> {
        let mut explained = Explained::of(explanation);
        for segment in &explanation.segments {
            explained.phonemes.push_str(&self.espeak.phonemes(&segment.spoken, &self.voice)?);
            explained.phonemes.push('\n');
        }
        Ok(explained)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_joined() {
        let manner = Manner { policy: SegmentPolicy::Sentences, ..Manner::of(&Language::new("en-us")) };
        let explained = Explained::of(&explain("It rains. You stay.", &manner));
        assert_eq!((explained.cuts, explained.spoken.as_str()), (vec![10], "It rains.  You stay. "));
        assert_eq!(explained.phonemes, "");
    }
}
