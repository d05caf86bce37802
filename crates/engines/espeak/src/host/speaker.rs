//! The child's work: one job, its records, the end.

use std::ffi::CString;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;
use std::time::Duration;

use super::library::{Library, Listener};
use super::stretch::Stretched;
use super::watchdog;
use crate::records::{BEGUN, Job, JobKind, Record, UNCHANGED, encode_pcm};

/// So many of the library's buffers are sent as soon as they are there: somebody waits for the first piece, and the
/// first of them may be silent.
const EAGER_BUFFERS: u32 = 2;
/// From then on, this much is gathered first: about a third of a second of sound.
const BATCH_BYTES: usize = 16 * 1024;

/// Reads a job from the socket and answers it there. An error means that nobody listens any more.
pub(super) fn answer(library: &mut Library, socket: &UnixStream, cpu_limit: Duration) -> io::Result<()> {
    watchdog::start(cpu_limit, socket.as_raw_fd())?;
    (&*socket).write_all(&BEGUN)?;
    let job = Job::read_from(&mut &*socket)?;
    let mut answers =
        Answers { socket, pending: Vec::with_capacity(2 * BATCH_BYTES), buffers: 0, broken: None };
    let last = match carry_out(library, &job, &mut answers) {
        Ok(()) => Record::End,
        Err(reason) => Record::Refused(reason),
    };
    last.encode(&mut answers.pending);
    answers.send();
    answers.broken.map_or(Ok(()), Err)
}

fn carry_out(library: &mut Library, job: &Job, answers: &mut Answers<'_>) -> Result<(), String> {
    if !job.variant.is_empty() {
        library.set_variant(&job.variant)?;
    }
    library.seed(job.seed);
    let text = CString::new(job.text.as_str()).map_err(|_| "text with a NUL character".to_owned())?;
    match job.kind {
        JobKind::Speak => {
            library.tune(job.words_per_minute, job.pitch)?;
            if job.stretched == UNCHANGED {
                return library.speak(&text, answers);
            }
            let mut stretched = Stretched::new(answers, job.stretched)?;
            library.speak(&text, &mut stretched)?;
            stretched.finish()
        }
        JobKind::Phonemes => {
            let ipa = library.phonemes(&text);
            Record::Ipa(ipa).encode(&mut answers.pending);
            Ok(())
        }
    }
}

/// Collects records and writes them.
struct Answers<'a> {
    socket: &'a UnixStream,
    pending: Vec<u8>,
    buffers: u32,
    broken: Option<io::Error>,
}

impl Answers<'_> {
    fn send(&mut self) {
        let socket = self.socket;
        let pending = std::mem::take(&mut self.pending);
        if let Err(error) = watchdog::whole(|| (&*socket).write_all(&pending)) {
            self.broken.get_or_insert(error);
        }
        self.pending = pending;
        self.pending.clear();
    }
}

impl Listener for Answers<'_> {
    fn audio(&mut self, samples: &[i16]) {
        encode_pcm(samples, &mut self.pending);
    }

    fn word(&mut self, character: u32, sample: u32) {
        Record::Word { character, sample }.encode(&mut self.pending);
    }

    fn phoneme(&mut self, ipa: &str, sample: u32) {
        Record::Phoneme { ipa: ipa.to_owned(), sample }.encode(&mut self.pending);
    }

    fn buffer_done(&mut self) -> ControlFlow<()> {
        self.buffers = self.buffers.saturating_add(1);
        if self.buffers <= EAGER_BUFFERS || self.pending.len() >= BATCH_BYTES {
            self.send();
        }
        if self.broken.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}
