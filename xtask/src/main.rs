//! The chores of this repository: `cargo xtask <command>`.
//!
//! It builds, starts, checks and measures; it is no part of what is delivered. Only the standard library, so that the
//! first command that a newcomer types compiles in seconds. Each command is a file; read [`test`] first.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command's output is what it is for")]

mod browser;
mod conformance;
mod failure;
mod forward;
mod packages;
mod process;
mod serve;
mod steps;
mod tally;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;

use crate::failure::Failure;

const USAGE: &str = "\
usage: cargo xtask <command>

  serve [--install] [-- ARG…]   build the release binary and run `syrinx serve ARG…`
  test [--install] [--only STEP]…
                                everything that must hold before a change is merged
  conformance [--install] [--write] [SUITE]…
                                real clients against the real binary; --write renews docs/conformance.md
  corpus [FOLDER]… [--category NAME]… [--words] [--failures] [--write]
                                how the cases in corpus/ are cut and read; --write renews docs/text.md
  tidy                          the invariants of the house alone
  soak [--short]                the endurance run, with figures
  bench [ARG…]                  the benchmarks, with figures
  loudness [--check]            measures how loud each embedded voice is, for them all to sound equal
  certificate DIR               a certificate for this machine's own address, for trying TLS
";

/// Wrong usage, as most tools number it.
const USAGE_ERROR: u8 = 2;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    dispatch(&command, &rest).unwrap_or_else(|failure| {
        eprintln!("xtask: {failure}");
        ExitCode::FAILURE
    })
}

fn dispatch(command: &str, args: &[String]) -> Result<ExitCode, Failure> {
    match command {
        "serve" => serve::run(args),
        "test" => test::run(args),
        "conformance" => conformance::command(args),
        "corpus" => forward::corpus(args),
        "tidy" => tidy::run(),
        "soak" => forward::soak(args),
        "bench" => forward::bench(args),
        "loudness" => forward::loudness(args),
        "certificate" => forward::certificate(args),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        _ => {
            eprint!("{USAGE}");
            Ok(ExitCode::from(USAGE_ERROR))
        }
    }
}
