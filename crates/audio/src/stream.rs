//! A whole stream: what the outbox owns, once per scope.

use speech::{OutputForm, PcmChunk, SampleCount, SampleRate};

use crate::coded::Coded;
use crate::container::{ContainerCard, Framing, Muxer, Track};
use crate::convert::to_f32;
use crate::encoder::{Cleared, CodecCard, Encoder};
use crate::form::{FormError, cards};
use crate::resample::Resampler;

/// One stream from PCM at any rate to the client's bytes: resampler, encoder, container.
///
/// The calls that bring sound in collect what the codec says; [`message`](Self::message) frames that as one message. What
/// the codec says depends on the samples and on where [`settle`](Self::settle) and [`clear`](Self::clear) are called, never
/// on how the samples are divided into chunks. An empty chunk adds nothing, whatever its rate.
///
/// ```
/// use audio::AudioStream;
/// use speech::{CodecId, ContainerId, OutputForm, PcmChunk, SampleRate, Scope};
///
/// let form = OutputForm {
///     codec: CodecId::MULAW,
///     container: ContainerId::RAW,
///     rate: SampleRate::known(8_000),
///     bit_rate: None,
///     scope: Scope::Context,
/// };
/// let mut stream = AudioStream::open(form)?;
/// stream.push(&PcmChunk { rate: SampleRate::known(22_050), samples: vec![0; 22_050] });
/// stream.settle();
/// let mut bytes = Vec::new();
/// stream.message(&mut bytes);
/// assert_eq!(bytes.len(), 8_000);
/// # Ok::<(), audio::FormError>(())
/// ```
pub struct AudioStream {
    form: OutputForm,
    codec: &'static CodecCard,
    container: &'static ContainerCard,
    encoder: Box<dyn Encoder>,
    /// None before the first samples and after a clear.
    resampler: Option<Resampler>,
    /// What no message has carried yet.
    coded: Coded,
    /// Where the container frames packets.
    muxer: Option<Box<dyn Muxer>>,
    /// What the muxer puts first.
    head: Head,
    phase: Phase,
}

/// Whether a stream of packets has been given its head.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    Due,
    Written,
}

/// How far a stream is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Nothing was pushed.
    New,
    /// Something was.
    Running,
    /// So many samples of silence were the last, and no message has said yet that it has ended.
    Ending { padding: SampleCount },
    /// All is said.
    Finished,
}

impl AudioStream {
    /// A stream of a form that has written nothing yet.
    ///
    /// # Errors
    /// [`FormError`] naming what is not on offer.
    pub fn open(form: OutputForm) -> Result<Self, FormError> {
        Self::open_numbered(form, 1)
    }

    /// The same, for a listener who may put several streams in one file, of which this has the number `number`.
    ///
    /// # Errors
    /// [`FormError`] naming what is not on offer.
    pub fn open_numbered(form: OutputForm, number: u32) -> Result<Self, FormError> {
        let (codec, container) = cards(&form)?;
        let encoder = (codec.open)(&form)?;
        let coding_rate = (codec.coding_rate)(form.rate);
        let track = Track { number, rate: form.rate, coding_rate, delay: encoder.delay() };
        let muxer = match container.framing {
            Framing::Packets { open } => Some(open(track)),
            Framing::Bytes { .. } => None,
        };
        let (resampler, coded) = (None, Coded::default());
        Ok(Self {
            form,
            codec,
            container,
            encoder,
            resampler,
            coded,
            muxer,
            head: Head::Due,
            phase: Phase::New,
        })
    }

    /// Encodes a chunk at any rate.
    ///
    /// The resampler keeps back about 4 ms, and a codec with memory some more, until the next push or settle. A chunk
    /// at another rate than the one before ends that one's resampling as a settle would, without padding. After
    /// [`Self::finish`] it does nothing.
    pub fn push(&mut self, pcm: &PcmChunk) {
        if self.is_finished() || pcm.samples.is_empty() {
            return;
        }
        self.begin();
        self.tune(pcm.rate);
        let mut samples = Vec::with_capacity(pcm.samples.len());
        to_f32(&pcm.samples, &mut samples);
        if let Some(resampler) = &mut self.resampler {
            self.encoder.push(&resampler.push(samples), &mut self.coded);
        }
    }

