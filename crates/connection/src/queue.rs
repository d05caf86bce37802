//! What one context has to say, in order: runs of sound, and marks between them.
//!
//! Where chunks end depends on the place in the generation and on the marks, never on the pieces in which the sound came:
//!
//! - A chunk is as long as [`audio::ChunkPlan`] says, and leaves when it is full and 5 ms more are there.
//! - A [`Event::SegmentEnded`] ends a chunk early, so that no sound waits for later text; but the last 5 ms, and the mark
//!   behind them, wait until something follows.
//! - More sound, or any other mark, lets those 5 ms go. So [`Event::ReleaseEnded`] never waits for a flush.
//! - If it is [`Event::GenerationEnded`] that lets them go, they are marked as [`session::Part::Last`]. A generation whose last
//!   release ended before its flush came has no such mark: by then all its sound had left.

use std::collections::VecDeque;

use session::{AudioEvent, Event};
use speech::{GenerationId, PcmChunk, SampleCount, WordTime};

use crate::run::{Run, RunEnd};

/// The events of one context that wait for the socket.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    items: VecDeque<Item>,
    /// How many items stand behind the last run; all of them if there is no run.
    behind_last_run: usize,
    marks: usize,
    /// How many items may leave, if not all.
    allowance: Option<usize>,
    /// Words whose sound has left, for the next run of their generation.
    late: VecDeque<WordTime>,
    /// The generation that sounds, and how much of it has left.
    generation: Option<GenerationId>,
    position: SampleCount,
}

#[derive(Debug)]
enum Item {
    Sound(Run),
    Mark(Event<PcmChunk>),
}

/// What can leave next.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Front<'a> {
    /// An event without sound.
    Mark(&'a Event<PcmChunk>),
    /// The first chunk of a generation.
    FirstChunk,
    /// A later one.
    Chunk,
}

impl Queue {
    /// Appends an event.
    pub(crate) fn push(&mut self, event: Event<PcmChunk>) {
        match event {
            Event::Audio(piece) => self.push_sound(piece),
            mark => self.push_mark(mark),
        }
    }

    /// How many marks wait.
    pub(crate) fn marks(&self) -> usize {
        self.marks
    }

    /// What is pushed from here on stays until [`Self::reopen`].
    pub(crate) fn shut(&mut self) {
        self.allowance.get_or_insert(self.items.len());
    }

    /// Everything may leave.
    pub(crate) fn reopen(&mut self) {
        self.allowance = None;
    }

