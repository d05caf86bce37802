//! Roman numerals: `XIX век`, `Пётр I`, `глава IV`. They are ordinals in the form of the noun or name beside them.

use crate::customs::Customs;
use crate::language::abbreviation;
use crate::language::ru::governors;
use crate::language::ru::ordinal::{self, ordinal};
use crate::language::slavic::gap::{space, word_at};
use crate::language::slavic::grammar::{Case, Form, Gender, Noun, Plurality};
use crate::parse::roman;
use crate::place::{Place, first_word};
use crate::rule::Said;

/// Stems of nouns that Roman numerals stand before, with their gender.
const COUNTED: &[(&str, Gender)] = &[
    ("век", Gender::Masculine),
    ("столети", Gender::Neuter),
    ("тысячелети", Gender::Neuter),
    ("съезд", Gender::Masculine),
    ("фестивал", Gender::Masculine),
    ("конгресс", Gender::Masculine),
    ("чемпионат", Gender::Masculine),
    ("конкурс", Gender::Masculine),
    ("том", Gender::Masculine),
    ("этап", Gender::Masculine),
    ("тур", Gender::Masculine),
    ("квартал", Gender::Masculine),
    ("курс", Gender::Masculine),
    ("класс", Gender::Masculine),
    ("раздел", Gender::Masculine),
    ("мировая", Gender::Feminine),
    ("мировой", Gender::Feminine),
    ("мировую", Gender::Feminine),
    ("олимпиад", Gender::Feminine),
    ("игры", Gender::Feminine),
    ("часть", Gender::Feminine),
    ("глав", Gender::Feminine),
    ("групп", Gender::Feminine),
    ("степен", Gender::Feminine),
    ("сесси", Gender::Feminine),
    ("конференц", Gender::Feminine),
    ("династи", Gender::Feminine),
    ("половин", Gender::Feminine),
    ("дум", Gender::Feminine),
    ("республик", Gender::Feminine),
    ("арми", Gender::Feminine),
    ("мест", Gender::Neuter),
    ("полугоди", Gender::Neuter),
    ("семестр", Gender::Masculine),
    ("созыв", Gender::Masculine),
    ("интернационал", Gender::Masculine),
    ("рейх", Gender::Masculine),
    ("рим", Gender::Masculine),
];

/// Nouns that a Roman numeral stands behind, each with its gender, in the nominative.
const NUMBERED: &[(&str, Gender)] = &[
    ("глава", Gender::Feminine),
    ("часть", Gender::Feminine),
    ("сцена", Gender::Feminine),
    ("группа", Gender::Feminine),
    ("книга", Gender::Feminine),
    ("статья", Gender::Feminine),
    ("том", Gender::Masculine),
    ("раздел", Gender::Masculine),
    ("тип", Gender::Masculine),
    ("акт", Gender::Masculine),
    ("класс", Gender::Masculine),
    ("действие", Gender::Neuter),
    ("явление", Gender::Neuter),
];

/// Stems of women's names that rulers bear; all other names on `-а` and `-я` are genitives of men's.
const QUEENS: &[&str] = &[
    "екатерин",
    "елизавет",
    "мари",
    "анн",
    "виктори",
    "маргарит",
    "изабелл",
    "кристин",
    "софи",
    "клеопатр",
    "беатрис",
    "вильгельмин",
    "юлиан",
    "терези",
    "жанн",
    "ирин",
    "евдоки",
];

static CENTURY: Noun =
    Noun::masculine("век", &["", "а", "у", "", "ом", "е", "а", "ов", "ам", "а", "ами", "ах"]);

/// Any Roman numeral beside what shows that it is one.
pub(super) fn numeral(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (number, length) = roman::roman(text).filter(|_| place.begins_word())?;
    century(place, number, length)
        .or_else(|| Some(Said::new(length, ordinal(number, before_noun(place, length)?)?)))
        .or_else(|| Some(Said::new(length, ordinal(number, behind_word(place)?)?)))
        .or_else(|| later_century(place, number, length))
}

/// `XIX в.`, `XVIII–XIX вв.`
fn century(place: Place<'_>, number: u64, length: usize) -> Option<Said> {
    let text = place.rest();
    let start = length + space(&text[length..]);
    let word = word_at(&text[start..]);
    matches!(word, "в" | "вв").then_some(())?;
    let end = start + word.len();
    let dotted = text[end..].starts_with('.');
    dotted.then_some(())?;
    let case = governed(place);
    let plurality = if word == "вв" { Plurality::Plural } else { Plurality::Singular };
    let form = Form::both(plurality, case);
    let said = Said::new(length, ordinal(number, ordinal::Place::new(case, Gender::Masculine))?);
    Some(said.then(abbreviation::with_stop(text, end), &CENTURY.said(form)))
}

/// `в конце XIX — начале XX века`: a numeral of two letters or more with the word for it later on.
fn later_century(place: Place<'_>, number: u64, length: usize) -> Option<Said> {
    let rest = place.rest();
    let near = &rest[..rest.floor_char_boundary(60)];
    (length > 1 && (near.contains(" век") || near.contains(" в."))).then_some(())?;
    Some(Said::new(length, ordinal(number, ordinal::Place::new(governed(place), Gender::Masculine))?))
}

