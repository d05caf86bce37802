//! The suite that every engine passes.

mod rig;

use std::time::Duration;

use engine::conformance::check;

#[test]
fn english_conforms() {
    check(&rig::espeak(), &"en-us".into(), || std::thread::sleep(Duration::from_millis(20)));
}

#[test]
fn german_conforms() {
    check(&rig::espeak(), &"de".into(), || {});
}

#[test]
fn chinese_conforms() {
    check(&rig::espeak(), &"cmn".into(), || {});
}

#[test]
fn a_variant_of_tone_conforms() {
    check(&rig::espeak(), &"en-us+f2".into(), || {});
}
