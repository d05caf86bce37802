//! Where the bytes go. WAV and FLAC files get their true lengths at the end; a pipe keeps the streaming ones.
//!
//! A file is touched with the first byte only, and one that does not become whole is removed: nobody shall take it for
//! all that was said.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use audio::{FlacLength, flac_header, wav_header};
use speech::{ContainerId, OutputForm, SampleCount};

use super::order::Target;

/// An open target.
pub(crate) struct Sink {
    out: Out,
    form: OutputForm,
    written: u64,
    /// Of a FLAC stream.
    length: FlacLength,
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
    /// The bare file if the path leads to something that is no regular one.
    fn open(path: &Path) -> io::Result<Result<Self, File>> {
        match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(file) => Ok(Ok(Self { file, path: path.to_owned(), content: Content::Part })),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Self::open_what_is_there(path),
            Err(error) => Err(error),
        }
    }

    /// A file, a device, or a link to either; a link may lead to a file that is yet to be made.
    fn open_what_is_there(path: &Path) -> io::Result<Result<Self, File>> {
        let content = if path.exists() { Content::Theirs } else { Content::Part };
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        if !file.metadata()?.is_file() {
            return Ok(Err(file));
        }
        // What is removed must be the file, not a link to it.
        Ok(Ok(Self { file, path: path.canonicalize()?, content }))
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
        Ok(Self { out, form, written: 0, length: FlacLength::default() })
    }

    /// Writes the next bytes at once: whoever reads a pipe wants to hear them.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written += bytes.len() as u64;
        if self.form.container == ContainerId::FLAC {
            self.length.hear(bytes);
        }
        match &mut self.out {
            Out::File(draft) => draft.write(bytes),
            Out::Stream(stream) => {
                stream.write_all(bytes)?;
                stream.flush()
            }
        }
    }

    /// Whether any sound went in.
    pub(crate) fn has_sound(&self) -> bool {
        self.written > 0
    }

    /// All is written.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        let streaming = self.head(Length::Unknown)?;
        // An engine may find nothing to say where we do, and that is a whole file too.
        if self.written == 0 {
            self.write(&streaming)?;
        }
        let data = self.written - streaming.len() as u64;
        let head = self.head(Length::Known { data, samples: self.length.samples() })?;
        let Out::File(draft) = &mut self.out else { return Ok(()) };
        // Chunks of WAV end at even places. One that is too long for WAV's numbers has no end.
        if self.form.container == ContainerId::WAV && data % 2 == 1 && u32::try_from(data).is_ok() {
            draft.write(&[0])?;
        }
        draft.file.seek(SeekFrom::Start(0))?;
        draft.write(&head)?;
        draft.content = Content::Whole;
        Ok(())
    }

    /// What stands in front of the sound and tells its length; nothing, where nothing does.
    fn head(&self, length: Length) -> io::Result<Vec<u8>> {
        match (self.form.container, length) {
            (ContainerId::WAV, Length::Unknown) => wav_header(&self.form, None).map_err(io::Error::other),
            // A file too long for WAV's numbers keeps the streaming ones.
            (ContainerId::WAV, Length::Known { data, .. }) => {
                wav_header(&self.form, u32::try_from(data).ok()).map_err(io::Error::other)
            }
            (ContainerId::FLAC, Length::Unknown) => Ok(flac_header(&self.form, None)),
            (ContainerId::FLAC, Length::Known { samples, .. }) => Ok(flac_header(&self.form, Some(samples))),
            _ => Ok(Vec::new()),
        }
    }
}

/// How long the sound is, without its head.
#[derive(Clone, Copy)]
enum Length {
    Unknown,
    Known {
        /// In bytes.
        data: u64,
        /// Where they tell it themselves.
        samples: SampleCount,
    },
}
