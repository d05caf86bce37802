//! What the server says on the socket.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use speech::Refusal;

use super::errors;
use super::message::Names;
use super::model::Model;
use crate::tiles::seconds;
use crate::tokens::Token;

/// The ids that stand in every answer to one request.
#[derive(Debug, Clone)]
pub(super) struct Ids {
    /// Ours for the socket.
    pub(super) session: String,
    /// Ours for the request.
    pub(super) request: String,
    /// The client's own.
    pub(super) names: Names,
}

impl Ids {
    /// Sound. No bytes at all are a sign of life that no client plays.
    pub(super) fn chunk(&self, audio: &[u8]) -> String {
        self.frame("chunk", json!({"data": {"audio": STANDARD.encode(audio)}}))
    }

    /// A word, as the client wrote it, with its times.
    pub(super) fn word(&self, token: &Token) -> String {
        let (start, end) = (seconds(token.start), seconds(token.end));
        let data = json!({"id": token.index, "word": token.text, "start": start, "end": end});
        self.frame("word_timestamp", json!({"data": data}))
    }

    /// All sound precedes this. The older models said so in more words.
    pub(super) fn complete(&self, model: Model) -> String {
        let more = match model {
            Model::Current => json!({}),
            Model::Older => json!({"message": "All chunks sent", "done": true}),
        };
        self.frame("complete", more)
    }

    /// An error of this request. Both shapes that clients read.
    pub(super) fn error(&self, refusal: &Refusal) -> String {
        self.frame("error", complaint(refusal))
    }

    fn frame(&self, status: &str, mut more: Value) -> String {
        more["status"] = status.into();
        more["session_id"] = self.session.as_str().into();
        more["request_id"] = self.request.as_str().into();
        if let Some(session) = &self.names.session {
            more["external_session_id"] = session.as_str().into();
        }
        if let Some(request) = &self.names.request {
            more["external_request_id"] = request.as_str().into();
        }
        more.to_string()
    }
}

/// An error that belongs to no request.
pub(super) fn error(session: &str, refusal: &Refusal) -> String {
    let mut frame = complaint(refusal);
    frame["status"] = "error".into();
    frame["session_id"] = session.into();
    frame.to_string()
}

/// The answer to a ping.
pub(super) fn pong() -> String {
    json!({"type": "pong"}).to_string()
}

fn complaint(refusal: &Refusal) -> Value {
    let message = refusal.message_with_retry();
    json!({"message": message, "error": {"message": message, "code": errors::code(refusal.kind)}})
}