/// The case of a century by what governs it.
fn governed(place: Place<'_>) -> Case {
    let Some(word) = governors::word(place) else { return Case::Nominative };
    match word.as_str() {
        "в" | "во" | "о" => Case::Locative,
        word => match governors::governed(word).first() {
            Some(case) => *case,
            None if !word.is_empty() => Case::Genitive,
            None => Case::Nominative,
        },
    }
}

/// The form that a noun behind the numeral, or behind one more of them, asks for.
fn before_noun(place: Place<'_>, length: usize) -> Option<ordinal::Place> {
    let mut listed = false;
    let mut rest = place.rest().get(length..)?.trim_start();
    for link in ["–", "-", "—", "и ", "или ", "по ", "до "] {
        let behind = rest.strip_prefix(link).map(str::trim_start);
        if let Some((behind, more)) = behind.and_then(|behind| Some((behind, roman::roman(behind)?.1))) {
            rest = behind[more..].trim_start();
            listed = true;
            break;
        }
    }
    let noun = first_word(rest).to_lowercase();
    if matches!(noun.as_str(), "в" | "вв") && rest[noun.len()..].starts_with('.') {
        return Some(ordinal::Place::new(governed(place), Gender::Masculine));
    }
    let (stem, gender) = COUNTED.iter().find(|(stem, _)| noun.starts_with(stem))?;
    let by_ending = by_ending(&noun[stem.len()..], *gender, place);
    let case = if listed { own_case(place).unwrap_or(by_ending) } else { by_ending };
    Some(ordinal::Place::new(case, *gender))
}

/// The case that a preposition of its own gives to the first of two, which may differ from that of the second.
fn own_case(place: Place<'_>) -> Option<Case> {
    match governors::word(place)?.as_str() {
        "с" | "от" | "до" => Some(Case::Genitive),
        _ => None,
    }
}

/// The case that a noun's ending shows, with what governs it where it shows several.
fn by_ending(ending: &str, gender: Gender, place: Place<'_>) -> Case {
    match (ending, gender) {
        ("" | "ь" | "е" | "я" | "й", Gender::Masculine | Gender::Feminine)
            if ending.is_empty() || ending == "ь" =>
        {
            direct(place)
        }
        ("е" | "и", Gender::Masculine | Gender::Feminine) => Case::Locative,
        ("а" | "я", Gender::Feminine) => Case::Nominative,
        ("е" | "о", Gender::Neuter) => direct(place),
        ("и", Gender::Neuter) => Case::Locative,
        ("а" | "я" | "ов", _) => Case::Genitive,
        ("у" | "ю", Gender::Feminine) => Case::Accusative,
        ("у" | "ю" | "ам", _) => Case::Dative,
        ("ом" | "ем" | "ой" | "ей" | "ями" | "ами", _) => Case::Instrumental,
        ("ах", _) => Case::Locative,
        ("ы", _) => Case::Genitive,
        _ => direct(place),
    }
}

fn direct(place: Place<'_>) -> Case {
    governors::cases(place).iter().copied().find(|case| *case == Case::Accusative).unwrap_or(Case::Nominative)
}

/// The form that a ruler's name or `глава` before the numeral asks for.
fn behind_word(place: Place<'_>) -> Option<ordinal::Place> {
    let name = place.previous_word();
    let lower = name.to_lowercase();
    if let Some((_, gender)) = NUMBERED.iter().find(|(word, _)| *word == lower) {
        return Some(ordinal::Place::new(Case::Nominative, *gender));
    }
    let is_name = name.chars().next().is_some_and(char::is_uppercase) && name.chars().count() > 2;
    is_name.then(|| of_name(&lower))
}

fn of_name(name: &str) -> ordinal::Place {
    let stem = name.trim_end_matches(['а', 'я', 'ы', 'и', 'у', 'ю', 'е', 'й', 'о']);
    let soft = name.trim_end_matches(['я', 'и', 'ю', 'е', 'й']);
    let queen = QUEENS.iter().any(|queen| *queen == stem || queen.trim_end_matches('и') == soft);
    let gender = if queen { Gender::Feminine } else { Gender::Masculine };
    let case = match (name.chars().next_back(), gender) {
        (Some('а' | 'я'), Gender::Feminine) => Case::Nominative,
        (Some('а' | 'я'), _) => Case::Genitive,
        (Some('у' | 'ю'), Gender::Feminine) => Case::Accusative,
        (Some('у' | 'ю'), _) => Case::Dative,
        (Some('е' | 'и'), Gender::Masculine) => Case::Locative,
        (Some('е' | 'и' | 'ы' | 'й'), Gender::Feminine) => Case::Genitive,
        _ if name.ends_with("ом") || name.ends_with("ем") => Case::Instrumental,
        _ => Case::Nominative,
    };
    ordinal::Place::new(case, gender)
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("ru")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn centuries() {
        assert_eq!(said("XX век"), "двадцатый век");
        assert_eq!(said("в XVIII в. тут"), "в восемнадцатом веке тут");
        assert_eq!(said("начало XXI века"), "начало двадцать первого века");
        assert_eq!(said("в XV–XVI вв. было"), "в пятнадцатом–шестнадцатом веках было");
    }

    #[test]
    fn rulers_and_chapters() {
        assert_eq!(said("при Николае II"), "при Николае втором");
        assert_eq!(said("указ Павла I"), "указ Павла первого");
        assert_eq!(said("Елизавета II"), "Елизавета вторая");
        assert_eq!(said("Глава III"), "Глава третья");
        assert_eq!(said("витамин C"), "витамин C");
    }
}
