//! Counts the characters that the rules look at, so that a test can hold the work to a multiple of the text's length.
//!
//! Outside this crate's own tests nothing is counted.

/// Notes that `characters` more are looked at.
#[cfg(not(test))]
pub(crate) fn spend(_characters: usize) {}

#[cfg(test)]
pub(crate) use counted::{spend, spent_by};

#[cfg(test)]
mod counted {
    use std::cell::Cell;

    thread_local! {
        static SPENT: Cell<usize> = const { Cell::new(0) };
    }

    pub(crate) fn spend(characters: usize) {
        SPENT.set(SPENT.get() + characters);
    }

    /// How many characters `work` looks at.
    pub(crate) fn spent_by(work: impl FnOnce()) -> usize {
        let before = SPENT.get();
        work();
        SPENT.get() - before
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::spent_by;
    use speech::Language;

    use crate::{SegmentBounds, SegmentPolicy, Segmenter};

    /// The most that may be looked at for each character of a text, however hostile. Ordinary prose takes two or three.
    const PER_CHARACTER: usize = 40;

    const LENGTH: usize = 4_000;

    const HOSTILE: &[&str] = &[
        "x",
        " ",
        ".",
        "\"",
        "\n",
        "—",
        "…",
        "。",
        "\u{301}",
        "\u{200d}",
        "😀",
        "A.",
        "3. ",
        "x.",
        ".\"",
        ",\"",
        ".\"\"\"\"",
        ".« »",
        ". »",
        "«. »",
        "etc. ",
        "etc. Some",
        "a@",
        "Dr. ",
        "A. Sometime",
        "A.((((",
        "1.\n",
        "x\n  ",
        "- - - - 1. ",
        "a.js",
        "x, ",
        "ก ",
        ". . ",
        "!\u{200d}",
        "www.",
        "://",
        ";α",
        "α;",
        "\r",
        "a \r\n",
        "….\u{301}",
        "\"x.\"  ",
        "\"\"\".",
    ];

    fn take_all(segmenter: &mut Segmenter) {
        while segmenter.next_segment().is_some() {}
    }

    fn at_once(text: &str, mut segmenter: Segmenter) {
        segmenter.push(text);
        segmenter.release();
        take_all(&mut segmenter);
    }

    fn trickling(text: &str, mut segmenter: Segmenter) {
        for c in text.chars() {
            segmenter.push(c.encode_utf8(&mut [0; 4]));
            let _ = segmenter.pending();
            take_all(&mut segmenter);
        }
        segmenter.release();
        take_all(&mut segmenter);
    }

    /// The most that is looked at for a character of `unit`, repeated, in English.
    fn worst(unit: &str, bounds: SegmentBounds) -> usize {
        worst_in("en", unit, bounds)
    }

    fn worst_in(language: &str, unit: &str, bounds: SegmentBounds) -> usize {
        let text = unit.repeat(LENGTH / unit.len());
        let ways = [at_once, trickling];
        let policies = [SegmentPolicy::Words, SegmentPolicy::OnFlushOnly, SegmentPolicy::Client];
        let empty = |policy| Segmenter::new(policy, bounds).in_language(&Language::new(language));
        let all = ways.into_iter().flat_map(|way| policies.map(|policy| (way, policy)));
        let spent = all.map(|(way, policy)| spent_by(|| way(&text, empty(policy)))).max().unwrap();
        spent.div_ceil(text.chars().count())
    }

    fn long() -> SegmentBounds {
        SegmentBounds { characters: 5_000, speech: std::time::Duration::from_secs(600) }
    }

    #[test]
    fn hostile_text_is_looked_at_a_few_times() {
        let deep = format!("{}.{}", "«".repeat(100), " »".repeat(99));
        let wide = format!("\"A.\"{}B", " ".repeat(200));
        let word = format!("A.{}Sometime", " ".repeat(200));
        let name = format!("A.{}B", "(".repeat(200));
        let margin = format!("x{}1.{}", " -".repeat(80), " ".repeat(100));
        let built = [deep, wide, word, name, margin];
        for unit in HOSTILE.iter().copied().chain(built.iter().map(String::as_str)) {
            for bounds in [SegmentBounds::default(), long()] {
                let worst = worst(unit, bounds);
                assert!(worst <= PER_CHARACTER, "{unit:?}: {worst}");
            }
        }
    }

    #[test]
    fn hostile_text_is_looked_at_a_few_times_in_every_language() {
        let units = [
            "z. B. ",
            "am 3. Oktobe",
            "p. ",
            "a. C. ",
            "XIV. ",
            "5 ft. ",
            "'s ",
            "`. ",
            "「。",
            "？”",
            "[1. ",
            ":) ",
            "1. ",
            ": 1. ",
            "St. ",
            "Main St. Br",
            "and ",
            "a b c an",
            "A. Sometimes",
            "x. y",
            "😀. ",
            "。”他",
            "m. x(",
            "Mr. ",
        ];
        let languages =
            ["ar", "de", "es", "fi", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "zh", "en"];
        for (language, unit) in languages.iter().flat_map(|language| units.map(|unit| (language, unit))) {
            let worst = worst_in(language, unit, long());
            assert!(worst <= PER_CHARACTER, "{language} {unit:?}: {worst}");
        }
    }

    #[test]
    fn ordinary_text_is_looked_at_less() {
        let text = "This is an ordinary sentence, and \"here\" is its end. Is it? Dr. No (5 p.m.) says so. ";
        assert!(worst(text, SegmentBounds::default()) <= 6);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn whatever_is_repeated(unit in "[«»\"'.!… \n()Aa1,;:@/😀语-]{1,12}") {
            for bounds in [SegmentBounds::default(), long()] {
                prop_assert!(worst(&unit, bounds) <= PER_CHARACTER);
            }
        }
    }
}
