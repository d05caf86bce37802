//! What every codec is and does. Knows no codec by name; they are in the [registry](crate::registry).

use speech::{CodecId, OutputForm, SampleCount, SampleRate};

use crate::coded::Coded;
use crate::form::FormError;

/// One codec at work: samples at its own fixed rate in, bytes out.
///
/// The bytes depend on the samples and on where [`settle`](Self::settle) is called, never on how the samples are divided
/// into pushes. The methods with a body are right as they are for codecs without memory.
pub trait Encoder: Send {
    /// Encodes mono `samples`, full scale ±1, at the [coding rate](CodecCard::coding_rate) of the form that the encoder was
    /// opened with. What is beyond full scale saturates. Appends what can be said so far; a codec with memory may keep some
    /// back.
    fn push(&mut self, samples: &[f32], out: &mut Coded);

    /// At a flush point: pads with silence up to a frame border, so that all that was pushed can be decoded from the
    /// bytes returned so far. The stream goes on. Returns how many samples of silence that took; none, and no bytes, if
    /// nothing was pushed since the last time.
    fn settle(&mut self, _out: &mut Coded) -> SampleCount {
        SampleCount::ZERO
    }

    /// After a clear: what was pushed since the last settle is not wanted any more. Forgets what can still be taken back, and
    /// settles the rest.
    fn clear(&mut self, out: &mut Coded) -> Cleared {
        Cleared { padding: self.settle(out), forgotten: SampleCount::ZERO }
    }

    /// Ends the stream: nothing is pushed after it. Returns how many samples of silence follow the last that was pushed,
    /// and no bytes if nothing was pushed since the last settle.
    fn finish(&mut self, out: &mut Coded) -> SampleCount {
        self.settle(out)
    }

    /// By how much the decoded sound is late: the sample pushed as number `i` (silence of [`Self::settle`] counted) is
    /// decoded as number `i + delay`, for a decoder that leaves nothing out. At the coding rate.
    fn delay(&self) -> SampleCount {
        SampleCount::ZERO
    }
}

/// What a clear did to a stream, in samples at the coding rate: what is pushed later is heard so much later, or earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cleared {
    /// How much silence was added.
    pub padding: SampleCount,
    /// How much of what was pushed is never heard.
    pub forgotten: SampleCount,
}

/// What there is to know about a codec, and how to open it.
#[derive(Debug, Clone, Copy)]
pub struct CodecCard {
    /// Its name.
    pub id: CodecId,
    /// The media type of its bytes without a container, at a given rate.
    pub media_type: fn(SampleRate) -> String,
    /// The rates that a form may ask for.
    pub rates: Rates,
    /// The rate at which the encoder takes samples, by the form's. Another one only where the codec knows a few rates of
    /// its own and its stream says which one was meant.
    pub coding_rate: fn(SampleRate) -> SampleRate,
    /// Whether what is decoded depends on samples before, so that it is late, a settle costs milliseconds of silence, and a
    /// restart would be heard.
    pub has_memory: bool,
    /// Bits per second where the form does not say, for codecs that have the choice.
    pub default_bit_rate: Option<u32>,
    /// Opens an encoder. The form's codec and rate have been checked.
    pub open: fn(&OutputForm) -> Result<Box<dyn Encoder>, FormError>,
}

/// Which sample rates a codec can encode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rates {
    /// All that a [`SampleRate`] can be.
    Any,
    /// Only these, in Hz, rising.
    Only(&'static [u32]),
}

impl Rates {
    /// Whether `rate` is among them.
    #[must_use]
    pub fn contain(self, rate: SampleRate) -> bool {
        match self {
            Self::Any => true,
            Self::Only(rates) => rates.contains(&rate.hz()),
        }
    }
}
