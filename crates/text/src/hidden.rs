//! How much of the source shows nothing, segment by segment: it is kept beside what is shown, so it has a bound. Read
//! [`Hidden`] first.

use speech::ByteSpan;

/// The most bytes of the source that may show nothing within one segment, but for the last thing that is shown instead of
/// something longer.
pub(crate) const MOST_HIDDEN: usize = 4_096;

/// What shows nothing of the text that waits. It depends on the text alone, not on how it came.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hidden {
    gaps: Vec<Gap>,
    /// The first that is not wholly in a segment that has been taken.
    first: usize,
    /// The first that has not been counted.
    next: usize,
    /// Up to here, in bytes of the source, has been counted.
    counted: usize,
    /// How much of the open segment is hidden, as far as that has been counted.
    bytes: usize,
}

/// Source that shows nothing.
#[derive(Debug, Clone, Copy)]
struct Gap {
    /// How much is shown before it.
    shown: usize,
    source: ByteSpan,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A segment may end in the middle of it.
    Skipped,
    /// It is shown as something shorter, with which it stays.
    Replaced,
}

impl Hidden {
    /// Of the source `span` nothing is shown.
    pub(crate) fn skip(&mut self, shown: usize, span: ByteSpan) {
        match self.gaps[self.first..].last_mut() {
            Some(last) if last.kind == Kind::Skipped && last.source.end == span.start => {
                last.source.end = span.end;
            }
            Some(_) | None => self.gaps.push(Gap { shown, source: span, kind: Kind::Skipped }),
        }
    }

    /// Something is shown that ends at these bytes of what is shown and of the source, for so many bytes more.
    pub(crate) fn replace(&mut self, shown: usize, end: usize, bytes: usize) {
        if bytes > 0 {
            let source = ByteSpan::new(end - bytes, end);
            self.gaps.push(Gap { shown, source, kind: Kind::Replaced });
        }
    }

    /// Where the open segment must end because it has no room for more, in bytes of what is shown and of the source.
    pub(crate) fn full(&mut self, source: &str) -> Option<(usize, usize)> {
        while let Some(gap) = self.gaps.get(self.next) {
            let start = gap.source.start.max(self.counted);
            let bytes = gap.source.end.saturating_sub(start);
            if self.bytes + bytes >= MOST_HIDDEN {
                let end = match gap.kind {
                    Kind::Skipped => source.ceil_char_boundary(start + (MOST_HIDDEN - self.bytes)),
                    Kind::Replaced => gap.source.end,
                };
                return Some((gap.shown, end));
            }
            self.bytes += bytes;
            self.counted = self.counted.max(gap.source.end);
            if self.next + 1 == self.gaps.len() {
                break;
            }
            self.next += 1;
        }
        None
    }

    /// The open segment begins at this byte of the source.
    pub(crate) fn begin_segment(&mut self, source: usize) {
        while self.gaps.get(self.first).is_some_and(|gap| gap.source.end <= source) {
            self.first += 1;
        }
        (self.next, self.counted, self.bytes) = (self.first, source, 0);
    }

    /// Counts from what has not been taken.
    pub(crate) fn move_up(&mut self, shown: usize, source: usize) {
        self.gaps.drain(..self.first);
        self.next -= self.first;
        self.first = 0;
        self.counted = self.counted.saturating_sub(source);
        for gap in &mut self.gaps {
            gap.shown = gap.shown.saturating_sub(shown);
            gap.source =
                ByteSpan::new(gap.source.start.saturating_sub(source), gap.source.end.saturating_sub(source));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_add_up_within_a_segment() {
        let source = "x".repeat(3 * MOST_HIDDEN);
        let mut hidden = Hidden::default();
        hidden.skip(1, ByteSpan::new(1, MOST_HIDDEN));
        assert_eq!(hidden.full(&source), None);
        hidden.skip(2, ByteSpan::new(MOST_HIDDEN + 1, MOST_HIDDEN + 9));
        assert_eq!(hidden.full(&source), Some((2, MOST_HIDDEN + 2)));
        hidden.begin_segment(MOST_HIDDEN + 1);
        assert_eq!(hidden.full(&source), None);
        hidden.move_up(2, MOST_HIDDEN + 1);
        hidden.skip(0, ByteSpan::new(8, MOST_HIDDEN));
        assert_eq!(hidden.full(&source), Some((0, MOST_HIDDEN)));
    }

    #[test]
    fn what_is_replaced_stays_whole() {
        let mut hidden = Hidden::default();
        hidden.replace(3, 2 * MOST_HIDDEN, 2 * MOST_HIDDEN - 3);
        assert_eq!(hidden.full(""), Some((3, 2 * MOST_HIDDEN)));
        hidden.begin_segment(2 * MOST_HIDDEN);
        assert_eq!(hidden.full(""), None);
    }
}
