//! Three layers, one over the other: file, environment, flags.

use std::ffi::OsString;
use std::fmt;

use toml::{Table, Value};

use super::settings::{Setting, set_list, settings};
use super::unknown::{Named, is_table, named, strange_variable, unknown, unknown_variable};
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
    /// What is not wrong, but may not be meant.
    pub remarks: Vec<String>,
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
    /// Understands them, the later ones winning. It also looks at this process's own environment, for variables whose
    /// values are no text and so are not among ours.
    #[must_use]
    pub fn load(&self) -> Loaded {
        let mut loaded = Loaded { config: Config::default(), problems: Vec::new(), remarks: Vec::new() };
        if let Some((name, text)) = &self.file {
            loaded.read_file(name, text);
        }
        loaded.read_environment(&self.environment);
        loaded.problems.extend(undecodable(std::env::vars_os()));
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
                (key, Value::Table(_)) => self.complain(name, no_single_value(key)),
                (key, Value::Array(parts)) => self.read_list(name, key, parts),
                _ => match written(value) {
                    Some(value) => self.apply(name, &key, &value),
                    None => self.complain(name, format!("{key} must be a single value")),
                },
            }
        }
    }

    fn read_list(&mut self, place: &str, key: &str, parts: &[Value]) {
        let texts: Option<Vec<_>> = parts.iter().map(|part| part.as_str().map(str::to_owned)).collect();
        let Some(texts) = texts else {
            return self.complain(place, format!("{key} must be a list of strings"));
        };
        match set_list(&mut self.config, key, &texts) {
            Some(Ok(())) => {}
            Some(Err(wrong)) => self.complain(place, format!("{key} {wrong}")),
            None => self.complain(place, no_single_value(key)),
        }
    }

    fn read_keys(&mut self, place: &str, keys: &Table) {
        self.config.keys.clear();
        for (name, value) in keys {
            match value {
                Value::String(secret) if secret.trim().is_empty() => {
                    self.complain(place, format!("key {name} is empty"))
                }
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
        for setting in settings() {
            let name = setting.variable();
            if let Some((_, value)) = environment.iter().find(|(variable, _)| *variable == name) {
                self.set(&name, setting, value);
            }
        }
        for (name, _) in environment {
            match named(name) {
                Named::Well => {}
                Named::Badly => self.complain(name, unknown_variable(name)),
                Named::Strangely => self.remarks.push(strange_variable(name)),
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
        if let Err(wrong) = setting.set(&mut self.config, value) {
            self.complain(place, format!("{} {wrong}", setting.key));
        }
    }

    fn complain(&mut self, place: &str, message: String) {
        self.problems.push(Problem { place: place.to_owned(), message });
    }
}

/// What to say of a key that was given more than one value.
fn no_single_value(key: &str) -> String {
    match settings().any(|setting| setting.key == key) {
        true => format!("{key} must be a single value"),
        false => unknown(key),
    }
}

fn line_of(text: &str, span: Option<std::ops::Range<usize>>) -> String {
    let Some(before) = span.and_then(|span| text.get(..span.start)) else {
        return "place unknown".to_owned();
    };
    format!("line {}", before.matches('\n').count() + 1)
}

/// A file's value in the form that the other layers use.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Boolean(flag) => Some(flag.to_string()),
        Value::Array(_) | Value::Float(_) | Value::Datetime(_) | Value::Table(_) => None,
    }
}

/// Our variables whose values are not UTF-8. The file's path may be anything that the system takes.
fn undecodable(environment: impl Iterator<Item = (OsString, OsString)>) -> impl Iterator<Item = Problem> {
    let ours = |name: &String| name.starts_with("SYRINX_") && name != "SYRINX_CONFIG";
    environment
        .filter(|(_, value)| value.to_str().is_none())
        .filter_map(move |(name, _)| name.into_string().ok().filter(ours))
        .map(|place| Problem { place, message: "value is not UTF-8; set it again, or unset it".to_owned() })
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
            pair("SYRINX_CONFIG", "syrinx.toml"),
        ];
        layers.flags = vec![pair("listen", "c:3")];
        let Loaded { config, problems, .. } = layers.load();
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
    fn a_list_in_the_file_is_not_cut_at_commas() {
        let keys = file("keys = [\"abc,def\"]").load().config.keys;
        assert_eq!(keys, [NamedKey { name: "key-0".to_owned(), secret: "abc,def".to_owned() }]);
        let engines = file("engines = [\"tone\"]").load();
        assert_eq!((engines.config.engines, engines.problems), (vec!["tone".to_owned()], Vec::new()));
        let aliases = file("aliases = [\"a=b\"]").load().config.aliases;
        assert_eq!(aliases, [pair("a", "b")]);
        let told = file("listen = [\"a:1\", \"b:2\"]").load().problems;
        assert_eq!(told[0].to_string(), "syrinx.toml: listen must be a single value");
        let told = file("[listen]\nhost = \"a\"").load().problems;
        assert_eq!(told[0].to_string(), "syrinx.toml: listen must be a single value");
        let told = file("limits = [\"a\"]").load().problems;
        assert_eq!(told[0].to_string(), "syrinx.toml: limits must be a table");
        assert_eq!(file("keys = [\"s3cret\", 1]").load().problems.len(), 1);
        assert!(file("kesy = [\"a\"]").load().problems[0].message.contains("nearest is keys"));
    }

    #[test]
    fn an_empty_key_is_wrong_wherever_it_stands() {
        for value in ["", " ", ",", "s3cret,,b", "s3cret,"] {
            let environment = vec![pair("SYRINX_API_KEYS", value)];
            let told = Layers { environment, ..Layers::default() }.load().problems;
            assert_eq!(told.len(), 1, "{value}");
            assert_eq!(told[0].place, "SYRINX_API_KEYS");
            assert!(!told[0].message.contains("s3cret"), "{told:?}");
        }
        for text in ["keys = [\"a\", \"\"]", "keys = \"\"", "[keys]\na = \" \""] {
            assert_eq!(file(text).load().problems.len(), 1, "{text}");
        }
        assert_eq!(file("keys = []").load().problems, []);
    }

    #[test]
    fn a_variable_of_ours_that_is_no_text_is_named() {
        use std::os::unix::ffi::OsStringExt as _;
        let broken = || OsString::from_vec(b"s3cret\xff".to_vec());
        let environment = ["SYRINX_API_KEYS", "SYRINX_CONFIG", "PATH"].map(|name| (name.into(), broken()));
        let told: Vec<_> = undecodable(environment.into_iter()).map(|problem| problem.to_string()).collect();
        assert_eq!(told, ["SYRINX_API_KEYS: value is not UTF-8; set it again, or unset it"]);
    }

    #[test]
    fn numbers_beyond_sense_are_wrong() {
        let flags = ["limits.unsent_audio", "limits.drain"].map(|key| pair(key, "9999999h"));
        let told = Layers { flags: flags.to_vec(), ..Layers::default() }.load().problems;
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told.iter().all(|problem| problem.message.contains("720h")), "{told:?}");
        let workers = |number: &str| file(&format!("workers = {number}")).load();
        assert_eq!(workers("1024").config.workers, Some(1_024));
        assert_eq!(workers("0").config.workers, None);
        assert!(workers("1025").problems[0].message.contains("1024"));
    }

    #[test]
    fn every_setting_reads_what_it_shows() {
        let mut config = Config::default();
        for setting in settings().filter(|setting| setting.key != "keys") {
            let Some(shown) = setting.show(&config) else { continue };
            setting.set(&mut config, &shown).unwrap();
            assert_eq!(setting.show(&config), Some(shown), "{}", setting.key);
        }
    }
}
