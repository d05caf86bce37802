//! Words that are written short: `M.`, `p. ex.`, `n.º`, `Sig.ra`. Read [`Abbreviation`] first.

use crate::language::romance::grammar::Gender;
use crate::language::romance::roman;
use crate::language::romance::tongue::Tongue;
use crate::parse::digits;
use crate::place::{Place, first_word, last_word};
use crate::rule::Said;

/// A short form and what it stands for.
#[derive(Debug)]
pub(crate) struct Abbreviation {
    /// How it is written: a space may be left out or be any space, `(.)` at the end is a full stop that may be left out.
    pub(crate) written: &'static str,
    pub(crate) words: &'static str,
    /// The words if several numbers follow.
    pub(crate) many: &'static str,
    pub(crate) when: When,
}

/// Where a short form is one, for many look like other words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Always,
    /// Before a capital letter.
    BeforeName,
    /// Before a word with a capital, which is no initial.
    BeforeWholeName,
    /// Before the name of a person of this gender, as the last letter tells.
    Before(Gender),
    /// Before a name that begins with a vowel.
    BeforeVowel,
    /// Before a figure or a Roman numeral.
    BeforeNumber,
    /// Before a lower case letter.
    BeforeWord,
    /// Behind figures, a short word allowed between: `9 de ago.`
    AfterNumber,
    /// Behind an article or the like that ends so.
    AfterWord(&'static [&'static str]),
}

impl Abbreviation {
    pub(crate) const fn new(written: &'static str, words: &'static str, when: When) -> Self {
        Self { written, words, many: "", when }
    }

    /// With other words before several numbers.
    pub(crate) const fn or(self, many: &'static str) -> Self {
        Self { many, ..self }
    }
}

/// The longest short form at the place that can be one there.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    find(place, tongue, |_| true)
}

/// The same of those with a full stop or a stroke inside, which look like addresses: `a.C.`, `P.za`, `c/`.
pub(super) fn with_marks_inside(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    find(place, tongue, |abbreviation| {
        let written = abbreviation.written.trim_end_matches('.');
        written.contains(['.', '/']) && !written.ends_with("(.)")
    })
}

fn find(place: Place<'_>, tongue: &Tongue, among: fn(&Abbreviation) -> bool) -> Option<Said> {
    if !place.begins_word() {
        return None;
    }
    let tag = tongue.customs.tag;
    let mut best: Option<(usize, &Abbreviation)> = None;
    for abbreviation in tongue.abbreviations.iter().filter(|abbreviation| among(abbreviation)) {
        let Some(length) = length(abbreviation, place) else { continue };
        if best.is_none_or(|(longest, _)| length > longest) && fits(abbreviation.when, place, length, tag) {
            best = Some((length, abbreviation));
        }
    }
    let (length, abbreviation) = best?;
    let mut said = said(place, length, abbreviation, tag);
    if abbreviation.when == When::AfterNumber && is_month_without_of(place, tongue, abbreviation.words) {
        said.words.insert_str(0, &format!("{} ", tongue.dates.of));
    }
    Some(said)
}

/// `12 feb.`, where the language has a word between day and month that is not written.
fn is_month_without_of(place: Place<'_>, tongue: &Tongue, words: &str) -> bool {
    let day =
        place.before().trim_end().ends_with(|c: char| digits::value(c).is_some() || matches!(c, 'º' | '°'));
    day && !tongue.dates.of.is_empty() && tongue.dates.months.contains(&words)
}

fn said(place: Place<'_>, length: usize, abbreviation: &Abbreviation, tag: &str) -> Said {
    let rest = place.rest();
    let several = !abbreviation.many.is_empty() && are_several_numbers(&rest[length..]);
    let words = if several { abbreviation.many } else { abbreviation.words };
    let behind = &rest[length..];
    let elided = if words.ends_with('\'') { behind.len() - behind.trim_start().len() } else { 0 };
    // The full stop of a sentence is left to the engine, for the fall of the voice.
    let last = elided == 0 && place.ends_sentence(length, tag);
    Said::new(length + elided - usize::from(last), words)
}

/// The length of a short form at the place, if it stands there.
fn length(abbreviation: &Abbreviation, place: Place<'_>) -> Option<usize> {
    let written = abbreviation.written;
    let (form, dot) = written.strip_suffix("(.)").map_or((written, false), |form| (form, true));
    let text = place.rest();
    let (first, found) = (form.chars().next()?, text.chars().next()?);
    let capital = || first.to_uppercase().eq([found]) && may_be_capital(abbreviation, place);
    if !(same(first, found) || capital()) {
        return None;
    }
    let mut length = found.len_utf8();
    for c in form.chars().skip(1) {
        match (c, text[length..].chars().next()) {
            (' ', Some(space @ (' ' | '\u{A0}' | '\u{202F}'))) => length += space.len_utf8(),
            (' ', _) => {}
            (_, Some(next)) if same(c, next) => length += next.len_utf8(),
            _ => return None,
        }
    }
    if dot && text[length..].starts_with('.') {
        return Some(length + 1);
    }
    let whole = !form.ends_with(char::is_alphabetic) || place.may_end(length);
    whole.then_some(length)
}

