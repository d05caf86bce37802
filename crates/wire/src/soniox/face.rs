//! How the frames of one endpoint look. What they mean, and what follows from it, is decided in [`streams`](super::streams).

use session::ContextSettings;
use speech::{KeyId, Refusal};

use super::times::CharacterTimes;
use crate::fields::Fields;
use crate::offer::Offer;

/// The look of an endpoint's frames. One for each connection, so it may remember what it said.
pub(crate) trait Face: Send {
    /// The key in a start message, where the endpoint takes it there.
    fn key<'a>(&self, _start: &'a Fields) -> Result<Option<&'a str>, Refusal> {
        Ok(None)
    }

    /// What a start message asks for.
    ///
    /// # Errors
    /// A refusal in the wire's words for the first thing that is wrong or missing.
    fn settings(&self, offer: &Offer, start: &Fields, key: KeyId) -> Result<ContextSettings, Refusal>;

    /// A stretch of a stream's sound.
    fn audio(&self, stream: &str, chunk: &Chunk<'_>) -> String;

    /// A stream is over; its name is free.
    fn terminated(&mut self, stream: &str) -> String;

    /// Something was declined, of this stream or of the connection.
    fn error(&self, stream: Option<&str>, refusal: &Refusal) -> String;

    /// A cancel for a stream that nobody knows: it may have crossed the stream's end, so by default nothing is said.
    fn stray_cancel(&self, _stream: &str) -> Option<String> {
        None
    }
}

/// What a client asks, whatever its frames look like. Names of streams are 1 to [`Message::NAME_CHARACTERS`] characters.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Message {
    /// Begin a stream.
    Start {
        /// Its name.
        stream: String,
        /// Everything that was said about it.
        fields: Fields,
    },
    /// Say more, or no more.
    Text {
        /// In which stream.
        stream: String,
        /// Exactly as sent, halves of surrogate pairs as stand-ins.
        text: String,
        /// Whether more may come.
        end: TextEnd,
    },
    /// Stop a stream at once.
    Cancel {
        /// Which one.
        stream: String,
    },
    /// Nothing: shows that the client lives.
    KeepAlive,
    /// End the connection.
    Close,
}

impl Message {
    /// The longest name of a stream.
    pub(crate) const NAME_CHARACTERS: usize = 256;
}

/// Whether a stream's text ends with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextEnd {
    /// More may come.
    Open,
    /// This was the last.
    Ended,
}

/// A frame that could not be read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Unread {
    /// What is wrong with it, in the wire's words.
    pub(crate) refusal: Refusal,
    /// What is lost with it.
    pub(crate) loss: Loss,
}

/// What is lost with a frame that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Loss {
    /// Only itself.
    Frame,
    /// The stream that it names, if there is one.
    Stream(String),
    /// The connection, with this close code.
    Connection(u16),
}

/// A stretch of a stream's sound.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chunk<'a> {
    /// The encoded bytes; empty where a stream without sound ends.
    pub(crate) audio: &'a [u8],
    /// Whether more of the stream follows.
    pub(crate) end: AudioEnd,
    /// When its characters sound, if the client asked and any begin in it.
    pub(crate) times: Option<&'a CharacterTimes>,
}

/// Whether a stretch of sound is its stream's last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AudioEnd {
    /// More may follow.
    More,
    /// It is the last.
    Last,
}
