//! How long the first piece and the whole of a segment take, in milliseconds, over many runs.
//!
//! `cargo run --release -p engine-espeak --example latency [RUNS [VOICE]]`

use std::process::ExitCode;
use std::time::{Duration, Instant};

use engine::{Engine, SynthesisRequest};
use engine_espeak::{Espeak, EspeakConfig, VOICE_HOST_ARG, host_main};
use speech::{Ending, SpokenText, UserText, VoiceSettings};

const SHORT: &str = "Hello there.";
const LONG: &str = "The quick brown fox jumps over the lazy dog while the rain keeps falling on the old tin roof, and nobody \
                    in the small quiet village by the river seems to notice that the long summer is finally over.";

#[expect(clippy::print_stdout, reason = "a program for the terminal")]
fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let first = args.next();
    if first.as_deref().is_some_and(|arg| arg == VOICE_HOST_ARG) {
        return host_main(args);
    }
    let runs = first.and_then(|runs| runs.to_str()?.parse().ok()).unwrap_or(200);
    let voice = args.next().and_then(|voice| voice.into_string().ok()).unwrap_or_else(|| "en-us".into());
    let started = Instant::now();
    let espeak = Espeak::new(EspeakConfig::for_current_exe()).expect("there are standard folders");
    speak(&espeak, &voice, SHORT);
    println!("cold start to the end of the first segment: {:.1} ms", millis(started.elapsed()));
    for text in [SHORT, LONG] {
        let mut times: Vec<_> = (0..runs).map(|_| speak(&espeak, &voice, text)).collect();
        let audio = times[0].2 as f64 / 22_050.0;
        times.sort_by_key(|time| time.0);
        let first = (times[runs / 2].0, times[runs * 95 / 100].0);
        times.sort_by_key(|time| time.1);
        let whole = (times[runs / 2].1, times[runs * 95 / 100].1);
        println!(
            "{} characters, {audio:.1} s of audio: first piece p50 {:.2} p95 {:.2}, whole p50 {:.2} p95 {:.2}",
            text.len(),
            millis(first.0),
            millis(first.1),
            millis(whole.0),
            millis(whole.1)
        );
    }
    ExitCode::SUCCESS
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The time to the first piece, to the end, and the samples.
fn speak(espeak: &Espeak, voice: &str, text: &str) -> (Duration, Duration, usize) {
    let request = SynthesisRequest {
        text: SpokenText { text: UserText::from(text), ..SpokenText::default() },
        ending: Ending::Sentence,
        voice: voice.into(),
        settings: VoiceSettings::default(),
        seed: 0,
    };
    let started = Instant::now();
    let mut synthesis = espeak.begin(&request).expect("the voice is known");
    let mut first = None;
    let mut samples = 0;
    while let Some(piece) = synthesis.next().expect("it can be spoken") {
        first.get_or_insert_with(|| started.elapsed());
        samples += piece.samples.len();
    }
    (first.expect("there is a piece"), started.elapsed(), samples)
}
