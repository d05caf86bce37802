//! Ordinals with a full stop and as Roman numerals: `na 3. piętrze`, `XIII wiek`, `Jan III`; in the form of the noun
//! or name beside them.

use crate::customs::Customs;
use crate::language::abbreviation::with_stop;
use crate::language::pl::governors;
use crate::language::pl::lexicon::{ends_any, is_feminine_locative, is_feminine_soft};
use crate::language::pl::ordinal::{self, ordinal};
use crate::language::slavic::gap::space;
use crate::language::slavic::grammar::{Case, Gender};
use crate::parse::{digits, roman};
use crate::place::{Place, first_word, last_word};
use crate::rule::Said;

/// `3.` before a word in lower case, `3-go`.
pub(super) fn figures(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (digits, length) = digits::run(text).filter(|(digits, _)| digits.len() <= 4)?;
    let number: u64 =
        digits.parse().ok().filter(|_| place.begins_word() && !place.before().ends_with(['.', ',']))?;
    if let Some((form, more)) = suffix(&text[length..]) {
        return Some(Said::new(length + more, ordinal(number, form)?));
    }
    let behind = text[length..].strip_prefix('.')?;
    let noun = first_word(behind);
    let follows = behind.starts_with(char::is_whitespace) && noun.starts_with(char::is_lowercase);
    let begins_list = place.before().trim().is_empty() && !follows;
    if !follows || begins_list {
        return None;
    }
    Some(Said::new(length + 1, ordinal(number, before_noun(&noun.to_lowercase(), place))?))
}

/// The ending behind a hyphen, against the rules of spelling but common.
fn suffix(text: &str) -> Option<(ordinal::Place, usize)> {
    let letters = first_word(text.strip_prefix('-')?);
    let masculine = |case| ordinal::Place::new(case, Gender::Masculine);
    let form = match letters {
        "szy" | "gi" | "ci" | "ty" | "my" | "y" => masculine(Case::Nominative),
        "go" | "ego" | "tego" => masculine(Case::Genitive),
        "mu" | "emu" => masculine(Case::Dative),
        "ym" | "tym" | "szym" => masculine(Case::Locative),
        "sza" | "ga" | "cia" | "ta" | "ma" | "a" => ordinal::Place::new(Case::Nominative, Gender::Feminine),
        "ej" | "szej" | "giej" | "tej" => ordinal::Place::new(Case::Genitive, Gender::Feminine),
        "ą" => ordinal::Place::new(Case::Accusative, Gender::Feminine),
        "te" | "e" => ordinal::Place::plural(Case::Nominative),
        "tych" | "ych" => ordinal::Place::plural(Case::Genitive),
        _ => return None,
    };
    Some((form, 1 + letters.len()))
}

/// The form that the noun behind an ordinal asks for.
fn before_noun(noun: &str, place: Place<'_>) -> ordinal::Place {
    let cases = governors::cases(place);
    let has = |case| cases.contains(&case);
    let direct = if cases.first() == Some(&Case::Accusative) { Case::Accusative } else { Case::Nominative };
    let form = ordinal::Place::new;
    if PLURALS.contains(&noun) {
        return ordinal::Place::plural(direct);
    }
    match noun.chars().next_back().unwrap_or(' ') {
        'ę' => form(Case::Accusative, Gender::Feminine),
        'ą' => form(Case::Instrumental, Gender::Feminine),
        'a' if has(Case::Genitive) => form(Case::Genitive, Gender::Masculine),
        'a' => form(Case::Nominative, Gender::Feminine),
        'y' | 'i' if noun.ends_with("owi") => form(Case::Dative, Gender::Masculine),
        'y' | 'i' if has(Case::Locative) => form(Case::Locative, Gender::Feminine),
        'y' | 'i' => form(Case::Genitive, Gender::Feminine),
        'o' => form(direct, Gender::Neuter),
        'e' if has(Case::Locative) && !noun.ends_with("cje") && !is_neuter(noun) => {
            let gender = if is_feminine_locative(noun) { Gender::Feminine } else { Gender::Masculine };
            form(Case::Locative, gender)
        }
        'e' => form(direct, Gender::Neuter),
        'u' if has(Case::Locative) => form(Case::Locative, Gender::Masculine),
        'u' => form(Case::Genitive, Gender::Masculine),
        'm' if ends_any(noun, &["em", "iem"]) => form(Case::Instrumental, Gender::Masculine),
        'h' if ends_any(noun, &["ach", "ych", "ich"]) => ordinal::Place::plural(Case::Genitive),
        _ if is_feminine_soft(noun) => form(direct, Gender::Feminine),
        _ => form(direct, Gender::Masculine),
    }
}

