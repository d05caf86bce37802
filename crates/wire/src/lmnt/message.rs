//! What a client says after its first frame, in any spelling.

use serde_json::Value;
use speech::{Refusal, RefusalKind, UserText};

use super::dialect::Dialect;
use crate::fields::Fields;

/// One wish. A frame of the legacy dialect may hold several.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum ClientMessage {
    /// More text.
    Text(UserText),
    /// Speak what is buffered.
    Flush(Nonce),
    /// Forget what is unspoken.
    Reset(Nonce),
    /// No more comes.
    Finish,
}

/// The client's number for a flush or reset, echoed as it came. The legacy dialect has none.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Nonce(pub(super) Value);

/// Reads a frame. All spellings are understood in every dialect; clients mix them.
///
/// # Errors
/// [`RefusalKind::Malformed`] for what the dialect does not forgive: the legacy one ignores unknown keys.
pub(super) fn parse(dialect: Dialect, json: &str) -> Result<Vec<ClientMessage>, Refusal> {
    let fields = Fields::parse(json)?;
    let messages = match (word(&fields, "type")?, word(&fields, "command")?) {
        (Some(kind), _) => vec![typed(kind, &fields)?],
        (None, Some(command)) => vec![commanded(command, &fields)?],
        (None, None) => flagged(&fields)?,
    };
    if messages.is_empty() && dialect != Dialect::Legacy {
        return Err(malformed("message is none of text, flush, reset, finish"));
    }
    Ok(messages)
}

fn word<'a>(fields: &'a Fields, name: &str) -> Result<Option<&'a str>, Refusal> {
    fields.text(name).map_err(|refusal| Refusal { kind: RefusalKind::Malformed, ..refusal })
}

fn typed(kind: &str, fields: &Fields) -> Result<ClientMessage, Refusal> {
    match kind {
        "text" => text(fields)?.ok_or_else(|| malformed("a text message needs text")),
        "flush" => Ok(ClientMessage::Flush(nonce(fields)?)),
        "reset" => Ok(ClientMessage::Reset(nonce(fields)?)),
        "finish" => Ok(ClientMessage::Finish),
        _ => Err(malformed("type is none of text, flush, reset, finish")),
    }
}

fn commanded(command: &str, fields: &Fields) -> Result<ClientMessage, Refusal> {
    match command {
        "flush" => Ok(ClientMessage::Flush(nonce(fields)?)),
        "reset" => Ok(ClientMessage::Reset(nonce(fields)?)),
        "eof" => Ok(ClientMessage::Finish),
        _ => Err(malformed("command is none of flush, reset, eof")),
    }
}

fn flagged(fields: &Fields) -> Result<Vec<ClientMessage>, Refusal> {
    let mut messages = Vec::new();
    messages.extend(text(fields)?);
    if fields.flag("flush")? == Some(true) {
        messages.push(ClientMessage::Flush(nonce(fields)?));
    }
    if fields.flag("eof")? == Some(true) {
        messages.push(ClientMessage::Finish);
    }
    Ok(messages)
}

fn text(fields: &Fields) -> Result<Option<ClientMessage>, Refusal> {
    Ok(fields.text("text")?.map(|text| ClientMessage::Text(text.into())))
}

fn nonce(fields: &Fields) -> Result<Nonce, Refusal> {
    match fields.value("nonce") {
        None => Ok(Nonce(Value::Null)),
        Some(value) if is_whole(value) => Ok(Nonce(value.clone())),
        Some(_) => Err(malformed("nonce must be a whole number")),
    }
}

/// A whole number, however large, or a string that holds one.
fn is_whole(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.as_f64().is_some_and(|number| number.fract() == 0.0),
        Value::String(text) => text.len() <= 32 && text.trim().parse::<i128>().is_ok(),
        _ => false,
    }
}

fn malformed(message: &str) -> Refusal {
    Refusal::new(RefusalKind::Malformed, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn legacy(json: &str) -> Vec<ClientMessage> {
        parse(Dialect::Legacy, json).unwrap()
    }

    #[test]
    fn every_spelling_is_understood_in_every_dialect() {
        let flush = || ClientMessage::Flush(Nonce(json!(7)));
        assert_eq!(legacy(r#"{"type":"flush","nonce":7}"#), [flush()]);
        assert_eq!(legacy(r#"{"command":"flush","nonce":7}"#), [flush()]);
        assert_eq!(legacy(r#"{"flush":true,"nonce":7}"#), [flush()]);
        for eof in [r#"{"type":"finish"}"#, r#"{"command":"eof"}"#, r#"{"eof":true}"#, r#"{"eof":"True"}"#] {
            assert_eq!(legacy(eof), [ClientMessage::Finish]);
        }
    }

    #[test]
    fn text_and_flush_may_share_a_legacy_frame() {
        let both = legacy(r#"{"text":"Hi","flush":true}"#);
        assert_eq!(both, [ClientMessage::Text("Hi".into()), ClientMessage::Flush(Nonce(Value::Null))]);
    }

    #[test]
    fn a_nonce_comes_back_as_it_came() {
        for nonce in [json!(7), json!(-1), json!("7"), json!(u64::MAX), json!(1.0)] {
            let frame = json!({"type": "flush", "nonce": nonce}).to_string();
            assert_eq!(parse(Dialect::Typed, &frame).unwrap(), [ClientMessage::Flush(Nonce(nonce))]);
        }
    }

    #[test]
    fn only_the_legacy_dialect_forgives_the_unknown() {
        assert_eq!(legacy(r#"{"hello":1}"#), []);
        assert!(parse(Dialect::Commands, r#"{"hello":1}"#).is_err());
        assert!(parse(Dialect::Typed, r#"{"type":"hello"}"#).is_err());
        assert!(parse(Dialect::Typed, r#"{"type":"text","text":5}"#).is_err());
        assert!(parse(Dialect::Typed, r#"{"type":"flush","nonce":"x"}"#).is_err());
        assert!(parse(Dialect::Legacy, "hello").is_err());
    }
}
