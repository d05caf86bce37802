//! Dates: `31.12.2025`, `1. Sept. 1971`, `vom 28.02. bis zum 01.03.`, `2024-02-29`, and the days of the week.

use super::grammar::{Ending, ordinal_ending};
use super::ordinals;
use super::years;
use crate::customs::Customs;
use crate::parse::date::{self, Date};
use crate::parse::digits;
use crate::place::{Place, first_word, last_word};
use crate::rule::{Rule, Said, Starts};

/// Before versions, which these look like.
pub(super) const BEFORE_VERSIONS: &[Rule] =
    &[Rule { name: "date", starts: Starts::Digit, read: of_short_year }];

pub(super) const RULES: &[Rule] = &[
    Rule { name: "date", starts: Starts::Digit, read: in_figures },
    Rule { name: "date", starts: Starts::Digit, read: with_month },
    Rule { name: "weekday", starts: Starts::Letter, read: weekday },
];

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// Short forms, without their full stop.
const SHORT_MONTHS: &[(&str, usize)] = &[
    ("Jan", 1),
    ("Jän", 1),
    ("Jänner", 1),
    ("Feb", 2),
    ("Febr", 2),
    ("Mär", 3),
    ("Mrz", 3),
    ("Apr", 4),
    ("Jun", 6),
    ("Jul", 7),
    ("Aug", 8),
    ("Sep", 9),
    ("Sept", 9),
    ("Okt", 10),
    ("Nov", 11),
    ("Dez", 12),
];

const WEEKDAYS: &[(&str, &str)] = &[
    ("Mo", "Montag"),
    ("Di", "Dienstag"),
    ("Mi", "Mittwoch"),
    ("Do", "Donnerstag"),
    ("Fr", "Freitag"),
    ("Sa", "Samstag"),
    ("So", "Sonntag"),
];

/// `08.03.99`, which looks like a version: with zeros, or behind a word that stands before days.
fn of_short_year(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let date = date::with_year(rest, &['.'], customs.dates).filter(|_| place.begins_word())?;
    let word = last_word(place.before());
    let asked =
        matches!(word, "vom" | "Vom" | "am" | "Am" | "bis" | "zum" | "seit" | "Seit" | "dem" | "ab" | "Ab");
    let padded = date.length == "08.03.99".len() && (rest.starts_with('0') || rest[3..].starts_with('0'));
    let goes_on =
        rest[date.length..].strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_numeric));
    let short = date.year.is_some_and(|year| year.digits == 2);
    (short && (asked || padded) && !goes_on)
        .then(|| Some(Said::new(date.length, said(&date, ending(place), customs)?)))?
}

/// `31.12.2025`, `31.12.`, `2025-12-31`.
fn in_figures(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let date = date::year_first(rest)
        .or_else(|| date::with_year(rest, &['.', '/'], customs.dates))
        .or_else(|| without_year(rest).filter(|date| is_date(place, date)))
        .filter(|_| place.begins_word())?;
    Some(Said::new(date.length, said(&date, ending(place), customs)?))
}

/// A date in figures in words, its day with this ending.
pub(super) fn said(date: &Date, ending: Ending, customs: &Customs) -> Option<String> {
    let month = MONTHS.get(date.month as usize - 1)?;
    let mut words = format!("{} {month}", ordinals::said(date.day?.into(), ending, customs)?);
    if let Some(year) = date.year {
        let zero = if year.digits == 2 && year.number < 10 { "null " } else { "" };
        words.push_str(&format!(" {zero}{}", years::said(year.number.into(), customs)));
    }
    Some(words)
}

/// `28.02.`, which a decimal is not, for it has a mark behind it.
fn without_year(text: &str) -> Option<Date> {
    let (day, first) = digits::small(text, 1..=31)?;
    let rest = text[first..].strip_prefix('.')?;
    let rest = rest.strip_prefix([' ', '\u{A0}']).unwrap_or(rest);
    let (month, second) = digits::small(rest, 1..=12)?;
    let behind = rest[second..].strip_prefix('.')?;
    let length = text.len() - behind.len();
    let goes_on = behind.starts_with(char::is_numeric) || behind.strip_prefix('.').is_some();
    (!goes_on).then_some(Date { year: None, month, day: Some(day), length })
}

