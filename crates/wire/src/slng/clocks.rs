//! How long a socket may wait for its first `init`, be silent, and live.

use std::time::Duration;

use session::Limits;
use speech::Moment;

/// The clocks of one socket.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clocks {
    arrived: Moment,
    last_heard: Moment,
    stage: Stage,
    first_message_wait: Duration,
    idle: Duration,
    life: Duration,
}

/// Whether a session has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Awaited,
    Begun,
}

/// Which time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    /// No session has begun.
    NoInit,
    /// Neither side has said anything.
    Idle,
    /// The connection is too old.
    TooOld,
}

impl Clocks {
    /// For a connection that came at `arrived`.
    pub(super) const fn new(limits: &Limits, arrived: Moment) -> Self {
        Self {
            arrived,
            last_heard: arrived,
            stage: Stage::Awaited,
            first_message_wait: limits.first_message_wait,
            idle: limits.idle,
            life: limits.connection_life,
        }
    }

    /// A session has begun.
    pub(super) const fn begin(&mut self) {
        self.stage = Stage::Begun;
    }

    /// One of the two sides said something.
    pub(super) const fn heard(&mut self, now: Moment) {
        self.last_heard = now;
    }

    /// The next moment at which a time is over.
    pub(super) fn next(&self) -> Moment {
        self.first().0
    }

    /// What is over by now.
    pub(super) fn due(&self, now: Moment) -> Option<Due> {
        let (at, due) = self.first();
        (at <= now).then_some(due)
    }

    /// What to say of it.
    pub(super) fn message(&self, due: Due) -> String {
        match due {
            Due::NoInit => format!("no init within {} s", self.first_message_wait.as_secs()),
            Due::Idle => format!("nothing was said for {} s; send keepalive", self.idle.as_secs()),
            Due::TooOld => {
                format!("connection is open for {} s, the longest; connect again", self.life.as_secs())
            }
        }
    }

    fn first(&self) -> (Moment, Due) {
        let end = (self.arrived + self.life, Due::TooOld);
        let silence = match self.stage {
            Stage::Awaited => (self.arrived + self.first_message_wait, Due::NoInit),
            Stage::Begun => (self.last_heard + self.idle, Due::Idle),
        };
        if silence.0 <= end.0 { silence } else { end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Moment {
        Moment::after_start(Duration::from_secs(seconds))
    }

    #[test]
    fn each_time_is_over_in_its_turn() {
        let [first_message_wait, idle, connection_life] = [10, 60, 100].map(Duration::from_secs);
        let limits = Limits { first_message_wait, idle, connection_life, ..Limits::default() };
        let mut clocks = Clocks::new(&limits, at(0));
        clocks.heard(at(5));
        assert_eq!((clocks.next(), clocks.due(at(9)), clocks.due(at(10))), (at(10), None, Some(Due::NoInit)));
        clocks.begin();
        assert_eq!((clocks.next(), clocks.due(at(65))), (at(65), Some(Due::Idle)));
        clocks.heard(at(50));
        assert_eq!((clocks.next(), clocks.due(at(100))), (at(100), Some(Due::TooOld)));
    }
}
