//! What one context has to say, in order: runs of sound, and marks between and within them.
//!
//! Events that tell of sound ([`Event::SegmentEnded`], [`Event::ReleaseEnded`]) stand within a run and leave once all sound
//! before them has; where a generation goes on, the chunk that brings the last of that sound may bring later sound too.
//! While a generation is open, its last 5 ms are withheld, and so are the marks of its newest segment: they come with the
//! next sound or with the end of the generation. Where each release is a generation, that is at once. All other marks
//! stand between runs. `run.rs` says where chunks end.

use std::collections::VecDeque;

use session::{AudioEvent, Event, Outlook};
use speech::{GenerationId, PcmChunk};

use crate::run::{Run, RunEnd};

/// The events of one context that wait for the socket.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    items: VecDeque<Item>,
    /// How many of the items are runs.
    runs: usize,
    marks: usize,
    /// How many items may leave, if not all.
    allowance: Option<usize>,
}

#[derive(Debug)]
enum Item {
    Sound(Box<Run>),
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

    /// How many marks wait for the socket. Those that wait for more sound do not count: whoever is to say more must be
    /// heard.
    pub(crate) fn marks(&self) -> usize {
        self.marks - self.last_run().map_or(0, Run::held_marks)
    }

    /// What is pushed from here on stays until [`Self::reopen`].
    pub(crate) fn shut(&mut self) {
        self.allowance.get_or_insert(self.items.len());
    }

    /// Everything may leave.
    pub(crate) fn reopen(&mut self) {
        self.allowance = None;
    }

    /// Whether nothing is here that may leave some time without [`Self::reopen`].
    pub(crate) fn is_shut(&self) -> bool {
        self.items.is_empty() || self.allowance == Some(0)
    }

