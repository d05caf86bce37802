//! The commands that serve nobody: what they do with hostile text, with failing pipes, and how they end.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use server::say::Format;
use speech::SampleRate;
use support::{sentences, syrinx};

/// Nothing here takes so long; a command that does hangs.
const PATIENCE: Duration = Duration::from_secs(30);

fn command(args: &[&str]) -> Command {
    let mut command = syrinx();
    command.args(args).args(["--engines", "tone"]);
    command
}

/// For commands that ask no engine.
fn command_without_engine(args: &[&str]) -> Command {
    let mut command = syrinx();
    command.args(args);
    command
}

/// Runs it to its end, or kills it and fails.
fn ended(command: &mut Command, stdin: Vec<u8>) -> Output {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    // It need not read all of it.
    let writer = std::thread::spawn(move || drop(pipe.write_all(&stdin)));
    let mut out = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        out.read_to_end(&mut bytes).map(|_| bytes)
    });
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("it hangs");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    writer.join().unwrap();
    let output = child.wait_with_output().unwrap();
    Output { stdout: reader.join().unwrap().unwrap(), ..output }
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Says it to a file, and returns how it ended and how long the file is.
fn say_to_file(folder: &Path, args: &[&str], stdin: Vec<u8>) -> (Output, Option<u64>) {
    let path = folder.join("out.wav");
    let output = ended(command(&["say"]).arg("-o").arg(&path).args(args), stdin);
    (output, std::fs::metadata(&path).ok().map(|file| file.len()))
}

#[test]
fn text_without_anything_to_say_takes_no_room() {
    let folder = tempfile::tempdir().unwrap();
    let nothing = [b"\n".repeat(70_000), b" ".repeat(200_000), vec![0; 100_000], vec![7; 5_000]];
    for blank in nothing.into_iter().chain([b"-- ... ".repeat(300_000)]) {
        for before in [&b""[..], b"Before. "] {
            let text = [before, &blank, b" hello"].concat();
            let (output, length) = say_to_file(folder.path(), &[], text);
            assert_eq!(output.status.code(), Some(0), "{}", told(&output));
            assert!(length > Some(44));
        }
    }
}

#[test]
fn however_small_a_bound_it_neither_hangs_nor_refuses() {
    let folder = tempfile::tempdir().unwrap();
    let (short, long) = ("a. ".repeat(1_000), "word ".repeat(1_000));
    for (bound, characters, text) in [
        ("1000", "20", &long),
        ("10000", "1", &short),
        ("10000", "300", &short),
        ("3000000", "100000", &long),
    ] {
        let set =
            [format!("limits.unspoken_bytes={bound}"), format!("limits.segment_characters={characters}")];
        let args = ["--speed", "4", "--set", &set[0], "--set", &set[1], "--set", "limits.unsent_events=1"];
        let (output, _) = say_to_file(folder.path(), &args, text.as_bytes().to_vec());
        assert_eq!(output.status.code(), Some(0), "{set:?}: {}", told(&output));
    }
}

#[test]
fn a_bound_that_no_segment_fits_into_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let args = ["--set", "limits.unspoken_bytes=100", "--set", "limits.segment_characters=1000"];
    let (output, length) = say_to_file(folder.path(), &args, "word ".repeat(1_000).into_bytes());
    assert_eq!((output.status.code(), length), (Some(1), None));
    assert!(told(&output).contains("exceed the limit of 100"), "{}", told(&output));
}

/// What this build writes, in the order of `syrinx formats`.
const NAMES: &[&str] = &[
    "wav",
    "wav-f32",
    "wav-ulaw",
    "wav-alaw",
    #[cfg(feature = "mp3")]
    "mp3",
    "ogg",
    "webm",
    "flac",
    "pcm",
    "s16be",
    "f32",
    "ulaw",
    "alaw",
];
/// By how many samples an MP3 stream at 24 kHz may be longer than what was said: the delay of LAME and of decoders, and
/// what is left of two frames of 576.
const MP3_EXTRA: u64 = 1_105 + 2 * 576;

