//! The client's side: what a session says and hears, and one small module per wire.
//!
//! Start with [`Session`]; a [`Wire`] is data: how each word of ours is written there. [`TurnSession`] and [`TurnWire`] are
//! the same for the wires on which each turn is a context of its own.

mod lmnt;
mod native;
mod session;
mod socket;
mod turns;
mod wire;

pub(crate) use lmnt::LMNT;
pub(crate) use native::{NATIVE, native_with};
pub(crate) use session::{Session, Utterance};
pub(crate) use socket::Parting;
pub(crate) use turns::{TURN_WIRES, TurnSession, TurnWire};
pub(crate) use wire::{Heard, Wire, length};
