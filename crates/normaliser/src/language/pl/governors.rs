//! In which case a number stands: prepositions and other words that ask for one. Start with [`cases`].

use crate::language::slavic::context::{Between, governor};
use crate::language::slavic::grammar::Case::{
    self, Accusative, Dative, Genitive, Instrumental, Locative, Nominative,
};
use crate::place::Place;

const BETWEEN: Between = Between {
    adverbs: &[
        "prawie",
        "niemal",
        "dokładnie",
        "tylko",
        "jeszcze",
        "już",
        "aż",
        "zaledwie",
        "jedynie",
        "mniej",
        "więcej",
        "mi",
        "ci",
        "mu",
        "jej",
        "nam",
        "wam",
        "im",
        "nas",
        "was",
        "się",
        "te",
        "tych",
        "tym",
        "tymi",
        "pierwsze",
        "pierwszych",
        "ostatnie",
        "ostatnich",
        "ostatnimi",
        "kolejne",
        "kolejnych",
        "następne",
        "następnych",
        "wszystkie",
        "wszystkich",
        "moje",
        "moich",
        "nasze",
        "naszych",
        "minus",
        "plus",
        "jakieś",
        "jakichś",
        "tylko",
        "łącznie",
        "razem",
        "najwyżej",
        "też",
        "także",
        "średnio",
        "godz",
        "numer",
    ],
    links: &["i", "oraz", "lub", "albo", "a", "czy"],
    short: &["ok", "godz"],
};

/// Words and the cases that they govern, the likelier first where nothing else tells.
const GOVERNORS: &[(&[&str], &[Case])] = &[
    (
        &[
            "do",
            "od",
            "ode",
            "bez",
            "beze",
            "dla",
            "około",
            "ok",
            "koło",
            "poniżej",
            "powyżej",
            "spośród",
            "wśród",
            "oprócz",
            "zamiast",
            "u",
            "obok",
            "według",
            "podczas",
            "ciągu",
            "wieku",
            "wysokości",
            "sprzed",
            "spod",
            "znad",
            "wokół",
            "mimo",
            "pomimo",
            "względem",
            "zza",
            "brakuje",
            "brakowało",
            "brak",
            "zabrakło",
            "zabraknie",
            "braknie",
            "potrzeba",
            "trzeba",
            "potrzebuję",
            "potrzebuje",
            "potrzebujemy",
            "potrzebują",
            "potrzebował",
            "potrzebowała",
            "wymaga",
            "wymagało",
            "wymagają",
            "dotyczy",
            "sięga",
            "sięgnęła",
            "sięgnął",
            "sięgnęło",
            "sięgają",
            "szuka",
            "szukamy",
            "szukam",
            "używa",
            "używam",
            "słucha",
            "żąda",
            "połowa",
            "większość",
            "wartości",
            "długości",
            "szerokości",
            "wzrostu",
            "wagi",
            "odległości",
            "ilości",
            "liczby",
            "grupa",
            "granicach",
        ],
        &[Genitive],
    ),
    (&["z", "ze"], &[Genitive, Instrumental]),
    (&["ku", "dzięki", "przeciw", "przeciwko", "wbrew", "naprzeciw"], &[Dative]),
    (&["przez", "ponad", "poprzez"], &[Accusative]),
    (&["na", "w", "we", "o", "po"], &[Accusative, Locative]),
    (&["za", "pod", "nad"], &[Accusative, Instrumental]),
    (&["przed", "przede", "między", "pomiędzy", "poza"], &[Instrumental]),
    (&["przy"], &[Locative]),
];

/// The word that governs a number at the place, in lower case.
pub(super) fn word(place: Place<'_>) -> Option<String> {
    governor(place.before(), &BETWEEN).map(|governor| governor.word)
}

/// The cases in which a number at the place may stand, the likelier first; empty if nothing governs it.
pub(super) fn cases(place: Place<'_>) -> &'static [Case] {
    let Some(governor) = governor(place.before(), &BETWEEN) else { return &[] };
    let cases = governed(&governor.word);
    // The object of a negated verb is in the genitive, and so is what there is not.
    let of_verb = cases.is_empty() || cases.contains(&Case::Nominative);
    if governor.before == "nie" && of_verb { &[Case::Genitive] } else { cases }
}

/// The cases that a word in lower case governs. Behind what looks like a verb this is the accusative of its object, or the
/// nominative of what does it.
pub(super) fn governed(word: &str) -> &'static [Case] {
    if let Some((_, cases)) = GOVERNORS.iter().find(|(words, _)| words.contains(&word)) {
        return cases;
    }
    if is_verb(word) { &[Accusative, Nominative] } else { &[] }
}

/// Whether a word looks like a verb that may have an object.
fn is_verb(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ał", "ił", "ył", "ała", "iła", "yła", "ali", "ili", "yli", "ały", "iły", "yły", "em", "am", "uję",
        "ął", "ęła", "ęli", "ęły", "uje", "ują", "ają", "my", "cie", "aj", "uj", "ć", "no", "to", "sz", "ma",
        "mam", "kup", "weź", "daj", "czekaj",
    ];
    const COPULAS: &[&str] =
        &["był", "była", "było", "były", "byli", "jest", "są", "będzie", "został", "została"];
    const OTHERS: &[&str] = &["stanowi", "stanowią", "wynosi", "wynoszą", "zjadł", "zjadła", "straci"];
    const WITHOUT_OBJECT: &[&str] = &["minę", "miną", "płyn", "upłyn", "zgin", "zniknę", "zniknął"];
    if OTHERS.contains(&word) {
        return true;
    }
    word.chars().count() >= 3
        && !WITHOUT_OBJECT.iter().any(|stem| word.starts_with(stem))
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !COPULAS.contains(&word)
}

/// The case of a noun that the rules say themselves, behind a number of `length` bytes with its signs.
pub(super) fn case_at(place: Place<'_>, length: usize) -> Case {
    let cases = cases(place);
    let Some(first) = cases.first() else { return Nominative };
    let with = cases.contains(&Genitive) && cases.contains(&Instrumental);
    if with && is_with(place, length) { Instrumental } else { *first }
}

/// Whether `z 5 kg` is with them, as what something has, not from or of them.
fn is_with(place: Place<'_>, length: usize) -> bool {
    let behind = place.rest().get(length..).unwrap_or_default();
    let leads_on = behind.split_whitespace().take(4).any(|word| matches!(word, "do" | "na"));
    let percent = place.rest()[..length].ends_with('%');
    let begins = place.before().trim_start().chars().count() <= 2;
    !leads_on && !percent && !begins
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Case {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        case_at(Place::new(text, at, text.len()), 1)
    }

    #[test]
    fn words_govern() {
        assert_eq!(at("od 5 kg"), Genitive);
        assert_eq!(at("brakuje mi 5 kg"), Genitive);
        assert_eq!(at("z 5 kg do 7 kg"), Genitive);
        assert_eq!(at("worek z 5 kg mąki"), Instrumental);
        assert_eq!(at("przy 5 °C"), Locative);
        assert_eq!(at("ok. 5 km"), Genitive);
        assert_eq!(at("to jest 5 km"), Nominative);
    }
}
