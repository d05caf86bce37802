//! How a number agrees with a noun that the text itself says: by the noun's ending, which must fit the number, and by what
//! governs both. Start with [`counted`].

use crate::language::pl::cardinal::{Class, cardinal, class, collective};
use crate::language::pl::governors;
use crate::language::pl::lexicon::{self, ends_any};
use crate::language::slavic::grammar::{Agreement, Case, Gender, Life};
use crate::language::slavic::lists::{behind_listed, has};
use crate::place::{Place, first_word};

/// What stands before the further numbers of a list: `do 20`, `lub 3`, `–5`.
const LINKS: &[&str] = &["do ", "i ", "lub ", "albo ", "a ", "–", "-", "—", ","];

/// The words of a number of `length` bytes as what follows asks for them.
pub(super) fn counted(place: Place<'_>, length: usize, number: u64) -> Option<String> {
    let noun = behind(place.rest().get(length..).unwrap_or_default()).noun.unwrap_or_default().to_lowercase();
    if lexicon::is_collective(&noun) && !noun.is_empty() {
        let case = collective_case(&noun, governors::cases(place));
        if let Some(words) = collective(number, case) {
            return Some(words);
        }
    }
    cardinal(number, agreement(place, length, number))
}

fn collective_case(noun: &str, cases: &[Case]) -> Case {
    plural_case(noun, "").unwrap_or_else(|| match cases.first() {
        Some(Case::Genitive) => Case::Genitive,
        Some(Case::Instrumental) => Case::Instrumental,
        _ => Case::Nominative,
    })
}

/// What stands behind a number.
struct Behind<'a> {
    /// Whether it is counted by another number that this one is listed with.
    listed: bool,
    adjective: Option<&'a str>,
    noun: Option<&'a str>,
}

/// How a number of `length` bytes agrees with what follows.
pub(super) fn agreement(place: Place<'_>, length: usize, number: u64) -> Agreement {
    let cases = governors::cases(place);
    let behind = behind(place.rest().get(length..).unwrap_or_default());
    let noun = behind.noun.map(str::to_lowercase).unwrap_or_default();
    let adjective = behind.adjective.map(str::to_lowercase).unwrap_or_default();
    if noun.is_empty() && adjective.is_empty() {
        return alone(place, cases);
    }
    match class(number) {
        Class::One if !behind.listed => one(&noun, &adjective, cases),
        Class::One | Class::Few => few(&noun, &adjective, cases),
        Class::Many => many(&noun, &adjective, cases),
    }
}

/// Without a noun only what was counted before can show what this number counts: `z 31 uczniów zdało 29`.
fn alone(place: Place<'_>, cases: &[Case]) -> Agreement {
    let case = cases.first().copied().unwrap_or(Case::Nominative);
    let direct = matches!(case, Case::Nominative | Case::Accusative) && cases.len() != 1;
    let life = if direct && counted_persons(place) { Life::Person } else { Life::Thing };
    Agreement { life, ..Agreement::plain(case) }
}

/// Whether the last number before counted persons, in the same clause or before one whose verb says what so many did.
fn counted_persons(place: Place<'_>) -> bool {
    let before = place.before();
    let Some(last) = before.rfind(|c: char| c.is_ascii_digit()) else { return false };
    let behind = &before[last + 1..];
    let did = || governors::word(place).is_some_and(|verb| verb.ends_with("ło") && !is_of_being(&verb));
    !behind.contains([';', '.', ':'])
        && (!behind.contains(',') || did())
        && lexicon::is_person(&first_word(behind).to_lowercase())
}

/// Verbs that say of things as well as of persons how many there are.
fn is_of_being(verb: &str) -> bool {
    matches!(verb, "było" | "zostało" | "pozostało" | "stało" | "leżało" | "brakowało" | "wystarczyło")
}

/// The noun behind a number, other numbers that are listed with it passed over, and an adjective before it.
fn behind(text: &str) -> Behind<'_> {
    let all = text;
    let text = behind_listed(all, LINKS);
    let listed = text.len() < all.len();
    let first = first_word(text);
    if !is_counted(first) {
        return Behind { listed, adjective: None, noun: None };
    }
    if !lexicon::is_adjective(first) {
        return Behind { listed, adjective: None, noun: Some(first) };
    }
    let rest = text.trim_start();
    match Some(first_word(&rest[first.len()..])).filter(|noun| is_counted(noun)) {
        Some(noun) => Behind { listed, adjective: Some(first), noun: Some(noun) },
        None => Behind { listed, adjective: None, noun: Some(first) },
    }
}

