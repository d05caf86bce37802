//! The sound of one generation, the marks within it, and how it is cut into chunks.
//!
//! Where chunks end is a function of places in the generation, never of the clock, the load, or the pieces in which the
//! sound came:
//!
//! - where [`ChunkPlan`] says;
//! - 5 ms before the end of each segment, so that no sound but those 5 ms waits for later text;
//! - 5 ms before the end of the generation. So the last chunk, [`Part::Last`], is always 5 ms long, or all there is if
//!   that is less.
//!
//! The last 5 ms of what there is so far are withheld until more sound of the generation comes or the generation ends. Marks
//! that stand behind them wait with them, up to [`MARKS_THAT_WAIT`].

use std::collections::VecDeque;

use audio::ChunkPlan;
use session::{AudioEvent, Event, Part, Then};
use speech::{AudioTime, ContextId, GenerationId, PcmChunk, SampleCount, SampleRate, WordTime};

use crate::samples::Samples;

/// How much of a generation is withheld until it is known what follows, so that its last chunk can be marked as such.
const WITHHELD: AudioTime = AudioTime::from_millis(5);

/// So many marks behind withheld sound let it go, or a client that says nothing but letterless text could fill the memory
/// with them. If the generation then has no more sound, it has no [`Part::Last`].
const MARKS_THAT_WAIT: usize = 16;

/// Consecutive sound of one generation at one rate.
#[derive(Debug)]
pub(crate) struct Run {
    context: ContextId,
    pub(crate) generation: GenerationId,
    characters: u32,
    generation_start: AudioTime,
    /// Where it begins in its generation: at zero, or where the rate changes.
    start: AudioTime,
    rate: SampleRate,
    samples: Samples,
    /// Where chunks end besides where the plan says, from the first that has not been reached.
    cuts: VecDeque<u64>,
    last_cut: u64,
    words: VecDeque<WordTime>,
    words_taken: usize,
    marks: VecDeque<Mark>,
    /// How many marks wait for nothing but what is withheld.
    held_marks: usize,
    end: RunEnd,
}

/// An event that tells of the sound before it.
#[derive(Debug)]
struct Mark {
    /// How many samples of the run go before it, and how many words.
    place: u64,
    words: usize,
    event: Event<PcmChunk>,
}

/// What is known to follow a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RunEnd {
    /// Nothing yet: more may come.
    Open,
    /// Something that all of the run must precede, but which does not end the generation: sound at another rate.
    Other,
    /// The end of the generation.
    Generation,
}

impl Run {
    /// A run that begins with `piece`.
    pub(crate) fn new(piece: AudioEvent<PcmChunk>) -> Self {
        let mut run = Self {
            context: piece.context,
            generation: piece.generation,
            characters: piece.characters,
            generation_start: piece.generation_start,
            start: piece.start,
            rate: piece.audio.rate,
            samples: Samples::default(),
            cuts: VecDeque::new(),
            last_cut: 0,
            words: VecDeque::new(),
            words_taken: 0,
            marks: VecDeque::new(),
            held_marks: 0,
            end: RunEnd::Open,
        };
        run.extend(piece);
        run
    }

    /// Whether `piece` goes on where this run stands.
    pub(crate) fn takes(&self, piece: &AudioEvent<PcmChunk>) -> bool {
        self.is_open() && self.generation == piece.generation && self.rate == piece.audio.rate
    }

    pub(crate) fn extend(&mut self, piece: AudioEvent<PcmChunk>) {
        self.samples.push(piece.audio.samples);
        self.words.extend(piece.words);
        self.held_marks = 0;
    }

    /// Words that became known after their sound, or before it.
    pub(crate) fn add_words(&mut self, words: impl IntoIterator<Item = WordTime>) {
        self.words.extend(words);
    }

    /// Appends an event that tells of the sound before it.
    pub(crate) fn mark(&mut self, event: Event<PcmChunk>) {
        let place = self.samples.pushed();
        if matches!(event, Event::SegmentEnded { .. }) {
            self.cut_at(place.saturating_sub(self.withheld()));
        }
        let words = self.words_taken + self.words.len();
        self.marks.push_back(Mark { place, words, event });
        if self.last_cut < place {
            self.held_marks += 1;
        }
        if self.held_marks >= MARKS_THAT_WAIT {
            self.let_go();
        }
    }

