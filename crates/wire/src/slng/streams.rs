//! Many streams on one socket: the frames of the one endpoint that has them. What its streams do is the affair of
//! [`Streams`]; this is how they look here, where every frame has a `type`.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use session::ContextSettings;
use speech::{KeyId, Moment, Refusal, RefusalKind, Scope};

use super::errors::{self, Slug};
use super::formats;
use super::message;
use super::voices::ALIASES;
use crate::fields::Fields;
use crate::frame::ClientFrame;
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

/// A clear that crosses the end of its stream is no mistake: so long, and for so many streams.
const ENDED_MEMORY: Duration = Duration::from_secs(10);
const ENDED_NAMES: usize = 1_000;

/// What every such frame of the server's has.
fn typed(kind: &str, stream: &str) -> Map<String, Value> {
    Map::from_iter([("type".to_owned(), kind.into()), (STREAM.to_owned(), stream.into())])
}

/// Begins the streams of a socket.
pub(super) fn begin(offer: &Arc<Offer>, key: KeyId, request_id: &Arc<str>) -> Streams<Frames> {
    let ready = (offer.options.choice(READY) == "yes").then(|| Arc::clone(request_id));
    let frames = Frames { ready, now: Moment::START, ended: VecDeque::new(), last: None };
    Streams::new(Arc::clone(offer), frames, Door::Opened(key))
}

/// Whether a message is about a stream.
pub(super) fn names_stream(fields: &Fields) -> bool {
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

/// What a message for a stream is told while there are no streams.
pub(super) fn no_stream_yet(fields: &Fields) -> String {
    match frames::stream_name(fields) {
        Ok(name) => error(Some(&name), &words::not_found(&name)),
        Err(refusal) => error(None, &refusal),
    }
}

/// How the frames look.
pub(super) struct Frames {
    /// The connection's name, for the answer to an `init`, if there is to be one.
    ready: Option<Arc<str>>,
    /// When the client was last heard.
    now: Moment,
    /// Streams that ended lately, and when.
    ended: VecDeque<(Moment, String)>,
    /// The stream that was named last: a flush need not name it again.
    last: Option<String>,
}

impl Frames {
    /// What a message asks, at this moment.
    ///
    /// # Errors
    /// [`Unread`] if it asks nothing that can be understood; the socket lives.
    pub(super) fn understand(&mut self, now: Moment, mut fields: Fields) -> Result<Message, Unread> {
        self.now = now;
        let kind = message::kind(&fields).map_err(lost)?;
        if kind == "flush" && !names_stream(&fields)
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

    fn forget_old(&mut self) {
        let (now, most) = (self.now, ENDED_NAMES);
        let too_many = self.ended.len().saturating_sub(most);
        self.ended.drain(..too_many);
        while self.ended.front().is_some_and(|(at, _)| now.since(*at) > ENDED_MEMORY) {
            self.ended.pop_front();
        }
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
        return Err(lost(words::invalid("type is none of init, text, flush, clear, cancel, close, keepalive")));
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
    fn read(&mut self, frame: ClientFrame<'_>) -> Result<Message, Unread> {
        let fields = message::fields(frame).map_err(lost)?;
        self.understand(self.now, fields)
    }

    fn settings(&self, offer: &Offer, start: &Fields, key: KeyId) -> Result<ContextSettings, Refusal> {
        let demands = Demands {
            aliases: ALIASES,
            voice: Some(DEFAULT_VOICE),
            audio_format: Some(DEFAULT_FORMAT),
            rates: Rates::Any,
            models: Models::Any,
            scope: Scope::Generation,
        };
        config::settings(offer, &demands, &translated(start), key)
    }

    fn opened(&mut self, stream: &str) -> Option<String> {
        let id = self.ready.as_ref()?;
        let mut frame = typed("ready", stream);
        frame.insert("session_id".to_owned(), format!("sess_{id}").into());
        frame.insert("slng_request_id".to_owned(), format!("req_{id}").into());
        Some(Value::Object(frame).to_string())
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
        self.ended.push_back((self.now, stream.to_owned()));
        self.forget_old();
        let mut frame = typed("terminated", stream);
        frame.insert("terminated".to_owned(), true.into());
        Value::Object(frame).to_string()
    }

    fn error(&self, stream: Option<&str>, refusal: &Refusal) -> String {
        error(stream, refusal)
    }

    fn stray_cancel(&self, stream: &str) -> Option<String> {
        let ended = self.ended.iter().rfind(|(_, name)| name == stream);
        let lately = ended.is_some_and(|(at, _)| self.now.since(*at) <= ENDED_MEMORY);
        (!lately).then(|| error(Some(stream), &words::not_found(stream)))
    }
}

/// The same wishes under the names that the vendor's own endpoint has for formats.
fn translated(start: &Fields) -> Fields {
    let mut fields = start.clone();
    for name in ["audio_format", "encoding"] {
        if let Ok(Some(format)) = start.text(name) {
            fields.set("audio_format", formats::of_streams(format).into());
            break;
        }
    }
    fields
}

fn error(stream: Option<&str>, refusal: &Refusal) -> String {
    let mut frame = errors::fields(Slug::of_stream(refusal.kind), &refusal.message);
    frame.extend(stream.map(|name| (STREAM.to_owned(), name.into())));
    Value::Object(frame).to_string()
}
