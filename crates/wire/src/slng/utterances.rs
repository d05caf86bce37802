//! A session of utterances: text, then a flush, then the sound and one terminal; any number of them in a row.
//!
//! It is one context. If that fails, an error says so, and the next text has a new one with the same settings: the client
//! need not begin again. Start with [`Utterances`].

use std::collections::VecDeque;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use session::{AudioEvent, Command, ContextSettings, Event};
use speech::{AudioTime, ContextId, EncodedAudio, FlushToken, Refusal, RefusalKind};

use super::errors;
use super::message::End;
use super::ready;
use super::settings::Transport;
use super::terminal::Terminal;
use crate::actions::Actions;
use crate::surrogate::SurrogateJoiner;
use crate::tiles::seconds;

/// What an `init` asks for.
#[derive(Debug, Clone)]
pub(super) struct Wishes {
    /// What the context is told.
    pub(super) settings: ContextSettings,
    /// How audio travels.
    pub(super) transport: Transport,
}

/// The session of one socket.
pub(super) struct Utterances {
    request_id: Arc<str>,
    terminal: Terminal,
    wishes: Wishes,
    /// How the audio travels that leaves now.
    transport: Transport,
    context: Context,
    next_context: u64,
    next_token: u64,
    joiner: SurrogateJoiner,
    /// What is asked and not answered, in order.
    waiting: VecDeque<Waiting>,
    /// Sound of the utterance that leaves now, as far as its generations are over: new settings begin another one.
    sounded: AudioTime,
    /// The number of the last piece of audio within JSON.
    sequence: u64,
}

/// Whether there is a context to speak with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Context {
    /// There is none.
    Gone,
    /// It is asked for, and when it is there the client is told.
    Announced(ContextId),
    /// It is asked for or there; the client need not know.
    Used(ContextId),
}

/// A command whose acknowledgement is due.
struct Waiting {
    token: FlushToken,
    what: Asked,
}

enum Asked {
    Flush,
    Clear,
    /// From its acknowledgement on, audio travels so.
    Update(Transport),
}

impl Utterances {
    /// Begins one; the client is told when it is ready.
    pub(super) fn begin(request_id: Arc<str>, terminal: Terminal, wishes: Wishes, out: &mut Actions) -> Self {
        let mut utterances = Self {
            request_id,
            terminal,
            transport: wishes.transport,
            wishes,
            context: Context::Gone,
            next_context: 0,
            next_token: 0,
            joiner: SurrogateJoiner::default(),
            waiting: VecDeque::new(),
            sounded: AudioTime::ZERO,
            sequence: 0,
        };
        let context = utterances.open(out);
        utterances.context = Context::Announced(context);
        utterances
    }

    /// Another `init`: new settings for the text that follows.
    pub(super) fn change(&mut self, wishes: Wishes, out: &mut Actions) {
        let settings = Box::new(wishes.settings.clone());
        let transport = wishes.transport;
        self.wishes = wishes;
        match self.context.id() {
            Some(context) => {
                self.settle_half(out);
                let token = self.expect(Asked::Update(transport));
                out.command(Command::Update { context, token, settings });
            }
            None => {
                self.transport = transport;
                let context = self.open(out);
                self.context = Context::Announced(context);
            }
        }
    }

    /// Appends text, exactly as sent.
    pub(super) fn say(&mut self, text: &str, end: End, out: &mut Actions) {
        let text = self.joiner.push(text).into_owned();
        self.append(text, out);
        if end == End::Here {
            self.flush(out);
        }
    }

    /// Speaks what is there; a terminal follows.
    pub(super) fn flush(&mut self, out: &mut Actions) {
        self.settle_half(out);
        let context = self.live(out);
        let token = self.expect(Asked::Flush);
        out.command(Command::Flush { context, token });
    }

    /// Forgets what is unspoken. Utterances that were under way have no terminal.
    pub(super) fn clear(&mut self, out: &mut Actions) {
        self.joiner.settle();
        self.waiting.retain(|waiting| !matches!(waiting.what, Asked::Flush));
        let context = self.live(out);
        let token = self.expect(Asked::Clear);
        out.command(Command::Clear { context, token });
    }

