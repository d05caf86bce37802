//! How long encoded sound plays.

use speech::{AudioTime, CodecId, SampleCount};

use crate::Sound;

/// How long `bytes` play that were sent for `sound`: counted for codecs with bytes per sample, a RIFF header at the
/// beginning left out; the outbox's own account for the others.
#[must_use]
pub fn playing_time(sound: &Sound, bytes: &[u8]) -> AudioTime {
    let Some(width) = bytes_per_sample(sound.form.codec) else { return sound.duration };
    SampleCount((wav_data(bytes).unwrap_or(bytes).len() / width) as u64).time_at(sound.form.rate)
}

/// The samples behind a RIFF/WAVE header, without the byte that makes them even; `None` if there is none.
#[must_use]
pub fn wav_data(bytes: &[u8]) -> Option<&[u8]> {
    let head = bytes.starts_with(b"RIFF").then(|| bytes.windows(4).position(|word| word == b"data"))??;
    let (length, data) = bytes.get(head + 4..)?.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    Some(data.get(..length).unwrap_or(data))
}

fn bytes_per_sample(codec: CodecId) -> Option<usize> {
    match codec {
        CodecId::PCM_S16LE | CodecId::PCM_S16BE => Some(2),
        CodecId::PCM_F32LE => Some(4),
        CodecId::MULAW | CodecId::ALAW => Some(1),
        _ => None,
    }
}
