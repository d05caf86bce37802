//! How a number agrees with a noun that the text itself says: by the noun's ending, which must fit the number, and by what
//! governs both. Start with [`agreement`].

use crate::language::ru::cardinal::{Class, class};
use crate::language::ru::governors;
use crate::language::ru::lexicon;
use crate::language::slavic::grammar::{Agreement, Case, Gender, Life};
use crate::language::slavic::lists::{behind_listed, ends_in, has};
use crate::place::{Place, first_word};

/// What stands before the further numbers of a list: `до 20`, `или 3`, `–5`.
const LINKS: &[&str] = &["до ", "и ", "или ", "либо ", "по ", "–", "-", "—", ","];

/// What stands behind a number.
struct Behind<'a> {
    /// Whether it is counted by another number that this one is listed with.
    listed: bool,
    adjective: Option<&'a str>,
    noun: Option<&'a str>,
}

/// How a number of `length` bytes agrees with what follows.
pub(super) fn agreement(place: Place<'_>, length: usize, number: u64) -> Agreement {
    let cases = governors::cases(place);
    let behind = behind(place.rest().get(length..).unwrap_or_default());
    let noun = behind.noun.map(str::to_lowercase).unwrap_or_default();
    let adjective = behind.adjective.map(str::to_lowercase).unwrap_or_default();
    match class(number) {
        _ if noun.is_empty() && adjective.is_empty() => alone(place, length, cases),
        Class::One if !behind.listed => one(&noun, &adjective, cases),
        Class::One | Class::Few => few(&noun, &adjective, cases),
        Class::Many => Agreement::plain(many_case(&noun, &adjective, cases)),
    }
}

fn alone(place: Place<'_>, length: usize, cases: &[Case]) -> Agreement {
    let case = if cases.is_empty() { Case::Nominative } else { governors::case_at(place, length) };
    // Without a noun nothing shows what is counted, and "with five" is rarer than "from five".
    Agreement::plain(if cases.contains(&Case::Genitive) { Case::Genitive } else { case })
}

/// The noun behind a number, other numbers that are listed with it passed over, and an adjective before it.
fn behind(text: &str) -> Behind<'_> {
    let all = text;
    let text = behind_listed(all, LINKS);
    let listed = text.len() < all.len();
    let first = first_word(text);
    if !is_counted(first) {
        return Behind { listed, adjective: None, noun: None };
    }
    let is_adjective = |word: &str| ends_in(word, lexicon::ADJECTIVES) && word.chars().count() > 3;
    if !is_adjective(first) {
        return Behind { listed, adjective: None, noun: Some(first) };
    }
    let rest = text.trim_start();
    let mut noun = first_word(&rest[first.len()..]);
    if is_adjective(noun) {
        let start = rest.find(noun).map_or(rest.len(), |at| at + noun.len());
        noun = first_word(&rest[start..]);
    }
    Behind { listed, adjective: Some(first), noun: Some(noun).filter(|noun| is_counted(noun)) }
}

fn is_counted(word: &str) -> bool {
    word.chars().count() > 2 && word.starts_with(char::is_lowercase) && !has(lexicon::NO_NOUNS, word)
}

/// The case that a plural shows by its ending, if it is none of the ambiguous ones.
fn plural_case(noun: &str, adjective: &str) -> Option<Case> {
    const GENITIVES: &[&str] =
        &["мам", "дам", "драм", "рам", "реклам", "программ", "телеграмм", "грамм", "ям", "монограмм"];
    let noun_is =
        |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending)) && !GENITIVES.contains(&noun);
    if noun_is(&["ами", "ями", "ьми"]) || adjective.ends_with("ыми") || adjective.ends_with("ими")
    {
        Some(Case::Instrumental)
    } else if noun_is(&["ам", "ям"]) && !noun.ends_with("грамм") {
        Some(Case::Dative)
    } else if noun_is(&["ах", "ях"]) {
        Some(Case::Locative)
    } else {
        None
    }
}

