//! Years: `в 1945 году`, `к 2030 г.`, `2005–2010 гг.`, `в 1812`. The last word is an ordinal in the case of `год`.

use crate::customs::Customs;
use crate::language::abbreviation;
use crate::language::ru::cardinal::{Class, class};
use crate::language::ru::governors;
use crate::language::ru::ordinal::{self, ordinal};
use crate::language::slavic::gap::{space, word_at};
use crate::language::slavic::grammar::{Case, Gender, Inflection, Plurality};
use crate::parse::digits;
use crate::place::{Place, first_word};
use crate::rule::Said;

/// The forms of the word `year`.
const FORMS: &[(&str, Inflection)] = &[
    ("год", Inflection(Plurality::Singular, Case::Nominative)),
    ("года", Inflection(Plurality::Singular, Case::Genitive)),
    ("году", Inflection(Plurality::Singular, Case::Locative)),
    ("годом", Inflection(Plurality::Singular, Case::Instrumental)),
    ("годе", Inflection(Plurality::Singular, Case::Locative)),
    ("годы", Inflection(Plurality::Plural, Case::Nominative)),
    ("годов", Inflection(Plurality::Plural, Case::Genitive)),
    ("годам", Inflection(Plurality::Plural, Case::Dative)),
    ("годами", Inflection(Plurality::Plural, Case::Instrumental)),
    ("годах", Inflection(Plurality::Plural, Case::Locative)),
];

/// A year with the word for it behind.
pub(super) fn year(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (number, length) = figures(text, place)?;
    let start = length + space(&text[length..]);
    let word = word_at(&text[start..]);
    match word {
        "г" | "гг" => short(place, number, (length, start, word)),
        _ => {
            let (_, Inflection(_, case)) = FORMS.iter().find(|(form, _)| *form == word)?;
            is_ordinal(number, word).then_some(())?;
            let case = if word == "году" && is_dative(place) { Case::Dative } else { *case };
            Some(Said::new(length, ordinal(number, ordinal::Place::new(case, Gender::Masculine))?))
        }
    }
}

/// Whether a number before a form of `год` cannot be, or will not be, how many there are.
fn is_ordinal(number: u64, word: &str) -> bool {
    let counts = matches!(
        (class(number), word),
        (Class::One, "год" | "года" | "году" | "годом" | "годе") | (Class::Few, "года")
    );
    (1_000..2_200).contains(&number) || (number > 99 && !counts)
}

fn is_dative(place: Place<'_>) -> bool {
    governors::cases(place).contains(&Case::Dative)
}

/// `1934 г.`, `1941–1945 гг.`
fn short(place: Place<'_>, number: u64, (length, start, word): (usize, usize, &str)) -> Option<Said> {
    let dotted = place.rest()[start + word.len()..].starts_with('.');
    let governed = case(place);
    // `500 г` are grams.
    let likely = if number < 1_000 { dotted && governed.is_some() } else { dotted || governed.is_some() };
    let case = likely.then(|| governed.unwrap_or(Case::Genitive))?;
    let plurality = if word == "гг" { Plurality::Plural } else { Plurality::Singular };
    let end = abbreviation::with_stop(place.rest(), start + word.len());
    let (spoken, _) =
        FORMS.iter().find(|(_, form)| *form == Inflection(plurality, alike(case, plurality)))?;
    let said = Said::new(length, ordinal(number, ordinal::Place::new(case, Gender::Masculine))?);
    Some(said.then(end, spoken))
}

/// The accusative of `год` is like its nominative, and its dative like its locative.
fn alike(case: Case, plurality: Plurality) -> Case {
    match (case, plurality) {
        (Case::Accusative, _) => Case::Nominative,
        (Case::Dative, Plurality::Singular) => Case::Locative,
        _ => case,
    }
}

/// Words that say when something is, behind which four figures are a year.
const WHEN: &[&str] = &[
    "в",
    "с",
    "до",
    "после",
    "к",
    "по",
    "начале",
    "конце",
    "лете",
    "летом",
    "зимой",
    "весной",
    "осенью",
    "январе",
    "феврале",
    "марте",
    "апреле",
    "мае",
    "июне",
    "июле",
    "августе",
    "сентябре",
    "октябре",
    "ноябре",
    "декабре",
];

