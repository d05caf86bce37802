//! What is wrong with a configuration as a whole.

use std::net::{SocketAddr, ToSocketAddrs};

use super::{Access, Config, Problem};
use crate::engines::Engines;

/// Everything that keeps a server of this configuration from starting, as far as can be told without starting it.
#[must_use]
pub fn problems(config: &Config) -> Vec<Problem> {
    let checks = [
        address(config),
        tls(config),
        engines(config).or_else(|| voices(config)),
        limits(config),
        secrets(config),
    ];
    checks.into_iter().flatten().map(|message| Problem { place: String::new(), message }).collect()
}

/// Where to listen.
///
/// # Errors
/// In words, if the name does not resolve.
pub(crate) fn resolve(listen: &str) -> Result<SocketAddr, String> {
    let wrong = |reason: &str| format!("listen {listen} is no address with a port: {reason}");
    let mut found = listen.to_socket_addrs().map_err(|error| wrong(&error.to_string()))?;
    found.next().ok_or_else(|| wrong("the name has no address"))
}

fn address(config: &Config) -> Option<String> {
    match resolve(&config.listen) {
        Err(wrong) => Some(wrong),
        Ok(address) if address.ip().is_loopback() => None,
        Ok(_) if !config.keys.is_empty() || config.access == Access::Open => None,
        Ok(address) => Some(format!(
            "listening on {address} without keys would serve everyone; set keys (SYRINX_API_KEYS), listen on \
             127.0.0.1, or say --open"
        )),
    }
}

fn tls(config: &Config) -> Option<String> {
    match config.tls.files() {
        Ok(files) => files?.load().err().map(|error| format!("tls: {error}")),
        Err(wrong) => Some(wrong),
    }
}

fn engines(config: &Config) -> Option<String> {
    let built_in: Vec<_> = crate::engines::built_in().collect();
    let known = built_in.join(", ");
    if config.engines.is_empty() {
        return Some(format!("engines is empty; choose from {known}"));
    }
    let unknown = config.engines.iter().find(|name| !built_in.contains(&name.as_str()))?;
    Some(format!("there is no engine {unknown} in this build; choose from {known}"))
}

fn voices(config: &Config) -> Option<String> {
    let engines = match Engines::open(config) {
        Ok(engines) => engines,
        Err(wrong) => return Some(wrong),
    };
    let exists = |name: &str| engines.voices().iter().any(|card| card.id.as_str() == name);
    if let Some((alias, voice)) = config.aliases.iter().find(|(_, voice)| !exists(voice)) {
        return Some(format!(
            "alias {alias} stands for the voice {voice}, which does not exist; see syrinx voices"
        ));
    }
    let unknown = config.pronunciations.unknown_voice(engines.voices())?;
    Some(format!("pronunciations: {unknown}"))
}

/// Bounds of zero would refuse everything, or never end.
fn limits(config: &Config) -> Option<String> {
    let zero = super::settings().find(|setting| {
        let at_zero = matches!(setting.show(config).as_deref(), Some("0" | "0s"));
        at_zero && setting.key.contains("limits.") && setting.key != "limits.heard_memory"
    })?;
    Some(format!("{} must not be zero", zero.key))
}

fn secrets(config: &Config) -> Option<String> {
    let empty = config.keys.iter().find(|key| key.secret.trim().is_empty())?;
    Some(format!("key {} is empty", empty.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::NamedKey;

    fn at(listen: &str) -> Config {
        Config { listen: listen.to_owned(), ..Config::default() }
    }

    #[test]
    fn the_default_is_right() {
        assert_eq!(problems(&Config::default()), []);
    }

    #[test]
    fn the_world_needs_keys_or_an_open_door() {
        assert!(problems(&at("0.0.0.0:80"))[0].message.contains("--open"));
        let key = NamedKey { name: "a".to_owned(), secret: "b".to_owned() };
        assert_eq!(problems(&Config { keys: vec![key], ..at("0.0.0.0:80") }), []);
        assert_eq!(problems(&Config { access: Access::Open, ..at("0.0.0.0:80") }), []);
    }

    #[test]
    fn voices_must_exist() {
        let voice = Some("nobody".to_owned());
        assert!(problems(&Config { voice, ..Config::default() })[0].message.contains("nobody"));
        let aliases = vec![("leah".to_owned(), "nobody".to_owned())];
        assert!(problems(&Config { aliases, ..Config::default() })[0].message.contains("leah"));
    }

    #[test]
    fn pronunciations_are_for_voices_that_exist() {
        let known = Engines::open(&Config::default()).unwrap().default_voice().id.as_str().to_owned();
        let problems = |voice: &str| {
            let mut config = Config::default();
            let voices = [(voice.to_owned(), std::sync::Arc::default())].into();
            config.pronunciations.lexicons = wire::Pronunciations { voices, ..Default::default() }.into();
            problems(&config)
        };
        assert_eq!(problems(&known), []);
        let told = &problems(&format!("{known}x"))[0].message;
        assert!(told.ends_with(&format!("there is no voice {known}x; the nearest is {known}")), "{told}");
    }

    #[test]
    fn zero_is_no_bound() {
        let mut config = Config::default();
        config.limits.contexts_per_connection = 0;
        assert_eq!(problems(&config)[0].message, "limits.contexts_per_connection must not be zero");
    }
}
