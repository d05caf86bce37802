//! Which languages there are, and where their rules lie. Start with [`find`].

use std::sync::OnceLock;

use crate::Numerals;
use crate::plural::Plurals;

/// The rules of a language, read when they are first asked for.
struct Language {
    tag: &'static str,
    plurals: Plurals,
    source: &'static str,
    numerals: OnceLock<Option<Numerals>>,
}

impl Language {
    const fn new(tag: &'static str, plurals: Plurals, source: &'static str) -> Self {
        Self { tag, plurals, source, numerals: OnceLock::new() }
    }

    fn numerals(&'static self) -> Option<&'static Numerals> {
        self.numerals.get_or_init(|| Numerals::read(self.source, self.plurals).ok()).as_ref()
    }
}

static LANGUAGES: [Language; 18] = [
    Language::new("ar", Plurals::Unused, include_str!("../data/ar.rbnf")),
    Language::new("de", Plurals::Unused, include_str!("../data/de.rbnf")),
    Language::new("en", Plurals::Unused, include_str!("../data/en.rbnf")),
    Language::new("es", Plurals::Unused, include_str!("../data/es.rbnf")),
    Language::new("fr", Plurals::Unused, include_str!("../data/fr.rbnf")),
    Language::new("fr-be", Plurals::Unused, include_str!("../data/fr-be.rbnf")),
    Language::new("fr-ch", Plurals::Unused, include_str!("../data/fr-ch.rbnf")),
    Language::new("hi", Plurals::Unused, include_str!("../data/hi.rbnf")),
    Language::new("it", Plurals::Unused, include_str!("../data/it.rbnf")),
    Language::new("ja", Plurals::Unused, include_str!("../data/ja.rbnf")),
    Language::new("ko", Plurals::Unused, include_str!("../data/ko.rbnf")),
    Language::new("nl", Plurals::Unused, include_str!("../data/nl.rbnf")),
    Language::new("pl", Plurals::Polish, include_str!("../data/pl.rbnf")),
    Language::new("pt", Plurals::OneToOne, include_str!("../data/pt.rbnf")),
    Language::new("pt-pt", Plurals::OnlyOne, include_str!("../data/pt-pt.rbnf")),
    Language::new("ru", Plurals::Russian, include_str!("../data/ru.rbnf")),
    Language::new("tr", Plurals::Unused, include_str!("../data/tr.rbnf")),
    Language::new("zh", Plurals::Unused, include_str!("../data/zh.rbnf")),
];

/// The rules under the whole tag, else under its language alone.
pub(crate) fn find(tag: &str) -> Option<&'static Numerals> {
    let language = tag.split(['-', '_']).next().unwrap_or(tag);
    exactly(tag).or_else(|| exactly(language))?.numerals()
}

fn exactly(tag: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.tag.eq_ignore_ascii_case(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_data_can_be_read() {
        for language in &LANGUAGES {
            let numerals = Numerals::read(language.source, language.plurals);
            assert!(numerals.is_ok_and(|n| n.rule_sets().count() >= 3), "{}", language.tag);
        }
    }

    #[test]
    fn only_languages_that_are_said_to_need_plural_forms_have_them() {
        for language in &LANGUAGES {
            let has_forms = language.source.contains("$(cardinal,");
            assert_eq!(has_forms, language.plurals != Plurals::Unused, "{}", language.tag);
        }
    }

    #[test]
    fn a_region_counts_only_where_it_has_rules() {
        let found = |tag| find(tag).map(std::ptr::from_ref);
        assert_eq!(found("en-GB"), found("EN"));
        assert_eq!(found("pt-BR"), found("pt"));
        assert_ne!(found("pt-PT"), found("pt"));
        assert_eq!(found("eo"), None);
        assert_eq!(found(""), None);
    }
}
