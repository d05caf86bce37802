//! What is particular to a language where sentences end. Start with [`Customs`].
//!
//! One file a language, which holds words and no rules. An abbreviation stands in its list without its last full stop; in
//! small letters if it is one however it is written, with a capital if only that shows it (`Sat.`, not `sat.`). Where the
//! full stop inside is followed by a space (`z. B.`), the space is left out.

mod ar;
mod common;
mod de;
mod en;
mod es;
mod fr;
mod hi;
mod it;
mod ja;
mod ko;
mod nl;
mod pl;
mod pt;
mod ru;
mod tr;
mod zh;

use speech::Language;

use crate::abbreviation::Abbreviation;
use crate::effort::spend;

/// How sentences end in one language. All lists are sorted.
#[derive(Debug)]
pub(crate) struct Customs {
    /// The language, as BCP 47 has it.
    pub(crate) tag: &'static str,
    /// Abbreviations that something always follows: `e.g.`
    pub(crate) never: &'static [&'static str],
    /// Those that a name follows: `Dr.`
    pub(crate) titles: &'static [&'static str],
    /// Those that a number follows, or that are words of their own: `No. 5`, `No.`
    pub(crate) before_number: &'static [&'static str],
    /// Those that may be the last word of a sentence: `etc.`
    pub(crate) last: &'static [&'static str],
    /// Those of the titles that are short for a street behind its name: `Main St.`
    pub(crate) streets: &'static [&'static str],
    /// With what words may end that are then abbreviations which may be last: `Goethestr.`
    pub(crate) endings: &'static [&'static str],
    /// Those that may be in the middle of a name, or last: `Inc.`
    pub(crate) names: &'static [&'static str],
    /// Words that begin sentences and seldom go on with a name.
    pub(crate) openers: &'static [&'static str],
    /// Those of them that are never names.
    pub(crate) subjects: &'static [&'static str],
    /// Words that a letter names one of: `plan B`.
    pub(crate) labels: &'static [&'static str],
    /// Of the openers those with which names of families begin as well: `M. Le Goff`.
    pub(crate) articles: &'static [&'static str],
    /// Small letters that are words.
    pub(crate) letters: &'static [&'static str],
    /// Months and whatever else may follow a day or a time with a capital.
    pub(crate) months: &'static [&'static str],
    /// Words with a capital that are counted: `3. Stock`, `2 Mio. Euro`.
    pub(crate) counted: &'static [&'static str],
    /// Words before an ordinal number.
    pub(crate) determiners: &'static [&'static str],
    /// Verbs that say how something was said, behind a quotation.
    pub(crate) quoting: &'static [&'static str],
    /// How the text behind a quotation begins that is part of its sentence.
    pub(crate) particles: &'static [&'static str],
    /// Words before which a phrase may end.
    pub(crate) phrases: &'static [&'static str],
    pub(crate) ordinals: Ordinals,
    pub(crate) nouns: Nouns,
    pub(crate) script: Script,
    pub(crate) quotations: Quotations,
}

/// What a full stop behind a number may mean besides the end of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ordinals {
    /// Nothing.
    None,
    /// That the number is an ordinal: `am 3. Oktober`.
    BeforeNouns,
    /// That the number is part of a date: `2026. 3. 15.`
    Dates,
}

/// How nouns are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nouns {
    Small,
    Capital,
}

/// In which letters the language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    /// Others; what stands there in Latin letters is taken for English.
    Other,
}

/// Where the marks of a quotation stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quotations {
    /// At its first and last letter.
    Tight,
    /// With spaces inside: `« Oui. »`
    Spaced,
}

const ALL: &[&Customs] = &[
    &ar::CUSTOMS,
    &de::CUSTOMS,
    &en::CUSTOMS,
    &es::CUSTOMS,
    &fr::CUSTOMS,
    &hi::CUSTOMS,
    &it::CUSTOMS,
    &ja::CUSTOMS,
    &ko::CUSTOMS,
    &nl::CUSTOMS,
    &pl::CUSTOMS,
    &pt::CUSTOMS,
    &ru::CUSTOMS,
    &tr::CUSTOMS,
    &zh::CUSTOMS,
];

