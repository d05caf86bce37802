//! The child that cuts and reads the lines of its standard input, so that what it does can be counted apart.
//!
//! Each line is a text as a language model writes it: in pieces of some characters, and then an end. It does for it what
//! a session does from the push to what the voice is given, and writes that, on one line.

use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::process::ExitCode;

use markup::Syntax;
use normaliser::{Normaliser, Reading};
use speech::Language;
use text::{Segment, SegmentBounds, SegmentPolicy, Segmenter};

/// The first argument by which this program knows that it is this child.
pub(crate) const ARGUMENT: &str = "cut-and-read";
/// About what a language model writes at a time.
const PIECE: usize = 4;

/// The child's whole life. `args` is the language.
pub(crate) fn run(mut args: impl Iterator<Item = OsString>) -> ExitCode {
    let Some(language) = args.next().and_then(|name| name.into_string().ok()) else {
        eprintln!("needs a language");
        return ExitCode::FAILURE;
    };
    match read_lines(&Language::new(&language)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn read_lines(language: &Language) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        writeln!(out, "{}", spoken(&line?, language))?;
    }
    Ok(())
}

/// What the voice is given of a text, segment after segment.
fn spoken(text: &str, language: &Language) -> String {
    let empty = Segmenter::new(SegmentPolicy::default(), SegmentBounds::default());
    let mut segmenter = empty.in_language(language).with_markup(Syntax::default());
    let reading = Reading::of(language.clone());
    let mut spoken = Vec::new();
    for piece in pieces(text) {
        segmenter.push(piece);
        spoken
            .extend(std::iter::from_fn(|| segmenter.next_segment()).map(|segment| read(&segment, &reading)));
    }
    segmenter.release();
    spoken.extend(std::iter::from_fn(|| segmenter.next_segment()).map(|segment| read(&segment, &reading)));
    spoken.join(" ")
}

/// With a normaliser of its own, as each segment of a session is.
fn read(segment: &Segment, reading: &Reading) -> String {
    Normaliser::for_reading(reading).read_shown(&segment.shown).text.as_str().to_owned()
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut count = 0;
    text.split_inclusive(move |_| {
        count += 1;
        count % PIECE == 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_and_read() {
        let spoken = spoken("It is 3.5 km. Dr. Lee said so.", &Language::new("en-us"));
        assert!(spoken.contains("three point five") && spoken.contains("doctor Lee"), "{spoken}");
    }

    #[test]
    fn pieces_join_to_the_text() {
        let pieces: Vec<&str> = pieces("éa b😀 cde").collect();
        assert_eq!((pieces.len(), pieces.concat().as_str()), (3, "éa b😀 cde"));
    }
}
