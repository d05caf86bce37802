//! The wire's names of audio formats and what they mean here.

use speech::{CodecId, ContainerId, OutputForm, Refusal, SampleRate, Scope};

use super::words;
use crate::format::{FormatName, at_a_rate_on_offer};
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
    /// Any; where a format has only some, the next of those.
    Any,
}

/// Every name. Source of these lists: the vendor's table of formats, November 2026.
pub(crate) const FORMATS: &[FormatName] = &[
    FormatName::new("pcm_s16le", CodecId::PCM_S16LE, ContainerId::RAW),
    FormatName::new("pcm_s16be", CodecId::PCM_S16BE, ContainerId::RAW),
    FormatName::new("pcm_f32le", CodecId::PCM_F32LE, ContainerId::RAW),
    FormatName::new("pcm_mulaw", CodecId::MULAW, ContainerId::RAW),
    FormatName::new("pcm_alaw", CodecId::ALAW, ContainerId::RAW),
    FormatName::new("wav", CodecId::PCM_S16LE, ContainerId::WAV),
    FormatName::new("mp3", CodecId::MP3, ContainerId::RAW),
    FormatName::new("opus", CodecId::OPUS, ContainerId::OGG),
    FormatName::new("flac", CodecId::FLAC, ContainerId::FLAC),
];

const DEFAULT_RATE: u64 = 24_000;
const TELEPHONE_RATE: u64 = 8_000;

/// The rates that the vendor lists for a codec, in Hz.
fn listed_rates(codec: CodecId) -> &'static [u64] {
    match codec {
        CodecId::MULAW | CodecId::ALAW => &[TELEPHONE_RATE],
        CodecId::MP3 => &[16_000, 24_000, 32_000, 44_100, 48_000],
        CodecId::OPUS => &[8_000, 16_000, 24_000, 48_000],
        CodecId::FLAC => &[16_000, 24_000, 44_100, 48_000],
        _ => &[8_000, 16_000, 24_000, 44_100, 48_000],
    }
}

/// The bit rates that the vendor lists for a codec, in bits per second; none where there is no choice. Its MP3 has all of
/// them at every rate; below 32 kHz, where the format ends at 160 000, the codec makes the higher ones at that.
fn listed_bit_rates(codec: CodecId) -> &'static [u64] {
    match codec {
        CodecId::MP3 => &[32_000, 64_000, 96_000, 128_000, 192_000, 256_000, 320_000],
        CodecId::OPUS => &[16_000, 32_000, 64_000, 96_000, 128_000, 256_000],
        _ => &[],
    }
}

fn default_rate(codec: CodecId) -> u64 {
    match codec {
        CodecId::MULAW | CodecId::ALAW => TELEPHONE_RATE,
        _ => DEFAULT_RATE,
    }
}

/// The form that a client means.
///
/// # Errors
/// A refusal in the wire's words for what does not exist or is not on offer.
pub(crate) fn form(offer: &Offer, wanted: &Wanted<'_>, rates: Rates) -> Result<OutputForm, Refusal> {
    let name = wanted.format;
    let format = FormatName::find(FORMATS, name).filter(|format| format.is_on_offer(offer));
    let format = format.ok_or_else(|| unavailable(offer, name))?;
    let hz = wanted.rate.unwrap_or(default_rate(format.codec));
    let bad_rate = || words::invalid(format!("Invalid sample rate {hz} for audio format '{name}'."));
    if rates == Rates::Listed && !listed_rates(format.codec).contains(&hz) {
        return Err(bad_rate());
    }
    let exact = OutputForm {
        codec: format.codec,
        container: format.container,
        rate: SampleRate::new(hz).map_err(|_| bad_rate())?,
        bit_rate: bit_rate(format.codec, wanted)?,
        scope: wanted.scope,
    };
    let form = match rates {
        Rates::Listed => exact,
        Rates::Any => at_a_rate_on_offer(offer, exact),
    };
    (offer.check_form)(&form).map_err(|reason| unsuitable(name, &reason))?;
    Ok(form)
}

fn bit_rate(codec: CodecId, wanted: &Wanted<'_>) -> Result<Option<u32>, Refusal> {
    let listed = listed_bit_rates(codec);
    let Some(bits) = wanted.bit_rate.filter(|_| !listed.is_empty()) else { return Ok(None) };
    let known = listed.contains(&bits).then(|| u32::try_from(bits).ok()).flatten();
    let bad = || words::invalid(format!("Invalid bitrate {bits} for audio format '{}'.", wanted.format));
    known.map(Some).ok_or_else(bad)
}

fn unavailable(offer: &Offer, name: &str) -> Refusal {
    let names = FormatName::on_offer(FORMATS, offer);
    words::invalid(format!("Audio format '{name}' is not available on this server; use one of {names}."))
}

fn unsuitable(name: &str, reason: &str) -> Refusal {
    words::invalid(format!("Audio format '{name}' cannot be made so: {reason}."))
}
