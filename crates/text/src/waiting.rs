//! Text that waits to be cut: as it came, as it is shown, and what its marks ask for.
//!
//! Everything is counted from the oldest byte that waits. Segments are taken from the front; [`Waiting::forget_taken`] then
//! moves the rest up once, so that the work for a text does not grow with the number of its segments. Read [`Waiting`] first.

use std::sync::Arc;
use std::time::Duration;

use markup::{Manner, Mark, Piece};
use speech::{ByteSpan, How, Origin, Shown, Style, Wish};

use crate::accents::Accents;
use crate::hidden::Hidden;

/// More than so many bytes of space between two elements are a text of their own.
const LONGEST_SPACE: usize = 16;

/// See the module.
#[derive(Clone, Default)]
pub(crate) struct Waiting {
    source: String,
    /// How much of the source is settled: shown or skipped.
    settled: usize,
    shown: String,
    runs: Vec<Run>,
    stops: Vec<Stop>,
    hidden: Hidden,
    stretches: Vec<Stretch>,
    accents: Accents,
    taken: Taken,
}

/// How far segments have been taken.
#[derive(Debug, Clone, Copy, Default)]
struct Taken {
    source: usize,
    shown: usize,
    runs: usize,
    stops: usize,
    stretches: usize,
}

/// A stretch of shown text from one stretch of the source.
#[derive(Debug, Clone, Copy)]
struct Run {
    shown: usize,
    source: ByteSpan,
    origin: Origin,
}

/// A place in the shown text where a segment must or may end.
#[derive(Debug, Clone)]
pub(crate) struct Stop {
    shown: usize,
    source: usize,
    pub(crate) reason: Reason,
}

/// Why a segment ends at a stop.
#[derive(Debug, Clone)]
pub(crate) enum Reason {
    /// Something ends there that stands by itself.
    Border,
    /// Silence comes.
    Break(Duration),
    /// What follows is said in another way; `None` is the context's own.
    Style(Option<Arc<Style>>),
    /// Much of the source shows nothing.
    Gap,
}

/// A stretch of shown text that is read in a manner of its own, and not cut if that can be helped.
#[derive(Debug, Clone)]
struct Stretch {
    start: usize,
    /// `None` while it is open.
    end: Option<usize>,
    how: Option<How>,
}

/// Shown text that is not to be cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Held {
    /// Its first byte.
    pub(crate) start: usize,
    /// The byte behind it if nothing may cut it.
    pub(crate) end: Option<usize>,
}

/// What one segment takes with it.
pub(crate) struct Front {
    pub(crate) source: String,
    pub(crate) shown: Shown,
}

impl Waiting {
    /// Appends to the source; what it shows comes with [`Self::settle`].
    pub(crate) fn push(&mut self, text: &str) {
        self.source.push_str(text);
    }

    /// Takes in what a view says of the source.
    pub(crate) fn settle(&mut self, piece: Piece) {
        match piece {
            Piece::Shown(bytes) => self.show_verbatim(bytes),
            Piece::Instead { shown, bytes } => self.show(&shown, bytes, Origin::Instead),
            Piece::Skipped(bytes) => self.skip(bytes),
            Piece::Mark(mark) => self.note(mark),
            Piece::Warning(_) => {}
        }
    }

    fn show_verbatim(&mut self, bytes: usize) {
        let span = ByteSpan::new(self.settled, self.settled + bytes);
        self.shown.push_str(&self.source[span.range()]);
        self.add_run(span, bytes, Origin::Verbatim);
    }

    fn show(&mut self, text: &str, bytes: usize, origin: Origin) {
        self.shown.push_str(text);
        let end = self.settled + bytes;
        self.add_run(ByteSpan::new(self.settled, end), text.len(), origin);
        self.hidden.replace(self.shown.len(), end, bytes.saturating_sub(text.len()));
    }

    fn add_run(&mut self, source: ByteSpan, length: usize, origin: Origin) {
        let shown = self.shown.len() - length;
        self.settled = source.end;
        let is_verbatim = origin == Origin::Verbatim;
        match self.runs.last_mut() {
            Some(run) if is_verbatim && run.origin == origin && run.source.end == source.start => {
                run.source.end = source.end;
            }
            Some(_) | None => self.runs.push(Run { shown, source, origin }),
        }
    }

    fn skip(&mut self, bytes: usize) {
        let span = ByteSpan::new(self.settled, self.settled + bytes);
        self.hidden.skip(self.shown.len(), span);
        self.settled = span.end;
    }

