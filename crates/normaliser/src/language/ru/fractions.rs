//! Parts of a whole: an ordinal in the feminine, but for the half, the third and the quarter.

use crate::language::ru::cardinal::{Class, class};
use crate::language::ru::ordinal::{self, ordinal};
use crate::language::ru::tongue::Russian;
use crate::language::slavic::grammar::{Agreement, Case, Gender};
use crate::language::slavic::tongue::Tongue;

/// So many parts: `две третьих`.
pub(super) fn parts(top: u64, bottom: u64, case: Case) -> Option<String> {
    let direct = matches!(case, Case::Nominative | Case::Accusative);
    if (top, bottom) == (1, 2) && direct {
        return Some("половина".to_owned());
    }
    let number = Russian::cardinal(top, Agreement::new(case, Gender::Feminine))?;
    let one = class(top) == Class::One;
    let feminine = ordinal::Place::new(case, Gender::Feminine);
    let special = match (bottom, one, case) {
        (3, true, Case::Nominative | Case::Accusative) => Some("треть"),
        (4, true, Case::Nominative | Case::Accusative) => Some("четверть"),
        (4, false, Case::Nominative | Case::Accusative) => Some("четверти"),
        _ => None,
    };
    let form = match case {
        _ if one => feminine,
        Case::Nominative | Case::Accusative | Case::Genitive => ordinal::Place::plural(Case::Genitive),
        case => ordinal::Place::plural(case),
    };
    let part = special.map_or_else(|| ordinal(bottom, form), |word| Some(word.to_owned()))?;
    Some(format!("{number} {part}"))
}

/// `один с половиной`, `два и три четверти`.
pub(super) fn mixed(whole: u64, top: u64, bottom: u64) -> Option<String> {
    let whole = Russian::cardinal(whole, Agreement::plain(Case::Nominative))?;
    Some(match bottom {
        2 => format!("{whole} с половиной"),
        _ => format!("{whole} и {}", parts(top, bottom, Case::Nominative)?),
    })
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("ru")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn fractions_are_parts() {
        assert_eq!(said("2/3 класса"), "две третьих класса");
        assert_eq!(said("3/4 литра"), "три четверти литра");
        assert_eq!(said("1½ часа, 2 1/2 кг"), "один с половиной часа, два с половиной килограмма");
    }
}
