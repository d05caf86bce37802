//! The sound in what a client hears, and how long it plays. What is in its bytes is heard by the crate `ear`.

use speech::{AudioTime, CodecId, SampleCount};

use crate::transcript::sound_bytes;
use crate::{Heard, Sound, What};

/// How long `bytes` play that were sent for `sound`: counted for codecs with bytes per sample, a RIFF header at the
/// beginning left out; the outbox's own account for the others.
#[must_use]
pub fn playing_time(sound: &Sound, bytes: &[u8]) -> AudioTime {
    let Some(width) = bytes_per_sample(sound.form.codec) else { return sound.duration };
    SampleCount((wav_data(bytes).unwrap_or(bytes).len() / width) as u64).time_at(sound.form.rate)
}

/// The bytes of the sound in what a client heard, as a player gets them; `None` if it carries no sound.
#[must_use]
pub fn player_bytes(heard: &Heard) -> Option<Vec<u8>> {
    let sound = heard.sound.as_ref()?;
    match &heard.what {
        What::Binary(bytes) => Some(bytes.clone()),
        What::Body(bytes) => match json_in(bytes) {
            Some(json) => sound_bytes(json, sound),
            None => Some(bytes.clone()),
        },
        What::Text(text) => sound_bytes(text, sound),
        What::Head(_) | What::Close(_) => None,
    }
}

/// The same without a RIFF header around them.
#[must_use]
pub fn codec_bytes(heard: &Heard) -> Option<Vec<u8>> {
    let bytes = player_bytes(heard)?;
    Some(wav_data(&bytes).map_or_else(|| bytes.clone(), <[u8]>::to_vec))
}

/// A body that is JSON, or the data of one server-sent event.
fn json_in(body: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(body).ok()?.trim();
    let data = text.lines().find_map(|line| line.strip_prefix("data:")).map_or(text, str::trim);
    data.starts_with('{').then_some(data)
}

/// The samples behind a RIFF/WAVE header, without the byte that makes them even; `None` if there is none.
fn wav_data(bytes: &[u8]) -> Option<&[u8]> {
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
