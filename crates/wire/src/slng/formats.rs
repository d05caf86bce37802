//! The wire's names for codecs, and what they mean here.

use speech::{CodecId, ContainerId, OutputForm, Refusal, RefusalKind, SampleRate, Scope};

use crate::format::{FormatName, at_a_rate_on_offer};
use crate::offer::Offer;

/// Every name, in lower case: those of the generic sessions first, then those that the streams have too.
pub(super) const FORMATS: &[FormatName] = &[
    FormatName::new("linear16", CodecId::PCM_S16LE, ContainerId::RAW),
    FormatName::new("mulaw", CodecId::MULAW, ContainerId::RAW),
    FormatName::new("alaw", CodecId::ALAW, ContainerId::RAW),
    FormatName::new("mp3", CodecId::MP3, ContainerId::RAW),
    FormatName::new("opus", CodecId::OPUS, ContainerId::OGG),
    FormatName::new("flac", CodecId::FLAC, ContainerId::FLAC),
    FormatName::new("wav", CodecId::PCM_S16LE, ContainerId::WAV),
    FormatName::new("pcm_s16le", CodecId::PCM_S16LE, ContainerId::RAW),
    FormatName::new("pcm_s16be", CodecId::PCM_S16BE, ContainerId::RAW),
    FormatName::new("pcm_f32le", CodecId::PCM_F32LE, ContainerId::RAW),
    FormatName::new("pcm_mulaw", CodecId::MULAW, ContainerId::RAW),
    FormatName::new("pcm_alaw", CodecId::ALAW, ContainerId::RAW),
    FormatName::new("pcm", CodecId::PCM_S16LE, ContainerId::RAW),
];

/// What the wire has and we never make: `docs/adr/0012-no-aac.md`.
const NOT_MADE: &str = "aac";

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
        let FormatName { codec, container, .. } = named(offer, self.encoding)?;
        let default =
            if matches!(codec, CodecId::MULAW | CodecId::ALAW) { TELEPHONE_RATE } else { DEFAULT_RATE };
        let rate =
            SampleRate::new(self.rate.unwrap_or(default)).map_err(|error| invalid(error.to_string()))?;
        let wanted = OutputForm { codec, container, rate, bit_rate: self.bits(codec)?, scope: self.scope };
        let form = at_a_rate_on_offer(offer, wanted);
        (offer.check_form)(&form).map_err(invalid)?;
        Ok(form)
    }

    /// A bit rate is of no account where every sample has its own bits.
    fn bits(&self, codec: CodecId) -> Result<Option<u32>, Refusal> {
        let wanted = self.bit_rate.filter(|_| matches!(codec, CodecId::MP3 | CodecId::OPUS));
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

fn named(offer: &Offer, name: &str) -> Result<FormatName, Refusal> {
    let name = name.to_ascii_lowercase();
    let known = FormatName::find(FORMATS, &name).filter(|format| format.is_on_offer(offer));
    known.ok_or_else(|| {
        let names = FormatName::on_offer(FORMATS, offer);
        if name == NOT_MADE || FormatName::find(FORMATS, &name).is_some() {
            let message = format!("encoding {name} is not available on this server; use one of {names}");
            return Refusal::new(RefusalKind::Unsupported, message);
        }
        invalid(format!("encoding is none of {names}"))
    })
}

fn invalid(message: String) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}
