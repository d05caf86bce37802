//! Times of day: `10:30`, `7.45`, `18h30`, `5 p.m.`

use crate::parse::digits;

/// A time as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Time {
    pub(crate) hour: u32,
    pub(crate) minute: Option<u32>,
    pub(crate) second: Option<u32>,
    /// In bytes.
    pub(crate) length: usize,
}

/// The time with which `text` begins: an hour, one of `marks`, two digits of minutes, perhaps the same of seconds.
pub(crate) fn with_minutes(text: &str, marks: &[char]) -> Option<Time> {
    let (hour, mut length) = digits::small(text, 0..=24)?;
    let mark = text[length..].chars().next().filter(|c| marks.contains(c))?;
    let (minute, more) = two_digits(&text[length..], mark)?;
    length += more;
    let second = two_digits(&text[length..], mark).map(|(second, more)| {
        length += more;
        second
    });
    let ends = !text[length..].starts_with(|c: char| c.is_numeric());
    ends.then_some(Time { hour, minute: Some(minute), second, length })
}

/// `mark` and two digits below 60.
fn two_digits(text: &str, mark: char) -> Option<(u32, usize)> {
    let rest = text.strip_prefix(mark)?;
    let (number, length) = digits::small(rest, 0..=59)?;
    (digits::run(rest)?.0.len() == 2).then_some((number, mark.len_utf8() + length))
}

/// Which half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    Am,
    Pm,
}

/// `am`, `p.m.` and the like at the beginning of `text`, behind at most one space, with the length of all.
pub(crate) fn half(text: &str) -> Option<(Half, usize)> {
    let bare = text.strip_prefix([' ', '\u{A0}', '\u{202F}']).unwrap_or(text);
    let before = text.len() - bare.len();
    let (half, rest) = match bare.as_bytes().first()?.to_ascii_lowercase() {
        b'a' => (Half::Am, &bare[1..]),
        b'p' => (Half::Pm, &bare[1..]),
        _ => return None,
    };
    let dotted = rest.strip_prefix('.').and_then(|rest| rest.strip_prefix([' ']).or(Some(rest)));
    let rest = dotted.unwrap_or(rest).strip_prefix(['m', 'M'])?;
    let rest = if dotted.is_some() { rest.strip_prefix('.').unwrap_or(rest) } else { rest };
    let ends = !rest.starts_with(char::is_alphanumeric);
    ends.then_some((half, before + bare.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_two_digits_behind_the_mark() {
        let found = |text| {
            with_minutes(text, &[':', '.']).map(|time| (time.hour, time.minute, time.second, time.length))
        };
        assert_eq!(found("10:30 Uhr"), Some((10, Some(30), None, 5)));
        assert_eq!(found("9.05.59"), Some((9, Some(5), Some(59), 7)));
        for none in ["10:3", "25:00", "10:60", "3:141", "10-30"] {
            assert_eq!(found(none), None, "{none}");
        }
    }

    #[test]
    fn halves_of_the_day_come_in_many_spellings() {
        for text in ["am", " AM", "a.m.", " a. m.", "a.m"] {
            assert_eq!(half(text), Some((Half::Am, text.len())), "{text}");
        }
        assert_eq!(half("pm,"), Some((Half::Pm, 2)));
        assert_eq!((half("amber"), half("pmm"), half("")), (None, None, None));
    }
}
