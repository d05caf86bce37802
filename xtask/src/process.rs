//! Other programs: shown before they run, judged by how they end.

use std::env;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::workspace;

/// How often a program is looked at that must end in time.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// `program` with `args`, to be run in the workspace's root.
pub(crate) fn command<S: AsRef<OsStr>>(
    program: impl AsRef<OsStr>,
    args: impl IntoIterator<Item = S>,
) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(workspace::root());
    command
}

/// `cargo` with `args`, as they would be typed.
pub(crate) fn cargo(args: &str) -> Command {
    command("cargo", args.split_whitespace())
}

/// How one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Runs it with its output on the terminal.
///
/// # Errors
/// If it cannot be started or does not end with success.
pub(crate) fn run(command: &mut Command) -> Result<(), Failure> {
    let name = announce(command);
    let status = command.status().map_err(Failure::while_doing(format!("start `{name}`")))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{name}` ended with {status}"))) }
}

/// Runs it with its output on the terminal, and hands each line of its standard output to `see` as well.
///
/// # Errors
/// If it cannot be started or does not end with success.
pub(crate) fn run_watched(command: &mut Command, mut see: impl FnMut(&str)) -> Result<(), Failure> {
    let name = announce(command);
    let started = command.stdout(Stdio::piped()).spawn();
    let mut child = started.map_err(Failure::while_doing(format!("start `{name}`")))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            see(&line);
        }
    }
    let status = child.wait().map_err(Failure::while_doing(format!("wait for `{name}`")))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("`{name}` ended with {status}"))) }
}

fn announce(command: &Command) -> String {
    let name = shown(command);
    println!("$ {name}");
    name
}

/// Whether it runs and ends with success; its output is dropped.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|status| status.success())
}

/// Whether it runs and ends with success before `patience` ends; its output is dropped. If it does not end it is killed,
/// with all that it started.
pub(crate) fn succeeds_within(command: &mut Command, patience: Duration) -> bool {
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = in_group(quiet).spawn() else { return false };
    let end = Instant::now() + patience;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if Instant::now() < end => thread::sleep(LOOK_EVERY),
            Ok(None) | Err(_) => break,
        }
    }
    // Whatever becomes of it, it did not succeed.
    let _ = kill_group(&mut child).and_then(|()| child.wait());
    false
}

/// Its standard output, without the white space around it; `None` if it fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of that name is on the `PATH`.
pub(crate) fn on_path(program: &str) -> bool {
    !programs(program).is_empty()
}

/// All programs of that name on the `PATH`, as it orders them; of a whole path the one that is there.
pub(crate) fn programs(name: &str) -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut all: Vec<_> =
        env::split_paths(&path).map(|folder| folder.join(name)).filter(|path| is_program(path)).collect();
    all.dedup();
    all
}

fn is_program(path: &Path) -> bool {
    path.is_file() || path.with_extension("exe").is_file()
}

/// Becomes the program, where the system can; else runs it and takes its exit code.
///
/// Ctrl-C, signals and the exit code are then the program's own.
///
/// # Errors
/// If it cannot be started.
#[cfg(unix)]
pub(crate) fn become_program(command: &mut Command) -> Result<std::process::ExitCode, Failure> {
    use std::os::unix::process::CommandExt;
    let name = announce(command);
    Err(Failure::while_doing(format!("start `{name}`"))(command.exec()))
}

/// Becomes the program, where the system can; else runs it and takes its exit code.
///
/// # Errors
/// If it cannot be started.
#[cfg(not(unix))]
pub(crate) fn become_program(command: &mut Command) -> Result<std::process::ExitCode, Failure> {
    let name = announce(command);
    let status = command.status().map_err(Failure::while_doing(format!("start `{name}`")))?;
    Ok(u8::try_from(status.code().unwrap_or(1)).unwrap_or(1).into())
}

/// To be started in a group of its own, so that all that it starts can be stopped with it.
#[cfg(unix)]
pub(crate) fn in_group(command: &mut Command) -> &mut Command {
    use std::os::unix::process::CommandExt;
    command.process_group(0)
}

/// To be started in a group of its own, where the system has such.
#[cfg(not(unix))]
pub(crate) fn in_group(command: &mut Command) -> &mut Command {
    command
}

/// Kills a program that was started [`in_group`], and all that it started.
///
/// # Errors
/// If it cannot be killed.
pub(crate) fn kill_group(child: &mut Child) -> io::Result<()> {
    // The group is there for as long as anybody in it, and its name, which is the child's, until we have waited for that.
    if cfg!(unix) && succeeds(&mut command("kill", ["-KILL", "--", &format!("-{}", child.id())])) {
        return Ok(());
    }
    child.kill()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_watched_program_shows_each_line_and_its_failure() {
        let mut seen = Vec::new();
        let ended = run_watched(&mut command("sh", ["-c", "echo one; echo two; exit 3"]), |line| {
            seen.push(line.to_owned())
        });
        assert_eq!(seen, ["one", "two"]);
        assert!(ended.unwrap_err().to_string().contains("exit status: 3"));
    }

    #[test]
    fn programs_are_found_on_the_path() {
        assert!(on_path("cargo"));
        assert!(!on_path("no-such-program-anywhere"));
    }

    #[test]
    fn what_does_not_end_in_time_is_no_success_and_is_killed() {
        let begun = Instant::now();
        assert!(succeeds_within(&mut command("true", [""; 0]), Duration::from_secs(10)));
        assert!(!succeeds_within(&mut command("false", [""; 0]), Duration::from_secs(10)));
        assert!(!succeeds_within(&mut command("sleep", ["60"]), Duration::from_millis(50)));
        assert!(begun.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn output_is_none_for_a_program_that_fails() {
        assert_eq!(output(&mut command("sh", ["-c", "echo hello"])).as_deref(), Some("hello"));
        assert_eq!(output(&mut command("sh", ["-c", "echo hello; exit 1"])), None);
    }
}