/// Nouns that have no singular, or are numbered in the plural.
const PLURALS: &[&str] = &[
    "urodziny",
    "imieniny",
    "zawody",
    "targi",
    "mistrzostwa",
    "igrzyska",
    "lata",
    "wybory",
    "obchody",
    "eliminacje",
];

/// Nouns whose nominative ends in `-e`, where a locative would be another.
fn is_neuter(noun: &str) -> bool {
    matches!(
        noun,
        "miejsce" | "zadanie" | "pytanie" | "okrążenie" | "spotkanie" | "zdanie" | "posiedzenie" | "wydanie"
    )
}

/// An ordinal at the end, whose noun was said before: `w 22.` and more follows. Then it is most likely a minute or hour.
pub(super) fn roman_numeral(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (number, length) = roman::roman(text).filter(|_| place.begins_word())?;
    century(place, number, length)
        .or_else(|| Some(Said::new(length, ordinal(number, by_noun(place, length)?)?)))
        .or_else(|| Some(Said::new(length, ordinal(number, by_name(place)?)?)))
        .or_else(|| Some(Said::new(length, ordinal(number, by_ellipsis(place, length)?)?)))
}

/// `XIII w.`, `na przełomie XIX i XX w.`
fn century(place: Place<'_>, number: u64, length: usize) -> Option<Said> {
    let text = place.rest();
    let start = length + space(&text[length..]);
    let dotted = text[start..].strip_prefix("w.")?;
    let end = with_stop(text, start + 1);
    let _ = dotted;
    let case = century_case(place);
    let spoken = match case {
        Case::Nominative | Case::Accusative => "wiek",
        Case::Instrumental => "wiekiem",
        Case::Dative => "wiekowi",
        Case::Genitive | Case::Locative => "wieku",
    };
    Some(Said::new(length, ordinal(number, ordinal::Place::new(case, Gender::Masculine))?).then(end, spoken))
}

/// Whether a decade stands before, of which century the numeral tells: `lata 80. XX w.`
fn is_behind_decade(place: Place<'_>) -> bool {
    let Some(before) = place.before().trim_end().strip_suffix('.') else { return false };
    let word = before.trim_end_matches(|c: char| c.is_ascii_digit());
    word.len() < before.len() && last_word(word).to_lowercase().starts_with("lat")
}

fn century_case(place: Place<'_>) -> Case {
    if is_behind_decade(place) {
        return Case::Genitive;
    }
    match governors::word(place).as_deref() {
        None => Case::Nominative,
        Some("w" | "we" | "o" | "po") => Case::Locative,
        Some("przed" | "między") => Case::Instrumental,
        Some("na" | "przez") => Case::Accusative,
        Some("to" | "jest" | "był") => Case::Nominative,
        Some(_) => Case::Genitive,
    }
}

/// Nouns that Roman numerals stand before.
const STEMS: &[&str] = &[
    "wiek",
    "woj",
    "tom",
    "rozdzia",
    "klas",
    "pięt",
    "edycj",
    "zjazd",
    "kongres",
    "konkurs",
    "festiwal",
    "lig",
    "etap",
    "kwarta",
    "semestr",
    "rok",
    "stopni",
    "tysiącleci",
    "stuleci",
    "rzeczpospolit",
    "rzeczypospolit",
    "dywizj",
    "armi",
    "dynasti",
    "kadencj",
    "miejsc",
    "grup",
    "połow",
    "rozbi",
    "rozbió",
    "powstan",
    "mił",
    "krucjat",
    "olimpiad",
    "runda",
    "rund",
    "sobór",
    "sobor",
    "wojn",
    "igrzysk",
    "liceum",
];

fn by_noun(place: Place<'_>, length: usize) -> Option<ordinal::Place> {
    let mut rest = place.rest().get(length..)?.trim_start();
    for link in ["–", "-", "—", "i ", "lub ", "a ", "do "] {
        let behind = rest.strip_prefix(link).map(str::trim_start);
        if let Some((behind, more)) = behind.and_then(|behind| Some((behind, roman::roman(behind)?.1))) {
            rest = behind[more..].trim_start();
            break;
        }
    }
    let noun = first_word(rest).to_lowercase();
    if noun == "w" && rest[1..].starts_with('.') {
        return Some(ordinal::Place::new(century_case(place), Gender::Masculine));
    }
    STEMS.iter().any(|stem| noun.starts_with(stem)).then(|| before_noun(&noun, place))
}

