//! Times of day in figures, and ratios, which are written alike.

use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::time::{self as parse, Half};
use crate::place::Place;
use crate::rule::Said;

use super::numbers::cardinal;

const COLONS: &[char] = &[':', '：'];

pub(super) fn time(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let time = parse::with_minutes(place.rest(), COLONS)?;
    let (half, more) = parse::half(&place.rest()[time.length..]).unwrap_or((Half::Am, 0));
    let half = match half {
        _ if more == 0 => "",
        Half::Am => "午前",
        Half::Pm => "午後",
    };
    let word = |number: u32| if number == 0 { "零".into() } else { cardinal(number.into(), customs) };
    let mut words = format!("{half}{}時", word(time.hour));
    let minute = time.minute.filter(|minute| *minute > 0 || time.second.is_some());
    words.extend(minute.map(|minute| format!("{}分", word(minute))));
    words.extend(time.second.map(|second| format!("{}秒", word(second))));
    Some(Said::new(time.length + more, words))
}

/// `3:2`, `1：10000`.
pub(super) fn ratio(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let (first, length) = digits::run(text).filter(|(digits, _)| digits.len() <= 6)?;
    let rest = text[length..].strip_prefix(COLONS)?;
    let (second, more) = digits::run(rest).filter(|(digits, _)| digits.len() <= 6)?;
    let word = |digits: &str| cardinal(digits.parse().unwrap_or(0), customs);
    let ends = !rest[more..].starts_with(|c: char| COLONS.contains(&c) || c.is_ascii_alphanumeric());
    let words = || format!("{}対{}", word(&first), word(&second));
    ends.then(|| Said::new(text.len() - rest.len() + more, words()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ja::CUSTOMS;

    #[test]
    fn hours_and_minutes_have_their_words() {
        let read = |text| time(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("18：05").as_deref(), Some("十八時五分"));
        assert_eq!(read("9:00").as_deref(), Some("九時"));
        assert_eq!(read("0:30").as_deref(), Some("零時三十分"));
        assert_eq!(read("7:15 PM").as_deref(), Some("午後七時十五分"));
        assert_eq!(read("3:2"), None);
    }

    #[test]
    fn one_figure_behind_the_colon_is_a_ratio() {
        assert_eq!(ratio(Place::new("3:2で", 0, 99), &CUSTOMS), Some(Said::new(3, "三対二")));
    }
}
