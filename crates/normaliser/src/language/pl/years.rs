//! Years and decades: `w 1945 roku`, `rok 2000`, `z 2015 r.`, `lata 90.`, `w 1807`.

use crate::customs::Customs;
use crate::language::abbreviation::with_stop;
use crate::language::pl::governors;
use crate::language::pl::ordinal::{self, ordinal};
use crate::language::slavic::context::{Between, governor};
use crate::language::slavic::gap::{space, word_at};
use crate::language::slavic::grammar::{Case, Gender};
use crate::parse::digits;
use crate::place::{Place, first_word};
use crate::rule::Said;

const NOTHING: Between = Between { adverbs: &[], links: &[], short: &[] };

/// A year with the word for it behind: `1945 roku`, `1910 r.`
pub(super) fn year(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (number, length) = figures(text, place)?;
    let start = length + space(&text[length..]);
    let word = word_at(&text[start..]);
    let case = match word {
        "rok" => direct(place),
        "roku" | "r" => case(place).filter(|case| *case != Case::Instrumental).unwrap_or(Case::Genitive),
        "rokiem" => Case::Instrumental,
        "rokowi" => Case::Dative,
        _ => return None,
    };
    let said = Said::new(length, ordinal(number, ordinal::Place::new(case, Gender::Masculine))?);
    if word != "r" {
        return (number > 1).then_some(said);
    }
    let dotted = text[start + 1..].starts_with('.') && number > 99;
    dotted.then(|| said.then(with_stop(text, start + 1), spoken(case)))
}

fn spoken(case: Case) -> &'static str {
    match case {
        Case::Nominative | Case::Accusative => "rok",
        Case::Instrumental => "rokiem",
        Case::Dative => "rokowi",
        Case::Genitive | Case::Locative => "roku",
    }
}

fn direct(place: Place<'_>) -> Case {
    if governors::cases(place).first() == Some(&Case::Accusative) {
        Case::Accusative
    } else {
        Case::Nominative
    }
}

/// `rok 2000`, `roku 1900`, `lata 90.`, `w latach 60. i 70.`: behind the word for it.
pub(super) fn behind_word(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (digits, length) =
        digits::run(text).filter(|(digits, _)| digits.len() <= 4 && place.begins_word())?;
    let number: u64 = digits.parse().ok()?;
    let word = governor(place.before(), &Between { links: &["i", "oraz", "do"], ..NOTHING })?.word;
    let decade = digits.len() == 2 && number.is_multiple_of(10) && number > 0;
    let form = match word.as_str() {
        "lata" if decade => ordinal::Place::plural(Case::Nominative),
        "lat" | "latach" if decade => ordinal::Place::plural(Case::Genitive),
        "latami" if decade => ordinal::Place::plural(Case::Instrumental),
        "latom" if decade => ordinal::Place::plural(Case::Dative),
        _ if number < 100 => return None,
        "rok" => ordinal::Place::new(Case::Nominative, Gender::Masculine),
        "roku" | "r" => {
            let locative = case_of_word(place, &word) == Some(Case::Locative);
            ordinal::Place::new(if locative { Case::Locative } else { Case::Genitive }, Gender::Masculine)
        }
        "rokiem" => ordinal::Place::new(Case::Instrumental, Gender::Masculine),
        _ => return None,
    };
    let words = ordinal(number, form)?;
    // A full stop that does not end the text is the ordinal's, even before a capital: `lat 80. XX wieku`.
    let stop = decade && text[length..].strip_prefix('.').is_some_and(|rest| !rest.trim().is_empty());
    Some(Said::new(if stop { length + 1 } else { length }, words))
}

/// The case of the word before the number, by what governs that.
fn case_of_word(place: Place<'_>, word: &str) -> Option<Case> {
    let before = place.before().trim_end();
    let outer = before.strip_suffix(word).or_else(|| before.strip_suffix('.'))?;
    by_governor(&governor(outer, &NOTHING)?.word)
}

