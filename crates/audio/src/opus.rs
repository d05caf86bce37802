//! Opus (RFC 6716) through libopus, which the crate `opus` bundles and builds. Both are BSD or as permissive.
//!
//! Frames are 20 ms, but the first of a stream and the first after a settle are 10 ms, so that the first chunk of a
//! generation is a packet already: see `docs/adr/0014-opus-and-its-containers.md`. For one build of libopus on one kind
//! of processor the same samples always give the same bytes; libopus chooses its vector code at run time, and another
//! processor may round another way.
//!
//! Read [`OpusEncoder`] first.

use opus::{Application, Bitrate, Channels, Signal};
use speech::{CodecId, OutputForm, SampleCount, SampleRate};

use crate::coded::Coded;
use crate::encoder::{Cleared, CodecCard, Encoder, Rates};
use crate::form::FormError;

/// The registry line.
pub const CARD: CodecCard = CodecCard {
    id: CodecId::OPUS,
    media_type: |_| "audio/opus".to_owned(),
    rates: Rates::Any,
    coding_rate,
    has_memory: true,
    default_bit_rate: Some(DEFAULT_BIT_RATE),
    open: |form| Ok(Box::new(OpusEncoder::open(form)?)),
};

/// Hardly to be told from the original at any rate; in bits per second.
const DEFAULT_BIT_RATE: u32 = 48_000;
/// From here on libopus is told that the signal is music, in bits per second: its transform codec then does at a third of
/// the cost as well as its speech codec. Below, speech sounds better as speech.
const TRANSFORM_FROM: u32 = 32_000;
/// The range that RFC 6716 §2.1.1 gives the codec, in bits per second.
const BIT_RATES: std::ops::RangeInclusive<u32> = 6_000..=510_000;
/// The rates that libopus takes, in Hz, rising.
const RATES: [u32; 5] = [8_000, 12_000, 16_000, 24_000, 48_000];
/// How hard libopus looks for better bits, of 10. More costs half as much again, and is hardly measured.
const COMPLEXITY: i32 = 5;
/// The longest packet of one frame, in bytes: RFC 6716 §3.2.1 and its first byte.
const MAX_PACKET: usize = 1_275 + 1;

/// The smallest rate of libopus' own that loses nothing.
fn coding_rate(rate: SampleRate) -> SampleRate {
    let own = RATES.into_iter().find(|&own| own >= rate.hz()).unwrap_or(48_000);
    SampleRate::known(own)
}

/// One Opus stream.
pub struct OpusEncoder {
    libopus: opus::Encoder,
    /// Samples in 10 ms.
    short: usize,
    /// How many samples a decoder is late: what libopus looks ahead, and the lead.
    delay: u64,
    /// Samples of silence before the first that was pushed, which make the delay whole milliseconds: WebM counts in them,
    /// and players that take its numbers at their word cut off what is beyond.
    lead: u64,
    /// What is not yet in a frame.
    waiting: Vec<f32>,
    /// Samples in the next frame.
    next: usize,
    /// All samples that were pushed, silence included.
    pushed: u64,
    /// What `pushed` was after the last settle.
    settled: u64,
}

impl OpusEncoder {
    /// Opens a stream at the nearest bit rate to the form's that Opus has.
    ///
    /// # Errors
    /// [`FormError::Unavailable`] if libopus gets no memory.
    pub fn open(form: &OutputForm) -> Result<Self, FormError> {
        let unavailable =
            |error: opus::Error| FormError::Unavailable { codec: CodecId::OPUS, reason: error.to_string() };
        let mut libopus = build(form).map_err(unavailable)?;
        let lookahead = u64::from(libopus.get_lookahead().map_err(unavailable)?.unsigned_abs());
        let per_ms = coding_rate(form.rate).hz() as usize / 1_000;
        let delay = lookahead.next_multiple_of(per_ms as u64);
        let lead = delay - lookahead;
        let (short, waiting) = (10 * per_ms, vec![0.0; lead as usize]);
        Ok(Self { libopus, short, delay, lead, waiting, next: short, pushed: 0, settled: 0 })
    }

    /// Encodes as many whole frames as there are.
    fn encode_frames(&mut self, out: &mut Coded) {
        let mut begin = 0;
        while let Some(frame) = self.waiting.get(begin..begin + self.next) {
            encode(&mut self.libopus, frame, out);
            begin += frame.len();
            self.next = 2 * self.short;
        }
        self.waiting.drain(..begin);
    }

    /// Pads with silence so that a decoder comes to the end of what was pushed; returns how many samples of it that took.
    fn pad(&mut self, out: &mut Coded) -> u64 {
        if self.pushed == self.settled {
            return 0;
        }
        let padded = (self.pushed + self.delay).next_multiple_of(self.short as u64);
        let padding = padded - self.lead - self.pushed;
        self.push(&vec![0.0; padding as usize], out);
        if !self.waiting.is_empty() {
            self.next = self.short;
            self.encode_frames(out);
        }
        self.next = self.short;
        self.settled = self.pushed;
        padding
    }
}

impl Encoder for OpusEncoder {
    fn push(&mut self, samples: &[f32], out: &mut Coded) {
        self.waiting.extend(samples.iter().map(|sample| sample.clamp(-1.0, 1.0)));
        self.pushed += samples.len() as u64;
        self.encode_frames(out);
    }

    fn settle(&mut self, out: &mut Coded) -> SampleCount {
        SampleCount(self.pad(out))
    }

