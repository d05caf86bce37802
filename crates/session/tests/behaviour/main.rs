//! Conversations with a session: what the client asks, what the engine answers, what the client is told.

mod bounds;
mod clearing;
mod closing;
mod delays;
mod detecting;
mod flushing;
mod hearing;
mod lanes;
mod naming;
mod opening;
mod properties;
mod rig;
mod sharing;
mod speaking;
mod updating;
mod words;
