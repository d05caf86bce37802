//! What runs a script: a Python virtual environment or a Node folder, filled with pinned packages.
//!
//! Each is made once under `.conformance/`, which git ignores, and made again only when its pins change: with a filled
//! one the tests need no network.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use crate::failure::Failure;
use crate::packages::{self, Need};
use crate::process::{self, command, output, succeeds};

/// A set of pinned packages and where they are installed.
pub(crate) struct Runtime {
    kind: Kind,
    /// Where the pins are: `conformance/runtimes/<name>`.
    pins: PathBuf,
    /// Where they are installed: `.conformance/<name>`.
    installed: PathBuf,
    /// The workspace's root.
    root: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Python,
    Node,
}

/// In an installed folder: the pins that it was filled with.
const STAMP: &str = "filled-with.txt";
/// The one environment that has pip, which installs into all others; to give each its own takes longer than to fill it.
const INSTALLER: &str = ".conformance/pip";
/// Held while the installer is made; runtimes are filled side by side.
static MAKING_INSTALLER: Mutex<()> = Mutex::new(());

impl Kind {
    fn files(self) -> &'static [&'static str] {
        match self {
            Self::Python => &["requirements.txt"],
            Self::Node => &["package.json", "package-lock.json"],
        }
    }
}

impl Runtime {
    /// The runtime whose pins are in `conformance/runtimes/<name>`: Python with a `requirements.txt`, Node with a
    /// `package.json` and its lock.
    ///
    /// # Errors
    /// If that folder has neither.
    pub(crate) fn named(root: &Path, name: &str) -> Result<Self, Failure> {
        let pins = root.join("conformance/runtimes").join(name);
        let has_all = |kind: &Kind| kind.files().iter().all(|file| pins.join(file).is_file());
        let nothing = || Failure::new(format!("{} pins nothing that we can install", pins.display()));
        let kind = [Kind::Python, Kind::Node].into_iter().find(has_all).ok_or_else(nothing)?;
        Ok(Self { kind, installed: root.join(".conformance").join(name), pins, root: root.to_path_buf() })
    }