    pub(crate) fn end_with(&mut self, end: RunEnd) {
        match end {
            RunEnd::Open => {}
            RunEnd::Other => self.let_go(),
            RunEnd::Generation => self.cut_at(self.samples.pushed().saturating_sub(self.withheld())),
        }
        self.held_marks = 0;
        self.end = end;
    }

    pub(crate) fn is_open(&self) -> bool {
        self.end == RunEnd::Open
    }

    /// Whether nothing is left of it, and nothing will come.
    pub(crate) fn is_over(&self) -> bool {
        !self.is_open() && !self.has_sound() && self.marks.is_empty()
    }

    /// Whether it has sound, which may be withheld.
    pub(crate) fn has_sound(&self) -> bool {
        self.samples.left() > 0
    }

    /// Whether it has sound that is not withheld.
    pub(crate) fn wants_to_leave(&self) -> bool {
        let stays = if self.is_open() { self.withheld() } else { 0 };
        self.samples.left() > stays
    }

    pub(crate) fn is_at_start_of_generation(&self) -> bool {
        self.position() == SampleCount::ZERO
    }

    /// How many marks wait for nothing but what is withheld.
    pub(crate) fn held_marks(&self) -> usize {
        self.held_marks
    }

    /// The next mark, if all sound before it has left.
    pub(crate) fn next_mark(&self) -> Option<&Event<PcmChunk>> {
        self.marks.front().filter(|mark| mark.place <= self.samples.taken()).map(|mark| &mark.event)
    }

    /// Takes it.
    pub(crate) fn take_mark(&mut self) -> Option<Event<PcmChunk>> {
        let taken = self.samples.taken();
        self.marks.pop_front_if(|mark| mark.place <= taken).map(|mark| mark.event)
    }

    /// How many samples the next chunk has, if it can leave now.
    pub(crate) fn next_len(&self) -> Option<u64> {
        let planned = ChunkPlan::next_len(self.position(), self.rate).0;
        let left = self.samples.left();
        let len = match (self.cuts.front(), self.end) {
            (Some(cut), _) => planned.min(cut - self.samples.taken()),
            (None, RunEnd::Generation) => left,
            // One sample more than what is withheld: so sound goes on leaving until a segment's end is known.
            (None, _) if left > planned + self.withheld() => planned,
            (None, _) => 0,
        };
        (len > 0).then_some(len)
    }

    /// Cuts the next chunk off, with the words that begin in it or came late.
    pub(crate) fn take_chunk(&mut self) -> Option<AudioEvent<PcmChunk>> {
        let len = self.next_len()?;
        let is_last = self.end == RunEnd::Generation && self.cuts.is_empty();
        let start = self.time();
        let samples = self.samples.take(len);
        let taken = self.samples.taken();
        self.cuts.pop_front_if(|cut| *cut <= taken);
        Some(AudioEvent {
            context: self.context,
            generation: self.generation,
            audio: PcmChunk { rate: self.rate, samples },
            characters: self.characters,
            generation_start: self.generation_start,
            start,
            duration: self.time() - start,
            words: self.take_words(),
            part: if is_last { Part::Last } else { Part::More },
            then: Then::More,
        })
    }

    /// The words that begin before this place, and those that a mark promises that may leave now.
    fn take_words(&mut self) -> Vec<WordTime> {
        let (time, taken) = (self.time(), self.samples.taken());
        let begun = self.words.iter().take_while(|word| word.start < time).count();
        let reached = self.marks.iter().take_while(|mark| mark.place <= taken).last();
        let promised = reached.map_or(0, |mark| mark.words.saturating_sub(self.words_taken));
        let is_last = !self.is_open() && !self.has_sound();
        let count = if is_last { self.words.len() } else { begun.max(promised) };
        self.words_taken += count;
        self.words.drain(..count).collect()
    }

    fn cut_at(&mut self, place: u64) {
        if place > self.last_cut {
            self.last_cut = place;
            self.cuts.push_back(place);
        }
    }

    /// Nothing of what there is so far is withheld any more.
    fn let_go(&mut self) {
        self.cut_at(self.samples.pushed());
        self.held_marks = 0;
    }

    fn withheld(&self) -> u64 {
        SampleCount::in_time(WITHHELD, self.rate).0
    }

    /// Where what waits begins, counted from the beginning of the generation.
    fn position(&self) -> SampleCount {
        SampleCount::in_time(self.start, self.rate) + SampleCount(self.samples.taken())
    }

    /// The same as a time.
    fn time(&self) -> AudioTime {
        self.start + SampleCount(self.samples.taken()).time_at(self.rate)
    }
}
