//! What is passed over until its end: comments, declarations, instructions, and what an alias replaces.
//!
//! Nothing of it waits but the few bytes that may be the beginning of its end, and none of it is longer than
//! [`LONGEST`]: then its end was forgotten, and what follows is read.

use speech::UserText;

use crate::piece::Warning;
use crate::view::{End, Mode, View};

/// The most bytes of one.
const LONGEST: usize = 4_096;

/// The most bytes that an alias replaces.
const LONGEST_REPLACED: usize = 1_024;

/// With what the end of replaced text begins.
const CLOSING: &str = "</sub";

/// Something that is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Skipping {
    until: Until,
    left: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Until {
    Text(&'static str),
    /// The tag that begins like this, which is read as one.
    ElementEnd(&'static str),
    /// The end of the line, which is shown.
    LineEnd,
    /// The end of a declaration, which may hold others in brackets.
    Declared(Brackets),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Brackets {
    None,
    Open,
}

/// Text that is read as something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Substitute {
    alias: UserText,
    /// How much of it has been passed.
    bytes: usize,
}

impl Skipping {
    pub(crate) fn comment() -> Self {
        Self { until: Until::Text("-->"), left: LONGEST }
    }

    pub(crate) fn instruction() -> Self {
        Self { until: Until::Text("?>"), left: LONGEST }
    }

    /// The rest of what an alias has been read for already.
    fn replaced(left: usize) -> Self {
        Self { until: Until::ElementEnd(CLOSING), left }
    }

    pub(crate) fn line() -> Self {
        Self { until: Until::LineEnd, left: LONGEST }
    }

    pub(crate) fn declaration() -> Self {
        Self { until: Until::Declared(Brackets::None), left: LONGEST }
    }
}

/// How far a search came.
enum Search {
    /// The end that was looked for begins here.
    Ends(usize),
    /// It is not in the first so many bytes, nor begins there.
    Passed(usize),
    /// It is too far away: so many bytes are the most.
    TooFar(usize),
}

impl View {
    pub(crate) fn step_skipping(&mut self, skipping: Skipping) -> Option<()> {
        match skipping.until {
            Until::Text(end) => self.skip_until(end, end.len(), skipping),
            Until::ElementEnd(tag) => self.skip_until(tag, 0, skipping),
            Until::LineEnd => self.skip_until("\n", 0, skipping),
            Until::Declared(brackets) => self.skip_declaration(brackets, skipping.left),
        }
    }

    /// Passes over everything up to `end`, and over the first `taken` bytes of that.
    fn skip_until(&mut self, end: &str, taken: usize, skipping: Skipping) -> Option<()> {
        match self.search(end, skipping.left) {
            Search::Ends(at) => {
                self.skip(at + taken);
                self.mode = Mode::Text;
            }
            Search::Passed(0) if self.end == End::Final => self.cut_off_rest(),
            Search::Passed(0) => return None,
            Search::Passed(bytes) => {
                self.skip(bytes);
                self.mode = Mode::Skipping(Skipping { left: skipping.left - bytes, ..skipping });
            }
            Search::TooFar(bytes) => {
                self.skip(bytes);
                self.give_up_skipping();
            }
        }
        Some(())
    }

    fn give_up_skipping(&mut self) {
        self.mode = Mode::Text;
        self.warn(Warning::TooLong(LONGEST));
    }

    fn skip_declaration(&mut self, brackets: Brackets, left: usize) -> Option<()> {
        let rest = self.rest();
        let stop = rest.find(['[', ']', '>']).unwrap_or(rest.len());
        if stop >= left {
            self.skip(self.rest().floor_char_boundary(left));
            self.give_up_skipping();
            return Some(());
        }
        let mark = rest.as_bytes().get(stop).copied();
        let bytes = stop + usize::from(mark.is_some());
        self.skip(bytes);
        let brackets = match mark {
            Some(b'[') => Brackets::Open,
            Some(b']') => Brackets::None,
            Some(_) if brackets == Brackets::None => {
                self.mode = Mode::Text;
                return Some(());
            }
            Some(_) | None => brackets,
        };
        self.mode = Mode::Skipping(Skipping { until: Until::Declared(brackets), left: left - bytes });
        Some(())
    }

    /// Looks for `end` at the place, within `left` bytes.
    fn search(&self, end: &str, left: usize) -> Search {
        let rest = self.rest();
        match rest.find(end) {
            Some(at) if at + end.len() <= left => Search::Ends(at),
            Some(_) => Search::TooFar(rest.floor_char_boundary(left)),
            None => {
                let kept = if self.end == End::Final { self.begun(end) } else { end.len() - 1 };
                let passed = rest.floor_char_boundary(rest.len().saturating_sub(kept));
                if passed >= left {
                    Search::TooFar(rest.floor_char_boundary(left))
                } else {
                    Search::Passed(passed)
                }
            }
        }
    }

    pub(crate) fn step_literal(&mut self) -> Option<()> {
        const END: &str = "]]>";
        match self.search(END, usize::MAX) {
            Search::Ends(at) => {
                if at > 0 {
                    self.show(at);
                }
                self.skip(END.len());
                self.mode = Mode::Text;
            }
            Search::Passed(0) if self.end == End::Final => self.cut_off_rest(),
            Search::Passed(0) => return None,
            Search::Passed(bytes) | Search::TooFar(bytes) => self.show(bytes),
        }
        Some(())
    }

    /// Reads `alias` instead of what comes.
    pub(crate) fn substitute(&mut self, alias: &str) {
        self.mode = Mode::Substitute(Box::new(Substitute { alias: alias.into(), bytes: 0 }));
    }

    pub(crate) fn step_substitute(&mut self) -> Option<()> {
        let Mode::Substitute(substitute) = &self.mode else { return Some(()) };
        match self.search(CLOSING, LONGEST_REPLACED - substitute.bytes) {
            Search::Ends(at) => {
                self.pass_replaced(at);
                self.give_up_substitute();
            }
            Search::Passed(0) if self.end == End::Final => {
                self.release_substitute();
                self.cut_off_rest();
            }
            Search::Passed(0) => return None,
            Search::Passed(bytes) => self.pass_replaced(bytes),
            Search::TooFar(bytes) => {
                self.pass_replaced(bytes);
                self.give_up_substitute();
                self.warn(Warning::TooLong(LONGEST_REPLACED));
            }
        }
        Some(())
    }

    fn pass_replaced(&mut self, bytes: usize) {
        let (_, untold) = self.pass(bytes);
        if let Mode::Substitute(substitute) = &mut self.mode {
            substitute.bytes += untold;
        }
    }

    /// Whether something has been passed whose alias is not shown yet.
    #[must_use]
    pub fn is_substituting(&self) -> bool {
        matches!(self.mode, Mode::Substitute(_))
    }

    /// At a release, shows the alias of what has been passed; the rest of that is passed over in silence. If nothing has
    /// been passed, the alias stands for what comes.
    pub(crate) fn release_substitute(&mut self) {
        let Mode::Substitute(substitute) = &self.mode else { return };
        let bytes = substitute.bytes;
        if bytes > 0 {
            self.give_up_substitute();
            self.mode =
                Mode::Skipping(Skipping::replaced(LONGEST_REPLACED.saturating_sub(bytes).max(CLOSING.len())));
        }
    }

    /// Shows the alias of what has been passed, if the place is in such text.
    fn give_up_substitute(&mut self) {
        let Mode::Substitute(substitute) = &self.mode else { return };
        let Substitute { alias, bytes } = (**substitute).clone();
        self.mode = Mode::Text;
        if bytes > 0 {
            self.show_instead(alias, bytes);
        }
    }
}
