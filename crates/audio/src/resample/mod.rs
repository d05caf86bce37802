//! From any rate to any other, 8 000 to 48 000 Hz: a polyphase filter.
//!
//! Read [`Resampler`] first; `kernel` is the filter as a function of time, `filter` what is computed of it beforehand,
//! `shelf` where streams share that, `convolve` the inner loop.
//!
//! # Why not rubato
//!
//! Measured with `cargo bench -p audio` (21 November 2026, one core of a shared AMD EPYC, medians; CPU for one second of
//! audio; *waits* is the filter's delay plus the block that it wants to have whole):
//!
//! | | 22 050 → 24 000 | 22 050 → 8 000 |
//! |---|---|---|
//! | rubato 5.0 `Fft`, 256 samples a block | 0.12 ms, waits 6.7 + 11.6 ms | 0.08 ms, waits 10 + 11.6 ms |
//! | rubato 5.0 `Async` sinc, as many taps as ours | 0.58 ms, waits 1.1 + 2.9 ms | 0.28 ms, waits 3 + 2.9 ms |
//! | ours | 0.07 ms, waits 1.1 ms | 0.07 ms, waits 3 ms |
//!
//! A stream may wait 5 ms. Besides, a stream of ours costs about 1 KB, and any division of its input gives the same
//! bytes. rubato is the oracle of our tests.

mod convolve;
mod filter;
mod kernel;
mod ratio;
pub mod resampler;
pub mod shelf;

pub use resampler::Resampler;
pub use shelf::prepare;
