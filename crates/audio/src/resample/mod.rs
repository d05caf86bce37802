//! From any rate to any other, 8 000 to 48 000 Hz: a polyphase filter.
//!
//! Read [`Resampler`] first; `kernel` is the filter as a function of time, `filter` what is computed of it beforehand,
//! `shelf` where streams share that, `convolve` the inner loop.
//!
//! # Why not a library
//!
//! From 22 050 to 24 000 Hz ours waits 1.5 ms and costs 0.12 ms of CPU an audio second; rubato's FFT waits 12.8 ms, and its
//! sinc of the same length costs 0.67 ms. A stream may wait 5 ms and spend 0.13. Besides, a stream of ours holds about 1 KB,
//! any division of its input gives the same bytes, and it can be settled in mid-sound. `docs/adr/0011-resampler.md` has all
//! candidates, `cargo run --release -p audio --example resamplers` measures them again, and rubato is the oracle of our tests.

mod convolve;
mod filter;
mod kernel;
mod ratio;
pub mod resampler;
pub mod shelf;

pub use resampler::Resampler;
pub use shelf::prepare;
