//! One stretch of sound without a mark in it, and how it is cut into chunks.

use std::collections::VecDeque;

use audio::ChunkPlan;
use session::{AudioEvent, Part};
use speech::{AudioTime, ContextId, GenerationId, PcmChunk, SampleCount, SampleRate, WordTime};

/// How much of a generation is withheld until it is known what follows, so that its last chunk can be marked as such.
const WITHHELD: AudioTime = AudioTime::from_millis(5);

/// Consecutive sound of one generation: in whatever pieces it came, it leaves in chunks of the plan.
#[derive(Debug)]
pub(crate) struct Run {
    context: ContextId,
    pub(crate) generation: GenerationId,
    generation_start: AudioTime,
    rate: SampleRate,
    pieces: VecDeque<Vec<i16>>,
    /// How much of the first piece has left.
    offset: usize,
    left: u64,
    words: VecDeque<WordTime>,
    end: RunEnd,
}

/// What is known to follow a run. Rises only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RunEnd {
    /// Nothing yet: more may come.
    Open,
    /// A segment ends: no chunk waits for later text, but what is withheld does.
    Segment,
    /// Something that all of the run must precede: more sound after a mark, or the end of a release.
    Mark,
    /// The end of the generation.
    Generation,
}

impl Run {
    /// A run that begins with `piece`. `words` came before it without sound of their own.
    pub(crate) fn new(piece: AudioEvent<PcmChunk>, words: VecDeque<WordTime>) -> Self {
        let mut run = Self {
            context: piece.context,
            generation: piece.generation,
            generation_start: piece.generation_start,
            rate: piece.audio.rate,
            pieces: VecDeque::new(),
            offset: 0,
            left: 0,
            words,
            end: RunEnd::Open,
        };
        run.extend(piece);
        run
    }

    /// Whether `piece` goes on where this run stands.
    pub(crate) fn takes(&self, piece: &AudioEvent<PcmChunk>) -> bool {
        self.end == RunEnd::Open && self.generation == piece.generation && self.rate == piece.audio.rate
    }

    pub(crate) fn extend(&mut self, piece: AudioEvent<PcmChunk>) {
        self.left += piece.audio.count().0;
        self.pieces.push_back(piece.audio.samples);
        self.words.extend(piece.words);
    }

    /// Words that became known after their sound, or before it.
    pub(crate) fn add_words(&mut self, words: impl IntoIterator<Item = WordTime>) {
        self.words.extend(words);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.left == 0
    }

    pub(crate) fn end_with(&mut self, end: RunEnd) {
        self.end = self.end.max(end);
    }

    /// How many samples the next chunk has, if it can leave now. `position` counts from the beginning of the generation.
    pub(crate) fn next_len(&self, position: SampleCount) -> Option<u64> {
        let planned = ChunkPlan::next_len(position, self.rate).0;
        let withheld = SampleCount::in_time(WITHHELD, self.rate).0;
        let free = self.left.saturating_sub(withheld);
        let len = match self.end {
            _ if free >= planned => planned,
            RunEnd::Open => 0,
            RunEnd::Segment => free,
            // What would be left over is so short that it comes along.
            RunEnd::Mark | RunEnd::Generation => self.left,
        };
        (len > 0).then_some(len)
    }

    /// Cuts the next `len` samples off, with the words that begin in them or came late. `position` counts from the
    /// beginning of the generation.
    pub(crate) fn cut(&mut self, len: u64, position: SampleCount) -> AudioEvent<PcmChunk> {
        let start = position.time_at(self.rate);
        let end = (position + SampleCount(len)).time_at(self.rate);
        let samples = self.cut_samples(len as usize);
        self.left -= len;
        AudioEvent {
            context: self.context,
            generation: self.generation,
            audio: PcmChunk { rate: self.rate, samples },
            generation_start: self.generation_start,
            start,
            duration: end - start,
            words: self.cut_words(end),
            part: if self.is_empty() && self.end == RunEnd::Generation { Part::Last } else { Part::More },
        }
    }

    fn cut_samples(&mut self, len: usize) -> Vec<i16> {
        if self.offset == 0
            && let Some(whole) = self.pieces.pop_front_if(|piece| piece.len() == len)
        {
            return whole;
        }
        let mut samples = Vec::with_capacity(len);
        while samples.len() < len
            && let Some(piece) = self.pieces.front()
        {
            let end = piece.len().min(self.offset + len - samples.len());
            samples.extend_from_slice(&piece[self.offset..end]);
            self.offset = end;
            if end == piece.len() {
                self.pieces.pop_front();
                self.offset = 0;
            }
        }
        samples
    }

    fn cut_words(&mut self, end: AudioTime) -> Vec<WordTime> {
        if self.is_empty() {
            return std::mem::take(&mut self.words).into();
        }
        let begun = self.words.iter().take_while(|word| word.start < end).count();
        self.words.drain(..begun).collect()
    }
}
