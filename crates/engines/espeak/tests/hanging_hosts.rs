//! Hosts that are there and do nothing: they are found out, replaced, and keep nobody for long. The tests take turns,
//! because they look for the only host of this process.

#![cfg(target_os = "linux")]

mod rig;

use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use engine::{Engine, EngineError};
use engine_espeak::{Espeak, EspeakConfig, HostCommand};
use rig::{
    children_of, config, eventually, fresh_folder, long_text, pieces, request, say, spoken, stop, the_host,
};

static TURN: Mutex<()> = Mutex::new(());

const LIMIT: Duration = Duration::from_millis(400);

fn alone(test: impl FnOnce()) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    eventually("earlier hosts are gone", || children_of(std::process::id()).is_empty());
    test();
}

fn impatient() -> Espeak {
    Espeak::new(EspeakConfig { host_answer_limit: LIMIT, ..config() }).expect("there is a folder")
}

fn is_running(pid: i32) -> bool {
    children_of(std::process::id()).iter().any(|(child, _)| *child == pid)
}

#[test]
fn a_host_that_hangs_fails_what_it_was_sent_soon_and_is_replaced() {
    alone(|| {
        let engine = impatient();
        let whole = say(&engine, "en-us", "Hello.");
        let host = the_host();
        stop(host);
        let started = Instant::now();
        let errors = thread::scope(|scope| {
            let ask = || pieces(&engine, &request("en-us", spoken("Hello."))).err();
            let workers: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
            workers.into_iter().map(|worker| worker.join().unwrap()).collect::<Vec<_>>()
        });
        assert!(started.elapsed() < 4 * LIMIT, "they took {:?}", started.elapsed());
        // The first to find out says so; the sockets of the others may close when it ends the host.
        assert!(
            errors
                .iter()
                .flatten()
                .any(|error| matches!(error, EngineError::Stalled(told) if *told == LIMIT))
        );
        assert!(errors.iter().flatten().all(EngineError::may_heal), "{errors:?}");
        assert!(say(&engine, "en-us", "Hello.") == whole);
        eventually("the one that hung is gone", || !is_running(host));
    });
}

#[test]
fn warming_finds_out_that_a_host_hangs() {
    alone(|| {
        let engine = impatient();
        engine.warm(&"en-us".into()).unwrap();
        let host = the_host();
        stop(host);
        engine.warm(&"en-us".into()).unwrap();
        eventually("the one that hung is gone", || !is_running(host));
        assert!(!say(&engine, "en-us", "Hello.").is_empty());
    });
}

#[test]
fn a_segment_that_hangs_is_no_fault_of_its_host() {
    alone(|| {
        let engine = Espeak::new(EspeakConfig { stall_limit: LIMIT, ..config() }).unwrap();
        let mut segment = engine.begin(&request("en-us", spoken(&long_text().repeat(10)))).unwrap();
        segment.next().unwrap().unwrap();
        let host = the_host();
        let speaking = children_of(host as u32)[0].0;
        stop(speaking);
        let end = std::iter::from_fn(|| segment.next().transpose()).find_map(Result::err);
        assert!(matches!(end, Some(EngineError::Stalled(told)) if told == LIMIT), "{end:?}");
        assert!(!say(&engine, "en-us", "Hello.").is_empty());
        assert_eq!(the_host(), host);
        rig::kill(speaking);
    });
}

#[test]
fn a_host_that_hangs_is_not_let_live_when_it_is_let_go() {
    alone(|| {
        let engine = Espeak::new(EspeakConfig { max_hosts: 1, ..config() }).unwrap();
        say(&engine, "en-us", "Hello.");
        let host = the_host();
        stop(host);
        say(&engine, "de", "Hallo.");
        eventually("the one that hung is gone", || !is_running(host));
    });
}

#[test]
fn those_who_wait_for_a_host_that_cannot_start_wait_once_together() {
    alone(|| {
        let log = fresh_folder();
        let script = format!("echo started >> '{}'; exec sleep 60", log.display());
        let host = HostCommand { program: "/bin/sh".into(), args: vec!["-c".into(), script.into()] };
        let engine = Espeak::new(EspeakConfig { host, stall_limit: LIMIT, ..config() }).unwrap();
        let starts = || std::fs::read_to_string(&log).unwrap().lines().count();
        let ask = || pieces(&engine, &request("en-us", spoken("Hello."))).unwrap_err();
        let started = Instant::now();
        thread::scope(|scope| {
            for worker in (0..4).map(|_| scope.spawn(ask)).collect::<Vec<_>>() {
                let error = worker.join().unwrap();
                assert!(error.to_string().contains("/bin/sh") && error.may_heal(), "{error}");
            }
        });
        assert!(started.elapsed() < 3 * LIMIT, "they took {:?}", started.elapsed());
        assert_eq!(starts(), 1);
        thread::sleep(Duration::from_millis(1_100));
        ask();
        assert_eq!(starts(), 2, "it is never tried again");
        std::fs::remove_file(log).unwrap();
    });
}
