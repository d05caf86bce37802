//! Hosts and their children that are killed, and hosts that never start. The tests take turns, because they look for
//! the only host of this process.

#![cfg(target_os = "linux")]

mod rig;

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use engine::{Engine, EngineError};
use engine_espeak::{Espeak, EspeakConfig, HostCommand};
use rig::{children_of, config, espeak, eventually, kill, long_text, pieces, request, say, spoken, the_host};

static TURN: Mutex<()> = Mutex::new(());

fn alone(test: impl FnOnce()) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    eventually("earlier hosts are gone", || children_of(std::process::id()).is_empty());
    test();
}

#[test]
fn a_segment_whose_process_is_killed_fails_and_the_next_is_served() {
    alone(|| {
        let engine = espeak();
        let mut segment = engine.begin(&request("en-us", spoken(&long_text()))).unwrap();
        segment.next().unwrap().unwrap();
        let speaking = children_of(the_host() as u32);
        assert_eq!(speaking.len(), 1);
        kill(speaking[0].0);
        let end = std::iter::from_fn(|| segment.next().transpose()).find_map(Result::err);
        assert!(matches!(end, Some(EngineError::Crashed(_))), "{end:?}");
        assert!(matches!(segment.next(), Ok(None)), "nothing follows an error");
        assert!(!say(&engine, "en-us", "Hello.").is_empty());
    });
}

#[test]
fn a_killed_host_is_replaced_and_its_segments_are_finished() {
    alone(|| {
        let engine = espeak();
        let whole = say(&engine, "en-us", &long_text());
        let mut segment = engine.begin(&request("en-us", spoken(&long_text()))).unwrap();
        let first = segment.next().unwrap().unwrap();
        let host = the_host();
        kill(host);
        eventually("the host is gone, and no zombie", || children_of(std::process::id()).is_empty());
        assert!(!say(&engine, "en-us", "Hello.").is_empty());
        assert_ne!(the_host(), host);
        let rest = std::iter::from_fn(|| segment.next().transpose()).map(Result::unwrap);
        assert!(std::iter::once(first).chain(rest).collect::<Vec<_>>() == whole);
    });
}

#[test]
fn a_killed_host_is_replaced_when_its_voice_is_warmed() {
    alone(|| {
        let engine = espeak();
        engine.warm(&"en-us".into()).unwrap();
        let host = the_host();
        engine.warm(&"en-us".into()).unwrap();
        assert_eq!(the_host(), host, "a living host is kept");
        kill(host);
        eventually("the host is gone, and no zombie", || children_of(std::process::id()).is_empty());
        engine.warm(&"en-us".into()).unwrap();
        assert_ne!(the_host(), host);
    });
}

#[test]
fn no_more_hosts_are_kept_than_allowed_and_one_let_go_finishes_its_work() {
    alone(|| {
        let engine = Espeak::new(EspeakConfig { max_hosts: 2, ..config() }).unwrap();
        let mut segment = engine.begin(&request("en-us", spoken(&long_text()))).unwrap();
        segment.next().unwrap().unwrap();
        for voice in ["de", "fr-fr", "nl", "de"] {
            assert!(!say(&engine, voice, "1 2 3").is_empty());
        }
        let hosts = || children_of(std::process::id()).len();
        eventually("one is let go and one waits for its segment", || hosts() == 3);
        assert!(std::iter::from_fn(|| segment.next().transpose()).all(|piece| piece.is_ok()));
        eventually("only two hosts are left", || hosts() == 2);
    });
}

#[test]
fn a_host_that_cannot_start_is_an_error_with_its_name_and_no_hang() {
    alone(|| {
        let commands: [(&str, &[&str], u64); 4] = [
            ("/no/such/program", &[], 20_000),
            ("/bin/true", &[], 20_000),
            ("/bin/cat", &[], 20_000),
            ("/bin/sh", &["-c", "sleep 60"], 300),
        ];
        for (program, args, limit) in commands {
            let host =
                HostCommand { program: program.into(), args: args.iter().map(|arg| arg.into()).collect() };
            let stall_limit = Duration::from_millis(limit);
            let engine = Espeak::new(EspeakConfig { host, stall_limit, ..config() }).unwrap();
            let started = Instant::now();
            let error = pieces(&engine, &request("en-us", spoken("Hello."))).unwrap_err();
            assert!(matches!(error, EngineError::Unavailable { .. }), "{program}: {error:?}");
            assert!(error.to_string().contains(program), "{error}");
            assert!(started.elapsed() < Duration::from_secs(5), "{program} took {:?}", started.elapsed());
            eventually("the failed host is gone", || children_of(std::process::id()).is_empty());
        }
    });
}

#[test]
fn a_host_leaves_when_its_server_is_gone() {
    alone(|| {
        let engine = espeak();
        say(&engine, "en-us", "Hello.");
        let host = the_host();
        for signal in ["INT", "TERM", "HUP"] {
            let sent =
                std::process::Command::new("kill").args(["-s", signal, &host.to_string()]).status().unwrap();
            assert!(sent.success());
        }
        say(&engine, "en-us", "Still here.");
        assert_eq!(the_host(), host, "a signal to the whole group ended the host");
        drop(engine);
        eventually("the host is gone", || children_of(std::process::id()).is_empty());
    });
}
