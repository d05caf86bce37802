//! Arabic.

use super::{Customs, Nouns, Ordinals, Quotations, Script};

pub(super) const CUSTOMS: Customs = Customs {
    tag: "ar",
    never: NEVER,
    titles: &[],
    before_number: &[],
    last: LAST,
    streets: &[],
    endings: &[],
    names: &[],
    openers: OPENERS,
    subjects: &[],
    labels: &[],
    articles: &[],
    letters: &[],
    months: &[],
    counted: &[],
    determiners: &[],
    quoting: QUOTING,
    particles: &[],
    phrases: PHRASES,
    ordinals: Ordinals::None,
    nouns: Nouns::Small,
    script: Script::Other,
    quotations: Quotations::Tight,
};

const NEVER: &[&str] = &["أ.د", "ت.ح", "ص.ب"];

const LAST: &[&str] = &["إلخ", "الخ", "ه"];

const OPENERS: &[&str] =
    &["ثم", "قد", "كان", "كانت", "لا", "لكن", "لم", "هذا", "هذه", "هو", "هي", "وقد", "ولكن", "وهو", "وهي"];

const QUOTING: &[&str] = &["سأل", "سألت", "صاح", "قال", "قالت", "هتف"];

const PHRASES: &[&str] = &[
    "أم",
    "أن",
    "أو",
    "إذا",
    "إلى",
    "إن",
    "التي",
    "الذي",
    "الذين",
    "بعد",
    "بين",
    "ثم",
    "حتى",
    "حيث",
    "على",
    "عن",
    "عندما",
    "في",
    "قبل",
    "كي",
    "لأن",
    "لكن",
    "لو",
    "مع",
    "من",
    "منذ",
    "و",
    "ولكن",
];
