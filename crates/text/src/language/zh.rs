//! Chinese.

use super::{Customs, Nouns, Ordinals, Quotations, Script};

pub(super) const CUSTOMS: Customs = Customs {
    tag: "zh",
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
    quoting: QUOTING,
    particles: PARTICLES,
    phrases: &[],
    ordinals: Ordinals::None,
    nouns: Nouns::Small,
    script: Script::Other,
    quotations: Quotations::Tight,
};

const LAST: &[&str] = &["etc"];

const QUOTING: &[&str] = &["写", "叫", "問", "喊", "嚷", "寫", "答", "說", "说", "道", "问"];

const PARTICLES: &[&str] = &["与", "也", "和", "就", "是", "的", "等", "與", "都"];
