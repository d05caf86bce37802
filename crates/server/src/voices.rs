//! Who can speak, as text and as JSON: for `syrinx voices` and `/syrinx/v1/voices`.

use serde_json::{Value, json};
use speech::{Gender, Language, VoiceCard};

use crate::columns;

/// Those who speak a language; everyone where none is asked for. A bare language takes its regions with it.
#[must_use]
pub fn speaking<'a>(voices: &'a [VoiceCard], language: Option<&Language>) -> Vec<&'a VoiceCard> {
    voices.iter().filter(|card| language.is_none_or(|wanted| card.speaks(wanted))).collect()
}

/// One object a voice.
#[must_use]
pub fn json<'a>(voices: impl IntoIterator<Item = &'a VoiceCard>) -> Value {
    let one = |card: &VoiceCard| {
        let languages: Vec<_> = card.languages.iter().map(Language::as_str).collect();
        json!({
            "id": card.id.as_str(),
            "name": card.name,
            "languages": languages,
            "gender": gender(card.gender),
            "engine": card.engine,
            "sample_rate": card.rate.hz(),
            "licence": card.licence,
        })
    };
    Value::Array(voices.into_iter().map(one).collect())
}

const fn gender(gender: Gender) -> &'static str {
    match gender {
        Gender::Female => "female",
        Gender::Male => "male",
        Gender::Neutral => "neutral",
    }
}

/// One line a voice, in columns.
#[must_use]
pub fn table(voices: &[&VoiceCard]) -> String {
    let head = ["id", "name", "languages", "engine", "rate", "licence"].map(str::to_owned);
    columns::lined_up(head, voices.iter().map(|card| row(card)))
}

fn row(card: &VoiceCard) -> [String; 6] {
    let languages: Vec<_> = card.languages.iter().map(Language::as_str).collect();
    [
        card.id.to_string(),
        card.name.clone(),
        languages.join(","),
        card.engine.to_owned(),
        card.rate.hz().to_string(),
        card.licence.clone(),
    ]
}

#[cfg(test)]
mod tests {
    use speech::SampleRate;

    use super::*;

    fn card(id: &str, language: &str) -> VoiceCard {
        VoiceCard {
            id: id.into(),
            name: id.to_owned(),
            languages: vec![Language::new(language)],
            gender: Gender::Neutral,
            engine: "test",
            rate: SampleRate::known(24_000),
            licence: "MIT".to_owned(),
            loudness: None,
        }
    }

    #[test]
    fn a_bare_language_takes_its_regions_with_it() {
        let voices = [card("a", "en-us"), card("b", "en-gb"), card("c", "de")];
        let ids = |tag: &str| -> Vec<_> {
            speaking(&voices, Some(&Language::new(tag))).iter().map(|card| card.id.to_string()).collect()
        };
        assert_eq!(ids("en"), ["a", "b"]);
        assert_eq!(ids("en-GB"), ["b"]);
        assert!(ids("fr").is_empty());
        assert_eq!(speaking(&voices, None).len(), 3);
    }

    #[test]
    fn columns_line_up() {
        let (one, other) = (card("a", "en"), card("longer", "de"));
        let table = table(&[&one, &other]);
        let places: Vec<_> = table.lines().map(|line| line.find("  ").unwrap_or_default()).collect();
        assert_eq!(table.lines().count(), 3);
        assert!(places[0] == "id".len() && table.lines().all(|line| line.chars().nth(6) == Some(' ')));
    }
}
