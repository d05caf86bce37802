//! Reads a source from mark to mark. Start with [`View::push`].

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use speech::{Emphasis, Style, UserText};

use crate::code::{CodeSpan, Fence};
use crate::cut_off::CutOff;
use crate::elements::Elements;
use crate::piece::{Border, Mark, Piece, Warning};
use crate::row::Row;
use crate::skipping::{Skipping, Substitute};
use crate::syntax::Syntax;
use crate::tag_scan::TagScan;

/// The most bytes of a source that may wait to be decided.
pub(crate) const MOST_WAITING: usize = 1_024;

/// The most warnings that one view gives.
const MOST_WARNINGS: u8 = 16;

/// An incremental view of one text.
///
/// ```
/// use markup::{Piece, Syntax, View};
///
/// let mut view = View::new(Syntax::default());
/// view.push("It is **no");
/// view.push("t** so.");
/// let shown: usize = view.take().iter().map(|piece| if let Piece::Shown(bytes) = piece { *bytes } else { 0 }).sum();
/// assert_eq!(shown, "It is not so.".len());
/// ```
#[derive(Clone)]
pub struct View {
    pub(crate) reading: Syntax,
    /// Source text that waits, behind what has been settled in the present call.
    pub(crate) waiting: String,
    /// How much of it has been settled.
    pub(crate) from: usize,
    /// How much of what follows a piece has accounted for already: it was cut off by a release.
    pub(crate) told: usize,
    pub(crate) cut_off: Option<Box<CutOff>>,
    pub(crate) end: End,
    pieces: Vec<Piece>,
    /// The last character of the source that was settled.
    pub(crate) before: Option<char>,
    /// The last that was shown.
    pub(crate) shown: Option<char>,
    pub(crate) mode: Mode,
    pub(crate) line: Line,
    /// How much of what waits has been looked at for the end of a tag, or of a link's target.
    pub(crate) scan: TagScan,
    pub(crate) elements: Elements,
    /// The style that holds again behind the marks of the sentence that hang on to a closed element.
    returning: Option<Arc<Style>>,
    /// The breaks that stand one behind another before what is shown next.
    resting: Option<Duration>,
    warnings: u8,
}

/// Whether more text may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Open,
    Final,
}

/// What kind of text the place is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mode {
    Text,
    /// Code inside a line.
    CodeSpan(CodeSpan),
    Fence(Fence),
    Skipping(Skipping),
    /// The path of a file, in which backslashes are what they are.
    Path,
    /// Character data, in which no mark means anything.
    Literal,
    Substitute(Box<Substitute>),
}

/// The line so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Line {
    pub(crate) place: LinePlace,
    pub(crate) kind: LineKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum LinePlace {
    /// Nothing but spaces and marks of blocks.
    #[default]
    Start,
    Inside,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum LineKind {
    #[default]
    Plain,
    Heading,
    Item,
    Row(Row),
}

impl fmt::Debug for View {
    /// The text belongs to the user and stays out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("View")
            .field("reading", &self.reading)
            .field("waiting_bytes", &self.waiting.len())
            .field("pieces", &self.pieces)
            .finish_non_exhaustive()
    }
}

impl View {
    /// Of a text that has not begun.
    #[must_use]
    pub fn new(reading: Syntax) -> Self {
        Self {
            reading,
            waiting: String::new(),
            from: 0,
            told: 0,
            cut_off: None,
            end: End::Open,
            pieces: Vec::new(),
            before: None,
            shown: None,
            mode: Mode::Text,
            line: Line::default(),
            scan: TagScan::default(),
            elements: Elements::default(),
            returning: None,
            resting: None,
            warnings: MOST_WARNINGS,
        }
    }

    /// Appends to the source.
    pub fn push(&mut self, text: &str) {
        if !text.is_empty() {
            self.resume_cut_off();
        }
        self.waiting.push_str(text);
        self.settle(End::Open);
    }

    /// Decides about all that waits as if the source ended here. More may follow: what is open stays open.
    pub fn settle_all(&mut self) {
        self.settle(End::Final);
    }

    /// What has been settled since the last call.
    pub fn take(&mut self) -> Vec<Piece> {
        std::mem::take(&mut self.pieces)
    }

    /// The end of the source that is not settled.
    #[must_use]
    pub fn waiting(&self) -> &str {
        &self.waiting[self.told..]
    }

    fn settle(&mut self, end: End) {
        self.end = end;
        while self.from < self.waiting.len() {
            let is_settled = self.step().is_some();
            if !is_settled && end == End::Open {
                break;
            }
            if !is_settled {
                self.show_next();
            }
        }
        if end == End::Final {
            self.release_substitute();
            self.rest_now();
        }
        self.waiting.drain(..self.from);
        self.from = 0;
        self.end = End::Open;
    }

