//! A WAV header once, or a whole WAV in every message.
//!
//! Sources: Microsoft and IBM, *Multimedia Programming Interface and Data Specifications 1.0* (1991), and *New Multimedia
//! Data Types and Data Techniques 3.0* (1994) for the format tags and for the `fact` chunk of everything that is not PCM.

use speech::{CodecId, ContainerId, OutputForm};

use super::{ContainerCard, Framing};
use crate::form::FormError;

/// One header with streaming sizes, then samples for as long as it lasts.
pub const WAV: ContainerCard = ContainerCard {
    id: ContainerId::WAV,
    media_type: Some("audio/wav"),
    holds: |codec| WavFormat::of(codec).is_some(),
    framing: Framing::Bytes {
        header: |form| wav_header(form, None).unwrap_or_default(),
        message: |_, bytes| bytes,
    },
};

/// A header with exact sizes before each message's samples, so that every message is a file of its own.
pub const WAV_EACH: ContainerCard = ContainerCard {
    id: ContainerId::WAV_EACH,
    media_type: Some("audio/wav"),
    holds: WAV.holds,
    framing: Framing::Bytes { header: |_| Vec::new(), message: wav_file },
};

/// The length of a [`wav_header`] for [`CodecId::PCM_S16LE`], in bytes. The other codecs have a longer one.
pub const WAV_PCM_HEADER_LEN: usize = 44;

/// What streaming writers put where a length is not known yet.
const UNKNOWN_LEN: u32 = 0xFFFF_FFFF;
/// The chunk that holds the sample count of a format other than PCM: id, length, value.
const FACT_LEN: u32 = 12;

/// How WAV calls a codec.
#[derive(Clone, Copy)]
struct WavFormat {
    tag: u16,
    bytes_per_sample: u16,
}

impl WavFormat {
    /// Tag of plain PCM, the one format without extension field and `fact` chunk.
    const PCM: u16 = 1;

    fn of(codec: CodecId) -> Option<Self> {
        let (tag, bytes_per_sample) = match codec {
            CodecId::PCM_S16LE => (Self::PCM, 2),
            CodecId::PCM_F32LE => (3, 4),
            CodecId::ALAW => (6, 1),
            CodecId::MULAW => (7, 1),
            _ => return None,
        };
        Some(Self { tag, bytes_per_sample })
    }

    fn is_pcm(self) -> bool {
        self.tag == Self::PCM
    }

    /// Bytes between the RIFF length field and the data.
    fn overhead(self) -> u32 {
        let form_type_and_fmt_and_data_heads = 4 + 8 + 8;
        form_type_and_fmt_and_data_heads + self.fmt_len() + if self.is_pcm() { 0 } else { FACT_LEN }
    }

    fn fmt_len(self) -> u32 {
        if self.is_pcm() { 16 } else { 18 }
    }
}

/// A WAV header: for a stream without a known end (`None`: all lengths `0xFFFFFFFF`), or for a file with `data_len` bytes
/// of audio.
///
/// Its length depends on the codec alone, so a file can be begun with `None` and its first bytes overwritten at the end.
/// An odd `data_len` is to be followed by one zero byte, which the header counts as WAV wants it.
///
/// # Errors
/// [`FormError::NotTogether`] for a codec that WAV does not hold.
pub fn wav_header(form: &OutputForm, data_len: Option<u32>) -> Result<Vec<u8>, FormError> {
    let format = WavFormat::of(form.codec)
        .ok_or(FormError::NotTogether { codec: form.codec, container: ContainerId::WAV })?;
    let riff_len = data_len.map_or(UNKNOWN_LEN, |len| padded(len).saturating_add(format.overhead()));
    let mut out = Vec::with_capacity(64);
    out.extend_from_slice(b"RIFF");
    out.extend_from_slice(&riff_len.to_le_bytes());
    out.extend_from_slice(b"WAVE");
    put_fmt(format, form.rate.hz(), &mut out);
    if !format.is_pcm() {
        let samples = data_len.map_or(UNKNOWN_LEN, |len| len / u32::from(format.bytes_per_sample));
        put_fact(samples, &mut out);
    }
    out.extend_from_slice(b"data");
    out.extend_from_slice(&data_len.unwrap_or(UNKNOWN_LEN).to_le_bytes());
    Ok(out)
}

/// `data` as a whole WAV file.
fn wav_file(form: &OutputForm, mut data: Vec<u8>) -> Vec<u8> {
    // What is too long for WAV's numbers gets the streaming ones.
    let header = wav_header(form, u32::try_from(data.len()).ok()).unwrap_or_default();
    if data.len() % 2 == 1 {
        data.push(0);
    }
    data.splice(0..0, header);
    data
}

/// Chunks begin at even places.
fn padded(len: u32) -> u32 {
    len.saturating_add(len % 2)
}

fn put_fmt(format: WavFormat, hz: u32, out: &mut Vec<u8>) {
    let channels: u16 = 1;
    out.extend_from_slice(b"fmt ");
    out.extend_from_slice(&format.fmt_len().to_le_bytes());
    out.extend_from_slice(&format.tag.to_le_bytes());
    out.extend_from_slice(&channels.to_le_bytes());
    out.extend_from_slice(&hz.to_le_bytes());
    out.extend_from_slice(&(hz * u32::from(format.bytes_per_sample)).to_le_bytes());
    out.extend_from_slice(&format.bytes_per_sample.to_le_bytes());
    out.extend_from_slice(&(format.bytes_per_sample * 8).to_le_bytes());
    if !format.is_pcm() {
        let extension_len: u16 = 0;
        out.extend_from_slice(&extension_len.to_le_bytes());
    }
}

fn put_fact(samples: u32, out: &mut Vec<u8>) {
    out.extend_from_slice(b"fact");
    out.extend_from_slice(&4u32.to_le_bytes());
    out.extend_from_slice(&samples.to_le_bytes());
}
