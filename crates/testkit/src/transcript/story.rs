//! A transcript, read.

use speech::Moment;
use wire::{Protocol, ProtocolCard};

use crate::client::Said;
use crate::request::{Answer, Method, Request};
use crate::rig::{Rig, World};
use crate::transcript::client::ClientAct;
use crate::transcript::expectation::Expectation;
use crate::transcript::parse;
use crate::transcript::setup::Setup;

/// One story. Read one with [`Story::read`].
#[derive(Debug, Clone)]
pub struct Story {
    pub(crate) topics: Vec<Topic>,
    pub(crate) setup: Setup,
    pub(crate) request: Request,
    pub(crate) lines: Vec<Line>,
}

/// A line with something that happens.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Its place in the file, from 1.
    pub(crate) number: usize,
    pub(crate) time: Option<Moment>,
    pub(crate) act: Act,
}

#[derive(Debug, Clone)]
pub(crate) enum Act {
    Client(ClientAct),
    Expect(Expectation),
}

/// What a story covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// How a connection begins.
    Connect,
    /// Text becomes sound.
    Speak,
    /// What is buffered is spoken.
    Flush,
    /// What is unspoken is forgotten, and the context lives on.
    Clear,
    /// A context is stopped and closed.
    Cancel,
    /// What happens to a message that is wrong.
    BadInput,
    /// How a connection or context ends.
    Close,
}

/// A line that is no line of a transcript.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct ParseError {
    /// Which, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: String,
}

impl Story {
    /// Reads a transcript.
    ///
    /// # Errors
    /// [`ParseError`] with the first line that is wrong.
    pub fn read(text: &str) -> Result<Self, ParseError> {
        parse::story(text)
    }

    /// What it says that it covers.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// How its client knocks.
    #[must_use]
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// What its client sends: the frames, or else the body.
    #[must_use]
    pub fn said(&self) -> Vec<Said> {
        if self.request.method != Method::Connect {
            return vec![Said::Body(self.request.body.clone().into_bytes())];
        }
        let said = self.lines.iter().filter_map(|line| match &line.act {
            Act::Client(ClientAct::Say(said)) => Some(said.clone()),
            _ => None,
        });
        said.collect()
    }

    /// Its server, if one of the protocols takes its request; nothing has been said yet.
    #[must_use]
    pub fn rig(&self, protocols: &[&ProtocolCard]) -> Option<Rig> {
        self.knock(protocols).map(|(protocol, world)| Rig::new(protocol, &world))
    }

    /// Who speaks with its client and in what world, if one of the protocols takes its request.
    #[must_use]
    pub fn knock(&self, protocols: &[&ProtocolCard]) -> Option<(Box<dyn Protocol>, World)> {
        let address = self.request.address(protocols)?;
        let (world, offer) = self.setup.build(address.card);
        match address.knock(&offer) {
            Answer::Stream(protocol) => Some((protocol, world)),
            Answer::Reply(_) => None,
        }
    }
}

impl Topic {
    /// All topics and their names in a `topics:` line.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("connect", Self::Connect),
        ("speak", Self::Speak),
        ("flush", Self::Flush),
        ("clear", Self::Clear),
        ("cancel", Self::Cancel),
        ("bad-input", Self::BadInput),
        ("close", Self::Close),
    ];

    /// The topic of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, topic)| *topic)
    }
}
