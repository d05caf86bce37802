//! The engines of this build, one line each, and the voices in them.

use std::collections::HashMap;
use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use engine::{Engine, EngineError};
use scheduler::EngineShare;
use speech::{SpokenText, VoiceCard, VoiceId};

use crate::config::Config;

/// One engine of this build.
struct Registration {
    name: &'static str,
    /// What its licence makes of the whole binary, as an SPDX expression.
    binary_licence: &'static str,
    open: fn(&Config) -> Result<Opened, EngineError>,
    child: Option<Child>,
}

/// An engine's child processes are this binary, told by its first argument.
struct Child {
    argument: &'static str,
    run: fn(Vec<OsString>) -> ExitCode,
}

/// An engine that is ready to be asked.
struct Opened {
    engine: Arc<dyn Engine>,
    warm: Warm,
    phonemes: Option<Phonemes>,
}

/// Gets ready what a voice's first words need. Slow; not for the reactor.
type Warm = Box<dyn Fn(&VoiceId) -> Result<(), EngineError> + Send + Sync>;
/// Says in IPA how a voice would read a text. Slow; not for the reactor.
type Phonemes = Box<dyn Fn(&SpokenText, &VoiceId) -> Result<String, EngineError> + Send + Sync>;

impl Opened {
    /// An engine that needs no warming and knows no phonemes.
    fn plain(engine: Arc<dyn Engine>) -> Self {
        Self { engine, warm: Box::new(|_| Ok(())), phonemes: None }
    }
}

/// In the order of their voices: the first one's first voice is the default.
const REGISTRY: &[Registration] = &[
    #[cfg(feature = "espeak")]
    Registration {
        name: "espeak",
        binary_licence: "GPL-3.0-or-later",
        open: |config| {
            let espeak = Arc::new(engine_espeak::Espeak::new(espeak_config(config))?);
            let (warmed, reader) = (Arc::clone(&espeak), Arc::clone(&espeak));
            Ok(Opened {
                engine: espeak,
                warm: Box::new(move |voice| warmed.warm(voice)),
                phonemes: Some(Box::new(move |text, voice| reader.phonemes(text, voice))),
            })
        },
        child: Some(Child {
            argument: engine_espeak::VOICE_HOST_ARG,
            run: |args| engine_espeak::host_main(args),
        }),
    },
    Registration {
        name: "tone",
        binary_licence: "MIT OR Apache-2.0",
        open: |_| Ok(Opened::plain(Arc::new(engine_tone::Tone::default()))),
        child: None,
    },
];

#[cfg(feature = "espeak")]
fn espeak_config(config: &Config) -> engine_espeak::EspeakConfig {
    let limits = &config.limits;
    let standard = engine_espeak::EspeakConfig::for_current_exe();
    engine_espeak::EspeakConfig {
        data_dirs: config.data_dir.clone().into_iter().chain(standard.data_dirs).collect(),
        max_hosts: limits.voice_hosts,
        max_open: limits.open_segments,
        cpu_limit: limits.segment_cpu,
        stall_limit: limits.engine_stall,
        ..standard
    }
}

/// The names of the engines in this build, the default first.
pub fn built_in() -> impl Iterator<Item = &'static str> {
    REGISTRY.iter().map(|registration| registration.name)
}

/// The licence of this binary: that of the strictest engine in it.
#[must_use]
pub fn binary_licence() -> &'static str {
    REGISTRY.first().map_or("MIT OR Apache-2.0", |registration| registration.binary_licence)
}

/// What to run instead of the program, if its arguments say that it is an engine's child.
#[must_use]
pub fn child(args: &[OsString]) -> Option<fn(Vec<OsString>) -> ExitCode> {
    let argument = args.get(1)?;
    let mut children = REGISTRY.iter().filter_map(|registration| registration.child.as_ref());
    children.find(|child| argument == child.argument).map(|child| child.run)
}

/// The engines in use.
pub struct Engines {
    opened: Vec<Opened>,
    voices: Vec<VoiceCard>,
    by_voice: HashMap<VoiceId, usize>,
}

impl Engines {
    /// Opens the configured ones; the configured default voice comes first in [`Self::voices`].
    ///
    /// # Errors
    /// In words, if an engine cannot be opened, if there is no voice, or none of the configured name.
    pub fn open(config: &Config) -> Result<Self, String> {
        let named = |name: &String| REGISTRY.iter().find(|registration| registration.name == name);
        let registrations = config.engines.iter().filter_map(named);
        let open = |registration: &Registration| {
            (registration.open)(config).map_err(|error| format!("engine {}: {error}", registration.name))
        };
        Self::of(registrations.map(open).collect::<Result<_, _>>()?, config.voice.as_deref())
    }