/// Decodes it strictly, and compares its length with that of the same as plain samples.
fn decodes_to_what_was_said(text: &str, format: Format, bytes: &[u8]) {
    let what = format.name;
    let rate = format.rate.unwrap_or(SampleRate::COMMON);
    let plain =
        ended(&mut command(&["say", text, "--format", "pcm", "--rate", &rate.hz().to_string()]), vec![]);
    let said = plain.stdout.len() as u64 / 2;
    assert!(said > u64::from(rate.hz() / 2), "{said} samples");
    let heard = ear::hear(&format.form(rate, None), &[bytes.to_vec()])
        .unwrap_or_else(|wrong| panic!("{what}: {wrong}"));
    let length = heard.samples.len() as u64 * u64::from(rate.hz()) / u64::from(heard.rate.hz());
    let extra = if format.name == "mp3" { MP3_EXTRA } else { 0 };
    assert!((said..=said + extra).contains(&length), "{what}: {length} samples of {said}");
    let power = heard.samples.iter().map(|sample| sample * sample).sum::<f32>() / heard.samples.len() as f32;
    assert!((0.01..1.0).contains(&power), "{what} has a power of {power}");
}

#[test]
fn every_format_is_written_to_files_and_pipes() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Hello there, how are you today?";
    let listed = command_without_engine(&["formats", "--format", "json"]).output().unwrap();
    let listed: serde_json::Value = serde_json::from_slice(&listed.stdout).unwrap();
    let names: Vec<_> =
        listed.as_array().unwrap().iter().filter_map(|entry| entry["name"].as_str()).collect();
    assert_eq!(names, NAMES);
    for format in NAMES.iter().map(|name| Format::named(name).unwrap()) {
        let piped = ended(&mut command(&["say", text, "--format", format.name]), Vec::new());
        assert_eq!((piped.status.code(), told(&piped).as_str()), (Some(0), ""), "{}", format.name);
        decodes_to_what_was_said(text, format, &piped.stdout);
        for suffix in format.suffixes {
            let path = folder.path().join(format!("out.{suffix}"));
            let output = ended(command(&["say", text]).arg("-o").arg(&path), Vec::new());
            assert_eq!(output.status.code(), Some(0), "{suffix}: {}", told(&output));
            let written = std::fs::read(&path).unwrap();
            let head = head_of_files(format);
            assert!(written[head..] == piped.stdout[head..] && head < written.len(), "{suffix}");
            assert_eq!(written[..4], piped.stdout[..4], "{suffix}");
        }
    }
}

/// How many bytes at the beginning of a file are others than those of a pipe, because they tell the length.
fn head_of_files(format: Format) -> usize {
    match format.name {
        "wav" => 44,
        "flac" => 42,
        _ => 0,
    }
}

#[test]
fn a_wav_file_tells_its_length() {
    let folder = tempfile::tempdir().unwrap();
    let (_, length) = say_to_file(folder.path(), &["Hello."], Vec::new());
    let wav = std::fs::read(folder.path().join("out.wav")).unwrap();
    let told_at = |at: usize| u64::from(u32::from_le_bytes(wav[at..at + 4].try_into().unwrap()));
    assert_eq!((Some(told_at(4) + 8), Some(told_at(40) + 44)), (length, length));
}

#[test]
fn a_rate_that_cannot_be_is_a_wrong_command_line() {
    for wrong in ["-1", "7999", "fast", "22.05k"] {
        let output = ended(&mut command(&["say", "Hello.", "--rate", wrong]), Vec::new());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{wrong}");
        let expected = "must be a whole number of Hz from 8000 to 48000";
        assert!(told(&output).contains(expected), "{wrong}: {}", told(&output));
    }
    #[cfg(feature = "mp3")]
    {
        let output =
            ended(&mut command(&["say", "Hello.", "--format", "mp3", "--rate", "47999"]), Vec::new());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        let (told, start) = (told(&output), "syrinx: sample rate of 47999 Hz is not on offer for codec mp3;");
        assert!(told.starts_with(start) && told.ends_with(" 48000 Hz, with --rate\n"), "{told}");
    }
}

