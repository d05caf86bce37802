//! Percent, which is said before the number.

use crate::customs::Customs;
use crate::parse::{number, range};
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{Two, amount};

const SIGNS: &[(char, &str)] = &[('%', "百分之"), ('％', "百分之"), ('‰', "千分之")];

pub(super) fn percent(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::at(place, customs)?;
    let (of, length) = sign(place.rest(), number.length).or_else(|| {
        // `20-40%`: the sign of the second is meant for both.
        let behind = &place.rest()[number.length..];
        let mark = behind.chars().next().filter(|c| range::is_mark(*c))?;
        let second = number::unsigned(&behind[mark.len_utf8()..], customs)?;
        let (of, _) = sign(behind, mark.len_utf8() + second.length)?;
        Some((of, number.length))
    })?;
    let words = if number.count() == Some(100) && of == "百分之" {
        "百".into()
    } else {
        amount(&number, Two::Numbers)
    };
    let minus = if number.negative { "负" } else { "" };
    Some(Said::new(length, format!("{minus}{of}{words}")))
}

/// The sign that stands `at` bytes on, perhaps behind a space, and where it ends.
fn sign(text: &str, at: usize) -> Option<(&'static str, usize)> {
    let bare = text[at..].strip_prefix(' ').unwrap_or(&text[at..]);
    let (sign, said) = SIGNS.iter().find(|(sign, _)| bare.starts_with(*sign))?;
    Some((said, text.len() - bare.len() + sign.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::zh::CUSTOMS;

    #[test]
    fn percent_comes_first() {
        let read = |text| percent(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("7%").as_deref(), Some("百分之七"));
        assert_eq!(read("-0.5 %").as_deref(), Some("负百分之零点五"));
        assert_eq!(read("3-5%").as_deref(), Some("百分之三"));
        assert_eq!(read("100%").as_deref(), Some("百分之百"));
        assert_eq!(read("2‰").as_deref(), Some("千分之二"));
        assert_eq!(read("7"), None);
    }
}
