//! Where a command's settings come from.

use std::io::{self, Write};
use std::path::PathBuf;

use super::args::SettingArgs;
use super::run::Stop;
use crate::config::{Config, Layers, Loaded, Problem, TlsConfig, problems, settings};
use crate::engines::Engines;
use crate::exit::Exit;

/// File, environment and flags as they are. Named flags win over `--set`.
pub(super) fn read(args: &SettingArgs, named: Vec<(&'static str, Option<String>)>) -> Result<Layers, Stop> {
    let path = args
        .config
        .clone()
        .or_else(|| std::env::var_os("SYRINX_CONFIG").filter(|path| !path.is_empty()).map(PathBuf::from));
    let file = match path {
        None => None,
        Some(path) => {
            let name = path.display().to_string();
            let unreadable =
                |error| Stop::new(Exit::Configuration, format!("{name} could not be read: {error}"));
            let text = std::fs::read_to_string(&path).map_err(unreadable)?;
            Some((name, text))
        }
    };
    let common = [("data_dir", &args.data_dir), ("engines", &args.engines), ("workers", &args.workers)];
    let common = common.into_iter().map(|(key, value)| (key, value.clone()));
    let given = common.chain(named).filter_map(|(key, value)| Some((key.to_owned(), value?)));
    let environment = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    Ok(Layers {
        file,
        environment: environment.collect(),
        flags: args.set.iter().cloned().chain(given).collect(),
    })
}

/// The settings in effect, in the form of a file.
pub(super) fn show(config: &Config, remarks: &[String]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for remark in remarks {
        writeln!(out, "# {remark}")?;
    }
    for setting in settings() {
        let Some(shown) = setting.show(config) else { continue };
        writeln!(out, "# {}; {}", setting.about, setting.variable())?;
        match setting.key.as_ref() {
            "keys" => writeln!(out, "# keys = {shown}, not shown")?,
            "aliases" => writeln!(out, "aliases = {}", table_of(&config.aliases))?,
            key => writeln!(out, "{key} = {}", literal(shown))?,
        }
        for (key, value) in setting.means(config) {
            writeln!(out, "# which makes {key} = {}", literal(value))?;
        }
    }
    Ok(())
}

fn literal(shown: String) -> String {
    match shown.parse::<u64>().is_ok() || shown.parse::<bool>().is_ok() {
        true => shown,
        false => toml::Value::from(shown).to_string(),
    }
}

/// In one line. Only in a table may a name hold a comma or an equals sign. The first of a name is the one that counts.
fn table_of(aliases: &[(String, String)]) -> toml::Value {
    let mut table = toml::Table::new();
    for (name, voice) in aliases {
        table.entry(name).or_insert_with(|| toml::Value::from(voice.as_str()));
    }
    toml::Value::Table(table)
}

pub(super) fn listed(problems: &[Problem]) -> String {
    let lines: Vec<_> = problems.iter().map(|problem| format!("\n  {problem}")).collect();
    format!("the configuration is wrong:{}", lines.concat())
}

/// The configuration and engines of a command that serves nobody.
pub(super) fn open_engines(args: &SettingArgs) -> Result<(Config, Engines), Stop> {
    let Loaded { config, problems: mut wrong, .. } = read(args, Vec::new())?.load();
    wrong.extend(problems(&unserved(&config)));
    if !wrong.is_empty() {
        return Err(Stop::new(Exit::Configuration, listed(&wrong)));
    }
    let engines = Engines::open(&config).map_err(|wrong| Stop::new(Exit::Configuration, wrong))?;
    Ok((config, engines))
}

/// The same with an address that is always right, and no certificate: a command that serves nobody listens nowhere.
fn unserved(config: &Config) -> Config {
    Config { listen: "127.0.0.1:0".to_owned(), tls: TlsConfig::default(), ..config.clone() }
}
