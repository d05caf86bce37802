//! Telephone numbers as they are written: groups of digits with hyphens, spaces or brackets between.

use crate::parse::digits;

/// The fewest and most digits that a telephone number has with its area.
const FEWEST: usize = 7;
const MOST: usize = 15;

/// A telephone number as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phone {
    /// Whether a plus stands before its country.
    pub(crate) international: bool,
    /// Its digits, European, as they are grouped.
    pub(crate) groups: Vec<String>,
    /// In bytes.
    pub(crate) length: usize,
}

/// The telephone number with which `text` begins: two or more groups of digits, or one behind a plus.
pub(crate) fn phone(text: &str) -> Option<Phone> {
    let international = text.starts_with(['+', '＋']);
    let mut length = if international { text.chars().next().map_or(0, char::len_utf8) } else { 0 };
    let mut groups = Vec::new();
    loop {
        let gap = if groups.is_empty() { opening(&text[length..]) } else { gap(&text[length..]) };
        let Some((digits, more)) = digits::run(&text[length + gap..]) else { break };
        if !groups.is_empty() && gap == 0 {
            break;
        }
        length += gap + more;
        groups.push(digits);
    }
    let digits: usize = groups.iter().map(String::len).sum();
    let ends = !text[length..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '%' | ':'));
    let enough = (FEWEST..=MOST).contains(&digits) && (groups.len() > 1 || international);
    (enough && ends).then_some(Phone { international, groups, length })
}

/// What may stand before the first digit.
fn opening(text: &str) -> usize {
    usize::from(text.starts_with('('))
}

/// What stands between two groups: one or two of spaces, hyphens and brackets.
fn gap(text: &str) -> usize {
    let mut length = 0;
    for c in text.chars().take(3) {
        if !matches!(c, ' ' | '-' | '‐' | '‑' | '–' | '－' | '(' | ')' | '\u{A0}') {
            break;
        }
        length += c.len_utf8();
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(text: &str) -> Option<String> {
        phone(text).map(|phone| phone.groups.join(" "))
    }

    #[test]
    fn groups_make_a_telephone_number() {
        assert_eq!(groups("020-7946-0018.").as_deref(), Some("020 7946 0018"));
        assert_eq!(groups("+49 (30) 1234567").as_deref(), Some("49 30 1234567"));
        assert_eq!(groups("(03) 1234-5678").as_deref(), Some("03 1234 5678"));
    }

    #[test]
    fn other_numbers_make_none() {
        for text in ["12345678", "3-5", "1998-2005%", "x", "1-2-3"] {
            assert_eq!(groups(text), None, "{text}");
        }
    }
}
