//! Who speaks, and in which language, as the client says it. Read [`Casting`] first.

use session::{Cast, Detection};
use speech::{Language, Refusal, VoiceId};

use super::settings::Wishes;
use crate::fields::Fields;
use crate::offer::Offer;
use crate::stand_ins::is_auto;

/// What follows from the voice and the language that a client named.
pub(super) struct Casting {
    /// The voice in particular that it named last.
    pub(super) named: Option<VoiceId>,
    /// The usual voice: that one, the default one, or whoever speaks the language in its place.
    pub(super) voice: VoiceId,
    /// The language in which that one reads.
    pub(super) language: Language,
    /// Who else may speak, and whether the text decides about the language.
    pub(super) cast: Cast,
}

/// Brings it up to date by a message. A voice that is named brings its own language. A language that is named holds for the
/// voice that was named, whoever stood in for it so far; `auto` is that voice's own again, or each segment's where no voice in
/// particular was named.
///
/// # Errors
/// A refusal for the first value that is wrong or not on offer.
pub(super) fn updated(offer: &Offer, fields: &Fields, old: &Wishes) -> Result<Casting, Refusal> {
    let (name, tag) = (fields.text("voice")?, fields.text("language")?);
    if name.is_none() && tag.is_none() {
        return Ok(old.casting());
    }
    let named = match name {
        // Where a name that nobody knows is taken, it stands for the default voice, and so for nobody in particular.
        Some(name) => Some(offer.voice(&[], name)?.id.clone()).filter(|_| offer.is_particular(name)),
        None => old.named.clone(),
    };
    let is_open = tag.is_some_and(is_auto);
    let language = tag.filter(|_| !is_open).map(Language::new);
    let wanted = named.as_ref().or(offer.voices.first().map(|card| &card.id));
    let wanted = wanted.map_or("", VoiceId::as_str);
    let voice = offer.voice_for(&[], wanted, language.as_ref())?.id.clone();
    let name = named.as_ref().map(VoiceId::as_str);
    let detection = if is_open { offer.detection(&[], name) } else { Detection::Off };
    let cast = old.session.cast.with(detection);
    Ok(Casting { language: offer.language(&voice, language.as_ref()), named, voice, cast })
}

impl Wishes {
    fn casting(&self) -> Casting {
        Casting {
            named: self.named.clone(),
            voice: self.session.voice.clone(),
            language: self.session.reading.language.clone(),
            cast: self.session.cast.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use speech::KeyId;

    use super::*;
    use crate::offer::UnknownVoice;
    use crate::offer::tests::{card, offer};

    /// Who speaks after these messages, in which language, and whether the text decides.
    fn after(messages: &[&str]) -> (String, String, bool) {
        let cards = vec![card("ann", "en-us"), card("anna", "de"), card("anouk", "fr-fr")];
        let server = Offer { unknown_voice: UnknownVoice::Default, ..offer(cards) };
        let wishes = messages.iter().fold(Wishes::default_for(&server, KeyId(0)), |wishes, json| {
            wishes.updated(&server, &Fields::parse(json).unwrap()).unwrap()
        });
        let is_open = wishes.session.cast.detection() == Detection::EachSegment;
        (wishes.session.voice.to_string(), wishes.session.reading.language.to_string(), is_open)
    }

    fn says(voice: &str, language: &str, is_open: bool) -> (String, String, bool) {
        (voice.to_owned(), language.to_owned(), is_open)
    }

    const GERMAN: &str = r#"{"language":"de"}"#;
    const AUTO: &str = r#"{"language":"Auto"}"#;

    #[test]
    fn where_no_voice_was_named_auto_opens_the_language_again() {
        assert_eq!(after(&[GERMAN]), says("anna", "de", false));
        assert_eq!(after(&[GERMAN, AUTO]), says("ann", "en-us", true));
        assert_eq!(after(&[AUTO, GERMAN, AUTO]), says("ann", "en-us", true));
        assert_eq!(after(&[AUTO, r#"{"speed":2}"#]), says("ann", "en-us", true));
        assert_eq!(after(&[r#"{"voice":"nobody"}"#, AUTO]), says("ann", "en-us", true));
    }

    #[test]
    fn a_voice_that_was_named_keeps_its_language() {
        assert_eq!(after(&[r#"{"voice":"ann"}"#, AUTO]), says("ann", "en-us", false));
        assert_eq!(after(&[r#"{"voice":"ann"}"#, GERMAN, AUTO]), says("ann", "en-us", false));
        assert_eq!(after(&[AUTO, r#"{"voice":"anouk"}"#]), says("anouk", "fr-fr", false));
        assert_eq!(after(&[GERMAN, r#"{"voice":"ann"}"#]), says("ann", "en-us", false));
        assert_eq!(after(&[r#"{"voice":"ann","language":"fr"}"#, AUTO]), says("ann", "en-us", false));
    }
}
