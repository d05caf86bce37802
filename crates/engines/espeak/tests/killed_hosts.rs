//! A server that is the first process of a container inherits the children of a host that is killed in mid-word. They speak
//! to the end, and then nothing is left of them.

#![cfg(target_os = "linux")]

mod rig;

use engine::{Engine, Piece};
use rig::{children_of, espeak, eventually, kill, long_text, request, say, spoken, stop, the_host};

/// The children of this process, by their state, rising.
fn states() -> String {
    let mut states: Vec<char> = children_of(std::process::id()).into_iter().map(|(_, state)| state).collect();
    states.sort_unstable();
    states.into_iter().collect()
}

#[test]
fn the_children_of_a_killed_host_finish_and_leave_no_zombies() {
    nix::sys::prctl::set_child_subreaper(true).unwrap();
    let engine = espeak();
    let whole: Vec<Piece> = say(&engine, "en-us", &long_text());
    let mut segments: Vec<_> = (0..6)
        .map(|_| {
            let mut segment = engine.begin(&request("en-us", spoken(&long_text()))).unwrap();
            let first = segment.next().unwrap().unwrap();
            (segment, first)
        })
        .collect();
    let host = the_host();
    let speaking = children_of(host as u32);
    assert_eq!(speaking.len(), 6);
    // One of them ends at the same time as its parent, so that nobody else takes it off the list.
    stop(speaking[5].0);
    kill(host);
    kill(speaking[5].0);
    eventually("five are left to us, parked in mid-word", || states() == "SSSSS");

    let (read, cancelled) = (segments.drain(..3).collect::<Vec<_>>(), segments);
    for (mut segment, first) in read {
        let rest = std::iter::from_fn(|| segment.next().transpose()).map(Result::unwrap);
        assert!(std::iter::once(first).chain(rest).collect::<Vec<_>>() == whole, "it is finished");
    }
    drop(cancelled);
    eventually("nobody is left, alive or not", || states().is_empty());

    assert_eq!(say(&engine, "en-us", &long_text()).len(), whole.len());
    drop(engine);
    eventually("the next host is gone, too", || states().is_empty());
}
