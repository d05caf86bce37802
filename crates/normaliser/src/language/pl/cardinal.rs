//! Polish cardinals and decimals. Persons are counted in words of their own: `dwóch`, `pięciu`; children too: `dwoje`.

use numerals::Numerals;

use crate::language::slavic::grammar::{Agreement, Case, Form, Gender, Life, Plurality};

/// The words of a whole number.
pub(super) fn cardinal(number: u64, agreement: Agreement) -> Option<String> {
    let Agreement { case, gender, life } = agreement;
    let masculine = gender == Gender::Masculine;
    let set = match (case, life) {
        (Case::Nominative, Life::Person) if masculine && number > 1 => "masculine-accusative-personal",
        (Case::Accusative, Life::Person) if masculine => "masculine-accusative-personal",
        (Case::Accusative, Life::Animal) if masculine => "masculine-accusative-animate",
        _ => return regular(number, case, gender),
    };
    Numerals::of("pl")?.spell(&format!("spellout-cardinal-{set}"), number)
}

fn regular(number: u64, case: Case, gender: Gender) -> Option<String> {
    let gender = match gender {
        Gender::Masculine => "masculine",
        Gender::Feminine => "feminine",
        Gender::Neuter => "neuter",
    };
    let case = match case {
        Case::Nominative => "",
        Case::Genitive => "-genitive",
        Case::Dative => "-dative",
        Case::Accusative => "-accusative",
        Case::Instrumental => "-instrumental",
        Case::Locative => "-locative",
    };
    Numerals::of("pl")?.spell(&format!("spellout-cardinal-{gender}{case}"), number)
}

/// The collective numerals from two on: the stem of the oblique cases, and what the nominative adds to it.
const COLLECTIVES: &[(&str, &str)] = &[
    ("dwo", "je"),
    ("tro", "je"),
    ("czwor", "o"),
    ("pięcior", "o"),
    ("sześcior", "o"),
    ("siedmior", "o"),
    ("ośmior", "o"),
    ("dziewięcior", "o"),
    ("dziesięcior", "o"),
    ("jedenaścior", "o"),
    ("dwanaścior", "o"),
    ("trzynaścior", "o"),
    ("czternaścior", "o"),
    ("piętnaścior", "o"),
    ("szesnaścior", "o"),
    ("siedemnaścior", "o"),
    ("osiemnaścior", "o"),
    ("dziewiętnaścior", "o"),
    ("dwadzieścior", "o"),
];

/// The numeral for children and young animals, people of both sexes and what has no singular; `None` beyond twenty.
pub(super) fn collective(number: u64, case: Case) -> Option<String> {
    let (stem, nominative) = COLLECTIVES.get(usize::try_from(number).ok()?.checked_sub(2)?)?;
    let short = *nominative == "je";
    let ending = match case {
        Case::Nominative | Case::Accusative => nominative,
        Case::Genitive if short => "jga",
        Case::Genitive => "ga",
        Case::Dative | Case::Locative if short => "jgu",
        Case::Dative | Case::Locative => "gu",
        Case::Instrumental if short => "jgiem",
        Case::Instrumental => "giem",
    };
    Some(format!("{stem}{ending}"))
}

/// The form of what a whole number counts.
pub(super) fn form(number: u64, case: Case) -> Form {
    let direct = matches!(case, Case::Nominative | Case::Accusative);
    let is_plain_thousand = number >= 1_000 && number.is_multiple_of(1_000);
    match class(number) {
        Class::One => Form::both(Plurality::Singular, case),
        Class::Few => Form::both(Plurality::Plural, if direct { Case::Nominative } else { case }),
        Class::Many if direct || is_plain_thousand => Form::both(Plurality::Plural, Case::Genitive),
        Class::Many => Form::both(Plurality::Plural, case),
    }
}

/// What kind of form a number asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// One alone.
    One,
    /// 2 to 4, 22.
    Few,
    /// All others, 21 among them.
    Many,
}

pub(super) fn class(number: u64) -> Class {
    match (number % 10, number % 100) {
        _ if number == 1 => Class::One,
        (2..=4, tail) if !(12..=14).contains(&tail) => Class::Few,
        _ => Class::Many,
    }
}

/// `3,14`: trzy przecinek czternaście. Zeros are said, and more than two digits one by one.
pub(super) fn decimal(whole: u64, fraction: &str) -> Option<String> {
    let plain = |number| cardinal(number, Agreement::plain(Case::Nominative));
    let mut words = vec![plain(whole)?, "przecinek".to_owned()];
    let zeros = fraction.len() - fraction.trim_start_matches('0').len();
    let together = fraction.len() - zeros <= 2 && zeros < fraction.len();
    let single = if together { zeros } else { fraction.len() };
    for digit in fraction[..single].chars().filter_map(|c| c.to_digit(10)) {
        words.push(plain(u64::from(digit))?);
    }
    if together {
        words.push(plain(fraction[zeros..].parse().ok()?)?);
    }
    Some(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_counted_otherwise() {
        let person = Agreement { life: Life::Person, ..Agreement::plain(Case::Nominative) };
        assert_eq!(cardinal(112, person).unwrap(), "stu dwunastu");
        assert_eq!(cardinal(2, person).unwrap(), "dwóch");
        assert_eq!(cardinal(1, person).unwrap(), "jeden");
        assert_eq!(
            cardinal(22, Agreement::new(Case::Nominative, Gender::Feminine)).unwrap(),
            "dwadzieścia dwie"
        );
    }

    #[test]
    fn collectives() {
        assert_eq!(collective(2, Case::Nominative).as_deref(), Some("dwoje"));
        assert_eq!(collective(3, Case::Genitive).as_deref(), Some("trojga"));
        assert_eq!(collective(5, Case::Instrumental).as_deref(), Some("pięciorgiem"));
        assert_eq!(collective(21, Case::Nominative), None);
    }

    #[test]
    fn zeros_behind_the_mark_are_said() {
        assert_eq!(decimal(4, "05").as_deref(), Some("cztery przecinek zero pięć"));
        assert_eq!(decimal(3, "14").as_deref(), Some("trzy przecinek czternaście"));
        assert_eq!(decimal(3, "141").as_deref(), Some("trzy przecinek jeden cztery jeden"));
        assert_eq!(decimal(5, "0").as_deref(), Some("pięć przecinek zero"));
    }
}
