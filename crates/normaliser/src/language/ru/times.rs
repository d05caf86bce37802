//! Times of day: `7:45`, `14:00`. Hours and minutes are cardinals in the case of their preposition.

use crate::customs::Customs;
use crate::language::ru::cardinal::{cardinal, form};
use crate::language::ru::governors;
use crate::language::ru::nouns::HOUR;
use crate::language::slavic::grammar::{Agreement, Case, Gender};
use crate::parse::time;
use crate::place::Place;
use crate::rule::Said;

/// `7:45`, `21:10:05`, and with a full stop behind a word for it: `в 7.45`.
pub(super) fn time(place: Place<'_>, _: &Customs) -> Option<Said> {
    if !place.begins_word() || place.before().ends_with(':') {
        return None;
    }
    let text = place.rest();
    let time = time::with_minutes(text, &[':']).or_else(|| with_stop(place))?;
    place.may_end(time.length).then_some(())?;
    let case = case(place);
    let hour = cardinal(u64::from(time.hour), Agreement::plain(case))?;
    let minutes = u64::from(time.minute?);
    if minutes == 0 && time.second.is_none() {
        let ahead = text[time.length..].trim_start().starts_with("час");
        let hours =
            if ahead { String::new() } else { format!(" {}", HOUR.said(form(u64::from(time.hour), case))) };
        return Some(Said::new(time.length, format!("{hour}{hours}")));
    }
    let mut words = format!("{hour} {}", two_digits(minutes, case)?);
    if let Some(second) = time.second {
        words.push(' ');
        words.push_str(&two_digits(u64::from(second), case)?);
    }
    Some(Said::new(time.length, words))
}

/// `7.45` where it can only be a time.
fn with_stop(place: Place<'_>) -> Option<time::Time> {
    let time = time::with_minutes(place.rest(), &['.'])?;
    let word = governors::word(place)?;
    let rest = place.rest()[time.length..].trim_start();
    let of_day = ["утра", "вечера", "дня", "ночи"].iter().any(|part| rest.starts_with(part));
    (of_day || matches!(word.as_str(), "в" | "к" | "начало" | "время")).then_some(time)
}

/// Minutes with the zero before a single digit.
fn two_digits(number: u64, case: Case) -> Option<String> {
    let words = cardinal(number, Agreement::new(case, Gender::Masculine))?;
    Some(match number {
        0 => "ноль ноль".to_owned(),
        1..=9 => format!("ноль {words}"),
        _ => words,
    })
}

fn case(place: Place<'_>) -> Case {
    let cases = governors::cases(place);
    match cases.first() {
        Some(Case::Genitive) => Case::Genitive,
        Some(Case::Dative) => Case::Dative,
        Some(Case::Instrumental) => Case::Instrumental,
        _ => Case::Nominative,
    }
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("ru")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn times() {
        assert_eq!(said("Буду в 9:05."), "Буду в девять ноль пять.");
        assert_eq!(said("до 22:00"), "до двадцати двух часов");
        assert_eq!(said("в 21:00"), "в двадцать один час");
        assert_eq!(said("в 6.30 утра"), "в шесть тридцать утра");
    }
}
