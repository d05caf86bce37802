//! Where the bytes go. A WAV file gets its true sizes at the end; a pipe keeps the streaming ones.
//!
//! A file is touched with the first byte only, and one that does not become whole is removed: nobody shall take it for
//! all that was said.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

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
    File(Draft),
    Stream(Box<dyn Write>),
}

/// A file that is not whole yet; removed when it is dropped.
struct Draft {
    file: File,
    path: PathBuf,
    content: Content,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Content {
    /// Somebody else's, untouched so far.
    Theirs,
    /// Ours, and not all of it.
    Part,
    Whole,
}

impl Draft {
    /// `None` if the path leads to something that is no regular file.
    fn open(path: &Path) -> io::Result<Result<Self, File>> {
        let (file, content) = match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(file) => (file, Content::Part),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                (OpenOptions::new().write(true).create(true).truncate(false).open(path)?, Content::Theirs)
            }
            Err(error) => return Err(error),
        };
        let is_regular = file.metadata()?.is_file();
        Ok(if is_regular { Ok(Self { file, path: path.to_owned(), content }) } else { Err(file) })
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.content == Content::Theirs {
            self.content = Content::Part;
            self.file.set_len(0)?;
        }
        self.file.write_all(bytes)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if self.content == Content::Part {
            // What kept it from becoming whole is what people are told.
            let _ = fs::remove_file(&self.path);
        }
    }
}

impl Sink {
    /// Creates the file, or takes standard output.
    pub(crate) fn open(target: &Target, form: OutputForm) -> io::Result<Self> {
        let out = match target {
            Target::Stdout => Out::Stream(Box::new(io::stdout().lock())),
            Target::File(path) => match Draft::open(path)? {
                Ok(draft) => Out::File(draft),
                Err(stream) => Out::Stream(Box::new(stream)),
            },
        };
        Ok(Self { out, form, written: 0 })
    }

    /// Writes the next bytes at once: whoever reads a pipe wants to hear them.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written += bytes.len() as u64;
        match &mut self.out {
            Out::File(draft) => draft.write(bytes),
            Out::Stream(stream) => {
                stream.write_all(bytes)?;
                stream.flush()
            }
        }
    }

    /// All is written.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        let is_wav = self.form.container == ContainerId::WAV;
        // An engine may find nothing to say where we do, and that is a whole file too.
        let streaming =
            if is_wav { wav_header(&self.form, None).map_err(io::Error::other)? } else { Vec::new() };
        if self.written == 0 {
            self.write(&streaming)?;
        }
        let Out::File(draft) = &mut self.out else { return Ok(()) };
        if is_wav {
            correct_sizes(&mut draft.file, &self.form, self.written - streaming.len() as u64)?;
        }
        draft.content = Content::Whole;
        Ok(())
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
