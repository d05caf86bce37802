//! What the server under test has on offer.

use std::sync::Arc;

use engine::EngineCard;
use session::Limits;
use speech::{KeyId, Refusal, RefusalKind};
use wire::{Keys, Offer, Options, UnknownVoice};

/// The one key that opens a server under test.
pub const KEY: &str = "k-123";

/// Makes an [`Offer`] with the voices of one engine, every form that can be encoded, and one key: [`KEY`].
#[derive(Debug, Clone)]
pub struct OfferBuilder {
    /// The engine whose voices are on offer.
    pub engine: EngineCard,
    /// Every bound.
    pub limits: Arc<Limits>,
    /// What happens with a voice that nobody knows.
    pub unknown_voice: UnknownVoice,
    /// Aliases of the configuration and the voices that they mean.
    pub aliases: Vec<(String, String)>,
    /// Who may use the server.
    pub door: Door,
}

/// Who may use the server under test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Whoever presents [`KEY`].
    Locked,
    /// Anybody.
    Open,
}

impl OfferBuilder {
    /// The voices of this engine, the default limits, no aliases, an error for unknown voices, and a key.
    #[must_use]
    pub fn new(engine: EngineCard) -> Self {
        Self {
            engine,
            limits: Arc::new(Limits::default()),
            unknown_voice: UnknownVoice::Error,
            aliases: Vec::new(),
            door: Door::Locked,
        }
    }

    /// The offer, tailored to no protocol yet: see [`Offer::plain`] and [`Offer::tailored`].
    #[must_use]
    pub fn build(self) -> Arc<Offer> {
        Arc::new(Offer {
            voices: self.engine.voices.into(),
            aliases: self.aliases.into(),
            unknown_voice: self.unknown_voice,
            pronunciations: Arc::default(),
            check_form: |form| audio::check(form).map_err(|error| error.to_string()),
            media_type: audio::media_type,
            keys: Arc::new(self.door),
            limits: self.limits,
            options: Options::default(),
        })
    }
}

impl Keys for Door {
    fn check(&self, presented: Option<&str>) -> Result<KeyId, Refusal> {
        match (self, presented) {
            (Self::Open, _) | (Self::Locked, Some(KEY)) => Ok(KeyId(0)),
            (Self::Locked, Some(_)) => {
                Err(Refusal::new(RefusalKind::Unauthenticated, "the key is not known"))
            }
            (Self::Locked, None) => Err(Refusal::new(RefusalKind::Unauthenticated, "a key is needed")),
        }
    }

    fn characters_spoken(&self, _key: KeyId) -> u64 {
        0
    }
}