    /// At a flush point: makes all that was pushed decodable from the messages so far and the next. The stream goes on.
    ///
    /// Returns how many samples of silence the codec needed to come to a frame border, at the coding rate: by so much what
    /// is pushed later is heard later. If nothing is, as much of it as the codec's delay never comes out of a decoder.
    pub fn settle(&mut self) -> SampleCount {
        if self.phase != Phase::Running {
            return SampleCount::ZERO;
        }
        self.drain_resampler();
        self.encoder.settle(&mut self.coded)
    }

    /// After a clear: forgets what was pushed and is neither in a frame nor out of the resampler, and settles the rest.
    /// The container stays whole.
    pub fn clear(&mut self) -> Cleared {
        if self.phase != Phase::Running {
            return Cleared::default();
        }
        let held = self.resampler.take().map_or(0, |mut resampler| resampler.settle().len());
        let Cleared { padding, forgotten } = self.encoder.clear(&mut self.coded);
        Cleared { padding, forgotten: forgotten + SampleCount(held as u64) }
    }

    /// Ends the stream with everything that was pushed; the next message is the last. Doing it again does nothing.
    ///
    /// A stream without any sound ends as what its container makes of nothing: WAV as its header and no samples, raw
    /// codecs, MP3 among them, as no bytes at all. An MP3 frame would be heard as 24 to 72 ms of silence.
    pub fn finish(&mut self) {
        if self.is_finished() {
            return;
        }
        self.begin();
        self.drain_resampler();
        let padding = self.encoder.finish(&mut self.coded);
        self.phase = Phase::Ending { padding };
    }

    /// Appends one message as it travels: all that the codec has said since the last. Nothing, if that is nothing.
    pub fn message(&mut self, out: &mut Vec<u8>) {
        let phase = self.phase;
        if let Phase::Ending { .. } = phase {
            self.phase = Phase::Finished;
        }
        let is_end = matches!(phase, Phase::Ending { .. });
        if self.coded.is_empty() && (self.muxer.is_none() || !is_end) {
            return;
        }
        let Some(muxer) = &mut self.muxer else { return self.message_of_bytes(out) };
        if std::mem::replace(&mut self.head, Head::Written) == Head::Due {
            muxer.head(out);
        }
        match phase {
            Phase::Ending { padding } => muxer.end(&self.coded, padding, out),
            Phase::New | Phase::Running | Phase::Finished => muxer.message(&self.coded, out),
        }
        self.coded.clear();
    }

    /// The registry line of its codec.
    #[must_use]
    pub fn card(&self) -> &'static CodecCard {
        self.codec
    }

    /// The form it was opened with.
    #[must_use]
    pub fn form(&self) -> &OutputForm {
        &self.form
    }

    /// By how much a player's sound is late, in samples at the coding rate: the encoder's [delay](Encoder::delay), unless
    /// the container has the player leave it out.
    #[must_use]
    pub fn delay(&self) -> SampleCount {
        match self.container.framing {
            Framing::Packets { .. } => SampleCount::ZERO,
            Framing::Bytes { .. } => self.encoder.delay(),
        }
    }

    /// The rate at which its codec counts samples.
    #[must_use]
    pub fn coding_rate(&self) -> SampleRate {
        (self.codec.coding_rate)(self.form.rate)
    }

    fn is_finished(&self) -> bool {
        matches!(self.phase, Phase::Ending { .. } | Phase::Finished)
    }

    fn begin(&mut self) {
        if self.phase != Phase::New {
            return;
        }
        self.phase = Phase::Running;
        if let Framing::Bytes { header, .. } = self.container.framing {
            self.coded.bytes = header(&self.form);
        }
    }

    fn message_of_bytes(&mut self, out: &mut Vec<u8>) {
        let mut bytes = std::mem::take(&mut self.coded.bytes);
        if let Framing::Bytes { message, .. } = self.container.framing {
            bytes = message(&self.form, bytes);
        }
        if out.is_empty() {
            *out = bytes;
        } else {
            out.extend_from_slice(&bytes);
        }
    }

    /// Makes the resampler one that takes `rate`.
    fn tune(&mut self, rate: SampleRate) {
        if self.resampler.as_ref().is_some_and(|resampler| resampler.from() == rate) {
            return;
        }
        self.drain_resampler();
        self.resampler = Some(Resampler::new(rate, self.coding_rate()));
    }

    fn drain_resampler(&mut self) {
        if let Some(resampler) = &mut self.resampler {
            self.encoder.push(&resampler.settle(), &mut self.coded);
        }
    }
}
