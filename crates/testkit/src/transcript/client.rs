//! What a story's client does.

use crate::client::{Said, Socket};
use crate::rig::Rig;

/// What follows `>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ClientAct {
    Say(Said),
    Ping,
    Drop,
    Drain,
    Pause,
    Resume,
}

impl ClientAct {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        Ok(match text.split_once(' ').unwrap_or((text, "")) {
            ("ping", "") => Self::Ping,
            ("drop", "") => Self::Drop,
            ("drain", "") => Self::Drain,
            ("pause", "") => Self::Pause,
            ("resume", "") => Self::Resume,
            ("binary", hex) => Self::Say(Said::Binary(unhexed(hex)?)),
            ("text", rest) => Self::Say(Said::Text(repeated(rest)?)),
            _ => Self::Say(Said::Text(repeated(text)?)),
        })
    }

    /// Does it now. `socket` is how the client takes bytes when it takes them.
    pub(crate) fn act(&self, rig: &mut Rig, socket: Socket) {
        match self {
            Self::Say(said) => rig.say(said.clone()),
            Self::Ping => rig.ping(),
            Self::Drop => rig.drop_client(),
            Self::Drain => rig.drain(),
            Self::Pause => rig.set_socket(Socket::Paused),
            Self::Resume => rig.set_socket(socket),
        }
    }
}

/// Bytes from hexadecimal digits.
pub(crate) fn unhexed(hex: &str) -> Result<Vec<u8>, String> {
    let digits: Option<Vec<u8>> = hex.chars().map(|c| c.to_digit(16).map(|digit| digit as u8)).collect();
    match digits.as_deref().map(<[u8]>::as_chunks::<2>) {
        Some((pairs, [])) => Ok(pairs.iter().map(|[high, low]| high << 4 | low).collect()),
        _ => Err(format!("{hex:?} is not hexadecimal")),
    }
}

/// Writes `{{a*3}}` out as `aaa`.
pub(crate) fn repeated(text: &str) -> Result<String, String> {
    let Some((before, rest)) = text.split_once("{{") else { return Ok(text.to_owned()) };
    let Some((inside, after)) = rest.split_once("}}") else { return Ok(text.to_owned()) };
    let written_out = inside.rsplit_once('*').and_then(|(what, times)| Some((what, times.parse().ok()?)));
    let Some((what, times)) = written_out else {
        return Ok(format!("{before}{{{{{}", repeated(rest)?));
    };
    if times > 10_000_000 {
        return Err(format!("{times} times is more than a story needs"));
    }
    Ok(format!("{before}{}{}", what.repeat(times), repeated(after)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetitions_are_written_out_and_braces_stay() {
        assert_eq!(repeated(r#"{"a":{"b":"{{xy*3}}"}}"#).unwrap(), r#"{"a":{"b":"xyxyxy"}}"#);
        assert_eq!(repeated(r#"{{"a":1}}"#).unwrap(), r#"{{"a":1}}"#);
    }

    #[test]
    fn hexadecimal_comes_in_pairs() {
        assert_eq!(unhexed("00fF").unwrap(), [0, 255]);
        assert!(unhexed("0").is_err() && unhexed("0g").is_err());
    }
}