/// The form of a numeral at the end of a clause, whose noun was said with another numeral behind the same preposition:
/// `na XI piętrze, a potem na II`.
fn by_ellipsis(place: Place<'_>, length: usize) -> Option<ordinal::Place> {
    let behind = place.rest().get(length..)?.trim_start();
    let preposition = place.previous_word();
    let governs = matches!(preposition, "na" | "w" | "we" | "z" | "ze" | "do" | "od" | "o" | "po" | "przy");
    if !governs || !(behind.is_empty() || behind.starts_with(['.', ',', ';', '!', '?', ')'])) {
        return None;
    }
    let words: Vec<&str> = place.before().split_whitespace().collect();
    let said_before = |three: &&[&str]| {
        let is_number = |word: &str| word.bytes().all(|c| c.is_ascii_digit() || b".IVXLC".contains(&c));
        three[0].to_lowercase() == preposition
            && is_number(three[1])
            && STEMS.iter().any(|stem| three[2].starts_with(stem))
    };
    let noun = first_word(words.windows(3).rev().find(said_before)?[2]).to_lowercase();
    Some(before_noun(&noun, place))
}

/// The form that a ruler's name or a word such as `rozdział` before the numeral asks for.
fn by_name(place: Place<'_>) -> Option<ordinal::Place> {
    let name = place.previous_word();
    let lower = name.to_lowercase();
    let form = |case, gender| Some(ordinal::Place::new(case, gender));
    match lower.as_str() {
        "rozdział" | "tom" | "akt" | "typ" | "stopień" | "etap" => {
            return form(Case::Nominative, Gender::Masculine);
        }
        "część" | "klasa" | "księga" | "grupa" | "scena" | "liga" => {
            return form(Case::Nominative, Gender::Feminine);
        }
        _ if !name.starts_with(char::is_uppercase) || name.chars().count() < 3 => return None,
        _ => {}
    }
    let feminine = QUEENS.iter().any(|queen| lower.starts_with(queen));
    let gender = if feminine { Gender::Feminine } else { Gender::Masculine };
    let case = match (lower.chars().next_back(), gender) {
        (Some('a'), Gender::Masculine) => Case::Genitive,
        (Some('y' | 'i'), Gender::Feminine) => Case::Genitive,
        (Some('ę'), _) => Case::Accusative,
        (Some('ą'), _) => Case::Instrumental,
        _ if lower.ends_with("owi") => Case::Dative,
        _ if lower.ends_with("em") && lower != "wilhelm" => Case::Instrumental,
        (Some('e' | 'u'), Gender::Masculine) if lower.ends_with("ie") || lower.ends_with("u") => {
            Case::Locative
        }
        _ => Case::Nominative,
    };
    form(case, gender)
}

const QUEENS: &[&str] = &[
    "elżbiet",
    "katarzyn",
    "mari",
    "ann",
    "wiktori",
    "małgorzat",
    "krystyn",
    "izabel",
    "zofi",
    "kleopatr",
    "joann",
    "beatrycz",
    "jadwig",
];

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("pl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn figures_with_a_stop_agree_with_their_noun() {
        assert_eq!(said("na 2. stronie"), "na drugiej stronie");
        assert_eq!(said("w 5. rzędzie"), "w piątym rzędzie");
        assert_eq!(said("zajął 1. miejsce"), "zajął pierwsze miejsce");
        assert_eq!(said("z 4. piętra"), "z czwartego piętra");
        assert_eq!(said("mieli 2."), "mieli dwa.");
    }

    #[test]
    fn roman_numerals() {
        assert_eq!(said("XX wiek"), "dwudziesty wiek");
        assert_eq!(said("w XIX w. żył"), "w dziewiętnastym wieku żył");
        assert_eq!(said("Zygmunta III"), "Zygmunta trzeciego");
        assert_eq!(said("Elżbieta II"), "Elżbieta druga");
        assert_eq!(said("lata 60. XIX w. były"), "lata sześćdziesiąte dziewiętnastego wieku były");
        assert_eq!(said("w IV klasie, a brat w VI."), "w czwartej klasie, a brat w szóstej.");
        assert_eq!(said("II wojna światowa"), "druga wojna światowa");
        assert_eq!(said("po I wojnie"), "po pierwszej wojnie");
    }
}
