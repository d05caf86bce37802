//! Times of day and durations.

use super::numbers::{cardinal, spelled};
use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::time::{self, Time};
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "duration", starts: Starts::Digit, read: duration },
    Rule { name: "time", starts: Starts::Digit, read: span },
    Rule { name: "time", starts: Starts::Digit, read: of_day },
    Rule { name: "time", starts: Starts::Digit, read: full_hour },
    Rule { name: "score", starts: Starts::Digit, read: score },
];

/// `neun Uhr vier`.
fn said(time: Time, customs: &Customs) -> String {
    let hour = if time.hour == 1 { "ein".to_owned() } else { cardinal(time.hour.into(), customs) };
    let part = |number: Option<u32>| {
        number.filter(|number| *number > 0).map(|number| cardinal(number.into(), customs))
    };
    let minute = part(time.minute).map(|minute| format!(" {minute}")).unwrap_or_default();
    let second = part(time.second).map(|second| format!(" und {second} Sekunden")).unwrap_or_default();
    format!("{hour} Uhr{minute}{second}")
}

/// ` Uhr` or `h` behind a time.
fn uhr(behind: &str) -> usize {
    let bare = behind.trim_start_matches([' ', '\u{A0}']);
    if bare.starts_with("Uhr") && first_word(bare) == "Uhr" && bare.len() < behind.len() {
        behind.len() - bare.len() + 3
    } else {
        0
    }
}

/// `14:30`, `20.15 Uhr`, `um 7.05`.
fn of_day(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (time, clock) = clock_time(place)?;
    let length = time.length + clock;
    if clock == 0 && place.rest()[time.length..].starts_with(['%', '€']) {
        return None;
    }
    Some(Said::new(length, said(time, customs)))
}

/// A time and the length of `Uhr` behind it. With a full stop between, something else must show that it is one.
fn clock_time(place: Place<'_>) -> Option<(Time, usize)> {
    let time = time::with_minutes(place.rest(), &[':', '.']).filter(|_| place.begins_word())?;
    let clock = uhr(&place.rest()[time.length..]);
    let colon = place.rest()[..time.length].contains(':');
    let before = place.previous_word().to_lowercase();
    let shown = clock > 0 || colon || matches!(before.as_str(), "um" | "gegen" | "bis" | "ab" | "kurz");
    let numeric = place.rest()[time.length..].starts_with('.')
        && place.rest()[time.length + 1..].starts_with(char::is_numeric);
    (shown && !numeric).then_some((time, clock))
}

/// `8:00–12:30 Uhr`, `18–2 Uhr`.
fn span(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if !place.begins_word() {
        return None;
    }
    let rest = place.rest();
    let (from, first) = hour_or_time(rest)?;
    let dash = rest[first..].trim_start_matches([' ', '\u{A0}']);
    let behind = dash.strip_prefix(['–', '-', '—'])?.trim_start_matches([' ', '\u{A0}']);
    let (to, second) = hour_or_time(behind)?;
    let clock = uhr(&behind[second..]);
    let colons = from.minute.is_some() && to.minute.is_some() && rest[..first].contains(':');
    if clock == 0 && !colons {
        return None;
    }
    let length = rest.len() - behind.len() + second + clock;
    let short = |time: Time| match time.minute.filter(|minute| *minute > 0) {
        Some(_) => said(time, customs),
        None => cardinal(time.hour.into(), customs),
    };
    let last = if to.minute.is_none_or(|minute| minute == 0) {
        format!("{} Uhr", hour(to.hour, customs))
    } else {
        said(to, customs)
    };
    Some(Said::new(length, format!("{} bis {last}", short(from))))
}

fn hour(hour: u32, customs: &Customs) -> String {
    if hour == 1 { "ein".to_owned() } else { cardinal(hour.into(), customs) }
}

fn hour_or_time(text: &str) -> Option<(Time, usize)> {
    if let Some(time) = time::with_minutes(text, &[':', '.']) {
        return Some((time, time.length));
    }
    let (hour, length) = digits::small(text, 0..=24)?;
    Some((Time { hour, minute: None, second: None, length }, length))
}

/// `22 Uhr`, `1 Uhr`, `9 h`.
fn full_hour(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (number, length) = digits::small(place.rest(), 0..=24).filter(|_| place.begins_word())?;
    let clock = uhr(&place.rest()[length..]);
    (clock > 0).then(|| Said::new(length, hour(number, customs)).then(length + clock, "Uhr"))
}

/// `2:43:11 h`, `1:30 h`, `3:20 min`.
fn duration(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let time = time::with_minutes(rest, &[':']).filter(|_| place.begins_word())?;
    let behind = rest[time.length..].trim_start();
    let unit = first_word(behind);
    let names = match (unit, time.second) {
        ("h" | "Std" | "Stunden", _) => ["Stunde", "Minute", "Sekunde"],
        ("min" | "Min" | "Minuten", None) => ["Minute", "Sekunde", ""],
        _ => return None,
    };
    let dot = usize::from(unit == "Std" && behind[unit.len()..].starts_with('.'));
    let parts = [Some(time.hour), time.minute, time.second];
    let parts: Vec<String> = parts
        .into_iter()
        .zip(names)
        .filter_map(|(number, name)| Some(counted(number.filter(|n| *n > 0)?, name, customs)))
        .collect();
    let words = match parts.as_slice() {
        [first, middle, last] => format!("{first} {middle} und {last}"),
        _ => parts.join(" "),
    };
    Some(Said::new(rest.len() - behind.len() + unit.len() + dot, words))
}

fn counted(number: u32, name: &str, customs: &Customs) -> String {
    if number == 1 { format!("eine {name}") } else { format!("{} {name}n", cardinal(number.into(), customs)) }
}

/// `3:1`, `10:9`: too few digits for a time.
fn score(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (first, length) = digits::run(rest).filter(|(digits, _)| digits.len() <= 3 && place.begins_word())?;
    let behind = rest[length..].strip_prefix(':')?;
    let (second, more) = digits::run(behind).filter(|(digits, _)| digits.len() <= 3)?;
    let length = length + 1 + more;
    let ends = !rest[length..].starts_with(|c: char| c.is_alphanumeric() || c == ':');
    let number =
        |digits: &str| digits.parse().map_or_else(|_| spelled(digits), |number| cardinal(number, customs));
    ends.then(|| Said::new(length, format!("{} zu {}", number(&first), number(&second))))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn times_of_day() {
        assert_eq!(read("um 19:05 oder 8.30 Uhr"), "um neunzehn Uhr fünf oder acht Uhr dreißig");
        assert_eq!(read("gegen 1 Uhr"), "gegen ein Uhr");
        assert_eq!(read("von 9–17 Uhr"), "von neun bis siebzehn Uhr");
    }

    #[test]
    fn durations_and_scores() {
        assert_eq!(read("in 1:05:30 h"), "in eine Stunde fünf Minuten und dreißig Sekunden");
        assert_eq!(read("ein 4:2 gegen"), "ein vier zu zwei gegen");
    }
}
