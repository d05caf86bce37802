//! However a text is divided into messages, the real voice gives the same bytes and the same word times.
//!
//! Whole conversations of the native protocol: its JSON, session, scheduler, mastering, outbox and encoder, with eSpeak NG
//! in its hosts, in virtual time, so that no slow machine can make a release delay expire. Texts are cut at any unit of
//! UTF-16, as a JavaScript client would: also between a letter and its accent, in a sequence of emoji, and in a surrogate pair.

mod chance;
mod conversation;
#[path = "../rig/mod.rs"]
mod rig;
mod texts;

use std::collections::HashMap;
use std::thread;

use chance::Chance;
use conversation::{Heard, Settings, Stage};
use texts::TEXTS;

const POLICIES: [&str; 4] = ["words", "clauses", "sentences", "on_flush"];

/// Each division cuts behind one unit in so many, on average: all of them, down to few.
const RARITIES: [u64; 6] = [1, 2, 3, 5, 9, 20];

/// What whole texts sound like, each spoken once.
type Wholes = HashMap<(usize, usize), Heard>;

/// Where chance begins; odd, so that no odd multiple of it is zero.
const SEED: u64 = 0x9E37_79B9_7F4A_7C15;

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// Speaks texts in so many divisions and compares each with the whole. One text after another, since hosts that speak a
/// language are few.
fn divide(stage: &Stage, count: usize, seed: u64) {
    let mut chance = Chance::from_seed(seed);
    let mut wholes = Wholes::new();
    for round in 0..count {
        let (number, policy) = (round * TEXTS.len() / count, chance.below(POLICIES.len()));
        let (voice, text) = TEXTS[number];
        let (units, said) = (units(text), Settings { voice, policy: POLICIES[policy] });
        let whole = wholes.entry((number, policy)).or_insert_with(|| stage.hear(said, &[&units]));
        let rarity = RARITIES[chance.below(RARITIES.len())];
        let pieces = chance.divide(&units, rarity);
        let lengths: Vec<usize> = pieces.iter().map(|piece| piece.len()).collect();
        assert!(stage.hear(said, &pieces) == *whole, "{said:?} {text:?} in {lengths:?}");
    }
}

#[test]
fn the_hard_texts_are_spoken_in_every_language_with_their_words() {
    let stage = Stage::new();
    for &(voice, text) in TEXTS {
        let heard = stage.hear(Settings { voice, policy: "clauses" }, &[&units(text)]);
        assert!(heard.bytes().len() > 9_600, "a fifth of a second at least: {text:?}");
        assert!(!heard.words().is_empty(), "{text:?}");
        // Where nothing is skipped, every letter and figure is of a word.
        if !text.contains(['<', '&', '*', '#']) {
            let told: String = heard.words().iter().filter_map(|word| word["text"].as_str()).collect();
            assert_eq!(sounding(&told), sounding(text), "{voice}");
        }
    }
}

fn sounding(text: &str) -> String {
    text.chars().filter(|c| engine::must_sound(c.encode_utf8(&mut [0; 4]))).collect()
}

#[test]
fn letter_by_letter_and_in_some_random_ways() {
    let stage = Stage::new();
    for (&(voice, text), policy) in TEXTS.iter().zip(POLICIES.into_iter().cycle()) {
        let (units, said) = (units(text), Settings { voice, policy });
        let letters: Vec<&[u16]> = units.chunks(1).collect();
        assert!(stage.hear(said, &letters) == stage.hear(said, &[&units]), "{text:?}");
    }
    divide(&stage, 2 * TEXTS.len(), SEED);
}

/// The policy `client` makes each message a segment: were nothing compared, this would pass too.
#[test]
fn where_the_division_counts_it_is_heard() {
    let stage = Stage::new();
    let units = units("One two three.");
    let said = Settings { voice: "en-us", policy: "client" };
    let (whole, halves) = (stage.hear(said, &[&units]), stage.hear(said, &[&units[..7], &units[7..]]));
    assert!(whole.bytes() != halves.bytes());
    assert!(whole.words().len() == halves.words().len() && whole.words() != halves.words());
}

/// `cargo test -p engine-espeak --test any_division -- --ignored hundred_thousand`.
#[test]
#[ignore = "takes six minutes of processor time"]
fn a_hundred_thousand_random_divisions() {
    let lanes = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for lane in 0..lanes {
            let seed = SEED.wrapping_mul(2 * lane as u64 + 3);
            scope.spawn(move || divide(&Stage::new(), 100_000_usize.div_ceil(lanes), seed));
        }
    });
}
