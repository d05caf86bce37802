//! What a client can ask, in our words. Every protocol translates into these.

use std::time::Duration;

use markup::Syntax;
use normaliser::Reading;
use speech::{ContextId, FlushToken, KeyId, LaneId, OutputForm, UserText, VoiceId, VoiceSettings};
use text::SegmentPolicy;

use crate::Cast;

/// A client's wish. Each one that is accepted ends in its acknowledgement or in a refusal.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// A new context. Acknowledged by [`Event::Opened`](crate::Event::Opened).
    Open {
        /// A fresh id, never used before on this connection.
        context: ContextId,
        /// Everything about it.
        settings: Box<ContextSettings>,
    },
    /// Append text, exactly as sent. Not acknowledged.
    Say {
        /// To which context.
        context: ContextId,
        /// What to append. Nothing is inserted between two of them.
        text: UserText,
    },
    /// Speak everything buffered; later text is a new generation. Acknowledged by
    /// [`Event::Flushed`](crate::Event::Flushed) after the last audio and word time of what it covers; at once if it
    /// covers nothing.
    Flush {
        /// Which context.
        context: ContextId,
        /// Handed back.
        token: FlushToken,
    },
    /// Forget all that is unspoken and stop what is being spoken; the context lives on. Acknowledged by
    /// [`Event::Cleared`](crate::Event::Cleared); nothing older follows it.
    Clear {
        /// Which context.
        context: ContextId,
        /// Handed back.
        token: FlushToken,
    },
    /// Flush with the old settings, then use the new ones. Acknowledged by
    /// [`Event::Updated`](crate::Event::Updated). Lane and key stay as they were.
    Update {
        /// Which context.
        context: ContextId,
        /// Handed back.
        token: FlushToken,
        /// All the new settings, not a difference.
        settings: Box<ContextSettings>,
    },
    /// Flush, then close. Acknowledged by [`Event::Closed`](crate::Event::Closed).
    Finish {
        /// Which context.
        context: ContextId,
    },
    /// Stop now, forget, close. Acknowledged by [`Event::Closed`](crate::Event::Closed), as final as a clear.
    Cancel {
        /// Which context.
        context: ContextId,
    },
}

impl Command {
    /// The context it is for.
    #[must_use]
    pub const fn context(&self) -> ContextId {
        match self {
            Self::Open { context, .. }
            | Self::Say { context, .. }
            | Self::Flush { context, .. }
            | Self::Clear { context, .. }
            | Self::Update { context, .. }
            | Self::Finish { context }
            | Self::Cancel { context } => *context,
        }
    }
}

/// Everything about a context. Voices and forms are checked by the protocol against what is on offer.
#[derive(Debug, Clone, PartialEq)]
pub struct ContextSettings {
    /// Who speaks.
    pub voice: VoiceId,
    /// In which language the text is to be cut and read, and how: the one that the client named, else the voice's first.
    pub reading: Reading,
    /// Who else may speak: where the text asks for somebody or says in which language it is, or where its language is found
    /// out. Elsewhere `voice` and `reading` hold; the text is cut by the customs of the latter anyway.
    pub cast: Cast,
    /// How.
    pub voice_settings: VoiceSettings,
    /// In what form the audio leaves.
    pub form: OutputForm,
    /// When text becomes segments.
    pub policy: SegmentPolicy,
    /// How long a remainder waits before it is spoken without a flush, counted from the oldest text in it; `None`: until
    /// a flush.
    /// (Text that ends in strong terminal punctuation waits only [`Limits::strong_release_delay`](crate::Limits).)
    pub release_delay: Option<Duration>,
    /// What opens a new generation, and so restarts the clock.
    pub generations: GenerationRule,
    /// Whether the client wants word times.
    pub word_times: WordTimes,
    /// Which marks in the text mean something.
    pub markup: Syntax,
    /// Contexts of one lane speak one after another, in the order of their opening: the next one begins when the one before is
    /// gone. What no sound is before is told at once, also out of turn. One that is never finished does not keep the others
    /// waiting for ever: when it has had its turn, and nothing buffered, under way or unsent for
    /// [`Limits::lane_patience`](crate::Limits) while another one has something to say, it steps aside. Its generation ends
    /// there. It stays open; with its next text it stands at the end of the line, behind all that were opened meanwhile. Text
    /// that it holds back without a release delay is spoken after the same time.
    pub lane: Option<LaneId>,
    /// The key that the client presented.
    pub key: KeyId,
}

/// What opens a new generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GenerationRule {
    /// Only a flush (or clear, or update) ends one.
    EachFlush,
    /// Every release of text is one of its own.
    EachRelease,
}

/// Whether word times are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordTimes {
    /// They are dropped where they arise.
    Off,
    /// They come with the audio in which the word begins.
    On,
    /// The same, each with the times of its phonemes, where the engine knows them.
    WithPhonemes,
}
