//! The server under test: one that runs already, or the release binary, started here and stopped at the end.

use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::{sleep, timeout};

use crate::accounting::Account;
use crate::failure::Failure;
use crate::options::Options;
use crate::processes::Family;

/// How long a start may take before it counts as failed.
const START_LIMIT: Duration = Duration::from_secs(20);
/// How long a server may take to leave before it is killed.
const STOP_LIMIT: Duration = Duration::from_secs(10);

/// How often, and how long apart, it is looked whether everybody has left the server's control group.
const GROUP_CHECKS: usize = 50;
const GROUP_PAUSE: Duration = Duration::from_millis(20);

/// Where a server listens: always on this machine, so that no figure is ever taken at somebody else's cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Address(pub(crate) SocketAddr);

impl Address {
    /// Reads `http://127.0.0.1:8080`.
    ///
    /// # Errors
    /// A sentence, for anything that is not a loopback address with a port.
    pub(crate) fn parse(url: &str) -> Result<Self, String> {
        let rest =
            url.strip_prefix("http://").ok_or_else(|| format!("server {url:?} should begin with http://"))?;
        let (host, port) = rest
            .trim_end_matches('/')
            .rsplit_once(':')
            .ok_or_else(|| format!("server {url:?} has no port"))?;
        let port = port.parse().map_err(|_| format!("server {url:?} has no port"))?;
        let ip = match host {
            "localhost" => IpAddr::V4(Ipv4Addr::LOCALHOST),
            _ => host
                .trim_matches(['[', ']'])
                .parse()
                .map_err(|_| format!("server {url:?} is no loopback address"))?,
        };
        let loopback = ip.is_loopback().then_some(Self(SocketAddr::new(ip, port)));
        loopback.ok_or_else(|| {
            format!("server {url:?} is not on this machine; only loopback addresses are measured")
        })
    }
}

/// A server that listens.
pub(crate) struct Server {
    /// Where.
    pub(crate) address: Address,
    owned: Option<Owned>,
}

/// One that was started here.
struct Owned {
    child: Child,
    pid: Pid,
    account: Account,
    started: Instant,
    /// Kept open: a server whose standard output is gone may stumble over it.
    _output: BufReader<ChildStdout>,
}

/// How a server is started.
#[derive(Debug, Clone, Default)]
pub(crate) struct Start {
    /// The program; the one beside this program if `None`.
    pub(crate) binary: Option<PathBuf>,
    /// Where it unpacks its voice; its standard places if `None`.
    pub(crate) data_dir: Option<PathBuf>,
}

impl Server {
    /// The server that the options name, or a fresh one.
    ///
    /// # Errors
    /// [`Failure::Setup`] if it cannot be started.
    pub(crate) async fn reach(options: &Options) -> Result<Self, Failure> {
        match options.server {
            Some(address) => Ok(Self { address, owned: None }),
            None => Self::start(&Start { binary: options.binary.clone(), data_dir: None }).await,
        }
    }

    /// A fresh server, for scenarios that must see into its process.
    ///
    /// # Errors
    /// [`Failure::Setup`] if it cannot be started, or if the options name one that runs already.
    pub(crate) async fn reach_owned(options: &Options) -> Result<Self, Failure> {
        if options.server.is_some() {
            let name = options.scenario.name();
            return Err(Failure::setup(format!(
                "{name} looks into the server's process: leave --server out"
            )));
        }
        Self::reach(options).await
    }

    /// Starts the binary on a port of the system's choice and waits until it says where it listens.
    ///
    /// # Errors
    /// [`Failure::Setup`] with what to do.
    pub(crate) async fn start(start: &Start) -> Result<Self, Failure> {
        let account = Account::open();
        let mut command = command(&binary(start)?, &account);
        if let Some(dir) = &start.data_dir {
            command.env("SYRINX_DATA_DIR", dir);
        }
        let started = Instant::now();
        let mut child = command.spawn()?;
        let mut output = BufReader::new(child.stdout.take().expect("its standard output is piped"));
        let pid = child.id().ok_or_else(|| Failure::setup("the server ended at once"))?;
        let address = timeout(START_LIMIT, announced(&mut output)).await;
        let address =
            address.map_err(|_| Failure::Silence { what: "the server's address", limit: START_LIMIT })??;
        let owned = Owned { child, pid: Pid::from_raw(pid.cast_signed()), account, started, _output: output };
        Ok(Self { address, owned: Some(owned) })
    }

