//! Months and weekdays, in full and short.

use crate::customs::Customs;
use crate::language::en::context::with_stop;
use crate::language::en::dates;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "abbreviation", starts: Starts::Letter, read: short_month },
    Rule { name: "abbreviation", starts: Starts::Letter, read: short_weekday },
];

pub(super) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const SHORT_MONTHS: &[(&str, usize)] = &[
    ("Jan", 0),
    ("Feb", 1),
    ("Mar", 2),
    ("Apr", 3),
    ("Jun", 5),
    ("Jul", 6),
    ("Aug", 7),
    ("Sept", 8),
    ("Sep", 8),
    ("Oct", 9),
    ("Nov", 10),
    ("Dec", 11),
];

const WEEKDAYS: &[(&str, &str)] = &[
    ("Mon", "monday"),
    ("Tues", "tuesday"),
    ("Tue", "tuesday"),
    ("Weds", "wednesday"),
    ("Wed", "wednesday"),
    ("Thurs", "thursday"),
    ("Thur", "thursday"),
    ("Thu", "thursday"),
    ("Fri", "friday"),
    ("Sat", "saturday"),
    ("Sun", "sunday"),
];

/// The month with which `text` begins, a full stop not included.
pub(super) fn month(text: &str) -> Option<(&'static str, usize)> {
    let word = crate::place::first_word(text);
    if !text.starts_with(word) || !word.starts_with(char::is_uppercase) {
        return None;
    }
    let full = MONTHS.iter().find(|month| month.eq_ignore_ascii_case(word)).copied();
    let short = || SHORT_MONTHS.iter().find(|(short, _)| *short == word).map(|(_, month)| MONTHS[*month]);
    full.or_else(short).map(|month| (month, word.len()))
}

/// The weekday that a word is short for.
pub(super) fn weekday(word: &str) -> Option<&'static str> {
    WEEKDAYS.iter().find(|(short, _)| *short == word).map(|(_, day)| *day)
}

/// `Feb.`, wherever it stands; without its full stop only where nothing else has that name.
fn short_month(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let (month, length) =
        month(place.rest()).filter(|(month, length)| month.len() > *length && place.begins_word())?;
    let stop = place.rest()[length..].starts_with('.');
    let written = &place.rest()[..length];
    let after = matches!(
        place.previous_word().to_lowercase().as_str(),
        "in" | "since" | "until" | "by" | "last" | "next" | "to" | "of"
    );
    let told = stop || (after && !matches!(written, "Mar" | "Jan"));
    told.then(|| Said::new(with_stop(place, length), month))
}

/// `Fri.`, `Mon–Fri`, `on Sat`; `Sun` and the like are words without a full stop or a word that tells.
fn short_weekday(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let word = crate::place::first_word(place.rest());
    let day = weekday(word).filter(|_| place.begins_word())?;
    let length = word.len();
    let behind = &place.rest()[length..];
    let stop = behind.starts_with('.');
    let in_span =
        behind.strip_prefix(['-', '–']).is_some_and(|rest| weekday(crate::place::first_word(rest)).is_some())
            || place.before().strip_suffix(['-', '–']).is_some_and(ends_with_weekday);
    let next = behind.trim_start().trim_start_matches(',').trim_start();
    let counted = digits::run(next).is_some() && !next.starts_with(word);
    let date = counted || month(next).is_some();
    let told = matches!(word, "Tues" | "Thurs" | "Weds" | "Thur")
        || (dates::is_about_days(place) && !is_name(behind));
    (stop || in_span || date || told).then(|| Said::new(with_stop(place, length), day))
}

/// Whether a word in capitals follows, so that the weekday may be part of a name: `on Sun Valley`.
fn is_name(behind: &str) -> bool {
    behind.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase))
}

fn ends_with_weekday(before: &str) -> bool {
    let bare = before.trim_end_matches('.');
    weekday(crate::place::last_word(bare)).is_some()
        || crate::place::last_word(bare).to_lowercase().ends_with("day")
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn short_names_are_said_in_full() {
        assert_eq!(
            american("We met in Sept. and on Wed. night."),
            "We met in september and on wednesday night."
        );
        assert_eq!(british("Mon–Fri, and on Sat"), "monday to friday, and on saturday");
        assert_eq!(american("The Sun sets."), "The Sun sets.");
    }
}