/// A year whose word for it comes with the next one, or not at all: `od 1998 do 2003 roku`, `w 1807`.
pub(super) fn bare(place: Place<'_>, _: &Customs) -> Option<Said> {
    const WHEN: &[&str] = &[
        "w",
        "od",
        "do",
        "po",
        "przed",
        "z",
        "początku",
        "końcu",
        "wiosną",
        "latem",
        "jesienią",
        "zimą",
        "styczniu",
        "lutym",
        "marcu",
        "kwietniu",
        "maju",
        "czerwcu",
        "lipcu",
        "sierpniu",
        "wrześniu",
        "październiku",
        "listopadzie",
        "grudniu",
    ];
    let text = place.rest();
    let (number, length) = figures(text, place).filter(|(number, _)| (1_100..2_100).contains(number))?;
    let word = governors::word(place)?;
    let next = text[length..].trim_start();
    let counts = next.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '°' | '$' | '€'));
    let linked = leads_to_year(next);
    let split = text[length..].starts_with([',', '.', ':', '/'])
        && text[length + 1..].starts_with(|c: char| c.is_ascii_digit());
    (WHEN.contains(&word.as_str()) && (linked || !counts) && !split).then_some(())?;
    let case = by_governor(&word).unwrap_or(Case::Genitive);
    Some(Said::new(length, ordinal(number, ordinal::Place::new(case, Gender::Masculine))?))
}

/// Whether another year follows with the word for both.
fn leads_to_year(rest: &str) -> bool {
    let links = ["do ", "i ", "lub ", "a ", "na ", "–", "-", "—"];
    let Some(rest) = links.iter().find_map(|link| rest.strip_prefix(link)) else { return false };
    let rest = rest.trim_start();
    let Some((_, length)) = digits::run(rest).filter(|(digits, _)| digits.len() == 4) else { return false };
    matches!(first_word(&rest[length..]), "r" | "roku" | "rok" | "rokiem")
}

/// The figures of a year: up to four, and no zero at their head.
fn figures(text: &str, place: Place<'_>) -> Option<(u64, usize)> {
    let (digits, length) = digits::run(text).filter(|(digits, _)| digits.len() <= 4)?;
    let number = digits.parse().ok().filter(|_| !digits.starts_with('0'))?;
    (place.begins_word() && place.may_end(length)).then_some((number, length))
}

/// The case of a year by what governs it.
fn case(place: Place<'_>) -> Option<Case> {
    by_governor(&governors::word(place)?)
}

fn by_governor(word: &str) -> Option<Case> {
    Some(match word {
        "w" | "we" | "o" | "po" | "przy" => Case::Locative,
        "na" | "za" => Case::Accusative,
        "przed" | "między" | "pomiędzy" => Case::Instrumental,
        "ku" | "dzięki" => Case::Dative,
        word => governors::governed(word).first().copied().filter(|case| *case == Case::Genitive)?,
    })
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("pl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn years_are_ordinals() {
        assert_eq!(said("do 2001 roku"), "do dwa tysiące pierwszego roku");
        assert_eq!(said("w roku 1914 wybuchła"), "w roku tysiąc dziewięćset czternastym wybuchła");
        assert_eq!(said("przed rokiem 2000"), "przed rokiem dwutysięcznym");
        assert_eq!(said("z 1683 r. mamy"), "z tysiąc sześćset osiemdziesiątego trzeciego roku mamy");
        assert_eq!(said("w 966 roku"), "w dziewięćset sześćdziesiątym szóstym roku");
        assert_eq!(said("Umarł w 1612."), "Umarł w tysiąc sześćset dwunastym.");
    }

    #[test]
    fn decades() {
        assert_eq!(said("w latach 80. było"), "w latach osiemdziesiątych było");
        assert_eq!(said("muzyka lat 60."), "muzyka lat sześćdziesiątych.");
        assert_eq!(said("mam 30 lat"), "mam trzydzieści lat");
    }
}