/// Whether two numbers with full stops are a day and its month: within a sentence, with a nought (`03.10.`), or
/// behind a word that dates have before them; `iOS 17.4.` at the end of a sentence is none.
fn is_date(place: Place<'_>, date: &Date) -> bool {
    let (written, behind) = place.rest().split_at(date.length);
    let padded = written.split(['.', ' ', '\u{A0}']).any(|part| part.len() == 2 && part.starts_with('0'));
    let goes_on = behind.trim_start().starts_with(|c: char| {
        c.is_lowercase() || c.is_numeric() || matches!(c, ',' | '–' | '-' | ')' | '/' | ':' | ';')
    });
    padded || goes_on || may_precede_date(place.before())
}

fn may_precede_date(before: &str) -> bool {
    const WORDS: &[&str] =
        &["am", "vom", "bis", "zum", "der", "den", "dem", "des", "ab", "seit", "beim", "heute", "morgen"];
    let bare = before.trim_end();
    let word = last_word(bare.trim_end_matches([',', '.', ':']));
    let joined = ["und", "oder"]
        .iter()
        .any(|joint| bare.strip_suffix(joint).is_some_and(|earlier| earlier.trim_end().ends_with('.')));
    WORDS.contains(&word.to_lowercase().as_str()) || joined || is_day(word) || bare.ends_with(['–', '-', '/'])
}

/// A day of the week, short or whole.
fn is_day(word: &str) -> bool {
    WEEKDAYS.iter().any(|(short, name)| *short == word || *name == word)
}

/// `1. Sept. 1971`, `15. März`, `9. August 2024`.
fn with_month(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (day, first) = digits::small(rest, 1..=31)?;
    let behind = rest[first..].strip_prefix('.')?;
    let (name, more) = month(behind.trim_start())?;
    if !place.begins_word() || !behind.starts_with([' ', '\u{A0}']) {
        return None;
    }
    let end_of_day = first + 1;
    let end_of_month = rest.len() - behind.trim_start().len() + more;
    let said =
        Said::new(end_of_day, ordinals::said(day.into(), ending(place), customs)?).then(end_of_month, name);
    Some(match year(&rest[end_of_month..]) {
        Some((number, length)) => said.then(end_of_month + length, &years::said(number, customs)),
        None => said,
    })
}

/// A month's name and the length of what stands for it.
fn month(text: &str) -> Option<(&'static str, usize)> {
    let word = first_word(text);
    if let Some(name) = MONTHS.iter().find(|name| **name == word) {
        return Some((name, word.len()));
    }
    let number = SHORT_MONTHS.iter().find(|(short, _)| *short == word)?.1;
    let dot = usize::from(text[word.len()..].starts_with('.'));
    Some((MONTHS[number - 1], word.len() + dot))
}

/// A year of four digits behind a space.
fn year(text: &str) -> Option<(u64, usize)> {
    let bare = text.strip_prefix([' ', '\u{A0}'])?;
    let (digits, length) = digits::run(bare).filter(|(digits, _)| digits.len() == 4)?;
    let ends = !bare[length..].starts_with([':', ',']) || !bare[length + 1..].starts_with(char::is_numeric);
    ends.then(|| digits.parse().ok().map(|year| (year, text.len() - bare.len() + length)))?
}

/// A day alone is strong (`Montag, 6. Mai`), and behind an article as that asks.
fn ending(place: Place<'_>) -> Ending {
    let before = place.before();
    ordinal_ending(before, "Tag").or_else(|| in_range(before)).unwrap_or(Ending::Er)
}

/// `vom 5. bis 9. August`, `5.–9. August`.
fn in_range(before: &str) -> Option<Ending> {
    before.ends_with(['–', '-']).then_some(Ending::En)
}

