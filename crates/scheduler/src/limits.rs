//! What there is to share out.

use std::time::Duration;

/// The bounds of the whole scheduler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchedulerLimits {
    /// Worker threads: steps that can run at one time. At least one.
    pub slots: usize,
    /// The longest predicted wait for first sound at which a start is still accepted.
    pub first_audio_wait: Duration,
    /// Jobs held at one time, over all connections. At this bound starts are declined; what was accepted goes on.
    pub queued_jobs: usize,
    /// How far a stream may be computed ahead of its listener; `None`: as far as there is room.
    pub max_lead: Option<Duration>,
}

impl SchedulerLimits {
    /// The server's defaults for so many worker threads.
    #[must_use]
    pub const fn for_slots(slots: usize) -> Self {
        Self { slots, first_audio_wait: Duration::from_secs(3), queued_jobs: 20_000, max_lead: None }
    }
}

/// What one engine can bear.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EngineShare {
    /// Its name.
    pub engine: &'static str,
    /// How many segments may be begun and unfinished at one time. At least one.
    pub max_open: usize,
    /// A first guess of the audio seconds that one slot computes in a second, until it has been measured.
    pub speed_guess: f32,
}

impl EngineShare {
    /// For an engine that nobody announced: one segment at a time, at the listener's own pace.
    pub(crate) const fn unannounced(engine: &'static str) -> Self {
        Self { engine, max_open: 1, speed_guess: 1.0 }
    }
}
