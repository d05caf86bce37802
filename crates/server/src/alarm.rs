//! A connection's one timer.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use speech::Moment;
use tokio::time::Sleep;

use crate::clock::Clock;

/// Wakes a task at a deadline that keeps moving.
///
/// Most deadlines move away before they come (each message renews the idle rule), and moving the runtime's timer takes a
/// lock. So it is only ever moved closer: set too early, it fires once in vain.
pub struct Alarm {
    clock: Clock,
    timer: Option<(Moment, Pin<Box<Sleep>>)>,
}

impl Alarm {
    /// One that is not set.
    #[must_use]
    pub fn new(clock: Clock) -> Self {
        Self { clock, timer: None }
    }

    /// Ready once `deadline` has come; otherwise wakes the task then, or earlier.
    pub fn poll(&mut self, cx: &mut Context<'_>, deadline: Option<Moment>) -> Poll<()> {
        let Some(deadline) = deadline else { return Poll::Pending };
        loop {
            if deadline <= self.clock.now() {
                return Poll::Ready(());
            }
            if self.sleep_until(deadline).as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            // It was set for an earlier deadline that has moved away, or woke a moment early.
            self.timer = None;
        }
    }

    /// The timer, set for `deadline` or earlier.
    fn sleep_until(&mut self, deadline: Moment) -> &mut Pin<Box<Sleep>> {
        let instant = self.clock.instant(deadline);
        let (set, sleep) =
            self.timer.get_or_insert_with(|| (deadline, Box::pin(tokio::time::sleep_until(instant))));
        if deadline < *set {
            sleep.as_mut().reset(instant);
            *set = deadline;
        }
        sleep
    }
}
