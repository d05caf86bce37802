//! FLAC, RFC 9639, through `flacenc`: 16 bits, lossless.
//!
//! Frames have different lengths and say where they begin (the variable block size strategy), so a settle ends one
//! early and adds nothing to the sound. The stream stays in the streamable subset of section 7: every frame says its rate
//! and depth, and no block is longer than 4608 samples.
//!
//! Read [`FlacEncoder`] first; the head of the stream is the [container](crate::container::FLAC)'s.

use std::ops::Range;

use flacenc::bitsink::ByteSink;
use flacenc::component::{BitRepr, Frame, FrameOffset, StreamInfo};
use flacenc::error::{Verified, Verify, VerifyError};
use flacenc::source::{Fill, FrameBuf};
use flacenc::{config, encode_fixed_size_frame};
use speech::{CodecId, OutputForm, SampleCount, SampleRate};

use crate::coded::Coded;
use crate::container::flac::{BLOCK_MS, BLOCK_STEP, SHORTEST_BLOCK, longest_block};
use crate::encoder::{Cleared, CodecCard, Encoder, Rates};
use crate::form::FormError;
use crate::pcm;

/// The registry line.
pub const CARD: CodecCard = CodecCard {
    id: CodecId::FLAC,
    media_type: |_| "audio/flac".to_owned(),
    rates: Rates::Any,
    coding_rate: |rate| rate,
    has_memory: false,
    default_bit_rate: None,
    open: |form| Ok(Box::new(FlacEncoder::open(form)?)),
};

/// Where the first block after a settle ends: with the first chunk of a generation, 20 ms, there is a frame to hear, even
/// where the resampler keeps back 4.4 ms, as it does at 8 kHz, and [`SHORTEST_BLOCK`] samples have to stay behind. Chunks
/// grow by multiples of [`BLOCK_MS`], so that what they end with is never kept back for long.
const FIRST_BLOCK_MS: u64 = 13;
/// Sample numbers have so many bits; after 16 days they begin again.
const NUMBER_BITS: u32 = 36;

/// One FLAC stream.
pub struct FlacEncoder {
    rate: SampleRate,
    settings: Verified<config::Encoder>,
    /// What the library wants to know of the stream.
    info: StreamInfo,
    /// Where the library reads a block from.
    block: FrameBuf,
    /// Samples that are in no frame yet.
    held: Vec<i32>,
    /// How many samples are in frames.
    coded: u64,
    /// The same since the last settle.
    since_settle: u64,
}

impl FlacEncoder {
    /// Opens a stream.
    ///
    /// # Errors
    /// [`FormError::Unavailable`] if the library refuses its settings.
    pub fn open(form: &OutputForm) -> Result<Self, FormError> {
        let unavailable =
            |error: VerifyError| FormError::Unavailable { codec: CodecId::FLAC, reason: error.to_string() };
        Ok(Self {
            rate: form.rate,
            settings: settings().into_verified().map_err(|(_, error)| unavailable(error))?,
            info: StreamInfo::new(form.rate.hz() as usize, 1, 16).map_err(unavailable)?,
            block: FrameBuf::with_size(1, longest_block(form.rate).into()).map_err(unavailable)?,
            held: Vec::new(),
            coded: 0,
            since_settle: 0,
        })
    }

    /// How long the block is that comes next.
    fn next_len(&self) -> usize {
        let hz = u64::from(self.rate.hz());
        let border = |n: u64| (FIRST_BLOCK_MS + n * BLOCK_MS) * hz / 1000 / BLOCK_STEP * BLOCK_STEP;
        let passed_ms = self.since_settle * 1000 / hz;
        let passed = passed_ms.saturating_sub(FIRST_BLOCK_MS) / BLOCK_MS;
        let ends = (passed..).map(border).find(|&border| border > self.since_settle);
        (ends.expect("borders rise without end") - self.since_settle) as usize
    }

    /// Makes a frame of these samples of those that are held.
    fn frame(&mut self, samples: Range<usize>, out: &mut Coded) {
        let len = samples.len();
        self.block.fill_interleaved(&self.held[samples]).expect("the buffer takes the longest block");
        let start = FrameOffset::StartSample(self.coded % (1 << NUMBER_BITS));
        self.coded += len as u64;
        self.since_settle += len as u64;
        let frame = encode_fixed_size_frame(&self.settings, &self.block, 0, &self.info)
            .expect("the samples have 16 bits");
        // The library would number frames; of blocks of different lengths, samples are counted instead.
        let (mut header, subframes) = frame.into_parts();
        header.set_frame_offset(start);
        let frame = Frame::new(header, subframes.into_iter()).expect("it has the channel that it had");
        let mut bytes = ByteSink::new();
        frame.write(&mut bytes).expect("memory takes what is written, and the number has 36 bits");
        out.bytes.extend_from_slice(bytes.as_slice());
    }

    /// Makes a frame of everything that is held.
    fn flush(&mut self, out: &mut Coded) {
        if !self.held.is_empty() {
            self.frame(0..self.held.len(), out);
            self.held.clear();
        }
        self.since_settle = 0;
    }
}

impl Encoder for FlacEncoder {
    fn push(&mut self, samples: &[f32], out: &mut Coded) {
        self.held.extend(samples.iter().map(|&sample| i32::from(pcm::to_i16(sample))));
        // What stays is always long enough for a block of its own, so that a settle adds nothing to it.
        let mut begin = 0;
        while self.held.len() - begin >= self.next_len() + usize::from(SHORTEST_BLOCK) {
            let end = begin + self.next_len();
            self.frame(begin..end, out);
            begin = end;
        }
        self.held.drain(..begin);
    }

    /// Pads only when fewer than [`SHORTEST_BLOCK`] samples were pushed since the last time: 2 ms at most.
    fn settle(&mut self, out: &mut Coded) -> SampleCount {
        let held = self.held.len();
        let wanted = if held == 0 { 0 } else { held.max(SHORTEST_BLOCK.into()) };
        self.held.resize(wanted, 0);
        self.flush(out);
        SampleCount((wanted - held) as u64)
    }

    fn clear(&mut self, _out: &mut Coded) -> Cleared {
        let forgotten = SampleCount(self.held.len() as u64);
        self.held.clear();
        self.since_settle = 0;
        Cleared { padding: SampleCount::ZERO, forgotten }
    }

    /// The last block may be as short as it is.
    fn finish(&mut self, out: &mut Coded) -> SampleCount {
        self.flush(out);
        SampleCount::ZERO
    }
}

/// The fixed predictors of section 9.2.5 alone.
///
/// Measured on 24 s of the embedded voice at 22 050 Hz: 54 % of the PCM's bytes for 0.28 ms an audio second. Linear
/// prediction of order 8 gives 50 % for 0.82 ms. For that, the library solves equations that it panics on when they come
/// out wrong, and keeps a table for every block length that it has seen, one for each a settle can make.
fn settings() -> config::Encoder {
    let mut settings = config::Encoder::default();
    settings.multithread = false;
    settings.subframe_coding.use_lpc = false;
    settings
}
