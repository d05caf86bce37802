//! What is heard: the same every time, with times in the caller's own words.

mod rig;

use std::sync::Arc;
use std::thread;

use engine::{Engine, EngineError};
use rig::{espeak, pieces, request, rewritten, samples, say, words};
use speech::{Pitch, Speed, VoiceSettings};

const SENTENCE: &str = "Hello there, this is the voice of the mill.";

#[test]
fn the_same_request_gives_the_same_pieces_on_any_run_and_in_any_company() {
    let engine = Arc::new(espeak());
    let first = say(&engine, "en-us", SENTENCE);
    assert!(first.len() > 3);
    for _ in 0..20 {
        assert!(say(&engine, "en-us", SENTENCE) == first);
    }
    let company: Vec<_> = (0..4)
        .map(|number| {
            let engine = Arc::clone(&engine);
            let voice = ["en-us", "de", "en-us+whisper", "en-us"][number];
            thread::spawn(move || (0..10).map(|_| say(&engine, voice, SENTENCE)).collect::<Vec<_>>())
        })
        .collect();
    let heard: Vec<_> = company.into_iter().map(|thread| thread.join().unwrap()).collect();
    for voice in &heard {
        assert!(voice.iter().all(|run| *run == voice[0]), "a voice differs from itself");
    }
    assert!(heard[0][0] == first && heard[3][0] == first, "company changes the sound");
    assert!(say(&espeak(), "en-us", SENTENCE) == first, "another host sounds different");
}

#[test]
fn the_first_piece_is_short_and_sounds() {
    let heard = say(&espeak(), "en-us", SENTENCE);
    let lengths: Vec<_> = heard.iter().map(|piece| piece.samples.len()).collect();
    let silent = heard[0].samples.iter().take_while(|sample| sample.abs() < engine::AUDIBLE).count();
    // 40 ms from 2 ms before the first sound, then 100 and 300.
    assert_eq!(lengths[..3], [882 + silent - 44, 2_205, 6_615]);
    assert!(silent < 441, "{silent} samples of silence before the first sound");
}

#[test]
fn words_have_times_in_the_callers_text() {
    let text = rewritten(&[
        ("It", "It"),
        ("costs", "costs"),
        ("one hundred dollars,", "$100,"),
        ("größer", "größer"),
        ("than", "than"),
        ("—", "—"),
        ("naïve", "naïve"),
        ("(really)", "(really)"),
        ("expected!", "expected!"),
    ]);
    let source = "It costs $100, größer than — naïve (really) expected!";
    let heard = pieces(&espeak(), &request("en-us", text)).unwrap();
    let (words, length) = (words(&heard), samples(&heard).len() as u64);
    let spans: Vec<_> = words.iter().map(|word| &source[word.source.range()]).collect();
    assert_eq!(spans, ["It", "costs", "$100,", "größer", "than", "naïve", "(really)", "expected!"]);
    for pair in words.windows(2) {
        assert!(pair[0].start < pair[0].end && pair[0].end <= pair[1].start, "{pair:?}");
    }
    assert!(words.last().unwrap().end.0 <= length);
    let money = &words[2];
    assert!(money.end.0 - money.start.0 > 15_000, "three words take longer than {money:?}");
    assert!(words[3].start > money.end, "a comma is a pause");
}

#[test]
fn word_times_do_not_wait_for_the_end() {
    let heard = say(&espeak(), "en-us", SENTENCE);
    let (mut sounded, mut told) = (0, 0);
    for piece in &heard[..heard.len() - 1] {
        sounded += piece.samples.len() as u64;
        told += piece.words.len();
        assert!(piece.words.iter().all(|word| word.start.0 <= sounded + 22_050));
    }
    assert!(told >= 5, "only {told} words were told before the last piece");
}

#[test]
fn phonemes_follow_the_sound() {
    let heard = say(&espeak(), "en-us", "Hello there.");
    let phonemes: Vec<_> = heard.iter().flat_map(|piece| piece.phonemes.clone()).collect();
    let text: String = phonemes.iter().map(|phoneme| phoneme.ipa.as_str()).collect();
    assert_eq!(text, "həlˈoʊðˈɛɹ");
    assert!(phonemes.windows(2).all(|pair| pair[0].start <= pair[1].start));
}

