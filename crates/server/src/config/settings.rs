//! Every setting, in one table: those that are written here, the bounds, and those of each protocol.

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::LazyLock;

use wire::{PROTOCOLS, UnknownVoice};

use super::limits::{BOUNDS, Bound};
use super::pronunciations::PronunciationFile;
use super::values::{flag, list, pairs};
use super::{Access, Config, LogFormat, NamedKey, protocols};

/// More threads than any machine has cores for.
const MOST_WORKERS: usize = 1_024;

/// One thing that the operator can decide, the same in every layer.
pub struct Setting {
    /// Its name in the file, with a dot for a table: `limits.drain`.
    pub key: Cow<'static, str>,
    /// What it decides.
    pub about: Cow<'static, str>,
    pub(super) set: Set,
    pub(super) show: Show,
    pub(super) means: Means,
}

/// Takes a value in its written form, or says what the form should be.
pub(super) type Set = Box<dyn Fn(&mut Config, &str) -> Result<(), String> + Send + Sync>;
/// The value in its written form.
pub(super) type Show = Box<dyn Fn(&Config) -> Option<String> + Send + Sync>;
/// Other settings with values, that it stands for.
pub(super) type Means = Box<dyn Fn(&Config) -> Vec<(String, String)> + Send + Sync>;

impl Setting {
    /// Its name in the environment: `SYRINX_LIMITS_DRAIN`.
    #[must_use]
    pub fn variable(&self) -> String {
        match self.key.as_ref() {
            // Where everybody looks for it.
            "keys" => "SYRINX_API_KEYS".to_owned(),
            key => format!("SYRINX_{}", key.replace(['.', '-'], "_").to_ascii_uppercase()),
        }
    }

    /// Takes a value in its written form.
    ///
    /// # Errors
    /// What the form should be, as the rest of a sentence that begins with the key.
    pub fn set(&self, config: &mut Config, value: &str) -> Result<(), String> {
        (self.set)(config, value)
    }

    /// The value in its written form; keys are never shown. `None` where nobody set it and something else decides.
    #[must_use]
    pub fn show(&self, config: &Config) -> Option<String> {
        (self.show)(config)
    }

    /// What its value stands for, in other settings' names and written values, as far as nobody set those.
    #[must_use]
    pub fn means(&self, config: &Config) -> Vec<(String, String)> {
        (self.means)(config)
    }

    fn plain(plain: &'static Plain) -> Self {
        Self {
            key: plain.key.into(),
            about: plain.about.into(),
            set: Box::new(plain.set),
            show: Box::new(|config| Some((plain.show)(config))),
            means: Box::new(|_| Vec::new()),
        }
    }

    fn bound(bound: &'static Bound) -> Self {
        Self {
            key: format!("limits.{}", bound.name).into(),
            about: bound.about.into(),
            set: Box::new(|config, value| (bound.set)(&mut config.limits, value)),
            show: Box::new(|config| Some((bound.show)(&config.limits))),
            means: Box::new(|_| Vec::new()),
        }
    }
}

/// Every setting: the plain ones, the bounds, the protocols'.
pub fn settings() -> impl Iterator<Item = &'static Setting> {
    static ALL: LazyLock<Vec<Setting>> = LazyLock::new(|| {
        let server = PLAIN.iter().map(Setting::plain).chain(BOUNDS.iter().map(Setting::bound));
        server.chain(protocols::settings(PROTOCOLS)).collect()
    });
    ALL.iter()
}

/// A setting that is neither a bound nor a protocol's.
struct Plain {
    key: &'static str,
    about: &'static str,
    set: fn(&mut Config, &str) -> Result<(), String>,
    show: fn(&Config) -> String,
}

