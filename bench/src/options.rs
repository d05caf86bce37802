//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::policy::Policy;
use crate::scenario::Scenario;
use crate::server::Address;

/// What was asked for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Options {
    /// What to measure.
    pub(crate) scenario: Scenario,
    /// A server that runs already; otherwise the release binary is started.
    pub(crate) server: Option<Address>,
    /// The binary to start; otherwise the one beside this program.
    pub(crate) binary: Option<PathBuf>,
    /// How often; each scenario has its own default.
    pub(crate) runs: Option<usize>,
    /// How many streams at once, where a scenario has streams.
    pub(crate) streams: Option<usize>,
    /// For `llm`: the only policy to measure; otherwise those that have a mark.
    pub(crate) policy: Option<Policy>,
    /// For `soak`: a fiftieth of the counts.
    pub(crate) short: bool,
    /// Print JSON instead of a table.
    pub(crate) json: bool,
    /// Keep the table in `bench/runs`.
    pub(crate) record: bool,
    /// For `sound`: renew its page of the documentation.
    pub(crate) write: bool,
}

/// More would run for hours.
const MOST_RUNS: usize = 10_000;
/// More sockets than a machine's ports allow comfortably.
const MOST_STREAMS: usize = 8_000;

/// How to call it.
pub(crate) fn usage() -> String {
    let scenarios =
        Scenario::ALL.map(|scenario| format!("  {:<12}{}\n", scenario.name(), scenario.about())).concat();
    format!(
        "bench SCENARIO [--server URL | --binary PATH] [--runs N] [--streams N] [--policy NAME] [--short] [--json] [--record] [--write]\n\n{scenarios}"
    )
}

impl Options {
    /// Reads the arguments after the program's name.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub(crate) fn parse(args: Vec<OsString>) -> Result<Self, String> {
        let text = |arg: OsString| {
            arg.into_string().map_err(|arg| format!("argument {} is not UTF-8", arg.display()))
        };
        let args = args.into_iter().map(text).collect::<Result<Vec<_>, _>>()?;
        let mut args = args.into_iter();
        let name = args.next().ok_or("which scenario?")?;
        let scenario = Scenario::named(&name).ok_or_else(|| format!("no scenario is called {name:?}"))?;
        let mut options = Self::of(scenario);
        while let Some(flag) = args.next() {
            options.set(&flag, || args.next().ok_or_else(|| format!("{flag} needs a value")))?;
        }
        Ok(options)
    }

    fn of(scenario: Scenario) -> Self {
        let (server, binary, runs, streams, policy) = (None, None, None, None, None);
        Self {
            scenario,
            server,
            binary,
            runs,
            streams,
            policy,
            short: false,
            json: false,
            record: false,
            write: false,
        }
    }

    fn set(&mut self, flag: &str, value: impl FnOnce() -> Result<String, String>) -> Result<(), String> {
        match flag {
            "--server" => self.server = Some(Address::parse(&value()?)?),
            "--binary" => self.binary = Some(value()?.into()),
            "--runs" => self.runs = Some(count(flag, &value()?, MOST_RUNS)?),
            "--streams" => self.streams = Some(count(flag, &value()?, MOST_STREAMS)?),
            "--policy" => self.policy = Some(policy(&value()?)?),
            "--short" => self.short = true,
            "--json" => self.json = true,
            "--record" => self.record = true,
            "--write" => self.write = true,
            _ => return Err(format!("no option is called {flag:?}")),
        }
        Ok(())
    }
}

fn count(flag: &str, value: &str, most: usize) -> Result<usize, String> {
    let number = value.parse().ok().filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| format!("{flag} takes a number from 1 to {most}, not {value:?}"))
}

fn policy(value: &str) -> Result<Policy, String> {
    let names = || Policy::ALL.map(Policy::name).join(", ");
    Policy::named(value).ok_or_else(|| format!("--policy is one of {}, not {value:?}", names()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options, String> {
        Options::parse(line.split_whitespace().map(OsString::from).collect())
    }

    #[test]
    fn flags_may_come_in_any_order() {
        let options = parse("soak --short --runs 7 --json").unwrap();
        assert_eq!(
            (options.scenario, options.runs, options.short, options.json),
            (Scenario::Soak, Some(7), true, true)
        );
        assert_eq!(parse("llm").unwrap(), Options::of(Scenario::Llm));
        assert_eq!(parse("llm --policy words").unwrap().policy, Some(Policy::Words));
    }

    #[test]
    fn what_makes_no_sense_is_said() {
        for line in [
            "",
            "unknown",
            "llm --runs",
            "llm --runs 0",
            "llm --runs 99999999",
            "llm --what",
            "llm --policy haste",
        ] {
            assert!(parse(line).is_err(), "{line}");
        }
    }

    #[test]
    fn only_this_machine_may_be_a_target() {
        assert!(parse("llm --server http://127.0.0.1:8080").is_ok());
        assert!(parse("llm --server http://192.0.2.1:8080").is_err());
    }
}
