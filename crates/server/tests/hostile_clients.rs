//! What one client does wrong is its own affair.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::json;
use support::{Answer, Server, post_request, sentences};
use tungstenite::Message;

#[test]
fn neighbours_never_notice() {
    let server = Server::start(&["--set", "limits.message_bytes=4KiB"]);
    let mut neighbour = server.session("tone");
    neighbour.say(&sentences(20));

    let text_fault = |first: &str| {
        let mut client = server.connect();
        client.socket.send(Message::text(first)).unwrap();
        client.rest()
    };
    for bad in ["", "no json", "[]", "{}", &"[".repeat(4_000), r#"{"voice":7}"#] {
        let heard = text_fault(bad);
        assert!(heard.texts[0].get("error").is_some(), "{bad}: {heard:?}");
        assert_eq!(heard.close, Some(1002), "{bad}");
    }

    let mut binary = server.session("tone");
    binary.socket.send(Message::binary(vec![0xff; 100])).unwrap();
    assert_eq!(binary.rest().texts[0]["error"]["type"], "invalid_request_error");

    let mut oversized = server.session("tone");
    oversized.say(&"a".repeat(5_000));
    let refused = oversized.rest();
    assert!(refused.texts[0]["error"]["message"].as_str().unwrap().contains("4096"), "{refused:?}");

    let mut far_beyond = server.session("tone");
    far_beyond.say(&"a".repeat(1 << 20));
    assert_eq!(far_beyond.rest().close, Some(1009));

    neighbour.send(json!({"type": "finish"}));
    let mut reference = server.session("tone");
    reference.say(&sentences(20));
    reference.send(json!({"type": "finish"}));
    let (heard, whole) = (neighbour.rest(), reference.rest());
    assert_eq!(heard.close, Some(1000));
    assert_eq!(heard.audio, whole.audio);
}

#[test]
fn a_body_beyond_the_bound_is_refused_in_words() {
    let server = Server::start(&["--set", "limits.body_bytes=1000"]);
    let answer = server.post("/v1/ai/speech/bytes", &vec![b' '; 200_000]);
    assert_eq!(answer.status, 413);
    assert!(String::from_utf8(answer.body).unwrap().contains("1000 bytes"));
}

#[test]
fn a_full_house_says_so() {
    let server = Server::start(&["--set", "limits.connections=1"]);
    let client = server.session("tone");
    let refused = server.post("/v1/ai/speech/bytes", br#"{"text":"hi","voice":"tone","format":"pcm_s16le"}"#);
    assert_eq!(refused.status, 503);
    assert!(refused.head.contains("retry-after"));
    assert_eq!(server.metric("syrinx_refusals_total{reason=\"overloaded\"}"), Some(1.0));
    assert_eq!(server.get("/healthz").status, 200);
    drop(client);
    server.until("there is room again", || {
        server.post("/v1/ai/speech/bytes", br#"{"text":"hi","voice":"tone","format":"pcm_s16le"}"#).status
            == 200
    });
}

#[test]
fn a_client_that_hangs_up_stops_its_work() {
    let server = Server::start(&[]);
    let body = json!({"text": sentences(100), "voice": "tone", "format": "pcm_s16le"}).to_string();
    let mut tcp = TcpStream::connect(server.address).unwrap();
    tcp.write_all(&post_request("/v1/ai/speech/bytes", body.as_bytes())).unwrap();
    tcp.read_exact(&mut [0; 5_000]).unwrap();
    assert_eq!(server.metric("syrinx_contexts_open"), Some(1.0));
    drop(tcp);
    server.until("its context is gone", || server.metric("syrinx_contexts_open") == Some(0.0));

    let mut client = server.session("tone");
    client.say(&sentences(100));
    drop(client);
    server.until("its context is gone", || server.metric("syrinx_contexts_open") == Some(0.0));
    // The step that was under way when it left may still be: work stops within one.
    server.until("its work has stopped", || server.metric("syrinx_scheduler_jobs_open") == Some(0.0));
}

#[test]
fn an_unknown_path_tells_what_exists() {
    let server = Server::start(&[]);
    let answer: Answer = server.get("/v2/none");
    assert_eq!(answer.status, 404);
    let body: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert!(body["protocols"].as_array().unwrap().len() > 1);
    assert_eq!(server.get("/v1/ai/speech/stream").status, 405, "no upgrade was asked for");
}
