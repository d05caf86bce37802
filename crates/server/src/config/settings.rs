//! Every setting but the bounds: one line each.

use wire::UnknownVoice;

use super::limits::LIMITS;
use super::values::{flag, list, pairs};
use super::{Access, Config, LogFormat, NamedKey};

/// More threads than any machine has cores for.
const MOST_WORKERS: usize = 1_024;

/// One thing that the operator can decide, the same in every layer.
pub struct Setting {
    /// Its name in the file, with a dot for a table: `limits.drain`.
    pub key: &'static str,
    /// What it decides.
    pub about: &'static str,
    /// Takes a value in its written form, or says what the form should be.
    pub set: fn(&mut Config, &str) -> Result<(), String>,
    /// The value in its written form; keys are never shown.
    pub show: fn(&Config) -> String,
}

impl Setting {
    /// Its name in the environment: `SYRINX_LIMITS_DRAIN`.
    #[must_use]
    pub fn variable(&self) -> String {
        match self.key {
            // Where everybody looks for it.
            "keys" => "SYRINX_API_KEYS".to_owned(),
            key => format!("SYRINX_{}", key.replace('.', "_").to_ascii_uppercase()),
        }
    }
}

/// Every setting, bounds last.
pub fn settings() -> impl Iterator<Item = &'static Setting> {
    PLAIN.iter().chain(LIMITS)
}

const PLAIN: &[Setting] = &[
    Setting {
        key: "listen",
        about: "address and port; port 0 lets the system choose",
        set: |config, value| put(&mut config.listen, value.to_owned()),
        show: |config| config.listen.clone(),
    },
    Setting {
        key: "keys",
        about: "the keys that clients may present; as a list, or as a table with a name for each",
        set: set_keys,
        show: |config| format!("{} keys", config.keys.len()),
    },
    Setting {
        key: "open",
        about: "serve everyone on any address, even without keys",
        set: set_open,
        show: |config| (config.access == Access::Open).to_string(),
    },
    Setting {
        key: "data_dir",
        about: "where unpacked voices are kept",
        set: |config, value| put(&mut config.data_dir, (!value.is_empty()).then(|| value.into())),
        show: |config| config.data_dir.as_ref().map(|dir| dir.display().to_string()).unwrap_or_default(),
    },
    Setting {
        key: "voice",
        about: "the default voice",
        set: |config, value| put(&mut config.voice, (!value.is_empty()).then(|| value.to_owned())),
        show: |config| config.voice.clone().unwrap_or_default(),
    },
    Setting {
        key: "unknown_voice",
        about: "what happens with a voice that nobody knows: error, or default for the default voice",
        set: set_unknown_voice,
        show: |config| {
            if config.unknown_voice == UnknownVoice::Error { "error" } else { "default" }.to_owned()
        },
    },
    Setting {
        key: "aliases",
        about: "names that clients send and the voices that stand in for them",
        set: |config, value| put(&mut config.aliases, pairs(&list(value))?),
        show: show_aliases,
    },
    Setting {
        key: "workers",
        about: "threads that compute speech; as many as there are cores if 0",
        set: set_workers,
        show: |config| config.workers.unwrap_or(0).to_string(),
    },
    Setting {
        key: "engines",
        about: "the engines in use, the default first",
        set: |config, value| put(&mut config.engines, list(value)),
        show: |config| config.engines.join(","),
    },
    Setting {
        key: "log.format",
        about: "how log lines look: text or json",
        set: set_log_format,
        show: |config| if config.log_format == LogFormat::Text { "text" } else { "json" }.to_owned(),
    },
    Setting {
        key: "log.level",
        about: "the least important line that is logged: error, warn, info, debug or trace",
        set: set_log_level,
        show: |config| config.log_level.to_string().to_ascii_lowercase(),
    },
];

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

fn show_aliases(config: &Config) -> String {
    let shown: Vec<_> = config.aliases.iter().map(|(name, voice)| format!("{name}={voice}")).collect();
    shown.join(",")
}
