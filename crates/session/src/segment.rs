//! One segment between the caller's text and its last sound.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use normaliser::{Normaliser, Reading};
use speech::{
    ByteSpan, ContextId, Ending, JobId, SampleCount, SegmentText, Shown, SynthesisRequest, TextSpan,
};

use crate::clock::Origin;
use crate::numbering::Generation;
use crate::outgoing::{Outgoing, Spoken};
use crate::words::SegmentWords;
use crate::{ContextSettings, EngineEvent, Retry, Start};

/// For engines that draw random numbers. Always the same, so that the same request gives the same bytes.
const SEED: u64 = 0;

/// The least that a segment counts against `Limits::unspoken_bytes`: about what it costs beside its text, so that a
/// million one-letter segments cannot cost a hundred times the bound.
const LEAST_WEIGHT: usize = 64;

/// A segment in the queue of its context, with the settings under which it was said.
#[derive(Debug)]
pub(crate) struct QueuedSegment {
    pub(crate) text: Arc<SegmentText>,
    pub(crate) settings: Arc<ContextSettings>,
    pub(crate) generation: Generation,
    state: State,
}

#[derive(Debug)]
enum State {
    /// Not with an engine yet.
    Waiting,
    /// Has nothing to say, and never goes to an engine.
    Silent,
    /// An engine speaks it, or has spoken it and its turn has not come.
    WithEngine(Box<Speaking>),
}

/// A segment that an engine speaks.
#[derive(Debug)]
pub(crate) struct Speaking {
    pub(crate) job: JobId,
    attempt: Attempt,
    /// News that may not go out yet: something before it is not finished.
    held: VecDeque<EngineEvent>,
    /// Where its first sample lies, once there is one.
    pub(crate) origin: Option<Origin>,
    /// How much of it has gone out.
    pub(crate) sounded: SampleCount,
    pub(crate) words: SegmentWords,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attempt {
    First,
    Second,
}

/// What is to be told next of the segment at the front.
#[derive(Debug)]
pub(crate) enum News {
    /// Nothing for now.
    None,
    /// That it has nothing to say.
    Silent,
    /// What the engine said.
    Engine(EngineEvent),
}

impl QueuedSegment {
    pub(crate) fn new(text: SegmentText, settings: Arc<ContextSettings>, generation: Generation) -> Self {
        let is_silence = matches!(text.ending, Ending::Break(_));
        let sounds = is_silence || says_something(&text.shown, &settings.reading);
        let state = if sounds { State::Waiting } else { State::Silent };
        Self { text: Arc::new(text), settings, generation, state }
    }

    /// What it counts against `Limits::unspoken_bytes`.
    pub(crate) fn weight(&self) -> usize {
        self.text.text.len().max(LEAST_WEIGHT)
    }

    /// Its place in everything said in the context.
    pub(crate) fn place(&self) -> TextSpan {
        self.text.locate(ByteSpan::new(0, self.text.text.len()))
    }

    pub(crate) fn is_waiting(&self) -> bool {
        matches!(self.state, State::Waiting)
    }

    pub(crate) fn job(&self) -> Option<JobId> {
        self.speaking_ref().map(|speaking| speaking.job)
    }

    fn speaking_ref(&self) -> Option<&Speaking> {
        match &self.state {
            State::WithEngine(speaking) => Some(speaking),
            State::Waiting | State::Silent => None,
        }
    }

    /// How it is being spoken, if it is.
    pub(crate) fn speaking(&mut self) -> Option<&mut Speaking> {
        match &mut self.state {
            State::WithEngine(speaking) => Some(speaking),
            State::Waiting | State::Silent => None,
        }
    }

    /// Hands it to an engine; a second time is the last attempt. What is asked is the same each time.
    pub(crate) fn submit(&mut self, context: ContextId, start: Start, out: &mut Outgoing) {
        let attempt = if self.is_waiting() { Attempt::First } else { Attempt::Second };
        let text = Normaliser::for_reading(&self.settings.reading).read_shown(&self.text.shown);
        let words = SegmentWords::new(Arc::clone(&self.text), &text, self.settings.word_times);
        let usual = self.settings.voice_settings;
        let settings = self.text.style.as_ref().map_or(usual, |style| style.applied_to(usual));
        let voice = self.settings.voice.clone();
        let request = SynthesisRequest { text, ending: self.text.ending, voice, settings, seed: SEED };
        let job = out.submit(context, start, Spoken { estimate: self.estimate(), request });
        self.state = State::WithEngine(Box::new(Speaking {
            job,
            attempt,
            held: VecDeque::new(),
            origin: None,
            sounded: SampleCount::ZERO,
            words,
        }));
    }

    /// About how long it sounds at the usual pace.
    fn estimate(&self) -> Duration {
        match self.text.ending {
            Ending::Break(pause) => pause.length(),
            _ => text::estimate_speech(self.text.shown.text()),
        }
    }

    pub(crate) fn next_news(&mut self) -> News {
        match &mut self.state {
            State::Waiting => News::None,
            State::Silent => News::Silent,
            State::WithEngine(speaking) => speaking.held.pop_front().map_or(News::None, News::Engine),
        }
    }
}

/// Whether anything of what is shown is said. A symbol or emoji may be one that nobody reads aloud.
fn says_something(shown: &Shown, reading: &Reading) -> bool {
    let text = shown.text();
    let is_plain = text.contains(char::is_alphanumeric);
    is_plain
        || text::is_speakable(text) && !Normaliser::for_reading(reading).read_shown(shown).words.is_empty()
}

impl Speaking {
    /// Keeps news until its turn has come.
    pub(crate) fn hold(&mut self, event: EngineEvent) {
        self.held.push_back(event);
    }

    /// Whether `event` is a failure after which the same is tried again: once, and only if none of it was heard.
    pub(crate) fn deserves_another_try(&self, event: &EngineEvent) -> bool {
        matches!(event, EngineEvent::Failed { retry: Retry::MayHelp, .. })
            && self.attempt == Attempt::First
            && self.sounded == SampleCount::ZERO
    }
}