/// `Di.`, `Mo–Fr`, `So geschlossen`: with a full stop, or beside another day or a time.
fn weekday(place: Place<'_>, _: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    let (_, name) = WEEKDAYS.iter().find(|(short, _)| *short == word)?;
    let behind = &place.rest()[word.len()..];
    let dotted = behind.starts_with('.');
    let beside = is_span(behind) || place.before().ends_with(['–', '-']) || before_time(behind);
    let closed = [" geschlossen", " Ruhetag", " zu"].iter().any(|after| behind.starts_with(after));
    let listed = word == "So" && closed;
    if !(dotted || beside || listed) || (dotted && !is_dotted_day(place, word, behind)) {
        return None;
    }
    let length = word.len() + usize::from(dotted && !ends_sentence(behind));
    let mut said = Said::new(length, *name);
    if let Some(dash) = ['–', '-']
        .into_iter()
        .find(|dash| behind.trim_start_matches('.').starts_with(*dash))
        .filter(|_| is_span(behind))
    {
        let at = word.len() + behind.find(dash)? + dash.len_utf8();
        said = Said::new(at, format!("{name} bis"));
    }
    Some(said)
}

/// Whether a time follows, with its minutes or `Uhr`.
fn before_time(behind: &str) -> bool {
    let time = behind.trim_start();
    let figures = digits::run(time).filter(|_| time.len() < behind.len());
    figures.is_some_and(|(_, length)| {
        let after = &time[length..];
        after.starts_with([':', '–']) || after.trim_start().starts_with("Uhr")
    })
}

/// Whether a dash and another day follow.
fn is_span(behind: &str) -> bool {
    let behind = behind.strip_prefix('.').unwrap_or(behind);
    let other = behind.strip_prefix(['–', '-']).map(str::trim_start).map(first_word);
    other.is_some_and(|other| WEEKDAYS.iter().any(|(short, _)| *short == other))
}

/// `So.` and `Fr.` may be the end of a sentence or a lady: not before a name or title.
fn is_dotted_day(place: Place<'_>, word: &str, behind: &str) -> bool {
    let after = behind.strip_prefix('.').unwrap_or(behind);
    let next = first_word(after);
    let before = place.previous_word();
    let by_context = matches!(
        before,
        "am" | "Am" | "bis" | "und" | "ab" | "jeden" | "von" | "vom" | "Montag" | "schließen" | "öffnen"
    );
    match word {
        "Fr" => by_context || !next.starts_with(char::is_uppercase),
        "So" | "Do" | "Mi" => {
            by_context
                || is_day(last_word(place.before().trim_end_matches(['.', ',', ' '])))
                || goes_on(after)
        }
        _ => true,
    }
}

/// Whether what follows a short day and its full stop is more of a time: `So. 14 Uhr`, `Mi., dem 3. Mai`, `Do. geschlossen`.
fn goes_on(after: &str) -> bool {
    let next = after.trim_start();
    let date = digits::small(next, 1..=31).is_some_and(|(_, length)| next[length..].starts_with('.'));
    let word = first_word(next);
    after.starts_with([',', '–', '-'])
        || before_time(after)
        || date
        || is_day(word)
        || next.starts_with(char::is_lowercase)
}

fn ends_sentence(behind: &str) -> bool {
    behind[1..].trim().is_empty()
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn dates_are_said_with_their_months() {
        assert_eq!(read("bis zum 03.10.2024."), "bis zum dritten Oktober zweitausend vierundzwanzig.");
        assert!(!read("Hier läuft Android 11.4.").contains("April"));
        assert!(!read("Das Ergebnis liegt bei 4.7. Das reicht.").contains("Juli"));
        assert!(read("Wir kommen am 4.7.").contains("vierten Juli"));
        assert_eq!(read("Der 7.2. war kalt."), "Der siebte Februar war kalt.");
        assert_eq!(
            read("am 2. Nov. 1984 nachts"),
            "am zweiten November neunzehnhundert vierundachtzig nachts"
        );
    }

    #[test]
    fn days_of_the_week_are_written_out() {
        assert_eq!(read("Mo–Fr zu"), "Montag bis Freitag zu");
        assert_eq!(read("am Di. und Do. nicht"), "am Dienstag und Donnerstag nicht");
        assert_eq!(read("So ist das."), "So ist das.");
        assert_eq!(read("Mal so. So. Nun los."), "Mal so. So. Nun los.");
        assert_eq!(read("Es kam so. So. Das reicht."), "Es kam so. So. Das reicht.");
        assert!(read("Geöffnet So. 15 Uhr").contains("Sonntag"));
    }
}
