//! How a context's text is read, as the client says it: its language, switches, and pronunciations.

use std::sync::Arc;

use serde_json::Value;
use session::{ContextSettings, Detection, Lexicon, Mathematics, Reading, Rules};
use speech::{Language, Refusal, RefusalKind, VoiceId};

use crate::fields::Fields;
use crate::offer::Offer;
use crate::pronunciations::{how, refused};
use crate::stand_ins::is_auto;

/// What a message says about it; what it leaves out stays as it is. A new voice brings its own language and dictionaries.
///
/// # Errors
/// A refusal for the first value that is wrong.
pub(super) fn updated(
    offer: &Offer,
    fields: &Fields,
    voice: &VoiceId,
    old: &ContextSettings,
) -> Result<Reading, Refusal> {
    let named = named(fields)?;
    let is_unsaid = named.is_none() && *voice == old.voice;
    let reading = if is_unsaid { old.reading.clone() } else { offer.reading(voice, named.as_ref()) };
    Ok(Reading {
        rules: rules(fields, old.reading.rules)?,
        numbers: fields.text("numbers_language")?.map(Language::new).or_else(|| old.reading.numbers.clone()),
        mathematics: mathematics(fields, old.reading.mathematics)?,
        lexicons: lexicons(offer, fields, voice, reading.lexicons)?,
        language: reading.language,
    })
}

/// The language that a message names; `auto` is none.
///
/// # Errors
/// A refusal for what is no text.
pub(super) fn named(fields: &Fields) -> Result<Option<Language>, Refusal> {
    Ok(fields.text("language")?.filter(|tag| !is_auto(tag)).map(Language::new))
}

/// Whether the text decides about the language: since a message said `auto`, until one names a language or a voice.
///
/// # Errors
/// A refusal for what is no text.
pub(super) fn detection(
    offer: &Offer,
    fields: &Fields,
    old: &ContextSettings,
) -> Result<Option<Detection>, Refusal> {
    let name = fields.text("voice")?;
    match fields.text("language")? {
        Some(tag) if !is_auto(tag) => Ok(None),
        Some(_) if old.detection.is_some() && name.is_none() => Ok(old.detection.clone()),
        Some(_) if name.is_some() || is_default(offer, &old.voice) => Ok(offer.detection(&[], name)),
        Some(_) => Ok(None),
        None => Ok(old.detection.clone().filter(|_| name.is_none())),
    }
}

fn is_default(offer: &Offer, voice: &VoiceId) -> bool {
    offer.voices.first().is_some_and(|card| card.id == *voice)
}

fn rules(fields: &Fields, old: Rules) -> Result<Rules, Refusal> {
    Ok(match fields.flag("normalize")? {
        Some(true) => Rules::Apply,
        Some(false) => Rules::Rest,
        None => old,
    })
}

fn mathematics(fields: &Fields, old: Mathematics) -> Result<Mathematics, Refusal> {
    Ok(match fields.flag("math")? {
        Some(true) => Mathematics::Always,
        Some(false) => Mathematics::Plain,
        None => old,
    })
}

/// The client's own words, then the dictionaries that it names, then those that hold anyway; all anew if it says one of
/// the first two, else `usual`.
fn lexicons(
    offer: &Offer,
    fields: &Fields,
    voice: &VoiceId,
    usual: Vec<Arc<Lexicon>>,
) -> Result<Vec<Arc<Lexicon>>, Refusal> {
    let (words, names) = (fields.value("pronunciations"), fields.value("dictionaries"));
    if words.is_none() && names.is_none() {
        return Ok(usual);
    }
    let mut lexicons: Vec<_> = words.map(own).transpose()?.into_iter().collect();
    lexicons.extend(names.map(|names| dictionaries(offer, names)).transpose()?.into_iter().flatten());
    lexicons.extend(offer.pronunciations.of(voice));
    Ok(lexicons)
}

/// `{"SQL": "sequel", "Crete": "/kriːt/"}`.
fn own(words: &Value) -> Result<Arc<Lexicon>, Refusal> {
    let shape = || invalid("pronunciations must be an object of words and how each is read");
    let mut lexicon = Lexicon::default();
    for (written, value) in words.as_object().ok_or_else(shape)? {
        let how = value.as_str().and_then(how).ok_or_else(shape)?;
        lexicon.add(written, how).map_err(refused)?;
    }
    Ok(Arc::new(lexicon))
}

/// Names of the server's dictionaries.
fn dictionaries(offer: &Offer, names: &Value) -> Result<Vec<Arc<Lexicon>>, Refusal> {
    let names = names.as_array().ok_or_else(|| invalid("dictionaries must be a list of names"))?;
    let found = names.iter().map(|name| offer.pronunciations.named.get(name.as_str()?).cloned());
    found.collect::<Option<_>>().ok_or_else(|| {
        let known: Vec<&str> = offer.pronunciations.named.keys().map(String::as_str).collect();
        match known.as_slice() {
            [] => invalid("dictionaries names one that this server has not; it has none"),
            known => invalid(&format!(
                "dictionaries names one that this server has not; it has {}",
                known.join(", ")
            )),
        }
    })
}

fn invalid(message: &str) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::native::settings::Wishes;
    use crate::offer::tests::offer;
    use crate::pronunciations::Pronunciations;
    use session::How;
    use speech::KeyId;

    fn server() -> Offer {
        let mut ward = Lexicon::default();
        ward.add("NPO", How::Alias("nil by mouth".into())).unwrap();
        let named = [("ward".to_owned(), Arc::new(ward))].into();
        Offer {
            pronunciations: Arc::new(Pronunciations { named, ..Pronunciations::default() }),
            ..offer(Vec::new())
        }
    }

    fn read(json: &str) -> Result<Reading, Refusal> {
        let old = Wishes::default_for(&server(), KeyId(0)).session;
        updated(&server(), &Fields::parse(json).unwrap(), &old.voice, &old)
    }

    #[test]
    fn switches_and_languages_are_taken() {
        let reading =
            read(r#"{"language":"de","numbers_language":"fr","normalize":false,"math":true}"#).unwrap();
        assert_eq!((reading.language.as_str(), reading.rules), ("de", Rules::Rest));
        assert_eq!((reading.numbers, reading.mathematics), (Some(Language::new("fr")), Mathematics::Always));
    }

    #[test]
    fn the_clients_own_words_come_before_dictionaries() {
        let reading = read(r#"{"pronunciations":{"SQL":"sequel"},"dictionaries":["ward"]}"#).unwrap();
        assert_eq!(reading.lexicons.len(), 2);
        assert!(read(r#"{"dictionaries":["garden"]}"#).unwrap_err().message.contains("it has ward"));
        assert!(
            read(r#"{"pronunciations":{"secret":5}}"#).unwrap_err().message.contains("must be an object")
        );
    }
}
