//! The body of an HTTP synthesis: who says what, and in what form.

use speech::{OutputForm, Refusal, RefusalKind, UserText, VoiceId};

use super::{formats, opening};
use crate::fields::Fields;
use crate::offer::Offer;
use crate::surrogate;

/// What a call asks for.
#[derive(Debug, PartialEq)]
pub(super) struct Script {
    /// Who says what, in order. Never empty.
    pub(super) lines: Vec<Line>,
    /// The form of all of it together.
    pub(super) form: OutputForm,
}

/// What one voice says.
#[derive(Debug, PartialEq)]
pub(super) struct Line {
    /// Who speaks.
    pub(super) voice: VoiceId,
    /// Not empty.
    pub(super) text: UserText,
}

/// Reads the body of the call with one speaker. Its `voiceOptionValues` have no effect: our voices have no such options.
///
/// # Errors
/// A refusal for the first thing that is wrong or missing.
pub(super) fn single(offer: &Offer, body: &[u8]) -> Result<Script, Refusal> {
    let fields = Fields::parse_bytes(body)?;
    let text = text(&fields)?;
    offer.check_request(text.as_str())?;
    let lines = vec![Line { voice: opening::voice(offer, &fields)?, text }];
    Ok(Script { lines, form: formats::on_http(offer, &fields)? })
}

/// Reads the body of the call with several speakers.
///
/// # Errors
/// A refusal for the first thing that is wrong or missing; it names the line, counted from 0.
pub(super) fn multispeaker(offer: &Offer, body: &[u8]) -> Result<Script, Refusal> {
    let fields = Fields::parse_bytes(body)?;
    let missing = || invalid("lines are required: at least one object with text and voiceId");
    let objects = fields.objects("lines")?.filter(|lines| !lines.is_empty()).ok_or_else(missing)?;
    let limit = offer.limits.request_parts;
    if objects.len() > limit {
        let message = format!("{} lines exceed the limit of {limit} per request", objects.len());
        return Err(Refusal::new(RefusalKind::LimitExceeded, message));
    }
    let numbered = objects.iter().enumerate();
    let lines: Vec<Line> = numbered
        .map(|(number, fields)| line(offer, fields).map_err(|r| at(number, r)))
        .collect::<Result<_, _>>()?;
    let all = lines.iter().map(|line| characters(&line.text)).sum();
    within(all, offer.limits.request_characters, "the lines' text", "per request")?;
    Ok(Script { lines, form: formats::on_http(offer, &fields)? })
}

fn line(offer: &Offer, fields: &Fields) -> Result<Line, Refusal> {
    let text = text(fields)?;
    within(characters(&text), offer.limits.part_characters, "text", "per line")?;
    Ok(Line { voice: opening::voice(offer, fields)?, text })
}

fn text(fields: &Fields) -> Result<UserText, Refusal> {
    let text = fields.text("text")?.filter(|text| !text.is_empty());
    text.map(|text| surrogate::whole(text).into()).ok_or_else(|| invalid("text is required"))
}

fn characters(text: &UserText) -> usize {
    text.as_str().chars().count()
}

fn within(count: usize, limit: usize, what: &str, scope: &str) -> Result<(), Refusal> {
    if count <= limit {
        return Ok(());
    }
    let message = format!("{what} of {count} characters exceeds the limit of {limit} {scope}");
    Err(Refusal::new(RefusalKind::LimitExceeded, message))
}

fn at(number: usize, refusal: Refusal) -> Refusal {
    Refusal { message: format!("lines[{number}]: {}", refusal.message), ..refusal }
}

fn invalid(message: &str) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}
