//! A server that is told to end finishes what it accepted.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use nix::sys::signal::Signal;
use serde_json::json;
use support::{Server, sentences};

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
