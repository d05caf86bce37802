//! TLS on our own port: a certificate and its key from two files, taken anew when they change.
//!
//! It knows no socket; [`crate::listen`] shakes hands with what it is given here. Read [`Keeper`] first.

mod files;
mod keeper;

pub use files::{TlsError, TlsFiles};
pub use keeper::Keeper;
