//! Who can speak: every language, alone or with a variant of tone.
//!
//! A voice is named like `de` or `en-us+f3`. The card lists each language as it is, a man's voice, and with a woman's
//! variant, the default one with more; any language is accepted with any variant. Read [`Voice`] first.

use std::{fmt, iter};

use speech::{Gender, SampleRate, VoiceCard, VoiceId};

use crate::loudness::Measured;
use crate::packed::{LANGUAGES, Language, VARIANTS, Variant};

/// Every voice of eSpeak NG 1.52 is computed at this rate.
pub(crate) const RATE: SampleRate = SampleRate::known(22_050);

const DEFAULT: &str = "en-us";

/// The variants that the card lists for the default language: those that eSpeak NG numbers.
const DEFAULT_VARIANTS: &[&str] =
    &["f1", "f2", "f3", "f4", "f5", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"];

/// The variants that it lists for any other language, so that whoever stands in for a woman is one.
const OTHER_VARIANTS: &[&str] = &["f3"];

/// Of a language as it is: eSpeak NG takes whatever says nothing else for a man, and allows no language to say
/// anything. Source: `genders` and `V_GENDER` in `voices.c` of eSpeak NG 1.52.
const PLAIN_GENDER: Gender = Gender::Male;

/// A language and how it is toned.
#[derive(Clone, Copy)]
pub(crate) struct Voice {
    pub(crate) language: &'static Language,
    pub(crate) variant: Option<&'static Variant>,
}

impl Voice {
    /// The voice of this name, if there is one.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let (language, variant) = match name.split_once('+') {
            Some((language, variant)) => (language, Some(variant)),
            None => (name, None),
        };
        let language = LANGUAGES.iter().find(|known| known.id == language)?;
        let variant = match variant {
            Some(name) => Some(VARIANTS.iter().find(|known| known.id == name)?),
            None => None,
        };
        Some(Self { language, variant })
    }

    fn card(self, measured: &Measured) -> VoiceCard {
        let (name, gender) = match self.variant {
            Some(variant) => (format!("{} ({})", self.language.name, variant.id), variant.gender),
            None => (self.language.name.to_owned(), PLAIN_GENDER),
        };
        let id = self.to_string();
        VoiceCard {
            id: id.as_str().into(),
            name,
            languages: self.language.tags.iter().map(|tag| speech::Language::new(tag)).collect(),
            gender,
            engine: crate::ENGINE_ID,
            rate: RATE,
            licence: crate::LICENCE.to_owned(),
            loudness: measured.of(&id),
        }
    }
}

impl fmt::Display for Voice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.variant {
            Some(variant) => write!(f, "{}+{}", self.language.id, variant.id),
            None => f.write_str(self.language.id),
        }
    }
}

/// All cards: language by language, the default one first, each as it is and then with its variants.
pub(crate) fn cards() -> Vec<VoiceCard> {
    let (first, others): (Vec<_>, Vec<_>) = LANGUAGES.iter().partition(|language| language.id == DEFAULT);
    let measured = Measured::read();
    first.into_iter().chain(others).flat_map(listed).map(|voice| voice.card(&measured)).collect()
}

fn listed(language: &'static Language) -> impl Iterator<Item = Voice> {
    let ids = if language.id == DEFAULT { DEFAULT_VARIANTS } else { OTHER_VARIANTS };
    let variants = VARIANTS.iter().filter(|variant| ids.contains(&variant.id)).map(Some);
    iter::once(None).chain(variants).map(move |variant| Voice { language, variant })
}

/// The voice of this name.
///
/// # Errors
/// [`engine::EngineError::UnknownVoice`].
pub(crate) fn find(id: &VoiceId) -> Result<Voice, engine::EngineError> {
    Voice::named(id.as_str()).ok_or_else(|| engine::EngineError::UnknownVoice(id.clone()))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::packed::FILES;

    #[test]
    fn the_card_starts_with_the_default_and_names_nobody_twice() {
        let cards = cards();
        assert_eq!(cards[0].id.as_str(), DEFAULT);
        assert!(cards.len() > 300, "only {} voices", cards.len());
        let names: HashSet<_> = cards.iter().map(|card| card.id.as_str()).collect();
        assert_eq!(names.len(), cards.len());
    }

    #[test]
    fn every_language_has_a_man_and_a_woman() {
        let cards = cards();
        for language in LANGUAGES {
            let of = |gender| {
                let mut own = cards.iter().filter(|card| card.gender == gender);
                own.any(|card| card.id.as_str().split('+').next() == Some(language.id))
            };
            assert!(of(Gender::Male) && of(Gender::Female), "{}", language.id);
        }
        let count = |id: &str| cards.iter().filter(|card| card.id.as_str().starts_with(id)).count();
        assert_eq!((count("en-us+"), count("de+")), (13, 1));
    }

    #[test]
    fn every_card_can_be_found_and_has_its_dictionaries() {
        for card in cards() {
            let voice = Voice::named(card.id.as_str()).unwrap();
            assert_eq!(voice.to_string(), card.id.as_str());
            for dictionary in voice.language.dictionaries {
                assert!(FILES.iter().any(|file| file.name == *dictionary), "{} lacks {dictionary}", card.id);
            }
        }
    }

    #[test]
    fn a_language_has_the_dictionaries_that_its_words_call_upon() {
        let has =
            |voice, dictionary| Voice::named(voice).unwrap().language.dictionaries.contains(&dictionary);
        assert!(
            has("en-us", "te_dict") && has("it", "ru_dict") && has("it", "pl_dict") && has("ka", "ru_dict")
        );
        assert!(!has("en-us", "ru_dict"));
        assert_eq!(Voice::named("nb").unwrap().language.dictionaries[0], "no_dict");
    }

    /// The library keeps it in 40 bytes and does not look whether it fits.
    #[test]
    fn the_longest_name_fits_into_the_library() {
        let languages = LANGUAGES.iter().map(|language| language.id.len()).max().unwrap();
        let variants = VARIANTS.iter().map(|variant| variant.id.len()).max().unwrap();
        assert!(languages + "+".len() + variants < 40, "{languages} and {variants}");
    }

    #[test]
    fn a_variant_goes_with_any_language() {
        assert_eq!(Voice::named("de+f3").unwrap().to_string(), "de+f3");
        assert!(Voice::named("de+nobody").is_none());
        assert!(Voice::named("tlh-x+f3").is_none());
        assert!(Voice::named("").is_none());
    }
}
