//! Roman numerals: of rulers (`Ludwig XIV.`), centuries, chapters.

use super::grammar::{Case, Ending, governed_by, ordinal_ending};
use super::numbers::{cardinal, noun_behind};
use super::ordinals;
use crate::customs::Customs;
use crate::parse::roman::{roman, whole};
use crate::place::{Place, first_word, last_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[Rule { name: "roman numeral", starts: Starts::Letter, read: numeral }];

/// What is counted in Roman numerals.
const COUNTED: &[&str] = &[
    "kapitel",
    "band",
    "teil",
    "akt",
    "buch",
    "abschnitt",
    "tafel",
    "klasse",
    "stufe",
    "gruppe",
    "phase",
    "typ",
    "anlage",
    "artikel",
    "satz",
    "szene",
    "punkt",
    "hartz",
    "titel",
    "liga",
    "und",
    "bis",
    "weltkrieg",
];

fn numeral(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    let (value, _) = roman(word).filter(|_| place.begins_word() && place.may_end(word.len()))?;
    let behind = &place.rest()[word.len()..];
    let before = place.previous_word();
    if word.len() == 1 && !single_counts(place, word, behind) {
        return None;
    }
    let counted = COUNTED.contains(&before.to_lowercase().as_str());
    let ends = behind.strip_prefix('.').is_some_and(starts_sentence);
    if let Some(after) = behind.strip_prefix('.').filter(|_| !(counted && ends)) {
        let stop = usize::from(!after.trim().is_empty() && !starts_sentence(after));
        let words = as_ordinal(place, value, after, customs)?;
        return Some(Said::new(word.len() + stop, words));
    }
    let span = behind.starts_with('–') || place.before().ends_with('–');
    let counted = counted || span && word.len() + before.len() > 1;
    let name =
        word.len() > 1 && before.starts_with(char::is_uppercase) && !before.chars().all(char::is_uppercase);
    if !(counted || name) {
        return None;
    }
    let said = Said::new(word.len(), cardinal(value, customs));
    Some(if behind.starts_with('–') { said.then(word.len() + '–'.len_utf8(), "bis") } else { said })
}

/// Whether a single letter is a numeral: `I`, `V` and `X` behind a ruler's name, an article or what they count, and
/// beside another numeral; any other is a letter (`Vitamin D.`, `die Note C`).
fn single_counts(place: Place<'_>, word: &str, behind: &str) -> bool {
    let before = place.previous_word();
    let small = before.to_lowercase();
    let counted = |word: &str| COUNTED.contains(&word) && !matches!(word, "und" | "bis");
    let beside = match (small.as_str(), place.before().ends_with('–')) {
        ("und" | "bis", _) => {
            let earlier = place.before().trim_end();
            is_numeral(last_word(&earlier[..earlier.len() - before.len()]))
        }
        (_, true) => is_numeral(before),
        _ => behind.strip_prefix('–').is_some_and(|other| is_numeral(first_word(other))),
    };
    let ordinal = behind.starts_with('.') && (is_ruler(before) || governs(place, behind));
    matches!(word, "I" | "V" | "X") && (ordinal || beside || counted(&small))
}

fn is_numeral(word: &str) -> bool {
    whole(word).is_some()
}

/// `der V. Akt`: an article before and a noun behind.
fn governs(place: Place<'_>, behind: &str) -> bool {
    let noun = noun_behind(behind.trim_start_matches('.'));
    !noun.is_empty() && !ordinals::is_opener(noun) && ordinal_ending(place.before(), noun).is_some()
}

/// A name, as far as its letters show, and none of a thing that has letters for numbers.
fn is_ruler(word: &str) -> bool {
    let name = word.chars().count() > 2
        && word.starts_with(char::is_uppercase)
        && !word.chars().all(char::is_uppercase);
    let thing = LETTERED.contains(&word) || COUNTED.contains(&word.to_lowercase().as_str());
    name && !thing && !ordinals::is_opener(word)
}

/// What has a letter behind its name.
const LETTERED: &[&str] = &[
    "Vitamin",
    "Note",
    "Noten",
    "Plan",
    "Hepatitis",
    "Variante",
    "Buchstabe",
    "Buchstaben",
    "Punkt",
    "Faktor",
    "Größe",
    "Modell",
    "Generation",
    "Block",
    "Gebäude",
    "Haus",
    "Halle",
    "Saal",
    "Raum",
    "Antwort",
    "Lösung",
    "Option",
    "Team",
    "Formel",
    "Achse",
    "Serie",
    "Spalte",
    "Reihe",
    "Tag",
    "Projekt",
    "Fall",
    "Malcolm",
    "Programm",
    "Kanal",
];

/// Whether what follows a full stop begins a sentence as far as can be seen: nothing is behind it.
fn starts_sentence(after: &str) -> bool {
    after.trim_start_matches(['"', '“', ')']).trim().is_empty()
}

fn as_ordinal(place: Place<'_>, value: u64, after: &str, customs: &Customs) -> Option<String> {
    let before = place.before();
    let name = last_word(before);
    if let Some(ending) = ordinal_ending(before, noun_behind(after)) {
        return ordinals::said(value, ending, customs);
    }
    if !name.starts_with(char::is_uppercase) {
        return None;
    }
    let earlier = before.trim_end().strip_suffix(name)?;
    let (article, ending) = article(name, case_of(earlier));
    Some(format!("{article} {}", ordinals::said(value, ending, customs)?))
}

/// The case that stands before a ruler: a title may come between, and `und` goes on with it.
fn case_of(before: &str) -> Case {
    const TITLES: &[&str] = &[
        "kaiser",
        "könig",
        "papst",
        "königin",
        "zar",
        "herzog",
        "fürst",
        "kaiserin",
        "zarin",
        "kurfürst",
        "sultan",
        "prinz",
        "graf",
    ];
    let mut words = before
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .rev()
        .map(str::to_lowercase);
    let near = words.by_ref().find(|word| !TITLES.contains(&word.as_str()));
    match near.as_deref() {
        Some("über") => Case::Accusative,
        Some("und") => words
            .map(|word| governed_by(&word))
            .find(|case| *case != Case::Nominative)
            .unwrap_or(Case::Nominative),
        Some(word) => governed_by(word),
        None => Case::Nominative,
    }
}

fn article(name: &str, case: Case) -> (&'static str, Ending) {
    let woman = ["a", "e", "eth", "th"].iter().any(|ending| name.ends_with(ending))
        && !matches!(name, "George" | "Philippe" | "Joshua");
    match (woman, case) {
        (true, Case::Dative | Case::Genitive) => ("der", Ending::En),
        (true, _) => ("die", Ending::E),
        (false, _) if name.ends_with('s') && !NAMES_IN_S.contains(&name) => ("des", Ending::En),
        (false, Case::Genitive) => ("des", Ending::En),
        (false, Case::Dative) => ("dem", Ending::En),
        (false, Case::Accusative) => ("den", Ending::En),
        (false, Case::Nominative) => ("der", Ending::E),
    }
}

/// Names that end in `s` by themselves.
const NAMES_IN_S: &[&str] = &[
    "Johannes",
    "Nikolaus",
    "Klemens",
    "Pius",
    "Julius",
    "Innozenz",
    "Paulus",
    "Hadrianus",
    "James",
    "Thomas",
    "Matthias",
    "Carlos",
    "Andreas",
    "Ramses",
    "Ladislaus",
    "Stanislaus",
    "Louis",
];

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn rulers_are_ordinals_in_their_case() {
        assert_eq!(read("Dann kam Otto III. an die Macht."), "Dann kam Otto der dritte an die Macht.");
        assert_eq!(read("das Grab Karls IV. war"), "das Grab Karls des vierten war");
        assert_eq!(read("mit Katharina II. im"), "mit Katharina der zweiten im");
    }

    #[test]
    fn words_are_no_numerals() {
        assert_eq!(read("Vitamin C und DIN A4"), "Vitamin C und Din a vier");
        for text in
            ["Hepatitis C. Oder D?", "Sie bekam ein C und ein D, aber", "die Größe C und die Größe D."]
        {
            assert!(!read(text).contains("hundert"), "{}", read(text));
        }
        assert_eq!(read("Dann starb Karl V. im Kloster."), "Dann starb Karl der fünfte im Kloster.");
    }
}