#[test]
fn a_flac_file_tells_its_length_and_a_pipe_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.flac");
    let told_by = |flac: &[u8]| {
        assert!(flac.starts_with(b"fLaC"));
        // The last 36 bits of what rate, channels and depth share.
        u64::from_be_bytes(flac[18..26].try_into().unwrap()) & ((1 << 36) - 1)
    };
    let text = sentences(30);
    let args = ["say", "--rate", "24000", &text];
    assert_eq!(command(&args).arg("-o").arg(&path).output().unwrap().status.code(), Some(0));
    let file = std::fs::read(&path).unwrap();
    let pipe = command(&args).args(["--format", "flac"]).output().unwrap().stdout;
    let samples = command(&args).args(["--format", "pcm"]).output().unwrap().stdout.len() / 2;
    assert_eq!((told_by(&file), told_by(&pipe)), (samples as u64, 0));
    assert!(file[42..] == pipe[42..]);
}

#[test]
fn bits_per_second_are_for_formats_that_have_the_choice() {
    let folder = tempfile::tempdir().unwrap();
    let (output, length) = say_to_file(folder.path(), &["--bitrate", "64k", "Hello."], Vec::new());
    assert_eq!((output.status.code(), length), (Some(2), None));
    assert!(told(&output).contains("wav has no bit rate to choose"), "{}", told(&output));
    #[cfg(feature = "mp3")]
    {
        let bytes = |bits: &str| {
            let args = ["say", "--format", "mp3", "--rate", "24000", "--bitrate", bits, "Hello there."];
            command(&args).output().unwrap().stdout.len()
        };
        assert_eq!(bytes("128k"), 4 * bytes("32000"));
    }
}

#[test]
fn nothing_to_say_is_an_error_and_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    for text in [&b""[..], b" \n\n", b"..."] {
        let (output, length) = say_to_file(folder.path(), &[], text.to_vec());
        assert_eq!((output.status.code(), length), (Some(1), None));
        assert!(told(&output).contains("nothing to say"), "{}", told(&output));
    }
    std::fs::write(folder.path().join("out.wav"), "precious").unwrap();
    let (output, length) = say_to_file(folder.path(), &[], Vec::new());
    assert_eq!((output.status.code(), length), (Some(1), Some(8)), "a file of before is left alone");
}

#[test]
fn text_that_cannot_be_read_is_no_end_of_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.wav");
    let mut say = command(&["say"]);
    let output = say.arg("-o").arg(&path).stdin(File::open(folder.path()).unwrap()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("standard input could not be read"), "{}", told(&output));
    assert!(!path.exists());
}

#[test]
fn what_is_no_text_is_told_with_its_place_by_say_and_explain() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = sentences(100).into_bytes();
    let place = format!("byte {}", text.len());
    text.extend_from_slice(b"\xe9t\xe9");
    let (said, length) = say_to_file(folder.path(), &[], text.clone());
    assert_eq!((said.status.code(), length), (Some(1), None), "no half of a file");
    let explained = ended(&mut command(&["explain"]), text.clone());
    let lines = ended(&mut command(&["explain", "--lines"]), text);
    for output in [said, explained, lines] {
        assert_eq!(output.status.code(), Some(1));
        assert!(told(&output).contains(&place), "{place} is not in {}", told(&output));
    }
}

#[test]
fn whoever_has_heard_enough_is_no_failure() {
    for args in [&["explain", "--lines"][..], &["explain", "--lines", "--format", "json"], &["say"]] {
        let mut child = command(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut pipe = child.stdin.take().unwrap();
        // Without end: it ends because it stops reading.
        let writer = std::thread::spawn(move || while pipe.write_all(b"One more line.\n").is_ok() {});
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut [0; 100]).unwrap();
        drop(out);
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        assert_eq!((output.status.code(), told(&output).as_str()), (Some(0), ""), "{args:?}");
    }
}

