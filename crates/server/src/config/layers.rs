//! Three layers, one over the other: file, environment, flags.

use std::fmt;

use toml::{Table, Value};

use super::settings::{Setting, settings};
use super::{Config, NamedKey};

/// The layers as they came, not yet understood.
#[derive(Debug, Clone, Default)]
pub struct Layers {
    /// The file's name and text, if there is one.
    pub file: Option<(String, String)>,
    /// Environment variables; only those that begin with `SYRINX_` matter.
    pub environment: Vec<(String, String)>,
    /// Flags as setting and value.
    pub flags: Vec<(String, String)>,
}

/// What the layers came to. With problems the configuration is what it would be without the wrong values.
pub struct Loaded {
    /// The effective configuration.
    pub config: Config,
    /// Everything that is wrong with the layers.
    pub problems: Vec<Problem>,
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, the variable or the flag; empty if it is the combination.
    pub place: String,
    /// What is wrong and what it should be. Never holds a key.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place.as_str() {
            "" => f.write_str(&self.message),
            place => write!(f, "{place}: {}", self.message),
        }
    }
}

impl Layers {
    /// Understands them, the later ones winning.
    #[must_use]
    pub fn load(&self) -> Loaded {
        let mut loaded = Loaded { config: Config::default(), problems: Vec::new() };
        if let Some((name, text)) = &self.file {
            loaded.read_file(name, text);
        }
        loaded.read_environment(&self.environment);
        for (key, value) in &self.flags {
            loaded.apply(&format!("flag for {key}"), key, value);
        }
        loaded
    }
}

impl Loaded {
    fn read_file(&mut self, name: &str, text: &str) {
        match text.parse::<Table>() {
            Ok(table) => self.read_table(name, "", &table),
            // The parser's own words would quote the line, which may hold a key.
            Err(error) => {
                self.complain(name, format!("{} ({})", error.message(), line_of(text, error.span())))
            }
        }
    }

    fn read_table(&mut self, name: &str, prefix: &str, table: &Table) {
        for (key, value) in table {
            let key = format!("{prefix}{key}");
            match (key.as_str(), value) {
                ("keys", Value::Table(keys)) => self.read_keys(name, keys),
                ("aliases", Value::Table(aliases)) => self.read_aliases(name, aliases),
                (_, Value::Table(inner)) if is_table(&key) => {
                    self.read_table(name, &format!("{key}."), inner)
                }
                _ => match written(value) {
                    Some(value) => self.apply(name, &key, &value),
                    None => self.complain(name, format!("{key} must be a single value or a list of strings")),
                },
            }
        }
    }

    fn read_keys(&mut self, place: &str, keys: &Table) {
        self.config.keys.clear();
        for (name, value) in keys {
            match value {
                Value::String(secret) => {
                    self.config.keys.push(NamedKey { name: name.clone(), secret: secret.clone() });
                }
                _ => self.complain(place, format!("keys.{name} must be a string")),
            }
        }
    }

    fn read_aliases(&mut self, place: &str, aliases: &Table) {
        self.config.aliases.clear();
        for (name, value) in aliases {
            match value {
                Value::String(voice) => self.config.aliases.push((name.clone(), voice.clone())),
                _ => self.complain(place, format!("aliases.{name} must be the name of a voice")),
            }
        }
    }

    fn read_environment(&mut self, environment: &[(String, String)]) {
        // Unknown variables are no error: container platforms put their own there (`SYRINX_PORT=tcp://…`).
        for setting in settings() {
            let name = setting.variable();
            if let Some((_, value)) = environment.iter().find(|(variable, _)| *variable == name) {
                self.set(&name, setting, value);
            }
        }
    }

    fn apply(&mut self, place: &str, key: &str, value: &str) {
        match settings().find(|setting| setting.key == key) {
            Some(setting) => self.set(place, setting, value),
            None => self.complain(place, unknown(key)),
        }
    }

