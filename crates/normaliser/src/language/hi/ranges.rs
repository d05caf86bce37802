//! What stands between numbers: ranges and sums.

use crate::customs::Customs;
use crate::parse::{digits, range as parse};
use crate::place::{Place, first_word};
use crate::rule::Said;

/// What the signs of sums are called, between two numbers.
const SIGNS: &[(char, &str)] =
    &[('+', "प्लस"), ('=', "बराबर"), ('×', "गुणा"), ('÷', "भाग"), ('<', "से कम"), ('>', "से ज़्यादा")];

pub(super) fn range(place: Place<'_>, _: &Customs) -> Option<Said> {
    if let Some(length) = parse::mark(place, &[]) {
        // The spaces keep it apart from what stands as written on either side. A score has its से behind it.
        let second = place.rest()[length..].trim_start_matches(|c| digits::value(c).is_some());
        return Some(Said::new(length, if first_word(second) == "से" { " " } else { " से " }));
    }
    parse::sign(place, SIGNS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    #[test]
    fn a_range_is_said() {
        let read = |text: &str, at| range(Place::new(text, at, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("3-5 दिन", 1).as_deref(), Some(" से "));
        assert_eq!(read("3-2 से जीते", 1).as_deref(), Some(" "));
        assert_eq!(read("2+2", 1).as_deref(), Some("प्लस"));
        assert_eq!(read("A+", 1), None);
    }
}
