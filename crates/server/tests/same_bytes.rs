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
