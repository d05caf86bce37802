//! One segment, step by step.

use engine::{EngineError, Piece, SpokenWord, Synthesis};

use crate::config::Fault;
use crate::plan::Plan;

/// A segment under way. Small while it is parked: the plan, and where it stands.
pub(crate) struct ToneSynthesis {
    plan: Plan,
    step: u64,
    fault: Option<Fault>,
    /// How long the text is, in characters, for an error to tell.
    characters: usize,
    phase: Phase,
}

enum Phase {
    /// So many samples and so many words are out.
    Under { samples: u64, words: usize },
    /// All is said, or it failed.
    Over,
}

impl ToneSynthesis {
    /// `step` is in samples and at least one.
    pub(crate) fn new(plan: Plan, step: u64, fault: Option<Fault>, characters: usize) -> Self {
        Self { plan, step, fault, characters, phase: Phase::Under { samples: 0, words: 0 } }
    }

    fn failure(&self, samples: u64) -> Option<EngineError> {
        let crash = || EngineError::Crashed("this test voice fails on purpose".into());
        match self.fault? {
            Fault::CrashesAtStart => Some(crash()),
            Fault::CrashesAfterFirstPiece => (samples > 0).then(crash),
            Fault::NoSound => Some(EngineError::NoSound { characters: self.characters }),
            Fault::NotSet => None,
        }
    }

    /// The words from this number on that begin before `end`, or all if the audio ends there.
    fn words_before(&self, from: usize, end: u64) -> &[SpokenWord] {
        let rest = &self.plan.words[from..];
        let due = rest.partition_point(|word| word.start.0 < end || end == self.plan.samples);
        &rest[..due]
    }
}

impl Synthesis for ToneSynthesis {
    fn next(&mut self) -> Result<Option<Piece>, EngineError> {
        let Phase::Under { samples, words } = std::mem::replace(&mut self.phase, Phase::Over) else {
            return Ok(None);
        };
        if self.plan.samples == 0 {
            return Ok(None);
        }
        if let Some(failure) = self.failure(samples) {
            return Err(failure);
        }
        if samples == self.plan.samples {
            return Ok(None);
        }
        let end = samples.saturating_add(self.step).min(self.plan.samples);
        let told = self.words_before(words, end).to_vec();
        self.phase = Phase::Under { samples: end, words: words + told.len() };
        Ok(Some(Piece { samples: self.plan.render(samples, end), words: told, phonemes: Vec::new() }))
    }
}
