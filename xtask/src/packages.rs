//! What the system must have: found, named, and installed where that is welcome.
//!
//! Debian and Ubuntu are served in full. Elsewhere programs are looked for on the `PATH` and the names of the packages
//! are printed; libraries cannot be looked for in a way that holds everywhere, so there the build itself will tell.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::Command;

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
    dnf: &'static str,
    brew: &'static str,
}

/// A C and C++ compiler with make, for eSpeak NG, LAME and libopus.
static COMPILER: Need = Need {
    name: "a C and C++ compiler",
    probe: Probe::Programs(&["cc", "c++", "make"]),
    apt: &["build-essential"],
    dnf: "gcc gcc-c++ make",
    brew: "",
};
static CMAKE: Need =
    Need { name: "cmake", probe: Probe::Programs(&["cmake"]), apt: &["cmake"], dnf: "cmake", brew: "cmake" };
static LIBCLANG: Need = Need {
    name: "libclang",
    probe: Probe::Library { variable: Some("LIBCLANG_PATH") },
    apt: &["libclang-dev"],
    dnf: "clang-devel",
    brew: "llvm",
};
static LIBSONIC: Need = Need {
    name: "libsonic",
    probe: Probe::Library { variable: None },
    apt: &["libsonic-dev"],
    dnf: "sonic-devel",
    brew: "",
};
static FFMPEG: Need = Need {
    name: "ffmpeg",
    probe: Probe::Programs(&["ffmpeg"]),
    apt: &["ffmpeg"],
    dnf: "ffmpeg-free",
    brew: "ffmpeg",
};
static SOX: Need =
    Need { name: "sox", probe: Probe::Programs(&["sox"]), apt: &["sox"], dnf: "sox", brew: "sox" };
/// Runs the conformance scripts of Python clients.
pub(crate) static PYTHON: Need = Need {
    name: "Python 3.11 or later with venv",
    probe: Probe::PythonWithVenv,
    apt: &["python3", "python3-venv"],
    dnf: "python3",
    brew: "python",
};
/// Runs the conformance scripts of Node clients.
pub(crate) static NODE: Need = Need {
    name: "Node with npm",
    probe: Probe::Programs(&["node", "npm"]),
    apt: &["nodejs", "npm"],
    dnf: "nodejs npm",
    brew: "node",
};

/// What the server's build needs.
pub(crate) static BUILD: &[&Need] = &[&COMPILER, &CMAKE, &LIBCLANG, &LIBSONIC];
/// What the tests need besides.
pub(crate) static TESTS: &[&Need] = &[&FFMPEG, &SOX, &PYTHON, &NODE];

impl Need {
    /// Whether it is there, as far as one can tell on this system.
    pub(crate) fn is_met(&self) -> bool {
        match self.probe {
            Probe::Programs(programs) => programs.iter().all(|program| on_path(program)),
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
    let install = apt_install(&missing, as_root());
    println!("missing: {}; install with\n    {}", names(&missing), shown(&install));
    if is_welcome(consent) {
        if let Err(failure) = install_with(install) {
            eprintln!("{failure}");
        }
        return unmet(needs);
    }
    missing
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

fn apt_get(is_root: bool) -> Command {
    if is_root { command("apt-get", [""; 0]) } else { command("sudo", ["apt-get"]) }
}

fn apt_install(missing: &[&Need], is_root: bool) -> Command {
    let mut install = apt_get(is_root);
    install.args(["install", "-y", "--no-install-recommends"]);
    install.args(missing.iter().flat_map(|need| need.apt));
    install
}

fn install_with(mut install: Command) -> Result<(), Failure> {
    // An outdated list is no reason to stop: what is asked for may be in it.
    if let Err(failure) = run(apt_get(as_root()).arg("update").env("DEBIAN_FRONTEND", "noninteractive")) {
        eprintln!("{failure}");
    }
    run(install.env("DEBIAN_FRONTEND", "noninteractive"))
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
    fn one_line_installs_all_that_is_missing() {
        let line = shown(&apt_install(&[&COMPILER, &PYTHON], false));
        let expected = "sudo apt-get install -y --no-install-recommends build-essential python3 python3-venv";
        assert_eq!(line, expected);
        assert!(shown(&apt_install(&[&CMAKE], true)).starts_with("apt-get install"));
    }

    #[test]
    fn enter_means_yes_and_anything_odd_means_no() {
        assert!(is_yes("\n") && is_yes("Y\n") && is_yes(" yes\n"));
        assert!(!is_yes("n\n") && !is_yes("what?\n"));
    }

    #[test]
    fn a_need_is_unmet_when_one_of_its_programs_is_missing() {
        let odd =
            |programs| Need { name: "odd", probe: Probe::Programs(programs), apt: &[], dnf: "", brew: "" };
        assert!(odd(&["cargo"]).is_met());
        assert!(!odd(&["cargo", "no-such-program-anywhere"]).is_met());
    }

    #[test]
    fn other_systems_are_told_names_that_exist_there() {
        let brew = with_names("brew install", &[&COMPILER, &CMAKE, &LIBCLANG], |need| need.brew);
        assert_eq!(brew, "brew install cmake llvm");
    }
}