    /// Tells the client what happened.
    pub(super) fn on_event(&mut self, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Opened(context) => self.on_opened(*context, out),
            Event::Audio(audio) => self.on_audio(audio, out),
            Event::GenerationEnded { duration, .. } => self.sounded = self.sounded + *duration,
            Event::Flushed { token, .. } | Event::Cleared { token, .. } | Event::Updated { token, .. } => {
                self.on_done(*token, out);
            }
            Event::Refused(refusal) => self.refuse(refusal, out),
            // Contexts are closed by a server that closes, which says so itself. The others have no frame here.
            Event::Closed { .. }
            | Event::SegmentEnded { .. }
            | Event::ReleaseEnded { .. }
            | Event::Warned { .. } => {}
        }
    }

    fn on_opened(&mut self, context: ContextId, out: &mut Actions) {
        if self.context == Context::Announced(context) {
            self.context = Context::Used(context);
            self.say_ready(out);
        }
    }

    fn on_audio(&mut self, event: &AudioEvent<EncodedAudio>, out: &mut Actions) {
        let bytes = &event.audio.0;
        match self.transport {
            Transport::Binary => out.binary(bytes.clone()),
            Transport::Json => {
                self.sequence += 1;
                let data = STANDARD.encode(bytes);
                let chunk = json!({"type": "audio_chunk", "data": data, "sequence": self.sequence});
                out.text(chunk.to_string());
            }
        }
    }

    fn on_done(&mut self, token: FlushToken, out: &mut Actions) {
        // Those that a clear took back are not here any more.
        let Some(at) = self.waiting.iter().position(|waiting| waiting.token == token) else { return };
        match self.waiting.remove(at).map(|waiting| waiting.what) {
            Some(Asked::Flush) => {
                let sounded = std::mem::take(&mut self.sounded);
                self.terminal.say(seconds(sounded), out);
            }
            Some(Asked::Clear) => {
                self.sounded = AudioTime::ZERO;
                out.text(json!({"type": "cleared"}).to_string());
            }
            Some(Asked::Update(transport)) => {
                self.transport = transport;
                self.say_ready(out);
            }
            None => {}
        }
    }

    fn refuse(&mut self, refusal: &Refusal, out: &mut Actions) {
        let here = refusal.context.is_some() && refusal.context == self.context.id();
        if here && refusal.ended().is_some() {
            self.context = Context::Gone;
            self.sounded = AudioTime::ZERO;
            self.joiner.settle();
            self.waiting.clear();
        } else if refusal.context.is_some() && refusal.kind == RefusalKind::UnknownContext {
            // The error that ended it is on its way, and answers this too.
            return;
        }
        out.text(errors::frame_of(refusal));
    }

    fn say_ready(&self, out: &mut Actions) {
        out.text(Value::Object(ready::fields(&self.request_id)).to_string());
    }

    fn append(&mut self, text: String, out: &mut Actions) {
        if !text.is_empty() {
            let context = self.live(out);
            out.command(Command::Say { context, text: text.into() });
        }
    }

    /// Half a surrogate pair that nothing can complete any more.
    fn settle_half(&mut self, out: &mut Actions) {
        let half = self.joiner.settle().map(String::from).unwrap_or_default();
        self.append(half, out);
    }

    /// The context; a new one in place of one that failed.
    fn live(&mut self, out: &mut Actions) -> ContextId {
        self.context.id().unwrap_or_else(|| {
            let context = self.open(out);
            self.context = Context::Used(context);
            context
        })
    }

    fn open(&mut self, out: &mut Actions) -> ContextId {
        let context = ContextId(self.next_context);
        self.next_context += 1;
        out.command(Command::Open { context, settings: Box::new(self.wishes.settings.clone()) });
        context
    }

    fn expect(&mut self, what: Asked) -> FlushToken {
        let token = FlushToken(self.next_token);
        self.next_token += 1;
        self.waiting.push_back(Waiting { token, what });
        token
    }
}

impl Context {
    const fn id(self) -> Option<ContextId> {
        match self {
            Self::Gone => None,
            Self::Announced(context) | Self::Used(context) => Some(context),
        }
    }
}
