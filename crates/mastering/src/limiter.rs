//! No peak above the ceiling, and nothing else changed.
//!
//! The gain that the loudest sample within the look-ahead allows is taken at once and given back slowly; the mean of it
//! over the look-ahead is what the sound is multiplied by. So the gain has come down, in a straight line, when the peak is
//! there. It needs to hear a little more than it gives out, and gives out as many samples as it was given: none is
//! added, none lost, none moved.
//!
//! While nothing is too loud the samples pass as they are, and cost a comparison each. Read [`Limiter`] first.

use std::collections::VecDeque;
use std::time::Duration;

use speech::{AudioTime, SampleCount, SampleRate};

/// −1 dB of full scale: room for what resamplers and lossy codecs add between the samples.
pub const CEILING: f32 = 0.891_25;
/// How long before a peak the gain begins to fall.
pub const LOOK_AHEAD: Duration = Duration::from_millis(5);
/// In what time the gain makes up for 63 % of what it lacks. Slow enough that it does not follow the periods of a voice,
/// which would distort it, nor its syllables, which would pump.
pub const RELEASE: Duration = Duration::from_millis(100);

/// The gain counts as whole again when it lacks less than this, 0.001 dB.
const NEARLY: f32 = 1e-4;
/// How many samples are looked at together.
const BLOCK: usize = 256;

/// The limiter of one segment.
pub(crate) struct Limiter {
    /// The look-ahead in samples, at least one.
    window: usize,
    /// How much of what the gain lacks it gets back with each sample.
    release: f32,
    /// Heard and not given out: one sample less than the look-ahead. Silence before the first.
    pending: Vec<f32>,
    /// How much of that silence is still to be left out.
    lead: usize,
    state: State,
}

enum State {
    /// The gain is one, and nothing pending is too loud.
    Resting,
    /// Something is or was too loud.
    Working(Box<Reduction>),
}

/// The gain while it is at work.
struct Reduction {
    window: usize,
    release: f32,
    /// How many samples were heard.
    heard: usize,
    /// When samples that are too loud were heard, and what gain each allows: only those that no later one undercuts, so
    /// that the first is the lowest within the look-ahead.
    limits: VecDeque<(usize, f32)>,
    /// The gain before it is smoothed, for the last samples of a look-ahead.
    recent: VecDeque<f32>,
    /// Of them all.
    sum: f64,
    /// The newest of them.
    gain: f32,
    /// How many samples ago it became one.
    calm: usize,
}

impl Limiter {
    pub(crate) fn new(rate: SampleRate) -> Self {
        let samples = SampleCount::in_time(AudioTime::from_nanos(LOOK_AHEAD.as_nanos() as u64), rate).0;
        let window = (samples as usize).max(1);
        // Of so many steps. No exponential function: the libraries of two systems may give other last bits.
        let release = 1.0 / (RELEASE.as_secs_f32() * rate.hz() as f32);
        Self { window, release, pending: vec![0.0; window - 1], lead: window - 1, state: State::Resting }
    }

    /// Takes samples in and gives those that nothing later can change.
    pub(crate) fn push(&mut self, samples: &[f32]) -> Vec<f32> {
        self.pending.extend(samples);
        let mut out = Vec::with_capacity(samples.len());
        let mut from = 0;
        for heard in samples.chunks(BLOCK) {
            let due = from..from + heard.len();
            from = due.end;
            self.block(heard, due, &mut out);
        }
        self.pending.drain(..from);
        let lead = self.lead.min(out.len());
        self.lead -= lead;
        out.drain(..lead);
        out
    }

    /// Gives the rest.
    pub(crate) fn finish(&mut self) -> Vec<f32> {
        self.push(&vec![0.0; self.window - 1])
    }

    /// Hears a block, and gives out the one of the same length that it makes certain.
    fn block(&mut self, heard: &[f32], due: std::ops::Range<usize>, out: &mut Vec<f32>) {
        let due = &self.pending[due];
        if matches!(self.state, State::Resting) {
            if !is_too_loud(heard) {
                out.extend(due);
                return;
            }
            self.state = State::Working(Box::new(Reduction::new(self.window, self.release)));
        }
        let State::Working(reduction) = &mut self.state else { return };
        out.extend(heard.iter().zip(due).map(|(heard, due)| reduction.limit(*heard, *due)));
        if reduction.is_over() {
            self.state = State::Resting;
        }
    }
}

/// Without a way out in the middle, so that several samples are compared at once.
fn is_too_loud(samples: &[f32]) -> bool {
    samples.iter().fold(false, |found, sample| found | (sample.abs() > CEILING))
}

impl Reduction {
    fn new(window: usize, release: f32) -> Self {
        let recent = VecDeque::from(vec![1.0; window]);
        Self {
            window,
            release,
            heard: 0,
            limits: VecDeque::new(),
            recent,
            sum: window as f64,
            gain: 1.0,
            calm: window,
        }
    }

    /// Hears a sample, and gives the one a look-ahead before it, as loud as it may be.
    fn limit(&mut self, heard: f32, due: f32) -> f32 {
        self.note(heard);
        let allowed = self.limits.front().map_or(1.0, |(_, limit)| *limit);
        self.move_gain(allowed);
        // Only rounding is left for the clamp.
        let gain = (self.sum / self.window as f64) as f32;
        (due * gain).clamp(-CEILING, CEILING)
    }

    fn note(&mut self, heard: f32) {
        self.heard += 1;
        self.limits.pop_front_if(|(since, _)| *since + self.window <= self.heard);
        if heard.abs() > CEILING {
            let limit = CEILING / heard.abs();
            while self.limits.pop_back_if(|(_, other)| *other >= limit).is_some() {}
            self.limits.push_back((self.heard, limit));
        }
    }

    fn move_gain(&mut self, allowed: f32) {
        let recovered = self.gain + (1.0 - self.gain) * self.release;
        let recovered = if 1.0 - recovered < NEARLY { 1.0 } else { recovered };
        self.gain = recovered.min(allowed);
        let oldest = self.recent.pop_front().unwrap_or(1.0);
        self.recent.push_back(self.gain);
        self.sum += f64::from(self.gain) - f64::from(oldest);
        self.calm = if self.gain < 1.0 { 0 } else { self.calm.saturating_add(1).min(self.window) };
        if self.calm == self.window {
            // Whatever rounding has left: a gain of one is one.
            self.sum = self.window as f64;
        }
    }

    fn is_over(&self) -> bool {
        self.limits.is_empty() && self.calm == self.window
    }
}
