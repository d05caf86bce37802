//! What a client is told: one JSON object per event, with the audio in it or right behind it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use session::{AudioEvent, CloseReason, Heard, Part, SaidBy, SegmentOutcome};
use speech::{AudioTime, EncodedAudio, GenerationId, Refusal, TextSpan, WordTime};

use super::settings::{Delivery, Units, Wishes};
use crate::actions::Actions;

/// An event about a context, with whatever else belongs to it.
pub(super) fn event(name: &str, context: &str, more: Value) -> String {
    let mut frame = Map::new();
    frame.insert("event".to_owned(), name.into());
    frame.insert("context".to_owned(), context.into());
    if let Value::Object(more) = more {
        frame.extend(more);
    }
    Value::Object(frame).to_string()
}

/// What a new or updated context will sound like.
pub(super) fn described(wishes: &Wishes) -> Value {
    let settings = &wishes.session;
    json!({
        "voice": settings.voice.as_str(),
        "format": settings.form.codec.0,
        "container": settings.form.container.0,
        "rate": settings.form.rate.hz(),
    })
}

/// Sends a stretch of sound.
pub(super) fn audio(context: &str, wishes: &Wishes, event_: &AudioEvent<EncodedAudio>, out: &mut Actions) {
    let mut more = json!({
        "generation": event_.generation.0,
        "generation_start": seconds(event_.generation_start),
        "start": seconds(event_.start),
        "duration": seconds(event_.duration),
        "last": event_.part == Part::Last,
    });
    if !event_.words.is_empty() {
        more["words"] = event_.words.iter().map(|word| render(word, wishes.units)).collect();
    }
    match wishes.delivery {
        Delivery::Base64 => {
            more["audio"] = STANDARD.encode(&event_.audio.0).into();
            out.text(event("audio", context, more));
        }
        Delivery::Binary => {
            more["bytes"] = event_.audio.0.len().into();
            out.text(event("audio", context, more));
            out.binary(event_.audio.0.clone());
        }
    }
}

fn render(word: &WordTime, units: Units) -> Value {
    json!({
        "text": word.text(),
        "spoken": word.spoken(),
        "span": span(word.place(), units),
        "start": seconds(word.start),
        "end": seconds(word.end),
    })
}

/// A stretch of the context's text, `[start, end)`.
fn span(place: TextSpan, units: Units) -> Value {
    json!([units.of(place.start), units.of(place.end)])
}

/// Where a segment lay and whether it sounded.
pub(super) fn segment_ended(
    generation: GenerationId,
    place: TextSpan,
    outcome: SegmentOutcome,
    units: Units,
) -> Value {
    let outcome = match outcome {
        SegmentOutcome::Spoken => "spoken",
        SegmentOutcome::Silent => "silent",
    };
    json!({"generation": generation.0, "span": span(place, units), "outcome": outcome})
}

/// In which language the segment was read and who spoke it, where its text decided about that.
pub(super) fn with_speaker(mut ended: Value, said_by: Option<&SaidBy>) -> Value {
    if let Some(SaidBy { language, voice }) = said_by {
        ended["language"] = language.as_str().into();
        ended["voice"] = voice.as_str().into();
    }
    ended
}

/// How much had been sent when a context was cleared or closed.
pub(super) fn heard(heard: &Heard, units: Units) -> Value {
    json!({
        "sent": seconds(heard.sent),
        "sent_total": seconds(heard.sent_total),
        "word": heard.word.as_ref().map(|word| json!({
            "span": span(word.place, units),
            "start": seconds(word.start),
        })),
    })
}

/// Something was declined. `context` is the client's name for what it concerns, if it concerns one; `id` repeats the
/// request's, if it had one.
pub(super) fn refused(context: Option<&str>, id: &Value, refusal: &Refusal) -> String {
    let mut frame = json!({"event": "error", "kind": refusal.kind.name(), "message": refusal.message});
    if let Some(context) = context {
        frame["context"] = context.into();
    }
    if !id.is_null() {
        frame["id"] = id.clone();
    }
    if let Some(wait) = refusal.retry_after {
        frame["retry_after_ms"] = (wait.as_millis() as u64).into();
    }
    frame.to_string()
}

/// The wire's word for why a context is gone.
pub(super) const fn reason(reason: CloseReason) -> &'static str {
    match reason {
        CloseReason::Finished => "finished",
        CloseReason::Cancelled => "cancelled",
        CloseReason::Drained => "drained",
    }
}

/// Seconds, to the microsecond.
pub(super) fn seconds(time: AudioTime) -> f64 {
    (time.as_seconds() * 1e6).round() / 1e6
}
