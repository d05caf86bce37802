//! The embedded voice's processes may die; the server does not.
#![cfg(feature = "espeak")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::json;
use support::{Server, sentences, syrinx};

/// The processes that this one started, and theirs.
fn descendants(id: u32) -> Vec<u32> {
    let listed = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap_or_default();
    let all_threads = std::fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let by_thread =
        all_threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("children")).ok());
    let children: std::collections::BTreeSet<u32> = by_thread
        .chain([listed])
        .flat_map(|line| line.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>())
        .collect();
    children.iter().copied().chain(children.iter().flat_map(|&child| descendants(child))).collect()
}

fn server() -> Server {
    Server::start_with(&["--engines", "espeak,tone"], &[])
}

#[test]
#[cfg(target_os = "linux")]
fn hosts_killed_in_mid_word_cost_a_segment_at_most() {
    let server = server();
    let mut neighbour = server.session("tone");
    // Reads nothing yet, so that segments are parked in mid-word.
    let mut client = server.session("en-us");
    client.say(&sentences(200));
    server.until("it sounds", || server.metric("syrinx_first_audio_seconds_count") > Some(0.0));
    let victims = descendants(server.id());
    assert!(!victims.is_empty(), "no voice host runs");
    for victim in victims {
        let _ = kill(Pid::from_raw(victim as i32), Signal::SIGKILL);
    }
    client.send(json!({"type": "finish"}));
    let heard = client.rest();
    assert!(matches!(heard.close, Some(1000 | 1011)), "neither spoken nor failed: {:?}", heard.close);

    neighbour.say("Still here.");
    neighbour.send(json!({"type": "finish"}));
    assert_eq!(neighbour.rest().close, Some(1000));
    let body = br#"{"text":"And so am I.","voice":"en-us","format":"pcm_s16le"}"#;
    let answer = server.post("/v1/ai/speech/bytes", body);
    assert_eq!((answer.status, answer.complete), (200, true));
    assert!(answer.body.len() > 24_000);
}

#[test]
fn say_and_the_socket_agree_in_the_embedded_voice() {
    let server = server();
    let text = sentences(4);
    let spoken =
        syrinx().args(["say", "--rate", "24000", "--voice", "en-us", &text]).output().unwrap().stdout;
    let mut client = server.session("en-us");
    for word in text.split_inclusive(' ') {
        client.say(word);
    }
    client.send(json!({"type": "finish"}));
    assert_eq!(client.rest().audio, spoken);
}

#[test]
fn a_voice_asked_for_another_language_keeps_its_gender() {
    let server = server();
    let speak = |voice: &str| {
        let body = json!({"text": "Guten Tag.", "voice": voice, "language": "de", "format": "pcm_s16le"});
        let answer = server.post("/v1/ai/speech/bytes", body.to_string().as_bytes());
        assert_eq!((answer.status, answer.complete), (200, true), "{voice}");
        answer.body
    };
    assert_eq!(speak("en-us+f2"), speak("de+f3"));
    assert_eq!(speak("en-us+m3"), speak("de"));
    assert_ne!(speak("de+f3"), speak("de"));
}

#[test]
fn a_data_folder_that_cannot_be_written_is_no_end() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a-file");
    std::fs::write(&file, "in the way").unwrap();
    let said = syrinx()
        .args(["say", "--data-dir", file.to_str().unwrap(), "Hello."])
        .env("XDG_CACHE_HOME", folder.path())
        .output()
        .unwrap();
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
    assert!(!said.stdout.is_empty());
}
