//! How much processor time a server took, the children of its voice hosts included.
//!
//! Those children live for milliseconds and nobody waits for them, so the times that a parent collects from its children
//! miss them. A control group counts everybody who ever ran in it: so the server is started in one of its own where the
//! system lets us (Linux, as root or with a delegated group). Otherwise the whole machine's busy time is taken, less what
//! this program took itself; then the machine must be quiet, and the report says so. Read [`Account`] first.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use nix::time::{ClockId, clock_gettime};
use nix::unistd::{SysconfVar, sysconf};

/// Where processor time is read from.
#[derive(Debug)]
pub(crate) enum Account {
    /// A control group (version 2) of the server's own.
    Group(PathBuf),
    /// The whole machine, less this process.
    Machine,
}

impl Account {
    /// A fresh group if the system permits, otherwise the machine.
    pub(crate) fn open() -> Self {
        group().map_or(Self::Machine, Self::Group)
    }

    /// The file that a process must write its number into, before it becomes the server.
    pub(crate) fn entrance(&self) -> Option<PathBuf> {
        match self {
            Self::Group(group) => Some(group.join("cgroup.procs")),
            Self::Machine => None,
        }
    }

    /// For the report.
    pub(crate) fn method(&self) -> &'static str {
        match self {
            Self::Group(_) => "control group of the server's own, children included",
            Self::Machine => "whole machine's busy time less this program's: valid on a quiet machine only",
        }
    }

    /// Processor time used so far. Only differences mean something.
    pub(crate) fn read(&self) -> Option<Duration> {
        match self {
            Self::Group(group) => usage(&fs::read_to_string(group.join("cpu.stat")).ok()?),
            Self::Machine => {
                Some(machine_busy(&fs::read_to_string("/proc/stat").ok()?)?.saturating_sub(own()))
            }
        }
    }
}

impl Account {
    /// Removes the group; false while somebody is still in it.
    pub(crate) fn close(&self) -> bool {
        match self {
            Self::Group(group) => fs::remove_dir(group).is_ok() || !group.exists(),
            Self::Machine => true,
        }
    }
}

/// Processor time of this process, all threads.
pub(crate) fn own() -> Duration {
    clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID).map_or(Duration::ZERO, Duration::from)
}

fn group() -> Option<PathBuf> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let of_process = fs::read_to_string("/proc/self/cgroup").ok()?;
    let own = of_process.lines().find_map(|line| line.strip_prefix("0::/"))?;
    let roots = ["/sys/fs/cgroup", "/sys/fs/cgroup/unified"].map(Path::new);
    let root = roots.into_iter().find(|root| root.join("cgroup.controllers").exists())?;
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let group = root.join(own).join(format!("syrinx-bench-{}-{number}", std::process::id()));
    fs::create_dir(&group).ok()?;
    let counts = fs::read_to_string(group.join("cpu.stat")).is_ok_and(|stat| usage(&stat).is_some());
    if !counts {
        // An empty folder under /sys is all that stays behind otherwise.
        let _ = fs::remove_dir(&group);
    }
    counts.then_some(group)
}

/// `usage_usec` of a group's `cpu.stat`.
fn usage(stat: &str) -> Option<Duration> {
    let micros = stat.lines().find_map(|line| line.strip_prefix("usage_usec "))?;
    Some(Duration::from_micros(micros.trim().parse().ok()?))
}

/// Everything but idle and waiting for disks, of the first line of `/proc/stat`. Source: proc_stat(5).
fn machine_busy(stat: &str) -> Option<Duration> {
    let fields = stat.lines().next()?.strip_prefix("cpu ")?.split_whitespace();
    let ticks: Vec<u64> = fields.map_while(|field| field.parse().ok()).collect();
    let [user, nice, system, _idle, _iowait, irq, softirq, ..] = ticks[..] else { return None };
    let per_second = sysconf(SysconfVar::CLK_TCK).ok()?? as f64;
    Some(Duration::from_secs_f64((user + nice + system + irq + softirq) as f64 / per_second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_groups_time_is_read() {
        assert_eq!(usage("usage_usec 1500000\nuser_usec 1\n"), Some(Duration::from_millis(1_500)));
        assert_eq!(usage("nothing"), None);
    }

    #[test]
    fn idle_time_is_not_busy() {
        let per_second = sysconf(SysconfVar::CLK_TCK).unwrap().unwrap();
        let stat = format!("cpu  {per_second} {per_second} {per_second} 900 900 0 0 0 0 0\ncpu0 1 2 3\n");
        assert_eq!(machine_busy(&stat), Some(Duration::from_secs(3)));
    }
}
