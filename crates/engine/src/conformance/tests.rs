//! The suite passes a good engine, and each case catches the engine that breaks its rule.

use std::sync::atomic::{AtomicUsize, Ordering};

use speech::{ByteSpan, Gender, Language, SampleCount, SampleRate, SynthesisRequest, VoiceCard, VoiceId};

use super::*;
use crate::{EngineCard, Phoneme, Piece, SpokenWord, Synthesis};

/// What an engine does wrong, apart from being an engine of one buzz per letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Misdeed {
    None,
    Endless,
    NeverShorter,
    LosesText,
    TakesAnyVoice,
    ForgetsWords,
    SpansBeyondText,
    TimesBackwards,
    TimesBeyondAudio,
    LatePhonemes,
    LosesPronounced,
    ChangesEveryRun,
    TooLoud,
    SpeaksAfterTheEnd,
    BuzzesAtNothing,
    TwiceTheSameVoice,
    TellsTheText,
    LeaksOnDrop,
    SharesState,
}

const PIECE: usize = 64;

struct Buzz {
    card: EngineCard,
    misdeed: Misdeed,
    runs: AtomicUsize,
    leaked: std::sync::Arc<AtomicUsize>,
}

struct Buzzing {
    left: Vec<f32>,
    words: Vec<SpokenWord>,
    misdeed: Misdeed,
    after: usize,
    leaked: std::sync::Arc<AtomicUsize>,
}

fn voice(id: &str) -> VoiceCard {
    VoiceCard {
        id: id.into(),
        name: "Buzz".into(),
        languages: vec![Language::new("en")],
        gender: Gender::Neutral,
        engine: "buzz",
        rate: SampleRate::known(8_000),
        licence: "MIT".into(),
        loudness: None,
    }
}

impl Buzz {
    fn new(misdeed: Misdeed) -> Self {
        let mut voices = vec![voice("buzz")];
        if misdeed == Misdeed::TwiceTheSameVoice {
            voices.push(voice("buzz"));
        }
        let card = EngineCard {
            id: "buzz",
            licence: "MIT",
            voices,
            max_open: 2,
            speed_guess: 1.0,
            silence: crate::Silence::Kept,
        };
        Self { card, misdeed, runs: AtomicUsize::new(0), leaked: AtomicUsize::new(0).into() }
    }

    fn level(&self) -> f32 {
        match self.misdeed {
            Misdeed::ChangesEveryRun => 1.0 / (1.0 + self.runs.fetch_add(1, Ordering::Relaxed) as f32),
            Misdeed::LeaksOnDrop | Misdeed::SharesState => {
                1.0 / (1.0 + self.leaked.load(Ordering::Relaxed) as f32)
            }
            Misdeed::TooLoud => f32::NAN,
            _ => 0.5,
        }
    }

    fn samples(&self, request: &SynthesisRequest) -> usize {
        let text = request.text.text.as_str();
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        match self.misdeed {
            Misdeed::LosesText if text.contains("<speak>") => 0,
            Misdeed::BuzzesAtNothing => 10 + letters,
            Misdeed::NeverShorter => letters * 40,
            _ => (letters as f32 * 40.0 / request.settings.speed.factor()) as usize,
        }
    }

    fn words(&self, request: &SynthesisRequest, samples: usize) -> Vec<SpokenWord> {
        let count = request.text.words.len().max(1);
        let at = |n: usize| (samples * n / count) as u64;
        let words = request.text.words.iter().enumerate();
        let mut words: Vec<SpokenWord> = words
            .map(|(n, word)| SpokenWord {
                source: word.source,
                start: SampleCount(at(n)),
                end: SampleCount(at(n + 1)),
            })
            .collect();
        self.spoil(&mut words);
        if self.misdeed == Misdeed::LosesPronounced {
            words.truncate(words.len() - request.text.pronounced.len());
        }
        words
    }

    fn spoil(&self, words: &mut Vec<SpokenWord>) {
        match self.misdeed {
            Misdeed::ForgetsWords => words.truncate(2),
            Misdeed::TimesBackwards if words.len() > 1 => words[0].end = words[1].end,
            Misdeed::TimesBeyondAudio => words.iter_mut().for_each(|word| word.end.0 += 1_000_000),
            Misdeed::SpansBeyondText => {
                words.iter_mut().for_each(|word| word.source = ByteSpan::new(word.source.start, 9_999));
            }
            _ => {}
        }
    }
}

impl Engine for Buzz {
    fn card(&self) -> &EngineCard {
        &self.card
    }

    fn begin(&self, request: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
        if request.voice.as_str() != "buzz" && self.misdeed != Misdeed::TakesAnyVoice {
            return Err(EngineError::UnknownVoice(request.voice.clone()));
        }
        if self.misdeed == Misdeed::TellsTheText && request.text.text.contains("<speak>") {
            return Err(EngineError::Crashed(format!("cannot say {}", request.text.text.as_str())));
        }
        if self.misdeed == Misdeed::SharesState {
            self.leaked.fetch_add(1, Ordering::Relaxed);
        }
        let samples = self.samples(request);
        Ok(Box::new(Buzzing {
            left: vec![self.level(); samples],
            words: self.words(request, samples),
            misdeed: self.misdeed,
            after: 0,
            leaked: self.leaked.clone(),
        }))
    }
}

