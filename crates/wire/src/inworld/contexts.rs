//! The contexts of one socket: the client's names for them, their settings, and how far each has come.

use std::collections::{BTreeMap, VecDeque};

use session::AudioEvent;
use speech::{ContextId, EncodedAudio, FlushToken, GenerationId, Refusal, RefusalKind};

use super::config::Config;
use super::times::{Division, Times};
use crate::names::ContextNames;
use crate::surrogate::SurrogateJoiner;

/// All contexts of one socket.
pub(super) struct Contexts {
    names: ContextNames,
    /// In order of opening.
    table: BTreeMap<ContextId, Context>,
    division: Division,
    /// Begins the names of contexts that their client does not name.
    prefix: String,
    unnamed: u64,
}

/// One of them.
pub(super) struct Context {
    /// What the client wants now: for the next update.
    pub(super) wanted: Config,
    /// What holds for what is being said: changes when the update is acknowledged.
    pub(super) current: Config,
    /// The times of what is being said.
    pub(super) times: Times,
    /// Whether the client was told that it is open.
    pub(super) told: Told,
    /// Whether it takes more text.
    pub(super) intake: Intake,
    /// The generation whose characters were counted last.
    counted: Option<GenerationId>,
    /// The newest generation of which all was said.
    said: Option<GenerationId>,
    /// Joins halves of surrogate pairs over its messages.
    pub(super) joiner: SurrogateJoiner,
    updates: VecDeque<(FlushToken, Config)>,
    next_token: u64,
}

/// Whether the client was told that its context is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    Nothing,
    Created,
}

/// Whether a context takes more text and settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Intake {
    Open,
    Closed,
}

/// Which contexts a message can be for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    /// One that takes more text and settings.
    OpenContext,
    /// That one, or one that is closing.
    AnyContext,
}

impl Contexts {
    /// None yet. The prefix begins the names of those that the client does not name.
    pub(super) fn new(division: Division, prefix: String) -> Self {
        Self { names: ContextNames::default(), table: BTreeMap::new(), division, prefix, unnamed: 0 }
    }

    /// How many there are, those that are closing included.
    pub(super) fn count(&self) -> usize {
        self.table.len()
    }

    /// A name for a context that its client does not name.
    pub(super) fn fresh_name(&mut self) -> String {
        self.unnamed += 1;
        format!("{}-{}", self.prefix, self.unnamed)
    }

    /// Takes in a new context; `None` if its name is in use.
    pub(super) fn open(&mut self, name: &str, config: Config) -> Option<ContextId> {
        let id = self.names.open(name)?;
        let context = Context {
            times: Times::new(config.timestamps(), config.transport(), self.division),
            wanted: config.clone(),
            current: config,
            told: Told::Nothing,
            intake: Intake::Open,
            counted: None,
            said: None,
            joiner: SurrogateJoiner::default(),
            updates: VecDeque::new(),
            next_token: 0,
        };
        self.table.insert(id, context);
        Some(id)
    }

    /// The name of the context that is meant by a message that names none: the only one that is open or, where none is and
    /// the message needs no open one, the only one that is closing.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`] if there is none, or more than one.
    pub(super) fn only(&self, needs: Needs) -> Result<String, Refusal> {
        let of = |intake| self.table.iter().filter(move |(_, context)| context.intake == intake);
        let mut meant = match needs {
            Needs::AnyContext if of(Intake::Open).next().is_none() => of(Intake::Closed),
            Needs::AnyContext | Needs::OpenContext => of(Intake::Open),
        };
        let message = match (meant.next(), meant.next()) {
            (Some((id, _)), None) => return Ok(self.names.name(*id).unwrap_or_default().to_owned()),
            (None, _) => "no open context: context_id is required",
            (Some(_), Some(_)) => "several open contexts: context_id is required",
        };
        Err(Refusal::new(RefusalKind::InvalidValue, message))
    }

    /// The context of this name.
    pub(super) fn find(&mut self, name: &str) -> Option<(ContextId, &mut Context)> {
        let id = self.names.id(name)?;
        self.table.get_mut(&id).map(|context| (id, context))
    }

    /// The client's name for a context, and the context.
    pub(super) fn get(&mut self, id: ContextId) -> Option<(&str, &mut Context)> {
        let context = self.table.get_mut(&id)?;
        Some((self.names.name(id)?, context))
    }

    /// The names of all, in order of opening.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.table.keys().filter_map(|id| self.names.name(*id))
    }

    /// Forgets a context that is gone; its name is free again.
    pub(super) fn forget(&mut self, id: ContextId) {
        self.names.forget(id);
        self.table.remove(&id);
    }

    /// How texts are divided into words here.
    pub(super) fn division(&self) -> Division {
        self.division
    }
}

impl Context {
    /// A token that was never used before in this context.
    pub(super) fn token(&mut self) -> FlushToken {
        self.next_token += 1;
        FlushToken(self.next_token)
    }

    /// Notes settings that come into use with the acknowledgement of their update.
    pub(super) fn expect(&mut self, token: FlushToken, config: Config) {
        self.wanted = config.clone();
        self.updates.push_back((token, config));
    }

    /// The acknowledgement came.
    pub(super) fn updated(&mut self, token: FlushToken, division: Division) {
        while let Some((of, config)) = self.updates.pop_front() {
            self.current = config;
            if of == token {
                break;
            }
        }
        self.times = Times::new(self.current.timestamps(), self.current.transport(), division);
    }

    /// How many characters a stretch of audio counts for: the first one of a generation for all of it, the others for
    /// none.
    pub(super) fn characters(&mut self, audio: &AudioEvent<EncodedAudio>) -> u64 {
        match self.counted.replace(audio.generation) {
            Some(counted) if counted == audio.generation => 0,
            _ => audio.characters.into(),
        }
    }

    /// All of a release was said, and so of its generation.
    pub(super) fn has_said(&mut self, generation: GenerationId) {
        self.said = Some(generation);
    }

    /// Whether all of a generation was said; otherwise it was cut short.
    pub(super) fn was_said(&self, generation: GenerationId) -> bool {
        self.said == Some(generation)
    }
}
