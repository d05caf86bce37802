//! The lines before the request: what server the story happens on.

use std::sync::Arc;
use std::time::Duration;

use engine::Engine;
use engine_tone::{Tone, ToneConfig, ToneVoice};
use session::Limits;
use speech::{Language, SampleRate};
use wire::{Column, Offer, OptionKind, OptionValue, Options, ProtocolCard, UnknownVoice};

use crate::client::Socket;
use crate::offer::{Door, OfferBuilder};
use crate::rig::World;
use crate::transcript::{limits, time};

/// A server, to be built.
#[derive(Debug, Clone)]
pub(crate) struct Setup {
    tone: ToneConfig,
    step: Duration,
    slots: usize,
    limits: Vec<(String, String)>,
    column: Column,
    /// What the story sets of its protocol's own options.
    options: Vec<(String, String)>,
    unknown_voice: UnknownVoice,
    aliases: Vec<(String, String)>,
    door: Door,
    pub(crate) socket: Socket,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            tone: ToneConfig::default(),
            step: Duration::ZERO,
            slots: 1,
            limits: Vec::new(),
            column: Column::Generous,
            options: Vec::new(),
            unknown_voice: UnknownVoice::Error,
            aliases: Vec::new(),
            door: Door::Locked,
            socket: Socket::Free,
        }
    }
}

impl Setup {
    /// Takes a setup line in, if `keyword` begins one.
    pub(crate) fn read(&mut self, keyword: &str, rest: &str) -> Option<Result<(), String>> {
        let rest = match keyword {
            "engine" => rest.strip_prefix("tone").unwrap_or(rest),
            _ => rest,
        };
        let set = match keyword {
            "engine" => Self::set_engine,
            "limits" => Self::set_limit,
            "option" => Self::set_option,
            "socket" => Self::set_socket,
            _ => return None,
        };
        Some(rest.split_whitespace().try_for_each(|pair| {
            let (name, value) = pair.split_once('=').ok_or_else(|| format!("{pair:?} is not name=value"))?;
            set(self, name, value)
        }))
    }

    /// The server, and what it has on offer for one protocol.
    pub(crate) fn build(&self, card: &ProtocolCard) -> (World, Arc<Offer>) {
        let engine = Arc::new(Tone::new(self.tone.clone()));
        let offer = OfferBuilder {
            unknown_voice: self.unknown_voice,
            aliases: self.aliases.clone(),
            door: self.door,
            ..OfferBuilder::new(engine.card().clone())
        };
        let offer = offer.build().tailored(self.limits(card), self.options(card));
        let limits = Arc::clone(&offer.limits);
        let world = World { engine, limits, step: self.step, slots: self.slots, socket: self.socket };
        (world, Arc::new(offer))
    }

    fn limits(&self, card: &ProtocolCard) -> Limits {
        let mut limits = card.columns.limits(self.column, &Limits::default());
        for (name, value) in &self.limits {
            limits::set(&mut limits, name, value).expect("it was tried when it was read");
        }
        limits
    }

    fn options(&self, card: &ProtocolCard) -> Options {
        let mut options = Options::of(card.options);
        for (name, value) in &self.options {
            let option = card.options.iter().find(|option| option.name == name);
            let option = option.unwrap_or_else(|| panic!("{} has no option {name}", card.id));
            options.set(option.name, option_value(option.kind, value));
        }
        options
    }

    fn set_limit(&mut self, name: &str, value: &str) -> Result<(), String> {
        limits::set(&mut Limits::default(), name, value)?;
        self.limits.push((name.to_owned(), value.to_owned()));
        Ok(())
    }

    fn set_engine(&mut self, name: &str, value: &str) -> Result<(), String> {
        match (name, value) {
            ("rate", _) => {
                let rate = value.parse().map_err(|_| format!("{value:?} is no rate"))?;
                self.tone.rate = SampleRate::new(rate).map_err(|error| error.to_string())?;
            }
            ("per_char", _) => self.tone.per_char = time::duration(value)?,
            ("per_gap", _) => self.tone.per_gap = time::duration(value)?,
            ("piece", _) => self.tone.piece = time::duration(value)?,
            ("step", _) => self.step = time::duration(value)?,
            ("slots", _) => {
                self.slots = value.parse().map_err(|_| format!("{value:?} is no number of slots"))?
            }
            ("voice", _) => {
                let (id, tag) = value.split_once(':').ok_or("a voice is written id:language")?;
                let voice = ToneVoice { language: Language::new(tag), ..ToneVoice::new(id, 330.0) };
                // Before those without a language, so that one of them is the default.
                let first = self.tone.voices.iter().position(|other| other.language.as_str() == "und");
                self.tone.voices.insert(first.unwrap_or_default(), voice);
            }
            ("faults", "on") => self.tone = std::mem::take(&mut self.tone).with_faults(),
            ("faults", "off") => {}
            _ => {
                return Err(format!(
                    "no {name}={value} here; there are rate, per_char, per_gap, piece, step, slots, faults=on, voice"
                ));
            }
        }
        Ok(())
    }

    fn set_option(&mut self, name: &str, value: &str) -> Result<(), String> {
        match (name, value) {
            ("unknown_voice", "default") => self.unknown_voice = UnknownVoice::Default,
            ("unknown_voice", "error") => self.unknown_voice = UnknownVoice::Error,
            ("keys", "open") => self.door = Door::Open,
            ("keys", crate::KEY) => self.door = Door::Locked,
            ("alias", _) => {
                let (alias, voice) = value.split_once(':').ok_or("an alias is written name:voice")?;
                self.aliases.push((alias.to_owned(), voice.to_owned()));
            }
            ("column", "generous") => self.column = Column::Generous,
            ("column", "vendor") => self.column = Column::Vendor,
            _ => match name.strip_prefix("own.") {
                Some(own) => self.options.push((own.to_owned(), value.to_owned())),
                None => {
                    let known = "unknown_voice, keys, alias, column, own.<the protocol's>";
                    return Err(format!("no option {name}={value}; there are {known}"));
                }
            },
        }
        Ok(())
    }

    fn set_socket(&mut self, name: &str, value: &str) -> Result<(), String> {
        if name != "rate" {
            return Err(format!("no {name} here; there is rate, in bytes a second"));
        }
        let rate = value.parse().map_err(|_| format!("{value:?} is no number of bytes a second"))?;
        self.socket = Socket::Rate(rate);
        Ok(())
    }
}

fn option_value(kind: OptionKind, value: &str) -> OptionValue {
    let set = match kind {
        OptionKind::Choice(_) => kind.word(value),
        OptionKind::Wait(_) => time::duration(value).ok().map(OptionValue::Wait),
    };
    set.unwrap_or_else(|| panic!("{value:?} is nothing that this option can be"))
}
