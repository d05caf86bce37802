//! The wire's names of audio formats and what they mean here.

use speech::{CodecId, ContainerId, OutputForm, Refusal, SampleRate, Scope};

use super::words;
use crate::offer::Offer;

/// What a client says about the form of its audio.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    /// The format's name.
    pub(crate) format: &'a str,
    /// Samples a second, if it says.
    pub(crate) rate: Option<u64>,
    /// Bits a second, if it says. Formats that have no choice take no notice.
    pub(crate) bit_rate: Option<u64>,
    /// How long one encoder lives.
    pub(crate) scope: Scope,
}

/// Which rates an endpoint takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rates {
    /// Those that the vendor lists for the format.
    Listed,
    /// Any that we can make.
    Any,
}

const DEFAULT_RATE: u64 = 24_000;
const TELEPHONE_RATE: u64 = 8_000;
const PCM_RATES: &[u64] = &[8_000, 16_000, 24_000, 44_100, 48_000];
const MP3_RATES: &[u64] = &[16_000, 24_000, 32_000, 44_100, 48_000];
const MP3_BIT_RATES: &[u64] = &[32_000, 64_000, 96_000, 128_000, 192_000, 256_000, 320_000];

/// What a name stands for. Source: the vendor's table of formats, November 2026.
struct Format {
    codec: CodecId,
    container: ContainerId,
    rates: &'static [u64],
    bit_rates: &'static [u64],
}

impl Format {
    const fn of(codec: CodecId, container: ContainerId, rates: &'static [u64]) -> Self {
        Self { codec, container, rates, bit_rates: &[] }
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "pcm_s16le" => Self::of(CodecId::PCM_S16LE, ContainerId::RAW, PCM_RATES),
            "pcm_s16be" => Self::of(CodecId::PCM_S16BE, ContainerId::RAW, PCM_RATES),
            "pcm_f32le" => Self::of(CodecId::PCM_F32LE, ContainerId::RAW, PCM_RATES),
            "pcm_mulaw" => Self::of(CodecId::MULAW, ContainerId::RAW, &[TELEPHONE_RATE]),
            "pcm_alaw" => Self::of(CodecId::ALAW, ContainerId::RAW, &[TELEPHONE_RATE]),
            "wav" => Self::of(CodecId::PCM_S16LE, ContainerId::WAV, PCM_RATES),
            "mp3" => {
                let plain = Self::of(CodecId::MP3, ContainerId::RAW, MP3_RATES);
                Self { bit_rates: MP3_BIT_RATES, ..plain }
            }
            _ => return None,
        })
    }

    fn default_rate(&self) -> u64 {
        if self.rates == [TELEPHONE_RATE] { TELEPHONE_RATE } else { DEFAULT_RATE }
    }
}

/// The form that a client means.
///
/// # Errors
/// A refusal in the wire's words for what does not exist or is not on offer.
pub(crate) fn form(offer: &Offer, wanted: &Wanted<'_>, rates: Rates) -> Result<OutputForm, Refusal> {
    let name = wanted.format;
    let format = Format::named(name).ok_or_else(|| unavailable(name))?;
    let hz = wanted.rate.unwrap_or_else(|| format.default_rate());
    let bad_rate = || words::invalid(format!("Invalid sample rate {hz} for audio format '{name}'."));
    if rates == Rates::Listed && !format.rates.contains(&hz) {
        return Err(bad_rate());
    }
    let form = OutputForm {
        codec: format.codec,
        container: format.container,
        rate: SampleRate::new(hz).map_err(|_| bad_rate())?,
        bit_rate: bit_rate(&format, wanted)?,
        scope: wanted.scope,
    };
    (offer.check_form)(&form).map_err(|reason| unsuitable(name, &reason))?;
    Ok(form)
}

fn bit_rate(format: &Format, wanted: &Wanted<'_>) -> Result<Option<u32>, Refusal> {
    let Some(bits) = wanted.bit_rate.filter(|_| !format.bit_rates.is_empty()) else { return Ok(None) };
    let known = format.bit_rates.contains(&bits).then(|| u32::try_from(bits).ok()).flatten();
    let bad = || words::invalid(format!("Invalid bitrate {bits} for audio format '{}'.", wanted.format));
    known.map(Some).ok_or_else(bad)
}

fn unavailable(name: &str) -> Refusal {
    words::invalid(format!(
        "Audio format '{name}' is not available on this server; use pcm_s16le, pcm_s16be, pcm_f32le, pcm_mulaw, pcm_alaw, wav or mp3."
    ))
}

fn unsuitable(name: &str, reason: &str) -> Refusal {
    words::invalid(format!("Audio format '{name}' cannot be made so: {reason}."))
}
