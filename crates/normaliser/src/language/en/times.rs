//! Times of day and of races: `7:05 p.m.`, `14:30`, `5pm`, `3.30pm`, `0600 hours`, `3:02:33`; and ratios, `3:1`.

use crate::customs::Customs;
use crate::language::en::context::{follows_any, is_function, with_stop, word_before};
use crate::language::en::words::{self, is_british};
use crate::parse::time::{self, Half, Time};
use crate::parse::{digits, number};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

/// Marks that make of the digits behind them the rest of a number or date, or money.
const JOINING: &[char] = &['.', ',', ':', '$', '/'];

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "time", starts: Starts::Digit, read: broadcast },
    Rule { name: "time", starts: Starts::Digit, read: race },
    Rule { name: "time", starts: Starts::Digit, read: with_minutes },
    Rule { name: "time", starts: Starts::Digit, read: hour_alone },
    Rule { name: "time", starts: Starts::Digit, read: military },
    Rule { name: "ratio", starts: Starts::Digit, read: ratio },
    Rule { name: "time", starts: Starts::Digit, read: minutes },
    Rule { name: "time", starts: Starts::Letter, read: half_alone },
];

/// `10:30`, `7.30pm`.
fn with_minutes(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let time = time::with_minutes(rest, &[':', '.'])
        .filter(|time| place.begins_free(JOINING) && time.second.is_none())?;
    let half = half(place, time.length);
    let dotted = rest[..time.length].contains('.');
    if (dotted && half.is_none() && !is_dotted_time(place, &time, customs))
        || (half.is_none() && !place.may_end(time.length))
    {
        return None;
    }
    let left = (time.hour == 0)
        .then(|| place.next_word(time.length))
        .is_some_and(|next| matches!(next, "left" | "remaining" | "to" | "on"));
    if left && half.is_none() {
        let seconds = u64::from(time.minute?);
        return Some(Said::new(time.length, format!("{} seconds", words::cardinal(seconds, customs))));
    }
    let until = rest[time.length..].strip_prefix(['-', '–']).is_some_and(|rest| digits::run(rest).is_some());
    let exact = half.is_some() || until;
    let said = Said::new(time.length, clock(&time, exact, customs));
    Some(match half {
        Some((length, words)) => said.then(length, &words),
        None => with_fraction(place, said, customs),
    })
}

/// Hour and minutes in words. `exact` says that what half of the day it is follows.
fn clock(time: &Time, exact: bool, customs: &Customs) -> String {
    let hour = words::cardinal(u64::from(time.hour), customs);
    match time.minute {
        None => hour,
        Some(0) if exact => hour,
        Some(0) if (1..=12).contains(&time.hour) => format!("{hour} o'clock"),
        Some(0) if time.hour == 0 => "midnight".to_owned(),
        Some(0) => format!("{hour} hundred"),
        Some(minute @ 1..10) => format!("{hour} oh {}", words::cardinal(u64::from(minute), customs)),
        Some(minute) => format!("{hour} {}", words::cardinal(u64::from(minute), customs)),
    }
}

/// The half of the day that follows, `at` bytes behind the place: where it ends, and its words.
fn half(place: Place<'_>, at: usize) -> Option<(usize, String)> {
    let (half, length) = time::half(&place.rest()[at..])?;
    Some((end_of_half(place, at + length), letters(half).to_owned()))
}

/// Without the last full stop if it ends the text.
fn end_of_half(place: Place<'_>, end: usize) -> usize {
    match place.rest()[..end].strip_suffix('.') {
        Some(bare) => with_stop(place, bare.len()),
        None => end,
    }
}

fn letters(half: Half) -> &'static str {
    match half {
        Half::Am => "a- m",
        Half::Pm => "p m",
    }
}

