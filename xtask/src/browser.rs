//! The browser in which pages are tried: where it may be, and the one that runs. Read [`found`] first.

use std::env;
use std::path::PathBuf;
use std::time::Duration;

use crate::process::{command, programs, succeeds_within};

/// Names the browser, where it is none of [`NAMES`]; scripts are told by it too.
pub(crate) const VARIABLE: &str = "SYRINX_BROWSER";
/// What Chromium and Chrome are called on the `PATH`, and where macOS has them.
const NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/// One that does not tell its version by then hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// The one that [`VARIABLE`] names, or else the first of [`NAMES`]; `None` if it does not run: some systems have a program
/// of the name that only says what to install.
pub(crate) fn found() -> Option<PathBuf> {
    match env::var_os(VARIABLE) {
        Some(path) => first_that_runs([path.into()]),
        None => first_that_runs(NAMES.iter().flat_map(|name| programs(name))),
    }
}

fn first_that_runs(paths: impl IntoIterator<Item = PathBuf>) -> Option<PathBuf> {
    paths.into_iter().find(|path| succeeds_within(&mut command(path, ["--version"]), PATIENCE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_runs_is_taken() {
        let [missing, failing, running] = ["/no/such/program", "false", "true"].map(PathBuf::from);
        assert_eq!(first_that_runs([missing.clone(), failing.clone(), running.clone()]), Some(running));
        assert_eq!(first_that_runs([missing, failing]), None);
    }

    #[test]
    fn contributors_are_told_every_name_that_is_looked_for() {
        let told = std::fs::read_to_string(crate::workspace::root().join("CONTRIBUTING.md")).unwrap();
        for name in NAMES.iter().filter(|name| !name.starts_with('/')).chain([&VARIABLE]) {
            assert!(told.contains(&format!("`{name}`")), "{name}");
        }
    }
}
