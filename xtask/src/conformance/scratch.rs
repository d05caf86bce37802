//! A folder for what a script leaves lying about, and the end of those that it leaves running.
//!
//! A browser starts in a process group of its own, so that killing a script's group does not reach it; but it keeps its
//! profile where temporary files are. Read [`Scratch`] first.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::failure::Failure;
use crate::process::{command, output, succeeds};

/// What tells programs where temporary files go.
pub(crate) const VARIABLE: &str = "TMPDIR";
/// The argument by which a browser is told of its profile.
const PROFILE: &str = "--user-data-dir=";
/// How often a folder is removed in which somebody who is ending may still write.
const TURNS: usize = 10;
const BETWEEN_TURNS: Duration = Duration::from_millis(50);

/// A folder of one script's own. When it is dropped, browsers whose profile is in it are killed and it is removed.
pub(crate) struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// A new and empty one, with a short path: sockets in it must not have a long one.
    ///
    /// # Errors
    /// If it cannot be made.
    pub(crate) fn new(suite: &str) -> Result<Self, Failure> {
        let folder = std::env::temp_dir().join(format!("syrinx-{}-{suite}", std::process::id()));
        fs::create_dir(&folder).map_err(Failure::while_doing(format!("make {}", folder.display())))?;
        Ok(Self { folder })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.folder
    }

    /// Those who are still running, by their numbers.
    fn browsers(&self) -> Vec<String> {
        let all = output(&mut command("ps", ["-A", "-ww", "-o", "pid=,args="])).unwrap_or_default();
        let profile = format!("{PROFILE}{}/", self.folder.display());
        let of_ours = all.lines().filter(|line| line.contains(&profile));
        of_ours.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let left = self.browsers();
        if !left.is_empty() {
            // Some end by themselves when the first is gone, and then `kill` has nobody.
            succeeds(command("kill", ["-KILL"]).args(left));
        }
        for _ in 0..TURNS {
            if fs::remove_dir_all(&self.folder).is_ok() {
                return;
            }
            thread::sleep(BETWEEN_TURNS);
        }
        eprintln!("cannot remove {}", self.folder.display());
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::in_group;

    #[test]
    fn a_browser_that_is_left_is_killed_with_its_profile_even_if_it_is_frozen() {
        let scratch = Scratch::new("left").unwrap();
        let folder = scratch.path().to_owned();
        let profile = folder.join("profile");
        fs::create_dir(&profile).unwrap();
        let mut browser = command("sh", ["-c", "kill -STOP $$; sleep 60", "browser"]);
        let mut browser = in_group(browser.arg(format!("{PROFILE}{}", profile.display()))).spawn().unwrap();
        for _ in (0..10 * TURNS).take_while(|_| scratch.browsers().is_empty()) {
            thread::sleep(BETWEEN_TURNS);
        }
        drop(scratch);
        assert!(!browser.wait().unwrap().success());
        assert!(!folder.exists());
    }

    #[test]
    fn those_of_others_are_left_alone() {
        let (one, other) = (Scratch::new("one").unwrap(), Scratch::new("one-other").unwrap());
        let profile = format!("{PROFILE}{}/profile", other.path().display());
        let mut browser = command("sh", ["-c", "read line", "browser", &profile]);
        let mut browser = browser.stdin(std::process::Stdio::piped()).spawn().unwrap();
        while other.browsers().is_empty() {
            thread::sleep(BETWEEN_TURNS);
        }
        drop(one);
        assert_eq!(browser.try_wait().unwrap(), None);
        drop(other);
        assert!(!browser.wait().unwrap().success());
    }
}
