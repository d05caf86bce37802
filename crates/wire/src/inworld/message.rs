//! What a client can ask on the socket.

use serde_json::{Map, Value};
use speech::{Refusal, RefusalKind};

use super::spelling::camel_case;
use crate::fields::Fields;
use crate::surrogate;

/// The longest name of a context or voice that is taken and repeated, in bytes.
const NAME_BYTES: usize = 256;

/// One frame.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Message {
    /// The context that it names; a client with only one may leave it out.
    pub(super) context: Option<String>,
    /// What it asks for.
    pub(super) ask: Ask,
}

/// What a frame asks for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Ask {
    /// A new context.
    Create(Fields),
    /// More text, and perhaps a flush right behind it.
    SendText(SendText),
    /// Speak what is buffered.
    Flush,
    /// Other settings from here on.
    Update(Fields),
    /// Speak the rest, then close.
    Close,
    /// Stop now and close.
    Cancel,
    /// Nothing that this wire knows: such a frame has no answer.
    Nothing,
}

/// More text for a context. Prints no text.
#[derive(Clone, PartialEq)]
pub(super) struct SendText {
    /// Exactly as sent. Without any, it only shows that the client lives.
    pub(super) text: String,
    /// What follows it.
    pub(super) then: Then,
}

impl std::fmt::Debug for SendText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SendText({} bytes, {:?})", self.text.len(), self.then)
    }
}

/// What follows a text in its message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// More text may come.
    More,
    /// A flush.
    Flush,
}

/// Why a frame has no meaning.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Unread {
    /// It is not an object in JSON, or does not say for which context.
    Undecodable,
    /// Part of it is wrong.
    Refused {
        /// The context that it names.
        context: Option<String>,
        /// What is wrong.
        refusal: Refusal,
    },
}

/// The things that can be asked for. A frame has one of them.
const ASKS: [&str; 6] =
    ["create", "sendText", "flushContext", "updateConfig", "closeContext", "cancelContext"];

impl Message {
    /// Reads one frame.
    ///
    /// # Errors
    /// [`Unread`].
    pub(super) fn parse(json: &str) -> Result<Self, Unread> {
        let fields = object(json).map(Fields::from).map_err(|_| Unread::Undecodable)?;
        let refused = |context| move |refusal| Unread::Refused { context, refusal };
        let context = name(&fields, "contextId").map_err(refused(None))?;
        match ask(&fields) {
            Ok(ask) => Ok(Self { context, ask }),
            Err(refusal) => Err(refused(context)(refusal)),
        }
    }
}

/// Reads a JSON object with its names in camel case.
///
/// # Errors
/// [`RefusalKind::Malformed`] if it is none.
pub(super) fn object(json: &str) -> Result<Map<String, Value>, Refusal> {
    match serde_json::from_str(&surrogate::protect(json)) {
        Ok(Value::Object(object)) => Ok(camel_case(object)),
        _ => Err(Refusal::new(RefusalKind::Malformed, "request is not a JSON object")),
    }
}

/// A name that the client gave, within its bound; an empty one is none.
///
/// # Errors
/// [`RefusalKind::InvalidValue`] if it is not a string or too long.
pub(super) fn name(fields: &Fields, field: &str) -> Result<Option<String>, Refusal> {
    let Some(name) = fields.text(field)?.filter(|name| !name.is_empty()) else { return Ok(None) };
    if name.len() > NAME_BYTES {
        let message = format!("{field} of {} bytes exceeds the limit of {NAME_BYTES} bytes", name.len());
        return Err(Refusal::new(RefusalKind::InvalidValue, message));
    }
    Ok(Some(surrogate::whole(name)))
}

/// An object within a message.
///
/// # Errors
/// [`RefusalKind::InvalidValue`] if something else has its name.
pub(super) fn inner(fields: &Fields, field: &str) -> Result<Option<Fields>, Refusal> {
    match fields.value(field) {
        None => Ok(None),
        Some(Value::Object(object)) => Ok(Some(Fields::from(object.clone()))),
        Some(_) => Err(Refusal::new(RefusalKind::InvalidValue, format!("{field} must be an object"))),
    }
}

fn ask(fields: &Fields) -> Result<Ask, Refusal> {
    let mut asked = ASKS.into_iter().filter(|ask| fields.value(ask).is_some());
    let Some(name) = asked.next() else { return Ok(Ask::Nothing) };
    if asked.next().is_some() {
        let message = format!("a message asks for one of {}, not for several", ASKS.join(", "));
        return Err(Refusal::new(RefusalKind::InvalidValue, message));
    }
    let body = inner(fields, name)?.unwrap_or_else(|| Fields::from(Map::new()));
    Ok(match name {
        "create" => Ask::Create(body),
        "sendText" => Ask::SendText(send_text(&body)?),
        "flushContext" => Ask::Flush,
        "updateConfig" => Ask::Update(body),
        "closeContext" => Ask::Close,
        _ => Ask::Cancel,
    })
}

fn send_text(body: &Fields) -> Result<SendText, Refusal> {
    let text = body.text("text")?.unwrap_or_default().to_owned();
    let then = match body.value("flushContext") {
        None | Some(Value::Bool(false)) => Then::More,
        Some(_) => Then::Flush,
    };
    Ok(SendText { text, then })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(json: &str) -> (Option<String>, String) {
        match Message::parse(json) {
            Err(Unread::Refused { context, refusal }) => (context, refusal.message),
            other => panic!("{json}: {other:?}"),
        }
    }

    #[test]
    fn a_frame_asks_for_one_thing_of_one_context() {
        let message = Message::parse(r#"{"flush_context":{},"context_id":"a"}"#).unwrap();
        assert_eq!((message.context.as_deref(), message.ask), (Some("a"), Ask::Flush));
        let message = Message::parse(r#"{"sendText":{"text":"Hi","flush_context":{}},"contextId":""}"#);
        let say = SendText { text: "Hi".to_owned(), then: Then::Flush };
        assert_eq!(message.unwrap(), Message { context: None, ask: Ask::SendText(say) });
        let unflushed = Message::parse(r#"{"sendText":{"text":"Hi","flushContext":false}}"#).unwrap();
        let say = SendText { text: "Hi".to_owned(), then: Then::More };
        assert_eq!(unflushed.ask, Ask::SendText(say));
        assert_eq!(Message::parse(r#"{"contextId":"a"}"#).unwrap().ask, Ask::Nothing);
    }

    #[test]
    fn what_is_wrong_is_said_of_its_context() {
        let two = refusal(r#"{"create":{},"close_context":{},"contextId":"a"}"#);
        assert_eq!(two.0.as_deref(), Some("a"));
        let typed = refusal(r#"{"send_text":{"text":7},"contextId":"a"}"#);
        assert_eq!(typed, (Some("a".to_owned()), "text must be a string".to_owned()));
        assert_eq!(refusal(r#"{"create":"now","contextId":"a"}"#).1, "create must be an object");
        assert_eq!(refusal(r#"{"create":{},"contextId":7}"#).1, "contextId must be a string");
        let long = format!(r#"{{"create":{{}},"contextId":"{}"}}"#, "x".repeat(257));
        assert_eq!(refusal(&long).1, "contextId of 257 bytes exceeds the limit of 256 bytes");
    }

    #[test]
    fn what_is_no_object_cannot_be_decoded() {
        for json in ["", "hello", "[]", "7", "{\"create\":"] {
            assert_eq!(Message::parse(json), Err(Unread::Undecodable), "{json}");
        }
    }
}
