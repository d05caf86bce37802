//! The cases themselves.

use std::collections::HashSet;

use speech::{ByteSpan, Pitch, Pronounced, Speed, SynthesisRequest, VoiceId, VoiceSettings};

use super::rules::check_whole;
use super::run::{Progress, Run};
use super::{Case, Failure, Suite, ensure, plain_request};
use crate::{EngineError, Piece};

const SENTENCE: &str = "The quick brown fox jumps over the lazy dog.";
const OTHER: &str = "Pack my box with five dozen jugs!";
const SHORT: &str = "Hello.";

/// How often at most a synthesis is parked: `park` may sleep for a second.
const PARKS: usize = 3;
/// How many different steps at most a synthesis is dropped at, spread evenly over all.
const DROPS: usize = 16;

/// Every case, in the order in which they are tried: the ones that explain others first.
pub const CASES: &[Case] = &[
    Case { name: "the card is sound", attempt: card },
    Case { name: "an unknown voice is an error", attempt: unknown_voice },
    Case { name: "an empty text makes no sound", attempt: empty },
    Case { name: "punctuation alone is no error", attempt: punctuation },
    Case { name: "every word has a time", attempt: word_times },
    Case { name: "the end is the end", attempt: end },
    Case { name: "same request, same samples and words", attempt: repeated },
    Case { name: "two at a time are as each alone", attempt: interleaved },
    Case { name: "a pause between steps changes nothing", attempt: parked },
    Case { name: "one dropped at any step harms no other", attempt: dropped },
    Case { name: "faster is shorter", attempt: speeds },
    Case { name: "every pitch speaks", attempt: pitches },
    Case { name: "a pronounced word is still a word", attempt: pronounced },
    Case { name: "hostile text stays in bounds", attempt: hostile },
];

/// Text that an engine may decline, but must not choke on. The controls are turned into spaces before it sees them.
fn hostile_texts() -> Vec<(&'static str, String)> {
    vec![
        ("400 digits", "1234567890".repeat(40)),
        ("300 Chinese characters", "你好世界".repeat(75)),
        ("emoji", "😀👨‍👩‍👧🏳️‍🌈".repeat(20)),
        ("emoji among words", "so 😀 so 👍🏽 good".into()),
        ("control characters", "a\0b\u{1}c\u{1b}[1md\u{7f}e\u{85}f\r\n\t".into()),
        ("a word of 300 letters", "abcdefghij".repeat(30)),
        ("eSpeak phoneme brackets", "[[ say [[h@l'oU]] or [[".into()),
        ("markup", "<speak><break time=\"9s\"/>hi</speak> <audio src=\"/etc/passwd\"/> &amp; &#0;".into()),
        ("combining marks", format!("Z{}algo", "\u{301}\u{334}\u{35e}".repeat(60))),
        ("right to left", "שלום עולם مرحبا بالعالم \u{202e}abc\u{202c}".into()),
        ("no spaces, much punctuation", "a.b,c;d:e!f?g-h_i/j\\k|l".repeat(8)),
        ("punctuation", "?!.,;:…—()[]{}\"'«»".repeat(15)),
        ("white space", " \u{a0}\u{2003}\u{200b}\u{feff}".repeat(40)),
        ("edges of Unicode", "\u{fffd}\u{10ffff}\u{e000}x\u{2028}y".into()),
    ]
}

fn card(suite: &Suite<'_>) -> Result<(), Failure> {
    let card = suite.engine.card();
    ensure(!card.id.is_empty() && !card.licence.is_empty(), || "no name, or no licence".into())?;
    ensure(card.max_open > 0, || "max_open is zero, so nothing can be begun".into())?;
    ensure(card.speed_guess.is_finite() && card.speed_guess > 0.0, || "speed_guess is not positive".into())?;
    let distinct: HashSet<&VoiceId> = card.voices.iter().map(|voice| &voice.id).collect();
    ensure(distinct.len() == card.voices.len(), || "two voices share an id".into())?;
    ensure(distinct.contains(suite.voice), || "the voice under test is not on the card".into())?;
    for voice in &card.voices {
        ensure(voice.engine == card.id, || format!("voice {} names another engine", voice.id))?;
        ensure(!voice.languages.is_empty(), || format!("voice {} has no language", voice.id))?;
        ensure(!voice.licence.is_empty(), || format!("voice {} has no licence", voice.id))?;
    }
    default_voice(suite)
}