static PLAIN: &[Plain] = &[
    Plain {
        key: "listen",
        about: "address and port; port 0 lets the system choose",
        set: |config, value| put(&mut config.listen, value.to_owned()),
        show: |config| config.listen.clone(),
    },
    Plain {
        key: "tls.cert",
        about: "the certificate's file in PEM, with those between it and a known authority; needs tls.key",
        set: |config, value| put(&mut config.tls.cert, path(value)),
        show: |config| shown_path(config.tls.cert.as_ref()),
    },
    Plain {
        key: "tls.key",
        about: "the file of the certificate's private key in PEM, not encrypted; needs tls.cert",
        set: |config, value| put(&mut config.tls.key, path(value)),
        show: |config| shown_path(config.tls.key.as_ref()),
    },
    Plain {
        key: "keys",
        about: "the keys that clients may present; as a list, or as a table with a name for each",
        set: set_keys,
        show: |config| format!("{} keys", config.keys.len()),
    },
    Plain {
        key: "open",
        about: "serve everyone on any address, even without keys",
        set: set_open,
        show: |config| (config.access == Access::Open).to_string(),
    },
    Plain {
        key: "data_dir",
        about: "where unpacked voices are kept",
        set: |config, value| put(&mut config.data_dir, path(value)),
        show: |config| shown_path(config.data_dir.as_ref()),
    },
    Plain {
        key: "voice",
        about: "the default voice",
        set: |config, value| put(&mut config.voice, (!value.is_empty()).then(|| value.to_owned())),
        show: |config| config.voice.clone().unwrap_or_default(),
    },
    Plain {
        key: "unknown_voice",
        about: "what happens with a voice that nobody knows: error, or default for the default voice",
        set: set_unknown_voice,
        show: |config| {
            if config.unknown_voice == UnknownVoice::Error { "error" } else { "default" }.to_owned()
        },
    },
    Plain {
        key: "aliases",
        about: "names that clients send and the voices that stand in for them",
        set: |config, value| put(&mut config.aliases, pairs(&list(value))?),
        show: show_aliases,
    },
    Plain {
        key: "pronunciations",
        about: "a TOML file of words and how they are read: [words], [voices.<id>], [dictionaries.<name>]",
        set: |config, value| put(&mut config.pronunciations, pronunciations(value)?),
        show: |config| shown_path(config.pronunciations.path.as_ref()),
    },
    Plain {
        key: "workers",
        about: "threads that compute speech; as many as there are cores if 0",
        set: set_workers,
        show: |config| config.workers.unwrap_or(0).to_string(),
    },
    Plain {
        key: "engines",
        about: "the engines in use, the default first",
        set: |config, value| put(&mut config.engines, list(value)),
        show: |config| config.engines.join(","),
    },
    Plain {
        key: "log.format",
        about: "how log lines look: text or json",
        set: set_log_format,
        show: |config| if config.log_format == LogFormat::Text { "text" } else { "json" }.to_owned(),
    },
    Plain {
        key: "log.level",
        about: "the least important line that is logged: error, warn, info, debug or trace",
        set: set_log_level,
        show: |config| config.log_level.to_string().to_ascii_lowercase(),
    },
];

/// An empty one is none.
fn path(value: &str) -> Option<PathBuf> {
    (!value.is_empty()).then(|| value.into())
}

fn shown_path(path: Option<&PathBuf>) -> String {
    path.map(|path| path.display().to_string()).unwrap_or_default()
}

fn put<T>(place: &mut T, value: T) -> Result<(), String> {
    *place = value;
    Ok(())
}

/// Takes a list from the file as it is, where a part may hold a comma. `None`: the setting is no list.
pub(super) fn set_list(config: &mut Config, key: &str, parts: &[String]) -> Option<Result<(), String>> {
    match key {
        "keys" => Some(name_keys(parts).and_then(|keys| put(&mut config.keys, keys))),
        "aliases" => Some(pairs(parts).and_then(|aliases| put(&mut config.aliases, aliases))),
        "engines" => Some(put(&mut config.engines, parts.to_vec())),
        _ => None,
    }
}

/// An empty list is an accident, such as a variable that was meant to be filled, and would open the door.
fn set_keys(config: &mut Config, value: &str) -> Result<(), String> {
    if value.trim().is_empty() {
        return Err("is set but empty; set a key, or leave it out".to_owned());
    }
    let parts: Vec<_> = value.split(',').map(|part| part.trim().to_owned()).collect();
    put(&mut config.keys, name_keys(&parts)?)
}

/// Keys without names are called by their place.
fn name_keys(secrets: &[String]) -> Result<Vec<NamedKey>, String> {
    let named = |(at, secret): (usize, &String)| match secret.trim() {
        "" => Err(format!("has an empty key in place {}; take it out", at + 1)),
        _ => Ok(NamedKey { name: format!("key-{at}"), secret: secret.clone() }),
    };
    secrets.iter().enumerate().map(named).collect()
}

fn set_open(config: &mut Config, value: &str) -> Result<(), String> {
    config.access = if flag(value)? { Access::Open } else { Access::Guarded };
    Ok(())
}

fn set_unknown_voice(config: &mut Config, value: &str) -> Result<(), String> {
    config.unknown_voice = match value {
        "error" => UnknownVoice::Error,
        "default" => UnknownVoice::Default,
        _ => return Err("must be error or default".to_owned()),
    };
    Ok(())
}

fn set_workers(config: &mut Config, value: &str) -> Result<(), String> {
    let number = value.parse().ok().filter(|number| *number <= MOST_WORKERS);
    let number = number.ok_or_else(|| format!("must be a whole number, at most {MOST_WORKERS}"))?;
    config.workers = (number > 0).then_some(number);
    Ok(())
}

fn set_log_format(config: &mut Config, value: &str) -> Result<(), String> {
    config.log_format = match value {
        "text" => LogFormat::Text,
        "json" => LogFormat::Json,
        _ => return Err("must be text or json".to_owned()),
    };
    Ok(())
}

fn set_log_level(config: &mut Config, value: &str) -> Result<(), String> {
    let level = value.parse().map_err(|_| "must be error, warn, info, debug or trace".to_owned())?;
    config.log_level = level;
    Ok(())
}

fn pronunciations(value: &str) -> Result<PronunciationFile, String> {
    path(value).map_or_else(|| Ok(PronunciationFile::default()), |path| PronunciationFile::load(&path))
}

fn show_aliases(config: &Config) -> String {
    let shown: Vec<_> = config.aliases.iter().map(|(name, voice)| format!("{name}={voice}")).collect();
    shown.join(",")
}
