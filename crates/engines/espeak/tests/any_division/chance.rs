//! Numbers that look random and are the same on every run.

/// A sequence of them (xorshift64, G. Marsaglia 2003).
pub(crate) struct Chance(u64);

impl Chance {
    /// `seed` is not zero.
    pub(crate) fn from_seed(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 20
    }

    /// One of 0 to `count` − 1.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    /// Cuts behind one unit in `rarity`, on average.
    pub(crate) fn divide<'a>(&mut self, units: &'a [u16], rarity: u64) -> Vec<&'a [u16]> {
        units.split_inclusive(|_| self.next().is_multiple_of(rarity)).collect()
    }
}
