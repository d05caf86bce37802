//! What the first message of a generation settles: voice, rate, word times.

use session::{ContextSettings, GenerationRule, SegmentPolicy, WordTimes};
use speech::{KeyId, OutputForm, Refusal, RefusalKind, VoiceId, VoiceSettings};

use super::voices::ALIASES;
use super::{REMAINDER_WAIT, formats};
use crate::fields::Fields;
use crate::offer::Offer;

/// The settings of a generation on the socket; its lane is added by whoever knows it.
///
/// # Errors
/// A refusal for the first value that is wrong or missing.
pub(super) fn on_socket(offer: &Offer, fields: &Fields, key: KeyId) -> Result<ContextSettings, Refusal> {
    let word_times = match fields.flag("addWordTimestamps")? {
        Some(true) => WordTimes::On,
        Some(false) | None => WordTimes::Off,
    };
    Ok(ContextSettings {
        word_times,
        release_delay: Some(offer.options.wait(REMAINDER_WAIT)),
        ..settings(offer, voice(offer, fields)?, formats::on_socket(fields)?, key)
    })
}

/// The settings of one speaker of an HTTP call, all of whose text is there.
pub(super) fn settings(offer: &Offer, voice: VoiceId, form: OutputForm, key: KeyId) -> ContextSettings {
    ContextSettings {
        reading: offer.reading(&voice, None),
        voice,
        voice_settings: VoiceSettings::default(),
        form,
        policy: SegmentPolicy::Clauses,
        release_delay: None,
        generations: GenerationRule::EachFlush,
        cast: offer.cast(ALIASES),
        markup: session::Syntax::default(),
        word_times: WordTimes::Off,
        lane: None,
        key,
    }
}

/// Who speaks.
///
/// # Errors
/// [`RefusalKind::InvalidValue`] if nobody is named, [`RefusalKind::UnknownVoice`] if nobody of that name is here.
pub(super) fn voice(offer: &Offer, fields: &Fields) -> Result<VoiceId, Refusal> {
    let missing = || Refusal::new(RefusalKind::InvalidValue, "voiceId is required");
    let name = fields.text("voiceId")?.filter(|name| !name.is_empty()).ok_or_else(missing)?;
    offer.voice(ALIASES, name).map(|card| card.id.clone())
}
