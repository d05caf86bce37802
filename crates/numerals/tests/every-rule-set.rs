//! What holds for every rule set of every language: it spells, without digits and without the notation of the rules.

use numerals::Numerals;
use proptest::prelude::*;

const LANGUAGES: [&str; 18] = [
    "ar", "de", "en", "es", "fr", "fr-BE", "fr-CH", "hi", "it", "ja", "ko", "nl", "pl", "pt", "pt-PT", "ru",
    "tr", "zh",
];

/// CLDR's rules go to 10¹⁸ less one and more, except for these.
fn highest(language: &str, rule_set: &str) -> u64 {
    match language {
        // From 21 001 on its ordinals are digits with an ending.
        "ru" if rule_set.starts_with("spellout-ordinal") || rule_set == "spellout-numbering-year" => 21_000,
        _ => 999_999_999_999_999_999,
    }
}

fn rule_sets() -> impl Iterator<Item = (&'static str, &'static Numerals, &'static str)> {
    LANGUAGES.into_iter().flat_map(|language| {
        let Some(numerals) = Numerals::of(language) else { panic!("no rules for {language}") };
        numerals.rule_sets().map(move |rule_set| (language, numerals, rule_set))
    })
}

fn is_spoken(text: &str) -> bool {
    let notation = |c: char| c.is_ascii_digit() || "[]{}()<>←→=%$;'\u{ad}".contains(c);
    !text.is_empty() && text.trim() == text && !text.contains("  ") && !text.contains(notation)
}

#[track_caller]
fn check(language: &str, numerals: &Numerals, rule_set: &str, number: u64) {
    let spelled = numerals.spell(rule_set, number);
    assert!(spelled.as_deref().is_some_and(is_spoken), "{number} in {language} by {rule_set}: {spelled:?}");
}

#[test]
fn all_numbers_up_to_20_000_are_words() {
    for (language, numerals, rule_set) in rule_sets() {
        (0..=20_000).for_each(|number| check(language, numerals, rule_set, number));
    }
}

#[test]
fn beyond_their_reach_the_rules_leave_a_number_to_the_caller() {
    for (language, numerals, rule_set) in rule_sets() {
        let highest = highest(language, rule_set);
        check(language, numerals, rule_set, highest);
        let beyond = numerals.spell(rule_set, highest + 1);
        assert!(beyond.as_deref().is_none_or(is_spoken), "{language} {rule_set}: {beyond:?}");
    }
    assert_eq!(numerals::spell("en", "spellout-cardinal", u64::MAX), None);
    assert_eq!(numerals::spell("en", "spellout-nothing", 1), None);
    assert_eq!(numerals::spell("eo", "spellout-cardinal", 1), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn large_numbers_are_words(mantissa in 0..=u64::MAX, digits in 4_u32..=18) {
        let number = mantissa % 10_u64.pow(digits);
        for (language, numerals, rule_set) in rule_sets() {
            check(language, numerals, rule_set, number.min(highest(language, rule_set)));
        }
    }

    #[test]
    fn no_number_panics(number in any::<u64>()) {
        for (_, numerals, rule_set) in rule_sets() {
            prop_assert!(numerals.spell(rule_set, number).as_deref().is_none_or(is_spoken));
        }
    }
}
