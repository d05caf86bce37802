//! A whole stream: what the outbox owns, once per scope.

use speech::{OutputForm, PcmChunk, SampleCount, SampleRate};

use crate::container::ContainerCard;
use crate::convert::to_f32;
use crate::encoder::{CodecCard, Encoder};
use crate::form::{FormError, cards};
use crate::resample::Resampler;

/// One stream from PCM at any rate to the client's bytes: gain point, resampler, encoder, container.
///
/// The bytes depend on the samples and on where [`settle`](Self::settle) and [`clear`](Self::clear) are called, never on
/// how the samples are divided into chunks. An empty chunk adds nothing, whatever its rate.
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
/// let mut bytes = Vec::new();
/// stream.push(&PcmChunk { rate: SampleRate::known(22_050), samples: vec![0; 22_050] }, &mut bytes);
/// stream.settle(&mut bytes);
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
    phase: Phase,
}

/// What has been written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// Nothing, not even the container's header.
    New,
    /// The header, and perhaps audio.
    Running,
    /// The end.
    Finished,
}

/// What a settle did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settled {
    /// How many samples of silence the codec needed to come to a frame border, at the output rate.
    pub padding: SampleCount,
}

impl AudioStream {
    /// A stream of a form that has written nothing yet.
    ///
    /// # Errors
    /// [`FormError`] naming what is not on offer.
    pub fn open(form: OutputForm) -> Result<Self, FormError> {
        let (codec, container) = cards(&form)?;
        let encoder = (codec.open)(&form)?;
        Ok(Self { form, codec, container, encoder, resampler: None, phase: Phase::New })
    }

    /// Encodes a chunk at any rate and appends the bytes that are ready; the container's header comes before the first.
    ///
    /// The resampler keeps back about 4 ms, and a codec with memory some more, until the next push or settle. A chunk
    /// at another rate than the one before ends that one's resampling as a settle would, without padding. After
    /// [`Self::finish`] it does nothing.
    pub fn push(&mut self, pcm: &PcmChunk, out: &mut Vec<u8>) {
        if self.phase == Phase::Finished {
            return;
        }
        self.begin(out);
        if pcm.samples.is_empty() {
            return;
        }
        self.tune(pcm.rate, out);
        let mut samples = Vec::with_capacity(pcm.samples.len());
        to_f32(&pcm.samples, &mut samples);
        if let Some(resampler) = &mut self.resampler {
            self.encoder.push(&resampler.push(samples), out);
        }
    }

    /// At a flush point: makes all that was pushed decodable from the bytes returned so far. The stream goes on.
    pub fn settle(&mut self, out: &mut Vec<u8>) -> Settled {
        if self.phase != Phase::Running {
            return Settled::default();
        }
        self.drain_resampler(out);
        Settled { padding: self.encoder.settle(out) }
    }

    /// After a clear: forgets what was pushed and sits in the resampler. Codecs without memory return nothing; the
    /// others settle, because what is in the encoder cannot be taken back. The container stays whole.
    pub fn clear(&mut self, out: &mut Vec<u8>) -> Settled {
        if self.phase != Phase::Running {
            return Settled::default();
        }
        self.resampler = None;
        Settled { padding: self.encoder.settle(out) }
    }

    /// Ends the stream with everything that was pushed. Doing it again does nothing.
    ///
    /// A stream without any sound ends as what its container makes of nothing: WAV as its header and no samples, raw
    /// codecs, MP3 among them, as no bytes at all. An MP3 frame would be heard as 24 to 72 ms of silence.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        if self.phase == Phase::Finished {
            return;
        }
        self.begin(out);
        self.drain_resampler(out);
        self.encoder.finish(out);
        self.phase = Phase::Finished;
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

    /// By how much the decoded sound is late, in samples at the output rate; see [`Encoder::delay`].
    #[must_use]
    pub fn delay(&self) -> SampleCount {
        self.encoder.delay()
    }

    fn begin(&mut self, out: &mut Vec<u8>) {
        if self.phase == Phase::New {
            out.extend_from_slice(&(self.container.header)(&self.form));
            self.phase = Phase::Running;
        }
    }

    /// Makes the resampler one that takes `rate`.
    fn tune(&mut self, rate: SampleRate, out: &mut Vec<u8>) {
        if self.resampler.as_ref().is_some_and(|resampler| resampler.from() == rate) {
            return;
        }
        self.drain_resampler(out);
        self.resampler = Some(Resampler::new(rate, self.form.rate));
    }

    fn drain_resampler(&mut self, out: &mut Vec<u8>) {
        if let Some(resampler) = &mut self.resampler {
            self.encoder.push(&resampler.settle(), out);
        }
    }
}
