//! The text, as it comes.
//!
//! Standard input must be UTF-8. What is not is an error with its place, here and in `syrinx explain` alike: read on with
//! other characters in its stead, a whole book in another encoding would be spoken as noise.

use std::future::poll_fn;
use std::io::{self, Read};
use std::thread;

use tokio::sync::mpsc;

/// What is read at one time.
const READ: usize = 4 * 1024;
/// Pieces that may wait.
const PIECES: usize = 16;

/// Why there is no more text, although it has not ended.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// What the system said.
    #[error("standard input could not be read: {0}")]
    Read(#[from] io::Error),
    /// From this byte on it is something else.
    #[error("standard input is no UTF-8 text at byte {0}, counted from 0; convert it first, as with iconv")]
    NotText(u64),
}

/// Text in pieces.
pub(crate) enum Input {
    /// All at once.
    Whole(Option<String>),
    /// From standard input.
    Pieces(mpsc::Receiver<Result<String, InputError>>),
}

impl Input {
    /// This text, or standard input.
    pub(crate) fn open(text: Option<String>) -> Self {
        match text {
            Some(text) => Self::Whole(Some(text)),
            None => {
                let (sender, receiver) = mpsc::channel(PIECES);
                // A thread of its own, because a read from a terminal or pipe blocks. It ends with the process.
                thread::spawn(move || read_all(io::stdin().lock(), &sender));
                Self::Pieces(receiver)
            }
        }
    }

    /// The next piece; `None` after the last.
    pub(crate) async fn next(&mut self) -> Result<Option<String>, InputError> {
        match self {
            Self::Whole(text) => Ok(text.take()),
            Self::Pieces(receiver) => poll_fn(|cx| receiver.poll_recv(cx)).await.transpose(),
        }
    }
}

/// These bytes as text; `at` tells how many came before them.
///
/// # Errors
/// [`InputError::NotText`].
pub fn text_of(bytes: Vec<u8>, at: u64) -> Result<String, InputError> {
    let wrong =
        |error: std::string::FromUtf8Error| InputError::NotText(at + error.utf8_error().valid_up_to() as u64);
    String::from_utf8(bytes).map_err(wrong)
}

/// Hands on what is read, and at last what went wrong.
fn read_all(from: impl Read, to: &mpsc::Sender<Result<String, InputError>>) {
    if let Err(error) = read(from, to) {
        // Nobody is listening any more if this fails.
        let _ = to.blocking_send(Err(error));
    }
}

/// Hands on what is read, cut only between characters, until it ends or nobody listens.
fn read(mut from: impl Read, to: &mpsc::Sender<Result<String, InputError>>) -> Result<(), InputError> {
    let mut waiting = Vec::new();
    let mut buffer = [0; READ];
    let mut at = 0;
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return text_of(waiting, at).map(|_| ()),
            Ok(count) => waiting.extend_from_slice(&buffer[..count]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        }
        let rest = waiting.split_off(whole_characters(&waiting));
        let piece = text_of(std::mem::replace(&mut waiting, rest), at)?;
        at += piece.len() as u64;
        if !piece.is_empty() && to.blocking_send(Ok(piece)).is_err() {
            return Ok(());
        }
    }
}

/// How many of the bytes are not the beginning of a character whose end is still to come.
fn whole_characters(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => bytes.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time, is interrupted before each, and fails at the end.
    struct Drip<'a> {
        bytes: &'a [u8],
        interrupt: bool,
        end: Option<io::Error>,
    }

    impl Read for Drip<'_> {
        fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
            self.interrupt = !self.interrupt;
            if self.interrupt {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let Some((first, rest)) = self.bytes.split_first() else {
                return self.end.take().map_or(Ok(0), Err);
            };
            (buf[0], self.bytes) = (*first, rest);
            Ok(1)
        }
    }

    fn pieces(bytes: &[u8], end: Option<io::Error>) -> (Vec<String>, Option<String>) {
        let (sender, mut receiver) = mpsc::channel(100);
        read_all(Drip { bytes, interrupt: false, end }, &sender);
        drop(sender);
        let (mut texts, mut error) = (Vec::new(), None);
        while let Some(piece) = receiver.blocking_recv() {
            match piece {
                Ok(text) => texts.push(text),
                Err(wrong) => error = Some(wrong.to_string()),
            }
        }
        (texts, error)
    }

    #[test]
    fn characters_are_never_cut() {
        let whole = ["a", "é", "😀"].map(str::to_owned).to_vec();
        assert_eq!(pieces("aé😀".as_bytes(), None), (whole, None));
    }

    #[test]
    fn what_is_no_text_has_a_place() {
        for (bytes, place) in [(&b"a\xc3\xa9\xffb"[..], "byte 3"), (b"ab\xf0\x9f", "byte 2")] {
            let error = pieces(bytes, None).1.unwrap();
            assert!(error.contains(place), "{error}");
        }
    }

    #[test]
    fn a_failed_read_is_no_end() {
        let (texts, error) = pieces(b"ab", Some(io::Error::other("cable cut")));
        assert_eq!(texts.concat(), "ab");
        assert!(error.unwrap().contains("cable cut"));
    }
}
