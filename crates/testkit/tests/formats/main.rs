//! Every format that a protocol lists is there, is asked for in its stories, arrives in small messages, and is whole.
//!
//! Nothing here knows a protocol: names come from the cards, requests from the protocols' own transcripts.

#[path = "../fixtures/mod.rs"]
mod fixtures;
mod names;
mod sizes;
mod streams;
mod told;
