//! An amount is one whatever space stands between figures and sign, on either side.

use normaliser::Normaliser;
use speech::Language;

const LANGUAGES: &[&str] = &[
    "ar", "de", "en-gb", "en-us", "es", "es-mx", "fr", "fr-be", "fr-ch", "hi", "it", "ja", "ko", "nl", "pl",
    "pt", "pt-pt", "ru", "tr", "zh",
];

#[test]
fn an_amount_may_have_any_space_in_it() {
    for tag in LANGUAGES {
        let normaliser = Normaliser::new(&Language::new(tag));
        let said = |text: &str| normaliser.read(text).text.as_str().to_owned();
        let plain = said("€300");
        assert!(!plain.contains(['€', '3']), "{tag}: {plain}");
        for space in ["\u{A0}", "\u{202F}", "\u{2009}", " "] {
            assert_eq!(
                said(&format!("€{space}300")),
                plain,
                "{tag}: U+{:04X} before",
                u32::from(space.chars().next().unwrap())
            );
            assert_eq!(
                said(&format!("300{space}€")),
                plain,
                "{tag}: U+{:04X} behind",
                u32::from(space.chars().next().unwrap())
            );
        }
    }
}
