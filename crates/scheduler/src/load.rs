//! How full the machine is, for metrics and for `/readyz`.

use std::time::Duration;

/// A picture of the scheduler at its latest call.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Load {
    /// Real time promised to live streams over what the slots can compute: 1 means that every slot is spoken for.
    pub reserved: f32,
    /// Jobs that have not begun.
    pub queued: usize,
    /// Jobs that have begun and not ended.
    pub open: usize,
    /// How long a start would wait for its turn now, on the engine where that takes longest.
    pub predicted_wait: Duration,
}
