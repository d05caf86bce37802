//! Figures without an ending that can only be an ordinal, for the noun behind them is in a singular that no such number
//! counts: `на 5 этаже`, `в 10 классе`.

use crate::customs::Customs;
use crate::language::ru::cardinal::{Class, class};
use crate::language::ru::governors;
use crate::language::ru::ordinal::{self, ordinal};
use crate::language::slavic::grammar::{Case, Gender};
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

/// Stems of nouns that are often numbered, with their gender.
const NUMBERED: &[(&str, Gender)] = &[
    ("этаж", Gender::Masculine),
    ("подъезд", Gender::Masculine),
    ("ряд", Gender::Masculine),
    ("класс", Gender::Masculine),
    ("курс", Gender::Masculine),
    ("раунд", Gender::Masculine),
    ("тур", Gender::Masculine),
    ("сезон", Gender::Masculine),
    ("квартал", Gender::Masculine),
    ("вагон", Gender::Masculine),
    ("период", Gender::Masculine),
    ("век", Gender::Masculine),
    ("урок", Gender::Masculine),
    ("мест", Gender::Neuter),
    ("страниц", Gender::Feminine),
    ("минут", Gender::Feminine),
    ("сери", Gender::Feminine),
    ("глав", Gender::Feminine),
    ("групп", Gender::Feminine),
    ("палат", Gender::Feminine),
    ("полос", Gender::Feminine),
    ("позици", Gender::Feminine),
];

/// The number with the noun left for the engine.
pub(super) fn numbered(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (digits, length) = digits::run(place.rest()).filter(|(digits, _)| digits.len() <= 3)?;
    let number: u64 = digits.parse().ok().filter(|_| place.begins_word() && !digits.starts_with('0'))?;
    let noun = place.next_word(length).to_lowercase();
    let (stem, gender) = NUMBERED.iter().find(|(stem, _)| noun.starts_with(stem))?;
    let genitive = governors::cases(place).first() == Some(&Case::Genitive);
    let case = singular(&noun[stem.len()..], *gender, (class(number), genitive))?;
    let case = if case == Case::Nominative && governors::cases(place).first() == Some(&Case::Accusative) {
        Case::Accusative
    } else {
        case
    };
    Some(Said::new(length, ordinal(number, ordinal::Place::new(case, *gender))?))
}

/// The case of a singular that a number of this class does not count in, by its ending.
fn singular(ending: &str, gender: Gender, (class, genitive): (Class, bool)) -> Option<Case> {
    if class == Class::One {
        return None;
    }
    let feminine = gender == Gender::Feminine;
    Some(match ending {
        "" if gender == Gender::Masculine => Case::Nominative,
        "о" if gender == Gender::Neuter => Case::Nominative,
        "а" | "я" if feminine => Case::Nominative,
        "у" | "ю" if feminine => Case::Accusative,
        "у" => Case::Locative,
        "е" => Case::Locative,
        "ом" | "ем" => Case::Instrumental,
        "ой" | "ей" if feminine => Case::Instrumental,
        "а" | "ы" | "и" if class == Class::Many || genitive => Case::Genitive,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    #[test]
    fn a_singular_behind_many_is_numbered() {
        let said = |text: &str| Normaliser::new(&Language::new("ru")).read(text).text.as_str().to_owned();
        assert_eq!(said("живу на 7 этаже"), "живу на седьмом этаже");
        assert_eq!(said("откройте 12 страницу"), "откройте двенадцатую страницу");
        assert_eq!(said("занял 3 место"), "занял третье место");
        assert_eq!(said("со 2 этажа"), "со второго этажа");
        assert_eq!(said("7 этажей, 3 места, 5 страниц"), "семь этажей, три места, пять страниц");
    }
}