/// The case of a number of more than four, behind which a genitive may be its own or the noun's. "With" would show it.
fn many_case(noun: &str, adjective: &str, cases: &[Case]) -> Case {
    plural_case(noun, adjective).or(cases.first().copied()).unwrap_or(Case::Nominative)
}

/// `2 сестры`, `3 голосов`, `22 новые парты`.
fn few(noun: &str, adjective: &str, cases: &[Case]) -> Agreement {
    if let Some(case) = plural_case(noun, adjective) {
        return Agreement::plain(case);
    }
    let genitive_plural = !noun.is_empty() && !noun.ends_with(['а', 'я', 'ы', 'и', 'е', 'о', 'у', 'ю']);
    if genitive_plural {
        let animate = cases.contains(&Case::Accusative) && !cases.contains(&Case::Genitive);
        let case = if animate { Case::Accusative } else { Case::Genitive };
        return Agreement { life: Life::Person, ..Agreement::plain(case) };
    }
    let direct_adjective = adjective.ends_with("ые") || adjective.ends_with("ие");
    let irregular = matches!(noun, "пути" | "дети" | "люди") || noun.ends_with("мени");
    let feminine = (noun.ends_with(['ы', 'и']) && !irregular) || (noun.is_empty() && direct_adjective);
    let gender = if feminine { Gender::Feminine } else { Gender::Masculine };
    // Behind two to four, a noun in the genitive singular shows that the number is in a direct case.
    let governed = cases.first().filter(|_| noun.is_empty() && !direct_adjective);
    Agreement::new(governed.copied().unwrap_or(Case::Accusative), gender)
}

/// `1 берёза`, `21 студента`, `1 ложку`, `1 новом доме`.
fn one(noun: &str, adjective: &str, cases: &[Case]) -> Agreement {
    if let Some(found) = by_adjective(adjective, cases) {
        return found;
    }
    let has = |case| cases.contains(&case);
    let first = cases.first().copied().unwrap_or(Case::Nominative);
    let masculine_a = lexicon::is_masculine_a(noun);
    let person = |case| Agreement { life: Life::Person, ..Agreement::plain(case) };
    let last = noun.chars().next_back().unwrap_or(' ');
    match last {
        'а' | 'я' if noun.ends_with("мя") => Agreement::new(first, Gender::Neuter),
        'а' | 'я' if masculine_a => Agreement::plain(Case::Nominative),
        'а' | 'я' if has(Case::Genitive) => Agreement::plain(Case::Genitive),
        'а' | 'я' if has(Case::Accusative) && (!has(Case::Nominative) || lexicon::is_alive(noun)) => {
            person(Case::Accusative)
        }
        'а' | 'я' => Agreement::new(Case::Nominative, Gender::Feminine),
        'у' | 'ю' if noun.ends_with("ью") => Agreement::new(Case::Instrumental, Gender::Feminine),
        'у' | 'ю' if has(Case::Dative) => Agreement::plain(Case::Dative),
        'у' | 'ю' => Agreement::new(Case::Accusative, Gender::Feminine),
        'ы' | 'и' if has(Case::Locative) || first == Case::Dative => {
            Agreement::new(first_of(cases, &[Case::Locative, Case::Dative]), Gender::Feminine)
        }
        'ы' | 'и' => Agreement::new(Case::Genitive, Gender::Feminine),
        'о' | 'е' if matches!(noun, "евро" | "кофе") => Agreement::plain(direct(first)),
        'о' => Agreement::new(direct(first), Gender::Neuter),
        'е' | 'ё' if has(Case::Locative) && !lexicon::is_neuter(noun) => Agreement::plain(Case::Locative),
        'е' | 'ё' if has(Case::Dative) => Agreement::new(Case::Dative, Gender::Feminine),
        'е' | 'ё' => Agreement::new(direct(first), Gender::Neuter),
        'й' if noun.ends_with("ой") || noun.ends_with("ей") => {
            Agreement::new(Case::Instrumental, Gender::Feminine)
        }
        'м' if has(Case::Instrumental) => Agreement::plain(Case::Instrumental),
        'ь' if lexicon::is_feminine_soft(noun) => Agreement::new(direct(first), Gender::Feminine),
        _ => Agreement::plain(direct(first)),
    }
}

