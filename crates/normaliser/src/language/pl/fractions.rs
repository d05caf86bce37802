//! Parts of a whole: an ordinal in the feminine, but for the half and the quarter.

use crate::language::pl::cardinal::cardinal;
use crate::language::pl::ordinal::{self, ordinal};
use crate::language::slavic::grammar::{Agreement, Case, Gender};

/// So many parts: `dwie trzecie`, `pięć ósmych`.
pub(super) fn parts(top: u64, bottom: u64, case: Case) -> Option<String> {
    let number = cardinal(top, Agreement::new(case, Gender::Feminine))?;
    let direct = matches!(case, Case::Nominative | Case::Accusative);
    match (top, bottom) {
        (1, 2) if direct => return Some("pół".to_owned()),
        (1, 4) if direct => return Some("ćwierć".to_owned()),
        (3, 4) if direct => return Some("trzy czwarte".to_owned()),
        _ => {}
    }
    let few = matches!(top % 10, 2..=4) && !matches!(top % 100, 12..=14);
    let form = match () {
        () if top == 1 => ordinal::Place::new(case, Gender::Feminine),
        () if few && direct => ordinal::Place::plural(Case::Nominative),
        () if direct => ordinal::Place::plural(Case::Genitive),
        () => ordinal::Place::plural(case),
    };
    Some(format!("{number} {}", ordinal(bottom, form)?))
}

/// `jeden i jedna druga`.
pub(super) fn mixed(whole: u64, top: u64, bottom: u64) -> Option<String> {
    let whole = cardinal(whole, Agreement::plain(Case::Nominative))?;
    Some(format!("{whole} i {}", parts(top, bottom, Case::Nominative)?))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("pl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn fractions_are_parts() {
        assert_eq!(said("2/3 klasy"), "dwie trzecie klasy");
        assert_eq!(said("zajęła 1/3 pola"), "zajęła jedną trzecią pola");
        assert_eq!(said("minęła 1/3 dnia"), "minęła jedna trzecia dnia");
        assert_eq!(said("5/8 cala"), "pięć ósmych cala");
        assert_eq!(said("½ litra, 2 1/2 kg"), "pół litra, dwa i pół kilograma");
    }
}
