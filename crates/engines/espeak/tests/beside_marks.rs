//! Words that the library is given sounds for, with a mark right before or behind them: none is lost.

mod rig;

use rig::{espeak, heard, read, request, sounds, spoken};
use speech::{ByteSpan, Pronounced, SpokenText};

/// What stands before a word, and behind it.
const MARKS: &[(&str, &str)] = &[
    ("「", "」"),
    ("『", "』"),
    ("（", "）"),
    ("(", ")"),
    ("【", "】"),
    ("《", "》"),
    ("«", "»"),
    ("“", "”"),
    ("‘", "’"),
    ("\"", "\""),
    ("［", "］"),
    ("[", "]"),
    ("→", "→"),
    ("/", "/"),
    ("…", "…"),
    ("‥", "‥"),
    ("：", "："),
    (":", ":"),
    ("※", "※"),
    ("■", "■"),
    ("●", "●"),
    ("-", "-"),
    ("—", "—"),
    ("、「", "」、"),
    ("（「", "」）"),
];

/// These words, in the middle with the marks around it, in the text that one makes of the others.
struct Row {
    voice: &'static str,
    words: [&'static str; 3],
    space: &'static str,
}

const ROWS: &[Row] = &[
    Row { voice: "ja", words: ["会議", "東京", "大阪"], space: "" },
    Row { voice: "ja", words: ["かいぎ", "トーキョー", "千円"], space: "" },
    Row { voice: "ar", words: ["ثلاثة", "خمسين", "تسعة"], space: " " },
];

#[test]
fn words_beside_marks_are_said_as_they_are_alone() {
    let engine = espeak();
    for Row { voice, words, space } in ROWS {
        let apart = words.map(|word| sounds(&engine, voice, &spoken(word)));
        for (before, behind) in MARKS {
            let [first, middle, last] = words;
            let text = format!("{first}{space}{before}{middle}{behind}{space}{last}");
            let said = sounds(&engine, voice, &spoken(&text));
            // Some marks have a name in Arabic.
            let inner = said.strip_prefix(&apart[0]).and_then(|rest| rest.strip_suffix(&apart[2]));
            let is_said = inner.is_some_and(|inner| match *voice {
                "ja" => inner == apart[1],
                _ => inner.contains(&apart[1]),
            });
            assert!(is_said, "{text}: {said}");
        }
    }
}

/// The text with all places of `word` pronounced so.
fn pronounced(text: &str, word: &str, ipa: &str) -> SpokenText {
    let places = text.match_indices(word).map(|(start, own)| ByteSpan::new(start, start + own.len()));
    let pronounced = places.map(|spoken| Pronounced { spoken, ipa: ipa.into() }).collect();
    SpokenText { pronounced, ..spoken(text) }
}

#[test]
fn sounds_that_the_caller_gives_are_said_beside_marks() {
    let engine = espeak();
    for (before, behind) in MARKS.iter() {
        let text = |word: &str| format!("We say {before}{word}{behind} today.");
        let out = sounds(&engine, "en-us", &pronounced(&text("xyz"), "xyz", "kɹiːt"));
        assert!(out.contains("kɹiːt"), "{}: {out}", text("xyz"));
    }
}

#[test]
fn every_word_beside_marks_has_its_own_time_and_sound() {
    let engine = espeak();
    for Row { voice, words, space } in ROWS {
        let [first, middle, last] = words;
        for (before, behind) in MARKS {
            let text = format!("{first}{space}{before}{middle}{behind}{space}{last}");
            let whole = heard(&engine, &request(voice, read(voice, &text)));
            assert!(whole.words.len() >= 3, "{text}: {:?}", whole.words);
            for word in &whole.words {
                let own = |phoneme: &&speech::Phoneme| (word.start..word.end).contains(&phoneme.start);
                assert!(whole.phonemes.iter().any(|phoneme| own(&phoneme)), "{text}: {word:?}");
            }
        }
    }
}
