//! One server for one suite: started on a free port, stopped as an operator would stop it.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::process::{command, shown, succeeds};

use super::KEY;

/// From the start of the process until it listens.
const START_PATIENCE: Duration = Duration::from_secs(20);
/// From SIGTERM to the end of the process, no client being left.
const STOP_PATIENCE: Duration = Duration::from_secs(5);
/// How often an ending process is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// What the server prints before its address.
const LISTENING: &str = "listening on ";
/// How much of the log is shown when it did not start, in lines.
const SHOWN_LINES: usize = 20;

/// A server under way. Dropping it kills it.
pub(crate) struct Server {
    child: Child,
    url: String,
    log: PathBuf,
}

impl Server {
    /// Starts what [`serve`] made for `suite` and waits until it listens. What it prints goes to a file in `logs`.
    ///
    /// # Errors
    /// If it cannot be started, ends, or does not say in time where it listens.
    pub(crate) fn start(serve: &mut Command, logs: &Path, suite: &str) -> Result<Self, Failure> {
        let log = logs.join(format!("{suite}.log"));
        let file = create(&log).map_err(Failure::while_doing(format!("write {}", log.display())))?;
        let starting = format!("start `{}`", shown(serve));
        let child = serve.spawn().map_err(Failure::while_doing(&starting))?;
        let mut server = Self { child, url: String::new(), log };
        server.url = server.wait_for_address(file).map_err(Failure::while_doing(starting))?;
        Ok(server)
    }

    /// Where it listens, such as `http://127.0.0.1:40123`, or with `https`.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    fn wait_for_address(&mut self, file: File) -> Result<String, Failure> {
        let (tell, addresses) = sync_channel(1);
        if let Some(output) = self.child.stdout.take() {
            copy_lines(
                output,
                file.try_clone().map_err(Failure::while_doing("share the log"))?,
                tell.clone(),
            );
        }
        if let Some(output) = self.child.stderr.take() {
            copy_lines(output, file, tell);
        }
        addresses.recv_timeout(START_PATIENCE).map_err(|_| self.did_not_start())
    }

    fn did_not_start(&self) -> Failure {
        let log = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<_> = log.lines().collect();
        let tail = lines[lines.len().saturating_sub(SHOWN_LINES)..].join("\n");
        Failure::new(format!("it did not print `{LISTENING}…`; what it printed ends with\n{tail}"))
    }

    /// Asks it to end, as an operator does.
    ///
    /// # Errors
    /// If it had ended before, does not end in time, or does not end with code 0.
    pub(crate) fn stop(mut self) -> Result<(), Failure> {
        if let Some(status) = self.ended_within(Duration::ZERO) {
            return Err(Failure::new(format!("the server ended with {status} before it was asked to")));
        }
        if !succeeds(&mut command("kill", ["-TERM", &self.child.id().to_string()])) {
            return Err(Failure::new("cannot send SIGTERM to the server"));
        }
        match self.ended_within(STOP_PATIENCE) {
            Some(status) if status.success() => Ok(()),
            Some(status) => Err(Failure::new(format!("the server ended with {status} after SIGTERM"))),
            None => {
                Err(Failure::new(format!("the server lives {} s after SIGTERM", STOP_PATIENCE.as_secs())))
            }
        }
    }

    fn ended_within(&mut self, patience: Duration) -> Option<ExitStatus> {
        let end = Instant::now() + patience;
        loop {
            match self.child.try_wait() {
                Ok(Some(status)) => return Some(status),
                _ if Instant::now() >= end => return None,
                _ => thread::sleep(LOOK_EVERY),
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // After `stop` there is nothing left to kill, and nobody to tell if there is.
        self.child.kill().and_then(|()| self.child.wait().map(drop)).unwrap_or_default();
    }
}

fn create(log: &Path) -> std::io::Result<File> {
    fs::create_dir_all(log.parent().unwrap_or(log))?;
    File::create(log)
}

/// The server as a suite sees it, whatever the developer's own shell has set for theirs; with TLS if there is a folder with
/// a certificate.
pub(crate) fn serve(binary: &Path, certificate: Option<&Path>) -> Command {
    let mut serve = command(binary, ["serve", "--listen", "127.0.0.1:0"]);
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("SYRINX_")) {
        serve.env_remove(name);
    }
    serve.env("SYRINX_API_KEYS", KEY).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if let Some(folder) = certificate {
        serve.arg("--tls-cert").arg(folder.join("cert.pem")).arg("--tls-key").arg(folder.join("key.pem"));
    }
    serve
}

