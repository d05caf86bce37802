//! Runs a script and counts the checks that it prints.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::process::{in_group, kill_group, shown};
use crate::steps::fail_if_unexplained;
use crate::tally::Tally;

/// A suite that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(300);
/// Lines that may wait to be counted.
const LINES_AHEAD: usize = 64;

/// What came of a script.
pub(crate) struct Told {
    /// Its checks.
    pub(crate) tally: Tally,
    /// All that it printed, on both of its outputs.
    pub(crate) output: String,
}

impl Told {
    fn keep(&mut self, line: &str) {
        self.output += line;
        self.output.push('\n');
    }
}

/// Runs it to its end, or until our patience ends.
pub(crate) fn run(script: &mut Command) -> Told {
    run_within(script, PATIENCE)
}

fn run_within(script: &mut Command, patience: Duration) -> Told {
    let mut told = Told { tally: Tally::default(), output: String::new() };
    let ended = run_listening(script, patience, &mut told);
    fail_if_unexplained(&mut told.tally, ended);
    if told.tally == Tally::default() {
        told.tally.failed.push("the script ended without a single check".to_owned());
    }
    told
}

fn run_listening(script: &mut Command, patience: Duration, told: &mut Told) -> Result<(), Failure> {
    let name = shown(script);
    script.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let started = in_group(script).spawn();
    let mut child = started.map_err(Failure::while_doing(format!("start `{name}`")))?;
    if !listen(&lines_of(&mut child), patience, told) {
        told.tally.failed.push(format!("the script was stopped after {} s", patience.as_secs()));
        // With the servers that it started itself.
        if let Err(error) = kill_group(&mut child) {
            eprintln!("stop the script: {error}");
        }
    }
    let status = child.wait().map_err(Failure::while_doing(format!("wait for `{name}`")))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("the script ended with {status}"))) }
}

/// A line, and where it was printed.
enum Line {
    /// On standard output, where checks are told.
    Output(String),
    /// On standard error, where there is only talk.
    Error(String),
}

/// Both outputs, as their lines come.
fn lines_of(child: &mut Child) -> Receiver<Line> {
    let (tell, lines) = sync_channel(LINES_AHEAD);
    if let Some(errors) = child.stderr.take() {
        let tell = tell.clone();
        thread::spawn(move || read_lines(errors, Line::Error, &tell));
    }
    if let Some(output) = child.stdout.take() {
        thread::spawn(move || read_lines(output, Line::Output, &tell));
    }
    lines
}

/// Whether the outputs came to their end in time.
fn listen(lines: &Receiver<Line>, patience: Duration, told: &mut Told) -> bool {
    let end = Instant::now() + patience;
    loop {
        match next_line(lines, end) {
            Ok(Line::Output(line)) => {
                count(&line, &mut told.tally);
                told.keep(&line);
            }
            Ok(Line::Error(line)) => told.keep(&line),
            Err(RecvTimeoutError::Disconnected) => return true,
            Err(RecvTimeoutError::Timeout) => return false,
        }
    }
}

fn next_line(lines: &Receiver<Line>, end: Instant) -> Result<Line, RecvTimeoutError> {
    lines.recv_timeout(end.saturating_duration_since(Instant::now()))
}

fn read_lines(output: impl Read, which: fn(String) -> Line, tell: &SyncSender<Line>) {
    for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
        if tell.send(which(String::from_utf8_lossy(&line).into_owned())).is_err() {
            return;
        }
    }
}

/// `ok <check>`, `FAIL <check>: <why>`, `skip <check>: <why>`; all else is talk.
fn count(line: &str, tally: &mut Tally) {
    match line.split_once(' ') {
        Some(("ok", _)) => tally.passed += 1,
        Some(("FAIL", check)) => tally.failed.push(check.to_owned()),
        Some(("skip", check)) => tally.skipped.push(check.to_owned()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally_of(script: &str) -> Tally {
        run_within(Command::new("sh").args(["-c", script]), Duration::from_secs(5)).tally
    }

    #[test]
    fn what_it_prints_on_either_output_is_kept() {
        let told = run_within(Command::new("sh").args(["-c", "echo 'ok a'; echo why >&2"]), PATIENCE);
        assert_eq!((told.tally.passed, told.output.len()), (1, "ok a\nwhy\n".len()));
    }

    #[test]
    fn checks_are_counted_and_talk_is_not() {
        let tally = tally_of("echo connecting; echo 'ok speaks'; echo 'skip mp3: no ffmpeg'");
        assert_eq!(tally, Tally { passed: 1, failed: vec![], skipped: vec!["mp3: no ffmpeg".into()] });
    }

    #[test]
    fn a_failed_check_is_named_once() {
        let tally = tally_of("echo 'ok a'; echo 'FAIL b: too late'; exit 1");
        assert_eq!(tally.failed, ["b: too late"]);
    }

    #[test]
    fn a_failed_check_counts_even_if_the_script_says_all_is_well() {
        assert_eq!(tally_of("echo 'FAIL b: too late'").failed, ["b: too late"]);
    }

    #[test]
    fn a_script_that_breaks_is_a_failure() {
        assert_eq!(tally_of("echo 'ok a'; exit 7").failed, ["the script ended with exit status: 7"]);
    }

    #[test]
    fn a_script_that_checks_nothing_is_a_failure() {
        assert_eq!(tally_of("echo hello").failed, ["the script ended without a single check"]);
    }

    #[test]
    fn what_it_prints_on_standard_error_is_talk() {
        let tally = tally_of("echo 'ok a'; echo 'ok b' >&2; echo 'FAIL c: no' >&2");
        assert_eq!(tally, Tally { passed: 1, failed: vec![], skipped: vec![] });
    }

    #[cfg(unix)]
    #[test]
    fn a_script_that_hangs_is_stopped_with_all_that_it_started() {
        let script = "sleep 60 & echo \"server $!\"; wait";
        let told = run_within(Command::new("sh").args(["-c", script]), Duration::from_millis(500));
        assert!(told.tally.failed[0].contains("stopped"), "{:?}", told.tally);
        let server = told.output.trim().strip_prefix("server ").unwrap();
        let end = Instant::now() + Duration::from_secs(5);
        // Killed, and then forgotten by whoever inherits it; where nobody does, it stays as a zombie.
        while crate::process::output(Command::new("ps").args(["-o", "stat=", "-p", server]))
            .is_some_and(|state| !state.starts_with('Z'))
        {
            assert!(Instant::now() < end, "{server} lives");
            thread::sleep(Duration::from_millis(20));
        }
    }

    #[test]
    fn a_script_that_hangs_is_stopped() {
        let tally = run_within(Command::new("sleep").arg("60"), Duration::from_millis(50)).tally;
        assert_eq!(tally.failed.len(), 1);
        assert!(tally.failed[0].contains("stopped"));
    }
}
