//! Frames ↔ commands and events: one folder per wire protocol, one line each in the [`registry`].
//!
//! A protocol translates; it decides nothing about speech and knows no engine, no socket and no clock. Read
//! [`Protocol`] first, then the folder `native`, the reference for the others.

mod actions;
mod card;
mod fields;
mod frame;
mod head;
mod lmnt;
mod names;
mod native;
mod offer;
mod protocol;
pub mod registry;
pub mod surrogate;

pub use actions::{Action, Actions, Close};
pub use card::{Accept, EventKind, ProtocolCard, ProtocolId, Route, RouteKind};
pub use fields::Fields;
pub use frame::{ClientFrame, ServerFrame};
pub use head::{Head, HttpReply};
pub use names::ContextNames;
pub use offer::{Alias, Keys, Offer, UnknownVoice};
pub use protocol::Protocol;
pub use registry::PROTOCOLS;
pub use surrogate::SurrogateJoiner;
