//! Where sound lies: in its generation, in its context, and how much of it has been sent.
//!
//! Two marks move along one line, the context's sound from its beginning: `emitted` (handed to the outbox) and `sent`
//! (handed to the socket). Within a generation positions are counted in samples, so nothing is rounded twice and each
//! stretch begins exactly where the one before ended. A clear takes `emitted` back to `sent`: what was thrown away never
//! was. Start with [`Clock`].

use std::collections::VecDeque;

use speech::{AudioTime, GenerationId, PcmChunk, SampleCount, SampleRate};

/// With no more than this ahead of its socket a context counts as dry. Not zero: while a generation is open, the outbox
/// withholds its last 5 ms, so that it can mark the last stretch; and positions round down to nanoseconds.
const DRY: AudioTime = AudioTime::from_millis(10);

/// One context's clock.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    emitted: AudioTime,
    sent: AudioTime,
    current: Option<Running>,
    /// Where generations began, from the one whose sound was last sent to the newest.
    starts: VecDeque<AudioTime>,
}

/// The generation whose sound is being emitted.
#[derive(Debug)]
struct Running {
    id: GenerationId,
    start: AudioTime,
    /// What sounded at other rates than the present one. In practice zero: a voice has one rate.
    base: AudioTime,
    samples: SampleCount,
    rate: Option<SampleRate>,
    /// No later word begins before this.
    word_floor: AudioTime,
}

/// A stretch of sound in its generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) generation_start: AudioTime,
    pub(crate) start: AudioTime,
    pub(crate) duration: AudioTime,
}

/// Where a segment's first sample lies: turns its sample counts into times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Origin {
    base: AudioTime,
    first: SampleCount,
    pub(crate) rate: SampleRate,
}

impl Origin {
    /// The place of a segment's sample, since the generation began.
    pub(crate) fn time_of(self, sample: SampleCount) -> AudioTime {
        self.base + (self.first + sample).time_at(self.rate)
    }
}

impl Running {
    fn new(id: GenerationId, start: AudioTime) -> Self {
        Self {
            id,
            start,
            base: AudioTime::ZERO,
            samples: SampleCount::ZERO,
            rate: None,
            word_floor: AudioTime::ZERO,
        }
    }

    fn length(&self) -> AudioTime {
        self.rate.map_or(self.base, |rate| self.base + self.samples.time_at(rate))
    }

    fn turn_to(&mut self, rate: SampleRate) {
        if self.rate != Some(rate) {
            self.base = self.length();
            self.samples = SampleCount::ZERO;
            self.rate = Some(rate);
        }
    }
}

impl Clock {
    fn running(&mut self, generation: GenerationId) -> &mut Running {
        if self.current.as_ref().is_none_or(|running| running.id != generation) {
            if self.starts.back() != Some(&self.emitted) {
                self.starts.push_back(self.emitted);
            }
            self.current = None;
        }
        self.current.get_or_insert_with(|| Running::new(generation, self.emitted))
    }

    /// Where the next sample at `rate` of this generation will lie.
    pub(crate) fn origin(&mut self, generation: GenerationId, rate: SampleRate) -> Origin {
        let running = self.running(generation);
        running.turn_to(rate);
        Origin { base: running.base, first: running.samples, rate }
    }

    /// Appends sound to a generation, which begins with it if it is new.
    pub(crate) fn extend(&mut self, generation: GenerationId, pcm: &PcmChunk) -> Stretch {
        let running = self.running(generation);
        if !pcm.samples.is_empty() {
            running.turn_to(pcm.rate);
        }
        let start = running.length();
        running.samples += pcm.count();
        let (generation_start, end) = (running.start, running.length());
        self.emitted = generation_start + end;
        Stretch { generation_start, start, duration: end - start }
    }

    /// A word's start in the current generation, never before that of the word before.
    pub(crate) fn in_order(&mut self, start: AudioTime) -> AudioTime {
        let Some(running) = &mut self.current else { return start };
        running.word_floor = running.word_floor.max(start);
        running.word_floor
    }

    /// Ends a generation and says how much sound it had.
    pub(crate) fn end(&mut self, generation: GenerationId) -> AudioTime {
        match self.current.take_if(|running| running.id == generation) {
            Some(running) => running.length(),
            None => AudioTime::ZERO,
        }
    }

    /// What is not sent is thrown away and never was.
    pub(crate) fn cut(&mut self) {
        self.emitted = self.sent;
        while self.starts.back().is_some_and(|start| *start > self.sent) {
            self.starts.pop_back();
        }
        if let Some(running) = &mut self.current {
            running.start = running.start.min(self.sent);
            running.base = self.sent - running.start;
            running.samples = SampleCount::ZERO;
        }
    }

