//! Which quotations are open.

/// Counts the quotation marks that only the text before them tells apart.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Quotes {
    straight: bool,
    wide: bool,
    /// `„` less `“`.
    low: i64,
    /// `«` less `»`.
    guillemets: i64,
    /// `‹` less `›`.
    angles: i64,
}

impl Quotes {
    pub(crate) fn pass(&mut self, c: char) {
        match c {
            '"' => self.straight = !self.straight,
            '＂' => self.wide = !self.wide,
            '„' => self.low += 1,
            '“' => self.low -= 1,
            '«' => self.guillemets += 1,
            '»' => self.guillemets -= 1,
            '‹' => self.angles += 1,
            '›' => self.angles -= 1,
            _ => {}
        }
    }

    /// Whether a quotation that `c` could close is open.
    pub(crate) fn are_open(&self, c: char) -> bool {
        match c {
            '"' => self.straight,
            '＂' => self.wide,
            '“' => self.low > 0,
            '«' => self.guillemets < 0,
            '»' => self.guillemets > 0,
            '‹' => self.angles < 0,
            '›' => self.angles > 0,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str, c: char) -> bool {
        let mut quotes = Quotes::default();
        text.chars().for_each(|c| quotes.pass(c));
        quotes.are_open(c)
    }

    #[test]
    fn what_opened_is_open_until_it_closes() {
        assert!(open("\"a", '"') && !open("\"a\"", '"') && !open("\"a", '＂'));
        assert!(open("„a", '“') && !open("„a“", '“') && !open("“", '“'));
    }

    #[test]
    fn guillemets_open_in_either_direction() {
        assert!(open("« a", '»') && !open("« a", '«'));
        assert!(open("»a", '«') && !open("»a", '»'));
    }
}
