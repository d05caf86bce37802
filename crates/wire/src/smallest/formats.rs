//! The wire's format names and what they mean here.

use speech::{CodecId, ContainerId, OutputForm, Refusal, RefusalKind, SampleRate, Scope};

use super::model::Model;
use crate::fields::Fields;
use crate::format::{FormatName, at_a_rate_on_offer};
use crate::offer::Offer;

/// Every name, the documented ones first.
pub(super) const FORMATS: &[FormatName] = &[
    FormatName::new("pcm", CodecId::PCM_S16LE, ContainerId::RAW),
    FormatName::new("mp3", CodecId::MP3, ContainerId::RAW),
    FormatName::new("wav", CodecId::PCM_S16LE, ContainerId::WAV),
    FormatName::new("ulaw", CodecId::MULAW, ContainerId::RAW),
    FormatName::new("alaw", CodecId::ALAW, ContainerId::RAW),
    FormatName::new("mulaw", CodecId::MULAW, ContainerId::RAW),
];

/// The form that a request asks for. One stream for all of a request, so that a header comes once.
///
/// # Errors
/// A refusal for what is not on offer.
pub(super) fn form(offer: &Offer, model: Model, fields: &Fields) -> Result<OutputForm, Refusal> {
    let name = format_name(fields)?;
    let format = FormatName::find(FORMATS, name);
    let FormatName { codec, container, .. } = format.ok_or_else(|| unknown(offer))?;
    let rate = fields.integer("sample_rate")?.unwrap_or(default_rate(model));
    let rate = SampleRate::new(rate)
        .map_err(|error| Refusal::new(RefusalKind::InvalidValue, format!("sample_rate: {error}")))?;
    let wanted = OutputForm { codec, container, rate, bit_rate: None, scope: Scope::Context };
    let form = at_a_rate_on_offer(offer, wanted);
    (offer.check_form)(&form).map_err(|reason| {
        Refusal::new(RefusalKind::Unsupported, format!("output_format {name}: {reason}"))
    })?;
    Ok(form)
}

/// Old one-shot calls say `add_wav_header` instead.
fn format_name(fields: &Fields) -> Result<&str, Refusal> {
    let named = fields.text("output_format")?.filter(|name| !name.is_empty());
    let header = fields.flag("add_wav_header")? == Some(true);
    Ok(named.unwrap_or(if header { "wav" } else { "pcm" }))
}

fn unknown(offer: &Offer) -> Refusal {
    let names = FormatName::on_offer(FORMATS, offer);
    Refusal::new(RefusalKind::InvalidValue, format!("output_format is not one of {names}"))
}

/// The media type of a one-shot answer.
pub(super) fn media_type(form: &OutputForm) -> &'static str {
    match (form.container, form.codec) {
        (ContainerId::WAV, _) => "audio/wav",
        (_, CodecId::MP3) => "audio/mpeg",
        (_, CodecId::MULAW) => "audio/x-mulaw",
        (_, CodecId::ALAW) => "audio/x-alaw",
        _ => "audio/pcm",
    }
}

/// In Hz, as documented for the models.
const fn default_rate(model: Model) -> u64 {
    match model {
        Model::Current => 44_100,
        Model::Older => 24_000,
    }
}