/// Whether hour and minutes with a full stop between are a time and no decimal.
fn is_dotted_time(place: Place<'_>, time: &Time, customs: &Customs) -> bool {
    let next = place.next_word(time.length);
    let previous = place.previous_word().to_lowercase();
    let behind = place.rest()[time.length..].strip_prefix(['-', '–']);
    let span = is_british(customs)
        && (behind.is_some_and(|rest| time::with_minutes(rest, &['.']).is_some())
            || (place.before().ends_with(['-', '–']) && ends_with_time(place.before())));
    let train =
        matches!(next, "to" | "from" | "train" | "service" | "bus" | "flight" | "ferry" | "departure")
            && previous == "the";
    let moment = matches!(previous.as_str(), "at" | "by" | "until" | "till" | "from")
        && is_moment(place, time, next, customs);
    let minutes = time.minute.is_some_and(|minute| minute % 5 == 0);
    span || train || (moment && minutes)
}

/// Whether what follows goes on with people or the sentence, and measures nothing.
fn is_moment(place: Place<'_>, time: &Time, next: &str, customs: &Customs) -> bool {
    let behind = &place.rest()[time.length..];
    let people =
        matches!(next, "we" | "i" | "I" | "he" | "she" | "they" | "sharp" | "tonight" | "tomorrow" | "today");
    let ends = behind.trim_end_matches('.').is_empty() || behind.starts_with([',', ';']) || is_function(next);
    people || (is_british(customs) && ends && (1..=24).contains(&time.hour))
}

fn ends_with_time(before: &str) -> bool {
    let word = before.trim_end_matches(['-', '–']).rsplit(' ').next().unwrap_or_default();
    time::with_minutes(word, &['.']).is_some_and(|time| time.length == word.len())
}

/// `5pm`, `9 a.m.`.
fn hour_alone(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (hour, length) = digits::small(place.rest(), 0..=24).filter(|_| place.begins_free(JOINING))?;
    let (end, words) = half(place, length)?;
    Some(Said::new(length, words::cardinal(u64::from(hour), customs)).then(end, &words))
}

/// `the a.m.`.
fn half_alone(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (half, length) = time::half(rest).filter(|_| place.begins_word())?;
    let dotted = rest[..length].matches('.').count() == 2 && !rest.starts_with(' ');
    dotted.then(|| Said::new(end_of_half(place, length), letters(half)))
}

/// `0600 hours`.
fn military(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (run, length) =
        digits::run(place.rest()).filter(|(run, _)| run.len() == 4 && place.begins_free(JOINING))?;
    let hours = matches!(place.next_word(length), "hours" | "hrs") && run.starts_with(['0', '1', '2']);
    let (hour, minute): (u64, u64) = (run[..2].parse().ok()?, run[2..].parse().ok()?);
    if !hours || hour > 24 || minute > 59 {
        return None;
    }
    let hour = if hour < 10 {
        format!("oh {}", words::cardinal(hour, customs))
    } else {
        words::cardinal(hour, customs)
    };
    let minute = if minute == 0 { "hundred".to_owned() } else { words::figures(&run[2..], customs) };
    Some(Said::new(length, format!("{hour} {minute}")))
}

/// `3:02:33`: hours, minutes and seconds.
fn race(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let time = time::with_minutes(place.rest(), &[':']).filter(|_| place.begins_free(JOINING))?;
    let (minute, second) = (time.minute?, time.second?);
    let part = |number: u32, name: &str| match number {
        0 => String::new(),
        1 => format!("one {name}"),
        _ => format!("{} {name}s", words::cardinal(u64::from(number), customs)),
    };
    let parts = [part(time.hour, "hour"), part(minute, "minute"), part(second, "second")];
    Some(Said::new(time.length, spell::join(parts)))
}

/// Books of chapters and verses.
const BOOKS: &[&str] = &[
    "Genesis",
    "Gen",
    "Exodus",
    "Ex",
    "Leviticus",
    "Numbers",
    "Deuteronomy",
    "Job",
    "Psalm",
    "Psalms",
    "Ps",
    "Proverbs",
    "Ecclesiastes",
    "Isaiah",
    "Jeremiah",
    "Ezekiel",
    "Daniel",
    "Micah",
    "Matthew",
    "Matt",
    "Mark",
    "Luke",
    "John",
    "Acts",
    "Romans",
    "Rom",
    "Corinthians",
    "Cor",
    "Galatians",
    "Ephesians",
    "Philippians",
    "Colossians",
    "Timothy",
    "Titus",
    "Hebrews",
    "James",
    "Peter",
    "Jude",
    "Revelation",
    "Rev",
    "Surah",
    "Quran",
    "Sura",
];

