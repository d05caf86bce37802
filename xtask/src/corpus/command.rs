//! `cargo xtask corpus`: reads the cases, has them explained, judges them, tells.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use super::asking::{Explained, explain};
use super::reader::{CaseFile, read};
use super::score::Answered;
use super::table::Table;
use super::{failures, page};
use crate::failure::Failure;
use crate::process::{cargo, run};
use crate::workspace;

/// Renews the page, which is about all languages.
const WRITE: &str = "--write";
/// Tells each case that is not passed.
const FAILURES: &str = "--failures";

/// `cargo xtask corpus`; the arguments are folders of the corpus, all if there is none, and options.
///
/// # Errors
/// If the corpus breaks its format, or the server does not build or does not answer; never because of a score.
pub(crate) fn command(args: &[String]) -> Result<ExitCode, Failure> {
    let (options, folders): (Vec<_>, Vec<_>) = args.iter().cloned().partition(|arg| arg.starts_with('-'));
    if let Some(unknown) = options.iter().find(|option| ![WRITE, FAILURES].contains(&option.as_str())) {
        return Err(Failure::new(format!("corpus has no option {unknown}; it has {WRITE} and {FAILURES}")));
    }
    let is_asked = |option: &str| options.iter().any(|given| given == option);
    if is_asked(WRITE) && !folders.is_empty() {
        return Err(Failure::new(format!(
            "{WRITE} is for all languages together; leave {} out",
            folders.join(" ")
        )));
    }
    let files = read(&workspace::root(), &folders)?;
    run(&mut cargo("build --package server"))?;
    let score = score(&files)?;
    if is_asked(FAILURES) {
        print!("{}", score.failures);
    }
    print!("{}", score.table.lines());
    if is_asked(WRITE) {
        write_page(&score.table)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn write_page(table: &Table) -> Result<(), Failure> {
    let path = workspace::root().join(page::PATH);
    // Without a page there is no first run yet, and this is it.
    let old = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, page::made(table, &old)).map_err(Failure::while_doing(format!("write {}", page::PATH)))
}

/// What came of all cases.
#[derive(Default)]
struct Score {
    table: Table,
    /// Each case that was not passed, in words.
    failures: String,
}

fn score(files: &[CaseFile]) -> Result<Score, Failure> {
    let syrinx = workspace::debug_binary()?;
    let mut score = Score::default();
    for files in files.chunk_by(|one, other| one.language == other.language) {
        let begun = Instant::now();
        let asked = score_language(&syrinx, files, &mut score)?;
        eprintln!("{}: {asked} texts explained in {:.1} s", files[0].folder, begun.elapsed().as_secs_f32());
    }
    Ok(score)
}

/// Judges the cases of one language, and returns how many texts it asked about: one process reads the texts, another
/// what they should be read as.
fn score_language(syrinx: &Path, files: &[CaseFile], score: &mut Score) -> Result<usize, Failure> {
    let language = files[0].language.as_str();
    let cases = || files.iter().flat_map(|file| &file.cases);
    let texts: Vec<_> = cases().map(|case| case.text.as_str()).collect();
    let readings: Vec<_> = cases().flat_map(|case| &case.readings).map(String::as_str).collect();
    let explained = explain(syrinx, language, &texts)?;
    let read = explain(syrinx, language, &readings)?;
    judge_all(files, &explained, &read, score);
    Ok(texts.len() + readings.len())
}

/// `texts` and `readings` are in the order of the files.
fn judge_all(files: &[CaseFile], mut texts: &[Explained], mut readings: &[Explained], score: &mut Score) {
    for file in files {
        for case in &file.cases {
            let Some((text, later)) = texts.split_first() else { return };
            let (own, others) = readings.split_at(case.readings.len());
            (texts, readings) = (later, others);
            let answered = Answered { case, language: &file.language, text, readings: own };
            let verdict = answered.judge();
            score.table.add(&file.folder, &file.category, verdict);
            score.failures.push_str(&failures::told(&file.path, answered, verdict));
        }
    }
}
