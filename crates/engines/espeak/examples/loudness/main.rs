//! How loud each listed voice is by itself: measures all of them and writes `src/loudness.txt`, or checks some of it.
//!
//! `cargo xtask loudness [--check]`. Mastering brings each voice from there to the level that all share.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

mod measure;
mod passage;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;

use engine::Engine;
use engine_espeak::{Espeak, EspeakConfig, VOICE_HOST_ARG, host_main};
use speech::{Loudness, VoiceCard};

/// How far a new measurement may be from the stored one, in LU.
const TOLERANCE: f64 = 0.5;
/// The check measures one voice of so many.
const SAMPLE: usize = 30;
/// Measures at a time, each with a voice host.
const THREADS: usize = 4;

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let first = args.next();
    if first.as_deref().is_some_and(|arg| arg == VOICE_HOST_ARG) {
        return host_main(args);
    }
    let done = match first.as_deref().map(|arg| arg.to_str()) {
        None => renew(),
        Some(Some("--check")) => check(),
        Some(_) => Err("usage: cargo xtask loudness [--check]".to_owned()),
    };
    match done {
        Ok(told) => {
            println!("{told}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("loudness: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn renew() -> Result<String, String> {
    let espeak = espeak()?;
    let mut measured = measure_all(&espeak, espeak.card().voices.iter().collect())?;
    measured.sort_by(|one, other| one.0.id.cmp(&other.0.id));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/loudness.txt");
    let lines: String = measured.iter().map(|(card, loudness)| format!("{} {loudness}\n", card.id)).collect();
    std::fs::write(&path, lines).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut levels: Vec<_> = measured.iter().map(|(_, loudness)| *loudness).collect();
    levels.sort();
    let (count, first, last) = (levels.len(), levels[0], levels[levels.len() - 1]);
    let median = levels[count / 2];
    Ok(format!("{count} voices from {first} to {last} LUFS, median {median}; build again to use them"))
}

fn check() -> Result<String, String> {
    let espeak = espeak()?;
    let measured = measure_all(&espeak, espeak.card().voices.iter().step_by(SAMPLE).collect())?;
    let strays: Vec<_> = measured.iter().filter_map(|(card, loudness)| stray(card, *loudness)).collect();
    if strays.is_empty() {
        return Ok(format!("{} voices are within {TOLERANCE} LU of what is stored", measured.len()));
    }
    let (count, strays) = (strays.len(), strays.join(", "));
    Err(format!(
        "{count} of {} voices: {strays}; run cargo xtask loudness and read the difference",
        measured.len()
    ))
}

/// What is wrong with what is stored of a voice, if anything is.
fn stray(card: &VoiceCard, now: Loudness) -> Option<String> {
    match card.loudness {
        Some(stored) if (stored.lufs() - now.lufs()).abs() <= TOLERANCE => None,
        Some(stored) => Some(format!("{} is stored with {stored} and has {now} LUFS", card.id)),
        None => Some(format!("{} is not stored and has {now} LUFS", card.id)),
    }
}

fn espeak() -> Result<Espeak, String> {
    Espeak::new(EspeakConfig::for_current_exe()).map_err(|error| error.to_string())
}

fn measure_all<'a>(
    espeak: &Espeak,
    voices: Vec<&'a VoiceCard>,
) -> Result<Vec<(&'a VoiceCard, Loudness)>, String> {
    let queue = Mutex::new(voices.into_iter());
    let next = || queue.lock().ok()?.next();
    let work = || {
        let measured = std::iter::from_fn(next).map(|card| Ok((card, measure::loudness_of(espeak, card)?)));
        measured.collect::<Result<Vec<_>, String>>()
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(work)).collect();
        let measured =
            threads.into_iter().map(|thread| thread.join().map_err(|_| "a thread panicked".to_owned())?);
        measured.collect::<Result<Vec<_>, _>>().map(|parts| parts.concat())
    })
}
