//! Text in, segments out: when there is enough to speak, and which words of it sound.
//!
//! Two halves. A [`Segmenter`] takes text as it trickles in and gives back [`Segment`]s, deciding only by what cannot
//! change, so that the division of a text into messages never shows. [`normalise`] turns one segment into what an
//! engine reads, with the way back to the source.
//!
//! It knows neither connection nor context, and no time: how long to wait before a [`release`](Segmenter::release) is
//! the session's affair, which asks [`Segmenter::pending`] what it is waiting on. Start with [`Segmenter`].

mod abbreviation;
mod boundary;
mod clause;
mod cursor;
mod effort;
mod ending;
mod fallback;
mod language;
mod mark;
mod name;
mod place;
mod policy;
mod quotes;
mod reason;
mod run;
mod scanner;
mod segmenter;
mod sound;
mod tail;
mod weight;
mod word;

pub use ending::ending_of;
pub use mark::{is_emoji, is_ideograph, is_line_end, is_silent_format};
pub use policy::{SegmentBounds, SegmentPolicy};
pub use reason::Reason;
pub use segmenter::{Pending, PendingEnd, Segment, Segmenter};
pub use sound::{is_speakable, sounds};
pub use weight::estimate_speech;
