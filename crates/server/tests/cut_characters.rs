//! Text whose bytes arrive cut inside a character, in a chunk, a frame, a read or an escape, sounds as if it came whole.

#![cfg(feature = "espeak")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs::File;
use std::io::Write;
use std::net::TcpStream;
use std::process::Stdio;

use serde_json::json;
use support::{Answer, Client, Server, syrinx};
use tungstenite::Message;
use tungstenite::protocol::frame::Frame;
use tungstenite::protocol::frame::coding::{Data, OpCode};

/// Characters of two, three and four bytes that are heard, and emoji that are not.
const TEXT: &str = "Zoë said “नमस्ते” at 3½ to 𠮷. 😀 Then 👩‍💻 ends.";

/// What `syrinx say` reads from its standard input at a time.
const READ: usize = 4 * 1024;

fn server() -> Server {
    Server::start_with(&["--engines", "espeak"], &[])
}

/// The sound of these messages on one socket.
fn heard(server: &Server, send: impl FnOnce(&mut Client)) -> Vec<u8> {
    let mut client = server.session("en-us");
    send(&mut client);
    client.send(json!({"type": "finish"}));
    let heard = client.rest();
    assert_eq!((heard.close, heard.texts), (Some(1000), Vec::new()), "it is said to the end");
    heard.audio
}

/// Every place in the bytes of a text that is inside a character.
fn inside_characters(text: &str) -> impl Iterator<Item = usize> {
    (1..text.len()).filter(|at| !text.is_char_boundary(*at))
}

#[test]
fn a_character_that_is_lost_would_be_missed() {
    let server = server();
    let sound = |text: &str| heard(&server, |client| client.say(text));
    let whole = sound(TEXT);
    assert!(whole.len() > 48_000, "a second at least");
    for lost in ['ë', 'न', '½', '𠮷'] {
        assert!(sound(&TEXT.replace(lost, "\u{fffd}")) != whole, "{lost}");
    }
}

#[test]
fn standard_input_cut_by_reads() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("text");
    let said = |text: &[&str], stdin: Stdio| {
        let args = ["say", "--engines", "espeak", "--voice", "en-us", "--format", "pcm_s16le", "-o", "-"];
        let output = syrinx().args(args).args(text).stdin(stdin).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    for at in inside_characters(TEXT) {
        let text = silence(READ - at) + TEXT;
        std::fs::write(&path, &text).unwrap();
        let cut = said(&[], File::open(&path).unwrap().into());
        assert!(cut == said(&[&text], Stdio::null()), "at byte {at}");
    }
}

/// So many bytes of which nothing is heard.
fn silence(bytes: usize) -> String {
    const REMARK: &str = "<!-- a remark that nobody hears -->";
    REMARK.repeat(bytes / REMARK.len()) + &" ".repeat(bytes % REMARK.len())
}

#[test]
fn a_request_in_chunks_of_one_byte() {
    let server = server();
    let whole = heard(&server, |client| client.say(TEXT));
    for text in [TEXT.to_owned(), escaped(TEXT)] {
        let body = format!(r#"{{"voice":"en-us","format":"pcm_s16le","text":"{text}"}}"#);
        let answer = post_in_bytes(&server, "/v1/ai/speech/bytes", body.as_bytes());
        assert!(answer.complete && answer.status == 200, "{}", String::from_utf8_lossy(&answer.body));
        assert!(answer.body == whole, "{body}");
    }
}

fn post_in_bytes(server: &Server, path: &str, body: &[u8]) -> Answer {
    let mut tcp = TcpStream::connect(server.address).unwrap();
    tcp.set_nodelay(true).unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
    );
    tcp.write_all(head.as_bytes()).unwrap();
    for byte in body {
        tcp.write_all(&[b"1\r\n", std::slice::from_ref(byte), b"\r\n"].concat()).unwrap();
    }
    tcp.write_all(b"0\r\n\r\n").unwrap();
    Answer::read(tcp)
}

/// All that is not ASCII as JSON escapes of UTF-16.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for unit in text.encode_utf16() {
        match u8::try_from(unit).ok().filter(u8::is_ascii) {
            Some(letter) => escaped.push(char::from(letter)),
            None => escaped += &format!("\\u{unit:04x}"),
        }
    }
    escaped
}

#[test]
fn a_message_in_frames_of_one_byte() {
    let server = server();
    let whole = heard(&server, |client| client.say(TEXT));
    let message = json!({"type": "text", "text": TEXT}).to_string();
    let in_frames = heard(&server, |client| {
        for (at, byte) in message.bytes().enumerate() {
            let kind = if at == 0 { Data::Text } else { Data::Continue };
            let frame = Frame::message(vec![byte], OpCode::Data(kind), at + 1 == message.len());
            client.socket.send(Message::Frame(frame)).unwrap();
        }
    });
    assert!(in_frames == whole);
}

#[test]
fn messages_of_one_unit_of_utf_16_each() {
    let server = server();
    let whole = heard(&server, |client| client.say(TEXT));
    let in_units = heard(&server, |client| {
        for unit in TEXT.encode_utf16() {
            let message = format!(r#"{{"type":"text","text":"\u{unit:04x}"}}"#);
            client.socket.send(Message::text(message)).unwrap();
        }
    });
    assert!(in_units == whole);
}
