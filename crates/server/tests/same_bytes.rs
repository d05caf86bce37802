//! The same text gives the same bytes, whoever asks and however it is chopped.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::io::Write;
use std::process::Stdio;

use serde_json::json;
use support::{Server, sentences, syrinx};

fn said(args: &[&str], stdin: &[u8]) -> Vec<u8> {
    let mut command = syrinx();
    command.args(["say", "--engines", "tone", "--rate", "24000"]).args(args);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(stdin).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    output.stdout
}

#[test]
fn say_socket_and_http_agree() {
    let server = Server::start(&[]);
    let text = sentences(12);
    let spoken = said(&[], text.as_bytes());
    assert!(!spoken.is_empty());

    let mut client = server.session("tone");
    for letter in text.split_inclusive(' ') {
        client.say(letter);
    }
    client.send(json!({"type": "finish"}));
    assert_eq!(client.rest().audio, spoken);

    let body = json!({"text": text, "voice": "tone", "format": "pcm_s16le"}).to_string();
    let answer = server.post("/v1/ai/speech/bytes", body.as_bytes());
    assert!(answer.complete);
    assert_eq!(answer.body, spoken);

    assert_eq!(said(&[&text], b""), spoken, "as an argument");
}

#[test]
fn a_wav_file_has_its_true_sizes_and_a_pipe_the_streaming_ones() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.wav");
    said(&["-o", path.to_str().unwrap(), "Hello there."], b"");
    let file = std::fs::read(&path).unwrap();
    let size = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!(size(&file, 4) as usize, file.len() - 8);
    assert_eq!(size(&file, 40) as usize, file.len() - 44);
    let piped = said(&["-o", "-", "--format", "wav", "Hello there."], b"");
    assert_eq!(size(&piped, 40), u32::MAX);
    assert_eq!(piped[44..], file[44..]);
}

#[cfg(feature = "espeak")]
/// Numbers, tags, emoji of several characters, scripts of several bytes: places where a division could show.
const HARD: &[&str] = &[
    "It was 1,234.56 at 10:30. <prosody rate=\"fast\">Then 3.5!</prosody><break time=\"150ms\"/> v1.2 &amp; **so** on.",
    "Great 👩‍💻 work! Café nai\u{308}ve. <say-as interpret-as=\"characters\">AB</say-as> [it](https://a.example/b.c) ends.",
];

#[cfg(feature = "espeak")]
#[test]
fn a_real_voice_gives_the_same_bytes_however_hard_text_is_divided() {
    let server = Server::start_with(&["--engines", "espeak"], &[]);
    let sound_of = |parts: &[&str]| {
        let mut client = server.session("en-us");
        parts.iter().for_each(|part| client.say(part));
        client.send(json!({"type": "finish"}));
        client.rest().audio
    };
    for text in HARD {
        let whole = sound_of(&[text]);
        assert!(whole.len() > 24_000, "half a second at least");
        let letters: Vec<&str> = text.split_inclusive(|_: char| true).collect();
        assert!(sound_of(&letters) == whole, "letter by letter");
        for every in [2, 3, 5, 7, 11] {
            let count = std::cell::Cell::new(0);
            let ends = |_: char| {
                count.set(count.get() + 1);
                count.get() % every == 0
            };
            let parts: Vec<&str> = text.split_inclusive(ends).collect();
            assert!(sound_of(&parts) == whole, "{every} letters at a time");
        }
    }
}
