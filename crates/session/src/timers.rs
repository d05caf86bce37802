//! Every reason a session may need to wake up by itself.

/// A deadline carries its reason, so that a session that wakes too often explains itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Timer {
    /// Text that ends in strong terminal punctuation has waited long enough for more; speak what there is.
    StrongRelease,
    /// Any other remainder has waited as long as its protocol allows; speak what there is.
    RemainderRelease,
    /// A context has been silent for so long that its share of the machine can go to others.
    ReservationIdle,
    /// The head of a lane has had nothing to say for so long that the next one may speak.
    LanePatience,
}
