//! Texts that were made to hurt, or that look so: bounded in time and sound, and never taken for commands.

mod rig;

use std::time::{Duration, Instant};

use engine::EngineError;
use engine_espeak::{Espeak, EspeakConfig};
use rig::{config, espeak, pieces, request, samples, say, spoken};

#[test]
fn no_text_takes_long_or_ends_the_service() {
    let engine = espeak();
    let texts = [
        "7".repeat(400),
        "漢".repeat(300),
        "🦀👩‍👩‍👧‍👦🏳️‍🌈".repeat(40),
        "Pneumonoultramicroscopicsilicovolcanoconiosis".repeat(20),
        "a\u{301}\u{302}\u{303}".repeat(200),
        "\u{1}50P\u{1}10V\u{2}\u{7f}\u{0}\u{85} bell \u{7}".to_owned(),
        "<speak><audio src=\"/etc/passwd\"/></speak> & &#1; <break time=\"9999s\"/>".to_owned(),
        "\u{e001}\u{f8ff}\u{fffd}\u{feff}\u{202e}\u{10ffff}".to_owned(),
        "!?".repeat(200),
        "A.B.C.".repeat(60),
        "Ⅷ½²³₉٣४५ ".repeat(30),
    ];
    for (number, text) in texts.iter().enumerate() {
        let started = Instant::now();
        match pieces(&engine, &request("en-us", spoken(text))) {
            Ok(heard) => assert!(samples(&heard).len() < 22_050 * 400, "text {number} is endless"),
            Err(EngineError::NoSound { .. }) => {}
            // Segments are no longer than 300 characters; beyond, the library has its own bugs, and one process pays.
            Err(EngineError::TimedOut(_) | EngineError::Crashed(_)) if text.chars().count() > 300 => {}
            Err(error) => panic!("text {number}: {error}"),
        }
        assert!(started.elapsed() < Duration::from_secs(8), "text {number} took {:?}", started.elapsed());
    }
    assert!(!say(&engine, "en-us", "Still here.").is_empty());
}

#[test]
fn control_characters_and_brackets_are_no_commands() {
    let engine = espeak();
    let phonemes = |text: &str| engine.phonemes(&spoken(text), &"en-us".into()).unwrap();
    assert_eq!(phonemes("loud\u{1}+30S fast"), phonemes("loud +30S fast"));
    assert_ne!(phonemes("[[h@l'oU]]"), phonemes("hello"));
    let heard = |text| samples(&say(&engine, "en-us", text));
    assert!(heard("high\u{1}90P voice") == heard("high 90P voice"));
}

#[test]
fn a_text_without_a_letter_may_be_silent_and_is_no_error() {
    let engine = espeak();
    for text in ["", " ", "...", "\u{1}"] {
        pieces(&engine, &request("en-us", spoken(text))).unwrap();
    }
}

#[test]
fn a_text_that_takes_too_much_processor_time_is_ended() {
    let limit = Duration::from_millis(20);
    let engine = Espeak::new(EspeakConfig { cpu_limit: limit, ..config() }).unwrap();
    let started = Instant::now();
    let error =
        pieces(&engine, &request("en-us", spoken(&"The old mill stands by the river. ".repeat(3_000))))
            .unwrap_err();
    assert!(matches!(error, EngineError::TimedOut(told) if told == limit), "{error:?}");
    assert!(started.elapsed() < Duration::from_secs(3), "took {:?}", started.elapsed());
    assert!(!say(&engine, "en-us", "Hello.").is_empty());
}

#[test]
fn a_segment_that_nobody_reads_for_a_while_keeps_its_time() {
    let engine = Espeak::new(EspeakConfig { cpu_limit: Duration::from_millis(300), ..config() }).unwrap();
    let whole = say(&engine, "en-us", &rig::long_text());
    let mut segment = engine::Engine::begin(&engine, &request("en-us", spoken(&rig::long_text()))).unwrap();
    let first = segment.next().unwrap().unwrap();
    std::thread::sleep(Duration::from_millis(700));
    let rest = std::iter::from_fn(|| segment.next().transpose()).map(Result::unwrap);
    assert!(std::iter::once(first).chain(rest).collect::<Vec<_>>() == whole);
}

/// These letters only say something about the letter before them: there is none.
#[test]
fn letters_without_a_sound_of_their_own_may_be_silent_and_are_no_error() {
    let engine = espeak();
    for text in ["ーー。", "っ！", "ﾞ", "ゝゝ", &"ー".repeat(8_000)] {
        pieces(&engine, &request("ja", spoken(text)))
            .unwrap_or_else(|error| panic!("{}: {error}", &text[..3]));
    }
    assert!(!samples(&say(&engine, "ja", "ーー。次の文です。")).is_empty());
    for kana in 'ァ'..='ヺ' {
        let is_heard = !samples(&say(&engine, "ja", &kana.to_string())).is_empty();
        assert!(is_heard || kana == 'ッ', "{kana}");
    }
}
