//! A listener who plays at 1×, as arithmetic: when did the sound run out? Pure; time is an argument.

use std::time::Duration;

/// Plays audio as it arrives, from its first piece on. When it runs dry it waits, and that wait is an underrun.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Player {
    /// When the sound received so far will have been played, on the clock of the caller.
    dry_at: Option<Duration>,
    worst: Duration,
}

impl Player {
    /// Audio of this length arrived at `now`.
    pub(crate) fn hear(&mut self, now: Duration, length: Duration) {
        let dry_at = self.dry_at.unwrap_or(now);
        self.worst = self.worst.max(now.saturating_sub(dry_at));
        self.dry_at = Some(dry_at.max(now) + length);
    }

    /// When it will have played all that it has; `None` before the first sound.
    pub(crate) fn dry_at(&self) -> Option<Duration> {
        self.dry_at
    }

    /// A pause was wanted here: what comes next begins anew.
    pub(crate) fn pause(&mut self) {
        self.dry_at = None;
    }

    /// The longest wait in mid-speech.
    pub(crate) fn worst_underrun(&self) -> Duration {
        self.worst
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    #[test]
    fn sound_in_time_is_no_underrun() {
        let mut player = Player::default();
        player.hear(ms(500), ms(20));
        player.hear(ms(510), ms(100));
        player.hear(ms(620), ms(100));
        assert_eq!((player.worst_underrun(), player.dry_at()), (ms(0), Some(ms(720))));
    }

    #[test]
    fn after_a_gap_the_rest_plays_later() {
        let mut player = Player::default();
        player.hear(ms(0), ms(100));
        player.hear(ms(130), ms(100));
        player.hear(ms(220), ms(100));
        assert_eq!((player.worst_underrun(), player.dry_at()), (ms(30), Some(ms(330))));
    }

    #[test]
    fn a_wanted_pause_is_no_underrun() {
        let mut player = Player::default();
        player.hear(ms(0), ms(100));
        player.pause();
        player.hear(ms(5_000), ms(100));
        assert_eq!(player.worst_underrun(), ms(0));
    }
}
