//! The wire's format names and what they mean here.

use speech::{CodecId, ContainerId, OutputForm, Refusal, RefusalKind, SampleRate, Scope};

use crate::offer::Offer;

/// Where a format is asked for; a few names mean something on HTTP only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On the socket.
    Socket,
    /// In an HTTP call.
    Http,
}

/// The rates that the wire knows, in Hz.
const RATES: [u64; 3] = [8_000, 16_000, 24_000];
/// The documented rate of its MP3, in bits per second.
const MP3_BITS: u32 = 96_000;
const DEFAULT_FORMAT: &str = "mp3";

/// The form for a format and a rate, either of which may be left out.
///
/// # Errors
/// A refusal in the wire's words for what is not on offer.
pub(super) fn form(
    offer: &Offer,
    place: Place,
    format: Option<&str>,
    rate: Option<u64>,
) -> Result<OutputForm, Refusal> {
    let name = format.unwrap_or(DEFAULT_FORMAT);
    let (codec, container) = coding(place, name)?;
    let rate = rate.unwrap_or(if codec == CodecId::MULAW { 8_000 } else { 24_000 });
    if !RATES.contains(&rate) {
        return Err(invalid(format!("sample_rate {rate} is not one of 8000, 16000, 24000")));
    }
    let rate = SampleRate::new(rate).map_err(|error| invalid(error.to_string()))?;
    let bit_rate = (codec == CodecId::MP3).then_some(MP3_BITS);
    let form = OutputForm { codec, container, rate, bit_rate, scope: Scope::Connection };
    (offer.check_form)(&form).map_err(|_| unsupported(name))?;
    Ok(form)
}

fn coding(place: Place, name: &str) -> Result<(CodecId, ContainerId), Refusal> {
    match name {
        "mp3" => Ok((CodecId::MP3, ContainerId::RAW)),
        "pcm_s16le" | "raw" => Ok((CodecId::PCM_S16LE, ContainerId::RAW)),
        "pcm_f32le" => Ok((CodecId::PCM_F32LE, ContainerId::RAW)),
        "ulaw" | "mulaw" => Ok((CodecId::MULAW, ContainerId::WAV)),
        "wav" if place == Place::Http => Ok((CodecId::PCM_S16LE, ContainerId::WAV)),
        "webm" => Err(unsupported(name)),
        "aac" if place == Place::Http => Err(unsupported(name)),
        _ => Err(invalid("format is not one of mp3, pcm_s16le, pcm_f32le, ulaw, webm".to_owned())),
    }
}

fn invalid(message: String) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}

fn unsupported(name: &str) -> Refusal {
    let message =
        format!("format {name} is not available on this server; use mp3, pcm_s16le, pcm_f32le or ulaw");
    Refusal::new(RefusalKind::Unsupported, message)
}
