//! Times of day: with quarters and halves as people say them, where the text says बजे.

use crate::customs::Customs;
use crate::parse::time::{self as parse, Half, Time};
use crate::place::{Place, first_word};
use crate::rule::Said;

use super::numbers::{cardinal, is_postposition};

/// What a clock shows, and what the text says behind it.
const OCLOCK: &str = "बजे";

pub(super) fn time(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let time =
        parse::with_minutes(text, &[':']).or_else(|| with_stop(text)).filter(|_| place.begins_word())?;
    let (half, length) = match parse::half(&text[time.length..]) {
        Some((half, more)) => (half_of(half, time.hour), time.length + more),
        None => ("", time.length),
    };
    let behind = &text[length..];
    let oclock = first_word(behind) == OCLOCK;
    let more = if oclock { behind.find(OCLOCK).unwrap_or(0) + OCLOCK.len() } else { 0 };
    let words = if oclock || !half.is_empty() {
        at(time, first_word(&behind[more..]), customs)
    } else {
        shown(time, customs)
    };
    Some(Said::new(length + more, format!("{half}{words}")))
}

/// `7.45 बजे`.
fn with_stop(text: &str) -> Option<Time> {
    parse::with_minutes(text, &['.']).filter(|time| first_word(&text[time.length..]) == OCLOCK)
}

/// What goes before the hour of a clock that has twelve.
fn half_of(half: Half, hour: u32) -> &'static str {
    match (half, hour) {
        (Half::Am, 12 | 1..=3) => "रात ",
        (Half::Am, _) => "सुबह ",
        (Half::Pm, 12 | 1..=3) => "दोपहर ",
        (Half::Pm, 4..=7) => "शाम ",
        (Half::Pm, _) => "रात ",
    }
}

/// As people say when something happens; `next` is the word behind.
fn at(time: Time, next: &str, customs: &Customs) -> String {
    let hour = |hour: u32| cardinal(hour.into(), customs);
    match (time.hour, time.minute.unwrap_or(0)) {
        _ if time.second.is_some() => shown(time, customs),
        (_, 0) => format!("{} {OCLOCK}", hour(time.hour)),
        (1, 30) => format!("डेढ़ {OCLOCK}"),
        (2, 30) => format!("ढाई {OCLOCK}"),
        (3..=12, 30) => format!("साढ़े {} {OCLOCK}", hour(time.hour)),
        (1..=12, 15) => format!("सवा {} {OCLOCK}", hour(time.hour)),
        (1..=12, 45) => format!("पौने {} {OCLOCK}", hour(time.hour % 12 + 1)),
        (_, 1..=9) if is_postposition(next) => shown(time, customs),
        (_, 1..=9) => format!("{} पर", shown(time, customs)),
        (_, minute) => format!("{} {} {OCLOCK}", hour(time.hour), hour(minute)),
    }
}

/// As a clock shows it.
fn shown(time: Time, customs: &Customs) -> String {
    let word = |number: u32| cardinal(number.into(), customs);
    let (hour, minute) = (word(time.hour), time.minute.unwrap_or(0));
    match time.second {
        Some(second) => format!("{hour} बजकर {} मिनट {} सेकंड", word(minute), word(second)),
        None if minute == 0 => format!("{hour} {OCLOCK}"),
        None => format!("{hour} बजकर {} मिनट", word(minute)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    #[test]
    fn quarters_and_halves_have_words() {
        let read = |text| time(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("2:30 बजे").as_deref(), Some("ढाई बजे"));
        assert_eq!(read("12:45 बजे").as_deref(), Some("पौने एक बजे"));
        assert_eq!(read("9.20 बजे").as_deref(), Some("नौ बीस बजे"));
        assert_eq!(read("9:05 बजे आना").as_deref(), Some("नौ बजकर पाँच मिनट पर"));
        assert_eq!(read("9:05 बजे तक").as_deref(), Some("नौ बजकर पाँच मिनट"));
        assert_eq!(read("17:30 पर").as_deref(), Some("सत्रह बजकर तीस मिनट"));
        assert_eq!(read("5:30 PM").as_deref(), Some("शाम साढ़े पाँच बजे"));
        assert_eq!(read("9.20 मीटर"), None);
    }
}
