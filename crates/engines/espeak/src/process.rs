//! One voice host, seen from the server: a child process and the socket to it.
//!
//! A thread of its own attends each: it hears what the host says at its start, notices when it is gone, and takes it
//! off the system's list at once. A host that is let go leaves by itself after what it was sent before; one that does
//! not notice is killed. The children of one that is killed go on speaking; where this process inherits them, as the first
//! one of a container does, the thread takes them off the list too. Read [`Host`] first.

use std::io::{self, BufRead, BufReader, Read};
use std::net::Shutdown;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use engine::EngineError;
use speech::VoiceId;

use crate::config::EspeakConfig;
use crate::host::{HostOrders, READY};
use crate::link::{self, Survivors};
use crate::packed::Language;

/// How long a host that is let go may take to close its socket, which it does before it waits for anything.
const GRACE: Duration = Duration::from_secs(2);
/// The longest first line that is listened to.
const LONGEST_LINE: u64 = 4_096;
/// What an attending thread needs is far less.
const STACK_BYTES: usize = 64 * 1024;
/// What has closed its socket is looked after at first and at most in these intervals.
const LOOK_AGAIN: [Duration; 2] = [Duration::from_millis(1), Duration::from_millis(100)];

/// A running host. Dropping it lets it go.
pub(crate) struct Host {
    link: Arc<Link>,
    /// Its first line; closed once its end of the socket is.
    says: Receiver<String>,
    data: PathBuf,
}

/// What the host's owner shares with the thread that attends it.
struct Link {
    socket: UnixStream,
    process: Mutex<Child>,
}

impl Host {
    /// Starts a host for a language and waits until it is ready. `data` is the folder with its data.
    pub(crate) fn start(
        config: &EspeakConfig,
        language: &Language,
        data: PathBuf,
    ) -> Result<Self, EngineError> {
        let orders =
            HostOrders { language: language.id.into(), data: data.clone(), cpu_limit: config.cpu_limit };
        let host = Self::spawn(config, &orders, data).map_err(|error| {
            let program = config.host.program.display();
            unavailable(
                format!("voice host {program} could not be started; check that it can be run"),
                Some(error),
            )
        })?;
        // One that never took a segment may not be a voice host at all, and not leave by itself.
        host.wait_until_ready(config, language).inspect_err(|_| host.kill())?;
        Ok(host)
    }

    fn spawn(config: &EspeakConfig, orders: &HostOrders, data: PathBuf) -> io::Result<Self> {
        let (ours, theirs) = UnixStream::pair()?;
        ours.set_write_timeout(Some(config.host_answer_limit))?;
        let process = Command::new(&config.host.program)
            .args(&config.host.args)
            .args(orders.to_args())
            .stdin(OwnedFd::from(theirs))
            .stdout(Stdio::null())
            // The library complains there about what it cannot read aloud, and that is users' text.
            .stderr(Stdio::null())
            // A Ctrl-C in the server's terminal is the server's affair. And a host's children can be told by their group.
            .process_group(0)
            .spawn()?;
        let link = Arc::new(Link { socket: ours, process: Mutex::new(process) });
        let (say, says) = mpsc::channel();
        let attended = Arc::clone(&link);
        in_background("voice-host", move || attended.attend(say)).inspect_err(|_| {
            link.kill();
            let _ = link.process().wait();
        })?;
        Ok(Self { link, says, data })
    }

    fn wait_until_ready(&self, config: &EspeakConfig, language: &Language) -> Result<(), EngineError> {
        let program = config.host.program.display();
        let line = match self.says.recv_timeout(config.stall_limit) {
            Ok(line) => line,
            Err(RecvTimeoutError::Disconnected) => String::new(),
            Err(RecvTimeoutError::Timeout) => {
                let limit = config.stall_limit;
                return Err(unavailable(
                    format!("voice host {program} did not answer within {limit:?}"),
                    None,
                ));
            }
        };
        match line.trim_end() {
            READY => Ok(()),
            "" => Err(unavailable(format!("{program} ended at once; is it a voice host?"), None)),
            reason => {
                Err(EngineError::VoiceNotSet { voice: VoiceId::from(language.id), reason: reason.into() })
            }
        }
    }

    /// Hands it a segment's socket.
    pub(crate) fn send(&self, socket: BorrowedFd<'_>) -> io::Result<()> {
        link::send(self.link.socket.as_fd(), socket)
    }

    /// The folder that it loads its data from.
    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    /// Ends it without asking. What its children are at is still spoken.
    pub(crate) fn kill(&self) {
        self.link.kill();
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // It closes its end when it reads this end of file, and leaves once its last child has.
        let _ = self.link.socket.shutdown(Shutdown::Write);
        let (_, nobody) = mpsc::channel();
        let says = std::mem::replace(&mut self.says, nobody);
        if matches!(says.try_recv(), Err(TryRecvError::Disconnected)) {
            return;
        }
        let link = Arc::clone(&self.link);
        // Without a thread nobody insists: a host that hangs stays until this process ends.
        let _ = in_background("voice-host-end", move || {
            // A first line may still come, of one that was killed because nobody waited for it any longer.
            while !matches!(says.recv_timeout(GRACE), Err(RecvTimeoutError::Disconnected)) {
                link.kill();
            }
        });
    }
}

impl Link {
    fn process(&self) -> MutexGuard<'_, Child> {
        self.process.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kill(&self) {
        // Both fail only for what has ended. The socket, too, because a program that is no voice host may have left it
        // to others.
        let _ = self.process().kill();
        let _ = self.socket.shutdown(Shutdown::Both);
    }

    /// Listens until the host's end of the socket is closed, then takes the process off the list once it has ended, and
    /// what is left of its children.
    fn attend(&self, say: Sender<String>) {
        let mut from_host = BufReader::with_capacity(512, &self.socket);
        let mut line = Vec::new();
        // An error is an end as well.
        let _ = from_host.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line);
        let _ = say.send(String::from_utf8_lossy(&line).into_owned());
        let _ = io::copy(&mut from_host, &mut io::sink());
        drop(say);
        // By looking and not by waiting, so that it can still be killed; it may stay for as long as its children.
        look_again_while(|| matches!(self.process().try_wait(), Ok(None)));
        // A host that leaves by itself is the last of its group. One that was killed leaves its children to the system's
        // first process, or to us if we are that. The group's number is not given away again while one of them lives.
        let group = self.process().id();
        look_again_while(|| link::bury(group) == Survivors::Some);
    }
}

fn look_again_while(mut goes_on: impl FnMut() -> bool) {
    let mut interval = LOOK_AGAIN[0];
    while goes_on() {
        thread::sleep(interval);
        interval = (2 * interval).min(LOOK_AGAIN[1]);
    }
}

fn in_background(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new().name(name.into()).stack_size(STACK_BYTES).spawn(work).map(drop)
}

pub(crate) fn unavailable(context: impl Into<String>, source: Option<io::Error>) -> EngineError {
    EngineError::Unavailable { context: context.into(), source }
}
