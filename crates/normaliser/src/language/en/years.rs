//! Years: `1492`, `the 1840s`, `'07`, `AD 44`, `1789–97`, `2024/25`.

use crate::customs::Customs;
use crate::language::en::context::{follows_any, is_plural};
use crate::language::en::words;
use crate::parse::digits;
use crate::parse::number::Number;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "decade", starts: Starts::DigitOrMark, read: decade },
    Rule { name: "year", starts: Starts::Mark, read: short },
    Rule { name: "year", starts: Starts::Digit, read: span },
    Rule { name: "year", starts: Starts::Digit, read: of_an_era },
    Rule { name: "year", starts: Starts::Letter, read: era_first },
];

/// Bare numbers of four digits that are read as years where nothing is counted.
const YEARS: std::ops::Range<u64> = 1001..2100;
const APOSTROPHES: [char; 3] = ['\'', '’', '‘'];
const ERAS: &[&str] = &["BC", "BCE", "CE", "AD", "B.C.", "B.C.E.", "C.E.", "A.D."];

/// Words before a year; behind them nothing is counted.
const BEFORE: &[&str] = &[
    "in", "since", "by", "the", "of", "from", "until", "till", "before", "after", "during", "year", "circa",
    "early", "late", "and", "to", "through",
];

/// The words for a number if it is a year.
pub(super) fn year(place: Place<'_>, number: &Number, customs: &Customs) -> Option<String> {
    let value = number.count().filter(|value| YEARS.contains(value))?;
    let written = number.whole.len() == 4 && !number.grouped;
    let before = BEFORE.contains(&place.previous_word().to_lowercase().as_str());
    let counted = is_plural(place.next_word(number.length)) && !before;
    (written && !counted).then(|| words::year(value, customs))
}

/// `1970s`, `'60s`, `1600s`.
fn decade(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let bare = rest.strip_prefix(APOSTROPHES).unwrap_or(rest);
    let short = bare.len() < rest.len();
    let (run, length) = digits::run(bare).filter(|_| place.begins_word())?;
    let behind = ["'s", "’s", "s"].into_iter().find(|suffix| bare[length..].starts_with(suffix))?;
    let end = rest.len() - bare.len() + length + behind.len();
    let fits = if short { run.len() == 2 } else { run.len() == 4 } && run.ends_with('0');
    let value: u64 = run.parse().ok()?;
    let said = match value % 1000 {
        0 if !short => words::cardinal(value, customs),
        _ if short => words::cardinal(value, customs),
        _ => words::year(value, customs),
    };
    (fits && place.may_end(end)).then(|| Said::new(end, words::plural(&said)))
}

/// `'07`, `'99`.
fn short(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let bare = place.rest().strip_prefix(APOSTROPHES)?;
    let (run, length) = digits::run(bare).filter(|(run, _)| run.len() == 2 && place.begins_word())?;
    let length = place.rest().len() - bare.len() + length;
    let quoted = place.rest()[length..].starts_with(APOSTROPHES);
    (place.may_end(length) && !quoted).then(|| Said::new(length, two_digits(&run, customs)))
}

/// The last two digits of a year: `oh seven`, `ninety-nine`.
pub(super) fn two_digits(run: &str, customs: &Customs) -> String {
    let value: u64 = run.parse().unwrap_or_default();
    match run.strip_prefix('0') {
        Some("0") => "two thousand".to_owned(),
        Some(_) => format!("oh {}", words::cardinal(value, customs)),
        None => words::cardinal(value, customs),
    }
}

/// `1939–1945`, `1789–97`, `2024/25`.
fn span(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (first, start) = digits::run(rest).filter(|(first, _)| first.len() == 4 && place.begins_word())?;
    let mark = rest[start..].chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '/'))?;
    let (second, more) = digits::run(&rest[start + mark.len_utf8()..])?;
    let length = start + mark.len_utf8() + more;
    let (from, to): (u64, u64) = (first.parse().ok()?, second.parse().ok()?);
    let goes_on = rest[length..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/'));
    let later = if second.len() == 2 {
        to == (from + 1) % 100 || (mark != '/' && to > from % 100)
    } else {
        to > from
    };
    let fits =
        YEARS.contains(&from) && matches!(second.len(), 2 | 4) && (second.len() == 2 || YEARS.contains(&to));
    let free = !place.previous().is_some_and(|c| matches!(c, '-' | '–' | '/' | '.' | '$'));
    let end = if second.len() == 2 { two_digits(&second, customs) } else { words::year(to, customs) };
    (fits && later && free && !goes_on)
        .then(|| Said::new(length, format!("{} to {end}", words::year(from, customs))))
}

/// `44 BC`, `450 BCE`.
fn of_an_era(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (run, length) = digits::run(rest).filter(|(run, _)| run.len() <= 4 && place.begins_word())?;
    let behind = rest[length..].strip_prefix(' ').unwrap_or(&rest[length..]);
    let start = rest.len() - behind.len();
    let era = ERAS.iter().rev().find(|era| behind.starts_with(*era) && place.may_end(start + era.len()))?;
    let free = !place.previous().is_some_and(|c| matches!(c, '.' | ','));
    free.then(|| {
        Said::new(length, words::year(run.parse().unwrap_or_default(), customs))
            .then(start + era.len(), &spell::characters(era, customs))
    })
}

/// `AD 44`, `c. 450`.
fn era_first(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (before, said) = [
        ("AD ", spell::characters("AD", customs)),
        ("A.D. ", spell::characters("AD", customs)),
        ("c. ", "circa".to_owned()),
        ("c.", "circa".to_owned()),
        ("ca. ", "circa".to_owned()),
    ]
    .into_iter()
    .find(|(before, _)| rest.starts_with(before))?;
    let (run, length) = digits::run(&rest[before.len()..])
        .filter(|(run, _)| (2..=4).contains(&run.len()) && place.begins_word())?;
    let chapter = before == "c. " && follows_any(place, &["see", "in"]);
    let end = before.len() + length;
    let year = words::year(run.parse().ok()?, customs);
    (!chapter && place.may_end(end)).then(|| Said::new(before.trim_end().len(), said).then(end, &year))
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn years_and_counts() {
        assert_eq!(
            american("In 1984 we sold 1984 books."),
            "In nineteen eighty-four we sold one thousand nine hundred eighty-four books."
        );
        assert_eq!(british("since 2004"), "since two thousand and four");
    }

    #[test]
    fn decades_and_spans() {
        assert_eq!(
            american("the 1920s, the '80s and the 1700s"),
            "the nineteen twenties, the eighties and the seventeen hundreds"
        );
        assert_eq!(
            american("1861–65, 2019/20"),
            "eighteen sixty-one to sixty-five, twenty nineteen to twenty"
        );
        assert_eq!(american("c. 300 BC"), "circa three hundred b c");
        assert_eq!(american("class of '05"), "class of oh five");
    }
}