impl Synthesis for Buzzing {
    fn next(&mut self) -> Result<Option<Piece>, EngineError> {
        let words = std::mem::take(&mut self.words);
        if self.left.is_empty() {
            return Ok(self.beyond_the_end());
        }
        let samples = self.left.drain(..PIECE.min(self.left.len())).collect();
        let late = self.misdeed == Misdeed::LatePhonemes && self.left.is_empty();
        let phonemes = late.then(|| Phoneme { ipa: "z".into(), start: SampleCount::ZERO });
        Ok(Some(Piece { samples, words, phonemes: phonemes.into_iter().collect() }))
    }
}

impl Buzzing {
    fn beyond_the_end(&mut self) -> Option<Piece> {
        self.after += 1;
        match self.misdeed {
            Misdeed::Endless => Some(Piece::default()),
            Misdeed::SpeaksAfterTheEnd if self.after == 2 => Some(Piece::default()),
            _ => None,
        }
    }
}

impl Drop for Buzzing {
    fn drop(&mut self) {
        let leaks = self.misdeed == Misdeed::LeaksOnDrop && !self.left.is_empty();
        let parted = self.misdeed == Misdeed::SharesState;
        if leaks {
            self.leaked.fetch_add(1, Ordering::Relaxed);
        }
        if parted {
            self.leaked.fetch_sub(1, Ordering::Relaxed);
        }
    }
}

/// The names of the cases that fail with this misdeed.
fn caught(misdeed: Misdeed) -> Vec<&'static str> {
    let engine = Buzz::new(misdeed);
    let id = VoiceId::from("buzz");
    let suite = Suite { engine: &engine, voice: &id, bounds: Bounds::default(), park: &|| {} };
    CASES.iter().filter(|case| (case.attempt)(&suite).is_err()).map(|case| case.name).collect()
}

#[test]
fn a_good_engine_passes() {
    check(&Buzz::new(Misdeed::None), &VoiceId::from("buzz"), || {});
}

#[test]
fn every_misdeed_is_caught_by_the_case_about_it() {
    let expected = [
        (Misdeed::Endless, "an empty text makes no sound"),
        (Misdeed::NeverShorter, "faster is shorter"),
        (Misdeed::LosesText, "hostile text stays in bounds"),
        (Misdeed::TakesAnyVoice, "an unknown voice is an error"),
        (Misdeed::ForgetsWords, "every word has a time"),
        (Misdeed::SpansBeyondText, "every word has a time"),
        (Misdeed::TimesBackwards, "every word has a time"),
        (Misdeed::TimesBeyondAudio, "every word has a time"),
        (Misdeed::LatePhonemes, "every word has a time"),
        (Misdeed::LosesPronounced, "a pronounced word is still a word"),
        (Misdeed::ChangesEveryRun, "same request, same samples and words"),
        (Misdeed::TooLoud, "every pitch speaks"),
        (Misdeed::SpeaksAfterTheEnd, "the end is the end"),
        (Misdeed::BuzzesAtNothing, "an empty text makes no sound"),
        (Misdeed::TwiceTheSameVoice, "the card is sound"),
        (Misdeed::TellsTheText, "hostile text stays in bounds"),
        (Misdeed::LeaksOnDrop, "one dropped at any step harms no other"),
        (Misdeed::SharesState, "two at a time are as each alone"),
    ];
    for (misdeed, case) in expected {
        let caught = caught(misdeed);
        assert!(caught.contains(&case), "{misdeed:?} was caught by {caught:?}, not by \"{case}\"");
    }
}

#[test]
fn state_shared_between_two_is_caught_by_nothing_else() {
    assert_eq!(caught(Misdeed::SharesState), ["two at a time are as each alone"]);
}

#[test]
#[should_panic(
    expected = "engine buzz, voice buzz, case \"faster is shorter\": at speed 0.5 it is no shorter"
)]
fn a_failure_names_engine_voice_and_case() {
    check(&Buzz::new(Misdeed::NeverShorter), &VoiceId::from("buzz"), || {});
}

#[test]
fn a_synthesis_is_parked_a_few_times_at_most() {
    let parks = std::cell::Cell::new(0);
    check(&Buzz::new(Misdeed::None), &VoiceId::from("buzz"), || parks.set(parks.get() + 1));
    assert_eq!(parks.get(), 3);
}

#[test]
#[should_panic(expected = "more audio than the 100ms allowed")]
fn too_much_audio_is_caught() {
    let engine = Buzz::new(Misdeed::None);
    let bounds = Bounds { audio: Duration::from_millis(100), ..Bounds::default() };
    Suite { engine: &engine, voice: &VoiceId::from("buzz"), bounds, park: &|| {} }.run();
}
