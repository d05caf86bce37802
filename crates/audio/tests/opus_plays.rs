//! What other people's programs make of our Ogg and WebM: exactly as many samples as were said, and no complaints.
#![cfg(feature = "opus")]

mod sound;

use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

use audio::AudioStream;
use sound::{Told, chunk, form, speech_like};
use speech::{CodecId, ContainerId};

const RATES: [u32; 6] = [8_000, 16_000, 22_050, 24_000, 44_100, 48_000];

/// A stream and how many samples it should decode to at 48 kHz.
struct Case {
    name: String,
    bytes: Vec<u8>,
    samples: u64,
}

/// A second and a little, in so many parts with a settle after each but perhaps the last.
fn case(container: ContainerId, hz: u32, parts: usize, settle_last: bool) -> Case {
    let number = parts as u32;
    let mut stream = AudioStream::open_numbered(form(CodecId::OPUS, container, hz), number)
        .expect("a form that is on offer");
    let coding_hz = u64::from(stream.coding_rate().hz());
    let samples = speech_like(hz, hz as usize + 123);
    let (mut bytes, mut padding) = (Vec::new(), 0);
    for (index, part) in samples.chunks(samples.len().div_ceil(parts)).enumerate() {
        part.chunks(hz as usize / 5).for_each(|piece| stream.push_into(&chunk(hz, piece), &mut bytes));
        if settle_last || index + 1 < parts {
            padding += stream.settle_into(&mut bytes).0;
        }
    }
    stream.finish_into(&mut bytes);
    let said = (samples.len() as u64 * coding_hz).div_ceil(u64::from(hz)) + padding;
    // What settled last was the end of all packets, and libopus is 6.5 ms late.
    let unheard = if settle_last { coding_hz * 13 / 2_000 } else { 0 };
    let name = format!("{}-{hz}-{parts}-{settle_last}", container.0);
    Case { name, bytes, samples: (said - unheard) * 48_000 / coding_hz }
}

fn cases(container: ContainerId) -> impl Iterator<Item = Case> {
    let ways = [(1, false), (1, true), (4, false), (4, true)];
    RATES.into_iter().flat_map(move |hz| {
        ways.into_iter().map(move |(parts, settle_last)| case(container, hz, parts, settle_last))
    })
}

impl Case {
    fn file(&self, reader: &str) -> PathBuf {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{reader}-{}", self.name));
        std::fs::write(&path, &self.bytes).expect("a place for what tests write");
        path
    }
}

/// What a program prints, on both streams; nothing where the program is not installed.
/// What a program makes of it; where it is not installed, a line that whoever counts tests counts as skipped.
fn run(program: &str, args: &[&str]) -> Option<(Vec<u8>, String)> {
    let Ok(output) = Command::new(program).args(args).output() else {
        let _ = writeln!(std::io::stdout(), "\ntest {program} plays Opus ... ignored");
        return None;
    };
    Some((output.stdout, String::from_utf8_lossy(&output.stderr).into_owned()))
}

#[test]
fn ffmpeg_decodes_every_sample_and_has_nothing_to_say() {
    for case in [ContainerId::OGG, ContainerId::WEBM].into_iter().flat_map(cases) {
        let file = case.file("ffmpeg");
        let args = ["-nostdin", "-v", "warning", "-i", file.to_str().unwrap(), "-f", "s16le", "-"];
        let Some((pcm, complaints)) = run("ffmpeg", &args) else { return };
        assert_eq!(complaints, "", "{}", case.name);
        assert_eq!(pcm.len() as u64 / 2, case.samples, "{}", case.name);
    }
}

#[test]
fn ffprobe_knows_what_it_is() {
    for (container, shown) in
        [(ContainerId::OGG, "opus,48000,1,ogg"), (ContainerId::WEBM, "opus,48000,1,matroska,webm")]
    {
        let file = case(container, 22_050, 2, false).file("ffprobe");
        let entries = "stream=codec_name,sample_rate,channels:format=format_name";
        let args = ["-v", "warning", "-of", "csv=p=0", "-show_entries", entries, file.to_str().unwrap()];
        let Some((said, complaints)) = run("ffprobe", &args) else { return };
        let said = String::from_utf8(said).unwrap().replace('"', "");
        assert_eq!((said.trim().replace('\n', ",").as_str(), complaints.as_str()), (shown, ""));
    }
}

#[test]
fn ffmpeg_takes_a_stream_without_sound_for_what_it_is() {
    for container in [ContainerId::OGG, ContainerId::WEBM] {
        let mut stream = AudioStream::open(form(CodecId::OPUS, container, 24_000)).unwrap();
        let mut bytes = Vec::new();
        stream.finish_into(&mut bytes);
        let case = Case { name: format!("{}-silent", container.0), bytes, samples: 0 };
        let file = case.file("ffmpeg");
        let args = ["-nostdin", "-v", "error", "-i", file.to_str().unwrap(), "-f", "s16le", "-"];
        let Some((pcm, complaints)) = run("ffmpeg", &args) else { return };
        assert_eq!((pcm.len(), complaints.as_str()), (0, ""), "{}", case.name);
    }
}

#[test]
fn several_streams_in_a_file_are_all_played() {
    let streams: Vec<Case> = (1..4).map(|parts| case(ContainerId::OGG, 24_000, parts, true)).collect();
    let bytes = streams.iter().flat_map(|case| case.bytes.clone()).collect();
    let case =
        Case { name: "chained".to_owned(), bytes, samples: streams.iter().map(|case| case.samples).sum() };
    let file = case.file("ffmpeg");
    let args = ["-nostdin", "-v", "error", "-i", file.to_str().unwrap(), "-f", "s16le", "-"];
    let Some((pcm, complaints)) = run("ffmpeg", &args) else { return };
    assert_eq!((pcm.len() as u64 / 2, complaints.as_str()), (case.samples, ""));
}
