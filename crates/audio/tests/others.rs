//! The streams as ffmpeg and sox understand them, from a pipe and exactly as the messages join: how long, how loud, and
//! without a warning.
//!
//! A few long streams instead of many processes: each has settles in it and one clear. What a program does not know is
//! named in a line that `cargo xtask test` counts as skipped.

mod sound;
mod teller;

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use audio::CODECS;
use ear::Sizes;
use speech::{CodecId, ContainerId, OutputForm};
use teller::{Teller, forms, name};

/// A telephone's, a cloud's, a record's.
const RATES: [u32; 3] = [8_000, 24_000, 44_100];
/// For codecs to which all rates are equal: a telephone's and one that nobody has.
const RATES_OF_NUMBERS: [u32; 2] = [8_000, 17_321];
/// The rate of the embedded voice.
const VOICE: u32 = 22_050;

/// How ffmpeg is told what a stream without a head is.
const FFMPEG_RAW: [(CodecId, &str); 6] = [
    (CodecId::PCM_S16LE, "s16le"),
    (CodecId::PCM_S16BE, "s16be"),
    (CodecId::PCM_F32LE, "f32le"),
    (CodecId::MULAW, "mulaw"),
    (CodecId::ALAW, "alaw"),
    (CodecId::MP3, "mp3"),
];

/// The same for sox.
const SOX_RAW: [(CodecId, &str); 6] = [
    (CodecId::PCM_S16LE, "-t raw -e signed-integer -b 16 -L"),
    (CodecId::PCM_S16BE, "-t raw -e signed-integer -b 16 -B"),
    (CodecId::PCM_F32LE, "-t raw -e floating-point -b 32 -L"),
    (CodecId::MULAW, "-t raw -e mu-law -b 8"),
    (CodecId::ALAW, "-t raw -e a-law -b 8"),
    (CodecId::MP3, "-t mp3"),
];
/// How sox calls containers, where it has a name for them at all.
const SOX_TYPES: [(ContainerId, &str); 4] = [
    (ContainerId::WAV, "wav"),
    (ContainerId::WAV_EACH, "wav"),
    (ContainerId::FLAC, "flac"),
    (ContainerId::OGG, "opus"),
];

/// Codecs whose decoders may differ in the last filter, so that only length and level are compared: RFC 6716 §4.2.9 leaves
/// it open how Opus comes from its own rates to 48 kHz.
const FREE_DECODERS: [CodecId; 1] = [CodecId::OPUS];

/// What ffmpeg says of every WAV stream whose head claims no length, those that it wrote to a pipe itself among them.
const FFMPEG_ON_UNKNOWN_LENGTHS: [&str; 3] =
    ["Ignoring maximum wav data size", "Packet corrupt (stream = 0", "corrupt input packet in stream 0"];

/// sox decodes the last frame of an MP3, whoever wrote it, only if so many bytes follow: what its library may read beyond.
const SOX_GUARD: usize = 8;

/// A folder of this test's own, gone when it ends.
struct Folder(PathBuf);

impl Folder {
    fn new(of: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{of}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("cargo made the folder above");
        Self(path)
    }

