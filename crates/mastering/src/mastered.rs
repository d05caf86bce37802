//! One segment under way: pieces of an engine in, pieces for a listener out. Read [`Mastered`] first.

use engine::{EngineError, Piece, Synthesis, Told, must_sound};
use speech::{Phoneme, SampleCount, SpokenWord};

use crate::edges::Edges;
use crate::level::Level;

/// A segment of an engine, mastered.
pub(crate) struct Mastered {
    stage: Stage,
    /// Where silence is ours.
    edges: Option<Edges>,
    /// Where anything is to be made louder or less loud.
    level: Option<Level>,
    /// Words and phonemes that came before it was known how much of the beginning is cut.
    early: Piece,
    told: Told,
    /// How many samples the engine has given.
    heard: u64,
    /// What the text has to say, in characters; none for a text that need not sound.
    characters: usize,
}

enum Stage {
    Under(Box<dyn Synthesis>),
    /// All was told, or it failed.
    Over,
}

impl Mastered {
    pub(crate) fn new(
        synthesis: Box<dyn Synthesis>,
        edges: Option<Edges>,
        level: Option<Level>,
        text: &str,
    ) -> Self {
        let says_something = must_sound(text);
        Self {
            stage: Stage::Under(synthesis),
            edges,
            level,
            early: Piece::default(),
            told: Told::default(),
            heard: 0,
            characters: if says_something { text.chars().count() } else { 0 },
        }
    }

    /// One step of the engine. Nothing may come of it: before the first sound, and in a long silence.
    fn step(&mut self) -> Result<Option<Piece>, EngineError> {
        let Stage::Under(synthesis) = &mut self.stage else { return Ok(None) };
        match synthesis.next()? {
            Some(piece) => self.take(piece).map(Some),
            None => self.finish(),
        }
    }

    fn take(&mut self, piece: Piece) -> Result<Piece, EngineError> {
        if let Some(at) = no_number(&piece.samples) {
            return Err(EngineError::NoNumber { sample: self.heard + at as u64 });
        }
        self.heard += piece.samples.len() as u64;
        self.early.words.extend(piece.words);
        self.early.phonemes.extend(piece.phonemes);
        let samples = match &mut self.edges {
            Some(edges) => edges.push(piece.samples),
            None => piece.samples,
        };
        let samples = match &mut self.level {
            Some(level) => level.push(samples),
            None => samples,
        };
        if self.has_begun() {
            self.place();
        }
        Ok(self.told.up_to(self.released(), samples))
    }

    fn finish(&mut self) -> Result<Option<Piece>, EngineError> {
        self.stage = Stage::Over;
        if !self.has_begun() {
            // Never silence instead of what was to be said.
            return match self.characters {
                0 => Ok(None),
                characters => Err(EngineError::NoSound { characters }),
            };
        }
        let pause = self.edges.as_mut().map(Edges::finish).unwrap_or_default();
        let samples = match &mut self.level {
            Some(level) => [level.push(pause), level.finish()].concat(),
            None => pause,
        };
        self.told.end_at(self.released());
        let piece = self.told.up_to(self.released(), samples);
        Ok((piece != Piece::default()).then_some(piece))
    }

    fn has_begun(&self) -> bool {
        self.edges.as_ref().is_none_or(Edges::has_begun)
    }

    /// How many samples are certain to be heard.
    fn released(&self) -> SampleCount {
        self.edges.as_ref().map_or(SampleCount(self.heard), Edges::released)
    }

    /// Words and phonemes go where their sound has gone.
    fn place(&mut self) {
        let Piece { words, phonemes, .. } = std::mem::take(&mut self.early);
        let place = |at| self.edges.as_ref().map_or(at, |edges| edges.place(at));
        let words = words.into_iter();
        self.told.add_words(words.map(|word| SpokenWord {
            start: place(word.start),
            end: place(word.end),
            ..word
        }));
        let phonemes = phonemes.into_iter();
        self.told.add_phonemes(phonemes.map(|phoneme| Phoneme { start: place(phoneme.start), ..phoneme }));
    }
}

/// Where something is that is no number. First without a way out in the middle, so that several samples are looked at at
/// once.
fn no_number(samples: &[f32]) -> Option<usize> {
    let all_finite = samples.iter().fold(true, |finite, sample| finite & sample.is_finite());
    if all_finite { None } else { samples.iter().position(|sample| !sample.is_finite()) }
}

impl Synthesis for Mastered {
    fn next(&mut self) -> Result<Option<Piece>, EngineError> {
        // An error is the last that is heard of it.
        self.step().inspect_err(|_| self.stage = Stage::Over)
    }
}