fn is_counted(word: &str) -> bool {
    word.chars().count() > 2 && word.starts_with(char::is_lowercase) && !has(lexicon::NO_NOUNS, word)
}

/// The case that a plural shows by its ending, if it is none of the ambiguous ones.
fn plural_case(noun: &str, adjective: &str) -> Option<Case> {
    if ends_any(noun, &["ami", "łmi", "źmi", "ćmi", "ńmi"]) || ends_any(adjective, &["ymi", "imi"]) {
        Some(Case::Instrumental)
    } else if noun.ends_with("om") && !matches!(noun, "dom" | "tom" | "atom") {
        Some(Case::Dative)
    } else if noun.ends_with("ach") && noun.chars().count() > 4 {
        Some(Case::Locative)
    } else {
        None
    }
}

/// `112 pasażerów`, `25 kotów`.
fn many(noun: &str, adjective: &str, cases: &[Case]) -> Agreement {
    let case = plural_case(noun, adjective).or(cases.first().copied()).unwrap_or(Case::Nominative);
    let direct = matches!(case, Case::Nominative | Case::Accusative);
    let life = if direct && lexicon::is_person(noun) { Life::Person } else { Life::Thing };
    Agreement { life, ..Agreement::plain(case) }
}

/// `2 siostry`, `2 braci`, `3 jajek`.
fn few(noun: &str, adjective: &str, cases: &[Case]) -> Agreement {
    let feminine = lexicon::is_feminine_plural(noun);
    let gender = if feminine { Gender::Feminine } else { Gender::Masculine };
    if let Some(case) = plural_case(noun, adjective) {
        let by_governor = case == Case::Instrumental && noun.starts_with(char::is_lowercase);
        let feminine = by_governor && lexicon::is_feminine_instrumental(noun);
        return Agreement::new(case, if feminine { Gender::Feminine } else { gender });
    }
    if lexicon::is_person(noun) {
        let case = cases.first().copied().unwrap_or(Case::Nominative);
        return Agreement { life: Life::Person, ..Agreement::plain(case) };
    }
    let direct_adjective = adjective.is_empty() || ends_any(adjective, &["e"]);
    let direct = lexicon::is_direct_plural(noun) && direct_adjective;
    match cases.first() {
        None | Some(Case::Accusative | Case::Nominative) if direct => {
            Agreement::new(Case::Accusative, gender)
        }
        None | Some(Case::Accusative | Case::Nominative) => Agreement::plain(Case::Genitive),
        Some(Case::Genitive) if direct && cases.contains(&Case::Instrumental) => {
            Agreement::new(Case::Genitive, gender)
        }
        Some(case) => Agreement::new(*case, gender),
    }
}

/// `1 kota`, `1 łyżki`, `1 osobę`.
fn one(noun: &str, adjective: &str, cases: &[Case]) -> Agreement {
    if let Some(found) = by_adjective(adjective, cases) {
        return found;
    }
    let has = |case| cases.contains(&case);
    let first = cases.first().copied().unwrap_or(Case::Nominative);
    let direct = if first == Case::Nominative { Case::Nominative } else { Case::Accusative };
    match noun.chars().next_back().unwrap_or(' ') {
        'ę' => Agreement::new(Case::Accusative, Gender::Feminine),
        'ą' => Agreement::new(Case::Instrumental, Gender::Feminine),
        'a' if lexicon::is_alive(noun) && !has(Case::Genitive) => {
            Agreement { life: Life::Animal, ..Agreement::plain(Case::Accusative) }
        }
        'a' if has(Case::Genitive) => Agreement::plain(Case::Genitive),
        'a' => Agreement::new(Case::Nominative, Gender::Feminine),
        'y' | 'i' if has(Case::Locative) => Agreement::new(Case::Locative, Gender::Feminine),
        'y' | 'i' => Agreement::new(Case::Genitive, Gender::Feminine),
        'o' => Agreement::new(direct, Gender::Neuter),
        'e' if has(Case::Locative) && !lexicon::is_neuter_e(noun) => {
            let feminine = lexicon::is_feminine_locative(noun);
            Agreement::new(Case::Locative, if feminine { Gender::Feminine } else { Gender::Masculine })
        }
        'e' => Agreement::new(direct, Gender::Neuter),
        'u' if has(Case::Locative) => Agreement::plain(Case::Locative),
        'u' => Agreement::plain(Case::Genitive),
        'm' if noun.ends_with("em") && has(Case::Instrumental) => Agreement::plain(Case::Instrumental),
        'm' if noun.ends_with("um") => Agreement::new(direct, Gender::Neuter),
        'ć' | 'c' | 'z' | 'l' | 'ś' | 'ż' | 'ń' | 'ź' | 'j' if lexicon::is_feminine_soft(noun) => {
            Agreement::new(direct, Gender::Feminine)
        }
        _ if noun.ends_with("owi") => Agreement::plain(Case::Dative),
        _ => Agreement::plain(direct),
    }
}

