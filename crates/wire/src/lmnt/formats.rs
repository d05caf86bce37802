//! The wire's format names and what they mean here.

use speech::{CodecId, ContainerId, OutputForm, Refusal, RefusalKind, SampleRate, Scope};

use crate::format::FormatName;
use crate::offer::Offer;

/// Where a format is asked for; a few names mean something on HTTP only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On the socket.
    Socket,
    /// In an HTTP call.
    Http,
}

/// Every name, the documented ones first.
pub(super) const FORMATS: &[FormatName] = &[
    FormatName::new(DEFAULT_FORMAT, CodecId::MP3, ContainerId::RAW),
    FormatName::new("pcm_s16le", CodecId::PCM_S16LE, ContainerId::RAW),
    FormatName::new("pcm_f32le", CodecId::PCM_F32LE, ContainerId::RAW),
    FormatName::new("ulaw", CodecId::MULAW, ContainerId::WAV),
    FormatName::new("webm", CodecId::OPUS, ContainerId::WEBM),
    FormatName::new("wav", CodecId::PCM_S16LE, ContainerId::WAV),
    FormatName::new(NAMELESS, CodecId::PCM_S16LE, ContainerId::RAW),
    FormatName::new("mulaw", CodecId::MULAW, ContainerId::WAV),
];

/// Names of HTTP calls alone.
const HTTP_ONLY: &[&str] = &["wav", NOT_MADE];
/// The older name of plain samples, whose answers over HTTP tell of no format.
const NAMELESS: &str = "raw";
/// What the wire has and we never make: `docs/adr/0012-no-aac.md`.
const NOT_MADE: &str = "aac";

/// The rates that the wire knows, in Hz.
const RATES: [u64; 3] = [8_000, 16_000, 24_000];
/// The documented rate of its MP3, in bits per second.
const MP3_BITS: u32 = 96_000;
const DEFAULT_FORMAT: &str = "mp3";

impl Place {
    fn knows(self, name: &str) -> bool {
        self == Self::Http || !HTTP_ONLY.contains(&name)
    }

    /// The names that mean something here and that this build has.
    fn names(self, offer: &Offer) -> String {
        FormatName::on_offer(FORMATS.iter().filter(|format| self.knows(format.name)), offer)
    }
}

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
    let FormatName { codec, container, .. } = named(offer, place, name)?;
    let rate = rate.unwrap_or(if codec == CodecId::MULAW { 8_000 } else { 24_000 });
    if !RATES.contains(&rate) {
        return Err(invalid(format!("sample_rate {rate} is not one of 8000, 16000, 24000")));
    }
    let rate = SampleRate::new(rate).map_err(|error| invalid(error.to_string()))?;
    let bit_rate = (codec == CodecId::MP3).then_some(MP3_BITS);
    let form = OutputForm { codec, container, rate, bit_rate, scope: Scope::Connection };
    (offer.check_form)(&form).map_err(|_| unsupported(offer, place, name))?;
    Ok(form)
}

/// The media type of an answer over HTTP to a call for this format.
pub(super) fn media_type(offer: &Offer, format: Option<&str>, form: &OutputForm) -> String {
    match format {
        Some(NAMELESS) => "application/octet-stream".to_owned(),
        _ => (offer.media_type)(form),
    }
}

fn named(offer: &Offer, place: Place, name: &str) -> Result<FormatName, Refusal> {
    let known = FormatName::find(FORMATS, name).filter(|_| place.knows(name));
    known.ok_or_else(|| match name {
        NOT_MADE if place.knows(name) => unsupported(offer, place, name),
        _ => invalid(format!("format is not one of {}", place.names(offer))),
    })
}

fn invalid(message: String) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}

fn unsupported(offer: &Offer, place: Place, name: &str) -> Refusal {
    let message = format!("format {name} is not available on this server; use one of {}", place.names(offer));
    Refusal::new(RefusalKind::Unsupported, message)
}
