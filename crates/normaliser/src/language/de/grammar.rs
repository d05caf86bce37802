//! What the words around a number say about its case.

use super::nouns::{Gender, gender};
use crate::place::{Place, last_word};

/// Of a noun, as far as endings of number words differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Nominative,
    Accusative,
    Dative,
    Genitive,
}

const DATIVE: &[&str] = &[
    "ab",
    "am",
    "an",
    "aus",
    "bei",
    "beim",
    "dank",
    "gegenüber",
    "im",
    "in",
    "laut",
    "mit",
    "nach",
    "nahe",
    "neben",
    "seit",
    "unter",
    "vom",
    "von",
    "vor",
    "zu",
    "zum",
    "zur",
    "zwischen",
    "binnen",
    "außer",
    "samt",
    "statt",
    "auf",
    "hinter",
];
const ACCUSATIVE: &[&str] = &["bis", "durch", "für", "gegen", "ohne", "pro", "um", "über", "je", "per"];
const GENITIVE: &[&str] = &["wegen", "während", "trotz", "anstatt", "innerhalb", "außerhalb", "des", "eines"];
/// Verbs that are often followed by what somebody has, wants or takes.
const TRANSITIVE: &[&str] = &[
    "habe",
    "hat",
    "haben",
    "hast",
    "hatte",
    "hatten",
    "braucht",
    "brauche",
    "brauchen",
    "kaufe",
    "kauft",
    "kaufen",
    "nimm",
    "nehme",
    "nehmen",
    "nimmt",
    "kostet",
    "kosten",
    "kostete",
    "zahlt",
    "zahlen",
    "zahle",
    "beträgt",
    "wiegt",
    "misst",
    "bekommt",
    "bekam",
    "bekomme",
    "sehe",
    "sah",
    "findet",
    "fand",
    "gibt",
    "gab",
    "trinke",
    "trinkt",
    "trank",
    "isst",
    "esse",
    "mindestens",
    "höchstens",
    "noch",
    "nur",
    "etwa",
    "genau",
    "fast",
    "knapp",
    "ungefähr",
    "rund",
    "circa",
    "füge",
    "gib",
    "enthält",
    "dauert",
    "dauerte",
    "verliert",
    "verlor",
    "gewann",
    "gewinnt",
    "spart",
    "sparen",
    "lege",
    "bestellte",
    "bestellt",
    "bestelle",
    "möchte",
    "möchten",
    "will",
    "wollen",
];

/// The case that the word before a place asks for; nominative if it asks for none.
pub(super) fn case_before(place: Place<'_>) -> Case {
    governed_by(&place.previous_word().to_lowercase())
}

/// The case that a word asks for.
pub(super) fn governed_by(word: &str) -> Case {
    if DATIVE.contains(&word) {
        Case::Dative
    } else if ACCUSATIVE.contains(&word) || TRANSITIVE.contains(&word) {
        Case::Accusative
    } else if GENITIVE.contains(&word) {
        Case::Genitive
    } else {
        Case::Nominative
    }
}

/// `1` before a noun of this gender in this case.
pub(super) fn one(gender: Gender, case: Case) -> &'static str {
    match (gender, case) {
        (Gender::Feminine, Case::Nominative | Case::Accusative) => "eine",
        (Gender::Feminine, Case::Dative | Case::Genitive) => "einer",
        (Gender::Masculine, Case::Accusative) => "einen",
        (_, Case::Nominative | Case::Accusative) => "ein",
        (_, Case::Dative) => "einem",
        (_, Case::Genitive) => "eines",
    }
}

/// The case of what is listed with commas and `und` behind a word that asks for one directly: `mit 1 Ei, 1 Prise`, but not
/// `im Bus saßen 2 Kinder, 1 Hund`.
pub(super) fn case_in_list(place: Place<'_>) -> Case {
    let near = case_before(place);
    let before = place.before();
    let listed =
        matches!(place.previous_word(), "und" | "oder" | "sowie") || before.trim_end().ends_with(',');
    if near != Case::Nominative || !listed {
        return near;
    }
    let clause = before.rsplit(['!', '?', ';', ':']).next().unwrap_or_default();
    let mut tokens = clause.split_whitespace().rev();
    let mut next = tokens.next().unwrap_or_default();
    for token in tokens {
        let case = governed_by(&token.to_lowercase());
        if case != Case::Nominative && next.starts_with(char::is_numeric) {
            return case;
        }
        next = token;
    }
    Case::Nominative
}

