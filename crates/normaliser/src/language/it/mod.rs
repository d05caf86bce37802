//! Italian.

mod abbreviations;
mod acronyms;
mod grammar;
mod numbers;
mod units;
mod words;

use crate::customs::Customs;
use crate::language::Rules;
use crate::language::romance::{Speaks, Tables, Tongue, figures, say_as};

pub(super) static RULES: Rules =
    Rules { customs: &CUSTOMS, tables: Tables::<Italian>::ALL, mathematics: Tables::<Italian>::MATHEMATICS };

struct Italian;

impl Speaks for Italian {
    const TONGUE: &'static Tongue = &words::TONGUE;
}

static CUSTOMS: Customs = Customs {
    tag: "it",
    decimal: &[','],
    group: &['.', ' ', '\u{A0}', '\u{202F}', '\'', '’'],
    marks: &[
        ('.', "punto"),
        ('/', "barra"),
        ('@', "chiocciola"),
        ('-', "trattino"),
        ('_', "trattino basso"),
        (':', "due punti"),
        ('?', "punto interrogativo"),
        ('=', "uguale"),
        ('&', "e"),
        ('#', "cancelletto"),
        ('~', "tilde"),
        ('+', "più"),
        ('%', "per cento"),
        ('*', "asterisco"),
        ('\\', "barra rovesciata"),
    ],
    say_as: |text, kind, _| say_as(text, kind, Italian::TONGUE),
    vowels: "AEIOUÀÈÉÌÒÙ",
    spelled: acronyms::SPELLED,
    names: acronyms::NAMES,
    point: "punto",
    hashtag: "hashtag",
    figures: Some(figures),
    ..Customs::BARE
};
