//! What a client says on the socket: one shape for everything, told apart by its flags.

use speech::{Refusal, RefusalKind};

use crate::fields::Fields;
use crate::frame::ClientFrame;
use crate::offer::Offer;
use crate::surrogate;

/// The longest name of a generation or conversation, in bytes.
const NAME_BYTES: usize = 256;

/// One message about one generation.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Message {
    /// The client's name for the generation.
    pub(super) generation: String,
    /// What to do with it.
    pub(super) wish: Wish,
    /// Everything that was said: the first message of a generation has its settings.
    pub(super) fields: Fields,
}

/// What to do with a generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// Stop it. Clients send the flag on every message: its value counts, not its presence.
    Cancel,
    /// Say the text, if there is any.
    Say(Input),
}

/// Whether more text comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Input {
    /// It may.
    More,
    /// This was the last.
    Final,
}

/// A message that could not be read.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unread {
    /// The generation that it named; empty if it named none.
    pub(super) generation: String,
    /// What is wrong with it.
    pub(super) refusal: Refusal,
}

/// Reads one frame.
///
/// # Errors
/// As [`Message::parse`], and for binary messages and those beyond the bound.
pub(super) fn read(offer: &Offer, frame: ClientFrame<'_>) -> Result<Message, Unread> {
    let unnamed = |refusal| Unread { generation: String::new(), refusal };
    let ClientFrame::Text(json) = frame else {
        let message = "messages are JSON text, not binary";
        return Err(unnamed(Refusal::new(RefusalKind::Malformed, message)));
    };
    offer.check_size(json.len()).map_err(unnamed)?;
    Message::parse(json)
}

impl Message {
    /// Reads the JSON of one.
    ///
    /// # Errors
    /// [`RefusalKind::Malformed`] if it is no JSON object, [`RefusalKind::InvalidValue`] for a missing name or a flag
    /// that is none, [`RefusalKind::LimitExceeded`] for a name that is too long.
    fn parse(json: &str) -> Result<Self, Unread> {
        let unnamed = |refusal| Unread { generation: String::new(), refusal };
        let fields = Fields::parse(json).map_err(unnamed)?;
        let missing = || Refusal::new(RefusalKind::InvalidValue, "generationId is required");
        let generation = name(&fields, "generationId")
            .and_then(|name| name.filter(|name| !name.is_empty()).ok_or_else(missing))
            .map_err(unnamed)?;
        match wish(&fields) {
            Ok(wish) => Ok(Self { generation, wish, fields }),
            Err(refusal) => Err(Unread { generation, refusal }),
        }
    }
}

fn wish(fields: &Fields) -> Result<Wish, Refusal> {
    if fields.flag("cancel")? == Some(true) {
        return Ok(Wish::Cancel);
    }
    Ok(Wish::Say(if fields.flag("finalText")? == Some(true) { Input::Final } else { Input::More }))
}

/// A name that the client gave, within its bound.
///
/// # Errors
/// [`RefusalKind::InvalidValue`] if it is not a string, [`RefusalKind::LimitExceeded`] if it is too long.
pub(super) fn name(fields: &Fields, field: &str) -> Result<Option<String>, Refusal> {
    let Some(name) = fields.text(field)? else { return Ok(None) };
    let bytes = name.len();
    if bytes > NAME_BYTES {
        let message = format!("{field} of {bytes} bytes exceeds the limit of {NAME_BYTES} bytes");
        return Err(Refusal::new(RefusalKind::LimitExceeded, message));
    }
    Ok(Some(surrogate::whole(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_count_by_their_value() {
        for (json, wish) in [
            (r#"{"generationId":"g"}"#, Wish::Say(Input::More)),
            (r#"{"generationId":"g","cancel":false,"finalText":true}"#, Wish::Say(Input::Final)),
            (r#"{"generationId":"g","cancel":null,"finalText":"false"}"#, Wish::Say(Input::More)),
            (r#"{"generationId":"g","cancel":true,"finalText":true}"#, Wish::Cancel),
        ] {
            assert_eq!(Message::parse(json).unwrap().wish, wish, "{json}");
        }
    }

    #[test]
    fn what_cannot_be_read_still_names_its_generation() {
        let unread = Message::parse(r#"{"generationId":"g","finalText":"soon"}"#).unwrap_err();
        assert_eq!(
            (unread.generation.as_str(), unread.refusal.message.as_str()),
            ("g", "finalText must be true or false")
        );
        for json in ["{}", r#"{"generationId":""}"#, r#"{"generationId":7}"#, "[", "null"] {
            assert_eq!(Message::parse(json).unwrap_err().generation, "", "{json}");
        }
        let long = format!(r#"{{"generationId":"{}"}}"#, "x".repeat(257));
        assert_eq!(Message::parse(&long).unwrap_err().refusal.kind, RefusalKind::LimitExceeded);
    }
}
