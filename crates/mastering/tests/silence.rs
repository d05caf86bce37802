//! Silence before and after a segment, and the times of what lies between.

mod rig;

use engine::EngineError;
use engine::conformance::plain_request;
use rig::{Parrot, heard, tone};

/// 100 ms of silence, half a second of sound, and as long a silence as asked for.
fn spoken(after: usize) -> Vec<f32> {
    [vec![0.0; 2_205], vec![0.5; 11_025], vec![0.0; after]].concat()
}

#[test]
fn the_silence_of_an_engine_makes_no_difference() {
    let of = |after| heard(&Parrot::new(spoken(after)).dressed(), "Well, yes.").samples;
    // 2 ms before it, 300 after it.
    assert_eq!(of(0).len(), 44 + 11_025 + 6_615);
    assert!(of(0) == of(100) && of(0) == of(6_615) && of(0) == of(50_000));
}

#[test]
fn the_text_and_nothing_else_decides_the_pause() {
    let pause = |text| heard(&Parrot::new(spoken(1_000)).dressed(), text).samples.len() - 44 - 11_025;
    assert_eq!(["Yes.", "Yes,", "Yes;", "Yes"].map(pause), [6_615, 3_307, 4_961, 1_323]);
}

#[test]
fn an_engine_that_keeps_its_silence_is_left_alone() {
    assert!(heard(&Parrot::new(spoken(77)), "Yes.").samples == spoken(77));
}

#[test]
fn words_move_with_their_sound_and_end_inside_of_it() {
    for step in [100, 2_205, 100_000] {
        let parrot = Parrot::new(spoken(9_000)).with_word(2_000, 4_410).with_word(4_410, 99_999);
        let heard = heard(&parrot.dressed().in_steps(step), "a b");
        let times: Vec<_> = heard.words.iter().map(|word| (word.start.0, word.end.0)).collect();
        assert_eq!(times, [(0, 2_249), (2_249, 44 + 11_025 + 1_323)], "in steps of {step}");
        assert_eq!(heard.samples.len(), 44 + 11_025 + 1_323);
    }
}

#[test]
fn a_text_that_says_nothing_sounds_like_nothing_and_any_other_is_an_error() {
    let silent = Parrot::new(vec![0.001; 5_000]).dressed();
    assert!(heard(&silent, "…").samples.is_empty());
    let mut synthesis = mastering::begin(&silent, &plain_request("Hello", &"parrot".into())).unwrap();
    let end = loop {
        match synthesis.next() {
            Ok(Some(piece)) => assert!(piece.samples.is_empty()),
            end => break end,
        }
    };
    assert!(matches!(end, Err(EngineError::NoSound { characters: 5 })));
    assert_eq!(synthesis.next().unwrap(), None);
}

#[test]
fn a_long_silence_does_not_keep_a_worker() {
    let samples = [tone(0.5, 2_205), vec![0.0; 22_050], tone(0.5, 2_205)].concat();
    let parrot = Parrot::new(samples.clone()).dressed().in_steps(100);
    let mut synthesis = mastering::begin(&parrot, &plain_request("a", &"parrot".into())).unwrap();
    let mut empty = 0;
    let mut heard = Vec::new();
    while let Some(piece) = synthesis.next().unwrap() {
        empty += usize::from(piece.samples.is_empty());
        heard.extend(piece.samples);
    }
    assert!(empty > 10, "{empty} steps gave nothing");
    assert!(heard.len() > samples.len() && heard[..1_000] == samples[..1_000]);
}
