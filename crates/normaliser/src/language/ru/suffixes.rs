//! Figures with the end of their word behind a hyphen: `3-м этаже`, `90-е годы`, `2-х`, `100-летие`, `10-процентный`.

use crate::customs::Customs;
use crate::language::ru::cardinal::cardinal;
use crate::language::ru::governors;
use crate::language::ru::ordinal::{self, compound, ordinal};
use crate::language::slavic::gap::word_at;
use crate::language::slavic::grammar::{Agreement, Case, Gender};
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

/// `3-м`, `27-го`, `5-ти`.
pub(super) fn suffix(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (number, suffix, length) = parts(place)?;
    let next = place.next_word(length).to_lowercase();
    let words = as_cardinal(number, suffix, &next).or_else(|| {
        let form = form(suffix, number, &next, governors::cases(place))?;
        ordinal(number, form)
    })?;
    Some(Said::new(length, words))
}

/// `100-летие`, `25-летний`, `5-этажный`: one word with the number before it.
pub(super) fn compounds(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (number, word, length) = parts(place)?;
    let is_word = word.chars().count() > 3 && word.chars().all(|c| c.is_lowercase());
    is_word.then(|| Some(Said::new(length, format!("{}{word}", compound(number)?))))?
}

/// The number, the letters behind its hyphen, and the length of all.
fn parts(place: Place<'_>) -> Option<(u64, &str, usize)> {
    let text = place.rest();
    let (digits, length) = digits::run(text).filter(|(digits, _)| digits.len() <= 7)?;
    let hyphen = text[length..].chars().next().filter(|c| matches!(c, '-' | '‑' | '–'))?;
    let start = length + hyphen.len_utf8();
    let letters = word_at(&text[start..]);
    let directly = !letters.is_empty() && text[start..].starts_with(letters) && place.begins_word();
    directly.then_some((digits.parse().ok()?, letters, start + letters.len()))
}

/// The endings that cardinals are written with: `2-х`, `5-ти`, `3-мя`.
fn as_cardinal(number: u64, suffix: &str, next: &str) -> Option<String> {
    let last = number % 10;
    let case = match suffix {
        "х" if matches!(last, 2..=4)
            && !next.ends_with("ых")
            && !next.ends_with("годов")
            && !next.ends_with("годах") =>
        {
            Case::Genitive
        }
        "ух" | "ёх" | "ех" => Case::Genitive,
        "м" if matches!(last, 2..=4) && next.ends_with("ам") => Case::Dative,
        "ум" | "ём" if last != 1 => Case::Dative,
        "мя" | "умя" | "емя" => Case::Instrumental,
        "ти" | "и" | "ми" if !(suffix == "ми" && matches!(last, 0 | 1)) => Case::Genitive,
        "ью" | "тью" => Case::Instrumental,
        "ка" => return None,
        _ => return None,
    };
    cardinal(number, Agreement::plain(case))
}

/// In which form of an ordinal the suffix ends.
fn form(suffix: &str, number: u64, next: &str, cases: &[Case]) -> Option<ordinal::Place> {
    use Gender::{Feminine, Masculine, Neuter};
    let one = ordinal::Place::new;
    Some(match suffix {
        "й" | "ый" | "ой" | "ий" => {
            let feminine = matches!(suffix, "й" | "ой") && is_feminine_oblique(next, cases);
            if feminine { one(Case::Genitive, Feminine) } else { one(Case::Nominative, Masculine) }
        }
        "я" | "ая" | "ья" => one(Case::Nominative, Feminine),
        "ю" | "ую" | "ью" => one(Case::Accusative, Feminine),
        "е" | "ое" | "ые" | "ье" | "ьи" if suffix.starts_with('ы') || is_plural(next, number) => {
            ordinal::Place::plural(Case::Nominative)
        }
        "е" | "ое" | "ье" => one(Case::Nominative, Neuter),
        "го" | "ого" | "его" => one(Case::Genitive, Masculine),
        "му" | "ому" | "ему" => one(Case::Dative, Masculine),
        "м" if next.ends_with("ам") || next.ends_with("ям") => ordinal::Place::plural(Case::Dative),
        "м" | "ым" | "им" | "ом" | "ем" => {
            let locative = cases.contains(&Case::Locative) && !next.ends_with("ом") && !next.ends_with("ем");
            let instrumental = !matches!(suffix, "ом" | "ем") && !locative;
            one(if instrumental { Case::Instrumental } else { Case::Locative }, Masculine)
        }
        "х" | "ых" | "их" => ordinal::Place::plural(Case::Genitive),
        "ми" | "ыми" | "ими" => ordinal::Place::plural(Case::Instrumental),
        _ => return None,
    })
}

/// Whether the bare `-й` is that of a feminine noun in an oblique case.
fn is_feminine_oblique(next: &str, cases: &[Case]) -> bool {
    let oblique = cases.iter().any(|case| !matches!(case, Case::Accusative | Case::Nominative));
    match next.chars().next_back() {
        None => oblique,
        Some('е' | 'и' | 'ы') => true,
        Some('й') => oblique && (next.ends_with("ой") || next.ends_with("ей")),
        Some(_) => false,
    }
}

/// Whether `-е` is that of a plural: by the noun, or a decade without any.
fn is_plural(next: &str, number: u64) -> bool {
    match next.chars().next_back() {
        Some('ы' | 'и' | 'а') => true,
        Some('е') => next.ends_with("ые") || next.ends_with("ие") && !next.ends_with("ние"),
        _ => number >= 10 && number.is_multiple_of(10) && !(100..=1_000).contains(&number),
    }
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("ru")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn suffixes_of_ordinals() {
        assert_eq!(said("в 5-м ряду"), "в пятом ряду");
        assert_eq!(said("перед 5-м рядом"), "перед пятым рядом");
        assert_eq!(said("8-й вагон"), "восьмой вагон");
        assert_eq!(said("из 8-й двери"), "из восьмой двери");
        assert_eq!(said("заняла 1-е место"), "заняла первое место");
        assert_eq!(said("музыка 80-х"), "музыка восьмидесятых");
        assert_eq!(said("любим 70-е"), "любим семидесятые");
        assert_eq!(said("купил 3-ю книгу"), "купил третью книгу");
    }

    #[test]
    fn suffixes_of_cardinals() {
        assert_eq!(said("в 2-х словах"), "в двух словах");
        assert_eq!(said("около 5-ти часов"), "около пяти часов");
    }

    #[test]
    fn words_with_a_number_in_them() {
        assert_eq!(said("25-летний сосед"), "двадцатипятилетний сосед");
        assert_eq!(said("9-этажный дом"), "девятиэтажный дом");
        assert_eq!(said("40-градусный мороз"), "сорокаградусный мороз");
    }
}
