//! Dropping a segment ends its process and leaves nothing behind. One test, since it counts what the process has.

#![cfg(target_os = "linux")]

mod rig;

use engine::Engine;
use rig::{children_of, espeak, eventually, long_text, request, say, spoken, the_host};

#[test]
fn a_dropped_segment_leaves_no_process_and_no_descriptor() {
    let engine = espeak();
    say(&engine, "en-us", "Hello.");
    let (host, open) = (the_host(), descriptors());
    for number in 0..200 {
        let mut segment = engine.begin(&request("en-us", spoken(&long_text()))).unwrap();
        for _ in 0..number % 5 {
            segment.next().unwrap();
        }
    }
    assert_eq!(descriptors(), open);
    assert_eq!(the_host(), host, "the host was replaced");
    eventually("every speaking process is gone", || children_of(host as u32).is_empty());
    assert!(children_of(std::process::id()).iter().all(|(_, state)| *state != 'Z'));
    drop(engine);
    eventually("the host is gone with its engine", || children_of(std::process::id()).is_empty());
}

fn descriptors() -> usize {
    std::fs::read_dir("/proc/self/fd").expect("Linux has it").count()
}
