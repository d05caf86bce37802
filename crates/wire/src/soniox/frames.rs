//! The vendor's own frames: JSON objects without a type, told apart by their keys.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};
use session::ContextSettings;
use speech::{KeyId, Refusal, Scope};

use super::config::{self, Demands, Models};
use super::face::{AudioEnd, Chunk, Face, Loss, Message, TextEnd, Unread};
use super::formats::Rates;
use super::{voices, words};
use crate::fields::Fields;
use crate::frame::ClientFrame;
use crate::offer::Offer;
use crate::surrogate;

/// The close code of a connection on which nonsense was said.
const VIOLATION: u16 = 1008;
const KEY_CHARACTERS: usize = 250;

/// What only a start message has.
const OF_A_START: [&str; 4] = ["model", "voice", "audio_format", "language"];

/// The look of the vendor's frames.
pub(super) struct Frames {
    /// The connection's name, in every error.
    pub(super) request_id: String,
    /// What a start message must have.
    pub(super) demands: Demands,
}

/// What this wire asks of a stream or call, as the operator has it.
pub(super) fn demands(offer: &Offer, scope: Scope) -> Demands {
    let models = if offer.options.choice("models") == "listed" { Models::Listed } else { Models::Any };
    Demands { aliases: voices::ALIASES, voice: None, audio_format: None, rates: Rates::Listed, models, scope }
}

/// The key in a message or body, if it has one.
pub(super) fn key(fields: &Fields) -> Result<Option<&str>, Refusal> {
    match fields.text("api_key").map_err(|_| words::misshapen())? {
        Some(key) if key.chars().count() > KEY_CHARACTERS => Err(words::too_long("API key", KEY_CHARACTERS)),
        key => Ok(key),
    }
}

impl Frames {
    /// Reads a frame.
    ///
    /// # Errors
    /// [`Unread`] if it is not one of this endpoint's.
    pub(super) fn read(&self, frame: ClientFrame<'_>) -> Result<Message, Unread> {
        let ClientFrame::Text(text) = frame else {
            return Err(Unread { refusal: words::misshapen(), loss: Loss::Frame });
        };
        message(fields(text)?)
    }
}

impl Face for Frames {
    fn key<'a>(&self, start: &'a Fields) -> Result<Option<&'a str>, Refusal> {
        key(start)
    }

    fn settings(&self, offer: &Offer, start: &Fields, key: KeyId) -> Result<ContextSettings, Refusal> {
        config::settings(offer, &self.demands, start, key)
    }

    fn audio(&self, stream: &str, chunk: &Chunk<'_>) -> String {
        let mut frame = of_stream(stream);
        frame.insert("audio".to_owned(), STANDARD.encode(chunk.audio).into());
        if chunk.end == AudioEnd::Last {
            frame.insert("audio_end".to_owned(), true.into());
        }
        if let Some(times) = chunk.times {
            frame.insert("timestamps".to_owned(), times.json());
        }
        Value::Object(frame).to_string()
    }

    fn terminated(&mut self, stream: &str) -> String {
        let mut frame = of_stream(stream);
        frame.insert("terminated".to_owned(), true.into());
        Value::Object(frame).to_string()
    }

    fn error(&self, stream: Option<&str>, refusal: &Refusal) -> String {
        let mut frame = stream.map(of_stream).unwrap_or_default();
        frame.extend(words::error(refusal, &self.request_id));
        Value::Object(frame).to_string()
    }
}

fn of_stream(name: &str) -> Map<String, Value> {
    Map::from_iter([("stream_id".to_owned(), name.into())])
}

/// A client's object.
///
/// # Errors
/// [`Unread`] if it is none: the end of the connection.
pub(crate) fn fields(text: &str) -> Result<Fields, Unread> {
    Fields::parse(text).map_err(|_| {
        let is_json = serde_json::from_str::<Value>(&surrogate::protect(text)).is_ok();
        fatal(if is_json { words::misshapen() } else { words::not_json() })
    })
}

