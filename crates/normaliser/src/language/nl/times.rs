//! Times of day and durations: `14.30 uur`, `8–17 uur`, `om 9:04`, `1 u 20 min.`

use super::numbers::cardinal;
use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::time::{self, Time};
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[
    Rule { name: "time", starts: Starts::Digit, read: span },
    Rule { name: "time", starts: Starts::Digit, read: of_day },
    Rule { name: "time", starts: Starts::Digit, read: hours },
];

/// `acht uur dertig`.
fn said(time: Time, customs: &Customs) -> String {
    let part = |number: Option<u32>| {
        number.filter(|number| *number > 0).map(|number| cardinal(number.into(), customs))
    };
    let hour = cardinal(time.hour.into(), customs);
    match (part(time.minute), part(time.second)) {
        (Some(minute), Some(second)) => format!("{hour} uur {minute} minuten en {second} seconden"),
        (None, Some(second)) => format!("{hour} uur en {second} seconden"),
        (Some(minute), None) => format!("{hour} uur {minute}"),
        (None, None) => format!("{hour} uur"),
    }
}

/// The length of ` uur` or `u` behind a time.
fn clock(behind: &str) -> usize {
    let bare = behind.trim_start_matches([' ', '\u{A0}']);
    let word = first_word(bare);
    let before = behind.len() - bare.len();
    match word {
        "uur" | "u" | "h" if bare.starts_with(word) => {
            let stop = word == "u" && bare[1..].strip_prefix('.').is_some_and(|rest| !rest.trim().is_empty());
            before + word.len() + usize::from(stop)
        }
        _ => 0,
    }
}

/// `14:30`, `20.15 uur`, `om 7.05`, `10u30`.
fn of_day(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let time = time::with_minutes(rest, &[':', '.', 'u', 'h']).filter(|_| place.begins_word())?;
    let behind = &rest[time.length..];
    let clock = clock(behind);
    let before = place.previous_word().to_lowercase();
    let clear = !rest[..time.length].contains('.');
    let asked = matches!(before.as_str(), "om" | "tegen" | "rond" | "vanaf" | "omstreeks");
    let number = behind.starts_with(['%', '€', '°'])
        || behind.strip_prefix(['.', ',', '-']).is_some_and(|rest| rest.starts_with(char::is_numeric));
    let shown = clock > 0 || clear || asked && !is_unit(behind);
    (shown && !number).then(|| Said::new(time.length + clock, said(time, customs)))
}

/// Whether a unit makes it an amount.
fn is_unit(behind: &str) -> bool {
    crate::parse::unit::find(behind.trim_start()).is_some()
}

/// `8–17 uur`, `9.00-12.30 uur`, `tussen 0.30 en 4.10 uur`: the last `uur` is for both.
fn span(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (from, first) = hour_or_time(rest).filter(|_| place.begins_word())?;
    let apart = rest[first..].trim_start_matches([' ', '\u{A0}']);
    let (joint, word) = JOINTS.iter().find(|(joint, _)| apart.starts_with(joint))?;
    let behind = apart[joint.len()..].trim_start_matches([' ', '\u{A0}']);
    let (to, second) = hour_or_time(behind)?;
    let clock = clock(&behind[second..]);
    let colons = from.minute.is_some() && to.minute.is_some() && rest[..first].contains(':');
    if clock == 0 && !colons {
        return None;
    }
    let length = rest.len() - behind.len() + second + clock;
    let short = match from.minute.filter(|minute| *minute > 0) {
        Some(_) => said(from, customs),
        None => cardinal(from.hour.into(), customs),
    };
    Some(Said::new(first, short).then(rest.len() - behind.len(), word).then(length, &said(to, customs)))
}

const JOINTS: &[(&str, &str)] = &[
    ("–", "tot"),
    ("-", "tot"),
    ("—", "tot"),
    ("tot ", "tot"),
    ("en ", "en"),
    ("à ", "à"),
    ("t/m ", "tot en met"),
];

fn hour_or_time(text: &str) -> Option<(Time, usize)> {
    if let Some(time) = time::with_minutes(text, &[':', '.']) {
        return Some((time, time.length));
    }
    let (hour, length) = digits::small(text, 0..=24)?;
    Some((Time { hour, minute: None, second: None, length }, length))
}

/// `22u`, `1 u 20 min.`: an hour by its letter alone.
fn hours(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (number, length) =
        digits::run(rest).filter(|(digits, _)| digits.len() <= 3 && place.begins_word())?;
    let more = clock(&rest[length..]);
    let letter = rest[length..length + more].trim_start();
    let number =
        number.parse().ok().filter(|_| more > 0 && letter.starts_with('u') && !letter.starts_with("uur"))?;
    Some(Said::new(length, cardinal(number, customs)).then(length + more, "uur"))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn times_of_day() {
        assert_eq!(read("om 19:05 of 8.30 uur"), "om negentien uur vijf of acht uur dertig");
        assert_eq!(read("van 9–17 uur"), "van negen tot zeventien uur");
        assert_eq!(read("Om 06:00 uur"), "Om zes uur");
        assert_eq!(read("in 2:43:11"), "in twee uur drieënveertig minuten en elf seconden");
        assert_eq!(read("na 3 u. rust"), "na drie uur rust");
        assert_eq!(read("een 7.05 gemiddeld"), "een zeven punt nul vijf gemiddeld");
    }
}