    fn clear(&mut self, out: &mut Coded) -> Cleared {
        let unheard = self.waiting.len().min((self.pushed - self.settled) as usize);
        self.waiting.truncate(self.waiting.len() - unheard);
        self.pushed -= unheard as u64;
        Cleared { padding: SampleCount(self.pad(out)), forgotten: SampleCount(unheard as u64) }
    }

    /// The last of the silence never comes out of a decoder, for it is late.
    fn finish(&mut self, out: &mut Coded) -> SampleCount {
        SampleCount(self.pad(out).saturating_sub(self.delay - self.lead))
    }

    fn delay(&self) -> SampleCount {
        SampleCount(self.delay)
    }
}

/// Constrained variable bit rate, without discontinuous transmission and error correction, as libopus has it by itself.
fn build(form: &OutputForm) -> opus::Result<opus::Encoder> {
    // Not `Voip`, whose high-pass filter takes rumble out of microphones: an engine has none, and low voices suffer.
    let mut libopus = opus::Encoder::new(coding_rate(form.rate).hz(), Channels::Mono, Application::Audio)?;
    let bit_rate = form.bit_rate.unwrap_or(DEFAULT_BIT_RATE).clamp(*BIT_RATES.start(), *BIT_RATES.end());
    libopus.set_bitrate(Bitrate::Bits(bit_rate as i32))?;
    libopus.set_signal(if bit_rate < TRANSFORM_FROM { Signal::Voice } else { Signal::Music })?;
    libopus.set_complexity(COMPLEXITY)?;
    Ok(libopus)
}

/// Encodes one frame as one packet.
fn encode(libopus: &mut opus::Encoder, frame: &[f32], out: &mut Coded) {
    let begin = out.bytes.len();
    out.bytes.resize(begin + MAX_PACKET, 0);
    let len = libopus
        .encode_float(frame, &mut out.bytes[begin..])
        .expect("the frame has a length that Opus knows, and the longest packet has room");
    out.bytes.truncate(begin + len);
    out.end_packet(SampleCount(frame.len() as u64));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(hz: u32) -> OpusEncoder {
        OpusEncoder::open(&form(hz, None)).unwrap()
    }

    fn form(hz: u32, bit_rate: Option<u32>) -> OutputForm {
        OutputForm {
            codec: CodecId::OPUS,
            container: speech::ContainerId::OGG,
            rate: SampleRate::known(hz),
            bit_rate,
            scope: speech::Scope::Context,
        }
    }

    fn lengths(coded: &Coded) -> Vec<u64> {
        coded.packets().map(|packet| packet.samples.0).collect()
    }

    #[test]
    fn the_coding_rate_is_the_next_of_opus_own() {
        let chosen = |hz| coding_rate(SampleRate::known(hz)).hz();
        assert_eq!([8_000, 8_001, 16_000].map(chosen), [8_000, 12_000, 16_000]);
        assert_eq!([22_050, 24_001, 48_000].map(chosen), [24_000, 48_000, 48_000]);
    }

    #[test]
    fn the_first_frame_is_short_and_so_is_the_first_after_a_settle() {
        let (mut encoder, mut out) = (open(8_000), Coded::default());
        encoder.push(&[0.1; 75], &mut out);
        assert!(out.is_empty());
        encoder.push(&[0.1; 1], &mut out);
        encoder.push(&[0.1; 320], &mut out);
        assert_eq!(lengths(&out), [80, 160, 160]);
        assert_eq!(encoder.settle(&mut out), SampleCount(80));
        encoder.push(&[0.1; 240], &mut out);
        assert_eq!(lengths(&out), [80, 160, 160, 80, 80, 160]);
    }

    #[test]
    fn silence_reaches_as_far_as_the_delay_and_to_a_frame_border() {
        // 4 samples of lead and 52 that libopus looks ahead.
        for (pushed, frames) in [(1, 1), (24, 1), (25, 2), (104, 2), (105, 3), (184, 3), (185, 4)] {
            let (mut encoder, mut out) = (open(8_000), Coded::default());
            encoder.push(&vec![0.1; pushed], &mut out);
            let padding = encoder.settle(&mut out).0;
            assert_eq!(4 + pushed as u64 + padding, frames * 80, "{pushed}");
            assert_eq!(lengths(&out).iter().sum::<u64>(), frames * 80);
            assert_eq!((encoder.settle(&mut out), encoder.finish(&mut out)), Default::default());
            assert_eq!(lengths(&out).iter().sum::<u64>(), frames * 80);

            let (mut other, mut out) = (open(8_000), Coded::default());
            other.push(&vec![0.1; pushed], &mut out);
            assert_eq!(other.finish(&mut out).0 + 52, padding, "{pushed}");
        }
    }

    #[test]
    fn the_delay_is_whole_milliseconds() {
        for hz in RATES {
            assert_eq!(open(hz).delay(), SampleCount(u64::from(hz) * 7 / 1_000));
        }
    }

    #[test]
    fn a_bit_rate_is_taken_as_it_is_within_the_range_of_opus() {
        let chosen = |wish| build(&form(24_000, wish)).unwrap().get_bitrate().unwrap();
        assert_eq!(chosen(None), Bitrate::Bits(48_000));
        assert_eq!(chosen(Some(47_123)), Bitrate::Bits(47_123));
        assert_eq!(chosen(Some(0)), Bitrate::Bits(6_000));
        assert_eq!(chosen(Some(u32::MAX)), Bitrate::Bits(510_000));
    }
}
