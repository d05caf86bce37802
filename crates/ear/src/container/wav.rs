//! RIFF/WAVE: one head for a stream, or one for each message.
//!
//! Source: Microsoft and IBM, *Multimedia Programming Interface and Data Specifications 1.0* (1991), and *New Multimedia
//! Data Types and Data Techniques 3.0* (1994).

use speech::{CodecId, ContainerId, OutputForm};

use super::{ContainerEar, Sizes, Unframed, join};
use crate::codec::CodecEar;
use crate::hear::Wrong;

pub(super) const EAR: ContainerEar =
    ContainerEar { id: ContainerId::WAV, sizes: Sizes::Free, unframe: unframe_stream };

pub(super) const EACH_EAR: ContainerEar =
    ContainerEar { id: ContainerId::WAV_EACH, sizes: Sizes::PerMessage, unframe: unframe_each };

/// What streaming writers say of a length that they do not know.
const UNKNOWN: u32 = u32::MAX;

/// Format tag and bits a sample of what we know.
const FORMATS: [(CodecId, u16, u16); 4] =
    [(CodecId::PCM_S16LE, 1, 16), (CodecId::PCM_F32LE, 3, 32), (CodecId::ALAW, 6, 8), (CodecId::MULAW, 7, 8)];

fn unframe_stream(form: &OutputForm, codec: &CodecEar, messages: &[Vec<u8>]) -> Result<Unframed, Wrong> {
    let Some((first, others)) = messages.split_first() else {
        return Ok(Unframed::of_bytes(Vec::new()));
    };
    let (riff_len, data_len, data) = head(form, first)?;
    if (riff_len, data_len) != (UNKNOWN, UNKNOWN) {
        return Err(Wrong::invalid("a stream claims to know its length"));
    }
    let data = std::iter::once(data).chain(others.iter().map(Vec::as_slice));
    Ok(Unframed::of_bytes(join(codec, data)?))
}

fn unframe_each(form: &OutputForm, codec: &CodecEar, messages: &[Vec<u8>]) -> Result<Unframed, Wrong> {
    let files = messages.iter().map(|message| {
        let (riff_len, data_len, data) = head(form, message)?;
        let (sound, filler) = data
            .split_at_checked(data_len as usize)
            .ok_or_else(|| Wrong::invalid("a file is shorter than its head says"))?;
        if filler.len() != data_len as usize % 2 || riff_len as usize != message.len() - 8 {
            return Err(Wrong::invalid("a file is not as long as its head says"));
        }
        Ok(sound)
    });
    let files = files.collect::<Result<Vec<_>, _>>()?;
    Ok(Unframed::of_bytes(join(codec, files.into_iter())?))
}

/// Reads up to the samples: the two lengths, and the rest.
fn head<'a>(form: &OutputForm, bytes: &'a [u8]) -> Result<(u32, u32, &'a [u8]), Wrong> {
    let mut rest = bytes;
    let (riff, riff_len) = chunk_head(&mut rest)?;
    if riff != *b"RIFF" || take(&mut rest, 4)? != b"WAVE" {
        return Err(Wrong::invalid("a WAV file begins with RIFF and WAVE"));
    }
    loop {
        let (id, len) = chunk_head(&mut rest)?;
        match &id {
            b"data" => return Ok((riff_len, len, rest)),
            b"fmt " => check_format(form, take(&mut rest, len as usize)?)?,
            _ => drop(take(&mut rest, len as usize)?),
        }
    }
}

fn check_format(form: &OutputForm, fields: &[u8]) -> Result<(), Wrong> {
    let u16_at = |place: usize| Some(u16::from_le_bytes(*fields.get(place..)?.first_chunk()?));
    let u32_at = |place: usize| Some(u32::from_le_bytes(*fields.get(place..)?.first_chunk()?));
    let wanted = FORMATS.iter().find(|(codec, ..)| *codec == form.codec);
    let &(_, tag, bits) = wanted.ok_or(Wrong::Unknown(form.codec.0))?;
    let bytes = bits / 8;
    let is_right =
        (u16_at(0), u16_at(2), u16_at(12), u16_at(14)) == (Some(tag), Some(1), Some(bytes), Some(bits));
    let rates = (u32_at(4), u32_at(8));
    if !is_right || rates != (Some(form.rate.hz()), Some(form.rate.hz() * u32::from(bytes))) {
        return Err(Wrong::invalid(format!("the head does not say {form:?}")));
    }
    Ok(())
}

fn chunk_head(rest: &mut &[u8]) -> Result<([u8; 4], u32), Wrong> {
    let head = take(rest, 8)?;
    let number = |place: usize| [head[place], head[place + 1], head[place + 2], head[place + 3]];
    Ok((number(0), u32::from_le_bytes(number(4))))
}

fn take<'a>(rest: &mut &'a [u8], len: usize) -> Result<&'a [u8], Wrong> {
    let cut = || Wrong::Cut { message: 0, what: "head" };
    let (taken, left) = rest.split_at_checked(len).ok_or_else(cut)?;
    *rest = left;
    Ok(taken)
}
