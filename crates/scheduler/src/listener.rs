//! When a listener runs dry.
//!
//! A listener's deadline is the moment at which it has played all that was sent to it *and* all that was computed for it
//! and waits for its socket: computed sound is as good as sent, and a stream that was just given a step must step back
//! behind the others at once, before its socket has reported anything. Sound that waits cannot be heard before now, so
//! the deadline is reckoned anew from the present at every step; a client that reads slowly drifts back by itself.
//!
//! One that has heard nothing since it last fell silent has no deadline: it waits, in order of submission.

use speech::{AudioTime, Moment};

/// What is known of one listener.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Listener {
    /// When it has played all that was sent.
    played_out: Moment,
    /// Computed for it and not yet sent.
    unsent: AudioTime,
    hearing: Hearing,
}

/// Whether a listener hears something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hearing {
    /// Nothing since this moment, and nothing computed either.
    Silence(Moment),
    /// Sound, up to this moment. In the past: it ran dry in the middle of what it was promised.
    Until(Moment),
}

impl Listener {
    pub(crate) const fn new(now: Moment) -> Self {
        Self { played_out: now, unsent: AudioTime::ZERO, hearing: Hearing::Silence(now) }
    }

    pub(crate) const fn hearing(&self) -> Hearing {
        self.hearing
    }

    /// Something new is to be said and nothing was under way: one that is dry waits from now on.
    ///
    /// Its silence before was not ours, so it must not count as being late.
    pub(crate) fn awaits(&mut self, now: Moment) {
        match self.hearing {
            Hearing::Until(due) if due > now => {}
            Hearing::Silence(_) | Hearing::Until(_) => self.hearing = Hearing::Silence(now),
        }
    }

    /// All that was computed has been sent or dropped, says the session. Heals what trimming made us overrate.
    pub(crate) fn nothing_unsent(&mut self) {
        self.unsent = AudioTime::ZERO;
        if let Hearing::Until(_) = self.hearing {
            self.hearing = Hearing::Until(self.played_out);
        }
    }

    pub(crate) fn computed(&mut self, now: Moment, audio: AudioTime) {
        if audio > AudioTime::ZERO {
            self.unsent = self.unsent + audio;
            self.hearing = Hearing::Until(self.runs_dry(now));
        }
    }

    pub(crate) fn sent(&mut self, now: Moment, audio: AudioTime) {
        self.played_out = self.played_out.max(now) + audio.as_duration();
        self.unsent = self.unsent.saturating_sub(audio);
        if let Hearing::Until(_) = self.hearing {
            self.hearing = Hearing::Until(self.runs_dry(now));
        }
    }

    pub(crate) const fn cleared(&mut self, now: Moment) {
        *self = Self::new(now);
    }

    fn runs_dry(&self, now: Moment) -> Moment {
        if self.unsent == AudioTime::ZERO {
            return self.played_out;
        }
        self.played_out.max(now) + self.unsent.as_duration()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn at(millis: u64) -> Moment {
        Moment::after_start(Duration::from_millis(millis))
    }

    const SECOND: AudioTime = AudioTime::from_millis(1_000);

    #[test]
    fn computed_sound_counts_before_it_is_sent() {
        let mut listener = Listener::new(at(0));
        listener.computed(at(10), SECOND);
        assert_eq!(listener.hearing(), Hearing::Until(at(1_010)));
        listener.sent(at(15), AudioTime::from_millis(200));
        assert_eq!(listener.hearing(), Hearing::Until(at(1_015)), "playing began when the first was sent");
    }

    #[test]
    fn the_clock_restarts_when_a_dry_listener_gets_sound_again() {
        let mut listener = Listener::new(at(0));
        listener.computed(at(0), SECOND);
        listener.sent(at(0), SECOND);
        listener.computed(at(5_000), SECOND);
        listener.sent(at(5_000), SECOND);
        assert_eq!(listener.hearing(), Hearing::Until(at(6_000)));
    }

    #[test]
    fn running_dry_in_mid_speech_is_being_late() {
        let mut listener = Listener::new(at(0));
        listener.computed(at(0), SECOND);
        listener.sent(at(0), SECOND);
        listener.computed(at(3_000), AudioTime::ZERO);
        assert_eq!(listener.hearing(), Hearing::Until(at(1_000)), "a step without sound changes nothing");
    }

    #[test]
    fn silence_of_its_own_making_is_not() {
        let mut listener = Listener::new(at(0));
        listener.computed(at(0), SECOND);
        listener.sent(at(0), SECOND);
        listener.awaits(at(3_000));
        assert_eq!(listener.hearing(), Hearing::Silence(at(3_000)));
    }

    #[test]
    fn a_listener_that_reads_slowly_steps_back_after_each_step() {
        let mut listener = Listener::new(at(0));
        listener.computed(at(0), SECOND);
        listener.computed(at(60_000), SECOND);
        assert_eq!(listener.hearing(), Hearing::Until(at(62_000)));
    }

    #[test]
    fn a_clear_forgets_what_was_computed() {
        let mut listener = Listener::new(at(0));
        listener.computed(at(0), SECOND);
        listener.cleared(at(100));
        assert_eq!(listener.hearing(), Hearing::Silence(at(100)));
    }

    #[test]
    fn more_sent_than_computed_does_no_harm() {
        let mut listener = Listener::new(at(0));
        listener.computed(at(0), SECOND);
        listener.sent(at(0), SECOND + SECOND);
        assert_eq!(listener.hearing(), Hearing::Until(at(2_000)));
    }
}
