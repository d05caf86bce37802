//! What opens a session or a one-shot call: key, voice, format and wishes.

use session::{Cast, ContextSettings, GenerationRule, SegmentPolicy, WordTimes};
use speech::{KeyId, Language, Refusal, RefusalKind, Speed, VoiceCard, VoiceSettings};

use super::dialect::Dialect;
use super::formats::{self, Place};
use super::voices::ALIASES;
use crate::fields::Fields;
use crate::offer::Offer;
use crate::stand_ins::is_auto;

/// The languages that the wire knows (client releases of November 2026), besides `auto`.
const LANGUAGES: &str =
    "ar as bn cs da de en es fi fr hi id it ja ko ml mr nl pl pt ru sk sv ta te th tr uk ur vi zh";

/// Two names for one wish: documentation and Python say the first, Node and Python 1.x the second.
const EXTRAS: [&str; 2] = ["return_extras", "send_extras"];
/// The wish for word times on HTTP and in the typed dialect, and its older name.
const TIMES: [&str; 2] = ["return_timestamps", "return_durations"];

/// Where a client said it, and in which version of the wire.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    pub(super) place: Place,
    pub(super) dialect: Dialect,
}

/// Reads the settings of a context from an init frame or a call's body.
///
/// # Errors
/// A refusal for the first value that is wrong or missing.
pub(super) fn settings(
    offer: &Offer,
    said: Said,
    fields: &Fields,
    key: KeyId,
) -> Result<ContextSettings, Refusal> {
    let voice = voice(offer, fields)?.id.clone();
    Ok(ContextSettings {
        reading: offer.reading(&voice, language(fields)?.as_ref()),
        voice,
        voice_settings: VoiceSettings { speed: speed(fields)?, ..VoiceSettings::default() },
        form: formats::form(offer, said.place, format(fields)?, fields.integer("sample_rate")?)?,
        policy: SegmentPolicy::Clauses,
        release_delay: None,
        generations: GenerationRule::EachFlush,
        cast: cast(offer, said.dialect, fields)?,
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

/// With `auto` the text decides. That is the documented default since version 1.1; before, it was one language.
fn cast(offer: &Offer, dialect: Dialect, fields: &Fields) -> Result<Cast, Refusal> {
    let is_open = match (fields.text("language")?, dialect) {
        (Some(tag), _) => is_auto(tag),
        (None, Dialect::Typed) => true,
        (None, Dialect::Commands | Dialect::Legacy) => false,
    };
    let name = fields.text("voice")?;
    Ok(if is_open { offer.open_cast(ALIASES, name) } else { offer.cast(ALIASES) })
}

fn language(fields: &Fields) -> Result<Option<Language>, Refusal> {
    let Some(tag) = fields.text("language")?.filter(|tag| !is_auto(tag)) else { return Ok(None) };
    let language = Language::new(tag);
    if !LANGUAGES.split(' ').any(|known| known == language.primary()) {
        return Err(Refusal::new(
            RefusalKind::InvalidValue,
            format!("language is not one of auto {LANGUAGES}"),
        ));
    }
    Ok(Some(language))
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

#[cfg(test)]
mod tests {
    use session::Detection;

    use super::*;

    fn is_open(dialect: Dialect, json: &str) -> bool {
        let offer = crate::offer::tests::offer(vec![crate::offer::tests::card("en-us+f2", "en-us")]);
        let cast = cast(&offer, dialect, &Fields::parse(json).unwrap()).unwrap();
        cast.detection() == Detection::EachSegment
    }

    #[test]
    fn the_text_decides_where_nothing_is_said_since_the_typed_version() {
        let (unsaid, auto) = (r#"{"voice":"lily"}"#, r#"{"voice":"lily","language":"AUTO"}"#);
        assert!(is_open(Dialect::Typed, unsaid));
        assert!(!is_open(Dialect::Commands, unsaid) && !is_open(Dialect::Legacy, unsaid));
        assert!(is_open(Dialect::Legacy, auto) && is_open(Dialect::Typed, auto));
        assert!(!is_open(Dialect::Typed, r#"{"voice":"lily","language":"en"}"#));
        assert!(!is_open(Dialect::Typed, r#"{"voice":"en-us+f2"}"#));
    }

    #[test]
    fn auto_is_no_region_of_anything() {
        let language = |json: &str| language(&Fields::parse(json).unwrap());
        assert_eq!(language(r#"{"language":"auto"}"#), Ok(None));
        assert_eq!(language(r#"{"language":"pt-br"}"#), Ok(Some(Language::new("pt-br"))));
        let refusal = language(r#"{"language":"auto-de"}"#).unwrap_err();
        assert!(refusal.message.starts_with("language is not one of auto ar as"));
    }
}
