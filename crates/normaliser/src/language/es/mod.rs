//! Spanish: of Spain, and of the Americas where amounts and decimals are written otherwise.

mod abbreviations;
mod acronyms;
mod grammar;
mod numbers;
mod units;
mod words;

use crate::customs::Customs;
use crate::language::Rules;
use crate::language::romance::{MoneyWords, Speaks, Tables, Tongue, figures, say_as};

/// The rules of a region, by its code in small letters.
pub(super) fn in_region(region: &str) -> &'static Rules {
    match region {
        "mx" => &MX_RULES,
        "419" | "us" | "pr" | "do" | "gt" | "hn" | "ni" | "sv" | "pa" | "pe" => &POINT_RULES,
        "ar" | "cl" | "co" | "uy" => &PESO_RULES,
        _ => &RULES,
    }
}

static RULES: Rules =
    Rules { customs: &CUSTOMS, tables: Tables::<Spanish>::ALL, mathematics: Tables::<Spanish>::MATHEMATICS };
static MX_RULES: Rules =
    Rules { customs: &POINT, tables: Tables::<Mexican>::ALL, mathematics: Tables::<Mexican>::MATHEMATICS };
static POINT_RULES: Rules = Rules {
    customs: &POINT,
    tables: Tables::<WithPoints>::ALL,
    mathematics: Tables::<WithPoints>::MATHEMATICS,
};
static PESO_RULES: Rules = Rules {
    customs: &CUSTOMS,
    tables: Tables::<WithPesos>::ALL,
    mathematics: Tables::<WithPesos>::MATHEMATICS,
};

struct Spanish;
/// Decimal points, and pesos.
struct Mexican;
/// Decimal points, as in Central America, Peru and the United States.
struct WithPoints;
/// Decimal commas, and pesos, as in the south.
struct WithPesos;

impl Speaks for Spanish {
    const TONGUE: &'static Tongue = &words::TONGUE;
}

impl Speaks for Mexican {
    const TONGUE: &'static Tongue =
        &Tongue { customs: &POINT, numbers: words::WITH_POINT, money: PESOS, ..words::TONGUE };
}

impl Speaks for WithPoints {
    const TONGUE: &'static Tongue = &Tongue { customs: &POINT, numbers: words::WITH_POINT, ..words::TONGUE };
}

impl Speaks for WithPesos {
    const TONGUE: &'static Tongue = &Tongue { money: PESOS, ..words::TONGUE };
}

const PESOS: MoneyWords = MoneyWords { currencies: &[units::PESOS, units::CURRENCIES], ..words::MONEY };

static CUSTOMS: Customs = PLAIN;
static POINT: Customs = Customs { decimal: &['.'], group: &[',', '\u{A0}', '\u{202F}'], ..PLAIN };

const PLAIN: Customs = Customs {
    tag: "es",
    decimal: &[','],
    group: &['.', ' ', '\u{A0}', '\u{202F}'],
    marks: &[
        ('.', "punto"),
        ('/', "barra"),
        ('@', "arroba"),
        ('-', "guion"),
        ('_', "guion bajo"),
        (':', "dos puntos"),
        ('?', "interrogación"),
        ('=', "igual"),
        ('&', "y"),
        ('#', "almohadilla"),
        ('~', "tilde"),
        ('+', "más"),
        ('%', "por ciento"),
        ('*', "asterisco"),
        ('\\', "barra invertida"),
    ],
    say_as: |text, kind, _| say_as(text, kind, Spanish::TONGUE),
    vowels: "AEIOUÁÉÍÓÚÜ",
    letters: &[('y', "i griega")],
    spelled: acronyms::SPELLED,
    names: acronyms::NAMES,
    point: "punto",
    hashtag: "almohadilla",
    figures: Some(figures),
    ..Customs::BARE
};
