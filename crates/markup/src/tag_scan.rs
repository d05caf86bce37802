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
    /// Where an attribute may begin, or the tag end.
    #[default]
    Gap,
    /// In the name of an attribute.
    Name,
    /// Behind the name of an attribute and a space.
    Named,
    /// Behind an equals sign.
    Equals,
    /// In a value that no mark closes.
    Value,
    /// In a value that this mark closes.
    Quoted(u8),
    /// Behind the slash of an empty element.
    Slash,
}

/// What may stand behind the name of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grammar {
    /// Attributes with values in quotation marks, for the name alone could be a variable: `a <b`.
    Strict,
    /// Attributes with values.
    Usual,
    /// Words, too, but no marks of sentences.
    Loose,
}

/// What such a search comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// The byte that ends it, counted from the place.
    At(usize),
    /// It does not end soon enough, or is none.
    Nothing,
    /// The text ends inside of it.
    CutOff,
}

impl View {
    /// The `>` of the tag at the place, whose name ends before byte `name_end`.
    pub(crate) fn find_tag_end(&mut self, name_end: usize, grammar: Grammar) -> Option<Found> {
        let found = self.find(name_end, |scan, byte| scan.pass_in_tag(byte, grammar))?;
        let is_word = grammar == Grammar::Strict && matches!(self.scan.state, State::Name | State::Named);
        Some(if found == Found::CutOff && is_word { Found::Nothing } else { found })
    }

    /// The `>` of the address that begins at the place with `<`.
    pub(crate) fn find_address_end(&mut self) -> Option<Found> {
        self.find(1, |_, byte| match byte {
            b'>' => Some(Verdict::Ends),
            b'<' | b' ' | b'\t' | b'\r' | b'\n' => Some(Verdict::Fails),
            _ => None,
        })
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
        (self.end == End::Final).then_some(Found::CutOff)
    }
}

enum Verdict {
    Ends,
    Fails,
}

impl TagScan {
    fn pass_in_tag(&mut self, byte: u8, grammar: Grammar) -> Option<Verdict> {
        match (self.state, byte) {
            (_, b'<') => Some(Verdict::Fails),
            (State::Quoted(mark), _) if mark != byte => None,
            (State::Quoted(_), _) => self.go_to(State::Gap),
            (State::Equals | State::Value, _) => self.pass_value(byte, grammar),
            (State::Gap | State::Slash, b'>') => Some(Verdict::Ends),
            (State::Name | State::Named, b'>') if grammar == Grammar::Loose => Some(Verdict::Ends),
            (State::Gap, b'/') => self.go_to(State::Slash),
            (State::Gap | State::Named, _) if byte.is_ascii_whitespace() => None,
            (State::Name, _) if byte.is_ascii_whitespace() => self.go_to(State::Named),
            (State::Name | State::Named, b'=') => self.go_to(State::Equals),
            (State::Name, b'-' | b'_' | b':' | b'0'..=b'9') => None,
            (State::Gap | State::Name, _) if byte.is_ascii_alphabetic() => self.go_to(State::Name),
            (State::Gap | State::Name | State::Named, _) if grammar == Grammar::Loose => self.pass_word(byte),
            _ => Some(Verdict::Fails),
        }
    }

    fn go_to(&mut self, state: State) -> Option<Verdict> {
        self.state = state;
        None
    }

    /// Behind an equals sign.
    fn pass_value(&mut self, byte: u8, grammar: Grammar) -> Option<Verdict> {
        match (self.state, byte) {
            (State::Equals, b'"' | b'\'') => self.go_to(State::Quoted(byte)),
            (State::Equals, _) if byte.is_ascii_whitespace() => None,
            (State::Equals, b'=' | b'>') => Some(Verdict::Fails),
            (State::Equals, _) if grammar == Grammar::Strict => Some(Verdict::Fails),
            (_, b'>') => Some(Verdict::Ends),
            _ if byte.is_ascii_whitespace() => self.go_to(State::Gap),
            _ => self.go_to(State::Value),
        }
    }

    /// What no attribute begins with, where a tag may hold anything but sentences.
    fn pass_word(&mut self, byte: u8) -> Option<Verdict> {
        match byte {
            b'.' | b',' | b';' | b'!' | b'?' => Some(Verdict::Fails),
            b'/' => self.go_to(State::Slash),
            _ => self.go_to(State::Name),
        }
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