    /// What a program makes of a stream on its standard input.
    fn pipe(&self, command: &mut Command, stream: &[u8]) -> Output {
        let path = self.0.join("stream");
        fs::write(&path, stream).expect("the folder is there");
        let input = File::open(&path).expect("it was written");
        command.stdin(input).stderr(Stdio::piped()).stdout(Stdio::piped());
        command.output().expect("the program was there a moment ago")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // In cargo's own temporary folder, which `cargo clean` sweeps.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A line as the test harness prints it, past its capture: so that whoever counts tests counts this.
fn skip(what: &str) {
    let _ = writeln!(std::io::stdout(), "\ntest {what} ... ignored");
}

/// What a program says of itself, if it is installed.
fn told_by(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).output().ok();
    if output.is_none() {
        skip(&format!("{program}: is not installed; CONTRIBUTING.md has the packages"));
    }
    output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Tones within every form's band, in turns of their own with a settle after each; one is cleared in mid-stream. And what
/// of it is heard, as the sum of squares in seconds.
fn conversation(form: OutputForm) -> (Teller, f64) {
    let mut teller = Teller::new(form);
    let mut energy = 0.0;
    for (turn, frequency) in [300.0, 440.0, 1_000.0, 1_700.0].into_iter().enumerate() {
        let samples = sound::sine(frequency, VOICE, 20_000 + 777 * turn);
        energy += samples.iter().map(|sample| f64::from(*sample).powi(2)).sum::<f64>() / f64::from(VOICE);
        for piece in sound::to_i16(&samples).chunks(2_205) {
            teller.push(VOICE, piece);
        }
        teller.settle();
        if turn == 1 {
            teller.push_and_clear(VOICE, &[0; 3_000]);
        }
    }
    teller.finish();
    (teller, energy)
}

/// Streams to be read on their own: all messages joined; or two of them, where each is a file.
fn streams(teller: &Teller) -> Vec<&[Vec<u8>]> {
    let ear = ear::CONTAINERS.iter().find(|ear| ear.id == teller.form.container).expect("it can be heard");
    let is_file_each =
        ear.sizes == Sizes::PerMessage && ear::hear(&teller.form, &teller.messages[1..]).is_ok();
    if is_file_each { teller.messages.chunks(1).take(2).collect() } else { vec![&teller.messages] }
}

/// Compares what a program decoded with what `ear` heard, sample by sample.
fn compare_samples(what: &str, decoded: &[f32], heard: &[f32]) {
    let snr = sound::snr_db(heard, decoded);
    assert!(snr > 40.0, "{what}: {snr:.1} dB from what `ear` hears");
}

/// Compares it with what was said.
fn compare_level(what: &str, decoded: &[f32], hz: u32, energy: f64) {
    let power: f64 = decoded.iter().map(|sample| f64::from(*sample).powi(2)).sum();
    let decibels = 10.0 * (power / f64::from(hz) / energy).log10();
    assert!(decibels.abs() < 0.5, "{what}: {decibels:+.2} dB");
}

fn read_forms() -> impl Iterator<Item = OutputForm> {
    let has_memory = |form: &OutputForm| CODECS.iter().any(|card| card.id == form.codec && card.has_memory);
    let numbers = forms(&RATES_OF_NUMBERS).into_iter().filter(move |form| !has_memory(form));
    forms(&RATES).into_iter().filter(has_memory).chain(numbers)
}

/// Has a program read every form that it knows; returns how many.
fn all_forms(program: &str, command: impl Fn(&OutputForm) -> Option<Command>) -> usize {
    let folder = Folder::new(program);
    let mut read = 0;
    for form in read_forms() {
        let Some(mut command) = command(&form) else {
            skip(&format!("{program}: {} is not one of its formats", name(&form)));
            continue;
        };
        read_by(program, &mut command, &folder, form);
        read += 1;
    }
    read
}

/// What a program says of a stream, without what is known of it.
fn complaints(form: &OutputForm, output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    let is_known = |line: &&str| {
        form.container == ContainerId::WAV
            && FFMPEG_ON_UNKNOWN_LENGTHS.iter().any(|known| line.contains(known))
    };
    said.lines().filter(|line| !is_known(line)).collect::<Vec<_>>().join("\n")
}

fn read_by(program: &str, command: &mut Command, folder: &Folder, form: OutputForm) {
    let (teller, energy) = conversation(form);
    let what = format!("{program}, {}", name(&form));
    for messages in streams(&teller) {
        let mut stream = messages.concat();
        if (program, form.codec) == ("sox", CodecId::MP3) {
            stream.extend([0; SOX_GUARD]);
        }
        let output = folder.pipe(command, &stream);
        let said = complaints(&form, &output);
        assert!(output.status.success() && said.is_empty(), "{what}: {said}");
        let (floats, _) = output.stdout.as_chunks();
        let decoded: Vec<f32> = floats.iter().map(|four| f32::from_le_bytes(*four)).collect();
        let heard = ear::hear(&form, messages).expect("a stream that is whole");
        assert_eq!(decoded.len(), heard.samples.len(), "{what}: another length than in `ear`");
        if !FREE_DECODERS.contains(&form.codec) {
            compare_samples(&what, &decoded, &heard.samples);
        }
        if messages.len() == teller.messages.len() {
            compare_level(&what, &decoded, heard.rate.hz(), energy);
        }
    }
}

fn raw<'a>(table: &[(CodecId, &'a str)], form: &OutputForm) -> Option<&'a str> {
    table.iter().find(|(codec, _)| *codec == form.codec).map(|(_, name)| *name)
}

