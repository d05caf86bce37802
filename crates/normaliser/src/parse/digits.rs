//! Runs of digits, of any script that people write numbers in.

/// The value of a decimal digit: European, Arabic, Persian, Devanagari, Bengali, Thai, full-width.
pub(crate) fn value(c: char) -> Option<u8> {
    const ZEROS: [char; 7] = ['0', '٠', '۰', '०', '০', '๐', '０'];
    let after = |zero: char| u32::from(c).checked_sub(u32::from(zero)).filter(|value| *value < 10);
    ZEROS.into_iter().find_map(after).map(|value| value as u8)
}

/// The digits with which `text` begins, as European ones, and their length in bytes; `None` if it begins with none.
pub(crate) fn run(text: &str) -> Option<(String, usize)> {
    let mut digits = String::new();
    let mut length = 0;
    for c in text.chars() {
        let Some(value) = value(c) else { break };
        digits.push(char::from(b'0' + value));
        length += c.len_utf8();
    }
    (length > 0).then_some((digits, length))
}

/// All digits of `text`, as European ones, whatever stands between.
pub(crate) fn all(text: &str) -> String {
    text.chars().filter_map(value).map(|value| char::from(b'0' + value)).collect()
}

/// A number of at most two digits in `range`, and its length in bytes.
pub(crate) fn small(text: &str, range: std::ops::RangeInclusive<u32>) -> Option<(u32, usize)> {
    let (digits, length) = run(text)?;
    let number = digits.parse().ok().filter(|_| digits.len() <= 2)?;
    range.contains(&number).then_some((number, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_all_scripts_are_the_same_numbers() {
        for text in ["2024", "٢٠٢٤", "۲۰۲۴", "२०२४", "２０２４"] {
            assert_eq!(run(text), Some(("2024".into(), text.len())), "{text}");
        }
        assert_eq!((run("x1"), value('½')), (None, None));
        assert_eq!(all("०१ - 2x"), "012");
    }

    #[test]
    fn small_numbers_are_within_a_range() {
        assert_eq!(small("12:30", 0..=24), Some((12, 2)));
        assert_eq!((small("25", 0..=24), small("012", 0..=24)), (None, None));
    }
}