/// Standard output, one JSON value a line.
fn explained(command: &mut Command, stdin: &str) -> Vec<serde_json::Value> {
    let output = ended(command, stdin.as_bytes().to_vec());
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn texts(explained: &serde_json::Value) -> Vec<&str> {
    let segments = explained["segments"].as_array().unwrap();
    segments.iter().map(|segment| segment["text"].as_str().unwrap()).collect()
}

#[test]
fn texts_between_nul_bytes_keep_their_line_breaks() {
    let json =
        |extra: &str, stdin: &str| explained(&mut command(&["explain", "--format", "json", extra]), stdin);
    for stdin in ["One.\n\nTwo.\0\0Three\\n.\0", "One.\n\nTwo.\0\0Three\\n."] {
        let answers = json("--null", stdin);
        let joined: Vec<_> = answers.iter().map(|answer| texts(answer).concat()).collect();
        assert_eq!(joined, ["One.\n\nTwo.", "", "Three\\n."]);
    }
    assert_eq!(json("--lines", "One.\n\nTwo\\n.\n").len(), 3);
    assert!(json("--null", "").is_empty());
    for wrong in [&["explain", "-0", "--lines"][..], &["explain", "-0", "Hello."]] {
        assert_eq!(command(wrong).output().unwrap().status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn a_first_clause_is_cut_off_unless_whole_sentences_are_asked_for() {
    let text = "When all of them had gone home, the lights went out. Then it was dark.";
    let count = |extra: &[&str]| {
        let mut command = command(&["explain", "--format", "json", text]);
        texts(&explained(command.args(extra), "")[0]).len()
    };
    assert_eq!((count(&[]), count(&["--policy", "clauses"]), count(&["--policy", "sentences"])), (3, 3, 2));
    let unknown = command(&["explain", "--policy", "pages", text]).output().unwrap();
    assert_eq!(unknown.status.code(), Some(2));
}

#[test]
fn phonemes_are_told_where_they_are_asked_for_and_null_where_nobody_knows() {
    let segment = |extra: &[&str]| {
        let mut command = command(&["explain", "--format", "json", "Hello."]);
        explained(command.args(extra), "")[0]["segments"][0].clone()
    };
    assert_eq!(segment(&[]).get("phonemes"), None);
    assert_eq!(segment(&["--phonemes"]).get("phonemes"), Some(&serde_json::Value::Null));
}

#[test]
fn configured_pronunciations_hold_for_say_and_explain() {
    let file = tempfile::NamedTempFile::new().unwrap();
    // What has nothing to say but by the dictionary tells whether it was asked.
    std::fs::write(file.path(), "[words]\nSQL = 'sequel'\nxyzzy = 'a very long and winding road'").unwrap();
    let with = |args: &[&str]| {
        let mut command = command(args);
        command.env("SYRINX_PRONUNCIATIONS", file.path());
        command
    };
    let explained = explained(&mut with(&["explain", "--format", "json", "Some SQL."]), "");
    assert!(explained[0]["segments"][0]["spoken"].as_str().unwrap().contains("sequel"));
    let said = |mut command: Command| ended(&mut command, Vec::new()).stdout.len();
    let arguments = ["say", "--format", "pcm", "xyzzy"];
    assert!(said(with(&arguments)) > said(command(&arguments)));
}

#[test]
fn rules_are_named_where_they_are_asked_for() {
    let cut = |extra: &[&str]| {
        let mut command = command(&["explain", "--format", "json", "She left. He stayed"]);
        explained(command.args(extra), "")[0]["segments"][0]["cut"]["rule"].clone()
    };
    assert_eq!((cut(&[]), cut(&["--why"])), (serde_json::Value::Null, "full-stop".into()));
    assert_eq!(cut(&["--why", "--phonemes"]), "full-stop");
    let lines = command(&["explain", "--why", "She left. He stayed"]).output().unwrap().stdout;
    assert!(String::from_utf8(lines).unwrap().contains("cut       full-stop: "));
}

#[cfg(feature = "espeak")]
#[test]
fn phonemes_are_those_of_the_language_asked_for() {
    for (language, sound) in [("de", "antsɪç"), ("en-us", "twˈɛnti")] {
        let args = ["explain", "--null", "--format", "json", "--phonemes", "--language", language];
        let answers = explained(&mut command_without_engine(&args), "20\0Da 20! Oh 20?\0");
        let segments = answers.iter().flat_map(|answer| answer["segments"].as_array().unwrap());
        let phonemes: Vec<_> = segments.map(|segment| segment["phonemes"].as_str().unwrap()).collect();
        assert_eq!(phonemes.len(), 3);
        assert!(phonemes.iter().all(|ipa| ipa.contains(sound)), "{language}: {phonemes:?}");
    }
}

#[test]
fn limits_hold_and_the_configuration_is_checked() {
    let commands = [&["say", "Hello."][..], &["voices"], &["explain", "Hello."]];
    for args in commands {
        for wrong in ["limits.segment_characters=0", "limits.idle=0s", "voice=nobody"] {
            let output = command(args).args(["--set", wrong]).output().unwrap();
            assert_eq!(output.status.code(), Some(3), "{args:?} {wrong}");
            assert!(output.stdout.is_empty());
        }
        // Nobody is served, so no address can be wrong.
        let output = command(args).args(["--set", "listen=0.0.0.0:80"]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", told(&output));
    }
    let many = |limit: &str| command(&["explain", &sentences(1)]).args(["--set", limit]).output().unwrap();
    assert!(many("limits.segment_characters=4").stdout.len() > many("limits.idle=1m").stdout.len());
}

#[test]
fn a_language_that_nobody_speaks_is_told() {
    for args in [&["voices", "--language", "zz"][..], &["explain", "--language", "zz", "Hello."]] {
        let output = command(args).output().unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{args:?}");
        assert!(told(&output).contains("no voice speaks zz"), "{}", told(&output));
    }
}

#[cfg(feature = "espeak")]
#[test]
fn a_voice_that_cannot_be_unpacked_says_where_it_tried() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("in-the-way");
    std::fs::write(&file, "").unwrap();
    let out = folder.path().join("out.wav");
    // No file may grow, wherever it is. The voice is one whose data no other test has unpacked.
    let mut say = std::process::Command::new("sh");
    say.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""]).arg(syrinx().get_program());
    for variable in ["XDG_CACHE_HOME", "TMPDIR"] {
        say.env(variable, &file);
    }
    let output = say
        .args(["say", "--data-dir"])
        .arg(&file)
        .arg("-o")
        .arg(&out)
        .args(["--voice", "yue", "Hello."])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(4), "{}", told(&output));
    assert!(told(&output).contains("in-the-way"), "{}", told(&output));
    assert!(!out.exists());
}

/// Interrupts an order that writes to `path` as soon as `until` holds; more text might always come.
fn interrupted(path: &Path, signal: Signal, text: &[u8], until: impl Fn() -> bool) -> Output {
    let mut say = command(&["say"]);
    let mut child = say.arg("-o").arg(path).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    pipe.write_all(text).unwrap();
    let begun = Instant::now();
    while !until() {
        assert!(begun.elapsed() < PATIENCE, "nothing was written");
        std::thread::sleep(Duration::from_millis(5));
    }
    kill(Pid::from_raw(child.id() as i32), signal).unwrap();
    let output = child.wait_with_output().unwrap();
    drop(pipe);
    assert_eq!(output.status.code(), Some(1), "{}", told(&output));
    output
}

fn has_sound(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| file.len() > 1_000)
}

