//! TLS on our own port: a certificate and its key from two files, taken anew when they change.
//!
//! It accepts nobody; [`crate::listen`] shakes hands with what it is given here. Read [`Keeper`] first.

mod files;
mod keeper;
mod stream;

pub use files::{TlsError, TlsFiles};
pub use keeper::Keeper;
pub(crate) use stream::SecureStream;
