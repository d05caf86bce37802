//! What the targets share: bytes become a conversation of operations, which a whole server in virtual time must survive.
//!
//! Read [`Story`] first. The targets themselves are in `fuzz_targets/`, a few lines each:
//!
//! ```text
//! cargo +nightly fuzz run native_frames -- -max_total_time=60
//! ```

mod conversation;
mod story;

pub use conversation::hold;
pub use story::{Operation, Story};
