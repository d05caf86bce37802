//! Korean.

use super::{Customs, Nouns, Ordinals, Quotations, Script};

pub(super) const CUSTOMS: Customs = Customs {
    tag: "ko",
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
    phrases: PHRASES,
    ordinals: Ordinals::Dates,
    nouns: Nouns::Small,
    script: Script::Other,
    quotations: Quotations::Tight,
};

const LAST: &[&str] = &["etc"];

const PARTICLES: &[&str] = &[
    "가", "고", "과", "는", "도", "라", "라며", "란", "로", "를", "만", "며", "에", "와", "은", "을", "의",
    "이", "하",
];

const PHRASES: &[&str] = &["그래서", "그러나", "그런데", "그리고", "또는", "왜냐하면", "하지만"];