/// Whether a short form in small letters may begin with a capital: at the beginning of a sentence, or before a number.
/// Elsewhere it is a name (`Sam.`), and a single letter is one everywhere.
fn may_be_capital(abbreviation: &Abbreviation, place: Place<'_>) -> bool {
    let form = abbreviation.written;
    let before = place.before().trim_end();
    let begins = before.is_empty()
        || before.ends_with(['.', '!', '?', ':', ';', '(', '«', '“', '"', '—', '–', '¿', '¡']);
    let small = !(form.contains(char::is_uppercase) || (form.len() == 2 && form.ends_with('.')));
    small && (begins || abbreviation.when == When::BeforeNumber)
}

fn same(written: char, found: char) -> bool {
    written == found || (written == '\'' && found == '’') || (written == '-' && found == '‑')
}

fn fits(when: When, place: Place<'_>, length: usize, tag: &str) -> bool {
    let behind = place.rest()[length..].trim_start_matches([' ', '\u{A0}', '\u{202F}', '-']);
    let name = behind.trim_start_matches(['«', '“', '"', '(']).trim_start();
    let is_name = name.starts_with(char::is_uppercase) && !place.ends_sentence(length, tag);
    let is_whole = is_name
        && first_word(name).chars().count() > 1
        && place.rest()[length..].starts_with(char::is_whitespace);
    match when {
        When::Always => true,
        When::BeforeName => is_name,
        When::BeforeWholeName => is_whole,
        When::Before(gender) => is_whole && gender_of_name(name) == gender,
        When::BeforeVowel => {
            is_whole && name.starts_with(['A', 'E', 'I', 'O', 'U', 'Á', 'É', 'Í', 'Ó', 'Ú', 'Â', 'Ê', 'Ô'])
        }
        When::BeforeNumber => begins_with_number(behind),
        When::BeforeWord => behind.starts_with(char::is_lowercase),
        When::AfterNumber => is_behind_number(place.before()),
        When::AfterWord(words) => words.contains(&place.previous_word().to_lowercase().as_str()),
    }
}

fn gender_of_name(text: &str) -> Gender {
    let name = first_word(text);
    if name.ends_with('a') { Gender::Feminine } else { Gender::Masculine }
}

fn begins_with_number(text: &str) -> bool {
    let roman = text.bytes().take_while(|c| matches!(c, b'I' | b'V' | b'X' | b'L')).count();
    text.starts_with(|c| digits::value(c).is_some())
        || (roman > 0 && !text[roman..].starts_with(char::is_alphanumeric))
}

/// Whether figures stand before, with at most a short word such as `de` between.
fn is_behind_number(before: &str) -> bool {
    let is_number =
        |text: &str| text.ends_with(|c: char| digits::value(c).is_some() || matches!(c, 'º' | '°'));
    let before = before.trim_end();
    let without_of = before.strip_suffix(" de").unwrap_or(before).trim_end();
    let ordinal = without_of.strip_suffix("er").unwrap_or(without_of);
    let century = last_word(before);
    roman::may_be_century(century) || is_number(before) || is_number(without_of) || is_number(ordinal)
}

/// `4–7`, `4 et 7`, `4, 7`: more than one number, the second greater.
fn are_several_numbers(behind: &str) -> bool {
    let text = behind.trim_start();
    let Some((first, length)) = digits::run(text) else { return false };
    let text = text[length..].trim_start();
    let joined = ["–", "-", "et ", "y ", "e ", "à ", "a ", "ou ", "o ", "al "];
    let rest = joined.iter().find_map(|join| text.strip_prefix(join));
    let second = rest.and_then(|rest| digits::run(rest.trim_start()));
    second.is_some_and(|(second, _)| (first.len(), &first) < (second.len(), &second))
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn short_forms_depend_on_what_follows() {
        check(
            "fr",
            &[
                ("Mme Roux et M. Blanc", "madame Roux et monsieur Blanc"),
                ("les p. 3 et 4", "les pages trois et quatre"),
                ("du thé, du lait, etc.", "du thé, du lait, et cetera."),
                ("du lait, etc. Ensuite, on boit.", "du lait, et cetera. Ensuite, on boit."),
                (
                    "Je vais au point M. Ensuite, M. Le Goff part.",
                    "Je vais au point M. Ensuite, monsieur Le Goff part.",
                ),
                ("le point M. Dupont y va, M. Petit aussi", "le point M. Dupont y va, monsieur Petit aussi"),
            ],
        );
        check(
            "es",
            &[
                ("la Ing. Soto", "la ingeniera Soto"),
                ("D. Luis, S. A.", "don Luis, s a."),
                ("el 4 feb. de 1990", "el cuatro de febrero de mil novecientos noventa"),
            ],
        );
        check(
            "it",
            &[
                ("S. Anna e S. Marco", "sant'Anna e san Marco"),
                ("nel 12 a.C. in P.za Po", "nel dodici avanti Cristo in piazza Po"),
            ],
        );
        check("pt", &[("D. Lúcia e D. Jorge", "dona Lúcia e dom Jorge"), ("na R. Nova", "na rua Nova")]);
    }
}
