//! Frames ↔ commands and events: one folder per wire protocol, one line each in the [`registry`].
//!
//! A protocol translates; it decides nothing about speech and knows no engine, no socket and no clock. Read
//! [`Protocol`] first, then the folder `native`, the reference for the others.

mod actions;
mod answer;
mod card;
mod fields;
mod file;
mod format;
mod frame;
mod head;
mod inworld;
mod letters;
mod lmnt;
mod names;
mod native;
mod offer;
mod pronunciations;
mod protocol;
mod regions;
pub mod registry;
mod rules;
mod slng;
mod smallest;
mod soniox;
mod stand_ins;
pub mod surrogate;
mod tiles;
mod tokens;
mod vogent;

pub use actions::{Action, Actions, Close};
pub use card::{Accept, Accepted, EventKind, ProtocolCard, ProtocolId, Route, RouteKind};
pub use fields::Fields;
pub use format::FormatName;
pub use frame::{ClientFrame, ServerFrame};
pub use head::{Head, HttpReply, unescaped_colons};
pub use names::{ContextNames, LaneNames};
pub use offer::{Alias, Keys, Offer, UnknownVoice};
pub use pronunciations::{Pronunciations, how};
pub use protocol::Protocol;
pub use registry::PROTOCOLS;
pub use rules::{Column, Columns, OptionKind, OptionValue, Options, ProtocolOption};
pub use stand_ins::is_auto;
pub use surrogate::SurrogateJoiner;
