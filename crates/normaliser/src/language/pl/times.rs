//! Times of day. The hour is a feminine ordinal in the case of its preposition, minutes are cardinals: `o siódmej
//! czterdzieści pięć`. A bare number is an hour where the words around it say so.

use crate::customs::Customs;
use crate::language::pl::cardinal::cardinal;
use crate::language::pl::governors;
use crate::language::pl::ordinal::{self, ordinal};
use crate::language::slavic::grammar::{Agreement, Case, Gender};
use crate::parse::{digits, time};
use crate::place::Place;
use crate::rule::Said;

/// `7:45`, `o 19.30`.
pub(super) fn time(place: Place<'_>, _: &Customs) -> Option<Said> {
    if !place.begins_word() || place.before().ends_with(':') {
        return None;
    }
    let time = time::with_minutes(place.rest(), &[':']).or_else(|| with_stop(place))?;
    place.may_end(time.length).then_some(())?;
    let mut words = hour(u64::from(time.hour), case(place))?;
    let minutes = u64::from(time.minute?);
    if minutes > 0 || time.second.is_some() || time.hour == 0 {
        words.push(' ');
        words.push_str(&two_digits(minutes)?);
    }
    if let Some(second) = time.second {
        words.push(' ');
        words.push_str(&two_digits(u64::from(second))?);
    }
    Some(Said::new(time.length, words))
}

/// `19.30` where it can only be a time.
fn with_stop(place: Place<'_>) -> Option<time::Time> {
    let time = time::with_minutes(place.rest(), &['.'])?;
    let word = governors::word(place).unwrap_or_default();
    let by_word =
        matches!(word.as_str(), "o" | "po" | "przed" | "około" | "ok" | "od" | "do" | "między" | "na")
            || is_hour_word(&word)
            || is_hour_word(&place.previous_word().to_lowercase())
            || place.before().trim_end().ends_with("godz.");
    let of_day = is_part_of_day(place.rest()[time.length..].trim_start());
    (by_word || of_day).then_some(time)
}

/// `o 9`, `od 8 do 20`, `przed 5`, `godz. 12`: an hour without minutes.
pub(super) fn bare_hour(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (number, length) = digits::small(text, 0..=24).filter(|_| place.begins_word())?;
    if !place.may_end(length) || text[length..].starts_with(['%', ':', '/', '-', '+']) {
        return None;
    }
    if text[length..].starts_with([',', '.']) && text[length + 1..].starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    is_hour(place, length).then(|| Some(Said::new(length, hour(u64::from(number), case(place))?)))?
}

/// `godz. 8–16`: from one hour to another.
pub(super) fn hours(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let behind_word = place.before().trim_end().trim_end_matches('.');
    is_hour_word(&crate::place::last_word(behind_word).to_lowercase()).then_some(())?;
    let (first, length) = hour_and_minutes(text)?;
    let dash = text[length..].chars().next().filter(|c| matches!(c, '–' | '-' | '—'))?;
    let start = length + dash.len_utf8();
    let (second, more) = hour_and_minutes(&text[start..])?;
    place.may_end(start + more).then(|| Said::new(start + more, format!("od {first} do {second}")))
}

/// An hour, perhaps with minutes, in the genitive, and its length.
fn hour_and_minutes(text: &str) -> Option<(String, usize)> {
    if let Some(time) = time::with_minutes(text, &[':', '.']) {
        let hour = hour(u64::from(time.hour), Case::Genitive)?;
        let minutes = time.minute.filter(|minute| *minute > 0).map(|minute| two_digits(u64::from(minute)));
        let words = minutes.flatten().map_or_else(|| hour.clone(), |minutes| format!("{hour} {minutes}"));
        return Some((words, time.length));
    }
    let (number, length) = digits::small(text, 0..=24)?;
    Some((hour(u64::from(number), Case::Genitive)?, length))
}

/// Whether the words around a small number make it an hour.
fn is_hour(place: Place<'_>, length: usize) -> bool {
    let behind = place.rest()[length..].trim_start();
    if is_part_of_day(behind) || is_part_of_day(behind_listed(behind)) {
        return true;
    }
    if is_hour_word(&place.previous_word().to_lowercase()) || place.before().trim_end().ends_with("godz.") {
        return true;
    }
    let next = place.next_word(length);
    let links = matches!(
        next,
        "i" | "a"
            | "do"
            | "lub"
            | "w"
            | "we"
            | "z"
            | "na"
            | "nie"
            | "jest"
            | "będzie"
            | "bo"
            | "przy"
            | "pod"
            | "u"
    );
    let symbol = behind.starts_with(|c: char| {
        matches!(c, '%' | '°' | '€' | '$' | '£' | '–' | '-' | '×') || c.is_ascii_digit()
    });
    if !(next.is_empty() || links) || symbol {
        return false;
    }
    match governors::word(place).as_deref() {
        Some("o") => !is_difference(place),
        Some("przed" | "po") => next.is_empty(),
        Some("od" | "do" | "około" | "ok" | "między" | "na") => is_opening(place),
        _ => false,
    }
}

