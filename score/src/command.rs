//! The whole way: reads the cases, has them explained, judges them, tells.

use std::fs;
use std::time::Instant;

use engine_espeak::{Espeak, EspeakConfig};

use crate::asking::Asker;
use crate::failure::Failure;
use crate::options::{Options, Task};
use crate::reader::{CaseFile, read};
use crate::table::Table;
use crate::verdict::Answered;
use crate::{failures, page, peers, workspace};

/// Scores what is asked for, and tells it on standard output.
///
/// # Errors
/// If the corpus breaks its format, or the voice fails; never because of a score.
pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let mut files = read(&workspace::root(), &options.folders)?;
    files.retain(|file| options.wants(&file.category));
    if files.is_empty() {
        return Err(Failure::NoCases(options.categories.join(", ")));
    }
    match &options.task {
        Task::Score => tell(&score(&files, options)?, options),
        Task::Texts => {
            print!("{}", peers::texts(&files));
            Ok(())
        }
        Task::Peers(path) => peers::judge(path, &files),
    }
}

fn tell(score: &Score, options: &Options) -> Result<(), Failure> {
    if options.shows_failures {
        print!("{}", score.failures);
    }
    print!("{}", score.table.lines());
    if options.writes { write_page(&score.table) } else { Ok(()) }
}

fn write_page(table: &Table) -> Result<(), Failure> {
    let path = workspace::root().join(page::PATH);
    // Without a page there is no first run yet, and this is it.
    let old = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, page::made(table, &peers::recorded()?, &old)).map_err(Failure::at(page::PATH))
}

/// What came of all cases.
#[derive(Default)]
struct Score {
    table: Table,
    /// Each case that was not passed, in words.
    failures: String,
}

fn score(files: &[CaseFile], options: &Options) -> Result<Score, Failure> {
    let espeak = Espeak::new(EspeakConfig::for_current_exe())?;
    let mut score = Score::default();
    for files in files.chunk_by(|one, other| one.language == other.language) {
        let begun = Instant::now();
        let asker = Asker::new(&espeak, &files[0].language, options.judged)?;
        files.iter().try_for_each(|file| score.judge(file, &asker))?;
        let cases: usize = files.iter().map(|file| file.cases.len()).sum();
        eprintln!("{}: {cases} cases judged in {:.1} s", files[0].folder, begun.elapsed().as_secs_f32());
    }
    Ok(score)
}

impl Score {
    fn judge(&mut self, file: &CaseFile, asker: &Asker<'_>) -> Result<(), Failure> {
        for case in &file.cases {
            let answer = asker.answer(case)?;
            let answered =
                Answered { case, language: &file.language, text: &answer.text, readings: &answer.readings };
            let verdict = answered.judge();
            self.table.add(&file.folder, &file.category, verdict);
            self.failures.push_str(&failures::told(&file.path, answered, verdict));
        }
        Ok(())
    }
}