    fn note(&mut self, mark: Mark) {
        match mark {
            Mark::Border(_) => self.stop(Reason::Border),
            Mark::Break(length) => self.stop(Reason::Break(length)),
            Mark::Style(style) => self.stop(Reason::Style((*style != Style::default()).then_some(style))),
            Mark::Open(manner) => {
                let how = match manner {
                    Manner::As(how) => Some(how),
                    Manner::Code => None,
                };
                self.stretches.push(Stretch { start: self.shown.len(), end: None, how });
            }
            Mark::Emphasis(level) => self.accents.note(self.shown.len(), level),
            Mark::Close => {
                let end = self.shown.len();
                if let Some(open) = self.stretches.last_mut() {
                    open.end.get_or_insert(end);
                }
            }
        }
    }

    fn stop(&mut self, reason: Reason) {
        let (shown, source) = (self.shown.len(), self.settled);
        let repeats = matches!(reason, Reason::Border)
            && self.stops[self.taken.stops..]
                .last()
                .is_some_and(|last| last.shown == shown && matches!(last.reason, Reason::Border));
        if !repeats {
            self.stops.push(Stop { shown, source, reason });
        }
    }

    /// Everything that waits, in bytes of the source.
    pub(crate) fn bytes(&self) -> usize {
        self.source.len() - self.taken.source
    }

    /// What is shown of it, as far as that is settled.
    pub(crate) fn shown(&self) -> &str {
        &self.shown[self.taken.shown..]
    }

    /// Whether its first `length` bytes are no more than the space between two elements: that is no segment of its own, and
    /// goes with the text behind it.
    pub(crate) fn is_space(&self, length: usize) -> bool {
        length <= LONGEST_SPACE && self.shown()[..length].chars().all(char::is_whitespace)
    }

    /// Calls `look` with what would be shown if `more` followed.
    pub(crate) fn with_more<T>(&mut self, more: &str, look: impl FnOnce(&str) -> T) -> T {
        let length = self.shown.len();
        self.shown.push_str(more);
        let seen = look(&self.shown[self.taken.shown..]);
        self.shown.truncate(length);
        seen
    }

    /// The next stop, as a byte of [`Self::shown`] and why.
    pub(crate) fn next_stop(&mut self) -> Option<(usize, Reason)> {
        let stop = self.nearest_stop()?;
        Some((stop.shown.saturating_sub(self.taken.shown), stop.reason))
    }

    /// The first that a mark makes, or else where too much of the source shows nothing.
    fn nearest_stop(&mut self) -> Option<Stop> {
        let full = self.hidden.full(&self.source);
        let full = full.map(|(shown, source)| Stop { shown, source, reason: Reason::Gap });
        let marked = self.stops.get(self.taken.stops).cloned();
        marked.into_iter().chain(full).min_by_key(|stop| (stop.shown, stop.source))
    }

    /// The next stop is behind: nothing more ends there.
    pub(crate) fn pass_stop(&mut self) {
        self.taken.stops += 1;
    }

    /// The stretch around byte `at` of [`Self::shown`] that is not to be cut there, if there is one. It is the same whatever
    /// is known of the text behind `at`.
    pub(crate) fn held_at(&self, at: usize) -> Option<Held> {
        let at = self.taken.shown + at;
        let relative = |start: usize| start.saturating_sub(self.taken.shown);
        let after = self.runs.partition_point(|run| run.shown < at);
        let run = after.checked_sub(1).map(|index| &self.runs[index]);
        let end = self.runs.get(after).map_or(self.shown.len(), |next| next.shown);
        if let Some(run) = run.filter(|run| run.origin == Origin::Instead && at < end) {
            return Some(Held { start: relative(run.shown), end: Some(relative(end)) });
        }
        let after = self.stretches.partition_point(|stretch| stretch.start < at);
        let stretch = &self.stretches[after.checked_sub(1)?];
        let holds = stretch.end.is_none_or(|end| at <= end);
        holds.then(|| Held { start: relative(stretch.start), end: None })
    }

    /// Takes the first `length` bytes of what is shown, with the source up to the last of them.
    pub(crate) fn take_shown(&mut self, length: usize) -> Front {
        let end = self.taken.shown + length;
        let source = self.source_before(end);
        self.take_to(end, source)
    }

    /// Takes what stands before the next stop in the source, and passes that. Nothing of it is shown.
    pub(crate) fn take_gap(&mut self) -> Front {
        let stop = self.nearest_stop();
        if stop.as_ref().is_some_and(|stop| !matches!(stop.reason, Reason::Gap)) {
            self.pass_stop();
        }
        let source = stop.map_or(self.settled, |stop| stop.source);
        self.take_to(self.taken.shown, source.max(self.taken.source))
    }