/// Whether `o 5` is by how much, not when.
fn is_difference(place: Place<'_>) -> bool {
    const STEMS: &[&str] = &[
        "wzros", "spad", "zmniejsz", "zwiększ", "różn", "młods", "stars", "więc", "mniej", "wyż", "niż",
        "podni", "obniż", "skró", "wydłuż", "przesun", "urós", "urosł", "gra", "chodzi", "mówi", "pyta",
        "prosi", "założy", "dłuż", "krót",
    ];
    let before = place.before().trim_end();
    let outer = before.strip_suffix(['o', 'O']).unwrap_or(before);
    let word = crate::place::last_word(outer).to_lowercase();
    STEMS.iter().any(|stem| word.starts_with(stem))
}

/// Whether the sentence is about when something is open or goes on.
fn is_opening(place: Place<'_>) -> bool {
    const STEMS: &[&str] = &[
        "czynn",
        "otwart",
        "zamknięt",
        "pracuj",
        "godzin",
        "sklep",
        "trwa",
        "zajęcia",
        "lekcj",
        "dyżur",
        "zapraszamy",
        "spotkan",
        "biuro",
        "recepcj",
        "restaurac",
        "zaczyna",
        "kończy",
        "śpi",
        "cisza",
        "przerw",
        "wykład",
        "zmian",
        "korki",
        "kas",
        "poczt",
        "muzeum",
        "bibliotek",
        "apteka",
        "urząd",
        "przyjmuj",
        "przychodn",
        "odpoczyw",
    ];
    let before = place.before();
    let sentence = before.rfind(['.', '!', '?', '\n']).map_or(before, |at| &before[at..]).to_lowercase();
    sentence.split(|c: char| !c.is_alphabetic()).any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

fn is_hour_word(word: &str) -> bool {
    matches!(word, "godz" | "godzina" | "godzinie" | "godziny" | "godzinę" | "godziną" | "godzinach")
}

fn is_part_of_day(text: &str) -> bool {
    ["rano", "wieczorem", "po południu", "w nocy", "nad ranem", "w południe"]
        .iter()
        .any(|part| text.starts_with(part))
}

/// What stands behind another hour with which the first is listed.
fn behind_listed(text: &str) -> &str {
    let rest = ["do ", "a ", "i ", "lub ", "–", "-"].iter().find_map(|link| text.strip_prefix(link));
    rest.map_or("", |rest| rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit()).trim_start())
}

/// The hour; the zeroth has no ordinal.
fn hour(number: u64, case: Case) -> Option<String> {
    if number == 0 {
        return Some("zero".to_owned());
    }
    ordinal(number, ordinal::Place::new(case, Gender::Feminine))
}

fn two_digits(number: u64) -> Option<String> {
    let words = cardinal(number, Agreement::plain(Case::Nominative))?;
    Some(match number {
        0 => "zero zero".to_owned(),
        1..=9 => format!("zero {words}"),
        _ => words,
    })
}

/// The case of an hour by the preposition or the word `godzina` before it.
fn case(place: Place<'_>) -> Case {
    let word = match place.previous_word().to_lowercase() {
        word if word.is_empty() => governors::word(place).unwrap_or_default(),
        word if is_hour_word(&word) => word,
        _ => governors::word(place).unwrap_or_default(),
    };
    match word.as_str() {
        "o" | "po" | "w" | "przy" | "godzinie" => Case::Locative,
        "na" | "godzinę" | "za" => Case::Accusative,
        "przed" | "między" | "pomiędzy" | "godziną" => Case::Instrumental,
        "godz" => Case::Locative,
        word if word == "godziny" || governors::governed(word).first() == Some(&Case::Genitive) => {
            Case::Genitive
        }
        _ => Case::Nominative,
    }
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("pl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn hours_are_ordinals() {
        assert_eq!(said("Wstaję o 6:05."), "Wstaję o szóstej zero pięć.");
        assert_eq!(said("do 22:00"), "do dwudziestej drugiej");
        assert_eq!(said("na 9:15"), "na dziewiątą piętnaście");
        assert_eq!(said("Spotkanie o 10."), "Spotkanie o dziesiątej.");
        assert_eq!(said("o godz. 17.45"), "o godzinie siedemnastej czterdzieści pięć");
        assert_eq!(said("w godz. 8–16"), "w godzinach od ósmej do szesnastej");
        assert_eq!(said("apteka otwarta od 9 do 17"), "apteka otwarta od dziewiątej do siedemnastej");
    }

    #[test]
    fn other_numbers_are_no_hours() {
        assert_eq!(said("wzrosła o 5."), "wzrosła o pięć.");
        assert_eq!(said("liczby od 1 do 10"), "liczby od jednego do dziesięciu");
        assert_eq!(said("po 8 godzinach"), "po ośmiu godzinach");
    }
}
