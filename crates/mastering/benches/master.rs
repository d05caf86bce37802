//! What mastering costs. Every case masters one second of audio, so 1 ms is a thousandth of real time. It reports and
//! judges nothing (`cargo bench -p mastering`).
#![expect(clippy::unwrap_used, reason = "the person who runs a bench reads what it says")]

use divan::{Bencher, black_box};
use engine::conformance::plain_request;
use engine::{Engine, EngineCard, EngineError, Piece, Silence, Synthesis, SynthesisRequest};
use mastering::TARGET;
use speech::{Gender, Language, Loudness, SampleRate, VoiceCard};

fn main() {
    divan::main();
}

/// The rate of eSpeak NG's voices.
const RATE: SampleRate = SampleRate::known(22_050);
/// What that engine gives with one step: 300 ms.
const STEP: usize = 6_615;

/// An engine that costs a copy.
struct Canned {
    card: EngineCard,
    pieces: Vec<Vec<f32>>,
}

struct Saying(std::vec::IntoIter<Vec<f32>>);

impl Synthesis for Saying {
    fn next(&mut self) -> Result<Option<Piece>, EngineError> {
        Ok(self.0.next().map(|samples| Piece { samples, ..Piece::default() }))
    }
}

impl Engine for Canned {
    fn card(&self) -> &EngineCard {
        &self.card
    }

    fn begin(&self, _: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
        Ok(Box::new(Saying(self.pieces.clone().into_iter())))
    }
}

fn canned(silence: Silence, above: Option<i16>) -> Canned {
    let target = (TARGET.lufs() * 100.0).round() as i16;
    let voice = VoiceCard {
        id: "canned".into(),
        name: "Canned".into(),
        languages: vec![Language::new("und")],
        gender: Gender::Neutral,
        engine: "canned",
        rate: RATE,
        licence: "MIT".into(),
        loudness: above.map(|above| Loudness::from_hundredths(target - above)),
    };
    let card = EngineCard {
        id: "canned",
        licence: "MIT",
        voices: vec![voice],
        max_open: 1,
        speed_guess: 1.0,
        silence,
    };
    let sample = |n: usize| (n as f32 * 0.05).sin() * 0.5 + (n as f32 * 0.61).sin() * 0.2;
    let samples: Vec<f32> = (0..RATE.hz() as usize).map(sample).collect();
    Canned { card, pieces: samples.chunks(STEP).map(<[f32]>::to_vec).collect() }
}

fn master(bencher: Bencher<'_, '_>, engine: &Canned) {
    let request = plain_request("Hello there.", &"canned".into());
    bencher.bench_local(|| {
        let mut synthesis = mastering::begin(engine, &request).unwrap();
        while let Some(piece) = synthesis.next().unwrap() {
            black_box(piece);
        }
    });
}

/// The engine alone: what the others cost besides.
#[divan::bench]
fn nothing_to_do(bencher: Bencher<'_, '_>) {
    master(bencher, &canned(Silence::Kept, None));
}

#[divan::bench]
fn silence_alone(bencher: Bencher<'_, '_>) {
    master(bencher, &canned(Silence::Dressed, None));
}

/// The usual case.
#[divan::bench]
fn silence_and_a_limiter_at_rest(bencher: Bencher<'_, '_>) {
    master(bencher, &canned(Silence::Dressed, Some(100)));
}

/// Twice as much as a voice ever asks for, without a pause.
#[divan::bench]
fn silence_and_a_limiter_always_at_work(bencher: Bencher<'_, '_>) {
    master(bencher, &canned(Silence::Dressed, Some(1_200)));
}
