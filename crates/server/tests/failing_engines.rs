//! An engine that fails takes one segment with it, and nobody else.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::sync::Arc;

use engine_tone::{Fault, Tone, ToneConfig};
use serde_json::json;
use support::{Server, sentences};

fn server() -> Server {
    Server::with_engines(vec![Arc::new(Tone::new(ToneConfig::default().with_faults()))])
}

#[test]
fn an_answer_that_broke_off_cannot_be_taken_for_whole() {
    let server = server();
    let body = |voice: &str| json!({"text": sentences(3), "voice": voice, "format": "pcm_s16le"}).to_string();
    let broken = server.post("/v1/ai/speech/bytes", body(Fault::CrashesAfterFirstPiece.voice()).as_bytes());
    assert_eq!(broken.status, 200);
    assert!(!broken.complete, "its sound had begun");

    let failed = server.post("/v1/ai/speech/bytes", body(Fault::NotSet.voice()).as_bytes());
    assert_eq!(failed.status, 500, "{}", failed.head);
    assert!(failed.complete);
    assert!(!String::from_utf8(failed.body).unwrap().contains("sentence"), "no text of the user's");

    assert!(server.post("/v1/ai/speech/bytes", body("tone").as_bytes()).complete);
}

#[test]
fn a_failed_segment_closes_its_socket_and_no_other() {
    let server = server();
    let mut neighbour = server.session("tone");
    neighbour.say(&sentences(5));
    for fault in Fault::ALL {
        let mut client = server.session(fault.voice());
        client.say(&sentences(2));
        client.send(json!({"type": "flush", "nonce": 1}));
        let heard = client.rest();
        assert_eq!(heard.texts.last().unwrap()["error"]["type"], "internal_server_error", "{fault:?}");
        assert_eq!(heard.close, Some(1011), "{fault:?}");
    }
    neighbour.send(json!({"type": "finish"}));
    assert_eq!(neighbour.rest().close, Some(1000));
}