/// `3:1`, `1:1`: no minutes have one digit.
fn ratio(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let first = number::unsigned(place.rest(), customs)
        .filter(|first| first.length <= 5 && place.begins_free(JOINING))?;
    let (second, more) = digits::run(place.rest()[first.length..].strip_prefix(':')?)?;
    let length = first.length;
    let length = length + 1 + more;
    let ends = place.may_end(length) && !place.rest()[length..].starts_with(':');
    let book = BOOKS.contains(&word_before(place));
    let told = book
        || second.len() != 2
        || first.fraction.is_some()
        || follows_any(place, &["ratio", "odds", "scale", "of"]);
    let second = second.parse().ok()?;
    let between = if book { "" } else { "to" };
    let words = spell::join([&words::unsigned(&first, customs), between, &words::cardinal(second, customs)]);
    (ends && told).then(|| Said::new(length, words))
}

/// `42:15`: minutes and seconds, beyond the hours of a day.
fn minutes(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (first, length) =
        digits::run(place.rest()).filter(|(run, _)| run.len() <= 3 && place.begins_free(JOINING))?;
    let behind = place.rest()[length..].strip_prefix(':')?;
    let (second, more) = digits::run(behind).filter(|(run, _)| run.len() == 2)?;
    let length = length + 1 + more;
    let seconds = match second.strip_prefix('0') {
        Some("0") => "minutes".to_owned(),
        Some(last) => format!("oh {}", spell::one_by_one(last, customs)),
        None => words::figures(&second, customs),
    };
    let words = format!("{} {seconds}", words::cardinal(first.parse().ok()?, customs));
    let ends = place.may_end(length) && !place.rest()[length..].starts_with(':');
    ends.then(|| with_fraction(place, Said::new(length, words), customs))
}

/// The same with tenths of a second: `1:58.3`.
fn with_fraction(place: Place<'_>, mut said: Said, customs: &Customs) -> Said {
    let fraction = place.rest()[said.length..].strip_prefix('.').and_then(digits::run);
    if let Some((run, more)) = fraction.filter(|(run, _)| run.len() <= 3) {
        said.length += 1 + more;
        said.words = spell::join([said.words.as_str(), "point", &spell::one_by_one(&run, customs)]);
    }
    said
}

/// `8/7c`: when something is on in the east and in the middle of the country.
fn broadcast(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (first, length) = digits::small(place.rest(), 1..=12).filter(|_| place.begins_free(JOINING))?;
    let (second, more) = digits::small(place.rest()[length..].strip_prefix('/')?, 1..=12)?;
    let length = length + 1 + more + 1;
    let central = place.rest()[length - 1..].starts_with(['c', 'C']) && place.may_end(length);
    let hours = [first, second].map(|hour| words::cardinal(u64::from(hour), customs));
    central.then(|| Said::new(length, format!("{} {} central", hours[0], hours[1])))
}

/// Reads what is at the place as a time of day, as somebody asked.
pub(super) fn as_asked(place: Place<'_>, customs: &Customs) -> Option<String> {
    let said = TABLE.iter().find_map(|rule| (rule.read)(place, customs))?;
    (said.length == place.rest().len()).then_some(said.words)
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn times_are_said_as_on_the_clock() {
        assert_eq!(american("at 7:05 p.m. or 9am."), "at seven oh five p m or nine a- m.");
        assert_eq!(american("from 3:00 to 14:30"), "from three o'clock to fourteen thirty");
        assert_eq!(british("the 14.05 to Crewe, 7.30pm"), "the fourteen oh five to Crewe, seven thirty p m");
        assert_eq!(american("at 0630 hours"), "at oh six thirty hours");
    }

    #[test]
    fn what_is_measured_has_hours_and_seconds() {
        assert_eq!(american("in 2:01:09"), "in two hours one minute nine seconds");
        assert_eq!(american("mix it 2:1"), "mix it two to one");
    }
}
