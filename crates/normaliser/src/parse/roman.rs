//! Roman numerals: `XIV`, `II`.

/// The values of pairs and single letters, the larger first; a pair stands for less than its letters one by one.
const VALUES: &[(&str, u64)] = &[
    ("M", 1000),
    ("CM", 900),
    ("D", 500),
    ("CD", 400),
    ("C", 100),
    ("XC", 90),
    ("L", 50),
    ("XL", 40),
    ("X", 10),
    ("IX", 9),
    ("V", 5),
    ("IV", 4),
    ("I", 1),
];

/// The number below 4000 with which the text begins as a whole word of capital letters in their strict order, and its
/// length in bytes.
pub(crate) fn roman(text: &str) -> Option<(u64, usize)> {
    let mut value = 0;
    let mut rest = text;
    for (letters, worth) in VALUES {
        let most = if letters.len() == 1 && *worth != 500 && *worth != 50 && *worth != 5 { 3 } else { 1 };
        for _ in 0..most {
            let Some(behind) = rest.strip_prefix(letters) else { break };
            value += worth;
            rest = behind;
        }
    }
    let length = text.len() - rest.len();
    (length > 0 && !rest.starts_with(char::is_alphanumeric)).then_some((value, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_strict_numerals_count() {
        assert_eq!(roman("XIV век"), Some((14, 3)));
        assert_eq!(roman("MCMXCIV"), Some((1994, 7)));
        assert_eq!(roman("III."), Some((3, 3)));
        for none in ["IIII", "VX", "IVa", "Ivo", "", "x"] {
            assert_eq!(roman(none), None, "{none}");
        }
    }
}