    /// What can leave now, if anything.
    pub(crate) fn front(&self) -> Option<Front<'_>> {
        if self.allowance == Some(0) {
            return None;
        }
        match self.items.front()? {
            Item::Mark(mark) => Some(Front::Mark(mark)),
            Item::Sound(run) => {
                let position = self.position_in(run);
                run.next_len(position)?;
                Some(if position == SampleCount::ZERO { Front::FirstChunk } else { Front::Chunk })
            }
        }
    }

    /// Takes a chunk, if one can leave.
    pub(crate) fn take_chunk(&mut self) -> Option<AudioEvent<PcmChunk>> {
        let Some(Item::Sound(run)) = self.items.front() else { return None };
        let position = self.position_in(run);
        let len = run.next_len(position)?;
        let Some(Item::Sound(run)) = self.items.front_mut() else { return None };
        self.generation = Some(run.generation);
        self.position = position + SampleCount(len);
        let chunk = run.cut(len, position);
        if run.is_empty() {
            self.items.pop_front();
            self.popped();
        }
        Some(chunk)
    }

    /// Takes a mark, if one is first.
    pub(crate) fn take_mark(&mut self) -> Option<Event<PcmChunk>> {
        let mark = self.items.pop_front_if(|item| matches!(item, Item::Mark(_)))?;
        self.popped();
        self.marks -= 1;
        match mark {
            Item::Mark(mark) => Some(mark),
            Item::Sound(_) => None,
        }
    }

    /// The mark that stands last, if no sound follows it.
    pub(crate) fn last_mark(&self) -> Option<&Event<PcmChunk>> {
        match self.items.back()? {
            Item::Mark(mark) => Some(mark),
            Item::Sound(_) => None,
        }
    }

    /// The same, to be changed.
    pub(crate) fn last_mark_mut(&mut self) -> Option<&mut Event<PcmChunk>> {
        match self.items.back_mut()? {
            Item::Mark(mark) => Some(mark),
            Item::Sound(_) => None,
        }
    }

    /// Puts a mark before the last one.
    pub(crate) fn push_before_end(&mut self, mark: Event<PcmChunk>) {
        let end = self.items.pop_back();
        self.items.push_back(Item::Mark(mark));
        self.items.extend(end);
        self.behind_last_run += 1;
        self.marks += 1;
    }

    /// The newest generation of which sound waits.
    pub(crate) fn newest_waiting(&mut self) -> Option<GenerationId> {
        self.last_run().map(|run| run.generation)
    }

    /// All that is here may leave, whoever's turn it is: it answers the client, and makes no sound.
    pub(crate) fn let_go(&mut self) {
        self.allowance = self.allowance.map(|_| self.items.len());
    }

    /// Takes all sound out, and the marks that speak of sound alone.
    pub(crate) fn drop_sound(&mut self) {
        self.late.clear();
        self.allowance = self.allowance.map(|_| 0);
        self.items.retain(|item| matches!(item, Item::Mark(mark) if !speaks_of_sound(mark)));
        self.marks = self.items.len();
        self.behind_last_run = self.items.len();
    }

    fn push_sound(&mut self, piece: AudioEvent<PcmChunk>) {
        if piece.audio.samples.is_empty() {
            return self.push_words(piece);
        }
        let behind = self.behind_last_run;
        match self.last_run() {
            Some(run) if behind == 0 && run.takes(&piece) => run.extend(piece),
            Some(run) => {
                run.end_with(RunEnd::Mark);
                self.push_run(piece);
            }
            None => self.push_run(piece),
        }
    }

    /// Words alone ride with the sound that waits, or else with the next.
    fn push_words(&mut self, piece: AudioEvent<PcmChunk>) {
        match self.last_run() {
            Some(run) if run.generation == piece.generation => run.add_words(piece.words),
            _ => self.late.extend(piece.words),
        }
    }

    fn push_run(&mut self, piece: AudioEvent<PcmChunk>) {
        self.items.push_back(Item::Sound(Run::new(piece, std::mem::take(&mut self.late))));
        self.behind_last_run = 0;
    }

    fn push_mark(&mut self, mark: Event<PcmChunk>) {
        let end = match mark {
            Event::SegmentEnded { .. } => RunEnd::Segment,
            Event::GenerationEnded { .. } => RunEnd::Generation,
            _ => RunEnd::Mark,
        };
        if end == RunEnd::Generation {
            self.late.clear();
        }
        if let Some(run) = self.last_run() {
            run.end_with(end);
        }
        self.items.push_back(Item::Mark(mark));
        self.behind_last_run += 1;
        self.marks += 1;
    }

    fn last_run(&mut self) -> Option<&mut Run> {
        let index = self.items.len().checked_sub(self.behind_last_run + 1)?;
        match self.items.get_mut(index)? {
            Item::Sound(run) => Some(run),
            Item::Mark(_) => None,
        }
    }

    fn position_in(&self, run: &Run) -> SampleCount {
        if self.generation == Some(run.generation) { self.position } else { SampleCount::ZERO }
    }

    fn popped(&mut self) {
        self.allowance = self.allowance.map(|allowance| allowance.saturating_sub(1));
        self.behind_last_run = self.behind_last_run.min(self.items.len());
        if self.items.is_empty() {
            self.items = VecDeque::new();
        }
    }
}

/// Whether an event only says that sound has left, and so means nothing where that sound was taken back.
fn speaks_of_sound(event: &Event<PcmChunk>) -> bool {
    matches!(event, Event::SegmentEnded { .. } | Event::ReleaseEnded { .. })
}