    /// What can leave now, if anything.
    pub(crate) fn front(&self) -> Option<Front<'_>> {
        if self.allowance == Some(0) {
            return None;
        }
        let run = match self.items.front()? {
            Item::Mark(mark) => return Some(Front::Mark(mark)),
            Item::Sound(run) => run,
        };
        if let Some(mark) = run.next_mark() {
            return Some(Front::Mark(mark));
        }
        run.next_len()?;
        Some(if run.is_at_start_of_generation() { Front::FirstChunk } else { Front::Chunk })
    }

    /// What is known to follow the generation whose last chunk was just taken: its end stands first now, or behind the marks
    /// of that chunk.
    pub(crate) fn outlook(&self) -> Outlook {
        let end = self.items.iter().take(2).find_map(|item| match item {
            Item::Mark(Event::GenerationEnded { outlook, .. }) => Some(*outlook),
            Item::Sound(_) | Item::Mark(_) => None,
        });
        end.unwrap_or(Outlook::Open)
    }

    /// Takes a chunk, if one can leave.
    pub(crate) fn take_chunk(&mut self) -> Option<AudioEvent<PcmChunk>> {
        let Some(Item::Sound(run)) = self.items.front_mut() else { return None };
        let chunk = run.take_chunk();
        self.drop_front_if_over();
        chunk
    }

    /// Takes a mark, if one is first.
    pub(crate) fn take_mark(&mut self) -> Option<Event<PcmChunk>> {
        let mark = match self.items.front_mut()? {
            Item::Sound(run) => run.take_mark()?,
            Item::Mark(_) => match self.items.pop_front()? {
                Item::Mark(mark) => {
                    self.popped();
                    mark
                }
                Item::Sound(_) => return None,
            },
        };
        self.marks -= 1;
        self.drop_front_if_over();
        Some(mark)
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

    /// All marks that stand between runs, to be changed.
    pub(crate) fn marks_mut(&mut self) -> impl Iterator<Item = &mut Event<PcmChunk>> {
        self.items.iter_mut().filter_map(|item| match item {
            Item::Mark(mark) => Some(mark),
            Item::Sound(_) => None,
        })
    }

    /// Whether sound waits for the socket. What is withheld does not.
    pub(crate) fn has_sound(&self) -> bool {
        let ends = [self.items.front(), self.items.back().filter(|_| self.items.len() > 1)];
        let silent = ends.into_iter().flatten().filter(|item| item.is_silent_run()).count();
        // Runs between others are whole.
        self.runs > silent
    }

    /// Puts a mark before the last one.
    pub(crate) fn push_before_end(&mut self, mark: Event<PcmChunk>) {
        let end = self.items.pop_back();
        self.items.push_back(Item::Mark(mark));
        self.items.extend(end);
        self.marks += 1;
    }

    /// The newest generation of which sound waits.
    pub(crate) fn newest_waiting(&self) -> Option<GenerationId> {
        self.items.iter().rev().find_map(|item| match item {
            Item::Sound(run) => run.has_sound().then_some(run.generation),
            Item::Mark(_) => None,
        })
    }

    /// All that is here may leave, whoever's turn it is: it answers the client, and makes no sound.
    pub(crate) fn let_go(&mut self) {
        self.allowance = self.allowance.map(|_| self.items.len());
    }

    /// Takes all sound out, and the marks that speak of sound alone: where it was taken back, they mean nothing.
    pub(crate) fn drop_sound(&mut self) {
        self.allowance = self.allowance.map(|_| 0);
        self.items.retain(|item| matches!(item, Item::Mark(mark) if !speaks_of_sound(mark)));
        self.marks = self.items.len();
        self.runs = 0;
    }

    fn push_sound(&mut self, piece: AudioEvent<PcmChunk>) {
        if piece.audio.samples.is_empty() {
            return self.push_words(piece);
        }
        match self.last_run_mut() {
            Some(run) if run.takes(&piece) => return run.extend(piece),
            Some(run) => run.end_with(RunEnd::Other),
            None => {}
        }
        self.drop_last_if_over();
        self.items.push_back(Item::Sound(Box::new(Run::new(piece))));
        self.runs += 1;
    }

    /// Words alone ride with the sound of their generation that waits. As long as it is open, some does; otherwise their
    /// sound was taken back, and so are they.
    fn push_words(&mut self, piece: AudioEvent<PcmChunk>) {
        if let Some(run) = self.last_run_mut()
            && run.generation == piece.generation
        {
            run.add_words(piece.words);
        }
    }

    fn push_mark(&mut self, mark: Event<PcmChunk>) {
        self.marks += 1;
        let end = match mark {
            Event::GenerationEnded { .. } => RunEnd::Generation,
            _ => RunEnd::Other,
        };
        match self.last_run_mut() {
            Some(run) if run.is_open() && speaks_of_sound(&mark) => return run.mark(mark),
            Some(run) => run.end_with(end),
            None => {}
        }
        self.drop_last_if_over();
        self.items.push_back(Item::Mark(mark));
    }

    /// The run that stands last, if no mark between runs follows it.
    fn last_run(&self) -> Option<&Run> {
        match self.items.back()? {
            Item::Sound(run) => Some(run),
            Item::Mark(_) => None,
        }
    }

    fn last_run_mut(&mut self) -> Option<&mut Run> {
        match self.items.back_mut()? {
            Item::Sound(run) => Some(run),
            Item::Mark(_) => None,
        }
    }

    fn drop_front_if_over(&mut self) {
        if self.items.pop_front_if(|item| item.is_over()).is_some() {
            self.runs -= 1;
            self.popped();
        }
    }

    /// A run of which all has left ends: then it is the only item.
    fn drop_last_if_over(&mut self) {
        if self.items.len() == 1 {
            self.drop_front_if_over();
        }
    }

    fn popped(&mut self) {
        self.allowance = self.allowance.map(|allowance| allowance.saturating_sub(1));
        if self.items.is_empty() {
            self.items = VecDeque::new();
        }
    }
}

impl Item {
    fn is_over(&self) -> bool {
        matches!(self, Self::Sound(run) if run.is_over())
    }

    fn is_silent_run(&self) -> bool {
        matches!(self, Self::Sound(run) if !run.wants_to_leave())
    }
}

/// Whether an event only says that sound has left.
fn speaks_of_sound(event: &Event<PcmChunk>) -> bool {
    matches!(event, Event::SegmentEnded { .. } | Event::ReleaseEnded { .. })
}