    /// More was handed to the socket.
    pub(crate) fn sent(&mut self, amount: AudioTime) {
        let sent = AudioTime::from_nanos(self.sent.as_nanos().saturating_add(amount.as_nanos()));
        self.sent = sent.min(self.emitted);
        while self.starts.get(1).is_some_and(|next| *next < self.sent) {
            self.starts.pop_front();
        }
    }

    /// All that was emitted will have been sent when the next event is read.
    pub(crate) fn all_sent(&mut self) {
        self.sent(self.unsent());
    }

    pub(crate) fn unsent(&self) -> AudioTime {
        self.emitted - self.sent
    }

    /// What the socket could take: all that is unsent, but nothing if that is no more than is withheld.
    pub(crate) fn sendable(&self) -> AudioTime {
        if self.is_dry() { AudioTime::ZERO } else { self.unsent() }
    }

    /// Whether the listener has, or is about to have, heard everything.
    pub(crate) fn is_dry(&self) -> bool {
        self.unsent() <= DRY
    }

    pub(crate) fn sent_total(&self) -> AudioTime {
        self.sent
    }

    /// Sent since the generation whose sound was last sent began.
    pub(crate) fn sent_in_generation(&self) -> AudioTime {
        self.starts.front().map_or(AudioTime::ZERO, |start| self.sent.saturating_sub(*start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: SampleRate = SampleRate::known(22_050);

    fn sound(samples: usize) -> PcmChunk {
        PcmChunk { rate: RATE, samples: vec![0; samples] }
    }

    #[test]
    fn stretches_of_any_length_join_without_a_gap() {
        let mut clock = Clock::default();
        let mut end = AudioTime::ZERO;
        for samples in [1, 7, 0, 1023, 1, 13] {
            let stretch = clock.extend(GenerationId(0), &sound(samples));
            assert_eq!(stretch.start, end);
            end = stretch.start + stretch.duration;
        }
        assert_eq!(end, SampleCount(1045).time_at(RATE));
        assert_eq!(clock.end(GenerationId(0)), end);
        assert_eq!(clock.extend(GenerationId(1), &sound(1)).generation_start, end);
    }

    #[test]
    fn a_change_of_rate_within_a_generation_keeps_positions() {
        let mut clock = Clock::default();
        clock.extend(GenerationId(0), &sound(22_050));
        let other = PcmChunk { rate: SampleRate::known(8_000), samples: vec![0; 4_000] };
        let stretch = clock.extend(GenerationId(0), &other);
        assert_eq!(
            (stretch.start, stretch.duration),
            (AudioTime::from_millis(1_000), AudioTime::from_millis(500))
        );
    }

    #[test]
    fn a_cut_forgets_what_was_not_sent() {
        let mut clock = Clock::default();
        clock.extend(GenerationId(0), &sound(22_050));
        clock.end(GenerationId(0));
        clock.extend(GenerationId(1), &sound(22_050));
        clock.sent(AudioTime::from_millis(1_250));
        assert_eq!(clock.sent_in_generation(), AudioTime::from_millis(250));
        clock.cut();
        assert_eq!(clock.unsent(), AudioTime::ZERO);
        assert_eq!(clock.end(GenerationId(1)), AudioTime::from_millis(250));
        let next = clock.extend(GenerationId(2), &sound(1));
        assert_eq!(next.generation_start, AudioTime::from_millis(1_250));
    }

    #[test]
    fn the_current_generation_is_the_one_that_was_last_heard() {
        let mut clock = Clock::default();
        for generation in 0..2 {
            clock.extend(GenerationId(generation), &sound(22_050));
            clock.end(GenerationId(generation));
        }
        clock.sent(AudioTime::from_millis(1_000));
        assert_eq!(clock.sent_in_generation(), AudioTime::from_millis(1_000), "nothing of the second is out");
        clock.sent(AudioTime::from_millis(1));
        assert_eq!(clock.sent_in_generation(), AudioTime::from_millis(1));
    }

    #[test]
    fn a_generation_after_a_cut_counts_from_its_own_beginning() {
        let mut clock = Clock::default();
        clock.extend(GenerationId(0), &sound(22_050));
        clock.extend(GenerationId(1), &sound(22_050));
        clock.sent(AudioTime::from_millis(500));
        clock.cut();
        clock.extend(GenerationId(2), &sound(22_050));
        clock.sent(AudioTime::from_millis(10));
        assert_eq!(clock.sent_in_generation(), AudioTime::from_millis(10));
        assert_eq!(clock.sent_total(), AudioTime::from_millis(510));
    }

    #[test]
    fn more_cannot_be_sent_than_there_is() {
        let mut clock = Clock::default();
        clock.extend(GenerationId(0), &sound(2_205));
        clock.sent(AudioTime::from_nanos(u64::MAX));
        assert_eq!(clock.sent_total(), AudioTime::from_millis(100));
    }
}
