//! The program: thin shells with sockets, threads, a clock, configuration and metrics around the pure crates.
//!
//! It decides nothing about speech: what a client hears is decided by [`connection::Connection`] and what runs next by
//! [`scheduler::Scheduler`]. Read [`cli`] first, then the way of a frame:
//!
//! ```text
//!  listen ─► routes ─► socket ┐
//!                    └ answer ┴─► driver ─► pool ─► engines      the driver wakes for its mailbox, a deadline,
//!                                   ▲        │                   or its socket; the pool's workers wake for work
//!                                   └ mailbox ◄
//! ```

pub mod alarm;
pub mod answer;
mod body;
pub mod cli;
pub mod clock;
mod columns;
pub mod config;
mod declined;
pub mod desk;
pub mod driver;
pub mod engines;
mod escapes;
pub mod exit;
pub mod explained;
pub mod formats;
mod hangup;
pub mod keys;
pub mod licences;
pub mod listen;
pub mod logs;
pub mod mailbox;
pub mod metrics;
pub mod observer;
mod offers;
pub mod ours;
pub mod pool;
pub mod readiness;
pub mod roll;
pub mod routes;
pub mod say;
mod seldom;
pub mod serve;
pub mod shutdown;
pub mod socket;
pub mod step;
pub mod tcp;
pub mod tls;
pub mod voices;
