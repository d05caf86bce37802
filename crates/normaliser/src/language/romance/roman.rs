//! Roman numerals where they are numerals: centuries, rulers, chapters, editions. Read [`RomanHabits`] first.

use crate::language::romance::grammar::{Form, Gender};
use crate::language::romance::ordinals::{Shape, Suffix};
use crate::language::romance::tongue::Tongue;
use crate::parse::roman::whole;
use crate::place::{Place, first_word, last_word};
use crate::rule::Said;

/// How Roman numerals are said.
#[derive(Debug)]
pub(crate) struct RomanHabits {
    /// Words that stand before a numeral, also their short forms without the full stop.
    pub(crate) labels: &'static [Label],
    /// Of these, those of centuries, which may be left out the second time.
    pub(crate) centuries: &'static [&'static str],
    /// How the number of a century is said.
    pub(crate) century: Reading,
    /// Names of rulers and popes.
    pub(crate) rulers: &'static [&'static str],
    /// Of these, women's names that do not end in `a`.
    pub(crate) queens: &'static [&'static str],
    /// How the number of a ruler is said.
    pub(crate) ruler: Reading,
    /// Endings that make an ordinal of a numeral.
    pub(crate) suffixes: &'static [Suffix],
    /// Articles and what is grown together with one, by gender.
    pub(crate) articles: [&'static [&'static str]; 2],
    /// What may stand between two numerals.
    pub(crate) joins: &'static [&'static str],
}

/// A word that stands before a numeral.
#[derive(Debug)]
pub(crate) struct Label {
    pub(crate) words: &'static [&'static str],
    pub(crate) gender: Gender,
    pub(crate) reading: Reading,
}

/// What kind of number a numeral is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    Cardinal,
    Ordinal,
    /// Ordinals up to ten.
    OrdinalToTen,
    /// The first alone is an ordinal.
    OrdinalOne,
}

/// A numeral as written.
struct Numeral<'a> {
    letters: &'a str,
    value: u64,
}

/// A Roman numeral.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    if !place.begins_word() {
        return None;
    }
    let rest = place.rest();
    let letters = &rest[..rest.bytes().take_while(|c| b"IVXLCDMivx".contains(c)).count()];
    let numeral = Numeral { letters, value: whole(&letters.to_uppercase())? };
    let behind = &rest[letters.len()..];
    if let Some((suffix, words)) = with_suffix(tongue, &numeral, behind) {
        return Some(Said::new(letters.len() + suffix, words));
    }
    let ends = !behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '@' | '&'));
    let words = ends.then(|| by_context(place, tongue, &numeral))??;
    let said = Said::new(letters.len(), words);
    match behind.chars().next().filter(|c| matches!(c, '-' | '–')) {
        Some(dash) if begins_with_numeral(&behind[dash.len_utf8()..]) && !tongue.numbers.to.is_empty() => {
            Some(said.then(letters.len() + dash.len_utf8(), tongue.numbers.to))
        }
        _ => Some(said),
    }
}

fn begins_with_numeral(text: &str) -> bool {
    let word = first_word(text);
    text.starts_with(word) && whole(&word.to_uppercase()).is_some()
}

/// `XIVe`, `II.ª`: the length of the ending, and the words.
fn with_suffix(tongue: &Tongue, numeral: &Numeral<'_>, behind: &str) -> Option<(usize, String)> {
    let suffix = tongue.roman.suffixes.iter().find(|suffix| {
        let rest = behind.strip_prefix(suffix.written);
        let one = suffix.last_digits.is_empty() || suffix.last_digits.contains(&numeral.value);
        one && rest
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’')))
    })?;
    // `Le`, `De`, `Me` are words.
    let plain = numeral.is_small() && numeral.letters.bytes().all(|c| c.is_ascii_uppercase());
    plain.then(|| tongue.ordinal(numeral.value, suffix.shape))?.map(|words| (suffix.written.len(), words))
}

fn by_context(place: Place<'_>, tongue: &Tongue, numeral: &Numeral<'_>) -> Option<String> {
    let before = place.before().trim_end();
    let word = last_word(before.strip_suffix('.').unwrap_or(before));
    if let Some((label, numeral)) = label(tongue, before, word).zip(numeral.behind_label()) {
        return say(tongue, numeral, label.reading, label.gender);
    }
    if !numeral.letters.bytes().all(|c| c.is_ascii_uppercase()) {
        return None;
    }
    let next = first_word(place.rest().get(numeral.letters.len()..)?);
    let ruler = ruler(tongue, place.previous_word(), numeral);
    let article = article(tongue, place.previous_word());
    if tongue.dates.months.contains(&next.to_lowercase().as_str()) {
        return say(tongue, numeral, Reading::Cardinal, Gender::Masculine);
    }
    match (ruler, article) {
        (Some((reading, gender)), _) => say(tongue, numeral, reading, gender),
        (None, Some(gender)) if numeral.is_small() => behind_article(place, tongue, numeral, (gender, next)),
        _ if tongue.roman.centuries.contains(&next) && numeral.is_small() => {
            say(tongue, numeral, Reading::Ordinal, Gender::Masculine)
        }
        _ if numeral.value > 1000 && numeral.letters.len() > 3 => {
            say(tongue, numeral, Reading::Cardinal, Gender::Masculine)
        }
        _ => None,
    }
}

