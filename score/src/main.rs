//! How well texts are cut and read, by the cases in `corpus/`: `cargo xtask corpus` is this program.
//!
//! The cases are read ([`reader`]), explained by the very calls of `syrinx explain` ([`asking`]), judged one by one
//! ([`verdict`]) and counted ([`table`], [`page`]). A case that is not passed is no failure of the program, for the cases
//! say what a good reader does, not what ours does; only a file that breaks the format of `corpus/README.md` is one.
//! It is a package of its own, apart from the server, so that a rule that changed is scored after seconds. Read
//! [`command`] first.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

mod asking;
mod case;
mod command;
mod failure;
mod failures;
mod options;
mod page;
mod peers;
mod reader;
mod sounds;
mod table;
mod verdict;
mod words;
mod workspace;

use std::process::ExitCode;

/// Wrong usage, as most tools number it.
const USAGE_ERROR: u8 = 2;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().skip(1).collect();
    // Before anything else: the voice's children are this same binary, and must stay small and single-threaded.
    if args.first().is_some_and(|first| first == engine_espeak::VOICE_HOST_ARG) {
        return engine_espeak::host_main(args.into_iter().skip(1));
    }
    let args = args.into_iter().map(|arg| arg.to_string_lossy().into_owned());
    match options::Options::parse(args) {
        Ok(options) => told(command::run(&options)),
        Err(wrong) => {
            eprintln!("{wrong}\n\n{}", options::USAGE);
            ExitCode::from(USAGE_ERROR)
        }
    }
}

fn told(ended: Result<(), failure::Failure>) -> ExitCode {
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("corpus: {failure}");
            ExitCode::FAILURE
        }
    }
}
