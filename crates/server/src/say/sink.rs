//! Where the bytes go. A WAV file gets its true sizes at the end; a pipe keeps the streaming ones.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

use audio::wav_header;
use speech::{ContainerId, OutputForm};

use super::order::Target;

/// An open target.
pub(crate) struct Sink {
    out: Out,
    form: OutputForm,
    written: u64,
}

enum Out {
    /// A regular file, whose beginning can be written again.
    File(File),
    Stream(Box<dyn Write>),
}

impl Sink {
    /// Creates the file, or takes standard output.
    pub(crate) fn open(target: &Target, form: OutputForm) -> io::Result<Self> {
        let out = match target {
            Target::Stdout => Out::Stream(Box::new(io::stdout().lock())),
            Target::File(path) => {
                let file = File::create(path)?;
                if file.metadata()?.is_file() { Out::File(file) } else { Out::Stream(Box::new(file)) }
            }
        };
        Ok(Self { out, form, written: 0 })
    }

    /// Writes the next bytes at once: whoever reads a pipe wants to hear them.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written += bytes.len() as u64;
        match &mut self.out {
            Out::File(file) => file.write_all(bytes),
            Out::Stream(stream) => {
                stream.write_all(bytes)?;
                stream.flush()
            }
        }
    }

    /// All is written.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        if self.form.container != ContainerId::WAV {
            return Ok(());
        }
        let streaming = wav_header(&self.form, None).map_err(io::Error::other)?;
        if self.written == 0 {
            // Nothing was said, and that is a whole file too.
            self.write(&streaming)?;
        }
        match &mut self.out {
            Out::File(file) => correct_sizes(file, &self.form, self.written - streaming.len() as u64),
            Out::Stream(_) => Ok(()),
        }
    }
}

/// Puts the true length in front; a file too long for WAV's numbers keeps the streaming ones.
fn correct_sizes(file: &mut File, form: &OutputForm, data: u64) -> io::Result<()> {
    let Ok(length) = u32::try_from(data) else { return Ok(()) };
    if length % 2 == 1 {
        file.write_all(&[0])?;
    }
    let header = wav_header(form, Some(length)).map_err(io::Error::other)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&header)
}
