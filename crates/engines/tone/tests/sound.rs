//! What comes of a request: lengths, pieces, words with the piece they begin in, and voices that can be told apart.

use std::time::Duration;

use engine::conformance::{plain_request, speak};
use engine::{Engine, Piece};
use engine_tone::{Tone, ToneConfig};
use speech::VoiceId;

fn pieces(tone: &Tone, text: &str) -> Vec<Piece> {
    let mut synthesis = tone.begin(&plain_request(text, &"tone".into())).expect("the voice exists");
    std::iter::from_fn(|| synthesis.next().expect("the voice has no fault")).collect()
}

#[test]
fn five_letters_last_a_hundred_milliseconds() {
    let whole = speak(&Tone::default(), &plain_request("Hello", &"tone".into())).unwrap();
    assert_eq!(whole.samples.len(), 2_400);
}

#[test]
fn a_step_is_a_piece_and_the_last_one_is_what_remains() {
    let lengths: Vec<_> =
        pieces(&Tone::default(), "Hello big world").iter().map(|p| p.samples.len()).collect();
    assert_eq!(lengths, [2_400, 2_400, 1_920]);
}

#[test]
fn a_word_comes_with_the_piece_in_which_it_begins() {
    let words: Vec<_> = pieces(&Tone::default(), "Hello big world").iter().map(|p| p.words.len()).collect();
    assert_eq!(words, [1, 2, 0]);
}

#[test]
fn the_size_of_a_piece_changes_no_sample() {
    let request = plain_request("One, two; three: 4!", &"tone".into());
    let whole = speak(&Tone::default(), &request).unwrap();
    for millis in [0, 1, 33, 5_000] {
        let config = ToneConfig { piece: Duration::from_millis(millis), ..ToneConfig::default() };
        assert!(speak(&Tone::new(config), &request).unwrap() == whole, "pieces of {millis} ms");
    }
}

#[test]
fn voices_and_texts_can_be_told_apart_by_their_samples() {
    let tone = Tone::default();
    let said =
        |voice: &str, text: &str| speak(&tone, &plain_request(text, &VoiceId::from(voice))).unwrap().samples;
    let all = [said("tone", "ab"), said("tone-low", "ab"), said("tone-high", "ab"), said("tone", "ac")];
    for (n, one) in all.iter().enumerate() {
        assert!(all[n + 1..].iter().all(|other| one != other && one.len() == other.len()));
    }
}

#[test]
fn no_step_between_characters_exceeds_the_signals_own() {
    let whole = speak(&Tone::default(), &plain_request("seamseverywhere", &"tone-high".into())).unwrap();
    let steps: Vec<f32> = whole.samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let seams = (1..15).map(|n| steps[n * 480 - 1]);
    let most = steps.iter().copied().fold(0.0, f32::max);
    assert!(seams.fold(0.0, f32::max) < most / 10.0);
}

#[test]
fn text_without_letters_is_over_at_once() {
    assert_eq!(pieces(&Tone::default(), "… 😀 !"), []);
}

/// The samples themselves, so that a change of sound is noticed: golden files elsewhere depend on them.
#[test]
fn the_sound_is_what_it_was() {
    let whole = speak(&Tone::default(), &plain_request("Syrinx 1.", &"tone".into())).unwrap();
    let bytes = whole.samples.iter().flat_map(|sample| sample.to_bits().to_le_bytes());
    // FNV-1a, 64 bit: http://www.isthe.com/chongo/tech/comp/fnv/
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    assert_eq!(hash, 0xed15_4339_c66b_ad64);
}
