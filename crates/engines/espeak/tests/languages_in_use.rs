//! One host speaks for all variants of tone of its language. One test, since it looks for the only host.

#![cfg(target_os = "linux")]

mod rig;

use std::collections::HashSet;

use engine_espeak::{Espeak, EspeakConfig};
use rig::{config, samples, say, the_host};

#[test]
fn the_variants_of_a_language_share_its_host() {
    let engine = Espeak::new(EspeakConfig { max_hosts: 2, ..config() }).unwrap();
    let plain = samples(&say(&engine, "en-us", "Hello."));
    let host = the_host();
    let mut tones = HashSet::new();
    for variant in ["f1", "f2", "f3", "f4", "f5", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "whisper"] {
        let voice = format!("en-us+{variant}");
        let heard = say(&engine, &voice, "Hello.");
        assert!(say(&engine, &voice, "Hello.") == heard, "{voice} differs from itself");
        tones.insert(samples(&heard).iter().map(|sample| sample.to_bits()).collect::<Vec<_>>());
        assert_eq!(the_host(), host, "{voice} has a host of its own");
    }
    assert!(tones.len() > 10, "only {} tones", tones.len());
    assert!(samples(&say(&engine, "en-us", "Hello.")) == plain, "a variant has coloured the plain voice");
}
