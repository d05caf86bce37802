//! What the system knows of a process and its descendants. Linux only: elsewhere everything is absent.

use std::collections::HashSet;
use std::fs;
use std::time::Duration;

use nix::unistd::{Pid, SysconfVar, sysconf};

/// A process with all its descendants: the server and its voice hosts, and their children.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Family(pub(crate) Pid);

impl Family {
    /// All living members, the first one first. Descendants whose parent has died are not found.
    fn members(self) -> Vec<Pid> {
        let mut members = vec![self.0];
        let mut at = 0;
        while let Some(&member) = members.get(at) {
            members.extend(children(member));
            at += 1;
        }
        members
    }

    /// Memory in bytes, with shared pages divided among those who share them (PSS); `None` where it cannot be read.
    pub(crate) fn memory(self) -> Option<f64> {
        let of = |pid: &Pid| field_kib(&format!("/proc/{pid}/smaps_rollup"), "Pss:");
        let first = of(&self.0)?;
        // A child may end between being listed and being read.
        let others = self.members().iter().skip(1).filter_map(of).sum::<f64>();
        Some((first + others) * 1024.0)
    }

    /// Processor time of the first member alone, in the kernel's coarse ticks.
    pub(crate) fn own_cpu(self) -> Option<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0)).ok()?;
        ticks(&stat).and_then(|ticks| {
            Some(Duration::from_secs_f64(ticks as f64 / sysconf(SysconfVar::CLK_TCK).ok()?? as f64))
        })
    }

    /// Open descriptors of all members.
    pub(crate) fn descriptors(self) -> Option<usize> {
        let of = |pid: &Pid| Some(fs::read_dir(format!("/proc/{pid}/fd")).ok()?.count());
        of(&self.0)?;
        Some(self.members().iter().filter_map(of).sum())
    }

    /// How many members there are.
    pub(crate) fn size(self) -> usize {
        self.members().len()
    }

    /// Members that have ended and that nobody waited for.
    pub(crate) fn zombies(self) -> usize {
        let is_zombie = |pid: &&Pid| state(**pid) == Some('Z');
        self.members().iter().collect::<HashSet<_>>().into_iter().filter(is_zombie).count()
    }
}

fn children(parent: Pid) -> Vec<Pid> {
    let Ok(threads) = fs::read_dir(format!("/proc/{parent}/task")) else { return Vec::new() };
    let lists =
        threads.flatten().filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    lists
        .flat_map(|list| list.split_whitespace().filter_map(|pid| pid.parse().ok()).collect::<Vec<_>>())
        .map(Pid::from_raw)
        .collect()
}

fn field_kib(path: &str, field: &str) -> Option<f64> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(field))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// User and system time, fields 14 and 15. Source: proc_pid_stat(5). The name in brackets may hold anything.
fn ticks(stat: &str) -> Option<u64> {
    let fields: Vec<_> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let field = |number: usize| fields.get(number - 3)?.parse::<u64>().ok();
    Some(field(14)? + field(15)?)
}

/// The letter after the program's name, which stands in brackets and may hold anything.
fn state(pid: Pid) -> Option<char> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.trim_start().chars().next()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn ticks_are_found_behind_any_name() {
        assert_eq!(ticks("7 (a ) b) S 1 2 3 4 5 6 7 8 9 10 40 2 0 0"), Some(42));
        assert_eq!(ticks("7 (a) S 1"), None);
    }

    #[test]
    fn a_process_knows_itself() {
        let own = Family(nix::unistd::getpid());
        assert!(own.memory().unwrap() > 100_000.0);
        assert!(own.descriptors().unwrap() >= 3);
    }

    #[test]
    fn a_dead_child_is_a_zombie_until_it_is_waited_for() {
        let mut child = Command::new("cat").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let family = Family(Pid::from_raw(child.id().cast_signed()));
        assert_eq!((family.zombies(), family.size()), (0, 1));
        drop(child.stdin.take());
        // It ends by itself; only then does the list of its descriptors vanish.
        while family.descriptors().is_some_and(|open| open > 0) {
            std::thread::yield_now();
        }
        while state(family.0) != Some('Z') {
            std::thread::yield_now();
        }
        assert_eq!(family.zombies(), 1);
        child.wait().unwrap();
        assert_eq!(family.zombies(), 0);
    }
}