    /// Settles a little more, or moves on in what it knows; `None` if only later text tells.
    fn step(&mut self) -> Option<()> {
        match &self.mode {
            Mode::Text => self.step_text(),
            Mode::CodeSpan(span) => self.step_code_span(*span),
            Mode::Fence(fence) => self.step_fence(*fence),
            Mode::Skipping(skipping) => self.step_skipping(*skipping),
            Mode::Path => self.step_path(),
            Mode::Literal => self.step_literal(),
            Mode::Substitute(_) => self.step_substitute(),
        }
    }

    /// Shows the next `bytes` as they are.
    pub(crate) fn show(&mut self, bytes: usize) {
        if self.returning.is_none() {
            return self.show_at_once(bytes);
        }
        let hanging = self.rest()[..bytes].find(|c: char| !",.;:!?…".contains(c));
        self.show_at_once(hanging.unwrap_or(bytes));
        if let Some(length) = hanging {
            self.return_now();
            self.show_at_once(bytes - length);
        }
    }

    /// Says that an element is closed and `style` holds again.
    pub(crate) fn return_to(&mut self, style: Arc<Style>) {
        self.returning = Some(style);
    }

    /// Lets what is shown next stand out, or not any more. It ends nothing that waits for its end: marks of the sentence
    /// hang on to a closed style whatever else closes with it, and breaks add up.
    pub(crate) fn emphasise(&mut self, emphasis: Option<Emphasis>) {
        if self.elements.emphasis != emphasis {
            self.elements.emphasis = emphasis;
            self.pieces.push(Piece::Mark(Mark::Emphasis(emphasis)));
        }
    }

    fn return_now(&mut self) {
        if let Some(style) = self.returning.take() {
            self.pieces.push(Piece::Mark(Mark::Style(style)));
        }
    }

    fn show_at_once(&mut self, bytes: usize) {
        let told = self.told.min(bytes);
        self.pass(told);
        let bytes = bytes - told;
        if bytes == 0 {
            return;
        }
        self.rest_now();
        let (last, _) = self.pass(bytes);
        self.shown = last.or(self.shown);
        match self.pieces.last_mut() {
            Some(Piece::Shown(length)) => *length += bytes,
            Some(_) | None => self.pieces.push(Piece::Shown(bytes)),
        }
    }

    /// Shows the next character as it is.
    pub(crate) fn show_next(&mut self) {
        let length = self.rest().chars().next().map_or(0, char::len_utf8);
        self.show(length);
    }

    /// Shows `c` instead of the next `bytes`.
    pub(crate) fn show_as(&mut self, c: char, bytes: usize) {
        let (_, untold) = self.pass(bytes);
        self.show_instead(c.to_string().into(), untold);
    }

    /// Shows `text`, which is not empty, instead of the last `bytes` that were passed.
    pub(crate) fn show_instead(&mut self, text: UserText, bytes: usize) {
        self.return_now();
        self.rest_now();
        self.shown = text.chars().next_back();
        self.pieces.push(Piece::Instead { shown: text, bytes });
    }

    /// Shows nothing of the next `bytes`.
    pub(crate) fn skip(&mut self, bytes: usize) {
        let (_, untold) = self.pass(bytes);
        self.leave_out(untold);
    }

    /// Shows nothing of the last `bytes` that were passed.
    pub(crate) fn leave_out(&mut self, bytes: usize) {
        match self.pieces.last_mut() {
            Some(Piece::Skipped(length)) => *length += bytes,
            Some(_) | None if bytes == 0 => {}
            Some(_) | None => self.pieces.push(Piece::Skipped(bytes)),
        }
    }

    /// Moves over the next `bytes`, of which nothing is said yet. The last character of them, and how many of them no piece
    /// has accounted for.
    pub(crate) fn pass(&mut self, bytes: usize) -> (Option<char>, usize) {
        let last = self.waiting[self.from..self.from + bytes].chars().next_back();
        self.before = last.or(self.before);
        self.from += bytes;
        self.scan = TagScan::default();
        (last, self.untold(bytes))
    }

    pub(crate) fn mark(&mut self, mark: Mark) {
        if let Mark::Style(_) = mark {
            self.returning = None;
        }
        self.return_now();
        if let Mark::Break(length) = mark {
            let sum = self.resting.unwrap_or_default() + length;
            self.resting = Some(sum.min(Mark::LONGEST_BREAK));
        } else {
            self.rest_now();
            self.pieces.push(Piece::Mark(mark));
        }
    }

    /// Breaks with nothing between them are one.
    fn rest_now(&mut self) {
        if let Some(length) = self.resting.take() {
            self.pieces.push(Piece::Mark(Mark::Break(length)));
        }
    }

    /// Says that something ended, if anything has been shown.
    pub(crate) fn border(&mut self, border: Border) {
        if self.shown.is_some() {
            self.mark(Mark::Border(border));
        }
    }

    /// A few times: who repeats a mistake learns nothing new.
    pub(crate) fn warn(&mut self, warning: Warning) {
        if self.warnings > 0 {
            self.warnings -= 1;
            self.pieces.push(Piece::Warning(warning));
        }
    }
}
