//! What tests stand on: a whole server in virtual time, without sockets, threads or clocks.
//!
//! A [`Rig`] joins a real connection, the real scheduler and a real engine and plays the worker pool, the socket and the
//! client. [`transcript`] replays stories written as text files against it. [`offer`] is what the server under test has
//! to offer. Nothing here is part of the server.
//!
//! Read [`transcript`] to write a story, [`Rig`] to write a test.

mod eavesdrop;
mod offer;
mod request;
mod rig;
pub mod sound;
pub mod transcript;
mod workers;

pub use eavesdrop::Sound;
pub use offer::{Door, KEY, OfferBuilder};
pub use request::{Address, Answer, Method, Request};
pub use rig::{Heard, Rig, Said, Socket, What, World};