    fn set(&mut self, place: &str, setting: &Setting, value: &str) {
        if let Err(wrong) = (setting.set)(&mut self.config, value) {
            self.complain(place, format!("{} {wrong}", setting.key));
        }
    }

    fn complain(&mut self, place: &str, message: String) {
        self.problems.push(Problem { place: place.to_owned(), message });
    }
}

fn line_of(text: &str, span: Option<std::ops::Range<usize>>) -> String {
    let Some(before) = span.and_then(|span| text.get(..span.start)) else {
        return "place unknown".to_owned();
    };
    format!("line {}", before.matches('\n').count() + 1)
}

/// Whether settings live below this name.
fn is_table(key: &str) -> bool {
    settings().any(|setting| setting.key.strip_prefix(key).is_some_and(|rest| rest.starts_with('.')))
}

/// A file's value in the form that the other layers use.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Boolean(flag) => Some(flag.to_string()),
        Value::Array(parts) => {
            let parts: Option<Vec<_>> = parts.iter().map(Value::as_str).collect();
            Some(parts?.join(","))
        }
        Value::Float(_) | Value::Datetime(_) | Value::Table(_) => None,
    }
}

fn unknown(key: &str) -> String {
    let distance = |setting: &&Setting| strsim::damerau_levenshtein(setting.key, key);
    match settings().min_by_key(distance) {
        Some(nearest) => format!("there is no setting {key}; the nearest is {}", nearest.key),
        None => format!("there is no setting {key}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    fn file(text: &str) -> Layers {
        Layers { file: Some(pair("syrinx.toml", text)), ..Layers::default() }
    }

    #[test]
    fn the_later_layer_wins() {
        let mut layers = file("listen = \"a:1\"\n[limits]\ndrain = \"1s\"\nidle = \"2s\"\nconnections = 5");
        layers.environment = vec![
            pair("SYRINX_LISTEN", "b:2"),
            pair("SYRINX_LIMITS_DRAIN", "3s"),
            pair("SYRINX_PORT", "tcp://x"),
        ];
        layers.flags = vec![pair("listen", "c:3")];
        let Loaded { config, problems } = layers.load();
        assert_eq!(problems, []);
        assert_eq!(config.listen, "c:3");
        assert_eq!(config.limits.drain.as_secs(), 3);
        assert_eq!(config.limits.idle.as_secs(), 2);
        assert_eq!(config.limits.connections, 5);
    }

    #[test]
    fn an_unknown_key_names_the_nearest() {
        let problems = file("[limits]\ndrian = \"1s\"").load().problems;
        assert_eq!(
            problems[0].to_string(),
            "syrinx.toml: there is no setting limits.drian; the nearest is limits.drain"
        );
    }

    #[test]
    fn everything_wrong_is_told_and_no_key_is() {
        let problems = file("open = 3\nworkers = \"many\"\n[keys]\na = \"s3cret\"\nb = 1").load().problems;
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 3, "{told:?}");
        let broken = file("[keys]\na = s3cret").load().problems;
        assert!(broken[0].to_string().contains("line 2"), "{broken:?}");
        assert!(!broken[0].to_string().contains("s3cret"), "{broken:?}");
    }

    #[test]
    fn keys_come_as_list_or_table() {
        let listed = file("keys = [\"a\", \"b\"]").load().config.keys;
        assert_eq!(listed.len(), 2);
        let named = file("[keys]\nphone = \"a=b,c\"").load().config.keys;
        assert_eq!(named, [NamedKey { name: "phone".to_owned(), secret: "a=b,c".to_owned() }]);
    }

    #[test]
    fn every_setting_reads_what_it_shows() {
        let mut config = Config::default();
        for setting in settings().filter(|setting| setting.key != "keys") {
            let shown = (setting.show)(&config);
            (setting.set)(&mut config, &shown).unwrap();
            assert_eq!((setting.show)(&config), shown, "{}", setting.key);
        }
    }
}
