//! Japanese.

use super::{Customs, Nouns, Ordinals, Quotations, Script};

pub(super) const CUSTOMS: Customs = Customs {
    tag: "ja",
    never: &[],
    titles: &[],
    before_number: &[],
    last: LAST,
    streets: &[],
    endings: &[],
    names: &[],
    openers: &[],
    subjects: &[],
    labels: &[],
    articles: &[],
    letters: &[],
    months: &[],
    counted: &[],
    determiners: &[],
    quoting: &[],
    particles: PARTICLES,
    phrases: &[],
    ordinals: Ordinals::None,
    nouns: Nouns::Small,
    script: Script::Other,
    quotations: Quotations::Tight,
};

const LAST: &[&str] = &["etc"];

const PARTICLES: &[&str] = &["か", "が", "っ", "で", "と", "な", "に", "の", "は", "へ", "も", "や", "を"];
