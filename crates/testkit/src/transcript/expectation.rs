//! What a story's client hears.

use speech::AudioTime;
use wire::{Close, HttpReply};

use crate::client::{Heard, What};
use crate::sound::playing_time;
use crate::transcript::client::unhexed;
use crate::transcript::json::{Hole, Pattern, patterned, shortened};
use crate::transcript::time;

/// The close code with which a body is complete.
pub(crate) const COMPLETE: u16 = 1000;

/// What follows `<`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Expectation {
    Json(Pattern),
    /// Binary frames or pieces of a body with sound, for so long, or for any time.
    Audio(Option<AudioTime>),
    Text(String),
    Binary(Vec<u8>),
    Close {
        code: u16,
        reason: Option<String>,
    },
    Head {
        status: u16,
        headers: Vec<(String, String)>,
    },
    BodyJson(Pattern),
    BodyBytes(u64),
    BodyText(String),
    Sse {
        event: Option<String>,
        data: Pattern,
    },
    End,
    Abort,
    Nothing,
    Whatever,
}

/// How much must be heard for an expectation to be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Goal {
    /// One frame.
    One,
    /// Frames with sound that plays for so long.
    Length(AudioTime),
    /// Frames with so many bytes.
    Bytes(u64),
    /// One frame and all that follow in a row.
    Row,
}

/// How much one frame gives towards a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Share {
    Whole,
    Length(AudioTime),
    Bytes(u64),
}

impl Expectation {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
        let rest = rest.trim();
        match word {
            "nothing" => Ok(Self::Nothing),
            "..." => Ok(Self::Whatever),
            "end" => Ok(Self::End),
            "abort" => Ok(Self::Abort),
            "text" => Ok(Self::Text(rest.to_owned())),
            "binary" => unhexed(rest).map(Self::Binary),
            "audio" if rest.is_empty() => Ok(Self::Audio(None)),
            "audio" => {
                let length = time::duration(rest)?;
                Ok(Self::Audio(Some(AudioTime::from_nanos(length.as_nanos() as u64))))
            }
            "close" => read_close(rest),
            "body" => read_body(rest),
            "sse" => read_sse(rest),
            _ if word.parse::<u16>().is_ok() => read_head(word, rest),
            _ => Pattern::read(text).map(Self::Json),
        }
    }

    pub(crate) fn goal(&self) -> Goal {
        match self {
            Self::Audio(Some(length)) => Goal::Length(*length),
            Self::Audio(None) => Goal::Row,
            Self::BodyBytes(bytes) => Goal::Bytes(*bytes),
            Self::Json(pattern) | Self::BodyJson(pattern) | Self::Sse { data: pattern, .. } => {
                match pattern.hole() {
                    Some(Hole::Length(length)) => Goal::Length(length),
                    Some(Hole::AnyLength) => Goal::Row,
                    None => Goal::One,
                }
            }
            _ => Goal::One,
        }
    }

    /// Whether `heard` is what is expected, and if not, why not.
    pub(crate) fn fit(&self, heard: &Heard) -> Result<Share, String> {
        match (self, &heard.what) {
            (Self::Json(pattern), What::Text(text)) => pattern.share(text, heard),
            (Self::Audio(_), What::Binary(bytes) | What::Body(bytes)) => {
                let sound = heard.sound.as_ref().ok_or("these bytes were rendered for no sound")?;
                Ok(Share::Length(playing_time(sound, bytes)))
            }
            (Self::Text(wanted), What::Text(text)) => same(wanted, text),
            (Self::Binary(wanted), What::Binary(bytes)) => same(wanted, bytes),
            (Self::Close { code, reason }, What::Close(close)) => fit_close(*code, reason.as_deref(), close),
            (Self::Head { status, headers }, What::Head(reply)) => fit_head(*status, headers, reply),
            (Self::BodyJson(pattern), What::Body(bytes)) => pattern.share(&text_of(bytes), heard),
            (Self::BodyBytes(_), What::Body(bytes)) => Ok(Share::Bytes(bytes.len() as u64)),
            (Self::BodyText(wanted), What::Body(bytes)) => same(wanted.trim_end(), text_of(bytes).trim_end()),
            (Self::Sse { event, data }, What::Body(bytes)) => fit_sse(event.as_deref(), data, bytes, heard),
            (Self::End, What::Close(close)) if close.code == COMPLETE => Ok(Share::Whole),
            (Self::Abort, What::Close(close)) if close.code != COMPLETE => Ok(Share::Whole),
            (Self::Whatever, _) => Ok(Share::Whole),
            _ => Err("this is something else".to_owned()),
        }
    }
}

impl Pattern {
    fn share(&self, text: &str, heard: &Heard) -> Result<Share, String> {
        let length = self.fit(text, heard.sound.as_ref())?;
        Ok(if self.hole().is_some() { Share::Length(length) } else { Share::Whole })
    }
}

fn read_close(rest: &str) -> Result<Expectation, String> {
    let (code, reason) = rest.split_once(' ').unwrap_or((rest, ""));
    let code = code.parse().map_err(|_| format!("{code:?} is no close code"))?;
    let reason = (!reason.is_empty() && reason != "*").then(|| reason.to_owned());
    Ok(Expectation::Close { code, reason })
}

