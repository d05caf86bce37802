//! `test`: everything that must hold before a change is merged; continuous integration runs this and nothing else.
//!
//! The steps are in [`STEPS`]. All run even if one fails; what cannot run on a machine is named with its reason.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::packages::{self, Consent, INSTALL};
use crate::steps::{STEPS, Step, Wants};
use crate::tally::Tally;

/// Runs the steps, prints what came of them, and ends with their sum alone on a line.
///
/// # Errors
/// If the arguments are not understood, or the build's packages are missing.
pub(crate) fn run(args: &[String]) -> Result<ExitCode, Failure> {
    let chosen = choose(args)?;
    fetch_packages(&chosen, Consent::in_args(args))?;
    let mut total = Tally::default();
    let mut times = Vec::new();
    for step in chosen {
        let (took, tally) = timed(step);
        times.push(format!("{:<12} {:>6.1} s   {tally}", step.name, took.as_secs_f64()));
        total.add(step.name, tally);
    }
    summarise(&times, &total);
    Ok(if total.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn choose(args: &[String]) -> Result<Vec<&'static Step>, Failure> {
    let mut wanted = Vec::new();
    let mut args = args.iter().filter(|arg| *arg != INSTALL);
    while let Some(arg) = args.next() {
        match (arg.as_str(), args.next()) {
            ("--only", Some(name)) => wanted.push(step_named(name)?.name),
            _ => {
                return Err(Failure::new(format!("`{arg}` is not understood; say --only STEP or {INSTALL}")));
            }
        }
    }
    Ok(STEPS.iter().filter(|step| wanted.is_empty() || wanted.contains(&step.name)).collect())
}

fn step_named(name: &str) -> Result<&'static Step, Failure> {
    let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
    let unknown = || Failure::new(format!("no step `{name}`; there are {}", names.join(", ")));
    STEPS.iter().find(|step| step.name == name).ok_or_else(unknown)
}

/// Without the build's packages nothing is worth starting; without the others some checks are skipped and named.
fn fetch_packages(steps: &[&Step], consent: Consent) -> Result<(), Failure> {
    if steps.iter().any(|step| step.wants != Wants::Nothing) {
        packages::require(packages::BUILD, consent)?;
    }
    if steps.iter().any(|step| step.wants == Wants::TestPackages) {
        packages::supply(packages::TESTS, consent);
    }
    Ok(())
}

fn timed(step: &Step) -> (Duration, Tally) {
    println!("\n== {}", step.name);
    let start = Instant::now();
    let tally = (step.run)();
    for line in &tally.failed {
        println!("failed: {line}");
    }
    for line in &tally.skipped {
        println!("skipped: {line}");
    }
    (start.elapsed(), tally)
}

fn summarise(times: &[String], total: &Tally) {
    println!("\n== summary");
    for line in times {
        println!("{line}");
    }
    for line in &total.skipped {
        println!("skipped: {line}");
    }
    for line in &total.failed {
        println!("failed: {line}");
    }
    println!("{total}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(args: &str) -> Result<Vec<&'static str>, String> {
        let args: Vec<String> = args.split_whitespace().map(str::to_owned).collect();
        let steps = choose(&args).map_err(|failure| failure.to_string())?;
        Ok(steps.iter().map(|step| step.name).collect())
    }

    #[test]
    fn without_arguments_every_step_runs() {
        assert_eq!(chosen("").unwrap().len(), STEPS.len());
        assert_eq!(chosen("--install").unwrap().len(), STEPS.len());
    }

    #[test]
    fn chosen_steps_run_in_their_own_order() {
        assert_eq!(chosen("--only unit --install --only tidy").unwrap(), ["tidy", "unit"]);
    }

    #[test]
    fn an_unknown_step_is_an_error_that_names_the_others() {
        assert!(chosen("--only unti").unwrap_err().contains("unit"));
        assert!(chosen("--fast").unwrap_err().contains("--only"));
        assert!(chosen("--only").unwrap_err().contains("--only"));
    }
}
