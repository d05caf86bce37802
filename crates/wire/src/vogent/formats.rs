//! The wire's sample rates and output types, and what they mean here.

use speech::{CodecId, ContainerId, OutputForm, Refusal, RefusalKind, SampleRate, Scope};

use crate::fields::Fields;
use crate::format::FormatName;
use crate::offer::Offer;

/// The names of HTTP calls. On the socket nothing can be chosen.
pub(super) const FORMATS: &[FormatName] = &[
    FormatName::new("RAW_PCM16", CodecId::PCM_S16LE, ContainerId::RAW),
    FormatName::new(DEFAULT_FORMAT, CodecId::PCM_S16LE, ContainerId::WAV),
    FormatName::new("MP3", CodecId::MP3, ContainerId::RAW),
];

/// What an HTTP call has that names none.
const DEFAULT_FORMAT: &str = "WAV_PCM16";

/// The rates that the wire knows, in Hz. The documentation lists 41500, which must be a slip for 44100; both are taken
/// at their word.
const RATES: [u64; 7] = [8_000, 16_000, 22_050, 24_000, 41_500, 44_100, 48_000];
/// The documented default.
const DEFAULT_RATE: SampleRate = SampleRate::known(24_000);
/// MP3 has no 41500 Hz, and 44100 is what must have been meant.
const MISSPELT: SampleRate = SampleRate::known(41_500);
const MEANT: SampleRate = SampleRate::known(44_100);

/// The form of a generation on the socket: bare 16-bit samples, all of it one stream.
///
/// # Errors
/// [`RefusalKind::InvalidValue`] for a rate that the wire does not know.
pub(super) fn on_socket(fields: &Fields) -> Result<OutputForm, Refusal> {
    let rate = rate(fields)?.unwrap_or(DEFAULT_RATE);
    Ok(OutputForm {
        codec: CodecId::PCM_S16LE,
        container: ContainerId::RAW,
        rate,
        bit_rate: None,
        scope: Scope::Context,
    })
}

/// The form of an HTTP answer: all speakers in one file. WAV at 24 kHz if the body says nothing; both members of `format`
/// are required where it is given.
///
/// # Errors
/// A refusal for what is missing, unknown, or not on offer.
pub(super) fn on_http(offer: &Offer, body: &Fields) -> Result<OutputForm, Refusal> {
    let (name, rate) = match body.object("format")? {
        None => (DEFAULT_FORMAT.to_owned(), DEFAULT_RATE),
        Some(format) => {
            let name = format.text("outputType")?.ok_or_else(|| missing("format.outputType"))?;
            (name.to_owned(), rate(&format)?.ok_or_else(|| missing("format.sampleRate"))?)
        }
    };
    let format = FormatName::find(FORMATS, &name);
    let FormatName { codec, container, .. } = format.ok_or_else(|| unknown(offer))?;
    let rate = if codec == CodecId::MP3 && rate == MISSPELT { MEANT } else { rate };
    let form = OutputForm { codec, container, rate, bit_rate: None, scope: Scope::Connection };
    (offer.check_form)(&form).map_err(|reason| Refusal::new(RefusalKind::Unsupported, reason))?;
    Ok(form)
}

fn unknown(offer: &Offer) -> Refusal {
    invalid(format!("format.outputType is none of {}", FormatName::on_offer(FORMATS, offer)))
}

fn rate(fields: &Fields) -> Result<Option<SampleRate>, Refusal> {
    let Some(hz) = fields.integer("sampleRate")? else { return Ok(None) };
    let known = RATES.contains(&hz).then(|| SampleRate::new(hz).ok()).flatten();
    known.map(Some).ok_or_else(|| {
        let known = RATES.map(|rate| rate.to_string()).join(", ");
        invalid(format!("sampleRate {hz} is none of {known}"))
    })
}

fn missing(name: &str) -> Refusal {
    invalid(format!("{name} is required"))
}

fn invalid(message: String) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate_of(json: &str) -> Result<u32, String> {
        let form = on_socket(&Fields::parse(json).unwrap());
        form.map(|form| form.rate.hz()).map_err(|refusal| refusal.message)
    }

    #[test]
    fn every_listed_rate_is_taken_and_no_other() {
        for rate in RATES {
            assert_eq!(rate_of(&format!(r#"{{"sampleRate":{rate}}}"#)), Ok(rate as u32));
        }
        assert_eq!(rate_of("{}"), Ok(24_000));
        assert_eq!(rate_of(r#"{"sampleRate":"16000"}"#), Ok(16_000));
        let known = "8000, 16000, 22050, 24000, 41500, 44100, 48000";
        assert_eq!(rate_of(r#"{"sampleRate":11025}"#), Err(format!("sampleRate 11025 is none of {known}")));
    }
}
