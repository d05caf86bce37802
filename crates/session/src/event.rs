//! What a client is told, in our words. Every protocol renders the ones that it knows.

use std::time::Duration;

use markup::Warning;
use speech::{
    AudioTime, ContextId, FlushToken, GenerationId, PcmChunk, Phoneme, Refusal, ReleaseId, SpokenWord,
    TextSpan, WordTime,
};

use crate::SaidBy;

/// News for the client, in the order in which it happened. `A` is the audio: samples as it leaves the session,
/// bytes when a protocol sees it. Stays exhaustive: a new variant stops every protocol until it decides.
#[derive(Debug, Clone, PartialEq)]
pub enum Event<A> {
    /// The context is open.
    Opened(ContextId),
    /// The next stretch of sound.
    Audio(AudioEvent<A>),
    /// All sound of a segment precedes this, or it had none.
    SegmentEnded {
        /// In which context.
        context: ContextId,
        /// In which generation.
        generation: GenerationId,
        /// The segment's place in everything said in the context.
        place: TextSpan,
        /// Whether it gave any sound.
        outcome: SegmentOutcome,
        /// In which language it was read and who spoke it, where its text decided about that.
        said_by: Option<Box<SaidBy>>,
    },
    /// All sound and word times of a release precede this.
    ReleaseEnded {
        /// In which context.
        context: ContextId,
        /// In which generation.
        generation: GenerationId,
        /// Which release.
        release: ReleaseId,
    },
    /// All sound and word times of a generation precede this. Comes exactly once for each, also when it is cut short or its
    /// context steps aside in its lane.
    GenerationEnded {
        /// In which context.
        context: ContextId,
        /// Which generation.
        generation: GenerationId,
        /// How much sound it had; if it was cut short, how much of it was sent.
        duration: AudioTime,
        /// What was known of its future when it ended.
        outlook: Outlook,
    },
    /// A flush is done: the last sound and word time of what it covers precede this.
    Flushed {
        /// In which context.
        context: ContextId,
        /// As given with the flush.
        token: FlushToken,
        /// The newest generation that it covers; `None` if it covered nothing.
        generation: Option<GenerationId>,
    },
    /// A clear is done: nothing older follows.
    Cleared {
        /// In which context.
        context: ContextId,
        /// As given with the clear.
        token: FlushToken,
        /// What had been sent by then.
        heard: Heard,
    },
    /// New settings are in use from here on.
    Updated {
        /// In which context.
        context: ContextId,
        /// As given with the update.
        token: FlushToken,
    },
    /// Something in the text's markup was skipped that somebody may miss. Comes before the sound of what follows it, a few times
    /// a generation at most.
    Warned {
        /// In which context.
        context: ContextId,
        /// What.
        warning: Warning,
    },
    /// The context is gone: nothing of it follows.
    Closed {
        /// Which context.
        context: ContextId,
        /// Why.
        reason: CloseReason,
        /// What had been sent by then: everything, unless it was cancelled.
        heard: Heard,
    },
    /// Something was declined. If its reach is [`Reach::Context`](speech::Reach), the context that it names is gone, and
    /// no [`Event::Closed`] follows for it. Otherwise nothing is: it answers one request, ahead of what waits to be told.
    Refused(Refusal),
}

/// A stretch of sound and where it belongs.
#[derive(Debug, Clone, PartialEq)]
pub struct AudioEvent<A> {
    /// In which context.
    pub context: ContextId,
    /// In which generation.
    pub generation: GenerationId,
    /// The sound.
    pub audio: A,
    /// How many characters (code points) were handed over with the first release of the generation: all that it says,
    /// with [`GenerationRule::EachRelease`](crate::GenerationRule). Known before any of it sounds.
    pub characters: u32,
    /// Where the generation's zero lies on the context's clock.
    pub generation_start: AudioTime,
    /// Where this stretch begins, since its generation began.
    pub start: AudioTime,
    /// How long this stretch is.
    pub duration: AudioTime,
    /// The words known so far (from the session), or those that begin in this stretch (to a protocol).
    pub words: Vec<WordTime>,
    /// Whether more of this generation follows. The session always says [`Part::More`]; the outbox, which withholds the
    /// end of a generation, finds out.
    pub part: Part,
    /// Whether more sound of this context is known to come. The session always says [`Then::More`]; whoever hands the
    /// stretch to the socket finds out.
    pub then: Then,
}

/// Whether a stretch of sound is the last of its generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// More follows.
    More,
    /// The last one. A generation has at most one; one that is cut short has none. What its encoder still gives when its
    /// stream ends may follow, without duration, as [`Part::More`].
    Last,
}

/// What follows a stretch of sound in its context.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Then {
    /// More sound of this context is known to come.
    More,
    /// Nothing is buffered, queued, under way or unsent after this stretch: all text received so far has been spoken.
    Silence,
}

/// What is known of the future of a generation's context when the generation ends: by the commands that came, never by
/// when they came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outlook {
    /// A finish ended it: nothing is said after it.
    End,
    /// Anything else did.
    Open,
}

/// What became of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SegmentOutcome {
    /// It sounded.
    Spoken,
    /// It had nothing to say, such as `…` alone.
    Silent,
}

/// Why a context is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CloseReason {
    /// The client finished it, and everything was spoken.
    Finished,
    /// The client cancelled it.
    Cancelled,
    /// The server is closing, and everything accepted was spoken.
    Drained,
}

/// How much of a context had been sent when it was cleared or closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// Sound sent since the current generation began.
    pub sent: AudioTime,
    /// Sound sent since the context began.
    pub sent_total: AudioTime,
    /// The last word that had begun by then, within the session's memory (60 s); `None` if none.
    pub word: Option<HeardWord>,
}

/// The last word that a listener can have heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeardWord {
    /// Its place in everything said in the context.
    pub place: TextSpan,
    /// When it began, since its generation began.
    pub start: AudioTime,
}

/// News from an engine about one job.
#[derive(Debug, Clone, PartialEq)]
pub enum EngineEvent {
    /// The next stretch of sound, with the words known so far (positions in samples since the segment began).
    Piece {
        /// The sound; may be empty.
        pcm: PcmChunk,
        /// Words whose times became known.
        words: Vec<SpokenWord>,
        /// Phonemes whose times became known, those of a word no later than the word itself.
        phonemes: Vec<Phoneme>,
    },
    /// All is said.
    Finished,
    /// The segment cannot be completed.
    Failed {
        /// Whether trying the same again may help.
        retry: Retry,
        /// For the client: names no text, and no inner detail.
        message: String,
    },
    /// There is no capacity to start it now.
    Declined {
        /// When trying again makes sense.
        retry_after: Duration,
    },
}

/// Whether trying the same again may help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Retry {
    /// It may.
    MayHelp,
    /// It does not.
    Useless,
}

impl<A> Event<A> {
    /// The context that it concerns, if it concerns one.
    #[must_use]
    pub const fn context(&self) -> Option<ContextId> {
        match self {
            Self::Opened(context)
            | Self::Audio(AudioEvent { context, .. })
            | Self::SegmentEnded { context, .. }
            | Self::ReleaseEnded { context, .. }
            | Self::GenerationEnded { context, .. }
            | Self::Flushed { context, .. }
            | Self::Cleared { context, .. }
            | Self::Updated { context, .. }
            | Self::Warned { context, .. }
            | Self::Closed { context, .. } => Some(*context),
            Self::Refused(refusal) => refusal.context,
        }
    }
}
