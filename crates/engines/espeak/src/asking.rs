//! The server's end of one segment: asking a host for it, and reading what comes back.

use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::Arc;

use engine::EngineError;

use crate::hosts::{Hosts, Receipt};
use crate::records::{Job, Record};
use crate::voices::Voice;

const READ_BYTES: usize = 64 * 1024;

/// One job under way. Dropping it closes the socket, and the process that speaks ends at its next write.
pub(crate) struct Answer {
    socket: UnixStream,
    /// What was read last, and how much of it is decoded.
    bytes: Vec<u8>,
    decoded: usize,
    hosts: Arc<Hosts>,
    waits_for: WaitsFor,
}

/// Whose silence it is that this end hears.
enum WaitsFor {
    /// The host is to fork.
    Host(Receipt),
    /// It did; its child is to speak.
    Child,
}

impl Answer {
    /// Asks the voice's host for this job.
    pub(crate) fn ask(hosts: &Arc<Hosts>, voice: Voice, job: &Job) -> Result<Self, EngineError> {
        let broken = |error| EngineError::Unavailable {
            context: "no socket for a segment; the limit of open files may be too low".into(),
            source: Some(error),
        };
        let (socket, theirs) = UnixStream::pair().map_err(broken)?;
        let limit = Some(hosts.config().host_answer_limit);
        socket.set_read_timeout(limit).map_err(broken)?;
        socket.set_write_timeout(limit).map_err(broken)?;
        let receipt = hosts.send(voice, theirs.as_fd())?;
        // Ours too must be gone before the first read, or its end would never be seen.
        drop(theirs);
        let waits_for = WaitsFor::Host(receipt);
        let answer = Self { socket, bytes: Vec::new(), decoded: 0, hosts: Arc::clone(hosts), waits_for };
        (&answer.socket).write_all(&job.encode()).map_err(|error| answer.failure(&error))?;
        Ok(answer)
    }

    /// Waits for the next record. [`Record::OutOfTime`] and [`Record::Refused`] become errors.
    pub(crate) fn next(&mut self) -> Result<Record, EngineError> {
        loop {
            let next = Record::decode(&self.bytes[self.decoded..]).map_err(|error| self.failure(&error))?;
            if let Some((record, length)) = next {
                self.decoded += length;
                return match record {
                    Record::Begun => {
                        self.begin()?;
                        continue;
                    }
                    Record::OutOfTime => Err(EngineError::TimedOut(self.hosts.config().cpu_limit)),
                    Record::Refused(reason) => Err(EngineError::Crashed(reason)),
                    record => Ok(record),
                };
            }
            self.read_more()?;
        }
    }

    fn begin(&mut self) -> Result<(), EngineError> {
        self.waits_for = WaitsFor::Child;
        let limit = self.hosts.config().stall_limit;
        self.socket.set_read_timeout(Some(limit)).map_err(|error| self.failure(&error))
    }

    fn read_more(&mut self) -> Result<(), EngineError> {
        self.bytes.drain(..self.decoded);
        self.decoded = 0;
        let known = self.bytes.len();
        self.bytes.resize(known + READ_BYTES, 0);
        let read = self.socket.read(&mut self.bytes[known..]);
        self.bytes.truncate(known + read.as_ref().map_or(0, |count| *count));
        match read {
            Ok(0) => Err(EngineError::Crashed("its socket closed".into())),
            Ok(_) => Ok(()),
            Err(error) if error.kind() == ErrorKind::Interrupted => Ok(()),
            Err(error) => Err(self.failure(&error)),
        }
    }

    fn failure(&self, error: &io::Error) -> EngineError {
        match error.kind() {
            ErrorKind::WouldBlock | ErrorKind::TimedOut => self.stalled(),
            _ => EngineError::Crashed(error.to_string()),
        }
    }

    fn stalled(&self) -> EngineError {
        let config = self.hosts.config();
        EngineError::Stalled(match &self.waits_for {
            WaitsFor::Host(receipt) => {
                self.hosts.give_up(receipt);
                config.host_answer_limit
            }
            WaitsFor::Child => config.stall_limit,
        })
    }
}