/// The first voice is the one that people get who ask for none.
fn default_voice(suite: &Suite<'_>) -> Result<(), Failure> {
    let default = suite.engine.card().voices.first();
    let default = default.ok_or_else(|| Failure::Broken("no voice on the card".into()))?;
    suite.whole(&plain_request(SHORT, &default.id)).map(drop)
}

fn unknown_voice(suite: &Suite<'_>) -> Result<(), Failure> {
    let nobody = VoiceId::from("no-voice-has-this-name");
    match suite.engine.begin(&plain_request(SHORT, &nobody)) {
        Err(EngineError::UnknownVoice(named)) => {
            ensure(named == nobody, || format!("the error names voice {named} instead"))
        }
        Err(other) => Err(Failure::Engine(other)),
        Ok(_) => Err(Failure::Broken("a voice that is not on the card was accepted".into())),
    }
}

fn empty(suite: &Suite<'_>) -> Result<(), Failure> {
    let whole = suite.whole(&suite.request(""))?;
    ensure(whole.samples.is_empty(), || format!("{} samples", whole.samples.len()))
}

fn punctuation(suite: &Suite<'_>) -> Result<(), Failure> {
    for text in [".", " ", "...", "?!", "—", "\"()\"", " , "] {
        suite.whole(&suite.request(text))?;
    }
    Ok(())
}

fn word_times(suite: &Suite<'_>) -> Result<(), Failure> {
    let request = suite.request(SENTENCE);
    let whole = suite.whole(&request)?;
    for (n, word) in request.text.words.iter().enumerate() {
        let timed = whole.words.iter().any(|said| overlap(said.source, word.source) && said.start < said.end);
        ensure(timed, || format!("word {n} has no time, or no length"))?;
    }
    Ok(())
}

/// An engine may tell two words as one, or one in parts.
const fn overlap(one: ByteSpan, other: ByteSpan) -> bool {
    one.start < other.end && other.start < one.end
}

fn end(suite: &Suite<'_>) -> Result<(), Failure> {
    for text in [SENTENCE, ""] {
        let mut run = Run::begin(suite, &suite.request(text))?;
        run.finish()?;
        for _ in 0..3 {
            ensure(run.step()? == Progress::Over, || "a piece came after the end".into())?;
        }
    }
    Ok(())
}

fn repeated(suite: &Suite<'_>) -> Result<(), Failure> {
    let first = suite.whole(&suite.request(SENTENCE))?;
    suite.whole(&suite.request(OTHER))?;
    suite.still_gives(&first)
}

fn interleaved(suite: &Suite<'_>) -> Result<(), Failure> {
    if suite.engine.card().max_open < 2 {
        return Ok(());
    }
    // Other settings than usual, to find those that leak from one synthesis into another.
    let requests = [suite.request(SENTENCE), suite.set(OTHER, 1.5, 1.25)];
    let alone = [suite.whole(&requests[0])?, suite.whole(&requests[1])?];
    let mut first = Run::begin(suite, &requests[0])?;
    let mut second = Run::begin(suite, &requests[1])?;
    while (first.step()?, second.step()?) != (Progress::Over, Progress::Over) {}
    same(&alone[0], &first.whole)?;
    same(&alone[1], &second.whole)
}

fn parked(suite: &Suite<'_>) -> Result<(), Failure> {
    let request = suite.request(SENTENCE);
    let alone = suite.whole(&request)?;
    let mut run = Run::begin(suite, &request)?;
    for _ in 0..PARKS {
        (suite.park)();
        run.step()?;
    }
    run.finish()?;
    same(&alone, &run.whole)
}

