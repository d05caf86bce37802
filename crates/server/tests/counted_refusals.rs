//! What is declined is counted, in whatever words the client read it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

use nix::sys::signal::Signal;
use serde_json::json;
use support::{Answer, Server, sentences};
use tungstenite::Message;
use wire::{PROTOCOLS, RouteKind};

fn refusals(server: &Server, reason: &str) -> Option<f64> {
    server.metric(&format!("syrinx_refusals_total{{reason=\"{reason}\"}}"))
}

#[test]
fn refusals_that_the_session_never_hears_of_are_counted_once() {
    let server = Server::start(&["--set", "limits.idle=2s"]);
    let tcp = TcpStream::connect(server.address).unwrap();
    let (mut socket, _) = tungstenite::client("ws://localhost/syrinx/v1/stream", tcp).unwrap();
    let unknown = json!({"op": "say", "context": "none", "text": "hi"}).to_string();
    for request in ["no json", unknown.as_str()] {
        socket.send(Message::text(request)).unwrap();
        let answer: serde_json::Value =
            serde_json::from_str(socket.read().unwrap().to_text().unwrap()).unwrap();
        assert_eq!(answer["event"], "error", "{answer}");
    }
    socket.send(Message::binary(vec![0; 3])).unwrap();
    while socket.read().is_ok() {}
    assert_eq!(refusals(&server, "malformed"), Some(2.0));
    assert_eq!(refusals(&server, "unknown_context"), Some(1.0));
    assert_eq!(refusals(&server, "idle_timeout"), Some(1.0));
}

#[test]
fn answers_that_grow_too_long_are_counted_once() {
    let server = Server::start(&["--set", "limits.answer_bytes=20000"]);
    let text = "This is more than the answer may hold, since each second of it has many samples.";
    let one_shots = [
        ("/v1/ai/speech", json!({"text": text, "voice": "tone", "format": "pcm_s16le"})),
        (
            "/tts/v1/voice",
            json!({"text": text, "voiceId": "tone", "modelId": "m", "audioConfig": {"audioEncoding": "PCM"}}),
        ),
    ];
    for (count, (path, body)) in (1..).zip(one_shots) {
        let answer = server.post(path, body.to_string().as_bytes());
        assert_ne!(answer.status, 200, "{path}: {}", String::from_utf8_lossy(&answer.body));
        assert_eq!(refusals(&server, "limit_exceeded"), Some(f64::from(count)), "{path}");
    }
}

#[test]
fn streams_that_a_closing_server_cuts_are_counted_once() {
    let server = Server::start(&[]);
    // Who does not listen keeps a closing server waiting, so that it can be asked.
    let mut deaf = server.session("tone");
    deaf.say(&sentences(500));
    deaf.send(json!({"type": "flush", "nonce": 1}));
    let tcp = TcpStream::connect(server.address).unwrap();
    let (mut socket, _) = tungstenite::client("ws://localhost/tts-websocket", tcp).unwrap();
    let start = json!({"api_key": "k", "stream_id": "s", "model": "m", "language": "en", "voice": "tone",
        "audio_format": "pcm_s16le", "sample_rate": 24_000});
    let text = json!({"stream_id": "s", "text": "One. And two. ", "text_end": false});
    for message in [start, text] {
        socket.send(Message::text(message.to_string())).unwrap();
    }
    let first = socket.read().unwrap();
    assert!(first.to_text().unwrap().contains("audio"), "{first}");
    server.signal(Signal::SIGTERM);
    let rest: Vec<_> = std::iter::from_fn(|| socket.read().ok()).map(|message| message.to_string()).collect();
    assert_eq!(rest.iter().filter(|text| text.contains("error_code")).count(), 1, "{rest:?}");
    assert_eq!(refusals(&server, "shutting_down"), Some(1.0));
}

/// What is answered to a request of this kind, with a wrong key in every place where keys are looked for.
fn status_of_wrong_key(server: &Server, kind: RouteKind, path: &str) -> u16 {
    let (method, more) = match kind {
        RouteKind::Socket => (
            "GET",
            "upgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\n\
             sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
        ),
        RouteKind::Get => ("GET", "connection: close\r\n"),
        RouteKind::Post => ("POST", "connection: close\r\ncontent-length: 2\r\n"),
        RouteKind::Put => ("PUT", "connection: close\r\ncontent-length: 2\r\n"),
        RouteKind::Delete => ("DELETE", "connection: close\r\n"),
    };
    let path = path.replace(['{', '}', '*'], "");
    let body = if more.contains("content-length") { "{}" } else { "" };
    let mut tcp = TcpStream::connect(server.address).unwrap();
    write!(
        tcp,
        "{method} {path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer wrong\r\nx-api-key: wrong\r\n{more}\r\n{body}"
    )
    .unwrap();
    let mut line = String::new();
    BufReader::new(tcp).read_line(&mut line).unwrap();
    line.split(' ').nth(1).unwrap().parse().unwrap()
}

#[test]
fn wrong_keys_are_counted_and_logged_whichever_door_they_came_to() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log");
    let lines = File::create(&log).unwrap();
    let server = Server::start_logging(lines, &["--engines", "tone", "--set", "keys=right"]);
    let mut wrong = 0.0;
    for card in PROTOCOLS {
        let statuses = card.routes.iter().map(|route| status_of_wrong_key(&server, route.kind, route.path));
        let refused = statuses.filter(|status| matches!(status, 401 | 403)).count();
        assert_ne!(refused, 0, "{} lets everyone in", card.id);
        wrong += refused as f64;
        let counted =
            ["unauthenticated", "forbidden"].map(|kind| refusals(&server, kind).unwrap_or_default());
        assert_eq!(counted.iter().sum::<f64>(), wrong, "after {}", card.id);
    }
    let told = || std::fs::read_to_string(&log).unwrap();
    server.until("it is logged", || told().contains("request was declined"));
    assert_eq!(told().matches("request was declined").count(), 1, "{}", told());
    assert!(!told().contains("wrong"), "{}", told());
}

#[test]
fn bodies_that_are_too_large_or_too_late_are_counted() {
    let server =
        Server::start(&["--set", "limits.body_bytes=1000", "--set", "limits.first_message_wait=200ms"]);
    assert_eq!(server.post("/v1/ai/speech/bytes", &[b' '; 2_000]).status, 413);
    assert_eq!(refusals(&server, "limit_exceeded"), Some(1.0));

    let mut tcp = TcpStream::connect(server.address).unwrap();
    tcp.write_all(b"POST /v1/ai/speech/bytes HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nhalf").unwrap();
    assert_eq!(Answer::read(tcp).status, 408);
    assert_eq!(refusals(&server, "idle_timeout"), Some(1.0));
}
