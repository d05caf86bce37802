//! The text, as it comes.

use std::future::poll_fn;
use std::io::{self, Read};
use std::thread;

use tokio::sync::mpsc;

/// What is read at one time.
const READ: usize = 4 * 1024;
/// Pieces that may wait.
const PIECES: usize = 16;

/// Text in pieces.
pub(crate) enum Input {
    /// All at once.
    Whole(Option<String>),
    /// From standard input.
    Pieces(mpsc::Receiver<String>),
}

impl Input {
    /// This text, or standard input.
    pub(crate) fn open(text: Option<String>) -> Self {
        match text {
            Some(text) => Self::Whole(Some(text)),
            None => {
                let (sender, receiver) = mpsc::channel(PIECES);
                // A thread of its own, because a read from a terminal or pipe blocks. It ends with the process.
                thread::spawn(move || read(io::stdin().lock(), &sender));
                Self::Pieces(receiver)
            }
        }
    }

    /// The next piece; `None` after the last.
    pub(crate) async fn next(&mut self) -> Option<String> {
        match self {
            Self::Whole(text) => text.take(),
            Self::Pieces(receiver) => poll_fn(|cx| receiver.poll_recv(cx)).await,
        }
    }
}

/// Hands on what is read, cut only between characters; bytes that are no UTF-8 become `U+FFFD`.
fn read(mut from: impl Read, to: &mpsc::Sender<String>) {
    let mut waiting = Vec::new();
    let mut buffer = [0; READ];
    while let Ok(count @ 1..) = from.read(&mut buffer) {
        waiting.extend_from_slice(&buffer[..count]);
        let rest = waiting.split_off(whole_characters(&waiting));
        let piece = String::from_utf8_lossy(&std::mem::replace(&mut waiting, rest)).into_owned();
        if !piece.is_empty() && to.blocking_send(piece).is_err() {
            return;
        }
    }
    if !waiting.is_empty() {
        // Nobody is listening any more if this fails.
        let _ = to.blocking_send(String::from_utf8_lossy(&waiting).into_owned());
    }
}

/// How many of the bytes are not the beginning of a character whose end is still to come.
fn whole_characters(bytes: &[u8]) -> usize {
    let tail_start = bytes.len().saturating_sub(3);
    let cut = (tail_start..bytes.len()).find(|&at| {
        let rest = &bytes[at..];
        std::str::from_utf8(rest).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
    });
    cut.unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Drip<'a>(&'a [u8]);

    impl Read for Drip<'_> {
        fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
            let Some((first, rest)) = self.0.split_first() else { return Ok(0) };
            (buf[0], self.0) = (*first, rest);
            Ok(1)
        }
    }

    fn pieces(bytes: &[u8]) -> Vec<String> {
        let (sender, mut receiver) = mpsc::channel(100);
        read(Drip(bytes), &sender);
        drop(sender);
        std::iter::from_fn(|| receiver.blocking_recv()).collect()
    }

    #[test]
    fn characters_are_never_cut() {
        assert_eq!(pieces("aé😀".as_bytes()), ["a", "é", "😀"]);
    }

    #[test]
    fn what_is_no_text_is_replaced() {
        assert_eq!(pieces(b"a\xffb\xf0\x9f").concat(), "a\u{fffd}b\u{fffd}");
    }
}
