//! What stands between numbers: ranges and sums.

use crate::customs::Customs;
use crate::parse::range as parse;
use crate::place::Place;
use crate::rule::Said;

/// What an amount may end with.
const UNITS: &[char] =
    &['年', '月', '日', '時', '分', '円', '歳', '人', '個', '回', '度', '階', '万', '億', '本', '名', '号'];

/// What the signs of sums are called, between two numbers.
const SIGNS: &[(char, &str)] = &[
    ('+', "足す"),
    ('＋', "足す"),
    ('=', "イコール"),
    ('＝', "イコール"),
    ('×', "かける"),
    ('÷', "割る"),
    ('<', "小なり"),
    ('>', "大なり"),
    ('≒', "ニアリーイコール"),
];

pub(super) fn range(place: Place<'_>, _: &Customs) -> Option<Said> {
    if let Some(length) = parse::mark(place, UNITS) {
        return Some(Said::new(length, between(place)));
    }
    parse::sign(place, SIGNS)
}

/// What is said between two numbers: from one to the other, one after the other, or against each other.
fn between(place: Place<'_>) -> &'static str {
    let near: String = place.rest().chars().take(10).collect();
    let score = ["スコア", "試合", "対戦"].iter().any(|word| place.clause_before(12).contains(word))
        || ["で勝", "で負", "で敗", "で下"].iter().any(|word| near.contains(word));
    match () {
        () if score => "対",
        () if parse::is_chain(place) => "の",
        () => "から",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ja::CUSTOMS;

    #[test]
    fn marks_between_numbers_are_said() {
        let read = |text: &str, at| range(Place::new(text, at, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("3〜5日", 1).as_deref(), Some("から"));
        assert_eq!(read("9時～5時", 4).as_deref(), Some("から"));
        assert_eq!(read("1-2-3", 1).as_deref(), Some("の"));
        assert_eq!(read("2-1で勝った", 1).as_deref(), Some("対"));
        assert_eq!(read("30cm×40cm", 4).as_deref(), Some("かける"));
        assert_eq!(read("1×2", 1).as_deref(), Some("かける"));
        assert_eq!(read("A+", 1), None);
    }
}
