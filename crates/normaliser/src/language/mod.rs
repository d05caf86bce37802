//! Which languages have rules. A language is one folder here and one line in [`of`].

mod abbreviation;
mod ar;
mod de;
mod en;
mod es;
mod fr;
mod germanic;
mod hi;
mod it;
mod ja;
mod ko;
mod nl;
mod pl;
mod pt;
mod romance;
mod ru;
mod slavic;
mod tr;
mod zh;

use speech::Language;

use crate::customs::Customs;
use crate::rule::Rule;

/// What is known of a language.
#[derive(Debug)]
pub(crate) struct Rules {
    /// How numbers and dates are written.
    pub(crate) customs: &'static Customs,
    /// Ways of reading, asked in this order: the first that knows what stands at a place is right.
    pub(crate) tables: &'static [&'static [Rule]],
    /// Asked before them where somebody said that signs between numbers are arithmetic.
    pub(crate) mathematics: &'static [Rule],
}

/// The rules of a language; those without any if nobody wrote some.
pub(crate) fn of(language: &Language) -> &'static Rules {
    match language.primary() {
        "en" if is_american(language) => &en::RULES,
        "en" => &en::GB_RULES,
        "de" => &de::RULES,
        "nl" => &nl::RULES,
        "fr" => fr::in_region(region(language)),
        "es" => es::in_region(region(language)),
        "it" => &it::RULES,
        "pt" => pt::in_region(region(language)),
        "pl" => &pl::RULES,
        "ru" => &ru::RULES,
        "tr" => &tr::RULES,
        "hi" => &hi::RULES,
        "ar" => &ar::RULES,
        "zh" | "cmn" | "yue" => &zh::RULES,
        "ja" => &ja::RULES,
        "ko" => &ko::RULES,
        _ => &NONE,
    }
}

/// The region of a language, in small letters; empty if none is given.
fn region(language: &Language) -> &str {
    language.as_str().split('-').nth(1).unwrap_or_default()
}

/// English of no or an unknown region is read as in the United States.
fn is_american(language: &Language) -> bool {
    !matches!(region(language), "gb" | "uk" | "ie" | "au" | "nz" | "za" | "in" | "029")
}

/// No rules at all: everything is read as written.
pub(crate) fn none() -> &'static Rules {
    &NONE
}

static NONE: Rules = Rules { customs: &NO_CUSTOMS, tables: &[], mathematics: &[] };

static NO_CUSTOMS: Customs = Customs::BARE;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_finds_its_rules() {
        let tag = |tag| of(&Language::new(tag)).customs.tag;
        assert_eq!(
            ["en-US", "en", "en_GB", "de-AT", "cmn", "sv"].map(tag),
            ["en", "en", "en-gb", "de", "zh", "und"]
        );
    }
}