fn dropped(suite: &Suite<'_>) -> Result<(), Failure> {
    let request = suite.request(SENTENCE);
    let (whole, all) = Run::begin(suite, &request)?.into_whole()?;
    for steps in (0..=all).step_by(all.div_ceil(DROPS)) {
        let mut run = Run::begin(suite, &request)?;
        for _ in 0..steps {
            run.step()?;
        }
        drop(run);
        suite.whole(&suite.request(SHORT))?;
    }
    suite.still_gives(&whole)
}

fn speeds(suite: &Suite<'_>) -> Result<(), Failure> {
    let mut last = usize::MAX;
    for factor in [Speed::MIN, 0.5, 1.0, 2.0, Speed::MAX] {
        let samples = suite.whole(&suite.set(SENTENCE, f64::from(factor), 1.0))?.samples.len();
        ensure(samples < last, || format!("at speed {factor} it is no shorter than at the one below"))?;
        last = samples;
    }
    Ok(())
}

fn pitches(suite: &Suite<'_>) -> Result<(), Failure> {
    for factor in [Pitch::MIN, 1.0, Pitch::MAX] {
        suite.whole(&suite.set(SENTENCE, 1.0, f64::from(factor)))?;
    }
    Ok(())
}

/// An engine that knows no IPA says what is written.
fn pronounced(suite: &Suite<'_>) -> Result<(), Failure> {
    let plain = suite.request(SENTENCE);
    let expected = suite.whole(&plain)?;
    for ipa in ["ˈbɹaʊn", "", "]] ∞ [[h@l'oU", &"aˈtːo ".repeat(500)] {
        let mut request = plain.clone();
        let words = request.text.words.iter().skip(1).step_by(2);
        request.text.pronounced =
            words.map(|word| Pronounced { spoken: word.spoken, ipa: ipa.into() }).collect();
        let (told, wanted) = (suite.whole(&request)?.words.len(), expected.words.len());
        ensure(told == wanted, || format!("{told} words instead of {wanted} with a pronunciation"))?;
    }
    suite.still_gives(&expected)
}

fn hostile(suite: &Suite<'_>) -> Result<(), Failure> {
    let before = suite.whole(&suite.request(SENTENCE))?;
    for (name, text) in hostile_texts() {
        speak_or_decline(suite, &suite.request(&text))
            .map_err(|failure| Failure::Broken(format!("{name}: {failure}")))?;
    }
    suite.still_gives(&before)
}

fn speak_or_decline(suite: &Suite<'_>, request: &SynthesisRequest) -> Result<(), Failure> {
    let mut run = match Run::begin(suite, request) {
        Err(Failure::Engine(error)) => return discreet(request, &error),
        begun => begun?,
    };
    match run.finish() {
        Err(Failure::Engine(error)) => discreet(request, &error),
        finished => finished.and_then(|()| check_whole(request, &run.whole)),
    }
}

/// An error never repeats the user's text.
fn discreet(request: &SynthesisRequest, error: &EngineError) -> Result<(), Failure> {
    let told = error.to_string().contains(request.text.text.as_str());
    ensure(!told, || "the error repeats the user's text".into())
}

fn same(expected: &Piece, found: &Piece) -> Result<(), Failure> {
    let (long, short) = (expected.samples.len(), found.samples.len());
    ensure(long == short, || format!("{short} samples instead of {long}"))?;
    ensure(expected.samples == found.samples, || "other samples of the same number".into())?;
    ensure(expected.words == found.words, || "other words or word times".into())?;
    ensure(expected.phonemes == found.phonemes, || "other phonemes".into())
}

impl Suite<'_> {
    fn request(&self, text: &str) -> SynthesisRequest {
        plain_request(text, self.voice)
    }

    fn set(&self, text: &str, speed: f64, pitch: f64) -> SynthesisRequest {
        let speed = Speed::new(speed).expect("the cases name speeds within its range");
        let pitch = Pitch::new(pitch).expect("the cases name pitches within its range");
        SynthesisRequest {
            settings: VoiceSettings { speed, pitch, ..VoiceSettings::default() },
            ..self.request(text)
        }
    }

    /// After whatever happened, the sentence gives what it gave.
    fn still_gives(&self, before: &Piece) -> Result<(), Failure> {
        same(before, &self.whole(&self.request(SENTENCE))?)
    }
}
