//! What opens a session or a one-shot call: key, voice, format and wishes.

use session::{Cast, ContextSettings, GenerationRule, SegmentPolicy, WordTimes};
use speech::{KeyId, Language, Refusal, RefusalKind, Speed, VoiceCard, VoiceSettings};

use super::formats::{self, Place};
use super::voices::ALIASES;
use crate::fields::Fields;
use crate::offer::Offer;

/// The languages that the wire knows (client releases of November 2026); `auto` is each segment's own.
const LANGUAGES: &str =
    "auto ar as bn cs da de en es fi fr hi id it ja ko ml mr nl pl pt ru sk sv ta te th tr uk ur vi zh";

/// Two names for one wish: documentation and Python say the first, Node and Python 1.x the second.
const EXTRAS: [&str; 2] = ["return_extras", "send_extras"];
/// The wish for word times on HTTP and in the typed dialect, and its older name.
const TIMES: [&str; 2] = ["return_timestamps", "return_durations"];

/// Reads the settings of a context from an init frame or a call's body.
///
/// # Errors
/// A refusal for the first value that is wrong or missing.
pub(super) fn settings(
    offer: &Offer,
    place: Place,
    fields: &Fields,
    key: KeyId,
) -> Result<ContextSettings, Refusal> {
    let voice = voice(offer, fields)?.id.clone();
    Ok(ContextSettings {
        reading: offer.reading(&voice, language(fields)?.as_ref()),
        voice,
        voice_settings: VoiceSettings { speed: speed(fields)?, ..VoiceSettings::default() },
        form: formats::form(offer, place, format(fields)?, fields.integer("sample_rate")?)?,
        policy: SegmentPolicy::Clauses,
        release_delay: None,
        generations: GenerationRule::EachFlush,
        cast: cast(offer, fields)?,
        markup: session::Syntax::default(),
        word_times: word_times(fields)?,
        lane: None,
        key,
    })
}

/// The name of the format, if there is one. Another project's client says `response_format` and leaves `format` out.
///
/// # Errors
/// A refusal for what is no text.
pub(super) fn format(fields: &Fields) -> Result<Option<&str>, Refusal> {
    Ok(fields.text("format")?.or(fields.text("response_format")?))
}

fn voice<'a>(offer: &'a Offer, fields: &Fields) -> Result<&'a VoiceCard, Refusal> {
    let missing = || Refusal::new(RefusalKind::InvalidValue, "voice is required");
    let name = fields.text("voice")?.filter(|name| !name.is_empty()).ok_or_else(missing)?;
    offer.voice_for(ALIASES, name, language(fields)?.as_ref())
}

/// Without a language, as with `auto`, the text decides: the documented default.
fn cast(offer: &Offer, fields: &Fields) -> Result<Cast, Refusal> {
    match language(fields)? {
        Some(_) => Ok(offer.cast(ALIASES)),
        None => Ok(offer.open_cast(ALIASES, fields.text("voice")?)),
    }
}

fn language(fields: &Fields) -> Result<Option<Language>, Refusal> {
    let Some(tag) = fields.text("language")? else { return Ok(None) };
    let language = Language::new(tag);
    if !LANGUAGES.split(' ').any(|known| known == language.primary()) {
        return Err(Refusal::new(RefusalKind::InvalidValue, format!("language is not one of {LANGUAGES}")));
    }
    Ok((language.primary() != "auto").then_some(language))
}

/// Documented from 0.25 to 2.0; dropped by later versions of the wire, where clients still send it.
fn speed(fields: &Fields) -> Result<Speed, Refusal> {
    let Some(factor) = fields.number("speed")? else { return Ok(Speed::NORMAL) };
    Speed::new(factor).filter(|_| (0.25..=2.0).contains(&factor)).ok_or_else(|| {
        Refusal::new(RefusalKind::InvalidValue, format!("speed {factor} is outside 0.25 to 2.0"))
    })
}

fn word_times(fields: &Fields) -> Result<WordTimes, Refusal> {
    for name in EXTRAS.into_iter().chain(TIMES) {
        if fields.flag(name)? == Some(true) {
            return Ok(WordTimes::On);
        }
    }
    Ok(WordTimes::Off)
}
