//! What the simulated machines can do, and what their steps cost.

use std::time::Duration;

use scheduler::{StepKind, StepOutcome};

use crate::rig::ms;

/// What the simulated machine can do.
#[derive(Clone, Copy)]
pub(crate) struct Machine {
    pub(crate) slots: usize,
    /// Audio seconds per slot second.
    pub(crate) speed: f64,
    /// What the scheduler is told of it beforehand.
    pub(crate) speed_guess: f32,
    /// Sound of the first steps of a segment, where they differ from the later ones.
    pub(crate) first_pieces: &'static [Duration],
    /// Sound of one step.
    pub(crate) piece: Duration,
    /// Slot time that a first step takes on top.
    pub(crate) begin: Duration,
    /// Slot time that each step takes on top, however little it says.
    pub(crate) each: Duration,
    pub(crate) ending: Ending,
    pub(crate) clock: Clock,
    pub(crate) max_open: usize,
    pub(crate) max_lead: Option<Duration>,
}

/// How a segment ends.
#[derive(Clone, Copy)]
pub(crate) enum Ending {
    /// The step with its last sound is its last.
    WithSound,
    /// One more step finds that there is no more sound.
    Apart,
}

/// What a step's time looks like from outside.
#[derive(Clone, Copy)]
pub(crate) enum Clock {
    /// What it costs.
    Even,
    /// Others use the same cores: from half to one and a half times its cost, and one of a hundred waits for a
    /// turn of somebody else.
    Shared,
    /// The machine stands still for two seconds in the step of this number, which is otherwise what it costs.
    StandsStill(u64),
}

/// How long such a turn is.
const TURN: Duration = ms(5);
/// How long the machine stands still.
const STANDSTILL: Duration = ms(2_000);

/// What the embedded voice computes first.
const FIRST_PIECES: [Duration; 2] = [ms(40), ms(100)];

impl Machine {
    /// Ten streams at real time: a neural engine.
    pub(crate) fn neural() -> Self {
        Self {
            slots: 2,
            speed: 5.0,
            speed_guess: 5.0,
            first_pieces: &[],
            piece: ms(500),
            begin: ms(5),
            each: Duration::ZERO,
            ending: Ending::WithSound,
            clock: Clock::Even,
            max_open: 64,
            max_lead: None,
        }
    }

    /// A thousand and eight hundred at real time: the embedded voice.
    pub(crate) fn embedded() -> Self {
        let begin = Duration::from_micros(100);
        Self { speed: 900.0, speed_guess: 900.0, piece: ms(900), begin, ..Self::neural() }
    }

    /// The embedded voice as it was measured: 1.2 ms for a second of sound, most of it before the first, and an end
    /// that is a step of its own. Its card says less.
    pub(crate) fn espeak() -> Self {
        Self {
            speed: 5_000.0,
            speed_guess: 500.0,
            first_pieces: &FIRST_PIECES,
            piece: ms(300),
            begin: Duration::from_micros(700),
            each: Duration::from_micros(50),
            ending: Ending::Apart,
            ..Self::neural()
        }
    }

    /// As if everything took so many times as long.
    pub(crate) fn slower(self, times: u32) -> Self {
        let speed = self.speed / f64::from(times);
        Self { speed, begin: self.begin * times, each: self.each * times, ..self }
    }

    /// An engine of sines beside its own load generator.
    pub(crate) fn tone() -> Self {
        Self {
            speed: 5_000.0,
            speed_guess: 4_000.0,
            piece: ms(1_000),
            begin: Duration::from_micros(50),
            each: Duration::from_micros(60),
            ending: Ending::Apart,
            clock: Clock::Shared,
            max_open: 1_024,
            ..Self::neural()
        }
    }

    /// The sound of a segment's step, of which so much is left. `roll` tells apart steps that are alike.
    pub(crate) fn piece(&self, steps: usize, left: Duration, roll: u64) -> Duration {
        let first = self.first_pieces.get(steps).copied();
        first.unwrap_or_else(|| self.piece.mul_f64(uneven(roll))).min(left)
    }

    /// The slot time that such a step takes, the one of this number over all segments.
    pub(crate) fn cost(&self, kind: StepKind, piece: Duration, step: u64) -> Duration {
        let begin = if kind == StepKind::Begin { self.begin } else { Duration::ZERO };
        let cost = begin + self.each + piece.div_f64(self.speed);
        match self.clock {
            Clock::Even => cost,
            Clock::Shared if step.is_multiple_of(100) => cost + TURN,
            Clock::StandsStill(nth) if step == nth => cost + STANDSTILL,
            Clock::StandsStill(_) => cost,
            Clock::Shared => cost.mul_f64(uneven(step)),
        }
    }

    pub(crate) fn outcome(&self, left: Duration, piece: Duration) -> StepOutcome {
        let ended = match self.ending {
            Ending::WithSound => left == piece,
            Ending::Apart => left.is_zero(),
        };
        if ended { StepOutcome::Ended } else { StepOutcome::More }
    }
}

/// From a half to one and a half, without order.
fn uneven(count: u64) -> f64 {
    0.5 + (count.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as f64 / (1u64 << 24) as f64
}