#[test]
fn ffmpeg_decodes_every_form_without_a_warning() {
    let Some(decoders) = told_by("ffmpeg", &["-hide_banner", "-decoders"]) else { return };
    let knows = |codec: CodecId| {
        let name = if codec.0.contains("law") { format!("pcm_{}", codec.0) } else { codec.0.to_owned() };
        decoders.split_whitespace().any(|word| word == name)
    };
    let command = |form: &OutputForm| {
        let mut command = Command::new("ffmpeg");
        // That one channel is the middle one it would call a guess.
        command.args(["-hide_banner", "-nostdin", "-v", "warning", "-guess_layout_max", "0"]);
        if form.container == ContainerId::RAW {
            let format = raw(&FFMPEG_RAW, form)?;
            command.args(["-f", format]);
            if format != "mp3" {
                command.args(["-ar", &form.rate.hz().to_string(), "-ac", "1"]);
            }
        }
        command.args(["-i", "pipe:0", "-f", "f32le", "pipe:1"]);
        knows(form.codec).then_some(command)
    };
    let read = all_forms("ffmpeg", command);
    assert!(read >= 20, "only {read} forms");
}

/// Streams of nothing but a head: ffmpeg finds the format and no sound, of which it warns, and no error.
#[test]
fn ffmpeg_accepts_streams_in_which_nothing_was_said() {
    if told_by("ffmpeg", &["-version"]).is_none() {
        return;
    }
    let folder = Folder::new("ffmpeg-nothing");
    for form in forms(&RATES[1..2]) {
        let mut teller = Teller::new(form);
        teller.finish();
        if teller.messages.is_empty() {
            continue;
        }
        let mut command = Command::new("ffmpeg");
        command.args("-hide_banner -nostdin -v error -i pipe:0 -f f32le pipe:1".split(' '));
        let output = folder.pipe(&mut command, &teller.messages.concat());
        let is_accepted = output.status.success() && output.stderr.is_empty() && output.stdout.is_empty();
        assert!(is_accepted, "{}: {}", name(&form), String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn sox_decodes_every_form_that_it_knows() {
    let Some(help) = told_by("sox", &["-h"]) else { return };
    let formats: Vec<&str> = help
        .lines()
        .filter_map(|line| line.strip_prefix("AUDIO FILE FORMATS: "))
        .flat_map(str::split_whitespace)
        .collect();
    let command = |form: &OutputForm| {
        let typed = SOX_TYPES.iter().find(|(container, _)| *container == form.container);
        let input = match typed {
            Some((_, name)) => formats.contains(name).then(|| format!("-t {name}"))?,
            None if form.container == ContainerId::RAW => raw(&SOX_RAW, form)?.to_owned(),
            None => return None,
        };
        let mut command = Command::new("sox");
        command.args(["-V1"]).args(input.split(' '));
        if input.contains("raw") {
            command.args(["-c", "1", "-r", &form.rate.hz().to_string()]);
        }
        command.args("- -t raw -e floating-point -b 32 -L -".split(' '));
        Some(command)
    };
    let read = all_forms("sox", command);
    assert!(read >= 20, "only {read} forms");
}
