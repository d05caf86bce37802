//! What tests stand on: a whole server in virtual time, without sockets, threads or clocks.
//!
//! A [`Rig`] joins real connections, the real scheduler and a real engine and plays the worker pool, the sockets and the
//! clients. [`transcript`] replays stories written as text files against it. [`offer`] is what the server under test has
//! to offer. Nothing here is part of the server.
//!
//! Read [`transcript`] to write a story, [`Rig`] to write a test.

mod client;
mod eavesdrop;
mod offer;
mod request;
mod rig;
pub mod sound;
pub mod transcript;
mod workers;

pub use client::{Heard, Said, Socket, What};
pub use eavesdrop::{Passed, Sound};
pub use offer::{Door, KEY, OfferBuilder};
pub use request::{Address, Answer, Method, Request};
pub use rig::{Rig, Seat, World};
