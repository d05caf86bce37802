//! What the system must have: found, named, and installed where that is welcome.
//!
//! Debian and Ubuntu are served in full. Elsewhere programs are looked for on the `PATH` and the names of the packages
//! are printed; libraries cannot be looked for in a way that holds everywhere, so there the build itself will tell.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::Command;

use crate::browser;
use crate::failure::Failure;
use crate::process::{command, on_path, output, run, shown, succeeds};

/// The option that allows installing without a question.
pub(crate) const INSTALL: &str = "--install";

/// Whether packages may be installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    /// Ask on a terminal; without one, root means yes and anybody else no.
    Ask,
    /// Given on the command line.
    Given,
}

impl Consent {
    /// Given if `args` have [`INSTALL`].
    pub(crate) fn in_args(args: &[String]) -> Self {
        if args.iter().any(|arg| arg == INSTALL) { Self::Given } else { Self::Ask }
    }
}

/// How to see whether a need is met.
enum Probe {
    /// All of these programs are on the `PATH`.
    Programs(&'static [&'static str]),
    /// A browser for pages runs.
    Browser,
    /// A library: its Debian package is installed, or this variable says where it is.
    Library { variable: Option<&'static str> },
    /// A Python that our pins can be installed in, with its modules for virtual environments, which Debian packs apart.
    PythonWithVenv,
}

/// Ends with success where scripts can run: `websockets` 17, which the SDKs bring, wants 3.11.
const PYTHON_PROBE: &str = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))";

/// One thing that must be there, and what it is called in the package managers that we know.
pub(crate) struct Need {
    /// What people call it.
    pub(crate) name: &'static str,
    probe: Probe,
    apt: &'static [&'static str],
    /// What helps where apt has none of these, if we know.
    elsewhere: &'static str,
    dnf: &'static str,
    brew: &'static str,
}

/// A C and C++ compiler with make, for eSpeak NG, LAME and libopus.
static COMPILER: Need = Need {
    name: "a C and C++ compiler",
    probe: Probe::Programs(&["cc", "c++", "make"]),
    apt: &["build-essential"],
    elsewhere: "",
    dnf: "gcc gcc-c++ make",
    brew: "",
};
static CMAKE: Need = Need {
    name: "cmake",
    probe: Probe::Programs(&["cmake"]),
    apt: &["cmake"],
    elsewhere: "",
    dnf: "cmake",
    brew: "cmake",
};
static LIBCLANG: Need = Need {
    name: "libclang",
    probe: Probe::Library { variable: Some("LIBCLANG_PATH") },
    apt: &["libclang-dev"],
    elsewhere: "",
    dnf: "clang-devel",
    brew: "llvm",
};
static LIBSONIC: Need = Need {
    name: "libsonic",
    probe: Probe::Library { variable: None },
    apt: &["libsonic-dev"],
    elsewhere: "",
    dnf: "sonic-devel",
    brew: "",
};
static FFMPEG: Need = Need {
    name: "ffmpeg",
    probe: Probe::Programs(&["ffmpeg"]),
    apt: &["ffmpeg"],
    elsewhere: "",
    dnf: "ffmpeg-free",
    brew: "ffmpeg",
};
static SOX: Need = Need {
    name: "sox",
    probe: Probe::Programs(&["sox"]),
    apt: &["sox"],
    elsewhere: "",
    dnf: "sox",
    brew: "sox",
};
/// Finds browsers that outlive their script.
static PROCPS: Need = Need {
    name: "ps",
    probe: Probe::Programs(&["ps"]),
    apt: &["procps"],
    elsewhere: "",
    dnf: "procps-ng",
    brew: "",
};
/// Runs the conformance scripts of Python clients.
pub(crate) static PYTHON: Need = Need {
    name: "Python 3.11 or later with venv",
    probe: Probe::PythonWithVenv,
    apt: &["python3", "python3-venv"],
    elsewhere: "",
    dnf: "python3",
    brew: "python",
};
/// Runs the conformance scripts of Node clients.
pub(crate) static NODE: Need = Need {
    name: "Node with npm",
    probe: Probe::Programs(&["node", "npm"]),
    apt: &["nodejs", "npm"],
    elsewhere: "",
    dnf: "nodejs npm",
    brew: "node",
};
/// Plays what a page gets.
static CHROMIUM: Need = Need {
    name: "Chromium",
    probe: Probe::Browser,
    apt: &["chromium"],
    elsewhere: "`sudo snap install chromium`, or Chrome from https://www.google.com/chrome",
    dnf: "chromium",
    brew: "google-chrome",
};