/// `la II guerra`, `la I B`; `el XIX` where a century has been named before.
fn behind_article(
    place: Place<'_>,
    tongue: &Tongue,
    numeral: &Numeral<'_>,
    (gender, next): (Gender, &str),
) -> Option<String> {
    let counts = next.chars().count() > 1 && !tongue.grammar.no_nouns.contains(&next.to_lowercase().as_str());
    let class = next.chars().count() == 1 && next.starts_with(char::is_uppercase);
    if counts || class {
        return say(tongue, numeral, Reading::Ordinal, gender);
    }
    let lowered = place.before().to_lowercase();
    let named =
        lowered.split(|c: char| !c.is_alphabetic()).any(|word| tongue.roman.centuries.contains(&word));
    named.then(|| say(tongue, numeral, tongue.roman.century, gender))?
}

/// The label before a numeral, directly or before another numeral that is joined to this one.
fn label<'a>(tongue: &'a Tongue, before: &str, word: &str) -> Option<&'a Label> {
    let find = |word: &str| {
        let word = word.to_lowercase();
        tongue.roman.labels.iter().find(|label| label.words.contains(&word.as_str()))
    };
    let joined = || {
        let join = last_word(before);
        if !tongue.roman.joins.contains(&join) && !before.ends_with(['-', '–']) {
            return None;
        }
        let before = before.strip_suffix(join)?.trim_end_matches(['-', '–', ' ']);
        let other = last_word(before);
        whole(&other.to_uppercase())?;
        let before = before.strip_suffix(other)?.trim_end();
        find(last_word(before.strip_suffix('.').unwrap_or(before)))
    };
    (!word.is_empty()).then(|| find(word)).flatten().or_else(joined)
}

/// How the numeral behind a name is said, and the gender of who bears it.
fn ruler(tongue: &Tongue, name: &str, numeral: &Numeral<'_>) -> Option<(Reading, Gender)> {
    let capital = name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase);
    let known = tongue.roman.rulers.contains(&name);
    let feminine = name.ends_with('a') || tongue.roman.queens.contains(&name);
    let gender = if feminine { Gender::Feminine } else { Gender::Masculine };
    match (known, capital) {
        (true, _) if numeral.is_small() => Some((tongue.roman.ruler, gender)),
        (false, true)
            if numeral.is_small() && numeral.letters.len() > 1 && !is_article_in_capital(tongue, name) =>
        {
            Some((Reading::Cardinal, gender))
        }
        _ => None,
    }
}

fn is_article_in_capital(tongue: &Tongue, word: &str) -> bool {
    article(tongue, word).is_some()
}

/// The gender of an article.
fn article(tongue: &Tongue, word: &str) -> Option<Gender> {
    let word = word.to_lowercase();
    let [masculine, feminine] = tongue.roman.articles;
    let feminine = feminine.contains(&word.as_str()).then_some(Gender::Feminine);
    feminine.or_else(|| masculine.contains(&word.as_str()).then_some(Gender::Masculine))
}

fn say(tongue: &Tongue, numeral: &Numeral<'_>, reading: Reading, gender: Gender) -> Option<String> {
    let ordinal = match reading {
        Reading::Cardinal => false,
        Reading::Ordinal => true,
        Reading::OrdinalToTen => numeral.value <= 10,
        Reading::OrdinalOne => numeral.value == 1,
    };
    let shape = if gender == Gender::Feminine { Shape::FEMININE } else { Shape::MASCULINE };
    if ordinal { tongue.ordinal(numeral.value, shape) } else { tongue.cardinal(numeral.value, Form::Alone) }
}

impl Numeral<'_> {
    /// Whether it is one of those that name people, wars and centuries: no lone C, D, L or M, nor `CD` or `XL`.
    fn is_small(&self) -> bool {
        self.value < 40 && self.letters.bytes().all(|c| matches!(c, b'I' | b'V' | b'X'))
    }

    /// Itself, if it can stand behind a label: in small letters only where it is no word.
    fn behind_label(&self) -> Option<&Self> {
        let small = self.letters.bytes().any(|c| c.is_ascii_lowercase());
        let fits = if small {
            self.letters.len() > 1 && self.letters.bytes().all(|c| matches!(c, b'i' | b'v' | b'x'))
        } else {
            self.is_small() || self.letters.len() > 1
        };
        fits.then_some(self)
    }
}

/// Whether a word is a numeral of a century: `IIIe`, `IV`.
pub(super) fn may_be_century(word: &str) -> bool {
    let stem = word.trim_end_matches(['e', 'r', 'è', 'm']);
    whole(stem).is_some_and(|value| value <= 21)
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn numerals_are_read_by_what_they_number() {
        check(
            "fr",
            &[
                ("Henri IV et Henri Ier", "Henri quatre et Henri premier"),
                ("le XIIe siècle", "le douzième siècle"),
                ("Le CD de Me Roy", "Le c d de maître Roy"),
                ("tomes II et III", "tomes deux et trois"),
            ],
        );
        check(
            "es",
            &[
                ("siglos IX y XII", "siglos noveno y doce"),
                ("Pedro II y Pedro XII", "Pedro segundo y Pedro doce"),
                ("la VI feria", "la sexta feria"),
                ("vitamina C", "vitamina C"),
            ],
        );
        check("it", &[("nel XII secolo, atto V", "nel dodicesimo secolo, atto quinto")]);
        check(
            "pt",
            &[("século XX; o do XIX", "século vinte; o do dezenove"), ("Dom João VI", "Dom João sexto")],
        );
    }
}
