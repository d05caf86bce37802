//! `serve`: from a fresh clone to a listening server.

use std::process::ExitCode;

use crate::failure::Failure;
use crate::packages::{self, Consent};
use crate::process::{self, cargo, command};
use crate::workspace;

/// Checks what the build needs, builds, and becomes `syrinx serve` with the arguments that are not ours.
///
/// # Errors
/// If a package is missing, or the build fails.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, Failure> {
    let (consent, passed) = divide(args);
    packages::require(packages::BUILD, consent)?;
    process::run(&mut cargo("build --release --package server"))?;
    process::become_program(command(workspace::release_binary()?, ["serve"]).args(passed))
}

/// Our own option, and what the server is to get: all after `--`, and all before it that is not ours.
fn divide(args: &[String]) -> (Consent, Vec<String>) {
    let border = args.iter().position(|arg| arg == "--").unwrap_or(args.len());
    let (before, after) = args.split_at(border);
    let passed = before.iter().filter(|arg| *arg != packages::INSTALL).chain(after.iter().skip(1));
    (Consent::in_args(before), passed.cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(args: &str) -> (Consent, String) {
        let args: Vec<String> = args.split_whitespace().map(str::to_owned).collect();
        let (consent, passed) = divide(&args);
        (consent, passed.join(" "))
    }

    #[test]
    fn what_is_not_ours_goes_to_the_server() {
        assert_eq!(divided(""), (Consent::Ask, String::new()));
        assert_eq!(divided("--install"), (Consent::Given, String::new()));
        assert_eq!(divided("--listen 1.2.3.4:5"), (Consent::Ask, "--listen 1.2.3.4:5".into()));
        assert_eq!(divided("--install -- --listen 1.2.3.4:5"), (Consent::Given, "--listen 1.2.3.4:5".into()));
    }

    #[test]
    fn after_the_two_dashes_nothing_is_ours() {
        assert_eq!(divided("-- --install"), (Consent::Ask, "--install".into()));
    }
}
