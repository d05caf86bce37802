//! Who runs next: a pure state machine that hands the worker slots to the streams whose listeners need them soonest.
//!
//! Told the time, the slots, what each stream was given and what was sent to its listener, it answers three questions:
//! may this stream start, whose step runs next, and when is there something to ask again. It computes no sound, owns no
//! thread, reads no clock and never waits; the server's workers obey it. It knows nothing of text, voices or protocols.
//!
//! Read [`Scheduler`] first, then the rules where they live: `listener` (when a listener runs dry), `urgency` (who goes
//! before XX
//!
//! ```
//! use scheduler::{EngineShare, Scheduler, SchedulerLimits, Start, StepOutcome, StepReport, Ticket};
//! use scheduler::{JobKey, StreamKey};
//! use speech::{AudioTime, ConnectionId, ContextId, JobId, Moment};
//! use std::time::Duration;
//!
//! let now = Moment::START;
//! let engines = [EngineShare { engine: "tone", max_open: 64, speed_guess: 500.0 }];
//! let mut scheduler = Scheduler::new(SchedulerLimits::for_slots(2), &engines);
//! let stream = StreamKey { connection: ConnectionId(1), context: ContextId(1) };
//! let key = JobKey { connection: ConnectionId(1), job: JobId(1) };
//! scheduler.reserve(now, stream, "tone").expect("an idle machine has room");
//! let estimate = Duration::from_secs(2);
//! let ticket = Ticket { key, stream, engine: "tone", start: Start::Fresh, estimate };
//! scheduler.submit(now, ticket).expect("and no wait");
//!
//! let step = scheduler.next_step(now).expect("a job is ready");
//! let busy = Duration::from_millis(1);
//! let audio = AudioTime::from_millis(200);
//! scheduler.step_done(now + busy, step.key, StepReport { audio, busy, outcome: StepOutcome::Ended });
//! scheduler.sent(now + busy, stream, audio);
//! scheduler.release(now + busy, stream);
//! ```

mod admission;
mod choice;
#[cfg(test)]
mod forgetting;
mod house;
mod limits;
mod listener;
mod load;
mod pace;
mod roster;
mod scheduler;
mod step;
mod stream;
mod ticket;
mod urgency;

pub use limits::{EngineShare, SchedulerLimits};
pub use load::Load;
pub use scheduler::Scheduler;
pub use step::{Abandoned, Standing, Step, StepKind, StepOutcome, StepReport};
pub use ticket::{Busy, JobKey, Start, StreamKey, Ticket};
