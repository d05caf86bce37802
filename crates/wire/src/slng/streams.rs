//! Many streams on one socket: the frames of the one endpoint that has them. What its streams do is the affair of
//! [`Streams`]; this is how they look here, where every frame has a `type`.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use session::{Command, ContextSettings, Event};
use speech::{EncodedAudio, KeyId, Moment, Refusal, RefusalKind, Scope};

use super::ended::Ended;
use super::errors::{self, Slug};
use super::formats;
use super::message;
use super::voices::ALIASES;
use crate::actions::{Action, Actions};
use crate::fields::Fields;
use crate::offer::Offer;
use crate::rules::{OptionKind, ProtocolOption};
use crate::soniox::config::{self, Demands, Models};
use crate::soniox::face::{AudioEnd, Chunk, Face, Loss, Message, TextEnd, Unread};
use crate::soniox::formats::Rates;
use crate::soniox::streams::{Door, Streams};
use crate::soniox::{frames, words};

/// The option's name.
const READY: &str = "soniox_ready";

/// What an operator may choose.
pub(super) const OPTION: ProtocolOption = ProtocolOption {
    name: READY,
    about: "whether a stream's init is answered by ready, which is not among its endpoint's documented messages",
    kind: OptionKind::Choice(&["no", "yes"]),
};

/// Which stream a message is about.
const STREAM: &str = "stream_id";
const DEFAULT_VOICE: &str = "Adrian";
const DEFAULT_FORMAT: &str = "wav";

/// The streams of one socket.
pub(super) struct ManyStreams {
    streams: Streams<Frames>,
    /// The answer to an `init`, if there is to be one.
    ready: Option<Map<String, Value>>,
}

impl ManyStreams {
    /// None yet. Whether an `init` is answered is the operator's choice; `ready` is the answer.
    pub(super) fn new(offer: &Arc<Offer>, key: KeyId, ready: Map<String, Value>) -> Self {
        let frames = Frames { now: Moment::START, ended: Ended::default(), last: None };
        Self {
            ready: (offer.options.choice(READY) == "yes").then_some(ready),
            streams: Streams::new(Arc::clone(offer), frames, Door::Opened(key)),
        }
    }

    /// The client sent an object.
    pub(super) fn on_fields(&mut self, now: Moment, fields: Fields, out: &mut Actions) {
        self.streams.face().turn(now);
        match self.streams.face().understand(fields) {
            Ok(message) => self.on_message(now, message, out),
            Err(unread) => self.streams.on_unread(&unread.refusal, unread.loss, out),
        }
    }

    fn on_message(&mut self, now: Moment, message: Message, out: &mut Actions) {
        let ready = match (&message, &self.ready) {
            (Message::Start { stream, .. }, Some(ready)) => Some(of_stream(ready.clone(), stream)),
            _ => None,
        };
        let mut caused = Actions::new();
        self.streams.on_message(now, message, &mut caused);
        for action in caused.drain() {
            let opens = matches!(action, Action::Command(Command::Open { .. }));
            out.push(action);
            if let Some(ready) = ready.as_ref().filter(|_| opens) {
                out.text(ready.clone());
            }
        }
    }

    /// The session has news.
    pub(super) fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        self.streams.face().turn(now);
        self.streams.on_event(now, event, out);
    }

    /// Ends the streams whose time is over.
    pub(super) fn expire(&mut self, now: Moment, out: &mut Actions) {
        self.streams.face().turn(now);
        self.streams.expire(now, out);
    }

    /// When to do so next.
    pub(super) fn next_expiry(&self) -> Option<Moment> {
        self.streams.next_expiry()
    }
}

/// Whether a message is one of this endpoint's own: it is about a stream, or it is a sign of life without a type.
pub(super) fn is_of_streams(fields: &Fields) -> bool {
    names_stream(fields)
        || (message::kind(fields).as_deref() == Ok("") && fields.value("keep_alive").is_some())
}

fn names_stream(fields: &Fields) -> bool {
    fields.value(STREAM).is_some()
}

/// Whether it begins one: it says so, or it has no type and something that only the beginning has.
pub(super) fn begins(fields: &Fields) -> bool {
    match message::kind(fields).as_deref() {
        Ok("init") => true,
        Ok("") => matches!(frames::message(fields.clone()), Ok(Message::Start { .. })),
        _ => false,
    }
}

/// How the frames look.
struct Frames {
    /// When what happens now happens.
    now: Moment,
    /// A clear that crosses the end of its stream is no mistake.
    ended: Ended,
    /// The stream that was named last: a flush need not name it again.
    last: Option<String>,
}

impl Frames {
    /// Time has gone on.
    fn turn(&mut self, now: Moment) {
        self.now = now;
        self.ended.forget_old(now);
    }

