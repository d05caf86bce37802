//! A server that is the first process of a container inherits orphans. It must not get any, because nobody there takes
//! them off the list when they end.

#![cfg(target_os = "linux")]

mod rig;

use engine::Engine;
use engine_espeak::{Espeak, EspeakConfig};
use rig::{children_of, config, eventually, long_text, request, spoken};

#[test]
fn segments_that_outlive_their_place_leave_no_zombies() {
    nix::sys::prctl::set_child_subreaper(true).unwrap();
    let engine = Espeak::new(EspeakConfig { max_hosts: 1, ..config() }).unwrap();
    let zombies = || children_of(std::process::id()).iter().filter(|(_, state)| *state == 'Z').count();
    let mut segments: Vec<_> = ["en-us", "de", "fr-fr", "nl", "it", "es", "pt"]
        .into_iter()
        .map(|voice| {
            let mut segment = engine.begin(&request(voice, spoken(&long_text()))).unwrap();
            segment.next().unwrap().unwrap();
            segment
        })
        .collect();
    assert_eq!(children_of(std::process::id()).len(), 7, "each waits for its segment");
    // Half of them are read to their end, the others are cancelled.
    for mut segment in segments.drain(..3) {
        assert!(std::iter::from_fn(|| segment.next().transpose()).all(|piece| piece.is_ok()));
    }
    drop(segments);
    eventually("one host is left", || children_of(std::process::id()).len() == 1);
    assert_eq!(zombies(), 0);
    drop(engine);
    eventually("nobody is left", || children_of(std::process::id()).is_empty());
}
