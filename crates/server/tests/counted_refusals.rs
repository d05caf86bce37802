//! What is declined is counted, in whatever words the client read it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::io::Write;
use std::net::TcpStream;

use serde_json::json;
use support::{Answer, Server};
use tungstenite::Message;

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
