//! What a stream or a one-shot call asks for: model, voice, language, format and wishes.

use session::{ContextSettings, GenerationRule, SegmentPolicy, WordTimes};
use speech::{KeyId, Language, Refusal, Scope, Speed, VoiceId, VoiceSettings};

use super::formats::{self, Rates, Wanted};
use super::words;
use crate::fields::Fields;
use crate::offer::{Alias, Offer};

/// What an endpoint asks of a start message.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Demands {
    /// Stock names of voices.
    pub(crate) aliases: &'static [Alias],
    /// Who speaks if the message does not say; `None` if it must.
    pub(crate) voice: Option<&'static str>,
    /// The format if the message does not say; `None` if it must.
    pub(crate) audio_format: Option<&'static str>,
    /// Which sample rates it takes.
    pub(crate) rates: Rates,
    /// Which models it takes.
    pub(crate) models: Models,
    /// How much of the audio is one encoded stream. On a socket [`Scope::Generation`], so that the last bytes of a stream
    /// come with its last sound and can be marked as the end.
    pub(crate) scope: Scope,
}

/// Which models an endpoint takes. All speak with the same voices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Models {
    /// Whatever is asked for.
    Any,
    /// [`MODELS`].
    Listed,
}

/// The vendor's models, the one that others are names of last. Source: its documentation, November 2026.
pub(crate) const MODELS: [&str; 3] = ["tts-rt-v1-preview", "tts-rt-v1", "tts-rt-v2"];

/// Models that the vendor says cannot shorten pauses.
const WITH_ALL_SILENCE: [&str; 2] = ["tts-rt-v1-preview", "tts-rt-v1"];

const DEFAULT_LANGUAGE: &str = "en";
/// The longest name of a model, language, voice or format, in characters.
const NAME_CHARACTERS: usize = 50;
const REFERENCE_CHARACTERS: usize = 256;

/// How fast a client may ask to be spoken to, as factors.
pub(super) const SPEEDS: (f64, f64) = (0.7, 1.3);

/// Reads the settings of a context.
///
/// # Errors
/// A refusal in the wire's words for the first thing that is wrong or missing.
pub(crate) fn settings(
    offer: &Offer,
    demands: &Demands,
    fields: &Fields,
    key: KeyId,
) -> Result<ContextSettings, Refusal> {
    let model = model(demands, fields)?;
    let language = name(fields, "language", "Language")?.unwrap_or(DEFAULT_LANGUAGE);
    let voice = voice(offer, demands, fields, Place { model, language })?;
    let form = formats::form(offer, &wanted(demands, fields)?, demands.rates)?;
    check_reference(fields)?;
    check_silence(fields, model)?;
    Ok(ContextSettings {
        reading: offer.reading(&voice, Some(&Language::new(language))),
        voice,
        voice_settings: VoiceSettings { speed: speed(fields)?, ..VoiceSettings::default() },
        form,
        policy: SegmentPolicy::Clauses,
        release_delay: None,
        generations: GenerationRule::EachFlush,
        cast: offer.cast(demands.aliases),
        markup: session::Syntax::default(),
        word_times: word_times(fields)?,
        lane: None,
        key,
    })
}

fn model<'a>(demands: &Demands, fields: &'a Fields) -> Result<&'a str, Refusal> {
    let model = name(fields, "model", "Model name")?.ok_or_else(|| words::missing("model"))?;
    match demands.models {
        Models::Listed if !MODELS.contains(&model) => Err(words::unknown_model(model)),
        Models::Listed | Models::Any => Ok(model),
    }
}

/// What a voice is asked to speak.
#[derive(Clone, Copy)]
struct Place<'a> {
    model: &'a str,
    language: &'a str,
}

fn voice(offer: &Offer, demands: &Demands, fields: &Fields, place: Place<'_>) -> Result<VoiceId, Refusal> {
    let name = name(fields, "voice", "Voice")?.or(demands.voice).ok_or_else(|| words::missing("voice"))?;
    offer.voice(demands.aliases, name).map_err(|_| words::unknown_voice(name, place.model))?;
    let language = Language::new(place.language);
    let speaker = offer.voice_for(demands.aliases, name, Some(&language));
    Ok(speaker.map_err(|_| words::unknown_language(place.language, place.model))?.id.clone())
}

fn wanted<'a>(demands: &Demands, fields: &'a Fields) -> Result<Wanted<'a>, Refusal> {
    let format = name(fields, "audio_format", "Audio format")?.or(demands.audio_format);
    Ok(Wanted {
        format: format.ok_or_else(|| words::missing("audio_format"))?,
        rate: fields.integer("sample_rate").map_err(|_| words::misshapen())?,
        bit_rate: fields.integer("bitrate").map_err(|_| words::misshapen())?,
        scope: demands.scope,
    })
}

/// A short string; an empty one is as good as none.
fn name<'a>(fields: &'a Fields, field: &str, what: &str) -> Result<Option<&'a str>, Refusal> {
    let name = fields.text(field).map_err(|_| words::misshapen())?.filter(|name| !name.is_empty());
    match name {
        Some(name) if name.chars().count() > NAME_CHARACTERS => Err(words::too_long(what, NAME_CHARACTERS)),
        name => Ok(name),
    }
}

fn check_reference(fields: &Fields) -> Result<(), Refusal> {
    match fields.text("client_reference_id").map_err(|_| words::misshapen())? {
        Some(reference) if reference.chars().count() > REFERENCE_CHARACTERS => {
            Err(words::too_long("Client reference ID", REFERENCE_CHARACTERS))
        }
        _ => Ok(()),
    }
}

/// Our engines leave no long pauses, so where the vendor can shorten them there is nothing to do.
fn check_silence(fields: &Fields, model: &str) -> Result<(), Refusal> {
    let wished = fields.flag("reduce_silence").map_err(|_| words::misshapen())? == Some(true);
    if wished && WITH_ALL_SILENCE.contains(&model) {
        return Err(words::invalid(format!("Silence reduction is not supported by model '{model}'.")));
    }
    Ok(())
}

fn speed(fields: &Fields) -> Result<Speed, Refusal> {
    let Some(factor) = fields.number("speed").map_err(|_| words::misshapen())? else {
        return Ok(Speed::NORMAL);
    };
    let (least, most) = SPEEDS;
    Speed::new(factor)
        .filter(|_| (least..=most).contains(&factor))
        .ok_or_else(|| words::invalid(format!("Speed must be between {least} and {most}.")))
}

fn word_times(fields: &Fields) -> Result<WordTimes, Refusal> {
    let wished = fields.flag("return_timestamps").map_err(|_| words::misshapen())?;
    Ok(if wished == Some(true) { WordTimes::WithPhonemes } else { WordTimes::Off })
}