/// Copies lines to the log until the server closes `output`, and tells the first address among them.
fn copy_lines(output: impl Read + Send + 'static, mut log: File, tell: SyncSender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            if writeln!(log, "{line}").is_err() {
                eprintln!("cannot write the server's log: {line}");
            }
            if let Some(address) = address_in(&line) {
                // The channel takes one; a second address is of no interest.
                tell.try_send(address).unwrap_or_default();
            }
        }
    });
}

fn address_in(line: &str) -> Option<String> {
    let (_, rest) = line.split_once(LISTENING)?;
    let is_part = |c: &char| c.is_ascii_alphanumeric() || "/.:[]".contains(*c);
    let address: String = rest.chars().take_while(is_part).collect();
    let (_, port) = address.rsplit_once(':')?;
    let is_url = address.starts_with("http://") || address.starts_with("https://");
    (is_url && port.parse::<u16>().is_ok()).then_some(address)
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    /// A shell script that plays the server.
    fn started(name: &str, script: &str) -> Result<Server, Failure> {
        let folder = std::env::temp_dir().join(format!("xtask-server-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let binary = folder.join("syrinx");
        fs::write(&binary, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&binary, fs::Permissions::from_mode(0o755)).unwrap();
        let server = Server::start(&mut serve(&binary, None), &folder, name);
        fs::remove_dir_all(folder).unwrap();
        server
    }

    #[test]
    fn an_address_is_found_in_plain_coloured_and_structured_lines() {
        let address = Some("http://127.0.0.1:8080".to_owned());
        assert_eq!(address_in("listening on http://127.0.0.1:8080"), address);
        assert_eq!(
            address_in("\x1b[32mINFO\x1b[0m listening on http://127.0.0.1:8080\x1b[0m keys=1"),
            address
        );
        assert_eq!(address_in(r#"{"message":"listening on http://127.0.0.1:8080","keys":1}"#), address);
        assert_eq!(address_in("listening on https://[::1]:80").as_deref(), Some("https://[::1]:80"));
        assert_eq!(address_in("listening on a socket"), None);
    }

    #[test]
    fn a_server_that_obeys_the_signal_is_well() {
        let script =
            "trap 'exit 0' TERM; echo 'listening on http://127.0.0.1:1' >&2; while :; do sleep 0.02; done";
        let server = started("good", script).unwrap();
        assert_eq!(server.url(), "http://127.0.0.1:1");
        assert_eq!(server.stop(), Ok(()));
    }

    #[test]
    fn a_server_that_ends_badly_is_a_failure() {
        let script =
            "trap 'exit 9' TERM; echo 'listening on http://127.0.0.1:1'; while :; do sleep 0.02; done";
        assert!(started("bad", script).unwrap().stop().unwrap_err().to_string().contains("exit status: 9"));
    }

    #[test]
    fn a_server_that_died_meanwhile_is_a_failure() {
        let server = started("dead", "echo 'listening on http://127.0.0.1:1'; exit 0").unwrap();
        thread::sleep(Duration::from_millis(300));
        assert!(server.stop().unwrap_err().to_string().contains("before it was asked to"));
    }

    #[test]
    fn a_server_that_does_not_start_shows_its_last_words() {
        let failure = started("mute", "echo 'port taken' >&2; exit 1").err().unwrap();
        assert!(failure.to_string().contains("port taken"));
    }
}
