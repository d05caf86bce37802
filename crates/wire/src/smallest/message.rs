//! What a client says on the socket: one kind of message, told apart by its fields.

use speech::{Refusal, RefusalKind};

use crate::fields::Fields;

/// The longest name that a client may give to anything, in characters.
const NAME_CHARACTERS: usize = 128;

/// One message.
#[derive(Debug)]
pub(super) enum Message {
    /// Are you there?
    Ping,
    /// Forget what is unspoken of a context, or of all that has none, and stop speaking it.
    Cancel(Option<String>),
    /// Text, or the end of text.
    Fragment(Fragment),
}

/// A piece of a request: all of it, some of it, or its end.
#[derive(Debug)]
pub(super) struct Fragment {
    /// The continuation that it belongs to.
    pub(super) context: Option<String>,
    /// What the client calls it.
    pub(super) names: Names,
    /// What comes after it.
    pub(super) step: Step,
    /// All its fields: text and wishes.
    pub(super) fields: Fields,
}

/// What a client does after a fragment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It sends more.
    Continue,
    /// The same, and all so far is to be spoken now.
    Flush,
    /// It is done.
    Close,
    /// The same, and it said so with a flush: it waits for the end, though there be nothing to speak.
    FlushAndClose,
}

/// The client's own names for its session and its request, handed back with every answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Names {
    /// `session_id`
    pub(super) session: Option<String>,
    /// `request_id`
    pub(super) request: Option<String>,
}

impl Message {
    /// Reads a message.
    ///
    /// # Errors
    /// [`RefusalKind::Malformed`] for what is no JSON object, [`RefusalKind::InvalidValue`] for a field of a wrong type.
    pub(super) fn parse(json: &str) -> Result<Self, Refusal> {
        let fields = Fields::parse(json)?;
        if fields.text("type")? == Some("ping") {
            return Ok(Self::Ping);
        }
        let context = name(&fields, "context_id")?;
        if fields.flag("cancel_request")? == Some(true) {
            return Ok(Self::Cancel(context));
        }
        let step = Step::of(&fields, context.is_some())?;
        Ok(Self::Fragment(Fragment { context, names: Names::of(&fields)?, step, fields }))
    }
}

impl Step {
    /// Whether the client is done.
    pub(super) const fn is_closing(self) -> bool {
        matches!(self, Self::Close | Self::FlushAndClose)
    }

    /// In a continuation a flush alone does not close, since only older clients say it, of whom none has contexts.
    fn of(fields: &Fields, in_context: bool) -> Result<Self, Refusal> {
        let more = fields.flag("continue")?.or(goes_on(fields)?);
        let flush = fields.flag("flush")? == Some(true);
        if in_context && fields.flag("context_close")? == Some(true) {
            return Ok(Self::Close);
        }
        Ok(match (more, flush) {
            (Some(true), false) => Self::Continue,
            (Some(true), true) => Self::Flush,
            (None, true) if in_context => Self::Flush,
            (_, true) => Self::FlushAndClose,
            (_, false) => Self::Close,
        })
    }
}

/// What `continue` says now, older clients say with two fields.
fn goes_on(fields: &Fields) -> Result<Option<bool>, Refusal> {
    let is_streaming = fields.flag("is_streaming")? == Some(true);
    let is_final = fields.flag("is_final")? == Some(true);
    Ok(is_streaming.then_some(!is_final))
}

impl Names {
    /// Reads them from a message or a body.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`] for what is no name.
    pub(super) fn of(fields: &Fields) -> Result<Self, Refusal> {
        Ok(Self { session: name(fields, "session_id")?, request: name(fields, "request_id")? })
    }
}

impl Fragment {
    /// Its text, if there is any but white space.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`] if it is not a string.
    pub(super) fn speakable(&self) -> Result<Option<&str>, Refusal> {
        Ok(self.fields.text("text")?.filter(|text| !text.trim().is_empty()))
    }
}

/// A name that a client gives to something; an empty one is none. Source of the pattern: the vendor's reference for
/// `session_id` and `request_id`.
fn name(fields: &Fields, field: &str) -> Result<Option<String>, Refusal> {
    let Some(name) = fields.text(field)?.filter(|name| !name.is_empty()) else { return Ok(None) };
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if name.len() > NAME_CHARACTERS || !name.chars().all(fits) {
        let message =
            format!("{field} is not 1 to {NAME_CHARACTERS} letters, digits, underscores, hyphens and dots");
        return Err(Refusal::new(RefusalKind::InvalidValue, message));
    }
    Ok(Some(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(json: &str) -> Step {
        match Message::parse(json).unwrap() {
            Message::Fragment(fragment) => fragment.step,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_end_is_what_does_not_go_on() {
        assert_eq!(step(r#"{"text":"Hi"}"#), Step::Close);
        assert_eq!(step(r#"{"text":"Hi","continue":true}"#), Step::Continue);
        assert_eq!(step(r#"{"text":"Hi","continue":true,"flush":true}"#), Step::Flush);
        assert_eq!(step(r#"{"text":"","continue":false,"flush":true}"#), Step::FlushAndClose);
        assert_eq!(step(r#"{"text":"","flush":true}"#), Step::FlushAndClose);
    }

    #[test]
    fn older_clients_have_other_words_for_going_on() {
        assert_eq!(step(r#"{"text":"Hi","is_streaming":true}"#), Step::Continue);
        assert_eq!(step(r#"{"text":"Hi","is_streaming":true,"is_final":true}"#), Step::Close);
        assert_eq!(step(r#"{"text":"Hi","is_streaming":false}"#), Step::Close);
    }

    #[test]
    fn a_context_is_flushed_without_being_closed() {
        assert_eq!(step(r#"{"context_id":"a","flush":true}"#), Step::Flush);
        assert_eq!(step(r#"{"context_id":"a","flush":true,"continue":false}"#), Step::FlushAndClose);
        assert_eq!(step(r#"{"context_id":"a","context_close":true,"continue":true}"#), Step::Close);
        assert_eq!(step(r#"{"context_id":"a"}"#), Step::Close);
        assert_eq!(step(r#"{"context_id":"","flush":true}"#), Step::FlushAndClose);
    }

    #[test]
    fn names_have_a_shape_and_a_length() {
        let long = "n".repeat(129);
        for wrong in ["a b", "ü", long.as_str()] {
            let json = serde_json::json!({"text": "Hi", "context_id": wrong}).to_string();
            let refusal = Message::parse(&json).unwrap_err();
            assert!(refusal.message.starts_with("context_id is not"), "{}", refusal.message);
        }
        assert!(Message::parse(r#"{"text":"Hi","request_id":7}"#).is_err());
    }
}
