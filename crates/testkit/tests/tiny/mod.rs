//! A protocol small enough to be read at a glance, to test the rig and the transcripts with.
//!
//! On its socket: `{"say":"…"}`, `{"flush":n}`, `{"clear":n}`, `{"finish":1}`; anything else is an error. Sound comes in
//! binary frames, or in base64 with `?audio=json`. Over HTTP the body is the text, and the answer the sound.

use std::sync::Arc;
use std::time::Duration;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};
use session::{Command, ContextSettings, Event, GenerationRule, SegmentPolicy, WordTimes};
use speech::{
    CodecId, ContainerId, ContextId, EncodedAudio, FlushToken, KeyId, Moment, OutputForm, Refusal,
    RefusalKind, SampleRate, Scope, VoiceSettings,
};
use wire::{
    Accept, Actions, ClientFrame, Columns, Head, HttpReply, Offer, Protocol, ProtocolCard, ProtocolId, Route,
    RouteKind, ServerFrame,
};

pub(crate) const CARD: ProtocolCard = ProtocolCard {
    id: ProtocolId("tiny"),
    title: "for tests",
    routes: &[
        Route { kind: RouteKind::Socket, path: "/tiny", accept },
        Route { kind: RouteKind::Post, path: "/tiny/{voice}", accept },
    ],
    silent: &[],
    closes_on: &[],
    aliases: &[],
    columns: Columns::SAME,
    formats: &[],
    options: &[],
};

const CONTEXT: ContextId = ContextId(0);

#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Binary,
    Json,
    Http,
}

struct Tiny {
    shape: Shape,
    settings: Option<ContextSettings>,
}

fn accept(offer: &Arc<Offer>, head: Head) -> Accept {
    let key = match offer.keys.check(head.header("key")) {
        Ok(key) => key,
        Err(refusal) => return Accept::Reply(HttpReply::json(401, &json!({"error": refusal.to_string()}))),
    };
    let voice = match offer.voice(&[], head.param("voice").unwrap_or("tone")) {
        Ok(card) => card.id.clone(),
        Err(refusal) => return Accept::Reply(HttpReply::json(404, &json!({"error": refusal.to_string()}))),
    };
    let shape = match (head.param("voice"), head.query("audio")) {
        (Some(_), _) => Shape::Http,
        (None, Some("json")) => Shape::Json,
        (None, _) => Shape::Binary,
    };
    Accept::stream(Tiny { shape, settings: Some(settings(voice, key)) })
}

fn settings(voice: speech::VoiceId, key: KeyId) -> ContextSettings {
    ContextSettings {
        voice,
        reading: session::Reading::of(speech::Language::new("en")),
        voice_settings: VoiceSettings::default(),
        form: OutputForm {
            codec: CodecId::PCM_S16LE,
            container: ContainerId::RAW,
            rate: SampleRate::known(24_000),
            bit_rate: None,
            scope: Scope::Context,
        },
        policy: SegmentPolicy::Clauses,
        release_delay: Some(Duration::from_secs(3)),
        generations: GenerationRule::EachFlush,
        cast: session::Cast::default(),
        markup: session::Syntax::default(),
        word_times: WordTimes::Off,
        lane: None,
        key,
    }
}

impl Protocol for Tiny {
    fn on_client_frame(
        &mut self,
        _: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        if let Some(settings) = self.settings.take() {
            out.command(Command::Open { context: CONTEXT, settings: Box::new(settings) });
        }
        match frame {
            ClientFrame::Text(text) => out.command(wish(text)?),
            ClientFrame::Body(text) => {
                let text = String::from_utf8_lossy(text).into_owned();
                out.command(Command::Say { context: CONTEXT, text: text.into() });
                out.command(Command::Finish { context: CONTEXT });
                let headers = vec![("content-type", "audio/pcm".to_owned())];
                out.send(ServerFrame::Head(HttpReply { status: 200, headers, body: Vec::new() }));
            }
            ClientFrame::Binary(_) => return Err(malformed()),
        }
        Ok(())
    }

    fn on_event(&mut self, _: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        match event {
            Event::Audio(audio) => self.sound(&audio.audio.0, out),
            Event::Flushed { token, .. } => out.text(json!({"flushed": token.0}).to_string()),
            Event::Cleared { token, .. } => out.text(json!({"cleared": token.0}).to_string()),
            Event::Closed { .. } => out.close(1000, "done"),
            Event::Refused(refusal) => out.text(json!({"error": refusal.to_string()}).to_string()),
            _ => {}
        }
    }
}

impl Tiny {
    fn sound(&self, bytes: &[u8], out: &mut Actions) {
        match self.shape {
            Shape::Binary => out.binary(bytes.to_vec()),
            Shape::Json => out.text(json!({"audio": BASE64_STANDARD.encode(bytes)}).to_string()),
            Shape::Http => out.send(ServerFrame::Body(bytes.to_vec())),
        }
    }
}

fn wish(text: &str) -> Result<Command, Refusal> {
    let wish: Value = serde_json::from_str(text).map_err(|_| malformed())?;
    let (name, value) = wish.as_object().and_then(|wish| wish.iter().next()).ok_or_else(malformed)?;
    let token = || value.as_u64().map(FlushToken).ok_or_else(malformed);
    Ok(match name.as_str() {
        "say" => Command::Say { context: CONTEXT, text: value.as_str().ok_or_else(malformed)?.into() },
        "flush" => Command::Flush { context: CONTEXT, token: token()? },
        "clear" => Command::Clear { context: CONTEXT, token: token()? },
        "finish" => Command::Finish { context: CONTEXT },
        _ => return Err(malformed()),
    })
}

fn malformed() -> Refusal {
    Refusal::new(RefusalKind::Malformed, "no such wish")
}
