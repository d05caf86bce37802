//! One whole stream, heard.

use speech::{OutputForm, SampleRate};

use crate::codec::{CODECS, CodecEar};
use crate::container::{CONTAINERS, ContainerEar, Unframed};

/// What a player plays of a stream.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// Samples per second, as the stream says it, or as the form does for streams that do not.
    pub rate: SampleRate,
    /// Mono, full scale ±1. What the container tells a player to leave out is left out.
    pub samples: Vec<f32>,
}

/// Why a stream cannot be heard.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// There is no decoder for this codec, or no reader for this container.
    #[error("nothing here hears {0}")]
    Unknown(&'static str),
    /// A message ends within something that cannot be cut.
    #[error("message {message} ends within a {what}")]
    Cut {
        /// Counted from zero.
        message: usize,
        /// Such as `sample` or `page`.
        what: &'static str,
    },
    /// The bytes are not what they should be.
    #[error("{0}")]
    Invalid(String),
}

impl Wrong {
    pub(crate) fn invalid(what: impl Into<String>) -> Self {
        Self::Invalid(what.into())
    }
}

/// Takes the messages of one stream apart, from the first to any.
///
/// # Errors
/// [`Wrong`], at the first thing that no reader would take, or that only a lenient one would.
pub fn unframe(form: &OutputForm, messages: &[Vec<u8>]) -> Result<Unframed, Wrong> {
    (container(form)?.unframe)(form, codec(form)?, messages)
}

/// Decodes the messages of one stream, from the first to any.
///
/// # Errors
/// [`Wrong`], as [`unframe`], and where the decoder refuses.
pub fn hear(form: &OutputForm, messages: &[Vec<u8>]) -> Result<Heard, Wrong> {
    let unframed = unframe(form, messages)?;
    let mut heard = (codec(form)?.decode)(form, &unframed.coded)?;
    let skipped = heard.samples.len().min(unframed.skip as usize);
    heard.samples.drain(..skipped);
    if let Some(sound) = unframed.sound {
        if (heard.samples.len() as u64) < sound {
            let len = heard.samples.len();
            return Err(Wrong::invalid(format!("{sound} samples are announced and {len} are there")));
        }
        heard.samples.truncate(sound as usize);
    }
    Ok(heard)
}

fn codec(form: &OutputForm) -> Result<&'static CodecEar, Wrong> {
    CODECS.iter().find(|ear| ear.id == form.codec).ok_or(Wrong::Unknown(form.codec.0))
}

fn container(form: &OutputForm) -> Result<&'static ContainerEar, Wrong> {
    CONTAINERS.iter().find(|ear| ear.id == form.container).ok_or(Wrong::Unknown(form.container.0))
}