#[test]
fn an_interrupted_file_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.wav");
    for signal in [Signal::SIGINT, Signal::SIGTERM] {
        let output = interrupted(&path, signal, sentences(5).as_bytes(), || has_sound(&path));
        let expected = format!("interrupted; what was written of {} is removed", path.display());
        assert!(told(&output).contains(&expected), "{}", told(&output));
        assert!(!path.exists());
    }
}

#[test]
fn a_file_of_before_is_kept_if_nothing_was_said_yet() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keep.wav");
    std::fs::write(&path, "precious").unwrap();
    let begun = Instant::now();
    let output = interrupted(&path, Signal::SIGINT, b"", || begun.elapsed() > Duration::from_millis(500));
    let expected = format!("interrupted; {} was not touched", path.display());
    assert!(told(&output).contains(&expected), "{}", told(&output));
    assert_eq!(std::fs::read(&path).unwrap(), b"precious");
}

#[test]
fn a_link_stays_when_the_file_that_it_leads_to_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("file.wav"), folder.path().join("link.wav"));
    std::os::unix::fs::symlink("file.wav", &link).unwrap();
    // The second time it leads to a file that is yet to be made.
    std::fs::write(&file, "of before").unwrap();
    for _ in 0..2 {
        interrupted(&link, Signal::SIGINT, sentences(5).as_bytes(), || has_sound(&file));
        assert!(!file.exists() && link.is_symlink());
    }
    let output = ended(command(&["say", "Hello."]).arg("-o").arg(&link), Vec::new());
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(has_sound(&file) && link.is_symlink());
}

