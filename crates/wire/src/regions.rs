//! Which of several voices of one language is the closest to a tag. Read [`Distance`] first.

use speech::Language;

/// Where a language is spoken that is named without a region: of those languages of which voices of several regions are usual.
///
/// Source: the likely subtags of Unicode CLDR 48; `cmn` stands for its `zh`.
const USUAL: &[&str] = &[
    "ar-eg", "bn-bd", "ca-es", "cmn-cn", "cs-cz", "da-dk", "de-de", "el-gr", "en-us", "es-es", "fa-ir",
    "fi-fi", "fr-fr", "gu-in", "he-il", "hi-in", "hu-hu", "hy-am", "id-id", "it-it", "ja-jp", "ko-kr",
    "mr-in", "ms-my", "nb-no", "ne-np", "nl-nl", "pl-pl", "ps-af", "pt-br", "ro-ro", "ru-ru", "sv-se",
    "sw-tz", "ta-in", "te-in", "th-th", "tr-tr", "uk-ua", "ur-pk", "vi-vn", "yue-hk",
];

/// How far from a wanted tag somebody is who speaks that language; the least is the closest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Distance {
    /// Not of exactly that tag.
    another: bool,
    /// Not of a narrower one either.
    outside: bool,
    /// Of a region that is not where that language is usually spoken.
    elsewhere: bool,
}

impl Distance {
    /// From the tags that somebody speaks; `None` if none is of that language. Some say the bare tag besides that of their
    /// region.
    pub(crate) fn of(spoken: &[Language], wanted: &Language) -> Option<Self> {
        let same = || spoken.iter().filter(|own| own.primary() == wanted.primary());
        same().next()?;
        let mut regional = same().filter(|own| own.as_str() != own.primary()).peekable();
        let elsewhere = regional.peek().is_some() && !regional.any(|own| USUAL.contains(&own.as_str()));
        let (another, outside) =
            (!same().any(|own| own == wanted), !same().any(|own| is_within(own, wanted)));
        Some(Self { another, outside, elsewhere })
    }
}

/// Whether a spoken tag is that one or a narrower one.
pub(crate) fn is_within(spoken: &Language, language: &Language) -> bool {
    let narrower = spoken.as_str().strip_prefix(language.as_str());
    narrower.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closest<'a>(wanted: &str, spoken: &[&'a str]) -> &'a str {
        let wanted = Language::new(wanted);
        spoken.iter().min_by_key(|tag| Distance::of(&[Language::new(tag)], &wanted)).unwrap()
    }

    #[test]
    fn a_bare_tag_is_that_of_the_usual_region() {
        assert_eq!(closest("fr", &["fr-be", "fr-ch", "fr-fr"]), "fr-fr");
        assert_eq!(closest("en", &["en-029", "en-gb", "en-gb-x-rp", "en-us"]), "en-us");
        assert_eq!(closest("pt", &["pt-pt", "pt-br"]), "pt-br");
        assert_eq!(closest("de", &["de-at", "de-ch"]), "de-at");
    }

    #[test]
    fn exactly_that_tag_comes_first_and_then_a_narrower_one() {
        assert_eq!(closest("pt", &["pt-br", "pt"]), "pt");
        assert_eq!(closest("en-gb", &["en-us", "en-gb-scotland", "en-gb"]), "en-gb");
        assert_eq!(closest("en-gb", &["en-us", "en-gb-scotland"]), "en-gb-scotland");
        assert_eq!(closest("fr-ca", &["fr-be", "fr-fr"]), "fr-fr");
        assert_eq!(closest("es-mx", &["es-419", "es"]), "es");
    }

    #[test]
    fn of_several_who_say_that_tag_the_usual_region_is_the_closest() {
        let bare = Language::new("fr");
        let distance = |region| Distance::of(&[Language::new(region), Language::new("fr")], &bare).unwrap();
        assert!(distance("fr-fr") < distance("fr-be"));
    }

    #[test]
    fn who_does_not_speak_the_language_is_at_no_distance() {
        assert_eq!(Distance::of(&[Language::new("en-us")], &Language::new("eng")), None);
        let both = [Language::new("en-us"), Language::new("de")];
        assert!(
            Distance::of(&both, &Language::new("de"))
                < Distance::of(&[Language::new("de-at")], &Language::new("de"))
        );
    }
}
