//! The child's work: one job, its records, the end.

use std::ffi::CString;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::os::fd::AsRawFd;
use std::os::unix::net::UnixStream;
use std::time::Duration;

use super::Voice;
use super::accent::Usual;
use super::ipa::Inventory;
use super::library::Listener;
use super::script::{Asked, Late, Script};
use super::stretch::Stretched;
use super::watchdog;
use crate::records::{BEGUN, Job, JobKind, Record, UNCHANGED, encode_pcm};

/// Until so many samples, 120 ms, are sent, whatever there is goes out at once: somebody waits for the first piece, and the
/// first samples may be silent. At the usual pace these are two of the library's buffers, and more at a faster one.
const EAGER_SAMPLES: usize = 2 * 1_323;
/// From then on, this much is gathered first: about a third of a second of sound.
const BATCH_BYTES: usize = 16 * 1024;

/// Reads a job from the socket and answers it there. An error means that nobody listens any more.
pub(super) fn answer(voice: &mut Voice, socket: &UnixStream, cpu_limit: Duration) -> io::Result<()> {
    watchdog::start(cpu_limit, socket.as_raw_fd())?;
    (&*socket).write_all(&BEGUN)?;
    let job = Job::read_from(&mut &*socket)?;
    let mut answers = Answers::new(socket);
    let last = match carry_out(voice, &job, &mut answers) {
        Ok(()) => Record::End,
        Err(reason) => Record::Refused(reason),
    };
    last.encode(&mut answers.pending);
    answers.send();
    answers.broken.map_or(Ok(()), Err)
}

fn carry_out(voice: &mut Voice, job: &Job, answers: &mut Answers<'_>) -> Result<(), String> {
    if !job.variant.is_empty() {
        voice.library.set_variant(&job.variant)?;
    }
    voice.library.seed(job.seed);
    answers.script = script(voice, job);
    let library = &mut voice.library;
    let text = answers.script.text().unwrap_or(&job.text);
    let text = CString::new(text).map_err(|_| "text with a NUL character".to_owned())?;
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

/// What the library reads for a job, if that is not the text itself.
fn script(voice: &mut Voice, job: &Job) -> Script {
    let Voice { library, japanese } = voice;
    let read = japanese.as_ref().map(|japanese| japanese.and_read(job));
    let late = if read.is_some() { Late::Pauses } else { Late::AsWritten };
    let pronounced = read.as_ref().unwrap_or(&job.pronounced);
    if pronounced.is_empty() && job.accents.is_empty() {
        return Script::default();
    }
    let mut sounds = Vec::new();
    if !pronounced.is_empty() {
        library.take_names();
        sounds = library.sounds();
    }
    let usual = Usual { words_per_minute: job.words_per_minute, pitch: job.pitch };
    let asked = Asked { text: &job.text, pronounced, accents: &job.accents, usual, late };
    Script::new(&asked, &Inventory::new(sounds))
}

/// Collects records and writes them.
struct Answers<'a> {
    socket: &'a UnixStream,
    /// What the library reads, if that is not the text itself.
    script: Script,
    pending: Vec<u8>,
    /// How many samples were told, and how many of them are sent.
    told: usize,
    sent: usize,
    broken: Option<io::Error>,
}

impl<'a> Answers<'a> {
    fn new(socket: &'a UnixStream) -> Self {
        let (script, pending) = (Script::default(), Vec::with_capacity(2 * BATCH_BYTES));
        Self { socket, script, pending, told: 0, sent: 0, broken: None }
    }

    fn send(&mut self) {
        let socket = self.socket;
        let pending = std::mem::take(&mut self.pending);
        if let Err(error) = watchdog::whole(|| (&*socket).write_all(&pending)) {
            self.broken.get_or_insert(error);
        }
        self.pending = pending;
        self.pending.clear();
        self.sent = self.told;
    }
}

impl Listener for Answers<'_> {
    fn audio(&mut self, samples: &[i16]) {
        encode_pcm(samples, &mut self.pending);
        self.told += samples.len();
    }

    fn word(&mut self, character: u32, sample: u32) {
        let character = self.script.place(character);
        Record::Word { character, sample }.encode(&mut self.pending);
    }

    fn phoneme(&mut self, ipa: &str, sample: u32) {
        Record::Phoneme { ipa: ipa.into(), sample }.encode(&mut self.pending);
    }

    fn buffer_done(&mut self) -> ControlFlow<()> {
        let is_eager = self.sent < EAGER_SAMPLES && self.sent < self.told;
        if is_eager || self.pending.len() >= BATCH_BYTES {
            self.send();
        }
        if self.broken.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    /// After how many of the library's buffers, of so many samples each, bytes arrive.
    fn arrivals(samples: usize) -> Vec<usize> {
        let (socket, mut theirs) = UnixStream::pair().unwrap();
        theirs.set_nonblocking(true).unwrap();
        let mut answers = Answers::new(&socket);
        let mut arrived = |buffer| {
            answers.audio(&vec![0; samples]);
            assert!(answers.buffer_done().is_continue());
            theirs.read(&mut [0; 64 * 1024]).is_ok().then_some(buffer)
        };
        (1..12).filter_map(&mut arrived).collect()
    }

    /// 16 384 bytes are 8 192 samples.
    #[test]
    fn a_fast_voice_is_sent_at_once_for_as_long_as_any() {
        assert_eq!(arrivals(1_324), [1, 2, 9]);
        assert_eq!(arrivals(416), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(arrivals(0), []);
    }
}
