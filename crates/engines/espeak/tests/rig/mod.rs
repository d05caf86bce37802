//! What the tests of this crate share: an engine with its own host program and folder, texts with spans, a drain.

#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use engine::{Engine, EngineError, Piece, SynthesisRequest};
use engine_espeak::{Espeak, EspeakConfig, HostCommand};
use nix::sys::signal::Signal;
use nix::unistd::Pid;
use normaliser::Normaliser;
use speech::{
    ByteSpan, Ending, Language, SpokenText, SpokenWord, UserText, VoiceSettings, WordSource, Wording,
};

/// This crate's own voice host.
pub(crate) fn host() -> HostCommand {
    HostCommand { program: env!("CARGO_BIN_EXE_espeak-voice-host").into(), args: Vec::new() }
}

/// A folder of this process's own that does not exist yet.
pub(crate) fn fresh_folder() -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let path =
        PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("voices-{}-{number}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    path
}

/// Standard settings, but for the host and a folder that all tests share.
pub(crate) fn config() -> EspeakConfig {
    EspeakConfig {
        host: host(),
        data_dirs: vec![PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("voices")],
        // Generous, since tests run on busy machines.
        stall_limit: Duration::from_secs(20),
        host_answer_limit: Duration::from_secs(10),
        ..EspeakConfig::default()
    }
}

pub(crate) fn espeak() -> Espeak {
    Espeak::new(config()).expect("there is a folder")
}

/// A text whose units are its parts between spaces, each its own source.
pub(crate) fn spoken(text: &str) -> SpokenText {
    let parts: Vec<_> = text.split(' ').map(|word| (word, word)).collect();
    rewritten(&parts)
}

/// A text as it is read aloud in a language: figures are words, and each word is a unit.
pub(crate) fn read(language: &str, text: &str) -> SpokenText {
    Normaliser::new(&Language::new(language)).read(text)
}

/// What a voice says, without stress, clauses and pauses.
pub(crate) fn sounds(espeak: &Espeak, voice: &str, text: &SpokenText) -> String {
    let out = espeak.phonemes(text, &voice.into()).expect("it reads");
    out.chars().filter(|sign| !"ˈˌ \n".contains(*sign)).collect()
}

/// Units as they are spoken and as they stood in the source, joined by spaces.
pub(crate) fn rewritten(parts: &[(&str, &str)]) -> SpokenText {
    let (mut text, mut source) = (String::new(), String::new());
    let mut words = Vec::new();
    for (said, written) in parts {
        let starts = (text.len(), source.len());
        text.push_str(said);
        source.push_str(written);
        words.push(WordSource {
            spoken: ByteSpan::new(starts.0, text.len()),
            source: ByteSpan::new(starts.1, source.len()),
            wording: if said == written { Wording::AsWritten } else { Wording::Otherwise },
        });
        text.push(' ');
        source.push(' ');
    }
    SpokenText { text: UserText::from(text.trim_end()), words, ..SpokenText::default() }
}

pub(crate) fn request(voice: &str, text: SpokenText) -> SynthesisRequest {
    let settings = VoiceSettings::default();
    SynthesisRequest { text, ending: Ending::Sentence, voice: voice.into(), settings, seed: 0 }
}

/// All pieces of a segment.
pub(crate) fn pieces(espeak: &Espeak, request: &SynthesisRequest) -> Result<Vec<Piece>, EngineError> {
    let mut synthesis = espeak.begin(request)?;
    std::iter::from_fn(|| synthesis.next().transpose()).collect()
}

pub(crate) fn samples(pieces: &[Piece]) -> Vec<f32> {
    pieces.iter().flat_map(|piece| piece.samples.iter().copied()).collect()
}

pub(crate) fn words(pieces: &[Piece]) -> Vec<SpokenWord> {
    pieces.iter().flat_map(|piece| piece.words.iter().cloned()).collect()
}

/// All that a listener hears of a segment, after mastering.
pub(crate) fn heard(espeak: &Espeak, request: &SynthesisRequest) -> Piece {
    let mut synthesis = mastering::begin(espeak, request).expect("the voice exists");
    let mut whole = Piece::default();
    while let Some(piece) = synthesis.next().expect("it speaks") {
        whole.samples.extend(piece.samples);
        whole.words.extend(piece.words);
        whole.phonemes.extend(piece.phonemes);
    }
    whole
}

/// Speaks plain text; panics if it cannot.
pub(crate) fn say(espeak: &Espeak, voice: &str, text: &str) -> Vec<Piece> {
    pieces(espeak, &request(voice, spoken(text))).unwrap_or_else(|error| panic!("{voice}: {error}"))
}

/// The processes that this one has started and that exist, zombies included: number and state.
pub(crate) fn children_of(parent: u32) -> Vec<(i32, char)> {
    let processes = std::fs::read_dir("/proc").expect("Linux has it").filter_map(|entry| {
        let pid: i32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        // After the name, which is in parentheses and may contain anything.
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
        let state = fields.next()?.chars().next()?;
        (fields.next()?.parse::<u32>().ok()? == parent).then_some((pid, state))
    });
    processes.collect()
}

/// The only voice host of this process.
pub(crate) fn the_host() -> i32 {
    let hosts = children_of(std::process::id());
    assert_eq!(hosts.len(), 1, "not one host: {hosts:?}");
    hosts[0].0
}

/// Waits for something that takes the operating system a moment.
pub(crate) fn eventually(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..500 {
        if holds() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("still not after 5 s: {what}");
}

/// Ends a process without asking it.
pub(crate) fn kill(pid: i32) {
    signal(pid, Signal::SIGKILL);
}

/// Makes a process hang.
pub(crate) fn stop(pid: i32) {
    signal(pid, Signal::SIGSTOP);
    eventually("it has stopped", || state_of(pid) == Some('T'));
}

fn signal(pid: i32, signal: Signal) {
    nix::sys::signal::kill(Pid::from_raw(pid), signal).expect("it runs");
}

fn state_of(pid: i32) -> Option<char> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.trim_start().chars().next()
}

/// More than fits into a socket's buffer, so that a child that nobody reads from is parked.
pub(crate) fn long_text() -> String {
    "The rain keeps falling on the old tin roof of the mill by the river. ".repeat(12)
}
