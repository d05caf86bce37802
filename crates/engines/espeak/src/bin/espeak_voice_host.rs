//! The voice host as a program of its own, for the tests of this crate. `syrinx` has it behind a hidden argument.

use std::process::ExitCode;

fn main() -> ExitCode {
    engine_espeak::host_main(std::env::args_os().skip(1))
}
