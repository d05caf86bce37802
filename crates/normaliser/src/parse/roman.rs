//! Roman numerals: `XIV`, `II`.

/// The letters for one, five and ten of each place, from the highest on; nothing is written for five thousand.
const PLACES: [([&str; 3], u64); 4] =
    [(["M", "", ""], 1000), (["C", "D", "M"], 100), (["X", "L", "C"], 10), (["I", "V", "X"], 1)];

/// The number below 4000 with which the text begins as a whole word of capital letters in their strict order, and its
/// length in bytes.
pub(crate) fn roman(text: &str) -> Option<(u64, usize)> {
    let mut value = 0;
    let mut rest = text;
    for (letters, worth) in PLACES {
        let (figure, behind) = figure(rest, letters);
        value += figure * worth;
        rest = behind;
    }
    let length = text.len() - rest.len();
    (length > 0 && !rest.starts_with(char::is_alphanumeric)).then_some((value, length))
}

/// The number below 4000 that a word is, if it is nothing else.
pub(crate) fn whole(word: &str) -> Option<u64> {
    roman(word).filter(|(_, length)| *length == word.len()).map(|(value, _)| value)
}

/// The figure of one place, which may be 0, and what stands behind it. Each place has one figure, so `IXI` is none of ten.
fn figure<'a>(text: &'a str, [one, five, ten]: [&str; 3]) -> (u64, &'a str) {
    let before = |larger: &str| text.strip_prefix(one)?.strip_prefix(larger).filter(|_| !larger.is_empty());
    if let Some(rest) = before(ten) {
        return (9, rest);
    }
    if let Some(rest) = before(five) {
        return (4, rest);
    }
    let (mut figure, mut rest) = match text.strip_prefix(five).filter(|_| !five.is_empty()) {
        Some(rest) => (5, rest),
        None => (0, text),
    };
    let most = figure + 3;
    while let Some(behind) = rest.strip_prefix(one).filter(|_| figure < most) {
        (figure, rest) = (figure + 1, behind);
    }
    (figure, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_strict_numerals_count() {
        assert_eq!(roman("XIV век"), Some((14, 3)));
        assert_eq!(roman("MCMXCIV"), Some((1994, 7)));
        assert_eq!(roman("III."), Some((3, 3)));
        assert_eq!(roman("MMMDCCCLXXXVIII"), Some((3888, 15)));
        for none in
            ["IIII", "VX", "IVa", "Ivo", "", "x", "IXI", "IVI", "VIV", "XCX", "XLX", "CMD", "CDC", "MMMM"]
        {
            assert_eq!(roman(none), None, "{none}");
        }
    }

    #[test]
    fn a_numeral_may_be_all_there_is() {
        assert_eq!((whole("XIV"), whole("XIV."), whole("")), (Some(14), None, None));
    }

    #[test]
    fn every_number_has_one_numeral() {
        let figures = [
            ["", "M", "MM", "MMM", "", "", "", "", "", ""],
            ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"],
            ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"],
            ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"],
        ];
        for number in 1..4_000_usize {
            let places = [number / 1000, number / 100 % 10, number / 10 % 10, number % 10];
            let written: String =
                figures.iter().zip(places).map(|(figures, figure)| figures[figure]).collect();
            assert_eq!(whole(&written), Some(number as u64), "{written}");
        }
    }
}
