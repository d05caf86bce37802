//! Whatever is put together of what rules look for, the Romance languages read it without a fault, and each word leads
//! back to the source.

use normaliser::Normaliser;
use proptest::prelude::*;
use speech::Language;

const TAGS: [&str; 7] = ["fr", "fr-ch", "es", "es-mx", "it", "pt", "pt-pt"];

fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "1",
        "2",
        "21",
        "03",
        "1000",
        "000",
        "999999999999999999",
        "٣",
        "½",
        "²",
        " ",
        "\u{A0}",
        "\u{202F}",
        ".",
        ",",
        "-",
        "–",
        "−",
        "/",
        ":",
        "'",
        "’",
        "%",
        "°",
        "º",
        "ª",
        "€",
        "R$",
        "$",
        "M",
        "mln",
        "mil",
        "h",
        "min",
        "s",
        "km",
        "m",
        "x",
        "×",
        "v",
        "e",
        "er",
        "XIV",
        "II",
        "ix",
        "I",
        "siècle",
        "siglo",
        "Luigi",
        "p.",
        "pp.",
        "av.",
        "a.C.",
        "S.",
        "n°",
        "l'",
        "le",
        "la",
        "del",
        "às",
        "alle",
        "code",
        "tel.",
        "casas",
        "maggio",
        "de",
        "feb.",
        "1er",
        "N",
        "É",
        "!",
        "(",
        ")",
        "+33",
        "=",
        "<",
        "#",
        "@",
        "🎉",
        "日",
    ]);
    prop::collection::vec(scrap, 0..14).prop_map(|scraps| scraps.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_lead_back_to_the_source(source in scraps()) {
        for tag in TAGS {
            let spoken = Normaliser::new(&Language::new(tag)).read(&source);
            let (mut spoken_end, mut source_end) = (0, 0);
            for word in &spoken.words {
                prop_assert!(word.spoken.start >= spoken_end && word.source.start >= source_end, "{tag}");
                prop_assert!(spoken.text.get(word.spoken.range()).is_some_and(|said| !said.trim().is_empty()));
                prop_assert!(source.get(word.source.range()).is_some());
                (spoken_end, source_end) = (word.spoken.end, word.source.end);
            }
        }
    }
}

#[test]
fn a_long_text_is_read_in_time_that_grows_with_it() {
    let text = "1/2 km à 3 h, p. 4-5, XIV € ".repeat(4_000);
    for tag in TAGS {
        assert!(Normaliser::new(&Language::new(tag)).read(&text).words.len() > 20_000, "{tag}");
    }
}
