//! Portuguese, of Brazil and of Portugal.

mod abbreviations;
mod acronyms;
mod grammar;
mod numbers;
mod units;
mod words;

use crate::customs::Customs;
use crate::language::Rules;
use crate::language::romance::{MoneyWords, Speaks, Tables, Tongue, UnitWords, figures, say_as};

/// The rules of a region, by its code in small letters; those of Brazil if none is given.
pub(super) fn in_region(region: &str) -> &'static Rules {
    match region {
        "pt" | "ao" | "mz" | "cv" | "gw" | "st" | "tl" => &PT_RULES,
        _ => &RULES,
    }
}

static RULES: Rules = Rules {
    customs: &CUSTOMS,
    tables: Tables::<Brazilian>::ALL,
    mathematics: Tables::<Brazilian>::MATHEMATICS,
};
static PT_RULES: Rules =
    Rules { customs: &PT, tables: Tables::<European>::ALL, mathematics: Tables::<European>::MATHEMATICS };

struct Brazilian;
struct European;

impl Speaks for Brazilian {
    const TONGUE: &'static Tongue = &words::TONGUE;
}

impl Speaks for European {
    const TONGUE: &'static Tongue = &Tongue {
        customs: &PT,
        units: UnitWords { regional: units::EUROPEAN_UNITS, ..units::UNIT_WORDS },
        money: MoneyWords { currencies: &[units::EUROPEAN, units::CURRENCIES], ..words::MONEY },
        ..words::TONGUE
    };
}

static CUSTOMS: Customs = PLAIN;
static PT: Customs =
    Customs { tag: "pt-pt", say_as: |text, kind, _| say_as(text, kind, European::TONGUE), ..PLAIN };

const PLAIN: Customs = Customs {
    tag: "pt",
    decimal: &[','],
    group: &['.', ' ', '\u{A0}', '\u{202F}'],
    marks: &[
        ('.', "ponto"),
        ('/', "barra"),
        ('@', "arroba"),
        ('-', "traço"),
        ('_', "underline"),
        (':', "dois pontos"),
        ('?', "interrogação"),
        ('=', "igual"),
        ('&', "e"),
        ('#', "cerquilha"),
        ('~', "til"),
        ('+', "mais"),
        ('%', "por cento"),
        ('*', "asterisco"),
        ('\\', "barra invertida"),
    ],
    say_as: |text, kind, _| say_as(text, kind, Brazilian::TONGUE),
    vowels: "AEIOUÁÂÃÉÊÍÓÔÕÚ",
    letters: &[('o', "ó")],
    spelled: acronyms::SPELLED,
    names: acronyms::NAMES,
    point: "ponto",
    hashtag: "hashtag",
    figures: Some(figures),
    ..Customs::BARE
};
