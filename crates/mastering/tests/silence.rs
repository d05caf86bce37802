//! Silence before and after a segment, and the times of what lies between.

mod rig;

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

use engine::{AUDIBLE, Engine, EngineCard, EngineError, Piece, Synthesis, SynthesisRequest};
use rig::{Parrot, hear, heard, heard_at, heard_until, request, tone};
use speech::{Ending, Speed, VoiceSettings};

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
fn what_ends_and_nothing_else_decides_the_pause() {
    let pause =
        |ending| heard_until(&Parrot::new(spoken(1_000)).dressed(), ending).samples.len() - 44 - 11_025;
    let all = [Ending::Sentence, Ending::Part, Ending::Clause, Ending::Phrase, Ending::Cut];
    assert_eq!(all.map(pause), [6_615, 4_961, 3_307, 1_323, 0]);
}

#[test]
fn a_pause_has_its_length_at_any_rate_and_speed() {
    for (hz, speed, pause) in
        [(8_000, 1.0, 2_400), (48_000, 1.0, 14_400), (48_000, 2.0, 7_200), (8_000, 0.5, 4_800)]
    {
        let settings = VoiceSettings { speed: Speed::new(speed).unwrap(), ..VoiceSettings::default() };
        let parrot = Parrot::new(spoken(1_000)).dressed().at_rate(hz);
        let heard = hear(&parrot, &SynthesisRequest { settings, ..request("a") }).unwrap();
        assert_eq!(heard.samples.len(), hz as usize / 500 + 11_025 + pause, "{hz} Hz at {speed}");
    }
}

#[test]
fn an_engine_that_keeps_its_silence_is_left_alone() {
    assert!(heard(&Parrot::new(spoken(77)), "Yes.").samples == spoken(77));
}

#[test]
fn words_move_with_their_sound_and_end_inside_of_it() {
    for step in [100, 2_205, 100_000] {
        let parrot = Parrot::new(spoken(9_000)).with_word(2_000, 4_410).with_word(4_410, 99_999);
        let parrot = parrot.with_phoneme(2_200).with_phoneme(5_000).with_phoneme(99_999);
        let heard = heard_until(&parrot.dressed().in_steps(step), Ending::Phrase);
        let times: Vec<_> = heard.words.iter().map(|word| (word.start.0, word.end.0)).collect();
        assert_eq!(times, [(0, 2_249), (2_249, 44 + 11_025 + 1_323)], "in steps of {step}");
        let phonemes: Vec<_> = heard.phonemes.iter().map(|phoneme| phoneme.start.0).collect();
        assert_eq!(phonemes, [39, 2_839, 44 + 11_025 + 1_323], "in steps of {step}");
        assert_eq!(heard.samples.len(), 44 + 11_025 + 1_323);
    }
}

#[test]
fn a_text_that_says_nothing_sounds_like_nothing_and_any_other_is_an_error() {
    let silent = Parrot::new(vec![0.001; 5_000]).dressed();
    assert!(heard(&silent, "…").samples.is_empty());
    let mut synthesis = mastering::begin(&silent, &request("Hello")).unwrap();
    let end = loop {
        match synthesis.next() {
            Ok(Some(piece)) => assert!(piece.samples.is_empty()),
            end => break end,
        }
    };
    assert!(matches!(end, Err(EngineError::NoSound { characters: 5 })));
    assert_eq!(synthesis.next().unwrap(), None);
}

/// Counts what an engine is asked.
struct Counting<'a>(&'a Parrot, Arc<AtomicUsize>);

struct Counted(Box<dyn Synthesis>, Arc<AtomicUsize>);

impl Engine for Counting<'_> {
    fn card(&self) -> &EngineCard {
        self.0.card()
    }

    fn begin(&self, request: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
        Ok(Box::new(Counted(self.0.begin(request)?, Arc::clone(&self.1))))
    }
}

impl Synthesis for Counted {
    fn next(&mut self) -> Result<Option<Piece>, EngineError> {
        self.1.fetch_add(1, Relaxed);
        self.0.next()
    }
}

#[test]
fn one_step_is_one_step_of_the_engine() {
    let samples = [vec![0.0; 22_050], tone(0.5, 2_205), vec![0.0; 22_050], tone(0.5, 2_205)].concat();
    let parrot = Parrot::new(samples).dressed().in_steps(441);
    let steps = Arc::new(AtomicUsize::new(0));
    let counting = Counting(&parrot, Arc::clone(&steps));
    let mut synthesis = mastering::begin(&counting, &request("a")).unwrap();
    let (mut taken, mut empty) = (0, 0);
    while let Some(piece) = synthesis.next().unwrap() {
        taken += 1;
        empty += usize::from(piece.samples.is_empty());
        assert_eq!(steps.load(Relaxed), taken);
    }
    // All of the silence before the first sound, and what the second is longer than a sentence's pause.
    assert_eq!(empty, 50 + 50 - 15);
}

#[test]
fn a_closed_mouth_does_not_hold_the_first_piece_back() {
    let samples = [vec![0.5; 220], vec![0.0; 660], tone(0.5, 8_000)].concat();
    let parrot = Parrot::new(samples).dressed().in_steps(880);
    let mut synthesis = mastering::begin(&parrot, &request("Two.")).unwrap();
    assert_eq!(synthesis.next().unwrap().unwrap().samples.len(), 880);
}

/// 20 dB below the target, so that the level from which on it is heard is a tenth of the usual one.
#[test]
fn of_a_quiet_voice_less_is_silence_and_of_a_loud_one_more() {
    let just = |part: f32, below| {
        let samples = [vec![0.5; 300], vec![AUDIBLE * part; 700]].concat();
        heard_until(&Parrot::new(samples).dressed().below_target(below), Ending::Cut).samples.len()
    };
    assert_eq!([just(0.099, 2_000), just(0.101, 2_000)], [300, 1_000]);
    assert_eq!([just(0.999, 0), just(1.001, 0)], [300, 1_000]);
    assert_eq!([just(9.9, -2_000), just(10.1, -2_000)], [300, 1_000]);
}

/// The volume changes the volume and nothing else.
#[test]
fn the_volume_makes_nothing_silent() {
    let parrot = Parrot::new([vec![0.5; 300], vec![0.01; 700]].concat()).dressed();
    assert_eq!(heard_at(&parrot, 0.01).len(), heard_at(&parrot, 2.0).len());
}

#[test]
fn nothing_follows_an_error() {
    for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let samples = [tone(0.5, 3_000), vec![bad], tone(0.5, 5_000)].concat();
        let parrot = Parrot::new(samples).dressed().in_steps(1_000);
        let mut synthesis = mastering::begin(&parrot, &request("Hello")).unwrap();
        let mut heard = 0;
        let error = loop {
            match synthesis.next() {
                Ok(piece) => heard += piece.expect("it does not just end").samples.len(),
                Err(error) => break error,
            }
        };
        assert!(matches!(error, EngineError::NoNumber { sample: 3_000 }), "{error}");
        assert!(!error.may_heal() && heard == 3_000);
        assert_eq!(synthesis.next().unwrap(), None);
    }
}

#[test]
fn a_voice_that_is_not_listed_is_refused() {
    let parrot = Parrot::new(spoken(0)).dressed();
    let error = hear(&parrot, &SynthesisRequest { voice: "other".into(), ..request("a") }).unwrap_err();
    assert!(matches!(error, EngineError::UnknownVoice(_)), "{error}");
}
