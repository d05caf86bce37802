//! The voice hosts that this process keeps ready, one for each voice in use.
//!
//! A host is started when its voice is first used, started again when it has died, and let go when others are used
//! more. Letting go means closing its socket: what it was sent before is still spoken, since its children are
//! processes of their own. Read [`Hosts::send`] first.

use std::io::{self, BufRead, BufReader};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use engine::EngineError;
use speech::VoiceId;

use crate::config::EspeakConfig;
use crate::host::{HostOrders, READY};
use crate::link;
use crate::unpack::unpack;
use crate::voices::Voice;

/// All hosts, the one used last at the end.
pub(crate) struct Hosts {
    config: EspeakConfig,
    places: Mutex<Vec<Arc<Place>>>,
}

/// Where a voice's host is, or will be once somebody has started it.
struct Place {
    voice: String,
    host: Mutex<Option<Host>>,
}

impl Hosts {
    pub(crate) fn new(config: EspeakConfig) -> Self {
        Self { config, places: Mutex::default() }
    }

    pub(crate) fn config(&self) -> &EspeakConfig {
        &self.config
    }

    /// Sees to it that the voice's host runs.
    pub(crate) fn warm(&self, voice: Voice) -> Result<(), EngineError> {
        let place = self.place(voice);
        let mut host = lock(&place.host);
        if host.as_mut().is_none_or(Host::has_ended) {
            *host = Some(Host::start(&self.config, voice)?);
        }
        Ok(())
    }

    /// Hands a segment's socket to the voice's host, which is started if need be.
    pub(crate) fn send(&self, voice: Voice, socket: BorrowedFd<'_>) -> Result<(), EngineError> {
        let place = self.place(voice);
        let mut host = lock(&place.host);
        if host.as_ref().is_some_and(|host| host.send(socket).is_ok()) {
            return Ok(());
        }
        let fresh = host.insert(Host::start(&self.config, voice)?);
        fresh.send(socket).map_err(|error| unavailable("its voice host took no segment", Some(error)))
    }

    /// The voice's place, which becomes the one used last; the one used longest ago is let go when they are too many.
    fn place(&self, voice: Voice) -> Arc<Place> {
        let name = voice.to_string();
        let mut places = lock(&self.places);
        let place = match places.iter().position(|place| place.voice == name) {
            Some(index) => places.remove(index),
            None => Arc::new(Place { voice: name, host: Mutex::new(None) }),
        };
        places.push(Arc::clone(&place));
        let surplus = places.len().saturating_sub(self.config.max_hosts.max(1));
        let let_go: Vec<_> = places.drain(..surplus).collect();
        // Not under the lock: closing a host's socket may make a thread.
        drop(places);
        drop(let_go);
        place
    }
}

/// A panic elsewhere cannot leave these lists half changed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn unavailable(context: impl Into<String>, source: Option<io::Error>) -> EngineError {
    EngineError::Unavailable { context: context.into(), source }
}

/// A running host.
struct Host {
    socket: UnixStream,
    /// `None` once it is left to `bury`.
    process: Option<Child>,
}

impl Host {
    /// Unpacks the voice, starts a host with it and waits until it is ready.
    fn start(config: &EspeakConfig, voice: Voice) -> Result<Self, EngineError> {
        let data = unpack(voice, &config.data_dirs)
            .map_err(|error| unavailable(format!("{error}; make one writable or configure another"), None))?;
        let orders = HostOrders { voice: voice.to_string(), data, cpu_limit: config.cpu_limit };
        let mut host = Self::spawn(config, &orders).map_err(|error| {
            let program = config.host.program.display();
            unavailable(
                format!("voice host {program} could not be started; check that it can be run"),
                Some(error),
            )
        })?;
        match host.wait_until_ready(config, voice) {
            Ok(()) => Ok(host),
            Err(error) => {
                host.kill();
                Err(error)
            }
        }
    }

    fn spawn(config: &EspeakConfig, orders: &HostOrders) -> io::Result<Self> {
        let (ours, theirs) = UnixStream::pair()?;
        let process = Command::new(&config.host.program)
            .args(&config.host.args)
            .args(orders.to_args())
            .stdin(OwnedFd::from(theirs))
            .stdout(Stdio::null())
            // The library complains there about what it cannot read aloud, and that is users' text.
            .stderr(Stdio::null())
            // A Ctrl-C in the server's terminal is the server's affair.
            .process_group(0)
            .spawn()?;
        Ok(Self { socket: ours, process: Some(process) })
    }

    fn wait_until_ready(&self, config: &EspeakConfig, voice: Voice) -> Result<(), EngineError> {
        let program = config.host.program.display();
        let silent = |error| {
            let limit = config.stall_limit;
            unavailable(format!("voice host {program} did not answer within {limit:?}"), Some(error))
        };
        self.socket.set_read_timeout(Some(config.stall_limit)).map_err(silent)?;
        self.socket.set_write_timeout(Some(config.stall_limit)).map_err(silent)?;
        let mut line = String::new();
        BufReader::new(&self.socket).read_line(&mut line).map_err(silent)?;
        match line.trim_end() {
            READY => Ok(()),
            "" => Err(unavailable(format!("{program} ended at once; is it a voice host?"), None)),
            reason => Err(EngineError::VoiceNotSet {
                voice: VoiceId::from(&*voice.to_string()),
                reason: reason.into(),
            }),
        }
    }

    fn send(&self, socket: BorrowedFd<'_>) -> io::Result<()> {
        link::send(self.socket.as_fd(), socket)
    }

    /// For one that never took a segment: it may not be a voice host at all, and not leave by itself.
    fn kill(&mut self) {
        if let Some(process) = &mut self.process {
            // Fails only for a process that has ended.
            let _ = process.kill();
        }
    }

    fn has_ended(&mut self) -> bool {
        self.process.as_mut().is_none_or(|process| !matches!(process.try_wait(), Ok(None)))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // It leaves by itself when it reads this end of file, after what it was sent before.
        let _ = self.socket.shutdown(std::net::Shutdown::Write);
        if let Some(process) = self.process.take() {
            bury(process);
        }
    }
}

/// Waits for a process that is about to end, without keeping anybody: it must not stay a zombie.
fn bury(mut process: Child) {
    if matches!(process.try_wait(), Ok(Some(_)) | Err(_)) {
        return;
    }
    let waiting = thread::Builder::new().name("voice-host-end".into()).spawn(move || process.wait());
    // Without a thread it stays a zombie until this process ends: a line in a table.
    drop(waiting);
}
