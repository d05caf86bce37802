//! One segment under way: records in, pieces out.
//!
//! A piece ends at a sample position that depends on nothing but its ordinal: the first is short, since somebody waits
//! for it, later ones are longer, since each costs a step. Nothing goes out before something audible has come. Read
//! [`Segment`] first.

use std::sync::Arc;

use engine::{EngineError, Piece, Synthesis, SynthesisRequest, Told, must_sound};
use speech::{SampleCount, SpokenText};

use crate::asking::Answer;
use crate::heard::Heard;
use crate::hosts::Hosts;
use crate::phonemes::Phonemes;
use crate::records::{Job, Record};
use crate::voices::Voice;
use crate::words::WordTimes;

/// The lengths of the first pieces in samples, 40 and 100 ms, the first one after the silence that it begins with; each
/// later one is of [`LATER_PIECE`].
const FIRST_PIECES: [usize; 2] = [882, 2_205];
/// 300 ms.
const LATER_PIECE: usize = 6_615;

/// One segment under way.
pub(crate) struct Segment {
    stage: Stage,
    text: SpokenText,
    voice: Heard,
    words: WordTimes,
    phonemes: Phonemes,
    /// Events that wait until it is known where the voice begins.
    early: Vec<Record>,
    /// What is ready to be told.
    samples: Vec<f32>,
    told: Told,
    pieces: usize,
}

enum Stage {
    /// Nothing was asked of a host yet.
    Begun {
        hosts: Arc<Hosts>,
        voice: Voice,
        job: Job,
    },
    Speaking(Answer),
    /// All was heard; what is left is to be told.
    Heard,
    /// All was told, or it failed.
    Over,
}

impl Segment {
    pub(crate) fn new(hosts: Arc<Hosts>, voice: Voice, job: Job, request: &SynthesisRequest) -> Self {
        let text = request.text.clone();
        Self {
            stage: Stage::Begun { hosts, voice, job },
            words: WordTimes::new(&text),
            phonemes: Phonemes::default(),
            text,
            voice: Heard::default(),
            early: Vec::new(),
            samples: Vec::new(),
            told: Told::default(),
            pieces: 0,
        }
    }

    /// Works until a piece is full or the segment ends.
    fn step(&mut self) -> Result<Option<Piece>, EngineError> {
        loop {
            let has_a_piece = self.has_a_piece();
            match &mut self.stage {
                Stage::Begun { hosts, voice, job } => {
                    self.stage = Stage::Speaking(Answer::ask(hosts, *voice, job)?)
                }
                Stage::Over => return Ok(None),
                _ if has_a_piece => return Ok(Some(self.piece())),
                Stage::Heard => return Ok(self.last_piece()),
                Stage::Speaking(answer) => {
                    let record = answer.next()?;
                    self.hear(record)?;
                }
            }
        }
    }

    /// How long the next piece is; `None` while nothing audible has come.
    fn length(&self) -> Option<usize> {
        let begins = self.voice.begins()?;
        let silence = if self.pieces == 0 { begins as usize } else { 0 };
        Some(FIRST_PIECES.get(self.pieces).map_or(LATER_PIECE, |first| silence + first))
    }

    fn has_a_piece(&self) -> bool {
        self.length().is_some_and(|length| self.samples.len() >= length)
    }

    fn hear(&mut self, record: Record) -> Result<(), EngineError> {
        match record {
            Record::Pcm(samples) => {
                self.voice.hear(&samples);
                self.samples.extend(samples.into_iter().map(full_scale));
            }
            Record::End => return self.finish(),
            event => self.early.push(event),
        }
        if self.voice.begins().is_some() {
            for event in std::mem::take(&mut self.early) {
                self.note(event);
            }
        }
        Ok(())
    }

    fn note(&mut self, event: Record) {
        let (Record::Word { sample, .. } | Record::Phoneme { sample, .. }) = event else { return };
        let sample = self.voice.place(sample.into());
        self.told.add_phonemes(self.phonemes.pass(sample));
        match event {
            Record::Word { character, .. } => {
                self.phonemes.begin_word();
                self.words.begin(character, sample);
            }
            Record::Phoneme { ipa, .. } if ipa.is_empty() => self.words.pause(sample),
            Record::Phoneme { ipa, .. } => {
                self.phonemes.begin(ipa, sample);
                self.told.add_words(self.words.sound(sample));
            }
            _ => {}
        }
    }

    fn finish(&mut self) -> Result<(), EngineError> {
        self.stage = Stage::Heard;
        if self.voice.begins().is_none() {
            self.samples.clear();
            let text = &self.text.text;
            return match must_sound(text) {
                false => Ok(()),
                true => Err(EngineError::NoSound { characters: text.chars().count() }),
            };
        }
        self.words.pause(self.voice.silent_since());
        let end = self.voice.heard();
        self.told.add_phonemes(self.phonemes.pass(end));
        self.told.add_words(self.words.finish(end));
        self.told.end_at(SampleCount(end));
        Ok(())
    }

    fn piece(&mut self) -> Piece {
        let length = self.length().unwrap_or_default().min(self.samples.len());
        self.pieces += 1;
        let rest = self.samples.split_off(length);
        let samples = std::mem::replace(&mut self.samples, rest);
        let released = self.voice.heard() - self.samples.len() as u64;
        self.told.up_to(SampleCount(released), samples)
    }

    fn last_piece(&mut self) -> Option<Piece> {
        self.stage = Stage::Over;
        let samples = std::mem::take(&mut self.samples);
        let piece = self.told.up_to(SampleCount(self.voice.heard()), samples);
        (piece != Piece::default()).then_some(piece)
    }
}

impl Synthesis for Segment {
    fn next(&mut self) -> Result<Option<Piece>, EngineError> {
        // An error is the last that is heard of it, and closes its socket.
        self.step().inspect_err(|_| self.stage = Stage::Over)
    }
}

fn full_scale(sample: i16) -> f32 {
    f32::from(sample) / 32_768.0
}
