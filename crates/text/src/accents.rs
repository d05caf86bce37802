//! What of the waiting text stands out: the places where that changes.

use speech::{ByteSpan, Emphasis, Emphasised};

/// How much the shown text stands out, as places from which on another level holds, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Accents(Vec<Accent>);

#[derive(Debug, Clone, Copy)]
struct Accent {
    /// In bytes of the shown text.
    start: usize,
    level: Option<Emphasis>,
}

impl Accents {
    /// From `start` on, the end of what is shown, this level holds. There is never more than one for a place, so they are
    /// no more than the shown text has bytes.
    pub(crate) fn note(&mut self, start: usize, level: Option<Emphasis>) {
        self.0.pop_if(|last| last.start == start);
        if self.0.last().and_then(|last| last.level) != level {
            self.0.push(Accent { start, level });
        }
    }

    /// What stands out of the shown text from `start` to `end`, counted from `start`.
    pub(crate) fn within(&self, start: usize, end: usize) -> impl Iterator<Item = Emphasised> {
        let first = self.0.partition_point(|accent| accent.start <= start).saturating_sub(1);
        let ends = self.0.iter().skip(first + 1).map(|next| next.start).chain([usize::MAX]);
        let stretches = self.0.iter().skip(first).zip(ends).take_while(move |(accent, _)| accent.start < end);
        stretches.filter_map(move |(accent, until)| {
            let (from, to) = (accent.start.max(start) - start, until.min(end) - start);
            accent.level.map(|level| Emphasised { span: ByteSpan::new(from, to), level })
        })
    }

    /// Counts from byte `taken` on; of what is before, only the level that holds there is kept.
    pub(crate) fn forget(&mut self, taken: usize) {
        let over = self.0.partition_point(|accent| accent.start <= taken).saturating_sub(1);
        self.0.drain(..over);
        for accent in &mut self.0 {
            accent.start = accent.start.saturating_sub(taken);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRONG: Option<Emphasis> = Some(Emphasis::Strong);

    fn spans(accents: &Accents, start: usize, end: usize) -> Vec<(usize, usize)> {
        accents.within(start, end).map(|stretch| (stretch.span.start, stretch.span.end)).collect()
    }

    #[test]
    fn a_stretch_is_divided_where_the_text_is() {
        let mut accents = Accents::default();
        for (start, level) in [(4, STRONG), (10, None), (12, STRONG)] {
            accents.note(start, level);
        }
        assert_eq!(spans(&accents, 0, 20), [(4, 10), (12, 20)]);
        assert_eq!((spans(&accents, 6, 8), spans(&accents, 8, 13)), (vec![(0, 2)], vec![(0, 2), (4, 5)]));
        assert_eq!((spans(&accents, 0, 4), spans(&accents, 10, 12)), (vec![], vec![]));
        accents.forget(6);
        assert_eq!(spans(&accents, 0, 9), [(0, 4), (6, 9)]);
        accents.forget(5);
        assert_eq!(spans(&accents, 0, 9), [(1, 9)]);
    }

    #[test]
    fn what_holds_for_no_text_is_not_kept() {
        let mut accents = Accents::default();
        for at in 0..100 {
            accents.note(5, if at % 2 == 0 { STRONG } else { None });
        }
        assert_eq!((accents.0.len(), spans(&accents, 0, 9)), (0, vec![]));
    }
}
