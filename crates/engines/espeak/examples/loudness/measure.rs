//! Integrated loudness after ITU-R BS.1770, as a listener who hears the whole passage would judge it.

use ebur128::{EbuR128, Mode};
use engine::conformance::{plain_request, speak};
use engine::{Engine, EngineError};
use speech::{Loudness, VoiceCard};

use super::passage::passage;

/// How long each voice speaks at least, in seconds.
const LONG_ENOUGH: f64 = 15.0;
/// More rounds of the passage than any voice needs.
const ROUNDS: usize = 20;

/// The loudness of a voice in its own words.
///
/// # Errors
/// In words, if it cannot speak them.
pub(crate) fn loudness_of(engine: &dyn Engine, card: &VoiceCard) -> Result<Loudness, String> {
    let mut samples = Vec::new();
    for text in passage(card.id.as_str()).iter().cycle().take(ROUNDS) {
        if samples.len() as f64 > LONG_ENOUGH * f64::from(card.rate.hz()) {
            break;
        }
        let said = |error: EngineError| format!("{}: {error}", card.id);
        samples.extend(speak(engine, &plain_request(text, &card.id)).map_err(said)?.samples);
    }
    integrated(&samples, card.rate.hz()).ok_or_else(|| format!("{}: nothing to measure", card.id))
}

/// The loudness of some sound; `None` if it is too short, or silence.
pub(crate) fn integrated(samples: &[f32], rate: u32) -> Option<Loudness> {
    let mut meter = EbuR128::new(1, rate, Mode::I).ok()?;
    meter.add_frames_f32(samples).ok()?;
    Loudness::from_lufs(meter.loudness_global().ok()?)
}
