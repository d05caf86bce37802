//! What is particular to a language where sentences end. Start with [`Customs`].

use speech::Language;

/// How sentences end in one language.
#[derive(Debug)]
pub(crate) struct Customs {
    /// The language, as BCP 47 has it.
    pub(crate) tag: &'static str,
}

const ENGLISH: Customs = Customs { tag: "en" };

impl Customs {
    /// For text of which nobody says the language.
    pub(crate) fn default_for_all() -> &'static Self {
        &ENGLISH
    }

    /// Those of a language.
    pub(crate) fn of(_language: &Language) -> &'static Self {
        &ENGLISH
    }
}