    /// Takes all there is.
    pub(crate) fn take_all(&mut self) -> Front {
        self.take_to(self.shown.len(), self.source.len())
    }

    /// The byte of the source behind what shows the last byte before `end`.
    fn source_before(&self, end: usize) -> usize {
        let after = self.runs.partition_point(|run| run.shown < end);
        match after.checked_sub(1).map(|at| self.runs[at]) {
            Some(run) if run.origin == Origin::Verbatim => run.source.start + (end - run.shown),
            Some(run) => run.source.end,
            None => self.taken.source,
        }
    }

    fn take_to(&mut self, shown: usize, source: usize) -> Front {
        let from = self.taken.source;
        let front = Front { source: self.source[from..source].to_owned(), shown: self.front(shown) };
        self.taken.source = source;
        self.taken.shown = shown;
        self.hidden.begin_segment(source);
        while self.runs.get(self.taken.runs + 1).is_some_and(|next| next.shown <= shown) {
            self.taken.runs += 1;
        }
        while self.stretches.get(self.taken.stretches).is_some_and(|stretch| stretch.is_over(shown)) {
            self.taken.stretches += 1;
        }
        front
    }

    /// What is shown up to `end`, with the way back to the source of that segment.
    fn front(&self, end: usize) -> Shown {
        let (start, base) = (self.taken.shown, self.taken.source);
        let mut front = Shown::default();
        let mut runs = self.runs[self.taken.runs..].iter().peekable();
        while let Some(run) = runs.next().filter(|run| run.shown < end) {
            let next = runs.peek().map_or(self.shown.len(), |next| next.shown);
            let (from, to) = (run.shown.max(start), next.min(end));
            if from < to {
                let source = run.source_of(from, to);
                let source = ByteSpan::new(source.start.max(base) - base, source.end.max(base) - base);
                front.push(&self.shown[from..to], source, run.origin);
            }
        }
        for stretch in self.stretches[self.taken.stretches..].iter().take_while(|stretch| stretch.start < end)
        {
            let (from, to) = (stretch.start.max(start), stretch.end.map_or(end, |to| to.min(end)));
            if let Some(how) = stretch.how.clone().filter(|_| from < to) {
                front.wish(Wish { span: ByteSpan::new(from - start, to - start), how });
            }
        }
        self.accents.within(start, end).for_each(|emphasised| front.emphasise(emphasised));
        front
    }

    /// Moves what has not been taken to the front.
    pub(crate) fn forget_taken(&mut self) {
        let taken = std::mem::take(&mut self.taken);
        if taken.source == 0 && taken.stops == 0 {
            return;
        }
        self.source.drain(..taken.source);
        self.shown.drain(..taken.shown);
        self.settled -= taken.source;
        self.hidden.move_up(taken.shown, taken.source);
        self.runs.drain(..taken.runs);
        self.stops.drain(..taken.stops);
        self.stretches.drain(..taken.stretches);
        self.runs.retain_mut(|run| run.move_up(taken));
        self.accents.forget(taken.shown);
        for stop in &mut self.stops {
            stop.shown -= taken.shown;
            stop.source = stop.source.saturating_sub(taken.source);
        }
        for stretch in &mut self.stretches {
            stretch.start = stretch.start.saturating_sub(taken.shown);
            stretch.end = stretch.end.map(|end| end.saturating_sub(taken.shown));
        }
    }
}

impl Run {
    /// The source of the shown bytes from `from` to `to`, which lie in it.
    fn source_of(&self, from: usize, to: usize) -> ByteSpan {
        match self.origin {
            Origin::Verbatim => {
                ByteSpan::new(self.source.start + (from - self.shown), self.source.start + (to - self.shown))
            }
            Origin::Instead => self.source,
        }
    }

    /// Counts from what has not been taken; whether anything is left of it.
    fn move_up(&mut self, taken: Taken) -> bool {
        let cut = taken.shown.saturating_sub(self.shown);
        if self.source.end <= taken.source {
            return false;
        }
        let start = if self.origin == Origin::Verbatim { self.source.start + cut } else { self.source.start };
        self.shown = self.shown.saturating_sub(taken.shown);
        self.source = ByteSpan::new(start.saturating_sub(taken.source), self.source.end - taken.source);
        true
    }
}

impl Stretch {
    fn is_over(&self, shown: usize) -> bool {
        self.end.is_some_and(|end| end <= shown)
    }
}