#[test]
fn pace_and_pitch_are_heard() {
    let engine = espeak();
    let with = |speed, pitch| {
        let (speed, pitch) = (Speed::new(speed).unwrap(), Pitch::new(pitch).unwrap());
        let settings = VoiceSettings { speed, pitch, ..VoiceSettings::default() };
        let request = engine::SynthesisRequest { settings, ..request("en-us", rig::spoken(SENTENCE)) };
        samples(&pieces(&engine, &request).unwrap())
    };
    let lengths = [0.5, 1.0, 2.0, 4.0].map(|speed| with(speed, 1.0).len());
    assert!(lengths.is_sorted_by(|slower, faster| *slower as f32 > *faster as f32 * 1.3), "{lengths:?}");
    let crossings =
        |samples: Vec<f32>| samples.windows(2).filter(|pair| pair[0] < 0.0 && pair[1] >= 0.0).count();
    let heights = [0.5, 1.0, 2.0].map(|pitch| crossings(with(1.0, pitch)));
    assert!(with(1.0, 0.5) != with(1.0, 1.0) && with(1.0, 2.0) != with(1.0, 1.0), "{heights:?}");
}

#[test]
fn words_stay_inside_the_audio_at_the_highest_pace() {
    let settings = VoiceSettings { speed: Speed::new(4.0).unwrap(), ..VoiceSettings::default() };
    let request = engine::SynthesisRequest { settings, ..request("en-us", rig::spoken(SENTENCE)) };
    let heard = pieces(&espeak(), &request).unwrap();
    let (words, length) = (words(&heard), samples(&heard).len() as u64);
    assert_eq!(words.len(), 9);
    assert!(words.windows(2).all(|pair| pair[0].end <= pair[1].start));
    assert!(words.iter().all(|word| word.end.0 <= length));
}

#[test]
fn an_unknown_voice_is_an_error_at_once() {
    let engine = espeak();
    for voice in ["", "xx", "en-us+nobody", "en-us+", "../../etc/passwd"] {
        let result = engine.begin(&request(voice, rig::spoken("Hello."))).err();
        assert!(matches!(result, Some(EngineError::UnknownVoice(_))), "{voice}: {result:?}");
    }
}

#[test]
fn the_phonemes_of_a_text_can_be_asked_for() {
    let engine = espeak();
    assert_eq!(
        engine.phonemes(&rig::spoken("Hello there. Goodbye!"), &"en-us".into()).unwrap(),
        "həlˈoʊ ðˈɛɹ\nɡʊdbˈaɪ"
    );
    assert_eq!(engine.phonemes(&rig::spoken("Straße"), &"de".into()).unwrap(), "ʃtɾˈɑːsə");
    assert_eq!(engine.phonemes(&rig::spoken(""), &"de".into()).unwrap(), "");
}

fn at_speed(speed: f64, text: &str) -> Vec<engine::Piece> {
    let speed = Speed::new(speed).expect("it is in range");
    let settings = VoiceSettings { speed, ..VoiceSettings::default() };
    let request = engine::SynthesisRequest { settings, ..request("en-us", rig::spoken(text)) };
    pieces(&espeak(), &request).expect("it can be spoken")
}

/// eSpeak NG itself ends at 0.486 times its usual pace.
#[test]
fn the_slowest_paces_are_as_slow_as_they_say() {
    let length = |speed| samples(&at_speed(speed, SENTENCE)).len() as f64;
    let floor = length(0.49);
    for speed in [0.4, 0.3, 0.25] {
        let longer = length(speed) / floor;
        assert!((longer * speed / 0.49 - 1.0).abs() < 0.05, "at {speed} it is {longer} times as long");
    }
    assert!(at_speed(0.25, SENTENCE) == at_speed(0.25, SENTENCE));
}

/// Each of these words begins with a closed mouth after a pause: how long after the word's time is the first sound?
fn openings(speed: f64) -> Vec<i64> {
    let heard =
        at_speed(speed, "Take ten, take two, take four, take ten, take two, take four, take ten, take two.");
    let (words, samples) = (words(&heard), samples(&heard));
    assert_eq!(words.len(), 16);
    assert!(words.windows(2).all(|pair| pair[0].start < pair[0].end && pair[0].end <= pair[1].start));
    let after_pauses = words.iter().step_by(2).skip(1).map(|word| word.start.0 as usize);
    after_pauses
        .map(|start| {
            // From within the pause, so that a sound too early is found as well.
            let within = (600.0 / speed) as usize;
            let sound = samples[start - within..].iter().position(|sample| sample.abs() >= 0.01);
            sound.expect("a word is heard") as i64 - within as i64
        })
        .collect()
}

#[test]
fn slow_and_fast_words_have_the_times_of_their_sound() {
    for (speed, nearest) in [(0.4, 0.49), (0.3, 0.49), (0.25, 0.49), (1.5, 1.25), (2.0, 1.25), (4.0, 1.25)] {
        let floor = openings(nearest);
        for (slow, fast) in openings(speed).iter().zip(&floor) {
            let expected = (*fast as f64 * nearest / speed) as i64;
            // 15 ms.
            assert!((slow - expected).abs() < 330, "at {speed}: {slow} samples instead of {expected}");
        }
    }
}
