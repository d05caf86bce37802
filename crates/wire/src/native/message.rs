//! What a client can ask.

use serde_json::Value;
use speech::{Refusal, RefusalKind};

use crate::fields::Fields;
use crate::surrogate;

/// The longest name of a context or lane, and the longest id of a flush, clear or update, in bytes.
const NAME_BYTES: usize = 256;

/// One request: an operation, for most on a named context.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Request {
    /// What to do.
    pub(super) op: Op,
    /// On which context; the empty name is a name like any other.
    pub(super) context: String,
    /// Handed back with the acknowledgement of a flush, clear or update; `null` if the client gave none.
    pub(super) id: Value,
    /// Everything else that was said.
    pub(super) fields: Fields,
}

/// The operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Op {
    /// A new context.
    Open,
    /// More text.
    Say,
    /// Speak what is buffered.
    Flush,
    /// Forget what is unspoken; the context lives on.
    Clear,
    /// New settings from here on.
    Update,
    /// Speak the rest, then close.
    Finish,
    /// Stop now and close.
    Cancel,
    /// Nothing: shows that the client lives.
    Ping,
}

/// A request that could not even be read, with as much of its name and id as could.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unread {
    /// The context it named, if it named one.
    pub(super) context: Option<String>,
    /// Its id, `null` if it had none.
    pub(super) id: Value,
    /// What is wrong with it.
    pub(super) refusal: Refusal,
}

impl Request {
    /// Reads one frame.
    ///
    /// # Errors
    /// [`RefusalKind::Malformed`] if it is not an object with a known `op`; [`RefusalKind::InvalidValue`] for a name
    /// or id of the wrong type, [`RefusalKind::LimitExceeded`] for one that is too long.
    pub(super) fn parse(json: &str) -> Result<Self, Unread> {
        let unnamed = |refusal| Unread { context: None, id: Value::Null, refusal };
        let fields = Fields::parse(json).map_err(unnamed)?;
        let op = fields.text("op").and_then(|word| Op::parse(word.unwrap_or_default()));
        let (context, id) = (name(&fields, "context"), id(&fields));
        match (op, context, id) {
            (Ok(op), Ok(context), Ok(id)) => {
                Ok(Self { op, context: context.unwrap_or_default(), id, fields })
            }
            (op, context, id) => Err(Unread::because(op.err(), context, id)),
        }
    }
}

impl Unread {
    /// The first thing that is wrong, and whatever else could be read.
    fn because(
        op: Option<Refusal>,
        context: Result<Option<String>, Refusal>,
        id: Result<Value, Refusal>,
    ) -> Self {
        let (context, bad_context) =
            context.map_or_else(|refusal| (None, Some(refusal)), |name| (name, None));
        let (id, bad_id) = id.map_or_else(|refusal| (Value::Null, Some(refusal)), |id| (id, None));
        let refusal = op.or(bad_context).or(bad_id);
        Self { context, id, refusal: refusal.expect("only called when something is wrong") }
    }
}

impl Op {
    fn parse(word: &str) -> Result<Self, Refusal> {
        Ok(match word {
            "open" => Self::Open,
            "say" => Self::Say,
            "flush" => Self::Flush,
            "clear" => Self::Clear,
            "update" => Self::Update,
            "finish" => Self::Finish,
            "cancel" => Self::Cancel,
            "ping" => Self::Ping,
            _ => {
                let message = "op is none of open, say, flush, clear, update, finish, cancel, ping";
                return Err(Refusal::new(RefusalKind::Malformed, message));
            }
        })
    }
}

/// A name that the client gave, within its bound.
///
/// # Errors
/// [`RefusalKind::InvalidValue`] if it is not a string or too long.
pub(super) fn name(fields: &Fields, field: &str) -> Result<Option<String>, Refusal> {
    let Some(name) = fields.text(field)? else { return Ok(None) };
    bounded(field, name.len())?;
    Ok(Some(surrogate::whole(name)))
}

fn id(fields: &Fields) -> Result<Value, Refusal> {
    match fields.value("id") {
        None => Ok(Value::Null),
        Some(Value::String(id)) => bounded("id", id.len()).map(|()| Value::String(id.clone())),
        Some(Value::Number(id)) if !id.is_f64() => Ok(Value::Number(id.clone())),
        Some(_) => Err(Refusal::new(RefusalKind::InvalidValue, "id must be a string or a whole number")),
    }
}

fn bounded(field: &str, bytes: usize) -> Result<(), Refusal> {
    if bytes <= NAME_BYTES {
        return Ok(());
    }
    let message = format!("{field} of {bytes} bytes exceeds the limit of {NAME_BYTES} bytes");
    Err(Refusal::new(RefusalKind::LimitExceeded, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_names_its_operation_and_context() {
        let request = Request::parse(r#"{"op":"flush","context":"a","id":7}"#).unwrap();
        assert_eq!((request.op, request.context.as_str(), request.id), (Op::Flush, "a", 7.into()));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (json, message) in [
            (r#"{"op":"sing"}"#, "op is none of open, say, flush, clear, update, finish, cancel, ping"),
            (r#"{"op":"say","context":7}"#, "context must be a string"),
            (r#"{"op":"flush","id":[]}"#, "id must be a string or a whole number"),
        ] {
            assert_eq!(Request::parse(json).unwrap_err().refusal.message, message);
        }
        let long = format!(r#"{{"op":"say","context":"{}"}}"#, "x".repeat(257));
        assert_eq!(Request::parse(&long).unwrap_err().refusal.kind, RefusalKind::LimitExceeded);
        let unread = Request::parse(r#"{"op":"sing","context":"a","id":3}"#).unwrap_err();
        assert_eq!((unread.context.as_deref(), unread.id), (Some("a"), 3.into()));
    }
}
