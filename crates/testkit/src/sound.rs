//! How long encoded sound plays.

use speech::{AudioTime, CodecId, SampleCount};

use crate::Sound;

/// A RIFF/WAVE header up to and with the length of its data.
const RIFF_HEADER: usize = 44;

/// How long `bytes` play that were sent for `sound`: counted for codecs with bytes per sample, a RIFF header at the
/// beginning left out; the outbox's own account for the others.
#[must_use]
pub fn playing_time(sound: &Sound, bytes: &[u8]) -> AudioTime {
    let Some(width) = bytes_per_sample(sound.form.codec) else { return sound.duration };
    let data = if bytes.starts_with(b"RIFF") { bytes.get(RIFF_HEADER..).unwrap_or_default() } else { bytes };
    SampleCount((data.len() / width) as u64).time_at(sound.form.rate)
}

fn bytes_per_sample(codec: CodecId) -> Option<usize> {
    match codec {
        CodecId::PCM_S16LE | CodecId::PCM_S16BE => Some(2),
        CodecId::PCM_F32LE => Some(4),
        CodecId::MULAW | CodecId::ALAW => Some(1),
        _ => None,
    }
}
