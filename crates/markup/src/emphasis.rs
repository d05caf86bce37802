//! `*`, `_` and `~`: marks of emphasis at the edges of words, and something else elsewhere.

use crate::lookahead::{LONGEST_RUN, in_word, is_gap};
use crate::view::View;

impl View {
    pub(crate) fn step_emphasis(&mut self, mark: u8) -> Option<()> {
        let length = self.run(0, mark)?;
        let is_line = length == LONGEST_RUN || self.before == Some(char::from(mark));
        if is_line || self.is_emphasis(mark, length)? {
            self.skip(length);
        } else {
            self.show(length);
        }
        Some(())
    }

    /// Whether the `length` marks at the place stand at the edge of what they emphasise.
    fn is_emphasis(&self, mark: u8, length: usize) -> Option<bool> {
        let (before, next) = (self.before, self.after(length)?);
        let opens = !in_word(before) && !is_gap(next);
        let closes = !is_gap(before) && !in_word(next);
        let is_number = |c: Option<char>| c.is_some_and(char::is_numeric);
        Some(match (mark, length) {
            (b'~', 2) => opens || closes || in_word(before) && in_word(next),
            (b'~', _) => false,
            // `*6` is dialled; `*6*` is emphasis.
            (b'*', 1) if is_gap(before) && is_number(next) => self.number_ends_with_star()?,
            (b'*', 1 | 2) if self.is_product(length)? => false,
            // `a**2` is a power; other words may be emphasised in part.
            (b'*', 2..) if in_word(before) && in_word(next) => !is_number(next),
            // Beside a bracket that holds no emphasis it is a product: `f(x)*(y)`.
            (b'*', 1) => opens && !is_one_of(before, ")]}%") || closes && !is_one_of(next, "([{$"),
            _ => opens || closes,
        })
    }

    /// Whether the marks stand between a factor and a number with a sign: `2*-3`, `3*.5`, `2**-1`.
    fn is_product(&self, length: usize) -> Option<bool> {
        if !self.before.is_some_and(|c| c.is_numeric() || c == ')') {
            return Some(false);
        }
        Some(match self.after(length)? {
            Some('√') => true,
            Some('%') => length == 1,
            Some(c @ ('-' | '+' | '−' | '.')) => {
                let next = self.after(length + c.len_utf8())?;
                next.is_some_and(|next| next.is_numeric() || c != '.' && next == '.')
            }
            Some(_) | None => false,
        })
    }

    fn number_ends_with_star(&self) -> Option<bool> {
        let digits = self.run_of(1, |byte| byte.is_ascii_digit())?;
        Some(self.after(1 + digits)? == Some('*'))
    }
}

fn is_one_of(c: Option<char>, all: &str) -> bool {
    c.is_some_and(|c| all.contains(c))
}