    fn owned(&self) -> Result<&Owned, Failure> {
        self.owned.as_ref().ok_or_else(|| Failure::setup("the server was not started here"))
    }

    /// The server's processes.
    ///
    /// # Errors
    /// [`Failure::Setup`] if it was not started here; so all others.
    pub(crate) fn family(&self) -> Result<Family, Failure> {
        Ok(Family(self.owned()?.pid))
    }

    /// Its memory in bytes, hosts included (PSS).
    pub(crate) fn memory(&self) -> Result<f64, Failure> {
        self.family()?
            .memory()
            .ok_or_else(|| Failure::setup("memory cannot be read here: needs Linux's /proc"))
    }

    /// Its processor time so far, hosts and their children included.
    pub(crate) fn cpu(&self) -> Result<Duration, Failure> {
        let read = self.owned()?.account.read();
        read.ok_or_else(|| Failure::setup("processor time cannot be read here: needs Linux's /proc"))
    }

    /// How processor time is counted.
    pub(crate) fn cpu_method(&self) -> Result<&'static str, Failure> {
        Ok(self.owned()?.account.method())
    }

    /// When its process was started.
    pub(crate) fn started(&self) -> Result<Instant, Failure> {
        Ok(self.owned()?.started)
    }

    /// Asks it to leave, and sees to it that it does. A server that was not started here is left alone.
    pub(crate) async fn stop(mut self) -> Result<(), Failure> {
        let Some(mut owned) = self.owned.take() else { return Ok(()) };
        // If it has left already, there is nobody to ask.
        let _ = kill(owned.pid, Signal::SIGTERM);
        if timeout(STOP_LIMIT, owned.child.wait()).await.is_err() {
            owned.child.kill().await?;
        }
        // Voice hosts leave a moment after their server.
        for _ in 0..GROUP_CHECKS {
            if owned.account.close() {
                break;
            }
            sleep(GROUP_PAUSE).await;
        }
        Ok(())
    }
}

/// The path of the binary, checked.
pub(crate) fn binary(start: &Start) -> Result<PathBuf, Failure> {
    let beside = || Some(std::env::current_exe().ok()?.parent()?.join("syrinx"));
    let path = start.binary.clone().or_else(beside).unwrap_or_default();
    if path.is_file() {
        return Ok(path);
    }
    let path = path.display();
    Err(Failure::setup(format!(
        "no server binary at {path}; run cargo build --release -p server, or give --binary"
    )))
}

/// The shell steps into the control group and then becomes the server, so that nothing of it is missed.
fn command(binary: &Path, account: &Account) -> Command {
    let serve = ["serve", "--listen", "127.0.0.1:0"].map(OsString::from);
    let mut command = match account.entrance() {
        Some(entrance) => {
            let mut shell = Command::new("sh");
            shell.args(["-c", r#"echo $$ > "$0" && exec "$@""#]).arg(entrance).arg(binary);
            shell
        }
        None => Command::new(binary),
    };
    command.args(serve).env("SYRINX_LOG_LEVEL", "error").env_remove("SYRINX_API_KEYS");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).kill_on_drop(true);
    command
}

async fn announced(output: &mut BufReader<ChildStdout>) -> Result<Address, Failure> {
    let mut line = String::new();
    output.read_line(&mut line).await?;
    let url = line.trim().strip_prefix("listening on ");
    let url = url.ok_or_else(|| {
        Failure::setup(format!("the server said {:?} instead of where it listens", line.trim()))
    })?;
    Address::parse(url.trim()).map_err(Failure::Setup)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_addresses_are_taken_in_any_form() {
        for url in ["http://127.0.0.1:80", "http://127.0.0.9:8080/", "http://[::1]:9", "http://localhost:1"] {
            assert!(Address::parse(url).is_ok(), "{url}");
        }
    }

    #[test]
    fn all_others_are_refused() {
        for url in [
            "http://198.51.100.7:80",
            "http://example.org:80",
            "https://127.0.0.1:1",
            "http://127.0.0.1",
            "x",
        ] {
            assert!(Address::parse(url).is_err(), "{url}");
        }
    }
}