/// A year whose word for it comes with the next one, or not at all: `с 2015 по 2020 год`, `в 1812`.
pub(super) fn bare(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (number, length) = figures(text, place)?;
    (1_100..2_100).contains(&number).then_some(())?;
    let case = if leads_to_year(&text[length..]) {
        case(place).unwrap_or(Case::Nominative)
    } else {
        let free = !text[length..]
            .trim_start()
            .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '°' | '₽' | '$' | '€'));
        let plain = !text[length..].starts_with(|c: char| {
            matches!(c, ',' | '.' | ':' | '/') && text[length + 1..].starts_with(|c: char| c.is_ascii_digit())
        });
        let word = governors::word(place)?;
        (free && plain && WHEN.contains(&word.as_str())).then(|| case(place).unwrap_or(Case::Genitive))?
    };
    Some(Said::new(length, ordinal(number, ordinal::Place::new(case, Gender::Masculine))?))
}

/// `гг.` behind a decade with an ending: `1990-е гг.`, `в 20-х гг.`
pub(super) fn decade(place: Place<'_>, _: &Customs) -> Option<Said> {
    let length = place.rest().strip_prefix("гг").filter(|_| place.may_end("гг".len())).map(|_| "гг".len())?;
    let suffix = place.previous_word();
    let before = place.before().trim_end().strip_suffix(suffix)?.strip_suffix(['-', '‑'])?;
    let bare = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let words = match suffix {
        "е" => "годы",
        "х" if matches!(crate::place::last_word(bare).to_lowercase().as_str(), "в" | "о") => "годах",
        "х" => "годов",
        "м" => "годам",
        _ => return None,
    };
    (bare.len() < before.len()).then(|| Said::new(abbreviation::with_stop(place.rest(), length), words))
}

/// Whether another year follows with the word for both.
fn leads_to_year(text: &str) -> bool {
    let rest = text.trim_start();
    let links = ["по ", "до ", "и ", "или ", "на ", "–", "-", "—"];
    let Some(rest) = links.iter().find_map(|link| rest.strip_prefix(link)) else { return false };
    let rest = rest.trim_start();
    let Some((_, length)) = digits::run(rest).filter(|(digits, _)| digits.len() == 4) else { return false };
    let word = first_word(&rest[length..]);
    matches!(word, "г" | "гг") || FORMS.iter().any(|(form, _)| *form == word)
}

fn figures(text: &str, place: Place<'_>) -> Option<(u64, usize)> {
    let (digits, length) = digits::run(text).filter(|(digits, _)| (3..=4).contains(&digits.len()))?;
    let number = digits.parse().ok().filter(|_| !digits.starts_with('0'))?;
    (place.begins_word() && place.may_end(length)).then_some((number, length))
}

/// The case of a year by what governs it.
fn case(place: Place<'_>) -> Option<Case> {
    Some(match governors::word(place)?.as_str() {
        "в" | "во" | "о" | "об" | "при" => Case::Locative,
        "к" | "ко" => Case::Dative,
        "на" | "за" | "по" | "под" | "через" => Case::Accusative,
        "перед" | "между" | "над" => Case::Instrumental,
        word => governors::governed(word).first().copied().filter(|case| *case == Case::Genitive)?,
    })
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("ru")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn years_are_ordinals() {
        assert_eq!(said("до 2001 года"), "до две тысячи первого года");
        assert_eq!(said("с 1701 по 1703 год"), "с тысяча семьсот первого по тысяча семьсот третий год");
        assert_eq!(said("к 1990 г. всё"), "к тысяча девятьсот девяностому году всё");
        assert_eq!(said("в 988 году"), "в девятьсот восемьдесят восьмом году");
        assert_eq!(said("в 1920-х гг. тут"), "в тысяча девятьсот двадцатых годах тут");
        assert_eq!(said("Это было в 1612."), "Это было в тысяча шестьсот двенадцатом.");
    }

    #[test]
    fn how_many_years_is_no_year() {
        assert_eq!(said("ему 21 год"), "ему двадцать один год");
        assert_eq!(said("за 3 года"), "за три года");
        assert_eq!(said("в 1500 местах"), "в тысяче пятистах местах");
    }
}
