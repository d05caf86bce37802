//! One context's way out: its queue and its encoder.

use audio::FormError;
use session::{CloseReason, Event};
use speech::{
    AudioTime, ContextId, EncodedAudio, FlushToken, GenerationId, LaneId, OutputForm, PcmChunk, Refusal,
};

use crate::mouth::{Mouth, Reached, Surroundings};
use crate::queue::{Front, Queue};
use crate::turns::{Rank, Turn};

/// What one context still has to say, and in what form. `late.rs` is what it answers after its end.
pub(crate) struct Outlet {
    pub(crate) context: ContextId,
    pub(crate) queue: Queue,
    pub(crate) mouth: Mouth,
    /// Why its end is not what the session says: its sound cannot be encoded.
    refusal: Option<Refusal>,
    /// The contexts that it speaks in turn with.
    pub(crate) lane: Option<LaneId>,
    /// Its place in the line of contexts.
    pub(crate) turn: Option<Turn>,
}

/// Whether the session has already said that a context is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Queued,
    ToCome,
}

/// What came of a turn.
pub(crate) enum Taken {
    /// Sound of this duration left the queue; it gives an event once there are bytes.
    Chunk(AudioTime, Option<Event<EncodedAudio>>),
    /// Something without a place in time: a mark, or bytes that a mark brought out of the encoder.
    Event(Event<EncodedAudio>),
    /// There is no encoder for it.
    Unencodable(FormError),
    /// There was nothing to take.
    Nothing,
}

impl Outlet {
    pub(crate) fn new(context: ContextId, form: OutputForm, lane: Option<LaneId>) -> Self {
        let (queue, mouth) = (Queue::default(), Mouth::new(context, form));
        Self { context, queue, mouth, refusal: None, lane, turn: None }
    }

    /// From the acknowledgement of this update on, sound leaves in another form.
    pub(crate) fn update(&mut self, token: FlushToken, form: OutputForm) {
        self.mouth.expect_form(token, form);
    }

    pub(crate) fn push(&mut self, event: Event<PcmChunk>) {
        let event = match (event, self.refusal.take()) {
            (Event::Closed { .. }, Some(refusal)) => Event::Refused(refusal),
            (event, refusal) => {
                self.refusal = refusal;
                event
            }
        };
        let takes_back = ends_sound(&event);
        let waits_for_nobody = takes_back || matches!(event, Event::Opened(_));
        if takes_back {
            self.drop_sound();
        }
        self.queue.push(event);
        if waits_for_nobody {
            self.queue.let_go();
        }
    }

    /// Takes all sound back that has not left. Generations whose ends wait here had only what was sent of them.
    pub(crate) fn drop_sound(&mut self) {
        self.mouth.take_back();
        self.queue.drop_sound();
        let reached = self.mouth.reached;
        for mark in self.queue.marks_mut() {
            if let Event::GenerationEnded { generation, duration, .. } = mark {
                *duration = sent_of(*generation, *duration, reached);
            }
        }
    }

    /// Whether sound waits.
    pub(crate) fn has_sound(&self) -> bool {
        self.queue.has_sound()
    }

    /// Ends the context with a refusal: in place of the close that is under way, or else of the one that will come.
    pub(crate) fn fail(&mut self, refusal: Refusal) -> Ending {
        self.drop_sound();
        match self.queue.last_mark_mut() {
            Some(mark @ Event::Closed { .. }) => {
                *mark = Event::Refused(refusal);
                Ending::Queued
            }
            _ => {
                self.refusal = Some(refusal);
                Ending::ToCome
            }
        }
    }

    /// What is pushed from here on waits, until it may [go on](Self::go_on).
    pub(crate) fn wait(&mut self) {
        self.queue.shut();
    }

    pub(crate) fn go_on(&mut self) {
        self.queue.reopen();
    }

    /// Whether all has left that was pushed before it had to wait.
    pub(crate) fn has_had_its_turn(&self) -> bool {
        self.queue.is_shut()
    }

    pub(crate) fn marks(&self) -> usize {
        self.queue.marks()
    }

    pub(crate) fn rank(&self) -> Option<Rank> {
        self.queue.front().map(|front| match front {
            Front::Mark(_) => Rank::Mark,
            Front::FirstChunk => Rank::FirstChunk,
            Front::Chunk => Rank::Chunk,
        })
    }

    /// Takes what can leave first: at most one chunk.
    pub(crate) fn take(&mut self, around: &mut Surroundings<'_>) -> Taken {
        let Some(Front::Mark(mark)) = self.queue.front() else {
            return self.take_chunk(around).unwrap_or_else(Taken::Unencodable);
        };
        match self.mouth.squeeze(mark, around) {
            Some(tail) => Taken::Event(Event::Audio(tail)),
            None => self.take_mark(),
        }
    }

    fn take_chunk(&mut self, around: &mut Surroundings<'_>) -> Result<Taken, FormError> {
        self.mouth.prepare(around)?;
        let Some(chunk) = self.queue.take_chunk() else { return Ok(Taken::Nothing) };
        let duration = chunk.duration;
        Ok(Taken::Chunk(duration, self.mouth.speak(chunk, self.queue.outlook(), around)?.map(Event::Audio)))
    }

    fn take_mark(&mut self) -> Taken {
        let Some(mut mark) = self.queue.take_mark() else { return Taken::Nothing };
        if let Event::Updated { token, .. } = mark {
            self.mouth.use_form_of(token);
        }
        if let Event::Cleared { heard, .. } | Event::Closed { heard, .. } = &mut mark {
            heard.sent_total = self.mouth.in_stream(heard.sent_total);
        }
        without_sound(mark).map_or(Taken::Nothing, Taken::Event)
    }
}

/// How much of a generation that claims to have had `whole` was sent, when no more will be.
fn sent_of(generation: GenerationId, whole: AudioTime, reached: Option<Reached>) -> AudioTime {
    match reached {
        Some(reached) if generation < reached.generation => whole,
        Some(reached) if generation == reached.generation => reached.end,
        _ => AudioTime::ZERO,
    }
}

/// Whether nothing older than this event may sound after it.
fn ends_sound(event: &Event<PcmChunk>) -> bool {
    matches!(
        event,
        Event::Cleared { .. } | Event::Closed { reason: CloseReason::Cancelled, .. } | Event::Refused(_)
    )
}

/// A mark as the protocol sees it; `None` for sound.
pub(crate) fn without_sound(mark: Event<PcmChunk>) -> Option<Event<EncodedAudio>> {
    Some(match mark {
        Event::Audio(_) => return None,
        Event::Opened(context) => Event::Opened(context),
        Event::SegmentEnded { context, generation, place, outcome, said_by } => {
            Event::SegmentEnded { context, generation, place, outcome, said_by }
        }
        Event::ReleaseEnded { context, generation, release } => {
            Event::ReleaseEnded { context, generation, release }
        }
        Event::GenerationEnded { context, generation, duration, outlook } => {
            Event::GenerationEnded { context, generation, duration, outlook }
        }
        Event::Flushed { context, token, generation } => Event::Flushed { context, token, generation },
        Event::Cleared { context, token, heard } => Event::Cleared { context, token, heard },
        Event::Updated { context, token } => Event::Updated { context, token },
        Event::Warned { context, warning } => Event::Warned { context, warning },
        Event::Closed { context, reason, heard } => Event::Closed { context, reason, heard },
        Event::Refused(refusal) => Event::Refused(refusal),
    })
}
