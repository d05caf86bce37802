//! One segment under way: records in, pieces out.
//!
//! A piece ends at a sample position that depends on nothing but its ordinal: the first is short, since somebody waits
//! for it, later ones are longer, since each costs a step. Read [`Segment`] first.

use std::sync::Arc;

use engine::{EngineError, Phoneme, Piece, Synthesis};
use speech::{SampleCount, SpokenText, SpokenWord};

use crate::asking::Answer;
use crate::edges::Edges;
use crate::hosts::Hosts;
use crate::records::{Job, Record};
use crate::voices::Voice;
use crate::words::WordTimes;

/// The lengths of the first pieces in samples, 40 and 100 ms; each later one is of [`LATER_PIECE`].
const FIRST_PIECES: [usize; 2] = [882, 2_205];
/// 300 ms.
const LATER_PIECE: usize = 6_615;

/// One segment under way.
pub(crate) struct Segment {
    stage: Stage,
    text: SpokenText,
    edges: Edges,
    words: WordTimes,
    /// Events that wait until it is known how much of the beginning is cut.
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

/// Words and phonemes whose times are known. They wait until their audio has gone out, so that they are never told for
/// a silence that is then cut off.
#[derive(Default)]
struct Told {
    words: Vec<SpokenWord>,
    phonemes: Vec<Phoneme>,
    last_phoneme: SampleCount,
}

impl Segment {
    pub(crate) fn new(hosts: Arc<Hosts>, voice: Voice, job: Job, text: SpokenText) -> Self {
        Self {
            stage: Stage::Begun { hosts, voice, job },
            words: WordTimes::new(&text),
            text,
            edges: Edges::new(),
            early: Vec::new(),
            samples: Vec::new(),
            told: Told::default(),
            pieces: 0,
        }
    }

    /// Works until a piece is full or the segment ends.
    fn step(&mut self) -> Result<Option<Piece>, EngineError> {
        let length = FIRST_PIECES.get(self.pieces).copied().unwrap_or(LATER_PIECE);
        loop {
            match &mut self.stage {
                Stage::Begun { hosts, voice, job } => {
                    self.stage = Stage::Speaking(Answer::ask(hosts, *voice, job)?)
                }
                Stage::Over => return Ok(None),
                _ if self.samples.len() >= length => return Ok(Some(self.piece(length))),
                Stage::Heard => return Ok(self.last_piece()),
                Stage::Speaking(answer) => {
                    let record = answer.next()?;
                    self.hear(record)?;
                }
            }
        }
    }

    fn hear(&mut self, record: Record) -> Result<(), EngineError> {
        match record {
            Record::Pcm(samples) => self.edges.push(&samples, &mut self.samples),
            Record::End => return self.finish(),
            event => self.early.push(event),
        }
        if self.edges.has_begun() {
            for event in std::mem::take(&mut self.early) {
                self.note(event);
            }
        }
        Ok(())
    }

    fn note(&mut self, event: Record) {
        match event {
            Record::Word { character, sample } => {
                let sample = self.edges.place(sample.into());
                let silent_since = self.edges.pause_before(sample);
                self.told.words.extend(self.words.begin(character, sample, silent_since));
            }
            Record::Phoneme { ipa, sample } if !ipa.is_empty() => {
                let start = SampleCount(self.edges.place(sample.into())).max(self.told.last_phoneme);
                self.told.phonemes.push(Phoneme { ipa, start });
                self.told.last_phoneme = start;
            }
            _ => {}
        }
    }

    fn finish(&mut self) -> Result<(), EngineError> {
        self.stage = Stage::Heard;
        if !self.edges.has_begun() {
            let text = &self.text.text;
            let says_nothing = !text.chars().any(char::is_alphanumeric);
            return says_nothing
                .then_some(())
                .ok_or(EngineError::NoSound { characters: text.chars().count() });
        }
        self.edges.finish(longest_pause(&self.text.text), &mut self.samples);
        let end = self.edges.released();
        self.told.words.extend(self.words.finish(end, self.edges.pause_before(end)));
        self.told.end_at(SampleCount(end));
        Ok(())
    }

    fn piece(&mut self, length: usize) -> Piece {
        self.pieces += 1;
        let rest = self.samples.split_off(length.min(self.samples.len()));
        let samples = std::mem::replace(&mut self.samples, rest);
        self.told.up_to(SampleCount(self.edges.released()), samples)
    }

    fn last_piece(&mut self) -> Option<Piece> {
        self.stage = Stage::Over;
        let piece = self.piece(usize::MAX);
        (piece != Piece::default()).then_some(piece)
    }
}

impl Synthesis for Segment {
    fn next(&mut self) -> Result<Option<Piece>, EngineError> {
        // An error is the last that is heard of it, and closes its socket.
        self.step().inspect_err(|_| self.stage = Stage::Over)
    }
}

impl Told {
    /// A piece of these samples with what is known for the audio up to `released`.
    fn up_to(&mut self, released: SampleCount, samples: Vec<f32>) -> Piece {
        let words = self.words.iter().take_while(|word| word.end <= released).count();
        let phonemes = self.phonemes.iter().take_while(|phoneme| phoneme.start <= released).count();
        Piece {
            samples,
            words: self.words.drain(..words).collect(),
            phonemes: self.phonemes.drain(..phonemes).collect(),
        }
    }

    /// The audio turned out to end here.
    fn end_at(&mut self, end: SampleCount) {
        for word in &mut self.words {
            word.start = word.start.min(end);
            word.end = word.end.min(end);
        }
        for phoneme in &mut self.phonemes {
            phoneme.start = phoneme.start.min(end);
        }
    }
}

/// How many samples of pause may follow the text: eSpeak NG takes the end of any text for the end of a sentence, but a
/// segment may end within one.
fn longest_pause(text: &str) -> usize {
    let last = text.trim_end().chars().rev().find(|character| !")]}\"'”’»›」』）".contains(*character));
    match last {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔') => 9_922,
        Some(',' | ';' | ':' | '、' | '，' | '；' | '：' | '،' | '؛' | '–' | '—') => 4_961,
        _ => 1_323,
    }
}
