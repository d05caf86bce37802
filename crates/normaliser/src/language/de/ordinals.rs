//! `3.` as `dritter`, and what shows that it is one.

use super::grammar::{Case, Ending, governed_by, ordinal_ending};
use super::nouns::{Gender, gender};
use super::numbers::{noun_behind, spelled};
use crate::customs::Customs;
use crate::parse::digits;
use crate::place::{Place, first_word, last_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[Rule { name: "ordinal", starts: Starts::Digit, read: ordinal }];

/// An ordinal with this ending.
pub(super) fn said(number: u64, ending: Ending, customs: &Customs) -> Option<String> {
    let stem = customs.spell("spellout-ordinal", number)?;
    let stem = stem.strip_suffix('e').unwrap_or(&stem);
    let stem = stem
        .strip_prefix("ein")
        .filter(|rest| rest.starts_with("hundert") || rest.starts_with("tausend"))
        .unwrap_or(stem);
    Some(format!("{stem}{}", ending.text()))
}

fn ordinal(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (digits, length) = digits::run(rest)?;
    let behind = rest[length..].strip_prefix('.')?;
    let number = digits.parse().ok().filter(|number| (1..=9_999).contains(number) && place.begins_word())?;
    if digits.starts_with('0') || behind.starts_with(char::is_numeric) {
        return None;
    }
    if opens_line(place) {
        return Some(Said::new(length, super::numbers::cardinal(number, customs)));
    }
    let ending = ending(place, behind).filter(|_| number < 1_000 || has_article(place, behind))?;
    // The full stop of a sentence stays to be heard.
    let ends = behind.trim_start().is_empty() || opens_sentence(behind);
    Some(Said::new(
        length + usize::from(!ends),
        said(number, ending, customs).unwrap_or_else(|| spelled(&digits)),
    ))
}

/// The ending, if it is an ordinal at all; `behind` is what follows its full stop.
fn ending(place: Place<'_>, behind: &str) -> Option<Ending> {
    let before = place.before();
    let opener = opens_sentence(behind);
    let noun = if opener { "" } else { noun_of_list(behind) };
    let by_article = ordinal_ending(before, noun).or_else(|| in_list(before, noun));
    let last = behind.trim_start();
    if last.is_empty() || last.starts_with(['?', '!', ')', '“', '"', ',', ';', '…']) {
        return by_article.or_else(|| by_verb(before));
    }
    if !behind.starts_with([' ', '\u{A0}']) {
        return None;
    }
    let strong = || match gender(noun) {
        Some(Gender::Feminine) => Ending::E,
        Some(Gender::Neuter) => Ending::Es,
        Some(Gender::Masculine) | None => Ending::Er,
    };
    let alone = || (!opener && may_stand_alone(before, behind)).then(strong);
    by_article.or_else(|| by_verb(before)).or_else(alone)
}

/// The noun that is counted: behind further ordinals, if there are some (`der 17. und der 90. Minute`).
fn noun_of_list(behind: &str) -> &str {
    let near = noun_behind(behind);
    if !near.is_empty() {
        return near;
    }
    let mut rest = behind;
    for _ in 0..MOST_IN_LIST {
        let next = rest.trim_start_matches([',', ' ', '\u{A0}']);
        let next =
            ["und ", "oder ", "bis "].iter().find_map(|joint| next.strip_prefix(joint)).unwrap_or(next);
        let next = ["der ", "die ", "das ", "dem ", "den "]
            .iter()
            .find_map(|article| next.strip_prefix(article))
            .unwrap_or(next);
        let Some(after) = digits::run(next).and_then(|(_, length)| next[length..].strip_prefix('.')) else {
            return "";
        };
        let noun = noun_behind(after);
        if !noun.is_empty() {
            return noun;
        }
        rest = after;
    }
    ""
}

const MOST_IN_LIST: usize = 6;

fn has_article(place: Place<'_>, behind: &str) -> bool {
    ordinal_ending(place.before(), noun_behind(behind)).is_some()
}

/// Whether a number without article counts in order: `2. und 3. Klasse`, `links, 4. Stock`, `in 1. Reihe`; not
/// `auf Seite 12.` or `Es waren 20.`
fn may_stand_alone(before: &str, behind: &str) -> bool {
    let bare = before.trim_end();
    let word = last_word(bare.trim_end_matches('.')).to_lowercase();
    if NUMBERED.contains(&word.as_str()) || COUNTING_VERBS.contains(&word.as_str()) {
        return false;
    }
    let next = first_word(behind);
    bare.ends_with([',', ':', ';', '(', '–', '-', '/'])
        || !next.starts_with(char::is_uppercase)
        || gender(next).is_some()
        || governed_by(&word) == Case::Dative
}

/// Whether a sentence begins with what follows a full stop, as far as its first word shows.
fn opens_sentence(behind: &str) -> bool {
    is_opener(first_word(behind))
}

/// Whether a word with a capital letter is one that opens sentences and no noun.
pub(super) fn is_opener(word: &str) -> bool {
    OPENERS.contains(&word)
}

/// Words that open a sentence and are no nouns.
const OPENERS: &[&str] = &[
    "Aber",
    "Alle",
    "Alles",
    "Als",
    "Also",
    "Am",
    "An",
    "Auch",
    "Auf",
    "Aus",
    "Bald",
    "Bei",
    "Beide",
    "Bis",
    "Bitte",
    "Da",
    "Dabei",
    "Dadurch",
    "Daher",
    "Damals",
    "Damit",
    "Danach",
    "Dann",
    "Darauf",
    "Darum",
    "Das",
    "Dass",
    "Davor",
    "Dazu",
    "Dem",
    "Den",
    "Denn",
    "Der",
    "Deshalb",
    "Die",
    "Dies",
    "Diese",
    "Dieser",
    "Dieses",
    "Doch",
    "Dort",
    "Du",
    "Ein",
    "Eine",
    "Einen",
    "Einer",
    "Er",
    "Erst",
    "Es",
    "Für",
    "Gestern",
    "Hast",
    "Hat",
    "Heute",
    "Hier",
    "Ich",
    "Ihr",
    "Ihre",
    "Im",
    "In",
    "Ist",
    "Ja",
    "Jede",
    "Jeder",
    "Jetzt",
    "Kann",
    "Kein",
    "Keine",
    "Leider",
    "Man",
    "Manche",
    "Mehr",
    "Mein",
    "Meine",
    "Mit",
    "Morgen",
    "Nach",
    "Nein",
    "Nicht",
    "Noch",
    "Nun",
    "Nur",
    "Ob",
    "Oder",
    "Schon",
    "Sein",
    "Seine",
    "Seit",
    "Seitdem",
    "Sie",
    "Sind",
    "So",
    "Um",
    "Und",
    "Unser",
    "Unsere",
    "Viele",
    "Vielleicht",
    "Vom",
    "Von",
    "Vor",
    "Vorher",
    "Wann",
    "War",
    "Waren",
    "Warum",
    "Was",
    "Weil",
    "Weiter",
    "Welche",
    "Wenn",
    "Wer",
    "Wie",
    "Wieder",
    "Wir",
    "Wird",
    "Wo",
    "Zu",
    "Zuerst",
    "Zum",
    "Zur",
    "Zwar",
];

/// What bears a number behind its name, in small letters.
const NUMBERED: &[&str] = &[
    "seite",
    "seiten",
    "s",
    "nr",
    "nummer",
    "bus",
    "linie",
    "zimmer",
    "kapitel",
    "kap",
    "platz",
    "gleis",
    "raum",
    "halle",
    "tor",
    "band",
    "teil",
    "punkt",
    "absatz",
    "artikel",
    "art",
    "abschnitt",
    "zeile",
    "folge",
    "staffel",
    "version",
    "stufe",
    "level",
    "klasse",
    "haus",
    "abb",
    "tab",
    "pkt",
    "paragraf",
    "aufgabe",
    "frage",
    "übung",
    "lektion",
    "bahn",
    "tisch",
    "reihe",
    "etappe",
    "jahr",
    "jahre",
    "größe",
    "typ",
    "modell",
];

/// Verbs before a number that stands for an amount, an age, a score or a year.
const COUNTING_VERBS: &[&str] = &[
    "ist", "sind", "bin", "bist", "seid", "war", "waren", "gewann", "gewannen", "hat", "haben", "habe",
    "hatte", "hatten", "gibt", "gab", "kostet", "kosten", "nehme", "nimm", "blieben", "bleiben", "kamen",
];

/// `am 3. oder am 5., der 17. und 90.`: the article stands before the first of several.
fn in_list(before: &str, noun: &str) -> Option<Ending> {
    let rest = before.trim_end();
    let joined =
        ["und", "oder", "bis", "sowie", "–", "-", ","].iter().find_map(|joint| rest.strip_suffix(joint))?;
    let earlier = joined.trim_end();
    let number = earlier.trim_end_matches(|c: char| c == '.' || c.is_numeric());
    let skipped = if number.len() == earlier.len() {
        // `vom 5. Mai bis 9. Juni`
        let month = last_word(earlier);
        earlier[..earlier.len() - month.len()]
            .trim_end()
            .trim_end_matches(|c: char| c == '.' || c.is_numeric())
    } else {
        number
    };
    if skipped.len() == earlier.len() || skipped.trim_end() == earlier.trim_end() {
        return None;
    }
    ordinal_ending(skipped, noun)
}

/// `Sie wurde 3.`
fn by_verb(before: &str) -> Option<Ending> {
    let verb = last_word(before).to_lowercase();
    let becomes =
        matches!(verb.as_str(), "wurde" | "wird" | "werde" | "wurden" | "ist" | "war" | "als" | "bin");
    let before_verb = before.trim_end().strip_suffix(last_word(before))?;
    let who = last_word(before_verb).to_lowercase();
    let place = matches!(verb.as_str(), "wurde" | "wird" | "werde" | "wurden" | "als");
    (becomes && place).then_some(if who == "sie" { Ending::E } else { Ending::Er })
}

/// Whether a place opens the text or a line of it: a number there with a full stop counts the items of a list.
fn opens_line(place: Place<'_>) -> bool {
    let margin = place.before().trim_end_matches([' ', '\t']);
    margin.is_empty() && place.rest().trim_end_matches(['.', ' ']).contains(' ')
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn articles_and_nouns_tell_the_ending() {
        assert_eq!(read("Das ist unser 4. Kind."), "Das ist unser viertes Kind.");
        assert_eq!(
            read("Im 12. Stock wohnt der 103. Mieter."),
            "Im zwölften Stock wohnt der hundertdritte Mieter."
        );
        assert_eq!(read("Wir fahren am 8. oder am 9."), "Wir fahren am achten oder am neunten.");
    }

    #[test]
    fn the_number_that_ends_a_sentence_is_no_ordinal() {
        for (text, said) in [
            ("Ihre Tochter ist 17. Er ist 21. Alle lachen.", "siebzehn. Er ist einundzwanzig. Alle"),
            ("Das steht auf Seite 14. Weiter unten", "Seite vierzehn. Weiter"),
            ("Wir suchen Nr. 8. Dort wohnt sie.", "acht. Dort"),
            ("Nehmt Bus 6. Er hält hier.", "Bus sechs. Er"),
            ("Gestern waren es 30. Dann kam keiner.", "dreißig. Dann"),
        ] {
            assert!(read(text).contains(said), "{}", read(text));
        }
        assert!(!read("Bremen gewann 2004. Danach nie wieder.").contains("ster"));
        assert!(read("Morgen ist der 2. Ich reise ab.").contains("der zweite. Ich"));
        assert!(read("der 1000. Besucher").contains("tausendste Besucher"));
    }

    #[test]
    fn a_number_at_the_end_is_none_by_itself() {
        assert_eq!(read("Ich nehme 3."), "Ich nehme drei.");
        assert_eq!(read("Er wurde 3."), "Er wurde dritter.");
    }
}
