//! Whatever a text is, every language reads it: no rule cuts a character in two, and spans stay in order.

use normaliser::Normaliser;
use proptest::prelude::*;
use speech::Language;

const LANGUAGES: [&str; 16] =
    ["en-us", "en-gb", "de", "nl", "fr", "es", "it", "pt", "pl", "ru", "tr", "hi", "ar", "zh", "ja", "ko"];

/// Pieces on which rules look closely, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "1", "2", "15", "30", "99", "007", "1984", "2024", "12345", "٣", "½", "²", "⁻", "₂", "Ⅶ", "3", ".",
        ",", ":", "-", "–", "/", "\\", "'", "’", "\"", "”", "°", "%", "$", "€", "£", "¢", "#", "@", "&", "+",
        "=", "<", ">", "*", "~", "_", "(", ")", "√", "→", "π", "❤", "\u{FE0F}", "\u{20E3}", "👩", "🏽",
        "\u{200D}", " ", " ", " ", "\u{A0}", "a", "A", "I", "B", "M", "s", "th", "st", "nd", "am", "p.m.",
        "k", "bn", "km", "in", "ft", "C", "St", "Dr", "No", "vs", "Jan", "May", "Mon", "Fri", "XIV", "V",
        "USD", "UTC", "NASA", "CEO", "the", "won", "is", "on", "é", "ß", "ö", "語", "の", "한", "क", "ه",
        "www.", "https://", ".com", ".txt", "v", "e.g.", "i.e", "w/", "x", "f(", "BC", "AD", "Louis", "page",
    ]);
    prop::collection::vec(scrap, 0..14).prop_map(|scraps| scraps.concat())
}

/// Characters of several bytes where rules expect one: narrow spaces, dashes, signs of currency, other scripts.
fn wide_scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "\u{202F}", "\u{202F}", "–", "–", "—", "−", "年", "月", "日", "円", "ä", "é", "€", "£", "¥", "₹",
        "$", "1", "2", "3", "5", "10", "12", "30", "08", "99", "500", "1990", "1999", "2001", "2024", ".",
        ".", ",", ":", "/", "-", " ", "\u{A0}", "’", "…", "„", "Mio.", "CHF", "EUR", "kg", "km", "h", "u",
        "Uhr", "uur", "am", "am ", "Seite ", "blz. ", "Mai", "So", "Mi", "V", "X", "und ", "of ", "Tage",
        "p", "a", "S.", "ct", "ct.", "Std", "Jan.",
    ]);
    prop::collection::vec(scrap, 0..10).prop_map(|scraps| scraps.concat())
}

fn check(source: &str) -> Result<(), TestCaseError> {
    for language in LANGUAGES {
        let spoken = Normaliser::new(&Language::new(language)).read(source);
        let (mut spoken_end, mut source_end) = (0, 0);
        for word in &spoken.words {
            prop_assert!(
                word.spoken.start >= spoken_end && word.source.start >= source_end,
                "{language}: {source:?}"
            );
            prop_assert!(spoken.text.get(word.spoken.range()).is_some(), "{language}: {source:?}");
            prop_assert!(source.get(word.source.range()).is_some(), "{language}: {source:?}");
            (spoken_end, source_end) = (word.spoken.end, word.source.end);
        }
    }
    Ok(())
}

/// How many texts each property is tried on: 2 000, or more if `PROPTEST_CASES` asks for it.
fn cases() -> u32 {
    ProptestConfig::default().cases.max(2000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scraps_are_read(source in scraps()) {
        check(&source)?;
    }

    #[test]
    fn wide_scraps_are_read(source in wide_scraps()) {
        check(&source)?;
    }

    #[test]
    fn anything_is_read(source in any::<String>()) {
        check(&source)?;
    }
}
