//! Nouns that numbers bring with them: thousands, currencies, units. Start with [`Noun`].

use super::grammar::{Behind, Case, Gender};

/// A noun in the forms that numbers ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noun {
    pub(super) gender: Gender,
    /// Behind one, hundreds and thousands.
    pub(super) singular: &'static str,
    /// Behind eleven to ninety-nine.
    pub(super) accusative: &'static str,
    /// Behind three to ten.
    pub(super) plural: &'static str,
    /// What its dual begins with; empty if it has none.
    pub(super) stem: &'static str,
    pub(super) role: Role,
}

/// What a noun does behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It is counted: one book.
    Counted,
    /// It multiplies, as a thousand does: nobody says that it is one.
    Scale,
}

impl Noun {
    /// A masculine noun: `كتاب`, `كتابًا`, `كتب`.
    pub(super) const fn masculine(
        singular: &'static str,
        accusative: &'static str,
        plural: &'static str,
    ) -> Self {
        Self { gender: Gender::Masculine, singular, accusative, plural, stem: singular, role: Role::Counted }
    }

    /// A feminine noun, with what its dual begins with: `ليرة`, `ليرات`, `ليرت`.
    pub(super) const fn feminine(singular: &'static str, plural: &'static str, stem: &'static str) -> Self {
        Self { gender: Gender::Feminine, singular, accusative: singular, plural, stem, role: Role::Counted }
    }

    /// A foreign noun that never changes.
    pub(super) const fn fixed(word: &'static str) -> Self {
        Self {
            gender: Gender::Masculine,
            singular: word,
            accusative: word,
            plural: word,
            stem: "",
            role: Role::Counted,
        }
    }

    const fn scale(singular: &'static str, accusative: &'static str, plural: &'static str) -> Self {
        Self { role: Role::Scale, ..Self::masculine(singular, accusative, plural) }
    }

    /// Two of it.
    pub(super) fn dual(&self, case: Case, behind: Behind) -> String {
        let ending = match (case, behind) {
            _ if self.stem.is_empty() => return format!("اثنين {}", self.singular),
            (Case::Nominative, Behind::Nothing) => "ان",
            (Case::Oblique, Behind::Nothing) => "ين",
            (Case::Nominative, Behind::Noun) => "ا",
            (Case::Oblique, Behind::Noun) => "ي",
        };
        format!("{}{ending}", self.stem)
    }
}

/// What multiplies, the largest first.
pub(super) const SCALES: &[(u64, &Noun)] =
    &[(1_000_000_000_000, &TRILLION), (1_000_000_000, &BILLION), (1_000_000, &MILLION), (1_000, &THOUSAND)];

pub(super) const THOUSAND: Noun = Noun::scale("ألف", "ألفًا", "آلاف");
pub(super) const MILLION: Noun = Noun::scale("مليون", "مليونًا", "ملايين");
pub(super) const BILLION: Noun = Noun::scale("مليار", "مليارًا", "مليارات");
pub(super) const TRILLION: Noun = Noun::scale("تريليون", "تريليونًا", "تريليونات");

pub(super) const MINUTE: Noun = Noun::feminine("دقيقة", "دقائق", "دقيقت");
pub(super) const SECOND: Noun = Noun::feminine("ثانية", "ثوانٍ", "ثانيت");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_have_a_form_of_their_own() {
        assert_eq!(MINUTE.dual(Case::Oblique, Behind::Nothing), "دقيقتين");
        assert_eq!(THOUSAND.dual(Case::Nominative, Behind::Noun), "ألفا");
        assert_eq!(Noun::fixed("يورو").dual(Case::Oblique, Behind::Nothing), "اثنين يورو");
    }
}
