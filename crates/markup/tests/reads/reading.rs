//! What a view shows, as one line.

use markup::{Border, Manner, Mark, Piece, Syntax, View};
use speech::{Emphasis, How, SayAs};

/// The pieces of a text that comes in `parts`, those of one kind joined.
pub(crate) fn pieces(reading: Syntax, parts: &[&str]) -> Vec<Piece> {
    let mut view = View::new(reading);
    let mut pieces = Vec::new();
    for part in parts {
        view.push(part);
        pieces.extend(view.take());
    }
    view.settle_all();
    pieces.extend(view.take());
    assert!(view.waiting().is_empty());
    joined(pieces)
}

fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (joined.last_mut(), piece) {
            (Some(Piece::Shown(before)), Piece::Shown(bytes))
            | (Some(Piece::Skipped(before)), Piece::Skipped(bytes)) => *before += bytes,
            (_, piece) => joined.push(piece),
        }
    }
    joined
}

/// How many bytes of the source a piece stands for.
pub(crate) fn length(piece: &Piece) -> usize {
    match piece {
        Piece::Shown(bytes) | Piece::Skipped(bytes) | Piece::Instead { bytes, .. } => *bytes,
        Piece::Mark(_) | Piece::Warning(_) => 0,
    }
}

/// What is shown, with `|` for a border, `{500}` for a break, `<c:…>` for what is to be read in a manner, `~` for another style,
/// `^`, `^^`, `_` and `^0` for an emphasis (moderate, strong, reduced, none), `?` for a warning.
pub(crate) fn read(reading: Syntax, source: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for piece in pieces(reading, &[source]) {
        match &piece {
            Piece::Shown(bytes) => out.push_str(&source[at..at + bytes]),
            Piece::Instead { shown, .. } => out.push_str(shown),
            Piece::Skipped(_) => {}
            Piece::Mark(mark) => out.push_str(&sign(mark)),
            Piece::Warning(_) => out.push('?'),
        }
        at += length(&piece);
    }
    assert_eq!(at, source.len());
    out
}

/// What each part of a text shows, with a release behind every one; signs as [`read`] has them.
pub(crate) fn released(reading: Syntax, parts: &[&str]) -> Vec<String> {
    let mut view = View::new(reading);
    let show = |part: &&str| {
        view.push(part);
        view.settle_all();
        let mut out = String::new();
        let mut at = 0;
        for piece in view.take() {
            match &piece {
                Piece::Shown(bytes) => out.push_str(&part[at..at + bytes]),
                Piece::Instead { shown, .. } => out.push_str(shown),
                Piece::Mark(mark) => out.push_str(&sign(mark)),
                Piece::Skipped(_) | Piece::Warning(_) => {}
            }
            at += length(&piece);
        }
        assert_eq!(at, part.len(), "{part:?}");
        assert!(view.waiting().is_empty());
        out
    };
    parts.iter().map(show).collect()
}

fn sign(mark: &Mark) -> String {
    match mark {
        Mark::Border(Border::Sentence | Border::Paragraph) => "|".to_owned(),
        Mark::Break(length) => format!("{{{}}}", length.as_millis()),
        Mark::Open(Manner::As(How::As(SayAs::Characters))) => "<c:".to_owned(),
        Mark::Open(Manner::As(How::As(_) | How::Alias(_) | How::Plain)) => "<as:".to_owned(),
        Mark::Open(Manner::As(How::Sounds(ipa))) => format!("<{}:", ipa.as_str()),
        Mark::Open(Manner::Code) => "<code:".to_owned(),
        Mark::Close => ">".to_owned(),
        Mark::Style(_) => "~".to_owned(),
        Mark::Emphasis(level) => match level {
            Some(Emphasis::Strong) => "^^",
            Some(Emphasis::Moderate) => "^",
            Some(Emphasis::Reduced) => "_",
            None => "^0",
        }
        .to_owned(),
    }
}
