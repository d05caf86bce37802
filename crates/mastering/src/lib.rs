//! From what an engine computes to what a listener should hear.
//!
//! ```text
//!  engine ─► edges ─► level ─► listener
//!            silence   gain, limiter
//! ```
//!
//! An engine begins and ends when it likes, as loud as it likes. Here the silence before a segment is cut, the silence
//! after it becomes the pause that its text asks for, its voice gets the level that all voices share, and no peak goes
//! above the ceiling. Times of words and phonemes move with their sound. What comes out depends on the engine's samples,
//! the voice and the request, not on how the samples were divided into pieces.
//!
//! Read [`begin`] first, which is the only way in, then `mastered.rs`. The figures are in [`TARGET`] and [`CEILING`], and
//! their reasons in `docs/adr/0013-mastering.md`.

mod begin;
mod edges;
mod level;
mod limiter;
mod mastered;
mod pause;
mod rest;

pub use begin::begin;
pub use level::TARGET;
pub use limiter::{CEILING, LOOK_AHEAD, RELEASE};
pub use pause::pause_after;
