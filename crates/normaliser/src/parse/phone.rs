//! Telephone and card numbers: groups of digits.

use crate::parse::{self, digits};

/// A number as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phone {
    /// A plus before it.
    pub(crate) plus: bool,
    /// Whether some of it stood in parentheses.
    pub(crate) parentheses: bool,
    /// Its digits as they were grouped.
    pub(crate) groups: Vec<String>,
    /// What stood between the last two groups, if there are two.
    pub(crate) mark: Option<char>,
    /// In bytes.
    pub(crate) length: usize,
}

/// E.164 allows no more digits.
const MOST_DIGITS: usize = 15;
const MOST_GROUPS: usize = 8;

impl Phone {
    /// How many digits each group has.
    pub(crate) fn shape(&self) -> Vec<usize> {
        self.groups.iter().map(String::len).collect()
    }

    /// How many digits there are.
    pub(crate) fn digits(&self) -> usize {
        self.groups.iter().map(String::len).sum()
    }

    /// Whether it could be a number to call at all: in groups or with a plus, and as long as such numbers are.
    pub(crate) fn is_possible(&self) -> bool {
        let grouped = self.groups.len() > 1 && !matches!(self.mark, Some('.' | '/'));
        (grouped || self.plus) && (7..=15).contains(&self.digits())
    }

    /// Whether it can be nothing else in any country: with a plus, with an area in parentheses, or in groups from a zero on.
    pub(crate) fn is_sure(&self) -> bool {
        let digits = self.digits();
        let shape = self.shape();
        let date = matches!(shape[..], [1 | 2, 1 | 2, 2 | 4] | [4, 1 | 2, 1 | 2]);
        let zero =
            self.groups[0].starts_with('0') && (shape.len() > 1 || digits >= 10) && self.mark != Some('.');
        let domestic = digits >= 7 && !date && (zero || self.parentheses);
        (self.plus && (7..=MOST_DIGITS).contains(&digits)) || (domestic && digits <= MOST_DIGITS)
    }
}

/// The groups of digits with which `text` begins, whatever they are; marks between them are alike, but for the first.
pub(crate) fn phone(text: &str) -> Option<Phone> {
    let plus = text.starts_with('+');
    let mut phone =
        Phone { plus, parentheses: false, groups: Vec::new(), mark: None, length: usize::from(plus) };
    while let Some((digits, marks, length)) = next(text, &phone) {
        phone.parentheses |= marks.contains('(');
        phone.mark = if phone.groups.is_empty() {
            None
        } else {
            marks.trim_matches(['(', ')']).chars().next().or(phone.mark)
        };
        phone.groups.push(digits);
        phone.length = length;
    }
    let open = text[..phone.length].matches('(').count() != text[..phone.length].matches(')').count();
    let ends = !parse::goes_on(&text[phone.length..]);
    (!phone.groups.is_empty() && !open && ends).then_some(phone)
}

/// The next group, the marks before it, and the length up to its end.
fn next<'a>(text: &'a str, phone: &Phone) -> Option<(String, &'a str, usize)> {
    let rest = &text[phone.length..];
    let bare = rest.trim_start_matches([' ', '\u{A0}', '-', '‑', '.', '/', '(', ')']);
    let marks = &rest[..rest.len() - bare.len()];
    let (digits, length) = digits::run(bare)?;
    let closing = bare[length..].starts_with(')') && marks.contains('(');
    let apart = is_mark(marks) || (marks.is_empty() && text[..phone.length].ends_with(')'));
    let long = digits.len() > 1 || closing;
    let fits = match phone.groups.len() {
        0 => matches!(marks, "" | "("),
        1 => apart,
        count => count < MOST_GROUPS && apart && long && continues(marks, phone),
    };
    let within = phone.digits() + digits.len() <= MOST_DIGITS + 4;
    let end = phone.length + marks.len() + length + usize::from(closing);
    (fits && within).then_some((digits, marks, end))
}

fn is_mark(marks: &str) -> bool {
    matches!(
        marks,
        " " | "\u{A0}" | "-" | "‑" | "." | "/" | " (" | ") " | ")" | "(" | "-(" | ")-" | " - " | " / "
    )
}

/// Whether the marks are those between the groups before; behind a country or an area they may change.
fn continues(marks: &str, phone: &Phone) -> bool {
    let mark = marks.trim_matches(['(', ')']).chars().next();
    let first = phone.groups.len() <= 2
        && (phone.plus || phone.parentheses || phone.groups[0] == "1" || phone.mark == Some('/'));
    first || phone.parentheses || mark == phone.mark
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(text: &str) -> Option<(Vec<usize>, bool)> {
        phone(text).map(|phone| (phone.shape(), phone.is_sure()))
    }

    #[test]
    fn numbers_show_themselves() {
        assert_eq!(groups("+1 212-555-0187, ext"), Some((vec![1, 3, 3, 4], true)));
        assert_eq!(groups("(415) 555-0132."), Some((vec![3, 3, 4], true)));
        assert_eq!(groups("020 7946 0018 after"), Some((vec![3, 4, 4], true)));
        assert_eq!(groups("+49 (0)30 123456"), Some((vec![2, 1, 2, 6], true)));
        assert_eq!(groups("02-555-0123로"), Some((vec![2, 3, 4], true)));
        assert_eq!(groups("01 23 45 67 89"), Some((vec![2, 2, 2, 2, 2], true)));
    }

    #[test]
    fn other_numbers_do_not() {
        assert_eq!(groups("01.02.2024"), Some((vec![2, 2, 4], false)));
        assert_eq!(groups("2024-07-09"), Some((vec![4, 2, 2], false)));
        assert_eq!(groups("800-555-0199"), Some((vec![3, 3, 4], false)));
        assert_eq!(groups("007"), Some((vec![3], false)));
        assert_eq!(groups("12 km"), Some((vec![2], false)));
    }
}
