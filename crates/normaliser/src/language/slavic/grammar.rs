//! Case, gender and number, and nouns that are inflected by them. Read [`Noun`] first.

/// The cases that Russian and Polish share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Nominative,
    Genitive,
    Dative,
    Accusative,
    Instrumental,
    /// Russian grammars call it prepositional.
    Locative,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
    Neuter,
}

/// What the accusative of a masculine noun, and in Polish much more, depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Life {
    Thing,
    Animal,
    Person,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plurality {
    Singular,
    Plural,
}

/// In which form a number stands: that of what it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Agreement {
    pub(crate) case: Case,
    pub(crate) gender: Gender,
    pub(crate) life: Life,
}

impl Agreement {
    /// That of a masculine thing, as when counting.
    pub(crate) fn plain(case: Case) -> Self {
        Self { case, gender: Gender::Masculine, life: Life::Thing }
    }

    /// With what a thing of this gender is counted.
    pub(crate) fn new(case: Case, gender: Gender) -> Self {
        Self { gender, ..Self::plain(case) }
    }
}

/// Number and case of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Inflection(pub(crate) Plurality, pub(crate) Case);

/// How a counted noun is inflected, and an adjective that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) noun: Inflection,
    pub(crate) attribute: Inflection,
}

impl Form {
    /// Noun and adjective alike.
    pub(crate) fn both(plurality: Plurality, case: Case) -> Self {
        let inflection = Inflection(plurality, case);
        Self { noun: inflection, attribute: inflection }
    }
}

/// The endings of the six cases, in the order of [`Case`], of the singular and then of the plural.
pub(crate) type Endings = [&'static str; 12];

/// An adjective that belongs to a noun: `квадратный` of the square metre.
#[derive(Debug)]
pub(crate) enum Attribute {
    None,
    Before(&'static str, &'static Endings),
    Behind(&'static str, &'static Endings),
}

/// A noun that can be counted.
#[derive(Debug)]
pub(crate) struct Noun {
    pub(crate) gender: Gender,
    stem: &'static str,
    endings: &'static Endings,
    attribute: Attribute,
    /// What follows and never changes, with its space: ` в час`.
    tail: &'static str,
}

impl Noun {
    pub(crate) const fn new(gender: Gender, stem: &'static str, endings: &'static Endings) -> Self {
        Self { gender, stem, endings, attribute: Attribute::None, tail: "" }
    }

    pub(crate) const fn masculine(stem: &'static str, endings: &'static Endings) -> Self {
        Self::new(Gender::Masculine, stem, endings)
    }

    pub(crate) const fn feminine(stem: &'static str, endings: &'static Endings) -> Self {
        Self::new(Gender::Feminine, stem, endings)
    }

    pub(crate) const fn neuter(stem: &'static str, endings: &'static Endings) -> Self {
        Self::new(Gender::Neuter, stem, endings)
    }

    pub(crate) const fn with(self, attribute: Attribute) -> Self {
        let Self { gender, stem, endings, tail, .. } = self;
        Self { gender, stem, endings, attribute, tail }
    }

    pub(crate) const fn per(self, tail: &'static str) -> Self {
        let Self { gender, stem, endings, attribute: _, tail: _ } = self;
        Self { gender, stem, endings, attribute: Attribute::None, tail }
    }

    /// The noun with its adjective and what follows, in this form.
    pub(crate) fn said(&self, form: Form) -> String {
        let noun = format!("{}{}", self.stem, ending(self.endings, form.noun));
        let adjective = |stem: &str, endings| format!("{stem}{}", ending(endings, form.attribute));
        let both = match self.attribute {
            Attribute::None => noun,
            Attribute::Before(stem, endings) => format!("{} {noun}", adjective(stem, endings)),
            Attribute::Behind(stem, endings) => format!("{noun} {}", adjective(stem, endings)),
        };
        both + self.tail
    }
}

/// The ending for a number and case.
pub(crate) fn ending(endings: &Endings, Inflection(plurality, case): Inflection) -> &'static str {
    endings[case as usize + if plurality == Plurality::Plural { 6 } else { 0 }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_bring_their_adjectives() {
        const METRE: Endings = ["", "а", "у", "", "ом", "е", "ы", "ов", "ам", "ы", "ами", "ах"];
        const SQUARE: Endings = ["ый", "ого", "ому", "ый", "ым", "ом", "ые", "ых", "ым", "ые", "ыми", "ых"];
        let noun = Noun::masculine("метр", &METRE).with(Attribute::Before("квадратн", &SQUARE));
        assert_eq!(noun.said(Form::both(Plurality::Plural, Case::Dative)), "квадратным метрам");
        let speed = Noun::masculine("метр", &METRE).per(" в час");
        assert_eq!(speed.said(Form::both(Plurality::Singular, Case::Genitive)), "метра в час");
    }
}
