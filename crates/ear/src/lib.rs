//! Hears what the encoders say: every codec decoded again, every container taken apart, seams scored.
//!
//! For tests and benches; no part of what is delivered. It shares nothing with `audio` but the names of forms, so that a
//! mistake there is not repeated here, and it is strict: a message that ends within a sample, packet, frame, page or
//! cluster is an error.
//!
//! Start with [`hear`]: from the messages of one stream to samples. A new codec is one file and one line in [`CODECS`], a
//! new container one in [`CONTAINERS`]; a test of `audio` fails for those that are missing. [`Seams`] is what a border
//! between chunks, segments or streams does to the sound, [`Spectrum`] where its energy is.

pub mod codec;
pub mod container;
pub mod hear;
pub mod seams;
pub mod spectrum;

pub use codec::{CODECS, CodecEar};
pub use container::{CONTAINERS, Coded, ContainerEar, Ending, Sizes, Unframed};
pub use hear::{Heard, Wrong, hear, unframe};
pub use seams::{Score, Seams};
pub use spectrum::{Spectrum, db};