    /// What it needs from the system and does not find.
    pub(crate) fn missing_need(&self) -> Option<&'static Need> {
        let need = match self.kind {
            Kind::Python => &packages::PYTHON,
            Kind::Node => &packages::NODE,
        };
        (!need.is_met()).then_some(need)
    }

    /// Installs the pinned packages, unless just these are installed already.
    ///
    /// # Errors
    /// If they cannot be fetched or installed.
    pub(crate) fn fill(&self) -> Result<(), Failure> {
        let stamp = self.stamp()?;
        if fs::read_to_string(self.installed.join(STAMP)).is_ok_and(|filled| filled == stamp) {
            return Ok(());
        }
        self.empty()?;
        match self.kind {
            Kind::Python => self.fill_python()?,
            Kind::Node => self.fill_node()?,
        }
        let path = self.installed.join(STAMP);
        fs::write(&path, stamp).map_err(Failure::while_doing(format!("write {}", path.display())))
    }

    /// The pins, and the interpreter: packages with compiled parts do not fit another.
    fn stamp(&self) -> Result<String, Failure> {
        let mut stamp = output(&mut self.interpreter_version()).unwrap_or_default();
        for file in self.kind.files() {
            let path = self.pins.join(file);
            stamp += &fs::read_to_string(&path)
                .map_err(Failure::while_doing(format!("read {}", path.display())))?;
        }
        Ok(stamp)
    }

    fn interpreter_version(&self) -> Command {
        match self.kind {
            Kind::Python => command("python3", ["-c", "import sys; print(sys.executable, sys.version)"]),
            Kind::Node => command("node", ["--version"]),
        }
    }

    /// Clears what an older set of pins, or an installation cut short, left behind.
    fn empty(&self) -> Result<(), Failure> {
        let doing = || format!("make the empty folder {}", self.installed.display());
        if self.installed.exists() {
            fs::remove_dir_all(&self.installed).map_err(Failure::while_doing(doing()))?;
        }
        fs::create_dir_all(&self.installed).map_err(Failure::while_doing(doing()))
    }

    /// Without dependencies, because all that are wanted are pinned, and without compiling what no script imports.
    fn fill_python(&self) -> Result<(), Failure> {
        process::run(command("python3", ["-m", "venv", "--without-pip"]).arg(&self.installed))?;
        let install = ["install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-compile"];
        let mut pip = command(self.installer()?, ["-m", "pip", "--python"]);
        pip.arg(self.python()).args(install).arg("--requirement").arg(self.pins.join("requirements.txt"));
        process::run(&mut pip)
    }

    /// The Python that has pip.
    fn installer(&self) -> Result<PathBuf, Failure> {
        let folder = self.root.join(INSTALLER);
        let python = folder.join("bin/python");
        let _alone = MAKING_INSTALLER.lock().unwrap_or_else(PoisonError::into_inner);
        if !succeeds(&mut command(&python, ["-m", "pip", "--version"])) {
            process::run(command("python3", ["-m", "venv", "--clear"]).arg(&folder))?;
        }
        Ok(python)
    }

    fn fill_node(&self) -> Result<(), Failure> {
        for file in self.kind.files() {
            let copied = fs::copy(self.pins.join(file), self.installed.join(file));
            copied.map_err(Failure::while_doing(format!("copy {file} from {}", self.pins.display())))?;
        }
        let install = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
        process::run(command("npm", install).current_dir(&self.installed))
    }

    /// The version of `package`, as the installed package itself says.
    ///
    /// # Errors
    /// If it is not installed.
    pub(crate) fn version_of(&self, package: &str) -> Result<String, Failure> {
        let mut ask = match self.kind {
            Kind::Python => command(
                self.python(),
                ["-c", "import importlib.metadata as m, sys; print(m.version(sys.argv[1]))"],
            ),
            Kind::Node => {
                command("node", ["-p", "require(require('path').resolve(process.argv[1])).version"])
            }
        };
        match self.kind {
            Kind::Python => ask.arg(package),
            Kind::Node => ask.arg(self.installed.join("node_modules").join(package).join("package.json")),
        };
        let unknown = || {
            Failure::new(format!("{} has no package {package}; mend suites.txt", self.installed.display()))
        };
        output(&mut ask).ok_or_else(unknown)
    }

    fn python(&self) -> PathBuf {
        self.installed.join("bin/python")
    }

    /// Runs `script`, a path in the root's `conformance` folder.
    ///
    /// # Errors
    /// If there is no such script, or Node's view of it cannot be made.
    pub(crate) fn command(&self, script: &Path) -> Result<Command, Failure> {
        if !script.is_file() {
            return Err(Failure::new(format!("no script {}; mend conformance/suites.txt", script.display())));
        }
        match self.kind {
            Kind::Python => Ok(self.python_command(script)),
            Kind::Node => self.node_command(script),
        }
    }

    /// What it imports is compiled once, beside the packages, so that nothing of ours lies among the scripts.
    fn python_command(&self, script: &Path) -> Command {
        let mut run = command(self.python(), ["-u"]);
        run.arg(script).env_remove("PYTHONDONTWRITEBYTECODE");
        run.env("PYTHONPYCACHEPREFIX", self.installed.join("compiled"));
        run.env("PYTHONPATH", self.root.join("conformance"));
        run
    }

    /// Node looks for packages in the folders above a script, so it gets to see the scripts inside the runtime's
    /// folder, through a link that it is told not to resolve.
    fn node_command(&self, script: &Path) -> Result<Command, Failure> {
        let conformance = self.root.join("conformance");
        let link = self.installed.join("scripts");
        if !link.exists() {
            symlink(&conformance, &link).map_err(Failure::while_doing(format!("link {}", link.display())))?;
        }
        let seen = script.strip_prefix(&conformance).map_err(Failure::while_doing("find the script"))?;
        let mut run = command("node", ["--preserve-symlinks", "--preserve-symlinks-main"]);
        run.arg(link.join(seen));
        Ok(run)
    }
}

#[cfg(unix)]
fn symlink(to: &Path, link: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(to, link)
}

#[cfg(windows)]
fn symlink(to: &Path, link: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(to, link)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let root = std::env::temp_dir().join(format!("xtask-runtime-{name}-{}", std::process::id()));
        let pins = root.join("conformance/runtimes/r");
        fs::create_dir_all(&pins).unwrap();
        files.iter().for_each(|(file, text)| fs::write(pins.join(file), text).unwrap());
        root
    }

    #[test]
    fn the_pins_say_which_kind_it_is() {
        let root = folder("kind", &[("requirements.txt", "a==1\n")]);
        assert_eq!(Runtime::named(&root, "r").unwrap().kind, Kind::Python);
        assert!(Runtime::named(&root, "none").is_err());
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_package_without_its_lock_is_not_enough() {
        let root = folder("lock", &[("package.json", "{}")]);
        assert!(Runtime::named(&root, "r").is_err());
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_filled_runtime_is_not_filled_again() {
        let root = folder("filled", &[("requirements.txt", "no-such-package-anywhere==1\n")]);
        let runtime = Runtime::named(&root, "r").unwrap();
        fs::create_dir_all(&runtime.installed).unwrap();
        fs::write(runtime.installed.join(STAMP), runtime.stamp().unwrap()).unwrap();
        assert_eq!(runtime.fill(), Ok(()));
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn other_pins_have_another_stamp() {
        let root = folder("stamp", &[("requirements.txt", "a==1\n")]);
        let runtime = Runtime::named(&root, "r").unwrap();
        let before = runtime.stamp().unwrap();
        fs::write(runtime.pins.join("requirements.txt"), "a==2\n").unwrap();
        assert_ne!(runtime.stamp().unwrap(), before);
        fs::remove_dir_all(root).unwrap();
    }
}
