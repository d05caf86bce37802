//! The streams of one connection: the client's names for them, and how far each has come.

use std::collections::HashMap;
use std::time::Duration;

use session::{Limits, WordTimes};
use speech::{ContextId, Moment};

use super::times::Timeline;
use crate::names::{ContextNames, release_if_empty};
use crate::surrogate::SurrogateJoiner;

/// All streams that are not terminated.
#[derive(Default)]
pub(super) struct Table {
    names: ContextNames,
    streams: HashMap<ContextId, Stream>,
    /// No stream is due before this; `None` if none ever will be.
    wake: Option<Moment>,
}

/// One of them.
pub(super) struct Stream {
    /// How far it has come.
    pub(super) phase: Phase,
    /// Joins halves of surrogate pairs over its messages.
    pub(super) joiner: SurrogateJoiner,
    /// When its characters sound.
    pub(super) timeline: Timeline,
    started: Moment,
    /// When it was last sent text, or last sounded; `None` before its first text.
    stirred: Option<Moment>,
}

/// How far a stream has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// Text may come.
    Open,
    /// All text came.
    Ended,
    /// A closing server took no more text; what it had is spoken.
    Cut,
    /// All sound has left.
    Told,
}

impl Table {
    /// Takes in a new stream; `None` if its name is in use.
    pub(super) fn open(
        &mut self,
        name: &str,
        now: Moment,
        times: WordTimes,
        limits: &Limits,
    ) -> Option<ContextId> {
        let id = self.names.open(name)?;
        let stream = Stream {
            phase: Phase::Open,
            joiner: SurrogateJoiner::default(),
            timeline: Timeline::new(times),
            started: now,
            stirred: None,
        };
        self.streams.insert(id, stream);
        self.wake_by(now + limits.context_life);
        Some(id)
    }

    /// Whether a stream of this name is active.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.names.id(name).is_some()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.streams.len()
    }

    /// The stream of this name.
    pub(super) fn find(&mut self, name: &str) -> Option<(ContextId, &mut Stream)> {
        let id = self.names.id(name)?;
        self.streams.get_mut(&id).map(|stream| (id, stream))
    }

    /// The client's name for a stream, and the stream.
    pub(super) fn get(&mut self, id: ContextId) -> Option<(&str, &mut Stream)> {
        let stream = self.streams.get_mut(&id)?;
        Some((self.names.name(id)?, stream))
    }

    /// Forgets a stream that is over and gives its name back.
    pub(super) fn forget(&mut self, id: ContextId) -> Option<String> {
        self.streams.remove(&id)?;
        release_if_empty(&mut self.streams);
        let name = self.names.name(id)?.to_owned();
        self.names.forget(id);
        Some(name)
    }

    /// A stream will be due at `at` if nothing stirs it.
    pub(super) fn wake_by(&mut self, at: Moment) {
        self.wake = Some(self.wake.map_or(at, |wake| wake.min(at)));
    }

    /// When to ask for [those that are due](Self::due). It may be too early, never too late.
    pub(super) const fn wake(&self) -> Option<Moment> {
        self.wake
    }

    /// The streams whose time is over, in the order in which they were started.
    pub(super) fn due(&mut self, now: Moment, limits: &Limits) -> Vec<ContextId> {
        if self.wake.is_none_or(|wake| now < wake) {
            return Vec::new();
        }
        let mut due = Vec::new();
        let mut wake = None;
        for (id, stream) in &self.streams {
            let at = stream.due(limits);
            if at <= now {
                due.push(*id);
            } else {
                wake = Some(wake.map_or(at, |wake: Moment| wake.min(at)));
            }
        }
        self.wake = wake;
        due.sort_unstable();
        due
    }
}

impl Stream {
    /// It was sent text, or it sounded.
    pub(super) fn stir(&mut self, now: Moment) {
        self.stirred = Some(now);
    }

    /// It lasts so long at most; and while its text has not ended, so long after it was last stirred.
    fn due(&self, limits: &Limits) -> Moment {
        let life = self.started + limits.context_life;
        let patience: Option<Duration> = (self.phase == Phase::Open).then_some(limits.context_idle);
        match (self.stirred, patience) {
            (Some(stirred), Some(patience)) => life.min(stirred + patience),
            _ => life,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Moment {
        Moment::after_start(Duration::from_secs(seconds))
    }

    fn limits() -> Limits {
        let context_idle = Duration::from_secs(10);
        Limits { context_idle, context_life: Duration::from_secs(100), ..Limits::default() }
    }

    #[test]
    fn a_stream_is_due_after_its_patience_and_not_before() {
        let (limits, mut table) = (limits(), Table::default());
        let id = table.open("a", at(0), WordTimes::Off, &limits).unwrap();
        assert!(table.due(at(99), &limits).is_empty(), "nothing was said in it");
        for second in [5, 12] {
            table.find("a").unwrap().1.stir(at(second));
            table.wake_by(at(second + 10));
        }
        assert_eq!(table.wake(), Some(at(15)), "early is fine, late is not");
        assert!(table.due(at(15), &limits).is_empty());
        assert_eq!(table.wake(), Some(at(22)));
        assert_eq!(table.due(at(22), &limits), [id]);
        assert_eq!(table.forget(id).as_deref(), Some("a"));
        assert!(table.due(at(1_000), &limits).is_empty() && table.wake().is_none());
    }

    #[test]
    fn a_stream_whose_text_has_ended_has_its_life_left() {
        let (limits, mut table) = (limits(), Table::default());
        let id = table.open("a", at(0), WordTimes::Off, &limits).unwrap();
        let (_, stream) = table.find("a").unwrap();
        stream.stir(at(1));
        stream.phase = Phase::Ended;
        assert!(table.due(at(99), &limits).is_empty());
        assert_eq!(table.due(at(100), &limits), [id]);
    }

    #[test]
    fn a_name_in_use_is_not_given_twice() {
        let (limits, mut table) = (limits(), Table::default());
        let first = table.open("a", at(0), WordTimes::Off, &limits).unwrap();
        assert_eq!(table.open("a", at(0), WordTimes::Off, &limits), None);
        assert_eq!(table.len(), 1);
        table.forget(first);
        assert!(!table.knows("a"));
        assert_ne!(table.open("a", at(0), WordTimes::Off, &limits), Some(first));
    }
}
