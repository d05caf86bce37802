//! What is unmistakable in any language written with Latin letters.

use super::{Customs, Nouns, Ordinals, Quotations, Script};

pub(super) const CUSTOMS: Customs = Customs {
    tag: "common",
    never: NEVER,
    titles: TITLES,
    before_number: BEFORE_NUMBER,
    last: LAST,
    streets: &[],
    endings: &[],
    names: NAMES,
    openers: &[],
    subjects: &[],
    labels: &[],
    articles: &[],
    letters: &[],
    months: &[],
    counted: &[],
    determiners: &[],
    quoting: &[],
    particles: &[],
    phrases: &[],
    ordinals: Ordinals::BeforeNouns,
    nouns: Nouns::Small,
    script: Script::Latin,
    quotations: Quotations::Tight,
};

const NEVER: &[&str] = &["cf", "e.g", "i.e", "vs"];

const TITLES: &[&str] = &["dr", "mr", "mrs", "ms", "prof", "st"];

const BEFORE_NUMBER: &[&str] = &["nr"];

const LAST: &[&str] = &["a.m", "ca", "cm", "etc", "kg", "km", "max", "min", "mm", "p.m", "tel"];

const NAMES: &[&str] = &["corp", "inc", "ltd"];
