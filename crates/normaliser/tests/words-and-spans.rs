//! Each spoken word leads back to the place in the source that it came from.

use normaliser::{Normaliser, normalise};
use proptest::prelude::*;
use speech::{Language, Wording};
use text::is_speakable;

fn source_words(source: &str) -> Vec<&str> {
    normalise(source).words.iter().map(|word| &source[word.source.range()]).collect()
}

#[test]
fn words_are_where_the_caller_wrote_them() {
    assert_eq!(source_words("  “Well,” he\tsaid: $100 (50%)!"), ["Well", "he", "said", "$100", "50%"]);
    assert_eq!(source_words("a\u{1}b ex\u{AD}ample\u{200B}next"), ["a", "b", "ex\u{AD}ample", "next"]);
    assert!(source_words("… — !").is_empty());
}

#[test]
fn spoken_and_source_differ_only_by_what_makes_no_sound() {
    let spoken = normalise("\u{FEFF}Ex\u{AD}ample\u{7}one");
    assert_eq!(spoken.text.as_str(), "Example one");
    let words: Vec<&str> = spoken.words.iter().map(|word| &spoken.text[word.spoken.range()]).collect();
    assert_eq!(words, ["Example", "one"]);
}

#[test]
fn what_is_several_words_of_the_source_is_several_units() {
    let english = Normaliser::new(&Language::new("en-us"));
    let units = |source: &'static str| {
        let words = english.read(source).words;
        words.iter().map(|word| &source[word.source.range()]).collect::<Vec<_>>()
    };
    assert_eq!(units("On March 5, 2024, it cost $100."), ["On", "March", "5", "2024", "it", "cost", "$100"]);
    assert_eq!(units("Run 5 km by 7:30 p.m. now"), ["Run", "5", "km", "by", "7:30", "p.m.", "now"]);
}

#[test]
fn a_number_is_said_otherwise_even_where_its_words_are_as_long() {
    let chinese = Normaliser::new(&Language::new("zh"));
    let otherwise = |source: &'static str| {
        let spoken = chinese.read(source);
        let words = spoken.words.iter().filter(|word| word.wording == Wording::Otherwise);
        words
            .map(|word| (source[word.source.range()].to_owned(), spoken.text[word.spoken.range()].to_owned()))
            .collect::<Vec<_>>()
    };
    let pair = |written: &str, said: &str| (written.to_owned(), said.to_owned());
    assert_eq!(otherwise("100000个"), [pair("100000", "十万")]);
    assert_eq!(otherwise("有𝟏𝟏𝟎个"), [pair("𝟏𝟏𝟎", "一百一十")]);
    assert_eq!(otherwise("①②。"), [pair("①", "一"), pair("②", "二")]);
}

fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop::sample::select(vec![
        "word", "Ünï", "\u{301}", "$", "5", "-", "'", ",", ".", "://", "—", " ", "\t", "\0", "\u{85}",
        "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{FE0F}", "👩", "💻", "🏽", "语", "の", "カ", "ー",
        "क", "्", "ก", "ه", "\u{E000}", "\u{FFFE}",
    ]);
    prop::collection::vec(scrap, 0..30).prop_map(|scraps| scraps.concat())
}

fn check(source: &str) -> Result<(), TestCaseError> {
    let spoken = normalise(source);
    prop_assert!(!spoken.text.chars().any(char::is_control));
    let (mut spoken_end, mut source_end) = (0, 0);
    for word in &spoken.words {
        prop_assert!(word.spoken.start >= spoken_end && word.source.start >= source_end);
        prop_assert!(spoken.text.get(word.spoken.range()).is_some_and(is_speakable));
        prop_assert!(source.get(word.source.range()).is_some_and(is_speakable));
        let is_same = spoken.text[word.spoken.range()] == source[word.source.range()];
        prop_assert!(is_same || word.wording == Wording::Otherwise);
        (spoken_end, source_end) = (word.spoken.end, word.source.end);
    }
    prop_assert_eq!(spoken.words.is_empty(), !is_speakable(&spoken.text));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_sound_for_scraps(source in scraps()) {
        check(&source)?;
    }

    #[test]
    fn spans_are_sound_for_anything(source in any::<String>()) {
        check(&source)?;
    }
}
