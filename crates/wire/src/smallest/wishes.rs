//! What a request asks for: voice, pace, form, and how long text may wait.

use std::ops::RangeInclusive;
use std::time::Duration;

use session::{Cast, ContextSettings, GenerationRule, Mathematics, Reading, SegmentPolicy, WordTimes};
use speech::{KeyId, LaneId, Language, Refusal, RefusalKind, Speed, VoiceCard, VoiceId, VoiceSettings};

use super::formats;
use super::model::Model;
use super::voices::ALIASES;
use crate::fields::Fields;
use crate::offer::Offer;
use crate::pronunciations::{MOST_NAMED, each_once};
use crate::stand_ins::is_auto;

/// All that is said on a socket is said one after another: its clients take every chunk for the current request's.
const LANE: LaneId = LaneId(0);

/// How long a continuation's text may wait for the end of its sentence, in ms: documented range and default.
const BUFFER_DELAY: (RangeInclusive<u64>, u64) = (0..=5_000, 3_000);
/// How long continuous input may wait for more, in ms; 0 is for ever.
const BUFFER_FLUSH: (RangeInclusive<u64>, u64) = (0..=1_000, 0);
/// How long after its last sound continuous input that was not closed counts as complete, in ms.
const BACKOFF: (RangeInclusive<u64>, u64) = (0..=10_000, 4_000);

/// In what pieces text comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pieces {
    /// All at once.
    Whole,
    /// One after another, without a name.
    Continuous,
    /// One after another, as a named continuation.
    Context,
}

/// The settings of a request that is about to begin.
///
/// # Errors
/// A refusal for the first value that is wrong or missing.
pub(super) fn settings(
    offer: &Offer,
    path: Model,
    pieces: Pieces,
    fields: &Fields,
    key: KeyId,
) -> Result<ContextSettings, Refusal> {
    let model = fields.text("model")?.map_or(path, Model::named);
    let voice = voice(offer, fields)?.id.clone();
    Ok(ContextSettings {
        reading: reading(offer, &voice, fields)?,
        voice,
        voice_settings: VoiceSettings { speed: speed(model, fields)?, ..VoiceSettings::default() },
        form: formats::form(offer, model, fields)?,
        policy: policy(offer, pieces),
        release_delay: release_delay(pieces, fields)?,
        // Each end of a generation fills its codec's frame with silence. Only a continuation has to say where a release ends.
        generations: match pieces {
            Pieces::Whole | Pieces::Continuous => GenerationRule::EachFlush,
            Pieces::Context => GenerationRule::EachRelease,
        },
        cast: cast(offer, fields)?,
        markup: session::Syntax::default(),
        word_times: match fields.flag("word_timestamps")? {
            Some(true) => WordTimes::On,
            _ => WordTimes::Off,
        },
        lane: Some(LANE),
        key,
    })
}

/// How long after its last sound continuous input that was not closed counts as complete.
///
/// # Errors
/// [`RefusalKind::InvalidValue`].
pub(super) fn backoff(fields: &Fields) -> Result<Duration, Refusal> {
    millis(fields, "complete_backoff_ms", BACKOFF)
}

fn policy(offer: &Offer, pieces: Pieces) -> SegmentPolicy {
    match pieces {
        Pieces::Continuous if offer.options.choice("continuous") == "closing" => SegmentPolicy::OnFlushOnly,
        _ => SegmentPolicy::Clauses,
    }
}

fn release_delay(pieces: Pieces, fields: &Fields) -> Result<Option<Duration>, Refusal> {
    match pieces {
        Pieces::Whole => Ok(None),
        Pieces::Continuous => millis(fields, "max_buffer_flush_ms", BUFFER_FLUSH)
            .map(|wait| Some(wait).filter(|w| !w.is_zero())),
        Pieces::Context => millis(fields, "max_buffer_delay_ms", BUFFER_DELAY).map(Some),
    }
}

fn millis(fields: &Fields, name: &str, of: (RangeInclusive<u64>, u64)) -> Result<Duration, Refusal> {
    let (range, default) = of;
    let wait = fields.number(name)?.unwrap_or(default as f64);
    if (*range.start() as f64..=*range.end() as f64).contains(&wait) {
        return Ok(Duration::from_secs_f64(wait / 1_000.0));
    }
    let message = format!("{name} is outside {} to {} ms", range.start(), range.end());
    Err(Refusal::new(RefusalKind::InvalidValue, message))
}

