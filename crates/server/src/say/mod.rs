//! `syrinx say`: speaks to a file or to standard output, without a server but on a server's path: the same session,
//! scheduler and encoders, so that the bytes are the same.
//!
//! Text is taken as it comes, so `llm | syrinx say -o out.wav` begins before the model has ended. Start with [`say`].

mod format;
mod input;
mod intake;
mod order;
mod progress;
mod reader;
mod sink;

pub use format::{FORMATS, Format, UnknownFormat};
pub use input::{InputError, text_of};
pub use order::{Order, SayError, Target, say};
