//! The voice host: a child process with one language loaded, which forks for every segment.
//!
//! It only receives, forks and closes; the forked child speaks. So each segment starts from the same state of the C
//! library, and what goes wrong in one dies with it. The host leaves when its server closes the socket on its standard
//! input, after the last of its children: otherwise they would be left to the first process of the system, which in a
//! container may be the server. Read [`host_main`] first; what the children do is in `speaker`.

mod accent;
mod ipa;
mod japanese;
mod library;
mod morae;
mod near;
mod script;
mod sounds;
mod speaker;
mod stretch;
mod watchdog;

use std::ffi::OsString;
use std::io::{self, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use japanese::Japanese;
use library::Library;

use crate::link::{self, Forked};

/// What a host tells its server before it takes jobs: this, or a sentence why not.
pub(crate) const READY: &str = "ready";

/// What the server tells a host it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HostOrders {
    /// The language's name.
    pub(crate) language: String,
    /// The folder with the unpacked data.
    pub(crate) data: PathBuf,
    /// The processor time that one segment may take.
    pub(crate) cpu_limit: Duration,
}

impl HostOrders {
    pub(crate) fn to_args(&self) -> [OsString; 3] {
        let micros = self.cpu_limit.as_micros().to_string();
        [self.language.clone().into(), self.data.clone().into(), micros.into()]
    }

    fn from_args(args: impl IntoIterator<Item = OsString>) -> Option<Self> {
        let [language, data, micros] = args.into_iter().collect::<Vec<_>>().try_into().ok()?;
        let cpu_limit = Duration::from_micros(micros.to_str()?.parse().ok()?);
        Some(Self { language: language.into_string().ok()?, data: data.into(), cpu_limit })
    }
}

/// The voice host's whole life. `args` are those after [`VOICE_HOST_ARG`](crate::VOICE_HOST_ARG).
///
/// Call it first thing in `main`, while the process has one thread: it forks.
pub fn host_main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let (Some(orders), Some(server)) = (HostOrders::from_args(args), link::socket_on_stdin()) else {
        // The exit code tells all if even this cannot be written.
        let _ = writeln!(
            io::stderr(),
            "the voice host is started by the server, with a socket on its standard input"
        );
        return ExitCode::from(2);
    };
    match open(&orders) {
        Ok(voice) if say(&server, READY).is_ok() => serve(voice, server, orders.cpu_limit),
        Ok(_) => ExitCode::FAILURE,
        Err(reason) => {
            // A server that is gone needs no reason.
            let _ = say(&server, &reason);
            ExitCode::FAILURE
        }
    }
}

/// What every segment of a language is spoken with: loaded once, before the first fork.
struct Voice {
    library: Library,
    /// Of the voice that speaks Japanese.
    japanese: Option<Japanese>,
}

fn open(orders: &HostOrders) -> Result<Voice, String> {
    link::outlive_the_terminal().map_err(|error| format!("signals cannot be set: {error}"))?;
    std::env::set_current_dir(&orders.data)
        .map_err(|error| format!("voice data in {} cannot be entered: {error}", orders.data.display()))?;
    let library = Library::open(&orders.language)?;
    Ok(Voice { library, japanese: Japanese::of(&orders.language)? })
}

fn say(mut server: &UnixStream, line: &str) -> io::Result<()> {
    server.write_all(format!("{line}\n").as_bytes())
}

fn serve(mut voice: Voice, server: UnixStream, cpu_limit: Duration) -> ExitCode {
    loop {
        let job: OwnedFd = match link::receive(server.as_fd()) {
            Ok(Some(job)) => job,
            end => {
                // So that the server knows that this was noticed.
                drop(server);
                link::outlive_the_children();
                return if end.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
            }
        };
        // A fork that fails closes the job's socket: the server sees that segment end, and no other.
        if let Ok(Forked::Child) = link::fork() {
            drop(server);
            let spoken = speaker::answer(&mut voice, &UnixStream::from(job), cpu_limit);
            return if spoken.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_survive_the_command_line() {
        let orders = HostOrders {
            language: "en-us".into(),
            data: "/tmp/a folder".into(),
            cpu_limit: Duration::from_millis(1_500),
        };
        assert_eq!(HostOrders::from_args(orders.to_args()), Some(orders));
        assert_eq!(HostOrders::from_args(["en-us".into()]), None);
    }
}
