//! The mark between the two ends of a range: `3-5`, `20%~40%`, `10:00〜18:00`.

use crate::parse::{digits, money};
use crate::place::Place;
use crate::rule::Said;

/// The length of the mark at the place, spaces on both sides included, if it stands between two amounts: behind a digit, a
/// sign such as `%` or one of `units`, and before a digit or a currency.
pub(crate) fn mark(place: Place<'_>, units: &[char]) -> Option<usize> {
    let text = place.rest();
    let mark = text.chars().next().filter(|c| is_mark(*c))?;
    let before = place.before();
    let spaced = before.ends_with(' ');
    let previous = before.trim_end_matches(' ').chars().next_back()?;
    let ends_amount = digits::value(previous).is_some()
        || matches!(previous, '%' | '％' | '٪' | '℃' | '€' | '₹' | '$')
        || units.contains(&previous);
    let behind = &text[mark.len_utf8()..];
    let amount = behind.trim_start_matches(' ');
    // `5 -3` is a five and a minus.
    let even = spaced == (amount.len() < behind.len());
    let begins_amount =
        amount.starts_with(|c| digits::value(c).is_some()) || money::currency(amount).is_some();
    (ends_amount && even && begins_amount).then_some(text.len() - amount.len())
}

/// What is said for the sign at the place, one of `signs`, if it stands between two numbers.
pub(crate) fn sign(place: Place<'_>, signs: &[(char, &str)]) -> Option<Said> {
    let (sign, said) = signs.iter().find(|(sign, _)| place.rest().starts_with(*sign))?;
    let behind = &place.rest()[sign.len_utf8()..];
    let is_digit = |c: char| digits::value(c).is_some();
    let before = place.before().trim_end_matches(' ');
    // `30cm×40cm`
    let amount =
        if *sign == '×' { before.trim_end_matches(|c: char| c.is_ascii_lowercase()) } else { before };
    let between = amount.ends_with(is_digit) && behind.trim_start_matches(' ').starts_with(is_digit);
    between.then(|| Said::new(sign.len_utf8(), *said))
}

/// Whether the mark at the place is one of several hyphens between numbers, as in the number of a house: `1-2-3`.
pub(crate) fn is_chain(place: Place<'_>) -> bool {
    let is_digit = |c: char| digits::value(c).is_some();
    let hyphen = |c: char| matches!(c, '-' | '‐' | '‑' | '－' | '−');
    let Some(rest) = place.rest().strip_prefix(hyphen) else { return false };
    let goes_on =
        rest.trim_start_matches(is_digit).strip_prefix(hyphen).is_some_and(|rest| rest.starts_with(is_digit));
    let before = place.before().trim_end_matches(is_digit);
    let went_on = before.strip_suffix(hyphen).is_some_and(|before| before.ends_with(is_digit));
    goes_on || went_on
}

/// Whether the character may stand for "to"; a minus sign never does.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '~' | '～' | '〜' | '－')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(text: &str, units: &[char]) -> Option<usize> {
        let at = text.find(is_mark)?;
        mark(Place::new(text, at, text.len()), units)
    }

    #[test]
    fn a_range_has_an_amount_on_either_side() {
        assert_eq!(length("3-5", &[]), Some(1));
        assert_eq!(length("20% – 40%", &[]), Some("– ".len()));
        assert_eq!(length("5日～6日", &['日']), Some("～".len()));
        assert_eq!(length("$5-$9", &[]), Some(1));
    }

    #[test]
    fn several_hyphens_are_a_chain() {
        let chain = |text: &str, at| is_chain(Place::new(text, at, 99));
        assert!(chain("1-2-3", 1) && chain("1-2-3", 3) && !chain("1-2", 1) && !chain("1~2", 1));
    }

    #[test]
    fn a_minus_and_a_hyphen_are_none() {
        for text in ["是-5", "5 -3", "COVID-19", "3-x", "-3"] {
            assert_eq!(length(text, &[]), None, "{text}");
        }
    }
}
