//! `syrinx`: everything is in the library of this crate, so that tests can reach it.

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().collect();
    // Before anything else: a child of an engine is this same binary, and must stay small and single-threaded.
    match server::engines::child(&args) {
        Some(run_child) => run_child(args.into_iter().skip(2).collect()),
        None => {
            let exit = server::cli::run(args);
            server::logs::finish();
            exit.into()
        }
    }
}
