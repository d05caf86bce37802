//! What is declined is counted, in whatever words the client read it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::net::TcpStream;

use serde_json::json;
use support::Server;
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
