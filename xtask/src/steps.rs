//! The steps of `test`, in their order: what fails fast comes first, what needs the optimised build comes last.

use crate::conformance;
use crate::failure::Failure;
use crate::process::{cargo, output, run, run_watched, succeeds};
use crate::tally::Tally;
use crate::tidy;
use crate::workspace;

/// What must be installed before a step can run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wants {
    /// Only what Rust brings.
    Nothing,
    /// What the server's build needs.
    BuildPackages,
    /// What the tests run, besides.
    TestPackages,
}

/// One step.
pub(crate) struct Step {
    /// As `--only` knows it.
    pub(crate) name: &'static str,
    /// What must be installed.
    pub(crate) wants: Wants,
    /// Does it.
    pub(crate) run: fn() -> Tally,
}

/// All of them.
pub(crate) static STEPS: &[Step] = &[
    Step { name: "tidy", wants: Wants::Nothing, run: || Tally::of(tidy::check()) },
    Step { name: "fmt", wants: Wants::Nothing, run: || cargo_step("fmt --all --check") },
    Step { name: "clippy", wants: Wants::BuildPackages, run: clippy },
    Step { name: "unit", wants: Wants::TestPackages, run: unit },
    Step { name: "permissive", wants: Wants::BuildPackages, run: permissive },
    Step { name: "deny", wants: Wants::Nothing, run: deny },
    Step { name: "fuzz-build", wants: Wants::BuildPackages, run: fuzz_build },
    Step { name: "conformance", wants: Wants::TestPackages, run: conformance::run },
];

fn cargo_step(args: &str) -> Tally {
    Tally::of(run(&mut cargo(args)))
}

fn clippy() -> Tally {
    cargo_step("clippy --workspace --all-targets -- -D warnings")
}

/// The binary without eSpeak NG (GPL) and LAME (LGPL), for those who need a permissive licence: it builds, and neither
/// is in it.
fn permissive() -> Tally {
    let mut tally = Tally::of(no_copyleft());
    tally.add("build", cargo_step("check --package server --no-default-features"));
    tally
}

fn no_copyleft() -> Result<(), Failure> {
    let tree = "tree --package server --no-default-features --edges normal,build --prefix none --format";
    let listed = output(cargo(tree).arg("{p}: {l}"));
    let packages =
        listed.ok_or_else(|| Failure::new("`cargo tree` failed; does the server have these features?"))?;
    match packages.lines().find(|line| is_copyleft(line)) {
        Some(line) => {
            Err(Failure::new(format!("in the permissive binary is {line}; put it behind a feature")))
        }
        None => Ok(()),
    }
}

/// Whether a line such as `lame v1.0.0: LGPL-3.0` names a licence without a permissive choice. The binding of
/// eSpeak NG calls itself MIT, and what it compiles is not.
fn is_copyleft(line: &str) -> bool {
    let (package, licence) = line.split_once(": ").unwrap_or((line, ""));
    package.contains("espeak") || (licence.contains("GPL") && !licence.contains(" OR "))
}

fn deny() -> Tally {
    if succeeds(&mut cargo("deny --version")) {
        return cargo_step("deny check licenses bans sources");
    }
    Tally::skip("cargo-deny is not installed; `cargo install cargo-deny` has it")
}

/// Type-checks the fuzz targets, which are a workspace of their own; running them needs a nightly toolchain.
fn fuzz_build() -> Tally {
    if workspace::root().join("fuzz/Cargo.toml").is_file() {
        return cargo_step("check --manifest-path fuzz/Cargo.toml");
    }
    Tally::skip("there are no fuzz targets")
}

fn unit() -> Tally {
    let mut tally = Tally::default();
    let ended = run_watched(&mut cargo("test --workspace --no-fail-fast"), |line| count(line, &mut tally));
    fail_if_unexplained(&mut tally, ended);
    tally
}

/// Reads a line that the standard test harness prints for a test.
fn count(line: &str, tally: &mut Tally) {
    let Some((name, result)) = line.strip_prefix("test ").and_then(|rest| rest.rsplit_once(" ... ")) else {
        return;
    };
    match result.split([',', ' ']).next().unwrap_or_default() {
        "ok" => tally.passed += 1,
        "FAILED" => tally.failed.push(name.to_owned()),
        "ignored" => tally.skipped.push(format!("{name} ({result})")),
        _ => {}
    }
}

/// A program that failed without naming a check is itself what failed.
pub(crate) fn fail_if_unexplained(tally: &mut Tally, ended: Result<(), Failure>) {
    match ended {
        Err(failure) if tally.failed.is_empty() => tally.failed.push(failure.to_string()),
        Err(_) | Ok(()) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| count(line, &mut tally));
        tally
    }

    #[test]
    fn whoever_compiles_wants_a_compiler() {
        let bare = STEPS.iter().filter(|step| step.wants == Wants::Nothing).map(|step| step.name);
        assert_eq!(bare.collect::<Vec<_>>(), ["tidy", "fmt", "deny"]);
    }

    #[test]
    fn test_lines_are_counted_and_other_lines_are_not() {
        let tally = counted(&[
            "running 5 tests",
            "test a::b ... ok",
            "test crates/x/src/lib.rs - C (line 3) ... ok",
            "test c - should panic ... ok",
            "test d ... FAILED",
            "test e ... ignored, needs a network",
            "test result: FAILED. 3 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out",
        ]);
        assert_eq!(tally.passed, 3);
        assert_eq!(tally.failed, ["d"]);
        assert_eq!(tally.skipped, ["e (ignored, needs a network)"]);
    }

    #[test]
    fn copyleft_is_found_unless_there_is_a_choice() {
        assert!(is_copyleft("mp3lame-sys v0.1.11: LGPL-3.0"));
        assert!(is_copyleft("espeak-rs-sys v0.2.0: MIT"));
        assert!(!is_copyleft("r-efi v6.0.0: MIT OR Apache-2.0 OR LGPL-2.1-or-later"));
        assert!(!is_copyleft("hound v3.5.1: Apache-2.0"));
    }

    #[test]
    fn a_build_that_breaks_fails_without_any_test() {
        let mut tally = Tally::default();
        fail_if_unexplained(&mut tally, Err(Failure::new("cargo ended with 101")));
        assert_eq!(tally.failed, ["cargo ended with 101"]);
    }

    #[test]
    fn a_failure_with_a_named_test_is_not_told_twice() {
        let mut tally = counted(&["test d ... FAILED"]);
        fail_if_unexplained(&mut tally, Err(Failure::new("cargo ended with 101")));
        assert_eq!(tally.failed, ["d"]);
    }
}