#[cfg(feature = "espeak")]
#[test]
fn a_server_without_a_place_for_its_voice_does_not_stay_up() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("in-the-way");
    std::fs::write(&file, "").unwrap();
    let (cache, memory) = (folder.path().join("cache"), "/dev/shm/syrinx");
    // No file may grow, wherever it is. The voice is one whose data no other test has unpacked.
    let mut serve = std::process::Command::new("sh");
    serve.args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\""]).arg(syrinx().get_program());
    serve.env("XDG_CACHE_HOME", &cache).env("TMPDIR", &file);
    let mut serve = serve
        .args(["serve", "--listen", "127.0.0.1:0", "--voice", "nci", "--data-dir"])
        .arg(&file)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    while serve.try_wait().unwrap().is_none() {
        if begun.elapsed() > PATIENCE {
            serve.kill().unwrap();
            panic!("it stays up");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let output = serve.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{}", told(&output));
    let places = [file.to_str().unwrap(), cache.to_str().unwrap(), memory];
    for place in places.into_iter().filter(|place| *place != memory || Path::new("/dev/shm").is_dir()) {
        assert!(told(&output).contains(place), "{place} is not in {}", told(&output));
    }
}

#[test]
fn the_volume_is_a_factor_and_moves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let samples = |volume| {
        let (output, _) = say_to_file(folder.path(), &["--volume", volume], b"Hello there.".to_vec());
        assert_eq!(output.status.code(), Some(0), "{}", told(&output));
        let wav = std::fs::read(folder.path().join("out.wav")).unwrap();
        wav[44..].chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect::<Vec<_>>()
    };
    let (usual, half, double) = (samples("1"), samples("0.5"), samples("2"));
    assert!(usual.len() == half.len() && usual.len() == double.len());
    assert!(
        usual.iter().zip(&half).all(|(usual, half)| (i32::from(*usual) - 2 * i32::from(*half)).abs() <= 1)
    );
    let loudest = |samples: &[i16]| samples.iter().map(|sample| sample.unsigned_abs()).max();
    // Twice the tone's half of full scale is brought to 1 dB below it.
    assert_eq!((loudest(&usual), loudest(&double)), (Some(16_384), Some(29_204)));
    let (output, _) = say_to_file(folder.path(), &["--volume", "2.1"], Vec::new());
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("must be a number from 0 to 2"), "{}", told(&output));
}