/// What an object without a type asks.
///
/// # Errors
/// [`Unread`] if it asks nothing that can be understood.
pub(crate) fn message(fields: Fields) -> Result<Message, Unread> {
    if fields.value("keep_alive").is_some() {
        return Ok(Message::KeepAlive);
    }
    let stream = stream_name(&fields).map_err(fatal)?;
    if let Ok(Some(true)) = fields.flag("cancel") {
        Ok(Message::Cancel { stream })
    } else if OF_A_START.iter().any(|field| fields.value(field).is_some()) {
        Ok(Message::Start { stream, fields })
    } else {
        text(&stream, &fields).map_err(|refusal| Unread { refusal, loss: Loss::Stream(stream) })
    }
}

/// The name of the stream that a message is about.
///
/// # Errors
/// A refusal if it is missing, too long, or no string.
pub(crate) fn stream_name(fields: &Fields) -> Result<String, Refusal> {
    let name = fields.text("stream_id").map_err(|_| words::misshapen())?.unwrap_or_default();
    match name.chars().count() {
        0 => Err(words::missing("stream_id")),
        count if count > Message::NAME_CHARACTERS => {
            Err(words::too_long("Stream ID", Message::NAME_CHARACTERS))
        }
        _ => Ok(surrogate::whole(name)),
    }
}

/// More text, or the end of it.
///
/// # Errors
/// A refusal if there is neither, or a value is of the wrong type.
pub(crate) fn text(stream: &str, fields: &Fields) -> Result<Message, Refusal> {
    let ends = fields.flag("text_end").map_err(|_| words::misshapen())? == Some(true);
    let text = fields.text("text").map_err(|_| words::misshapen())?;
    if text.is_none() && !ends {
        return Err(words::missing("text"));
    }
    Ok(Message::Text {
        stream: stream.to_owned(),
        text: text.unwrap_or_default().to_owned(),
        end: if ends { TextEnd::Ended } else { TextEnd::Open },
    })
}

fn fatal(refusal: Refusal) -> Unread {
    Unread { refusal, loss: Loss::Connection(VIOLATION) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Message, Unread> {
        message(fields(text)?)
    }

    #[test]
    fn keys_tell_what_a_message_is() {
        let stream = || "a".to_owned();
        assert_eq!(read(r#"{"keep_alive":true,"stream_id":"a"}"#), Ok(Message::KeepAlive));
        assert_eq!(read(r#"{"cancel":true,"stream_id":"a"}"#), Ok(Message::Cancel { stream: stream() }));
        let text = |text: &str, end| Ok(Message::Text { stream: stream(), text: text.to_owned(), end });
        assert_eq!(read(r#"{"cancel":false,"text":"Hi","stream_id":"a"}"#), text("Hi", TextEnd::Open));
        assert_eq!(read(r#"{"text_end":true,"stream_id":"a"}"#), text("", TextEnd::Ended));
        assert!(matches!(read(r#"{"voice":"v","stream_id":"a"}"#), Ok(Message::Start { .. })));
        assert_eq!(read(r#"{"voice":null,"text":"Hi","stream_id":"a"}"#), text("Hi", TextEnd::Open));
    }

    #[test]
    fn what_names_no_stream_costs_the_connection_and_what_names_one_that_stream() {
        let loss = |text: &str| read(text).unwrap_err().loss;
        for nameless in ["{", "7", "{}", r#"{"stream_id":""}"#, r#"{"stream_id":7,"cancel":true}"#] {
            assert_eq!(loss(nameless), Loss::Connection(VIOLATION), "{nameless}");
        }
        for named in
            [r#"{"stream_id":"a"}"#, r#"{"stream_id":"a","text":7}"#, r#"{"stream_id":"a","cancel":7}"#]
        {
            assert_eq!(loss(named), Loss::Stream("a".to_owned()), "{named}");
        }
    }

    #[test]
    fn errors_repeat_nothing_of_a_broken_message() {
        let unread = read(r#"{"text":"secret"#).unwrap_err();
        assert_eq!(unread.refusal.message, "Invalid JSON body");
    }
}
