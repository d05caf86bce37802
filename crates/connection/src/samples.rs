//! Samples in a row, whatever pieces they came in.

use std::collections::VecDeque;

/// What waits of a row of samples, and how long the row has been.
#[derive(Debug, Default)]
pub(crate) struct Samples {
    pieces: VecDeque<Vec<i16>>,
    /// How much of the first piece is taken.
    offset: usize,
    pushed: u64,
    taken: u64,
}

impl Samples {
    pub(crate) fn push(&mut self, piece: Vec<i16>) {
        self.pushed += piece.len() as u64;
        self.pieces.push_back(piece);
    }

    /// Where the row ends, counted from its beginning.
    pub(crate) fn pushed(&self) -> u64 {
        self.pushed
    }

    /// Where what waits begins, counted from the beginning of the row.
    pub(crate) fn taken(&self) -> u64 {
        self.taken
    }

    pub(crate) fn left(&self) -> u64 {
        self.pushed - self.taken
    }

    /// Takes the next `len`, or all that wait if they are fewer.
    pub(crate) fn take(&mut self, len: u64) -> Vec<i16> {
        let len = len.min(self.left()) as usize;
        self.taken += len as u64;
        if self.offset == 0
            && let Some(whole) = self.pieces.pop_front_if(|piece| piece.len() == len)
        {
            return whole;
        }
        let mut samples = Vec::with_capacity(len);
        while samples.len() < len
            && let Some(piece) = self.pieces.front()
        {
            let end = piece.len().min(self.offset + len - samples.len());
            samples.extend_from_slice(&piece[self.offset..end]);
            self.offset = end;
            if end == piece.len() {
                self.pieces.pop_front();
                self.offset = 0;
            }
        }
        samples
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_is_what_was_pushed() {
        let mut samples = Samples::default();
        for piece in [0..3, 3..3, 3..4, 4..10] {
            samples.push(piece.collect());
        }
        let taken: Vec<i16> = [1, 2, 3, 0, 2, 9].into_iter().flat_map(|len| samples.take(len)).collect();
        assert_eq!(taken, (0..10).collect::<Vec<_>>());
        assert_eq!((samples.pushed(), samples.taken(), samples.left()), (10, 10, 0));
    }
}
