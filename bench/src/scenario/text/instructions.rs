//! What cutting and reading cost beside speaking, in instructions: a count that no other load of the machine moves.
//!
//! Two kinds of child of this program do one thing each for the lines of their standard input: [`crate::reading`] cuts and
//! reads, [`crate::bare`] has the library speak. Valgrind counts all instructions of such a child for a set of sentences
//! said once and said twice; the difference is what the set costs, without the start. Read [`counted`] first.

use std::ffi::OsString;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use speech::Language;

use super::sentences::{self, Sentences};
use crate::bare::Bare;
use crate::failure::Failure;
use crate::reading;

const VALGRIND: &str = "valgrind";
/// Counts instructions and nothing else, and keeps no file.
const COUNTING: [&str; 3] = ["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"];

/// The arguments of a child of this program.
type Arguments = Vec<OsString>;

/// What sentences of one language cost, in instructions for one of them.
pub(super) struct Cost {
    pub(super) language: Language,
    pub(super) sentences: usize,
    /// Of cutting and reading it.
    pub(super) text: f64,
    /// Of speaking it.
    pub(super) voice: f64,
}

impl Cost {
    /// In percent of the voice.
    pub(super) fn share(&self) -> f64 {
        100.0 * self.text / self.voice
    }
}

/// The costs in each language of the corpus, of at most so many sentences; `None` where nothing can count them. Blocks,
/// for some seconds a language.
pub(super) fn counted(bare: &Bare, most: usize) -> Result<Option<Vec<Cost>>, Failure> {
    let is_there =
        Command::new(VALGRIND).arg("--version").output().is_ok_and(|output| output.status.success());
    if !is_there {
        return Ok(None);
    }
    sentences::of_each_language(most)?
        .into_iter()
        .map(|set| cost(bare, set))
        .collect::<Result<_, _>>()
        .map(Some)
}

fn cost(bare: &Bare, set: Sentences) -> Result<Cost, Failure> {
    let Sentences { language, texts } = set;
    let cutting = vec![reading::ARGUMENT.into(), language.as_str().into()];
    let speaking = bare.arguments(&language)?.to_vec();
    let written: String = texts.iter().map(|text| format!("{text}\n")).collect();
    let spoken = run(Command::new(std::env::current_exe()?).args(&cutting), &written)?;
    let spoken = String::from_utf8_lossy(&spoken.stdout);
    let per_sentence = |count: u64| count as f64 / texts.len() as f64;
    let text = per_sentence(once(&cutting, &written)?);
    let voice = per_sentence(once(&speaking, &spoken)?);
    Ok(Cost { language, sentences: texts.len(), text, voice })
}

/// What a child spends on these lines, without its start: on twice as many, less on once.
fn once(arguments: &Arguments, lines: &str) -> Result<u64, Failure> {
    Ok(instructions(arguments, &lines.repeat(2))?.saturating_sub(instructions(arguments, lines)?))
}

fn instructions(arguments: &Arguments, lines: &str) -> Result<u64, Failure> {
    let mut command = Command::new(VALGRIND);
    command.args(COUNTING).arg(std::env::current_exe()?).args(arguments);
    let output = run(&mut command, lines)?;
    let told = String::from_utf8_lossy(&output.stderr);
    told.lines()
        .find_map(count_in)
        .ok_or_else(|| Failure::setup(format!("{VALGRIND} counted nothing: {told}")))
}

/// As in `==7== I   refs:      1,234,567`; newer ones write `I refs:`.
fn count_in(line: &str) -> Option<u64> {
    let (before, count) = line.rsplit_once(" refs:")?;
    let is_of_instructions = before.split_whitespace().last() == Some("I");
    is_of_instructions.then(|| count.trim().replace(',', "").parse().ok())?
}

fn run(command: &mut Command, lines: &str) -> Result<Output, Failure> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let mut input = child.stdin.take().expect("its standard input is piped");
    let lines = lines.to_owned();
    // From a thread of its own: the child answers while it still reads.
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output()?;
    // A child that ended too early says why in its own words.
    let written = writer.join().expect("writing does not panic");
    if !output.status.success() || written.is_err() {
        let why = [output.stdout, output.stderr].concat();
        return Err(Failure::setup(format!("a child failed: {}", String::from_utf8_lossy(&why).trim())));
    }
    Ok(output)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_found_among_what_valgrind_says() {
        let told = "==7== Cachegrind\n==7== I   refs:      1,234,567\n";
        assert_eq!(told.lines().find_map(count_in), Some(1_234_567));
        assert_eq!(count_in("==7== I refs: 12"), Some(12));
        assert_eq!(count_in("==7== D   refs: 9"), None);
    }

    #[test]
    fn a_share_is_in_percent() {
        let cost = Cost { language: Language::new("de"), sentences: 1, text: 5.0, voice: 50.0 };
        assert!((cost.share() - 10.0).abs() < 1e-9);
    }
}
