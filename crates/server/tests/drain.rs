//! A server that is told to end finishes what it accepted.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use serde_json::json;
use socket2::{Domain, Socket, Type};
use support::{Answer, Server, post_request, sentences};

/// Small, so that what is not read yet waits in the server.
const RECEIVE_BUFFER: usize = 4 * 1024;
/// A slow reader takes so much in a tenth of a second: three times real time.
const TENTH: usize = 15_000;

/// Asks, and does not read yet.
fn ask(server: &Server, path: &str, text: &str) -> TcpStream {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket.set_recv_buffer_size(RECEIVE_BUFFER).unwrap();
    socket.connect(&server.address.into()).unwrap();
    let mut tcp = TcpStream::from(socket);
    tcp.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    tcp.write_all(&post_request(path, &order(text))).unwrap();
    tcp
}

fn order(text: &str) -> Vec<u8> {
    json!({"text": text, "voice": "tone", "format": "pcm_s16le"}).to_string().into_bytes()
}

/// Reads to the end, slowly.
fn slowly(mut tcp: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    loop {
        let mut tenth = Vec::new();
        match (&mut tcp).take(TENTH as u64).read_to_end(&mut tenth) {
            Ok(1..) => bytes.extend(tenth),
            Ok(0) | Err(_) => return Answer::from_bytes(&bytes),
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn a_whole_answer_arrives_although_the_server_was_told_to_end() {
    let mut server = Server::start(&[]);
    let whole = server.post("/v1/ai/speech", &order(&sentences(10)));
    assert_eq!(whole.status, 200);
    let waiting = ask(&server, "/v1/ai/speech", &sentences(10));
    server.until("it is spoken", || server.metric("syrinx_generations_total") == Some(2.0));
    server.signal(Signal::SIGTERM);
    let heard = slowly(waiting);
    assert_eq!(heard.body.len(), whole.body.len());
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn a_connection_is_open_until_its_answer_has_left() {
    let server = Server::start(&[]);
    let open = || server.metric("syrinx_connections_open{protocol=\"lmnt\"}");
    let waiting = ask(&server, "/v1/ai/speech", &sentences(20));
    server.until("it is spoken", || server.metric("syrinx_generations_total") == Some(1.0));
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(open(), Some(1.0), "nobody has read the answer");
    assert_eq!(Answer::read(waiting).status, 200);
    server.until("it has left", || open() == Some(0.0));
}

#[test]
fn an_answer_that_is_being_prepared_arrives_too() {
    let mut server = Server::start(&[]);
    let whole = server.post("/v1/ai/speech", &order(&sentences(60)));
    let waiting = ask(&server, "/v1/ai/speech", &sentences(60));
    server.until("it is let in", || server.metric("syrinx_contexts_total") == Some(2.0));
    server.signal(Signal::SIGTERM);
    assert_eq!(Answer::read(waiting).body.len(), whole.body.len());
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn a_stream_arrives_whole_however_slowly_it_is_read() {
    let mut server = Server::start(&[]);
    let whole = server.post("/v1/ai/speech/bytes", &order(&sentences(10)));
    let waiting = ask(&server, "/v1/ai/speech/bytes", &sentences(10));
    server.until("it is let in", || server.metric("syrinx_contexts_total") == Some(2.0));
    server.signal(Signal::SIGTERM);
    let heard = slowly(waiting);
    assert!(heard.complete);
    assert_eq!(heard.body.len(), whole.body.len());
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn nobody_waits_for_a_client_that_asks_for_nothing() {
    let mut server = Server::start(&[]);
    let _fresh = TcpStream::connect(server.address).unwrap();
    let mut kept = TcpStream::connect(server.address).unwrap();
    kept.write_all(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n").unwrap();
    assert_ne!(kept.read(&mut [0; 1_024]).unwrap(), 0);
    let told = Instant::now();
    server.signal(Signal::SIGTERM);
    assert_eq!(server.wait().code(), Some(0));
    assert!(told.elapsed() < Duration::from_secs(5), "it took {:?}", told.elapsed());
}

#[test]
fn what_was_accepted_is_spoken_before_the_server_ends() {
    let mut server = Server::start(&[]);
    let mut reference = server.session("tone");
    reference.say(&sentences(40));
    reference.send(json!({"type": "finish"}));
    let whole = reference.rest();
    assert_eq!(whole.close, Some(1000));

    // Listens to nothing yet, so that the sound waits in the server.
    let mut client = server.session("tone");
    client.say(&sentences(40));
    client.send(json!({"type": "flush", "nonce": 1}));
    server.until("it sounds", || {
        server.metric("syrinx_segments_total{engine=\"tone\",outcome=\"finished\"}") > Some(45.0)
    });
    server.signal(Signal::SIGTERM);
    server.until("it is not ready any more", || server.get("/readyz").status == 503);
    let refused = server.post("/v1/ai/speech/bytes", br#"{"text":"hi","voice":"tone","format":"pcm_s16le"}"#);
    assert_eq!(refused.status, 503);
    assert!(refused.head.contains("retry-after"));

    let heard = client.rest();
    assert_eq!(heard.audio.len(), whole.audio.len());
    assert_eq!(heard.texts.last().unwrap()["type"], "flush_complete");
    assert_eq!(heard.close, Some(1001));
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn a_client_that_never_listens_is_left_when_the_time_is_over() {
    let mut server = Server::start(&["--set", "limits.drain=100ms"]);
    let mut client = server.session("tone");
    client.say(&sentences(100));
    client.send(json!({"type": "flush", "nonce": 1}));
    server.until("it sounds", || server.metric("syrinx_first_audio_seconds_count") > Some(0.0));
    server.signal(Signal::SIGTERM);
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn an_idle_server_ends_at_once() {
    let mut server = Server::start(&[]);
    let mut idle = server.session("tone");
    server.signal(Signal::SIGINT);
    assert_eq!(idle.rest().close, Some(1001));
    assert_eq!(server.wait().code(), Some(0));
}
