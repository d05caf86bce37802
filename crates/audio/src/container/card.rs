//! What every container is and does. Knows no container by name; they are in the [registry](crate::registry).

use speech::{CodecId, ContainerId, OutputForm, SampleCount, SampleRate};

use crate::coded::Coded;

/// What there is to know about a container.
#[derive(Debug, Clone, Copy)]
pub struct ContainerCard {
    /// Its name.
    pub id: ContainerId,
    /// Its media type, where that hides the codec's.
    pub media_type: Option<&'static str>,
    /// Whether a codec's bytes may go in.
    pub holds: fn(CodecId) -> bool,
    /// How it frames them.
    pub framing: Framing,
}

/// How a container frames what a codec says.
#[derive(Debug, Clone, Copy)]
pub enum Framing {
    /// As bytes, whatever they are.
    Bytes {
        /// What comes before the first of them, for a form that was checked. Once a stream, even an empty one.
        header: fn(&OutputForm) -> Vec<u8>,
        /// One message as it travels, made of its share of the stream's bytes, for a form that was checked. Never called
        /// for nothing. Most containers hand the bytes back as they came.
        message: fn(&OutputForm, Vec<u8>) -> Vec<u8>,
    },
    /// As packets, of which it tells the player the time.
    ///
    /// The player leaves out the codec's delay and the silence after the end of the stream, for the container says how
    /// much that is.
    Packets {
        /// Opens one stream.
        open: fn(Track) -> Box<dyn Muxer>,
    },
}

/// What a container of packets tells its player beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Track {
    /// Tells it apart from others that the listener may put in the same file, where the container has a place for that.
    pub number: u32,
    /// The rate that the listener asked for.
    pub rate: SampleRate,
    /// The rate in which packets count their samples.
    pub coding_rate: SampleRate,
    /// How many samples at the beginning of what is decoded are no sound, at the coding rate.
    pub delay: SampleCount,
}

/// One container of packets at work.
pub trait Muxer: Send {
    /// Appends what comes before all packets. Called once, before anything else.
    fn head(&mut self, out: &mut Vec<u8>);

    /// Appends one message of all packets in `coded`, at least one.
    fn message(&mut self, coded: &Coded, out: &mut Vec<u8>);

    /// Appends the end of the stream, with the packets in `coded`, if there are any. The last `padding` samples, at the
    /// coding rate, of all that was decoded are no sound.
    fn end(&mut self, coded: &Coded, padding: SampleCount, out: &mut Vec<u8>);
}
