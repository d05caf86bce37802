//! Which output forms exist: the registries asked about one [`OutputForm`].

use std::fmt;

use speech::{CodecId, ContainerId, OutputForm, SampleRate};

use crate::container::ContainerCard;
use crate::encoder::{CodecCard, Rates};
use crate::registry::{CODECS, CONTAINERS};

/// Why a form is not on offer. Reads well by itself.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// No codec of that name is built in.
    #[error("codec {} is not on offer; choose one of {}", .0.0, names(CODECS.iter().map(|card| card.id.0)))]
    UnknownCodec(CodecId),
    /// No container of that name is built in.
    #[error("container {} is not on offer; choose one of {}", .0.0, names(CONTAINERS.iter().map(|card| card.id.0)))]
    UnknownContainer(ContainerId),
    /// Both exist, but not in each other.
    #[error("codec {} does not go into container {}; choose one of {}", codec.0, container.0, names(holders(*codec)))]
    NotTogether {
        /// What was to go in.
        codec: CodecId,
        /// Where it was to go.
        container: ContainerId,
    },
    /// The codec has a closed list of rates, and this is not in it.
    #[error("sample rate of {rate} is not on offer for codec {}; choose one of {} Hz", codec.0, names(offered.iter()))]
    Rate {
        /// Which codec.
        codec: CodecId,
        /// The rate asked for.
        rate: SampleRate,
        /// The rates it has, in Hz.
        offered: &'static [u32],
    },
    /// The form is right, but the library behind the codec would not open; most likely it got no memory.
    #[error("codec {} could not be opened: {reason}; try again later", codec.0)]
    Unavailable {
        /// Which codec.
        codec: CodecId,
        /// In the library's words.
        reason: String,
    },
}

/// The containers that a codec goes into.
fn holders(codec: CodecId) -> impl Iterator<Item = &'static str> {
    CONTAINERS.iter().filter(move |card| (card.holds)(codec)).map(|card| card.id.0)
}

fn names<T: fmt::Display>(all: impl Iterator<Item = T>) -> String {
    all.map(|name| name.to_string()).collect::<Vec<_>>().join(", ")
}

/// Whether the form is on offer: what [`AudioStream::open`](crate::AudioStream::open) would say, without opening.
///
/// [`OutputForm::bit_rate`] is a wish and never an error: codecs that have the choice take the nearest rate they know,
/// the others ignore it.
///
/// # Errors
/// [`FormError`] naming what is not on offer.
pub fn check(form: &OutputForm) -> Result<(), FormError> {
    cards(form).map(|_| ())
}

/// The media type of the form's bytes, for a `Content-Type`, such as `audio/wav` or `audio/pcm;rate=24000;…`.
///
/// `application/octet-stream` for a form that [`check`] refuses.
#[must_use]
pub fn media_type(form: &OutputForm) -> String {
    match cards(form) {
        Ok((codec, container)) => match container.media_type {
            Some(of_container) => of_container.to_owned(),
            None => (codec.media_type)(form.rate),
        },
        Err(_) => "application/octet-stream".to_owned(),
    }
}

/// The two registry lines of a form that is on offer.
pub(crate) fn cards(form: &OutputForm) -> Result<(&'static CodecCard, &'static ContainerCard), FormError> {
    let codec = find(CODECS, |card| card.id == form.codec).ok_or(FormError::UnknownCodec(form.codec))?;
    let container = find(CONTAINERS, |card| card.id == form.container)
        .ok_or(FormError::UnknownContainer(form.container))?;
    if !(container.holds)(codec.id) {
        return Err(FormError::NotTogether { codec: codec.id, container: container.id });
    }
    match codec.rates {
        Rates::Only(offered) if !codec.rates.contain(form.rate) => {
            Err(FormError::Rate { codec: codec.id, rate: form.rate, offered })
        }
        _ => Ok((codec, container)),
    }
}

fn find<T>(cards: &'static [T], wanted: impl Fn(&T) -> bool) -> Option<&'static T> {
    cards.iter().find(|card| wanted(card))
}
