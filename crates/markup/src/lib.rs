//! What a text with markup shows: its words without the marks, the way back to the source, and what the marks ask for.
//!
//! A [`View`] takes source text in pushes of any division and gives [`Piece`]s: stretches of the source that are shown,
//! shown as something else, or skipped, and between them [`Mark`]s (a break, a border, a change of voice). It decides only
//! by what cannot change, so the division never shows; what waits to be decided is bounded, and so is everything it keeps.
//! The pieces account for every byte of the source, in order.
//!
//! Markdown is read by local rules, without looking for the other half of a pair: `**` at the edge of a word is skipped
//! wherever it stands, and `snake_case` and `2 * 3` stay. Tags are those of SSML and the common ones of HTML; anything
//! else in angle brackets is text, unless it stands inside `<speak>`. There are no entities but characters, so nothing
//! expands.
//!
//! Start with [`View`]; [`Syntax`] says what is looked for.

mod attributes;
mod block;
mod break_time;
mod code;
mod cut_off;
mod element;
mod elements;
mod emphasis;
mod entity;
mod inline;
mod link;
mod lookahead;
mod piece;
mod prosody;
mod row;
mod say_as;
mod skipping;
mod slashes;
mod syntax;
mod tag;
mod tag_scan;
mod view;
mod voice;

pub use piece::{Border, Manner, Mark, Piece, Warning};
pub use syntax::{Code, Markup, Sounds, Syntax};
pub use view::View;
