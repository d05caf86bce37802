//! Times of day in figures, and ratios, which are written alike.

use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::time::{self as parse, Half, Time};
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{Two, cardinal};

const COLONS: &[char] = &[':', '：'];

pub(super) fn time(place: Place<'_>, _: &Customs) -> Option<Said> {
    let time = parse::with_minutes(place.rest(), COLONS).filter(|_| !is_score(place))?;
    let (half, more) = parse::half(&place.rest()[time.length..])
        .map_or(("", 0), |(half, more)| (half_of(half, time.hour), more));
    Some(Said::new(time.length + more, format!("{half}{}", words(time))))
}

/// What goes before the hour of a clock that has twelve.
fn half_of(half: Half, hour: u32) -> &'static str {
    match (half, hour) {
        (Half::Am, 12 | 1..=4) => "凌晨",
        (Half::Am, _) => "上午",
        (Half::Pm, 12) => "中午",
        (Half::Pm, 1..=5) => "下午",
        (Half::Pm, _) => "晚上",
    }
}

fn words(time: Time) -> String {
    let hour = cardinal(time.hour.into(), Two::Counts);
    let minute = time.minute.unwrap_or(0);
    let mut words = format!("{hour}点");
    if minute > 0 || time.second.is_some() {
        words.push_str(&two_digits(minute));
        words.push('分');
    }
    if let Some(second) = time.second {
        words.push_str(&two_digits(second));
        words.push('秒');
    }
    words
}

/// With its zero.
fn two_digits(number: u32) -> String {
    let zero = if (1..10).contains(&number) { "零" } else { "" };
    format!("{zero}{}", cardinal(number.into(), Two::Numbers))
}

/// `3:2`, and also `21:15` where the text speaks of scores.
pub(super) fn ratio(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (first, length) = digits::run(text).filter(|(digits, _)| digits.len() <= 4)?;
    let rest = text[length..].strip_prefix(COLONS)?;
    let (second, more) = digits::run(rest).filter(|(digits, _)| digits.len() <= 4)?;
    let word = |digits: &str| cardinal(digits.parse().unwrap_or(0), Two::Numbers);
    let ends = !rest[more..].starts_with(|c: char| COLONS.contains(&c) || c.is_ascii_alphanumeric());
    let words = || format!("{}比{}", word(&first), word(&second));
    ends.then(|| Said::new(text.len() - rest.len() + more, words()))
}

/// Whether the text speaks of scores or ratios around the place.
pub(super) fn is_score(place: Place<'_>) -> bool {
    let before = place.clause_before(12);
    let near: String = place.rest().chars().take(8).collect();
    if ["获胜", "取胜", "击败", "战胜", "战平", "落败"].iter().any(|word| near.contains(word)) {
        return true;
    }
    ["比分", "比例", "比率", "大胜", "战胜", "击败", "领先"].iter().any(|word| before.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::zh::CUSTOMS;

    fn read(rule: fn(Place<'_>, &Customs) -> Option<Said>, text: &str) -> Option<String> {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        rule(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn minutes_keep_their_zero() {
        assert_eq!(read(time, "2:07").as_deref(), Some("两点零七分"));
        assert_eq!(read(time, "14：00").as_deref(), Some("十四点"));
        assert_eq!(read(time, "9:30:05").as_deref(), Some("九点三十分零五秒"));
        assert_eq!(read(time, "7:15 PM").as_deref(), Some("晚上七点十五分"));
    }

    #[test]
    fn scores_are_ratios() {
        assert_eq!((read(time, "比分是21:15"), read(time, "2:1")), (None, None));
        assert_eq!(read(ratio, "2:1").as_deref(), Some("二比一"));
    }
}