impl Customs {
    /// For text of which nobody says the language.
    pub(crate) fn default_for_all() -> &'static Self {
        &en::CUSTOMS
    }

    /// Those of a language.
    pub(crate) fn of(language: &Language) -> &'static Self {
        let tag = match language.primary() {
            "cmn" | "yue" | "hak" => "zh",
            "und" => "en",
            other => other,
        };
        ALL.iter().copied().find(|customs| customs.tag == tag).unwrap_or(&common::CUSTOMS)
    }

    /// What `word`, written without its last full stop, abbreviates; `None` if nothing known.
    pub(crate) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        if word.is_empty() || word.len() > LONGEST {
            return None;
        }
        spend(word.len());
        // One capital letter is an initial, whatever its small letter abbreviates.
        let lower = if is_capital(word) { word.to_owned() } else { word.to_lowercase() };
        self.listed(word, &lower).or_else(|| self.foreign(word)?.listed(word, &lower))
    }

    /// Whether `word` is the first part of abbreviations in several parts: `EE. UU.`
    pub(crate) fn begins_abbreviation(&self, word: &str) -> bool {
        let part = format!("{}.", word.to_lowercase());
        let begins = |list: &[&str]| {
            let place = list.partition_point(|&entry| entry < part.as_str());
            list.get(place).is_some_and(|entry| entry.starts_with(&part))
        };
        word.len() <= LONGEST && (begins(self.last) || begins(self.never))
    }

    fn listed(&self, word: &str, lower: &str) -> Option<Abbreviation> {
        let lists = [
            (self.never, Abbreviation::NeverLast),
            (self.titles, Abbreviation::Title),
            (self.before_number, Abbreviation::BeforeNumber),
            (self.names, Abbreviation::Name),
            (self.last, Abbreviation::MayBeLast),
        ];
        let found = lists.into_iter().find(|(list, _)| holds(list, lower) || holds(list, word));
        found.map(|(_, meaning)| meaning)
    }

    /// The customs of what stands in letters of another script.
    fn foreign(&self, word: &str) -> Option<&'static Self> {
        match word.chars().next()? {
            '\u{0400}'..='\u{04FF}' => Some(&ru::CUSTOMS),
            '\u{0600}'..='\u{06FF}' => Some(&ar::CUSTOMS),
            '\u{0900}'..='\u{097F}' => Some(&hi::CUSTOMS),
            _ if self.script == Script::Other && word.is_ascii() => Some(&en::CUSTOMS),
            _ => None,
        }
    }

    /// Whether `word` opens a sentence rather than goes on with a name.
    pub(crate) fn opens(&self, word: &str) -> bool {
        let head = word.split(['\'', '’']).next().unwrap_or(word);
        let any = |customs: &Self| holds(customs.openers, word) || holds(customs.openers, head);
        any(self) || self.foreign(word).is_some_and(any)
    }

    /// Whether `word` is one that begins sentences or phrases, and so no name, also where it is written small.
    pub(crate) fn is_small_word(&self, word: &str) -> bool {
        if word.len() > LONGEST_SMALL {
            return false;
        }
        spend(word.len());
        let lower = word.to_lowercase();
        let mut letters = lower.chars();
        let first = letters.next().map(char::to_uppercase);
        let capital: String = first.into_iter().flatten().chain(letters).collect();
        holds(self.phrases, &lower) || self.opens(&capital)
    }
}

/// No word that is common in all texts is longer, in bytes.
const LONGEST_SMALL: usize = 16;

fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Bytes of the longest abbreviation.
const LONGEST: usize = 32;

/// Whether `list`, which is sorted, has `word`.
pub(crate) fn holds(list: &[&str], word: &str) -> bool {
    !word.is_empty() && list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_no_abbreviation_is_too_long() {
        for customs in ALL.iter().chain(&[&common::CUSTOMS]) {
            let abbreviations =
                [customs.never, customs.titles, customs.before_number, customs.last, customs.names];
            let words = [
                customs.openers,
                customs.subjects,
                customs.labels,
                customs.articles,
                customs.letters,
                customs.months,
                customs.counted,
                customs.determiners,
                customs.quoting,
                customs.particles,
                customs.phrases,
            ];
            assert!(abbreviations.iter().chain(&words).all(|list| list.is_sorted()), "{}", customs.tag);
            assert!(abbreviations.concat().iter().all(|word| word.len() <= LONGEST), "{}", customs.tag);
        }
    }

    #[test]
    fn a_language_is_found_by_its_tag() {
        let tag = |language: &str| Customs::of(&Language::new(language)).tag;
        assert_eq!((tag("de-at"), tag("cmn-hans"), tag("zh"), tag("und")), ("de", "zh", "zh", "en"));
        assert_eq!((tag("fi"), tag("pt-br")), ("common", "pt"));
    }

    #[test]
    fn capitals_tell_abbreviations_from_words() {
        let english = |word| Customs::default_for_all().abbreviation(word);
        assert_eq!(english("Sat"), Some(Abbreviation::MayBeLast));
        assert_eq!(english("sat"), None);
        assert_eq!(english("dr"), Some(Abbreviation::Title));
        assert_eq!(english("No"), Some(Abbreviation::BeforeNumber));
    }
}