/// In the lists of apt, if there are any.
const IN_EVERY_LIST: &str = "apt";

/// What the server's build needs.
pub(crate) static BUILD: &[&Need] = &[&COMPILER, &CMAKE, &LIBCLANG, &LIBSONIC];
/// What the tests need besides.
pub(crate) static TESTS: &[&Need] = &[&FFMPEG, &SOX, &PYTHON, &NODE, &CHROMIUM, &PROCPS];

impl Need {
    /// Whether it is there, as far as one can tell on this system.
    pub(crate) fn is_met(&self) -> bool {
        match self.probe {
            Probe::Programs(programs) => programs.iter().all(|program| on_path(program)),
            Probe::Browser => browser::found().is_some(),
            Probe::PythonWithVenv => succeeds(&mut command("python3", ["-c", PYTHON_PROBE])),
            Probe::Library { variable } => {
                variable.is_some_and(|name| env::var_os(name).is_some())
                    || !on_path("dpkg-query")
                    || self.apt.iter().all(|package| is_installed(package))
            }
        }
    }
}

fn is_installed(package: &str) -> bool {
    let query = ["--show", "--showformat=${db:Status-Status}", package];
    output(&mut command("dpkg-query", query)).is_some_and(|status| status == "installed")
}

/// Sees to it that all of `needs` are met.
///
/// # Errors
/// If some are not, and were not or could not be installed.
pub(crate) fn require(needs: &[&'static Need], consent: Consent) -> Result<(), Failure> {
    let missing = supply(needs, consent);
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = missing.iter().map(|need| need.name).collect();
    Err(Failure::new(format!("cannot go on without {}", names.join(", "))))
}

/// Installs what is missing of `needs` where that is welcome, and returns what is missing still.
pub(crate) fn supply(needs: &[&'static Need], consent: Consent) -> Vec<&'static Need> {
    let missing = unmet(needs);
    if missing.is_empty() {
        return missing;
    }
    if !on_path("apt-get") {
        say_what_to_install(&missing, needs);
        return missing;
    }
    let (here, elsewhere): (Vec<_>, Vec<_>) = missing
        .iter()
        .copied()
        .partition(|need: &&Need| need.apt.iter().all(|package| apt_may_have(package)));
    elsewhere.iter().for_each(|need| println!("{}", not_in_apt(need)));
    if here.is_empty() {
        return missing;
    }
    println!("missing: {}; install with\n    {}", names(&here), shown(&apt_install(&here, as_root())));
    if is_welcome(consent) {
        install(&here);
        return unmet(needs);
    }
    missing
}

/// Whether apt knows it, or has no lists yet, as in a new container. Ubuntu has no package of Chromium.
fn apt_may_have(package: &str) -> bool {
    let known = |name: &str| {
        output(&mut command("apt-cache", ["madison", name])).is_some_and(|versions| !versions.is_empty())
    };
    known(package) || !known(IN_EVERY_LIST)
}

fn not_in_apt(need: &Need) -> String {
    let Need { name, elsewhere, .. } = need;
    let after = if elsewhere.is_empty() { String::new() } else { format!("; {elsewhere}") };
    format!("missing: {name}, and apt has none here{after}")
}

fn unmet(needs: &[&'static Need]) -> Vec<&'static Need> {
    needs.iter().copied().filter(|need| !need.is_met()).collect()
}

fn names(needs: &[&Need]) -> String {
    needs.iter().map(|need| need.name).collect::<Vec<_>>().join(", ")
}

fn as_root() -> bool {
    output(&mut command("id", ["-u"])).is_some_and(|id| id == "0")
}

/// Asks nothing. `sudo` clears the environment, so the variable stands behind it.
fn apt_get(is_root: bool) -> Command {
    let quiet_apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    if is_root { command(quiet_apt[0], &quiet_apt[1..]) } else { command("sudo", quiet_apt) }
}

fn apt_install(missing: &[&Need], is_root: bool) -> Command {
    let mut install = apt_get(is_root);
    install.args(["install", "-y", "--no-install-recommends"]);
    install.args(missing.iter().flat_map(|need| need.apt));
    install
}

/// One by one if they cannot be had together: one that is unknown stops them all.
fn install(missing: &[&Need]) {
    // An outdated list is no reason to stop: what is asked for may be in it.
    is_done(apt_get(as_root()).arg("update"));
    if !is_done(&mut apt_install(missing, as_root())) && missing.len() > 1 {
        for need in missing {
            is_done(&mut apt_install(&[need], as_root()));
        }
    }
}

/// Whether apt did it; if not, why is printed.
fn is_done(apt: &mut Command) -> bool {
    run(apt).inspect_err(|failure| eprintln!("{failure}")).is_ok()
}

fn is_welcome(consent: Consent) -> bool {
    match consent {
        Consent::Given => true,
        Consent::Ask if io::stdin().is_terminal() && io::stdout().is_terminal() => ask(),
        Consent::Ask => as_root(),
    }
}

fn ask() -> bool {
    print!("install now? [Y/n] ");
    let mut answer = String::new();
    let heard = io::stdout().flush().and_then(|()| io::stdin().read_line(&mut answer));
    heard.is_ok_and(|bytes| bytes > 0) && is_yes(&answer)
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_ascii_lowercase().as_str(), "" | "y" | "yes")
}

/// All of `needs`, because the libraries among them cannot be looked for here.
fn say_what_to_install(missing: &[&Need], needs: &[&Need]) {
    println!("missing: {}; install", names(missing));
    println!("    macOS:  {}", with_names("brew install", needs, |need| need.brew));
    println!("    Fedora: {}", with_names("sudo dnf install", needs, |need| need.dnf));
    println!("    else:   what your system calls {}", with_names("", needs, |need| need.apt[0]));
}

fn with_names(start: &str, needs: &[&Need], name: fn(&Need) -> &'static str) -> String {
    let named = needs.iter().map(|need| name(need)).filter(|name| !name.is_empty());
    std::iter::once(start).chain(named).collect::<Vec<_>>().join(" ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_installs_all_that_is_missing_and_asks_nothing() {
        let line = shown(&apt_install(&[&COMPILER, &PYTHON], false));
        let apt = "env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends";
        assert_eq!(line, format!("sudo {apt} build-essential python3 python3-venv"));
        assert_eq!(shown(&apt_install(&[&CMAKE], true)), format!("{apt} cmake"));
    }

    #[test]
    fn what_apt_has_not_comes_from_elsewhere() {
        assert!(not_in_apt(&CHROMIUM).starts_with("missing: Chromium, and apt has none here; `sudo snap"));
        assert_eq!(not_in_apt(&CMAKE), "missing: cmake, and apt has none here");
        assert!(apt_may_have(IN_EVERY_LIST));
    }

    #[test]
    fn enter_means_yes_and_anything_odd_means_no() {
        assert!(is_yes("\n") && is_yes("Y\n") && is_yes(" yes\n"));
        assert!(!is_yes("n\n") && !is_yes("what?\n"));
    }

    fn bare() -> Need {
        Need { name: "", probe: Probe::Browser, apt: &[], elsewhere: "", dnf: "", brew: "" }
    }

    #[test]
    fn a_need_is_unmet_when_one_of_its_programs_is_missing() {
        let odd = |programs| Need { name: "odd", probe: Probe::Programs(programs), ..bare() };
        assert!(odd(&["cargo"]).is_met());
        assert!(!odd(&["cargo", "no-such-program-anywhere"]).is_met());
    }

    #[test]
    fn other_systems_are_told_names_that_exist_there() {
        let brew = with_names("brew install", &[&COMPILER, &CMAKE, &LIBCLANG], |need| need.brew);
        assert_eq!(brew, "brew install cmake llvm");
    }
}
