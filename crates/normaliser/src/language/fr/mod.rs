//! French. Belgium and Switzerland count in their own way from seventy on.

mod abbreviations;
mod acronyms;
mod feminine;
mod grammar;
mod numbers;
mod units;
mod words;

use crate::customs::Customs;
use crate::language::Rules;
use crate::language::romance::{Speaks, Tables, Tongue, figures, say_as};

/// The rules of a region, by its code in small letters.
pub(super) fn in_region(region: &str) -> &'static Rules {
    match region {
        "be" => &BE_RULES,
        "ch" => &CH_RULES,
        _ => &RULES,
    }
}

static RULES: Rules =
    Rules { customs: &CUSTOMS, tables: Tables::<French>::ALL, mathematics: Tables::<French>::MATHEMATICS };
static BE_RULES: Rules =
    Rules { customs: &BE, tables: Tables::<Belgian>::ALL, mathematics: Tables::<Belgian>::MATHEMATICS };
static CH_RULES: Rules =
    Rules { customs: &CH, tables: Tables::<Swiss>::ALL, mathematics: Tables::<Swiss>::MATHEMATICS };

struct French;
struct Belgian;
struct Swiss;

impl Speaks for French {
    const TONGUE: &'static Tongue = &words::TONGUE;
}

impl Speaks for Belgian {
    const TONGUE: &'static Tongue = &Tongue { customs: &BE, ..words::TONGUE };
}

impl Speaks for Swiss {
    const TONGUE: &'static Tongue = &Tongue { customs: &CH, ..words::TONGUE };
}

static CUSTOMS: Customs = PLAIN;
static BE: Customs = Customs { tag: "fr-be", ..PLAIN };
static CH: Customs =
    Customs { tag: "fr-ch", decimal: &[',', '.'], group: &['\'', '’', ' ', '\u{A0}', '\u{202F}'], ..PLAIN };

const PLAIN: Customs = Customs {
    tag: "fr",
    decimal: &[','],
    group: &[' ', '\u{A0}', '\u{202F}', '.'],
    marks: &[
        ('.', "point"),
        ('/', "slash"),
        ('@', "arobase"),
        ('-', "tiret"),
        ('_', "tiret bas"),
        (':', "deux-points"),
        ('?', "point d'interrogation"),
        ('=', "égale"),
        ('&', "et"),
        ('#', "dièse"),
        ('~', "tilde"),
        ('+', "plus"),
        ('%', "pour cent"),
        ('*', "étoile"),
        ('\\', "antislash"),
    ],
    say_as: |text, kind, _| say_as(text, kind, French::TONGUE),
    vowels: "AEIOUYÀÂÉÈÊËÎÏÔÙÛÜ",
    letters: &[('y', "i grec")],
    spelled: acronyms::SPELLED,
    names: acronyms::NAMES,
    version: "version",
    point: "point",
    hashtag: "hashtag",
    figures: Some(figures),
    ..Customs::BARE
};
