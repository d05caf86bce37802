//! Dates and years: those before 2000 in hundreds.

use crate::customs::Customs;
use crate::parse::{date as parse, digits, range};
use crate::place::{Place, first_word, last_word};
use crate::rule::Said;

use super::numbers::{cardinal, is_postposition};

const MONTHS: [&str; 12] =
    ["जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"];

/// Other spellings of months, behind which a year may stand.
const MONTHS_TOO: &[&str] = &["फरवरी", "सितम्बर", "अक्तूबर", "नवम्बर", "दिसम्बर", "अगस्‍त"];

pub(super) fn date(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let date = parse::year_first(text).or_else(|| parse::with_year(text, &['/', '-', '.'], customs.dates))?;
    let day = cardinal(date.day?.into(), customs);
    let month = MONTHS.get(date.month as usize - 1)?;
    let year = year_words(date.year?.number.into(), customs);
    Some(Said::new(date.length, format!("{day} {month} {year}")))
}

/// उन्नीस सौ सैंतालीस, दो हज़ार चार.
fn year_words(year: u64, customs: &Customs) -> String {
    if !(1100..2000).contains(&year) {
        return cardinal(year, customs);
    }
    let hundreds = format!("{} सौ", cardinal(year / 100, customs));
    if year.is_multiple_of(100) { hundreds } else { format!("{hundreds} {}", cardinal(year % 100, customs)) }
}

/// A year of the second millennium, if the words around say that it is one.
pub(super) fn year(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let (year, length) = digits::run(text).filter(|(digits, _)| digits.len() == 4)?;
    let year = year.parse().ok().filter(|year| (1100..2000).contains(year))?;
    let behind = &text[length..];
    let is_year = place.begins_word() && (follows_date(place) || goes_on_as_a_year(behind));
    is_year.then(|| Said::new(length, year_words(year, customs)))
}

fn follows_date(place: Place<'_>) -> bool {
    let before = place.before().trim_end().trim_end_matches(',');
    let word = last_word(before);
    MONTHS.contains(&word)
        || MONTHS_TOO.contains(&word)
        || matches!(word, "सन्" | "सन" | "वर्ष" | "साल" | "ईस्वी")
}

fn goes_on_as_a_year(behind: &str) -> bool {
    let word = first_word(behind);
    let next = first_word(behind.trim_start().get(word.len()..).unwrap_or_default());
    let compares = matches!(next, "से" | "ज़्यादा" | "ज्यादा" | "अधिक" | "कम" | "ऊपर");
    let second = behind.chars().next().filter(|c| range::is_mark(*c));
    let years = second.is_some_and(|mark| {
        digits::run(&behind[mark.len_utf8()..]).is_some_and(|(digits, _)| matches!(digits.len(), 2 | 4))
    });
    years || (behind.starts_with(' ') && is_postposition(word) && !compares)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    fn read(rule: fn(Place<'_>, &Customs) -> Option<Said>, text: &str) -> Option<String> {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        rule(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn dates_are_read_with_the_name_of_the_month() {
        assert_eq!(read(date, "5/8/1987").as_deref(), Some("पाँच अगस्त उन्नीस सौ सत्तासी"));
        assert_eq!(read(date, "2021-01-26").as_deref(), Some("छब्बीस जनवरी दो हज़ार इक्कीस"));
    }

    #[test]
    fn what_stands_around_makes_a_year() {
        assert_eq!(read(year, "1920 में").as_deref(), Some("उन्नीस सौ बीस"));
        assert_eq!(read(year, "मई, 1920").as_deref(), Some("उन्नीस सौ बीस"));
        for count in ["1920 लोग", "1920 से ज़्यादा", "1920 में से", "2012 में", "1920।"]
        {
            assert_eq!(read(year, count), None, "{count}");
        }
    }
}
