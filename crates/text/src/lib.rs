//! Text in, segments out: when there is enough to speak.
//!
//! A [`Segmenter`] takes text as it trickles in and gives back [`Segment`]s, deciding only by what cannot change, so that
//! the division of a text into messages never shows. What is particular to a language is in the folder `language`.
//!
//! It knows neither connection nor context, and no time: how long to wait before a [`release`](Segmenter::release) is
//! the session's affair, which asks [`Segmenter::pending`] what it is waiting on. Start with [`Segmenter`].

mod abbreviation;
mod accents;
mod ahead;
mod boundary;
mod call;
mod clause;
mod cursor;
mod effort;
mod ending;
mod exclaimed;
mod fallback;
mod hidden;
mod language;
mod mark;
mod name;
mod number;
mod past;
mod phrase;
mod place;
mod policy;
mod quotation;
mod quotes;
mod reason;
mod run;
mod scanner;
mod segmenter;
mod shape;
mod shortened;
mod sound;
mod stop;
mod tail;
mod waiting;
mod weight;
mod word;

pub use ending::ending_of;
pub use mark::{is_emoji, is_ideograph, is_line_end, is_silent_format};
pub use policy::{SegmentBounds, SegmentPolicy};
pub use reason::Reason;
pub use segmenter::{Pending, PendingEnd, Segment, Segmenter};
pub use sound::{is_speakable, sounds};
pub use stop::ends_sentence;
pub use weight::estimate_speech;