/// The ending of an adjective or ordinal: `-e`, `-en`, `-er`, `-es`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    E,
    En,
    Er,
    Es,
}

impl Ending {
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::E => "e",
            Self::En => "en",
            Self::Er => "er",
            Self::Es => "es",
        }
    }
}

const WEAK_EN: &[&str] = &[
    "am", "im", "vom", "zum", "zur", "beim", "ab", "dem", "den", "des", "ans", "ins", "einem", "einen",
    "eines", "keinem", "keinen", "keines", "jedem", "jeden", "jedes", "diesem", "diesen", "dieses", "meinem",
    "meinen", "meines", "deinem", "deinen", "seinem", "seinen", "seines", "ihrem", "ihren", "ihres",
    "unserem", "unseren", "unserm", "eurem", "euren", "einer", "keiner", "meiner", "seiner", "ihrer",
    "unserer", "dieser", "bis", "welchem", "welchen", "seit", "alle", "beiden",
];
const WEAK_E: &[&str] = &[
    "das", "die", "jede", "diese", "eine", "keine", "meine", "deine", "seine", "ihre", "unsere", "eure",
    "jeder", "welche", "welcher", "derselbe", "sie",
];
const STRONG: &[&str] = &["ein", "kein", "mein", "dein", "sein", "ihr", "unser", "euer"];
const DATIVE_BEFORE_ARTICLE: &[&str] = &[
    "in",
    "an",
    "auf",
    "mit",
    "von",
    "aus",
    "bei",
    "nach",
    "seit",
    "zu",
    "unter",
    "vor",
    "hinter",
    "neben",
    "zwischen",
    "ab",
    "während",
    "wegen",
    "trotz",
    "anlässlich",
];

/// The ending of an ordinal by the article before it, before the noun that follows; `None` if nothing shows that an
/// article stands there.
pub(super) fn ordinal_ending(before: &str, noun: &str) -> Option<Ending> {
    let article = last_word(before).to_lowercase();
    let article = article.as_str();
    if article == "der" {
        return Some(after_der(before, noun));
    }
    if article == "jedes" || article == "dieses" {
        return Some(Ending::E);
    }
    if WEAK_EN.contains(&article) {
        Some(Ending::En)
    } else if WEAK_E.contains(&article) {
        Some(Ending::E)
    } else if STRONG.contains(&article) {
        Some(if gender(noun) == Some(Gender::Neuter) { Ending::Es } else { Ending::Er })
    } else {
        None
    }
}

/// `der` is a nominative before masculine nouns, and a dative or genitive before feminine ones.
fn after_der(before: &str, noun: &str) -> Ending {
    let rest = before.trim_end();
    let earlier = last_word(&rest[..rest.len() - "der".len()]).to_lowercase();
    let feminine = gender(noun) == Some(Gender::Feminine);
    let asked = DATIVE_BEFORE_ARTICLE.contains(&earlier.as_str());
    if feminine || asked { Ending::En } else { Ending::E }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_agrees_with_its_noun() {
        assert_eq!(one(Gender::Masculine, governed_by("habe")), "einen");
        assert_eq!(one(Gender::Neuter, governed_by("mit")), "einem");
        assert_eq!(one(Gender::Feminine, governed_by("nach")), "einer");
        assert_eq!(one(Gender::Feminine, governed_by("und")), "eine");
    }

    #[test]
    fn a_list_has_one_case() {
        let text = "Rühre mit 1 Ei, 1 Prise";
        assert_eq!(case_in_list(Place::new(text, text.rfind('1').unwrap(), 99)), Case::Dative);
    }

    #[test]
    fn articles_decide_the_ending() {
        let ending = |before, noun| ordinal_ending(before, noun).map(Ending::text);
        assert_eq!(ending("Heute ist der ", "September"), Some("e"));
        assert_eq!(ending("Sie wohnt in der ", "Etage"), Some("en"));
        assert_eq!(ending("Es ist mein ", "Buch"), Some("es"));
        assert_eq!(ending("Es war kein ", "Versuch"), Some("er"));
        assert_eq!(ending("Seit dem ", "Mai"), Some("en"));
        assert_eq!(ending("Wir haben ", ""), None);
    }
}
