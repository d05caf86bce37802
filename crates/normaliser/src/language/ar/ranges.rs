//! What stands between numbers: ranges and sums.

use crate::customs::Customs;
use crate::parse::range as parse;
use crate::place::Place;
use crate::rule::Said;

/// What the signs of sums are called, between two numbers.
const SIGNS: &[(char, &str)] = &[
    ('+', " زائد "),
    ('=', " يساوي "),
    ('×', " في "),
    ('÷', " على "),
    ('<', " أصغر من "),
    ('>', " أكبر من "),
];

pub(super) fn range(place: Place<'_>, _: &Customs) -> Option<Said> {
    if let Some(length) = parse::mark(place, &[]) {
        // The spaces keep it apart from what stands as written on either side.
        return Some(Said::new(length, " إلى "));
    }
    parse::sign(place, SIGNS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    #[test]
    fn a_range_is_said() {
        let read = |text: &str, at| range(Place::new(text, at, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("3-5 أيام", 1).as_deref(), Some(" إلى "));
        assert_eq!(read("2+2", 1).as_deref(), Some(" زائد "));
        assert_eq!(read("A+", 1), None);
    }
}