/// The nominative or accusative, in which a noun looks alike, whatever else its governor allows.
fn direct(first: Case) -> Case {
    if first == Case::Nominative { Case::Nominative } else { Case::Accusative }
}

fn first_of(cases: &[Case], wanted: &[Case]) -> Case {
    cases.iter().copied().find(|case| wanted.contains(case)).unwrap_or(Case::Genitive)
}

/// What an adjective behind a one shows.
fn by_adjective(adjective: &str, cases: &[Case]) -> Option<Agreement> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| adjective.ends_with(ending));
    let found = |case, gender| Some(Agreement::new(case, gender));
    match () {
        () if ends(&["ая", "яя"]) => found(Case::Nominative, Gender::Feminine),
        () if ends(&["ую", "юю"]) => found(Case::Accusative, Gender::Feminine),
        () if ends(&["ое", "ее"]) => found(Case::Nominative, Gender::Neuter),
        () if ends(&["ый", "ий"]) => found(Case::Nominative, Gender::Masculine),
        () if ends(&["ого", "его"]) => found(Case::Genitive, Gender::Masculine),
        () if ends(&["ому", "ему"]) => found(Case::Dative, Gender::Masculine),
        () if ends(&["ым", "им"]) => found(Case::Instrumental, Gender::Masculine),
        () if ends(&["ом", "ем"]) => found(Case::Locative, Gender::Masculine),
        () if ends(&["ой", "ей"]) => found(oblique(cases), Gender::Feminine),
        () => None,
    }
}

fn oblique(cases: &[Case]) -> Case {
    cases.iter().copied().find(|case| *case != Case::Accusative).unwrap_or(Case::Genitive)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ru::cardinal::cardinal;

    fn said(text: &str) -> String {
        let start = text.find(|c: char| c.is_ascii_digit()).unwrap();
        let length = text[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - start);
        let number = text[start..start + length].parse().unwrap();
        let place = Place::new(text, start, text.len());
        cardinal(number, agreement(place, length, number)).unwrap()
    }

    #[test]
    fn one_takes_the_gender_of_its_noun() {
        assert_eq!(said("тут 1 груша"), "одна");
        assert_eq!(said("дай 1 грушу"), "одну");
        assert_eq!(said("вижу 1 окно"), "одно");
        assert_eq!(said("без 1 минуты"), "одной");
        assert_eq!(said("до 21 вагона"), "двадцати одного");
        assert_eq!(said("в 1 ночь"), "одну");
        assert_eq!(said("по 1 рублю"), "одному");
    }

    #[test]
    fn two_to_four_show_gender_and_case() {
        assert_eq!(said("есть 2 реки"), "две");
        assert_eq!(said("есть 2 моста"), "два");
        assert_eq!(said("нет 2 мостов"), "двух");
        assert_eq!(said("не прошло 5 минут"), "пяти");
        assert_eq!(said("не купил 2 книги"), "две");
        assert_eq!(said("к 3 мостам"), "трём");
        assert_eq!(said("о 4 мостах"), "четырёх");
        assert_eq!(said("42 новые книги"), "сорок две");
        assert_eq!(said("купил 2 новых стола"), "два");
    }

    #[test]
    fn more_show_it_in_the_plural_or_by_their_preposition() {
        assert_eq!(said("с 12 друзьями"), "двенадцатью");
        assert_eq!(said("у 15 человек"), "пятнадцати");
        assert_eq!(said("с 8 до 20 часов"), "восьми");
        assert_eq!(said("к 6"), "шести");
        assert_eq!(said("пришло 50 писем"), "пятьдесят");
    }
}
