//! One request on a socket: what was said in it, how much of that has sounded, and when it must be heard of again.
//!
//! Start with [`Utterance`]. Its times are why this file exists: a client that has closed its input takes a pause between
//! two frames for the end.

use std::time::Duration;

use session::{AudioEvent, Command, ContextSettings, Then, WordTimes};
use speech::{ContextId, EncodedAudio, FlushToken, Moment, TextSpan};

use super::model::Model;
use super::reply::Ids;
use crate::actions::Actions;
use crate::surrogate::SurrogateJoiner;
use crate::tiles::Zero;
use crate::tokens::Tokens;

/// How long after a frame an empty one bridges the gap. A published client ends a closed continuation after 0.6 s
/// without any frame and drops the rest (livekit-plugins-smallestai 1.8.9).
const BRIDGE_AFTER: Duration = Duration::from_millis(300);

/// Nobody asks when a flush is done.
const ANY: FlushToken = FlushToken(0);

/// Everything about one request.
pub(super) struct Utterance {
    /// What stands in every answer.
    pub(super) ids: Ids,
    /// How its text comes.
    pub(super) input: Input,
    /// Whether more text may come.
    pub(super) stage: Stage,
    word_times: WordTimes,
    /// How long text may wait for more before it is spoken; `None` is until the client says so.
    release_delay: Option<Duration>,
    tokens: Tokens,
    joiner: SurrogateJoiner,
    sound: Sound,
    /// Bytes said.
    said: u64,
    /// Where the last letter or digit said ends.
    lettered: u64,
    /// Where the last segment ends that was spoken.
    spoken: u64,
    /// What the client has flushed.
    flushed: u64,
    /// When text last came.
    last_said: Moment,
    /// When a frame was last sent.
    last_sent: Moment,
}

/// How the text of a request comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// In one message.
    Whole,
    /// In several, without a name. If they are not closed, they are complete so long after the last sound.
    Continuous(Duration),
    /// In several, of this name.
    Context(String),
}

/// Whether more text may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// It may.
    Open,
    /// The client has closed it; what it said is still to be spoken.
    Closed,
    /// The client does not want to hear the rest.
    Unwanted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sound {
    None,
    /// Of a segment that has not ended.
    InSegment,
    /// Of segments that have.
    Between,
}

impl Utterance {
    /// One that is about to begin.
    pub(super) fn new(ids: Ids, input: Input, settings: &ContextSettings, now: Moment) -> Self {
        Self {
            ids,
            input,
            stage: Stage::Open,
            word_times: settings.word_times,
            release_delay: settings.release_delay,
            tokens: Tokens::new(Zero::Context),
            joiner: SurrogateJoiner::default(),
            sound: Sound::None,
            said: 0,
            lettered: 0,
            spoken: 0,
            flushed: 0,
            last_said: now,
            last_sent: now,
        }
    }

    /// The name that the client gave it.
    pub(super) fn context(&self) -> Option<&str> {
        match &self.input {
            Input::Context(name) => Some(name),
            Input::Whole | Input::Continuous(_) => None,
        }
    }

    /// Appends text.
    pub(super) fn say(&mut self, now: Moment, context: ContextId, text: &str, out: &mut Actions) {
        let text = self.joiner.push(text).into_owned();
        self.append(now, context, text, out);
    }

    /// All so far is to be spoken now.
    pub(super) fn flush(&mut self, now: Moment, context: ContextId, out: &mut Actions) {
        self.settle_half(now, context, out);
        self.flushed = self.lettered;
        out.command(Command::Flush { context, token: ANY });
    }

    /// Half a surrogate pair that nothing can complete any more.
    fn settle_half(&mut self, now: Moment, context: ContextId, out: &mut Actions) {
        let half = self.joiner.settle().map(String::from).unwrap_or_default();
        self.append(now, context, half, out);
    }

    fn append(&mut self, now: Moment, context: ContextId, text: String, out: &mut Actions) {
        if text.is_empty() {
            return;
        }
        let letters = text.trim_end_matches(|c: char| !c.is_alphanumeric()).len() as u64;
        if letters > 0 {
            self.lettered = self.said + letters;
        }
        self.said += text.len() as u64;
        self.last_said = now;
        out.command(Command::Say { context, text: text.into() });
    }

    /// The client is done: all is to be spoken, and that is the end.
    pub(super) fn finish(&mut self, now: Moment, context: ContextId, out: &mut Actions) {
        self.settle_half(now, context, out);
        self.stage = Stage::Closed;
        out.command(Command::Finish { context });
    }

    /// Sound, and the words that are known with it.
    pub(super) fn sound(&mut self, now: Moment, audio: &AudioEvent<EncodedAudio>, out: &mut Actions) {
        self.sound = Sound::InSegment;
        self.last_sent = now;
        out.text(self.ids.chunk(&audio.audio.0));
        if self.word_times == WordTimes::On {
            self.tokens.of(audio).iter().for_each(|token| out.text(self.ids.word(token)));
        }
        if audio.then == Then::Silence {
            self.all_spoken();
        }
    }

    /// All text so far is spoken, though the end of its segment may be told only with what follows.
    pub(super) fn all_spoken(&mut self) {
        self.sound = Sound::Between;
        self.spoken = self.spoken.max(self.lettered);
    }

    /// All that was released so far is spoken.
    pub(super) fn released(&mut self, now: Moment, model: Model, out: &mut Actions) {
        self.last_sent = now;
        out.text(self.ids.complete(model));
    }

    /// A segment is spoken.
    pub(super) fn segment_ended(&mut self, place: TextSpan) {
        self.spoken = self.spoken.max(place.end.bytes);
        if self.sound == Sound::InSegment {
            self.sound = Sound::Between;
        }
    }

    /// Whether something is being spoken, or will be without the client's doing, or there is an end to be told. Text that
    /// waits for more only so long counts; text that waits until its client goes on does not.
    pub(super) fn is_under_way(&self) -> bool {
        self.stage != Stage::Open
            || self.sound == Sound::InSegment
            || self.spoken < self.flushed
            || (self.release_delay.is_some() && self.is_unspoken())
    }

    /// Whether there is something to be spoken at some time, or an end to be told.
    fn is_awaited(&self) -> bool {
        self.stage != Stage::Open || self.is_unspoken()
    }

    fn is_unspoken(&self) -> bool {
        self.spoken < self.lettered
    }

    /// When a frame without sound must bridge a pause of the engine: only in a continuation that was closed and has
    /// sounded. Before its first sound the client waits longer by itself.
    pub(super) fn bridge_due(&self) -> Option<Moment> {
        let has_begun = self.stage == Stage::Closed && self.sound != Sound::None;
        (has_begun && self.is_unspoken() && self.context().is_some()).then(|| self.last_sent + BRIDGE_AFTER)
    }

    /// Sends that frame.
    pub(super) fn bridge(&mut self, now: Moment, out: &mut Actions) {
        self.last_sent = now;
        out.text(self.ids.chunk(&[]));
    }

    /// When continuous input that nobody closed is complete: so long after its last sound, if all of it was spoken.
    pub(super) fn backoff_due(&self) -> Option<Moment> {
        match self.input {
            Input::Continuous(wait) if self.sound != Sound::None && !self.is_awaited() => {
                Some(self.last_said.max(self.last_sent) + wait)
            }
            _ => None,
        }
    }
}
