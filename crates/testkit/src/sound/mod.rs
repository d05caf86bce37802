//! The sound in what a client hears, and how long it plays.
//!
//! [`stream_time`] reads whole streams of the containers that tell the time, without decoding them: a second opinion on the
//! outbox's own account.

mod flac;
mod ogg;
mod opus;
mod webm;

use speech::{AudioTime, CodecId, ContainerId, OutputForm, SampleCount};

use crate::transcript::sound_bytes;
use crate::{Heard, Sound, What};

/// How long `bytes` play that were sent for `sound`: counted for codecs with bytes per sample, a RIFF header at the
/// beginning left out; the outbox's own account for the others.
#[must_use]
pub fn playing_time(sound: &Sound, bytes: &[u8]) -> AudioTime {
    let Some(width) = bytes_per_sample(sound.form.codec) else { return sound.duration };
    SampleCount((wav_data(bytes).unwrap_or(bytes).len() / width) as u64).time_at(sound.form.rate)
}

/// The codec's bytes in what a client heard, without a container around them; `None` if it carries no sound.
#[must_use]
pub fn codec_bytes(heard: &Heard) -> Option<Vec<u8>> {
    let sound = heard.sound.as_ref()?;
    let bytes = match &heard.what {
        What::Binary(bytes) => bytes.clone(),
        What::Body(bytes) => in_json(bytes, sound).unwrap_or_else(|| bytes.clone()),
        What::Text(text) => sound_bytes(text, sound)?,
        What::Head(_) | What::Close(_) => return None,
    };
    Some(wav_data(&bytes).map_or_else(|| bytes.clone(), <[u8]>::to_vec))
}

/// The bytes of the sound in a body that is JSON.
fn in_json(body: &[u8], sound: &Sound) -> Option<Vec<u8>> {
    sound_bytes(std::str::from_utf8(body).ok()?, sound)
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

/// How long a stream plays by what is in it, and whether it says that it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamTime {
    /// What a player plays: without what the container has it leave out.
    pub time: AudioTime,
    /// How it ends.
    pub ending: Ending,
}

/// How a stream ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It says so.
    Said,
    /// It does not, or its container has no word for it.
    Open,
}

/// What the bytes of one stream, from its beginning, say of its length; `None` for forms that do not say it.
///
/// # Errors
/// What is broken about them.
#[must_use]
pub fn stream_time(form: &OutputForm, bytes: &[u8]) -> Option<Result<StreamTime, String>> {
    match form.container {
        ContainerId::OGG => Some(ogg::time(bytes)),
        ContainerId::WEBM => Some(webm::time(bytes)),
        ContainerId::FLAC => Some(flac::time(bytes)),
        _ => None,
    }
}

/// Big-endian, at most eight bytes.
fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}
