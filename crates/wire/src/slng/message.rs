//! What a client can say once its session has begun.

use speech::{Refusal, RefusalKind};

use crate::fields::Fields;
use crate::frame::ClientFrame;
use crate::offer::Offer;

/// One message.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Message {
    /// A session's settings, first or new ones.
    Init,
    /// More text, and whether it is the end of an utterance.
    Text(String, End),
    /// The end of an utterance.
    Flush,
    /// Forget what is unspoken.
    Clear,
    /// What it means depends on the model.
    Cancel,
    /// Stop everything and close.
    Close,
    /// The client lives.
    KeepAlive,
}

/// Whether an utterance ends with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// More follows.
    Not,
    /// It does.
    Here,
}

/// A text may say that it is the last, in the words of either family.
const LAST: [&str; 2] = ["flush", "text_end"];

impl Message {
    /// Reads one.
    ///
    /// # Errors
    /// [`RefusalKind::Malformed`] if it is none of them, or its text or flag is of the wrong type;
    /// [`RefusalKind::LimitExceeded`] for more text than one message may have.
    pub(super) fn of(offer: &Offer, fields: &Fields) -> Result<Self, Refusal> {
        Ok(match kind(fields)?.as_str() {
            "init" => Self::Init,
            // Older revisions of the wire said it in other words.
            "text" | "speak" | "input_text" => text(offer, fields)?,
            "flush" => Self::Flush,
            "clear" => Self::Clear,
            "cancel" => Self::Cancel,
            "close" => Self::Close,
            "keepalive" => Self::KeepAlive,
            _ => {
                let known = "init, text, flush, clear, cancel, close, keepalive";
                return Err(malformed(&format!("type is none of {known}")));
            }
        })
    }
}

/// A frame's object.
///
/// # Errors
/// [`RefusalKind::Malformed`] if it is none.
pub(super) fn fields(frame: ClientFrame<'_>) -> Result<Fields, Refusal> {
    match frame {
        ClientFrame::Text(text) => Fields::parse(text),
        ClientFrame::Binary(_) | ClientFrame::Body(_) => Err(malformed("messages are JSON text, not binary")),
    }
}

/// The message's `type`, in lower case.
///
/// # Errors
/// [`RefusalKind::Malformed`] if it is not a string.
pub(super) fn kind(fields: &Fields) -> Result<String, Refusal> {
    let kind = fields.text("type").map_err(wrong_type)?.unwrap_or_default();
    Ok(kind.to_ascii_lowercase())
}

fn text(offer: &Offer, fields: &Fields) -> Result<Message, Refusal> {
    let mut end = End::Not;
    for name in LAST {
        if fields.flag(name).map_err(wrong_type)? == Some(true) {
            end = End::Here;
        }
    }
    let text = match fields.text("text").map_err(wrong_type)? {
        Some(text) => text,
        None if end == End::Here => "",
        None => return Err(malformed("text is missing")),
    };
    let (count, limit) = (text.chars().count(), offer.limits.message_characters);
    if count > limit {
        let message = format!("text of {count} characters exceeds the limit of {limit} per message");
        return Err(Refusal::new(RefusalKind::LimitExceeded, message));
    }
    Ok(Message::Text(text.to_owned(), end))
}

/// A setting of the wrong type is another matter than a message of the wrong type.
fn wrong_type(refusal: Refusal) -> Refusal {
    Refusal { kind: RefusalKind::Malformed, ..refusal }
}

fn malformed(message: &str) -> Refusal {
    Refusal::new(RefusalKind::Malformed, message)
}