fn voice<'a>(offer: &'a Offer, fields: &Fields) -> Result<&'a VoiceCard, Refusal> {
    let missing = || Refusal::new(RefusalKind::InvalidValue, "voice_id is required");
    let name = fields.text("voice_id")?.filter(|name| !name.is_empty()).ok_or_else(missing)?;
    offer.voice_for(ALIASES, name, language(fields)?.as_ref())
}

/// How the text is read: with the server's dictionaries that the client names (it may name some that it keeps elsewhere), numbers
/// in a language of their own, and signs as arithmetic.
fn reading(offer: &Offer, voice: &VoiceId, fields: &Fields) -> Result<Reading, Refusal> {
    let mut reading = offer.reading(voice, language(fields)?.as_ref());
    reading.numbers = tag(fields, "number_pronunciation_language")?;
    if fields.flag("math_notation")? == Some(true) {
        reading.mathematics = Mathematics::Always;
    }
    let wanted = fields.value("pronunciation_dicts").and_then(|value| value.as_array()).into_iter().flatten();
    let known = wanted.filter_map(|name| offer.pronunciations.named.get(name.as_str()?).cloned());
    reading.lexicons = each_once(known).into_iter().take(MOST_NAMED).chain(reading.lexicons).collect();
    Ok(reading)
}

/// With `auto`, and only then, the text decides.
fn cast(offer: &Offer, fields: &Fields) -> Result<Cast, Refusal> {
    let is_open = fields.text("language")?.is_some_and(is_auto);
    let name = fields.text("voice_id")?;
    Ok(if is_open { offer.open_cast(ALIASES, name) } else { offer.cast(ALIASES) })
}

/// `auto` is none.
fn language(fields: &Fields) -> Result<Option<Language>, Refusal> {
    tag(fields, "language")
}

fn tag(fields: &Fields, name: &str) -> Result<Option<Language>, Refusal> {
    let tag = fields.text(name)?.filter(|tag| !tag.is_empty() && !is_auto(tag));
    Ok(tag.map(Language::new))
}

/// The older models had a wider range than any voice here: the nearest pace that there is.
fn speed(model: Model, fields: &Fields) -> Result<Speed, Refusal> {
    let Some(factor) = fields.number("speed")? else { return Ok(Speed::NORMAL) };
    let (least, most) = match model {
        Model::Current => (0.5, 2.0),
        Model::Older => (0.1, 5.0),
    };
    let near = factor.clamp(f64::from(Speed::MIN), f64::from(Speed::MAX));
    Speed::new(near).filter(|_| (least..=most).contains(&factor)).ok_or_else(|| {
        Refusal::new(RefusalKind::InvalidValue, format!("speed {factor} is outside {least} to {most}"))
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use session::Lexicon;

    use super::*;
    use crate::pronunciations::Pronunciations;

    #[test]
    fn the_language_of_numbers_is_not_that_of_the_text() {
        let language = |json: &str| language(&Fields::parse(json).unwrap()).unwrap();
        assert_eq!(language(r#"{"number_pronunciation_language":"hi"}"#), None);
        let both = language(r#"{"language":"de","number_pronunciation_language":"hi"}"#);
        assert_eq!(both, Some(Language::new("de")));
        assert_eq!(language(r#"{"language":"auto"}"#), None);
    }

    #[test]
    fn numbers_and_signs_are_read_as_asked() {
        let json = r#"{"language":"en","number_pronunciation_language":"hi","math_notation":true,"pronunciation_dicts":["theirs"]}"#;
        let offer = crate::offer::tests::offer(Vec::new());
        let reading = reading(&offer, &"v".into(), &Fields::parse(json).unwrap()).unwrap();
        assert_eq!((reading.language.as_str(), reading.numbers), ("en", Some(Language::new("hi"))));
        assert_eq!((reading.mathematics, reading.lexicons.len()), (Mathematics::Always, 0));
    }
    #[test]
    fn dictionaries_are_taken_once_and_not_without_end() {
        let named = (0..=MOST_NAMED).map(|at| (at.to_string(), Arc::new(Lexicon::default()))).collect();
        let pronunciations = Arc::new(Pronunciations { named, ..Pronunciations::default() });
        let offer = Offer { pronunciations, ..crate::offer::tests::offer(Vec::new()) };
        let count = |names: Vec<String>| {
            let json = serde_json::json!({ "pronunciation_dicts": names }).to_string();
            reading(&offer, &"v".into(), &Fields::parse(&json).unwrap()).unwrap().lexicons.len()
        };
        assert_eq!(count(vec!["3".to_owned(); 99]), 1);
        assert_eq!(count((0..=MOST_NAMED).map(|at| at.to_string()).collect()), MOST_NAMED);
    }
}
