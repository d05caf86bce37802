//! The wire's names for codecs, and what they mean here.

use speech::{CodecId, ContainerId, OutputForm, Refusal, RefusalKind, SampleRate, Scope};

use crate::offer::Offer;

/// What telephony codecs have when nobody says.
const TELEPHONE_RATE: u64 = 8_000;
/// What all others have.
const DEFAULT_RATE: u64 = 24_000;

/// A format as a client asks for it.
pub(super) struct Wanted<'a> {
    /// Its name, in any case.
    pub(super) encoding: &'a str,
    /// Samples per second.
    pub(super) rate: Option<u64>,
    /// Bits per second, for codecs that have the choice.
    pub(super) bit_rate: Option<u64>,
    /// How much of the sound is one playable stream.
    pub(super) scope: Scope,
}

impl Wanted<'_> {
    /// The form that this means.
    ///
    /// # Errors
    /// A refusal for what is not on offer; it names what is.
    pub(super) fn form(&self, offer: &Offer) -> Result<OutputForm, Refusal> {
        let (codec, container) = coding(self.encoding)?;
        let default =
            if matches!(codec, CodecId::MULAW | CodecId::ALAW) { TELEPHONE_RATE } else { DEFAULT_RATE };
        let rate =
            SampleRate::new(self.rate.unwrap_or(default)).map_err(|error| invalid(error.to_string()))?;
        let form = OutputForm { codec, container, rate, bit_rate: self.bits(codec)?, scope: self.scope };
        (offer.check_form)(&form).map_err(invalid)?;
        Ok(form)
    }

    /// A bit rate is of no account where every sample has its own bits.
    fn bits(&self, codec: CodecId) -> Result<Option<u32>, Refusal> {
        let wanted = self.bit_rate.filter(|_| codec == CodecId::MP3);
        let too_large = |_| invalid("bitrate exceeds 4294967295 bits per second".to_owned());
        wanted.map(u32::try_from).transpose().map_err(too_large)
    }
}

/// The name that an endpoint of streams has for a format: other endpoints of this wire have shorter ones.
pub(super) fn of_streams(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "linear16" | "pcm" => "pcm_s16le".to_owned(),
        "mulaw" | "alaw" => format!("pcm_{name}"),
        _ => name,
    }
}

fn coding(name: &str) -> Result<(CodecId, ContainerId), Refusal> {
    Ok(match name.to_ascii_lowercase().as_str() {
        "linear16" | "pcm_s16le" | "pcm" => (CodecId::PCM_S16LE, ContainerId::RAW),
        "pcm_s16be" => (CodecId::PCM_S16BE, ContainerId::RAW),
        "pcm_f32le" => (CodecId::PCM_F32LE, ContainerId::RAW),
        "mulaw" | "pcm_mulaw" => (CodecId::MULAW, ContainerId::RAW),
        "alaw" | "pcm_alaw" => (CodecId::ALAW, ContainerId::RAW),
        "mp3" => (CodecId::MP3, ContainerId::RAW),
        "wav" => (CodecId::PCM_S16LE, ContainerId::WAV),
        known @ ("opus" | "aac" | "flac") => {
            let message = format!("encoding {known} is not available on this server; use {AVAILABLE}");
            return Err(Refusal::new(RefusalKind::Unsupported, message));
        }
        _ => return Err(invalid(format!("encoding is none of {AVAILABLE}"))),
    })
}

const AVAILABLE: &str = "linear16, mulaw, alaw, mp3, wav, pcm_s16be, pcm_f32le";

fn invalid(message: String) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}
