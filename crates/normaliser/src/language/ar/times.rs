//! Times of day: hours are ordinals, quarters, thirds and halves have names.

use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::time::{self as parse, Half, Time};
use crate::place::Place;
use crate::rule::Said;

use super::grammar::{Agreement, Behind, Case, Gender, word_before, word_behind};
use super::nouns::{MINUTE, SECOND};
use super::numbers::{cardinal, counted};
use super::ordinals::ordinal;

/// `5:30`, `٧:١٥`.
pub(super) fn time(place: Place<'_>, _: &Customs) -> Option<Said> {
    let time = parse::with_minutes(place.rest(), &[':']).filter(|_| place.begins_latin())?;
    Some(with_half(place, time))
}

/// An hour alone, behind the word for one.
pub(super) fn hour(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (hour, length) = digits::small(text, 1..=24)?;
    let behind = &text[length..];
    let goes_on =
        behind.starts_with(['.', ',', '/', '-']) && behind[1..].starts_with(|c| digits::value(c).is_some());
    let word = word_before(place);
    let until = matches!(word, "إلى" | "الى" | "حتى" | "و" | "بين" | "أو")
        && place.clause_before(30).contains("الساعة");
    let alone = !behind.starts_with(' ') || is_of_day(word_behind(place, length));
    let is_hour = word == "الساعة" || (until && alone);
    let time = Time { hour, minute: None, second: None, length };
    (is_hour && !goes_on).then(|| with_half(place, time))
}

/// Words that may follow an hour.
fn is_of_day(word: &str) -> bool {
    matches!(
        word,
        "صباح"
            | "صباحا"
            | "مساء"
            | "ظهرا"
            | "ليلا"
            | "فجرا"
            | "عصرا"
            | "ص"
            | "م"
            | "بعد"
            | "قبل"
            | "من"
            | "كل"
            | "يوم"
    ) || word.starts_with("صباح")
        || word.starts_with("مساء")
}

/// With the half of the day, if one is written short.
fn with_half(place: Place<'_>, time: Time) -> Said {
    let rest = &place.rest()[time.length..];
    let bare = rest.strip_prefix([' ', '\u{A0}']).unwrap_or(rest);
    let ends = |rest: &str| !rest.starts_with(char::is_alphabetic);
    let letter = |letter: char| {
        bare.strip_prefix(letter)
            .filter(|rest| ends(rest))
            .map(|_| rest.len() - bare.len() + letter.len_utf8())
    };
    let (half, more) = match (letter('ص'), letter('م'), parse::half(rest)) {
        (Some(length), ..) => (" صباحًا", length),
        (_, Some(length), _) => (" مساءً", length),
        (.., Some((Half::Am, length))) => (" صباحًا", length),
        (.., Some((Half::Pm, length))) => (" مساءً", length),
        _ => ("", 0),
    };
    Said::new(time.length + more, format!("{}{half}", words(time)))
}

fn words(time: Time) -> String {
    let count = |number: u32, noun| counted(number.into(), noun, Case::Oblique, Behind::Nothing);
    let this = hour_name(time.hour);
    let next = || hour_name(time.hour % 12 + 1);
    if let Some(second) = time.second {
        let minute = count(time.minute.unwrap_or(0), &MINUTE);
        return format!("{this} و{minute} و{}", count(second, &SECOND));
    }
    match time.minute.unwrap_or(0) {
        0 => this,
        15 => format!("{this} والربع"),
        20 => format!("{this} والثلث"),
        30 => format!("{this} والنصف"),
        40 if time.hour <= 12 => format!("{} إلا الثلث", next()),
        45 if time.hour <= 12 => format!("{} إلا الربع", next()),
        1 => format!("{this} ودقيقة"),
        minute => format!("{this} و{}", count(minute, &MINUTE)),
    }
}

fn hour_name(hour: u32) -> String {
    match hour {
        1 => "الواحدة".into(),
        0 => "الثانية عشرة".into(),
        hour => ordinal(hour.into(), Gender::Feminine),
    }
}

/// `3:2`, a score or a ratio.
pub(super) fn ratio(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (first, length) = digits::small(text, 0..=99)?;
    let rest = text[length..].strip_prefix(':')?;
    let (second, more) = digits::small(rest, 0..=99)?;
    let word = |number: u32| cardinal(number.into(), Agreement::ALONE);
    let ends = !rest[more..].starts_with(|c: char| c == ':' || c.is_alphanumeric());
    ends.then(|| Said::new(length + 1 + more, format!("{} إلى {}", word(first), word(second))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    fn read(rule: fn(Place<'_>, &Customs) -> Option<Said>, text: &str) -> Option<String> {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        rule(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn parts_of_the_hour_have_names() {
        assert_eq!(read(time, "1:15").as_deref(), Some("الواحدة والربع"));
        assert_eq!(read(time, "12:45").as_deref(), Some("الواحدة إلا الربع"));
        assert_eq!(read(time, "8:05").as_deref(), Some("الثامنة وخمس دقائق"));
        assert_eq!(read(time, "8:12 ص").as_deref(), Some("الثامنة واثنتي عشرة دقيقة صباحًا"));
        assert_eq!(read(time, "16:00").as_deref(), Some("السادسة عشرة"));
    }

    #[test]
    fn one_figure_behind_the_colon_is_a_ratio() {
        assert_eq!(read(ratio, "2:1").as_deref(), Some("اثنين إلى واحد"));
        assert_eq!(read(time, "2:1"), None);
    }

    #[test]
    fn an_hour_alone_stands_behind_its_word() {
        assert_eq!(read(hour, "الساعة 7 م").as_deref(), Some("السابعة مساءً"));
        assert_eq!(read(hour, "بعد الساعة وحتى 9.").as_deref(), None);
        assert_eq!(read(hour, "من الساعة الثامنة إلى 9.").as_deref(), Some("التاسعة"));
        assert_eq!(read(hour, "بعد 7 ساعات"), None);
    }
}
