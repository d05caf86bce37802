//! The pure core: contexts, buffered text, releases, generations, flush, clear, update, finish, cancel.
//!
//! A [`Session`] decides what happens on one connection. It has no I/O in it and never reads a clock: news comes in
//! through [`Session::handle`] with the moment it happened, what it causes comes out of [`Session::poll`].
//! **After any news, drain `poll` until it returns `None`; then wait for more news or for
//! [`Session::next_deadline`].**
//!
//! It has never heard of a wire protocol, an engine or an encoder. Start with [`Command`] and [`Event`].
//!
//! # The loop around it
//!
//! ```
//! # use std::{sync::Arc, time::Duration};
//! # use session::{Command, Effect, Input, Limits, Session, Verdict};
//! # use speech::{ContextId, Moment};
//! let mut session = Session::new(Arc::new(Limits::default()));
//! let now = Moment::after_start(Duration::from_millis(5));
//! session.handle(now, Input::Command(Command::Cancel { context: ContextId(1) }));
//! while let Some(effect) = session.poll() {
//!     match effect {
//!         Effect::Reserve(context, _voice) => session.handle(now, Input::Admission(context, Verdict::Admitted)),
//!         Effect::Submit(job) => println!("to the scheduler: {}", job.job),
//!         Effect::Abandon(job) => println!("stop {job}"),
//!         Effect::Release(context) => println!("{context} is silent"),
//!         Effect::Turn(context) => println!("{context} speaks in its lane"),
//!         Effect::Emit(event) => println!("to the outbox: {event:?}"),
//!     }
//! }
//! assert_eq!(session.next_deadline(), None); // else: sleep until then, and hand in `Input::Tick`
//! ```
//!
//! # The way of a text through the files
//!
//! `session` finds the context; `context` takes the request; `buffer` cuts the text; `queue` keeps `segment`s and marks in
//! order; `delivery` submits them and tells what comes back, with times from `clock` and `words`. Around them: `heard` (what
//! was heard), `reservation` (the share of the machine), `lanes` (whose turn), `speakers` (whose voice
//! suits the language), `budget` (room for all
//! contexts together), `timetable` (who wakes), `outgoing` (effects).

mod budget;
mod buffer;
mod clock;
mod command;
mod context;
mod delivery;
mod effect;
mod event;
mod follower;
mod heard;
mod lanes;
mod limits;
mod numbering;
mod outgoing;
mod queue;
mod refusals;
mod reservation;
mod segment;
mod session;
mod speakers;
mod timers;
mod timetable;
mod words;

pub use command::{Command, ContextSettings, GenerationRule, WordTimes};
pub use effect::{Effect, Input, Start, SynthesisJob, Verdict};
pub use event::{
    AudioEvent, CloseReason, EngineEvent, Event, Heard, HeardWord, Outlook, Part, Retry, SegmentOutcome, Then,
};
pub use limits::Limits;
pub use markup::{Code, Markup, Sounds, Syntax, Warning};
pub use normaliser::{Emoji, EntryError, How, Lexicon, Mathematics, Reading, Rules};
pub use refusals::closing_context;
pub use session::Session;
pub use speakers::{Cast, Detection, Finder, Piece, SaidBy, Speaker, Speakers, Wanted};
pub use text::SegmentPolicy;
pub use timers::Timer;