    /// For tests: engines without warming.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn from_engines(engines: Vec<Arc<dyn Engine>>) -> Result<Self, String> {
        Self::of(engines.into_iter().map(Opened::plain).collect(), None)
    }

    fn of(opened: Vec<Opened>, default: Option<&str>) -> Result<Self, String> {
        let mut voices: Vec<VoiceCard> = Vec::new();
        let mut by_voice = HashMap::new();
        for (at, one) in opened.iter().enumerate() {
            for voice in &one.engine.card().voices {
                if by_voice.insert(voice.id.clone(), at).is_none() {
                    voices.push(voice.clone());
                }
            }
        }
        if let Some(name) = default {
            let at = voices.iter().position(|voice| voice.id.as_str() == name);
            let at =
                at.ok_or_else(|| format!("the default voice {name} does not exist; see syrinx voices"))?;
            voices[..=at].rotate_right(1);
        }
        if voices.is_empty() {
            return Err("no engine has a voice; see engines in the configuration".to_owned());
        }
        Ok(Self { opened, voices, by_voice })
    }

    /// Everyone who can speak, the default first.
    #[must_use]
    pub fn voices(&self) -> &[VoiceCard] {
        &self.voices
    }

    /// The default voice.
    #[must_use]
    pub fn default_voice(&self) -> &VoiceCard {
        &self.voices[0]
    }

    /// Who computes a voice.
    #[must_use]
    pub fn engine_of(&self, voice: &VoiceId) -> Option<&Arc<dyn Engine>> {
        self.by_voice.get(voice).map(|&at| &self.opened[at].engine)
    }

    /// Gets a voice ready to speak at once. May take a second; not for the reactor.
    ///
    /// # Errors
    /// What keeps it from speaking.
    pub fn warm(&self, voice: &VoiceId) -> Result<(), EngineError> {
        let at = self.by_voice.get(voice).ok_or_else(|| EngineError::UnknownVoice(voice.clone()))?;
        (self.opened[*at].warm)(voice)
    }

    /// How a voice would read a text, in IPA; `None` where its engine cannot say.
    #[must_use]
    pub fn phonemes(&self, text: &SpokenText, voice: &VoiceId) -> Option<Result<String, EngineError>> {
        let at = self.by_voice.get(voice)?;
        self.opened[*at].phonemes.as_ref().map(|phonemes| phonemes(text, voice))
    }

    /// What the scheduler has to know of each.
    #[must_use]
    pub fn shares(&self) -> Vec<EngineShare> {
        let share = |one: &Opened| {
            let card = one.engine.card();
            EngineShare { engine: card.id, max_open: card.max_open, speed_guess: card.speed_guess }
        };
        self.opened.iter().map(share).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(engines: &[&str], voice: Option<&str>) -> Result<Engines, String> {
        let engines = engines.iter().map(|&name| name.to_owned()).collect();
        Engines::open(&Config { engines, voice: voice.map(str::to_owned), ..Config::default() })
    }

    #[test]
    fn the_configured_voice_comes_first_and_no_other_is_lost() {
        let voices =
            |opened: Engines| opened.voices().iter().map(|card| card.id.to_string()).collect::<Vec<_>>();
        assert_eq!(voices(with(&["tone"], None).unwrap()), ["tone", "tone-low", "tone-high"]);
        assert_eq!(voices(with(&["tone"], Some("tone-high")).unwrap()), ["tone-high", "tone", "tone-low"]);
    }

    #[test]
    fn a_voice_that_does_not_exist_is_an_error() {
        assert!(with(&["tone"], Some("nobody")).is_err());
        assert!(with(&[], None).is_err());
    }

    #[cfg(feature = "espeak")]
    #[test]
    fn the_limits_reach_the_engine() {
        let mut config = Config::default();
        config.limits.open_segments = 7;
        config.limits.voice_hosts = 3;
        config.limits.segment_cpu = std::time::Duration::from_millis(900);
        config.limits.engine_stall = std::time::Duration::from_secs(4);
        config.data_dir = Some("/somewhere".into());
        let espeak = espeak_config(&config);
        assert_eq!((espeak.max_open, espeak.max_hosts), (7, 3));
        assert_eq!(
            (espeak.cpu_limit, espeak.stall_limit),
            (config.limits.segment_cpu, config.limits.engine_stall)
        );
        assert_eq!(espeak.data_dirs.first(), config.data_dir.as_ref());
        assert_eq!(espeak_config(&Config::default()), {
            let standard = engine_espeak::EspeakConfig::for_current_exe();
            let data_dirs = Config::default().data_dir.into_iter().chain(standard.data_dirs).collect();
            engine_espeak::EspeakConfig { data_dirs, ..standard }
        });
    }

    #[test]
    fn only_a_known_argument_makes_a_child() {
        let args = |second: &str| vec!["syrinx".into(), second.into()];
        assert!(child(&args("serve")).is_none());
        assert!(child(&["syrinx".into()]).is_none());
    }
}
