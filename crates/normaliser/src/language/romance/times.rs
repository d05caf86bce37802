//! Times of day: `15h30`, `15:30`, `17 h 30`, `alle 9.00`. Read [`TimeWords`] first.

use crate::language::romance::grammar::{Form, Noun, Singular};
use crate::language::romance::tongue::Tongue;
use crate::parse::digits;
use crate::parse::time::{self, Time};
use crate::place::{Place, last_word};
use crate::rule::Said;

/// How times are said.
#[derive(Debug)]
pub(crate) struct TimeWords {
    pub(crate) hour: Noun,
    pub(crate) minute: Noun,
    pub(crate) second: Noun,
    /// Before the last part of a duration, and between hours and minutes where a time has a word there.
    pub(crate) and: &'static str,
    /// How the hour and minute of a day are said.
    pub(crate) clock: fn(&Tongue, u32, u32) -> Option<String>,
    /// Words that stand before a time, so that `9.30` is no number.
    pub(crate) heralds: &'static [&'static str],
}

/// A time of day; with seconds, a duration.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    if !place.begins_word() {
        return None;
    }
    let rest = place.rest();
    let time = time::with_minutes(rest, &[':'])
        .or_else(|| with_letter(rest))
        .or_else(|| with_point(place, tongue))?;
    let length = time.length + hour_sign(&rest[time.length..]);
    let words = match (time.minute, time.second) {
        (Some(minute), None) => (tongue.times.clock)(tongue, time.hour, minute)?,
        (minute, second) => tongue.times.lasting(tongue, [Some(time.hour), minute, second])?,
    };
    Some(Said::new(length, words))
}

/// `15h30`, `15 h 30`, `15h30min`; not `2 h 40 min`, which lasts.
fn with_letter(text: &str) -> Option<Time> {
    let (hour, length) = digits::small(text, 0..=24)?;
    let behind = &text[length..];
    let spaced = behind.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    let after = spaced.strip_prefix(['h', 'H'])?;
    let minutes = after.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    let (minute, more) = digits::small(minutes, 0..=59).filter(|(_, more)| *more == 2)?;
    let length = text.len() - minutes.len() + more;
    let rest = &text[length..];
    let glued = after.len() == minutes.len();
    let rest = if glued { rest.strip_prefix("min").unwrap_or(rest) } else { rest };
    let ends = !rest.starts_with(char::is_alphanumeric) && !rest.trim_start().starts_with("min");
    let length = text.len() - rest.len();
    ends.then_some(Time { hour, minute: Some(minute), second: None, length })
}

/// `20.15`, if a word before it or an `h` behind it says so.
fn with_point(place: Place<'_>, tongue: &Tongue) -> Option<Time> {
    let time = time::with_minutes(place.rest(), &['.']).filter(|time| time.second.is_none())?;
    let herald = last_word(place.before().trim_end_matches(['\'', '’'])).to_lowercase();
    let heralded = tongue.times.heralds.contains(&herald.as_str());
    let ends = !place.rest()[time.length..].trim_start().starts_with(['%', '€', '$']);
    ((heralded && ends) || hour_sign(&place.rest()[time.length..]) > 0).then_some(time)
}

/// The length of an `h` that only repeats that it is a time.
fn hour_sign(text: &str) -> usize {
    let bare = text.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    match bare.strip_prefix('h') {
        Some(behind) if !behind.starts_with(char::is_alphanumeric) => {
            let goes_on = behind.strip_prefix(". ").is_some_and(|rest| rest.starts_with(char::is_lowercase));
            text.len() - behind.len() + usize::from(goes_on)
        }
        _ => 0,
    }
}

impl TimeWords {
    /// Hours, minutes and seconds, those that there are, with their names.
    pub(super) fn lasting(&self, tongue: &Tongue, parts: [Option<u32>; 3]) -> Option<String> {
        let nouns = [self.hour, self.minute, self.second];
        let mut said = Vec::new();
        for (number, noun) in parts.into_iter().zip(nouns).filter_map(|(part, noun)| Some((part?, noun))) {
            said.push(self.counted(tongue, number, noun)?);
        }
        let last = said.pop()?;
        let and = if said.is_empty() || self.and.is_empty() { "" } else { self.and };
        said.extend([and.to_owned(), last]);
        said.retain(|word| !word.is_empty());
        Some(said.join(" "))
    }

    /// So many hours, minutes or seconds.
    pub(crate) fn counted(&self, tongue: &Tongue, number: u32, noun: Noun) -> Option<String> {
        if number == 1 {
            return tongue.one(&noun);
        }
        let one = number == 0 && tongue.grammar.singular == Singular::BelowTwo;
        let words = tongue.cardinal(u64::from(number), Form::Before(noun.gender))?;
        Some(format!("{words} {}", if one { noun.one } else { noun.many }))
    }
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn hours_are_feminine() {
        check(
            "fr",
            &[("à 21h et 1h01", "à vingt-et-une heures et une heure une"), ("0h10", "zéro heure dix")],
        );
        check(
            "es",
            &[
                ("a las 21:05 h", "a las veintiuna y cinco"),
                ("a la 1", "a la una"),
                ("las 8.30", "las ocho treinta"),
            ],
        );
        check("it", &[("all'1.20", "all'una e venti"), ("alle 14:00", "alle quattordici")]);
        check("pt", &[("às 2h40", "às duas e quarenta"), ("às 22:00", "às vinte e duas horas")]);
    }
}