    /// What a message asks.
    ///
    /// # Errors
    /// [`Unread`] if it asks nothing that can be understood; the socket lives.
    fn understand(&mut self, mut fields: Fields) -> Result<Message, Unread> {
        let kind = message::kind(&fields).map_err(lost)?;
        if kind == "flush"
            && !names_stream(&fields)
            && let Some(last) = &self.last
        {
            fields.set(STREAM, last.as_str().into());
        }
        let asked = asked(&kind, fields)?;
        if let Message::Start { stream, .. } | Message::Text { stream, .. } = &asked {
            self.last = Some(stream.clone());
        }
        Ok(asked)
    }
}

/// What a message of this type asks; without a type, what the vendor's own client would mean by it.
fn asked(kind: &str, fields: Fields) -> Result<Message, Unread> {
    match kind {
        "keepalive" => return Ok(Message::KeepAlive),
        "close" => return Ok(Message::Close),
        "" => return frames::message(fields).map_err(|unread| Unread { loss: kept(unread.loss), ..unread }),
        _ => {}
    }
    let known = matches!(kind, "init" | "text" | "speak" | "input_text" | "flush" | "clear" | "cancel");
    if !known {
        return Err(lost(words::invalid(
            "type is none of init, text, flush, clear, cancel, close, keepalive",
        )));
    }
    let stream = frames::stream_name(&fields).map_err(lost)?;
    match kind {
        "init" => Ok(Message::Start { stream, fields }),
        "flush" => Ok(Message::Text { stream, text: String::new(), end: TextEnd::Ended }),
        "clear" | "cancel" => Ok(Message::Cancel { stream }),
        _ => frames::text(&stream, &fields).map_err(|refusal| Unread { refusal, loss: Loss::Stream(stream) }),
    }
}

/// No single message ends this connection.
fn kept(loss: Loss) -> Loss {
    match loss {
        Loss::Connection(_) => Loss::Frame,
        Loss::Frame | Loss::Stream(_) => loss,
    }
}

fn lost(refusal: Refusal) -> Unread {
    Unread { refusal: Refusal { kind: RefusalKind::Malformed, ..refusal }, loss: Loss::Frame }
}

impl Face for Frames {
    fn settings(&self, offer: &Offer, start: &Fields, key: KeyId) -> Result<ContextSettings, Refusal> {
        let demands = Demands {
            aliases: ALIASES,
            voice: Some(DEFAULT_VOICE),
            audio_format: Some(DEFAULT_FORMAT),
            rates: Rates::Any,
            models: Models::Any,
            scope: Scope::Generation,
        };
        config::settings(offer, &demands, &translated(start)?, key)
    }

    fn audio(&self, stream: &str, chunk: &Chunk<'_>) -> String {
        let mut frame = typed("audio_chunk", stream);
        frame.insert("audio".to_owned(), STANDARD.encode(chunk.audio).into());
        frame.insert("audio_end".to_owned(), (chunk.end == AudioEnd::Last).into());
        if let Some(times) = chunk.times {
            frame.insert("timestamps".to_owned(), times.json());
        }
        Value::Object(frame).to_string()
    }

    fn terminated(&mut self, stream: &str) -> String {
        self.ended.remember(self.now, stream);
        let mut frame = typed("terminated", stream);
        frame.insert("terminated".to_owned(), true.into());
        Value::Object(frame).to_string()
    }

    fn error(&self, stream: Option<&str>, refusal: &Refusal) -> String {
        error(stream, refusal)
    }

    fn stray_cancel(&self, stream: &str) -> Option<String> {
        (!self.ended.knows(stream)).then(|| error(Some(stream), &words::not_found(stream)))
    }
}

/// The same wishes where and as the vendor's own endpoint has them: not in `config`, and with its names for formats.
///
/// # Errors
/// [`RefusalKind::InvalidValue`] if `config` is not an object.
fn translated(start: &Fields) -> Result<Fields, Refusal> {
    let mut fields = renamed(start);
    if let Some(config) = start.object("config")? {
        fields.fill(renamed(&config));
    }
    Ok(fields)
}

fn renamed(wishes: &Fields) -> Fields {
    let mut fields = wishes.clone();
    for name in ["audio_format", "encoding"] {
        if let Ok(Some(format)) = wishes.text(name) {
            fields.set("audio_format", formats::of_streams(format).into());
            break;
        }
    }
    fields
}

/// What every frame of a stream has.
fn typed(kind: &str, stream: &str) -> Map<String, Value> {
    Map::from_iter([("type".to_owned(), kind.into()), (STREAM.to_owned(), stream.into())])
}

fn of_stream(mut frame: Map<String, Value>, stream: &str) -> String {
    frame.insert(STREAM.to_owned(), stream.into());
    Value::Object(frame).to_string()
}

fn error(stream: Option<&str>, refusal: &Refusal) -> String {
    let mut frame = errors::fields(Slug::of_stream(refusal.kind), &refusal.message_with_retry());
    frame.extend(stream.map(|name| (STREAM.to_owned(), name.into())));
    Value::Object(frame).to_string()
}
