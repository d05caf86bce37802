//! What stands between numbers: ranges and sums.

use crate::customs::Customs;
use crate::parse::range as parse;
use crate::place::Place;
use crate::rule::Said;

use super::times;

/// What an amount may end with.
const UNITS: &[char] = &[
    '年', '月', '日', '号', '號', '点', '點', '时', '時', '分', '元', '岁', '天', '人', '个', '米', '度',
    '楼', '页', '万', '亿',
];

pub(super) fn range(place: Place<'_>, _: &Customs) -> Option<Said> {
    if let Some(length) = parse::mark(place, UNITS) {
        let words = if parse::is_chain(place) { "杠" } else { "到" };
        return Some(Said::new(length, if times::is_score(place) { "比" } else { words }));
    }
    parse::sign(place, SIGNS)
}

/// What the signs of sums are called, between two numbers.
const SIGNS: &[(char, &str)] = &[
    ('+', "加"),
    ('=', "等于"),
    ('×', "乘"),
    ('*', "乘"),
    ('÷', "除以"),
    ('<', "小于"),
    ('>', "大于"),
    ('≈', "约等于"),
    ('≤', "小于等于"),
    ('≥', "大于等于"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::zh::CUSTOMS;

    #[test]
    fn marks_between_numbers_are_said() {
        let read = |text: &str, at| range(Place::new(text, at, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("3~5天", 1).as_deref(), Some("到"));
        assert_eq!(read("5日-6日", 4).as_deref(), Some("到"));
        assert_eq!(read("1 + 1", 2).as_deref(), Some("加"));
        assert_eq!(read("A+", 1), None);
    }
}
