//! The tone engine passes the suite that every engine passes.

use std::time::Duration;

use engine::Engine;
use engine::conformance::check;
use engine_tone::{Tone, ToneConfig};
use speech::SampleRate;

fn check_all_voices(config: ToneConfig) {
    let tone = Tone::new(config);
    for voice in &tone.card().voices {
        check(&tone, &voice.id, || {});
    }
}

#[test]
fn as_it_is() {
    check_all_voices(ToneConfig::default());
}

#[test]
fn at_telephone_rate_in_tiny_steps() {
    let config = ToneConfig {
        rate: SampleRate::known(8_000),
        piece: Duration::from_millis(7),
        ..ToneConfig::default()
    };
    check_all_voices(config);
}

#[test]
fn without_gaps_in_one_step() {
    let config =
        ToneConfig { per_gap: Duration::ZERO, piece: Duration::from_secs(3_600), ..ToneConfig::default() };
    check_all_voices(config);
}
