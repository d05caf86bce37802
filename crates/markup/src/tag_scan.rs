//! Looks for the end of a tag or of a link's target, each byte once, however slowly they come.

use crate::view::{End, MOST_WAITING, View};

/// How many brackets an address may have inside one another. It keeps what looks like many links from being looked at again
/// and again.
const DEEPEST_BRACKETS: usize = 4;

/// What has been looked at, from the place on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct TagScan {
    looked: usize,
    state: State,
    /// Brackets that have opened inside of a target.
    depth: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Plain,
    /// Behind an equals sign, where a quotation mark opens a value.
    Equals,
    /// In a value that this mark closes.
    Quoted(u8),
}

/// What such a search comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// The byte that ends it, counted from the place.
    At(usize),
    /// It does not end, or not soon enough, or is none.
    Nothing,
}

impl View {
    /// The `>` of the tag that begins at the place.
    pub(crate) fn find_tag_end(&mut self) -> Option<Found> {
        self.find(1, |scan, byte| scan.pass_in_tag(byte))
    }

    /// What ends the address of a link that begins at the place with `](`: a bracket or a space.
    pub(crate) fn find_target(&mut self) -> Option<Found> {
        self.find(2, |scan, byte| scan.pass_in_target(byte))
    }

    fn find(&mut self, start: usize, pass: impl Fn(&mut TagScan, u8) -> Option<Verdict>) -> Option<Found> {
        let mut scan = self.scan;
        scan.looked = scan.looked.max(start);
        let bytes = self.rest().as_bytes();
        while let Some(&byte) = bytes.get(scan.looked) {
            match pass(&mut scan, byte) {
                _ if scan.looked >= MOST_WAITING => return Some(Found::Nothing),
                Some(Verdict::Ends) => {
                    let found = scan.looked;
                    self.scan = scan;
                    return Some(Found::At(found));
                }
                Some(Verdict::Fails) => return Some(Found::Nothing),
                None => scan.looked += 1,
            }
        }
        self.scan = scan;
        (self.end == End::Final).then_some(Found::Nothing)
    }
}

enum Verdict {
    Ends,
    Fails,
}

impl TagScan {
    fn pass_in_tag(&mut self, byte: u8) -> Option<Verdict> {
        self.state = match (self.state, byte) {
            (_, b'<') => return Some(Verdict::Fails),
            (State::Quoted(mark), _) if mark == byte => State::Plain,
            (State::Quoted(mark), _) => State::Quoted(mark),
            (_, b'>') => return Some(Verdict::Ends),
            (_, b'=') => State::Equals,
            (State::Equals, b'"' | b'\'') => State::Quoted(byte),
            (State::Equals, b' ' | b'\t' | b'\r' | b'\n') => State::Equals,
            (State::Equals | State::Plain, _) => State::Plain,
        };
        None
    }

    fn pass_in_target(&mut self, byte: u8) -> Option<Verdict> {
        match byte {
            b')' if self.depth == 0 => return Some(Verdict::Ends),
            b' ' | b'\t' | b'\r' | b'\n' => return Some(Verdict::Ends),
            b')' => self.depth -= 1,
            b'(' if self.depth == DEEPEST_BRACKETS => return Some(Verdict::Fails),
            b'(' => self.depth += 1,
            _ => {}
        }
        None
    }
}
