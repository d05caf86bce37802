//! Numbers: Chinese words, or Korean ones before what is counted with them.

use crate::customs::Customs;
use crate::parse::number::{self, Number};
use crate::parse::range;
use crate::place::Place;
use crate::rule::Said;

use super::counters::{self, Counter, Origin};

/// Digits in a fraction; in telephone numbers and codes zero is 공.
const FIGURES: [&str; 10] = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];

/// The Chinese words of a whole number.
pub(super) fn chinese(number: u64, customs: &Customs) -> String {
    customs.spell("spellout-cardinal-sinokorean", number).unwrap_or_else(|| figures(&number.to_string()))
}

/// The Korean words before what is counted.
pub(super) fn korean(number: u64, customs: &Customs) -> String {
    let words = customs.spell("spellout-cardinal-native-attributive", number);
    words.unwrap_or_else(|| chinese(number, customs))
}

/// Digits one by one.
pub(super) fn figures(digits: &str) -> String {
    digits.bytes().filter_map(|digit| FIGURES.get(usize::from(digit.wrapping_sub(b'0')))).copied().collect()
}

/// The Chinese words of a number without its sign.
pub(super) fn amount(number: &Number, customs: &Customs) -> String {
    let whole = number.value().map_or_else(|| figures(&number.whole), |value| chinese(value, customs));
    match &number.fraction {
        Some(fraction) => format!("{whole} 점 {}", figures(fraction)),
        None => whole,
    }
}

/// Of a particle's two forms, behind a consonant and behind a vowel, the one that follows `words`.
pub(super) fn particle(words: &str, [consonant, vowel]: [&'static str; 2]) -> &'static str {
    let last = words.chars().next_back().map_or(0, u32::from);
    let ends_in_consonant = last.checked_sub(u32::from('가')).is_some_and(|place| place % 28 != 0);
    if ends_in_consonant { consonant } else { vowel }
}

/// What a minus is called, for a number that has one.
pub(super) fn sign(number: &Number) -> &'static str {
    if number.negative { "마이너스 " } else { "" }
}

pub(super) fn number(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::at(place, customs)?;
    let following = &place.rest()[number.length..];
    if let Some(counter) = counter_of_range(following, customs) {
        let words = in_words(&number, counter, "", customs);
        return Some(Said::new(number.length, format!("{words} {}", counter.word)));
    }
    let one = number.count() == Some(1) && !number.grouped && place.begins_word();
    if let Some(scale) = ["만", "천", "백"].into_iter().find(|scale| one && following.starts_with(scale)) {
        // Nobody says that it is one.
        return Some(Said::new(number.length + scale.len(), scale));
    }
    let bare = following.strip_prefix(' ').unwrap_or(following);
    let Some(counter) = counters::counter(bare) else {
        return Some(Said::new(number.length, format!("{}{}", sign(&number), amount(&number, customs))));
    };
    let sign = if number.negative && counter.word == "도" { "영하 " } else { sign(&number) };
    let words = match place.previous() {
        Some('제') => amount(&number, customs),
        _ => in_words(&number, counter, &bare[counter.word.len()..], customs),
    };
    let said = Said::new(number.length, format!("{sign}{words}"));
    let attached = bare.len() == following.len();
    Some(if attached { said.then(number.length + counter.word.len(), counter.word) } else { said })
}

/// The words of a number before a counter, behind which the text goes on with `behind`.
fn in_words(number: &Number, counter: Counter, behind: &str, customs: &Customs) -> String {
    match number.count().map(|count| (count, counters::origin(count, counter, behind))) {
        Some((1, Origin::Korean)) if counter.word == "번째" => "첫".into(),
        Some((count, Origin::Korean)) => korean(count, customs),
        _ => amount(number, customs),
    }
}

/// The counter that `3~5명` has once, where it is one that is said twice.
fn counter_of_range(following: &str, customs: &Customs) -> Option<Counter> {
    let mark = following.chars().next().filter(|c| range::is_mark(*c))?;
    let second = number::unsigned(&following[mark.len_utf8()..], customs)?;
    let counter = counters::counter(&following[mark.len_utf8() + second.length..])?;
    (second.count().is_some_and(|count| counters::origin(count, counter, "") == Origin::Korean))
        .then_some(counter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ko::CUSTOMS;

    fn read(text: &str) -> Option<String> {
        let at = text.find(|c: char| c == '-' || c.is_ascii_digit()).unwrap();
        number(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn counters_choose_the_words() {
        assert_eq!(read("책 3권").as_deref(), Some("세 권"));
        assert_eq!(read("제3권").as_deref(), Some("삼 권"));
        assert_eq!(read("1번째").as_deref(), Some("첫 번째"));
        assert_eq!(read("20살").as_deref(), Some("스무 살"));
        assert_eq!(read("5 개").as_deref(), Some("다섯"));
        assert_eq!(read("7층").as_deref(), Some("칠 층"));
        assert_eq!(read("3~5명").as_deref(), Some("세 명"));
    }

    #[test]
    fn other_numbers_are_chinese() {
        assert_eq!(read("2.05로").as_deref(), Some("이 점 영오"));
        assert_eq!(read("15,000원").as_deref(), Some("만 오천 원"));
        assert_eq!(read("-3도").as_deref(), Some("영하 삼 도"));
        assert_eq!(read("-3").as_deref(), Some("마이너스 삼"));
        assert_eq!(read("1만 원").as_deref(), Some("만"));
        assert_eq!(read("85만").as_deref(), Some("팔십오"));
    }
}