fn read_body(rest: &str) -> Result<Expectation, String> {
    if let Some(bytes) = rest.strip_suffix(" bytes").and_then(|number| number.parse().ok()) {
        return Ok(Expectation::BodyBytes(bytes));
    }
    if rest.starts_with(['{', '[']) {
        return Pattern::read(rest).map(Expectation::BodyJson);
    }
    Ok(Expectation::BodyText(rest.to_owned()))
}

fn read_sse(rest: &str) -> Result<Expectation, String> {
    let json_at = rest.find(['{', '[', '"']).ok_or("server-sent events are expected as JSON")?;
    let (event, data) = rest.split_at(json_at);
    let event = Some(event.trim()).filter(|event| !event.is_empty()).map(str::to_owned);
    Ok(Expectation::Sse { event, data: Pattern::read(data)? })
}

fn read_head(status: &str, rest: &str) -> Result<Expectation, String> {
    let status = status.parse().map_err(|_| format!("{status:?} is no status"))?;
    Ok(Expectation::Head { status, headers: crate::transcript::parse::headers(rest)? })
}

fn fit_close(code: u16, reason: Option<&str>, close: &Close) -> Result<Share, String> {
    same(&code, &close.code)?;
    reason.map_or(Ok(Share::Whole), |reason| same(reason, close.reason.as_str()))
}

fn fit_head(status: u16, headers: &[(String, String)], reply: &HttpReply) -> Result<Share, String> {
    same(&status, &reply.status)?;
    for (name, wanted) in headers {
        let found = reply.headers.iter().find(|(found, _)| found == name);
        let (_, found) = found.ok_or_else(|| format!("the header {name} is missing"))?;
        if wanted != "*" {
            same(wanted, found)?;
        }
    }
    Ok(Share::Whole)
}

fn fit_sse(event: Option<&str>, data: &Pattern, bytes: &[u8], heard: &Heard) -> Result<Share, String> {
    let (found, payload) = sse_parts(&text_of(bytes)).ok_or("this is no server-sent event")?;
    if event.is_some() && event != found.as_deref() {
        return Err(format!("the event {event:?} is expected, not {found:?}"));
    }
    data.share(&payload, heard)
}

/// Name and data of a server-sent event.
fn sse_parts(text: &str) -> Option<(Option<String>, String)> {
    let field = |line: &str, name: &str| {
        let value = line.strip_prefix(name)?.strip_prefix(':')?;
        Some(value.strip_prefix(' ').unwrap_or(value).to_owned())
    };
    let event = text.lines().find_map(|line| field(line, "event"));
    let data: Vec<String> = text.lines().filter_map(|line| field(line, "data")).collect();
    (!data.is_empty()).then(|| (event, data.join("\n")))
}

fn same<T: PartialEq + std::fmt::Debug + ?Sized>(wanted: &T, found: &T) -> Result<Share, String> {
    if wanted == found { Ok(Share::Whole) } else { Err(format!("{wanted:?} is expected, not {found:?}")) }
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The expectation that `heard` meets, as a transcript writes it; sound in a row is [`sound_in_row`].
pub(crate) fn written(heard: &Heard) -> String {
    let json = |text: &str| heard.sound.as_ref().and_then(|sound| patterned(text, sound));
    match &heard.what {
        What::Text(text) if text.starts_with('{') => json(text).unwrap_or_else(|| text.clone()),
        What::Text(text) => format!("text {text}"),
        What::Binary(bytes) => format!("binary {}", hexed(bytes)),
        What::Close(close) => format!("close {} {}", close.code, close.reason).trim_end().to_owned(),
        What::Head(reply) => {
            let headers = reply.headers.iter().map(|(name, value)| format!(" {name}: {value}"));
            format!("{}{}", reply.status, headers.collect::<String>())
        }
        What::Body(bytes) => written_body(&text_of(bytes), bytes, json),
    }
}

fn written_body(text: &str, bytes: &[u8], json: impl Fn(&str) -> Option<String>) -> String {
    let text = text.trim_end();
    if let Some((event, data)) = sse_parts(text) {
        let event = event.map(|event| format!("{event} ")).unwrap_or_default();
        return format!("sse {event}{}", json(&data).unwrap_or(data));
    }
    let is_plain = !text.contains(['\n', '\r', '\u{fffd}']);
    if is_plain {
        format!("body {}", json(text).unwrap_or(text.to_owned()))
    } else {
        format!("body {} bytes", bytes.len())
    }
}

/// How long `heard` plays, if it is sound as it is.
pub(crate) fn sound_in_row(heard: &Heard) -> Option<AudioTime> {
    match (&heard.what, &heard.sound) {
        (What::Binary(bytes) | What::Body(bytes), Some(sound)) if !carries_text(bytes, sound.bytes) => {
            Some(playing_time(sound, bytes))
        }
        _ => None,
    }
}

/// Whether a piece of a body is a message with sound in it, not the sound itself.
fn carries_text(bytes: &[u8], sound_bytes: usize) -> bool {
    bytes.len() != sound_bytes && text_of(bytes).contains(['{', ':'])
}

fn hexed(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What was heard, for a complaint.
pub(crate) fn described(heard: &Heard) -> String {
    let what = match sound_in_row(heard) {
        Some(length) => format!("audio {}", time::written(length.as_duration())),
        None => shortened(&written(heard)),
    };
    format!("{what:?} at +{}", time::written(heard.at.since_start()))
}