/// What an adjective behind a one shows.
fn by_adjective(adjective: &str, cases: &[Case]) -> Option<Agreement> {
    let found = |case, gender| Some(Agreement::new(case, gender));
    let first = cases.first().copied().unwrap_or(Case::Nominative);
    match () {
        () if ends_any(adjective, &["ego"]) && first == Case::Genitive => {
            found(Case::Genitive, Gender::Masculine)
        }
        () if ends_any(adjective, &["ego"]) => {
            Some(Agreement { life: Life::Animal, ..Agreement::plain(Case::Accusative) })
        }
        () if ends_any(adjective, &["emu"]) => found(Case::Dative, Gender::Masculine),
        () if ends_any(adjective, &["ym", "im"]) => {
            let locative = cases.contains(&Case::Locative);
            found(if locative { Case::Locative } else { Case::Instrumental }, Gender::Masculine)
        }
        () if ends_any(adjective, &["ej"]) => {
            let case = cases.iter().copied().find(|case| *case != Case::Accusative).unwrap_or(Case::Genitive);
            found(case, Gender::Feminine)
        }
        () if ends_any(adjective, &["ą"]) && cases.contains(&Case::Instrumental) => {
            found(Case::Instrumental, Gender::Feminine)
        }
        () if ends_any(adjective, &["ą"]) => found(Case::Accusative, Gender::Feminine),
        () if ends_any(adjective, &["a"]) => found(Case::Nominative, Gender::Feminine),
        () if ends_any(adjective, &["e"]) => found(Case::Nominative, Gender::Neuter),
        () if ends_any(adjective, &["y", "i"]) => found(Case::Nominative, Gender::Masculine),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let start = text.find(|c: char| c.is_ascii_digit()).unwrap();
        let length = text[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - start);
        let number = text[start..start + length].parse().unwrap();
        counted(Place::new(text, start, text.len()), length, number).unwrap()
    }

    #[test]
    fn one_takes_the_gender_of_its_noun() {
        assert_eq!(said("jest 1 gruszka"), "jedna");
        assert_eq!(said("kup 1 gruszkę"), "jedną");
        assert_eq!(said("widzę 1 okno"), "jedno");
        assert_eq!(said("mam 1 psa"), "jednego");
        assert_eq!(said("bez 1 minuty"), "jednej");
        assert_eq!(said("do 1 litra"), "jednego");
    }

    #[test]
    fn two_to_four_show_gender_and_case() {
        assert_eq!(said("są 2 gazety"), "dwie");
        assert_eq!(said("są 2 stoły"), "dwa");
        assert_eq!(said("są 2 okna"), "dwa");
        assert_eq!(said("przyszło 3 lekarzy"), "trzech");
        assert_eq!(said("nie ma 3 okien"), "trzech");
        assert_eq!(said("o 4 oknach"), "czterech");
        assert_eq!(said("z 2 córkami"), "dwiema");
    }

    #[test]
    fn persons_children_and_others() {
        assert_eq!(said("było 15 studentów"), "piętnastu");
        assert_eq!(said("było 15 samochodów"), "piętnaście");
        assert_eq!(said("mają 3 dzieci"), "troje");
        assert_eq!(said("bez 5 dzieci"), "pięciorga");
        assert_eq!(said("do 12 samochodów"), "dwunastu");
        let text = "Zaproszono 40 gości, ale przyszło 31.";
        let at = text.find("31").unwrap();
        assert_eq!(counted(Place::new(text, at, text.len()), 2, 31).as_deref(), Some("trzydziestu jeden"));
    }
}
