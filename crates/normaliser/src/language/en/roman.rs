//! Roman numerals: `Louis XIV`, `Chapter IV`, `page xii`, `MCMXCIX`, `Ⅶ`.

use crate::customs::Customs;
use crate::language::en::context::{is_capitalised, is_function, word_before, word_before_last};
use crate::language::en::words;
use crate::parse::roman::whole;
use crate::place::{Place, first_word, last_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "roman", starts: Starts::Letter, read: span },
    Rule { name: "roman", starts: Starts::Letter, read: in_capitals },
    Rule { name: "roman", starts: Starts::Letter, read: small },
    Rule { name: "roman", starts: Starts::Any, read: one_character },
];

/// Rulers and popes, and first names that fathers and sons share: what follows is an ordinal.
const NAMES: &[&str] = &[
    "Albert",
    "Alexander",
    "Alfonso",
    "Andrew",
    "Anthony",
    "Arthur",
    "Baldwin",
    "Benedict",
    "Boniface",
    "Carl",
    "Carlos",
    "Catherine",
    "Charles",
    "Christian",
    "Clement",
    "Constantine",
    "Darius",
    "David",
    "Edgar",
    "Edmund",
    "Edward",
    "Elizabeth",
    "Emmanuel",
    "Ferdinand",
    "Francis",
    "Franz",
    "Frederick",
    "Friedrich",
    "George",
    "Gregory",
    "Gustav",
    "Haakon",
    "Harald",
    "Harold",
    "Henry",
    "Innocent",
    "Isabella",
    "Ivan",
    "James",
    "Jean",
    "John",
    "Joseph",
    "Juan",
    "Julius",
    "Justinian",
    "Karl",
    "Leo",
    "Leopold",
    "Louis",
    "Malcolm",
    "Margrethe",
    "Mary",
    "Maria",
    "Martin",
    "Mehmed",
    "Michael",
    "Murad",
    "Napoleon",
    "Nicholas",
    "Olav",
    "Otto",
    "Paul",
    "Pedro",
    "Peter",
    "Philip",
    "Pius",
    "Ptolemy",
    "Ramesses",
    "Ramses",
    "Richard",
    "Robert",
    "Samuel",
    "Selim",
    "Sixtus",
    "Stephen",
    "Theodore",
    "Thomas",
    "Thutmose",
    "Umberto",
    "Urban",
    "Victor",
    "Walter",
    "Wilhelm",
    "William",
    "Xerxes",
];

/// Things that are counted with Roman numerals.
const COUNTED: &[&str] = &[
    "act", "annex", "apollo", "appendix", "article", "articles", "bowl", "book", "canto", "category",
    "chapter", "ch", "class", "day", "division", "episode", "exhibit", "figure", "fig", "final", "game",
    "gemini", "grade", "group", "level", "mark", "movement", "no", "olympiad", "op", "page", "pages", "pp",
    "part", "phase", "plate", "psalm", "round", "scene", "section", "sec", "sonata", "stage", "step",
    "symphony", "table", "title", "tier", "type", "unit", "vatican", "verse", "version", "vol", "volume",
    "war", "ward", "schedule", "saturn", "world", "zone", "quadrant", "factor",
];

/// Numerals that are words, sizes, places or abbreviations as well: only behind a name or a thing that is counted.
const AMBIGUOUS: &[&str] = &[
    "I", "V", "X", "L", "C", "D", "M", "CD", "DC", "MD", "MC", "CV", "IV", "DI", "MI", "LI", "CC", "MM",
    "DM", "CM", "MIX", "XL", "XX", "XXX", "VI", "DIM", "MILD", "CIVIC", "MV", "MX", "DIV", "CI", "DVI",
    "LCD", "MLI", "CCI", "LC", "MCI", "DL", "ML", "CL", "CX", "DX", "LV", "LX", "MDI", "LLC",
];

/// Words before a single letter that is none of a numeral.
const LETTERED: &[&str] = &[
    "vitamin",
    "plan",
    "hepatitis",
    "generation",
    "malcolm",
    "model",
    "team",
    "brand",
    "mister",
    "mr",
    "professor",
    "agent",
    "planet",
    "type",
    "class",
    "gen",
    "project",
    "company",
    "district",
    "spacex",
    "product",
];

/// Counted things that have a letter at least as often as a numeral.
const MARKED: &[&str] =
    &["exhibit", "appendix", "zone", "unit", "game", "world", "version", "day", "step", "ward"];

/// What comes in kinds and stages with numerals, so that `I` before it is one.
const KINDS: &[&str] = &[
    "collagen",
    "cancer",
    "civilization",
    "clinical",
    "device",
    "devices",
    "diabetes",
    "disease",
    "drug",
    "drugs",
    "error",
    "errors",
    "fracture",
    "fractures",
    "hypersensitivity",
    "listed",
    "patients",
    "studies",
    "study",
    "supernova",
    "supernovae",
    "testing",
    "trial",
    "trials",
    "tumor",
    "tumour",
];

/// `chapters IV–VI`, `pp. xi–xx`.
fn span(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let first = first_word(rest);
    let behind = rest.strip_prefix(first)?.strip_prefix(['-', '–'])?;
    let second = first_word(behind);
    let counted = is_counted(&word_before(place).to_lowercase());
    let values = (whole(&first.to_uppercase())?, whole(&second.to_uppercase())?);
    let length = rest.len() - behind.len() + second.len();
    let sound = counted
        && behind.starts_with(second)
        && values.0 < values.1
        && place.begins_word()
        && place.may_end(length);
    sound.then(|| {
        Said::new(
            length,
            format!("{} to {}", words::cardinal(values.0, customs), words::cardinal(values.1, customs)),
        )
    })
}

/// Whether a word is a thing that is counted, or several of it.
fn is_counted(word: &str) -> bool {
    COUNTED.contains(&word)
        || COUNTED.contains(&word.trim_end_matches('s'))
        || matches!(word, "amendments" | "p")
}

/// A numeral in capitals, with the mark of an owner.
fn in_capitals(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    let value = whole(word).filter(|_| place.begins_word() && place.rest().starts_with(word))?;
    let previous = place.previous_word();
    let length = word.len();
    let joined = place.previous().is_some_and(|c| matches!(c, '-' | '.' | '&' | '/'))
        || place.rest()[length..].starts_with(['&', '/']);
    let suffix = ["'s", "’s"].into_iter().find(|suffix| place.rest()[length..].starts_with(suffix));
    let goes_on = suffix.is_none() && place.rest()[length..].starts_with(['\'', '’', '-']);
    let style = style(place, word, previous).filter(|_| !joined && !goes_on)?;
    let words = match style {
        Style::Ordinal => format!("the {}", words::ordinal(value, customs)),
        Style::Year => words::year(value, customs),
        Style::Cardinal => words::cardinal(value, customs),
    };
    let owner = if suffix.is_some() { "'s" } else { "" };
    Some(Said::new(length + suffix.map_or(0, str::len), words + owner))
}

enum Style {
    Ordinal,
    Cardinal,
    Year,
}

fn style(place: Place<'_>, word: &str, previous: &str) -> Option<Style> {
    let small = previous.to_lowercase();
    let before = abbreviation_before(place);
    let counted = COUNTED.contains(&small.as_str()) || COUNTED.contains(&before.to_lowercase().as_str());
    let named = is_capitalised(previous) && !is_function(previous);
    let single = word.len() == 1;
    let ambiguous = AMBIGUOUS.contains(&word);
    if counted && !(single && LETTERED.contains(&small.as_str()) && word != "I") {
        let noun = if small.is_empty() { before } else { previous };
        return is_counting(place, word, noun).then_some(Style::Cardinal);
    }
    if NAMES.contains(&previous)
        && !(word == "X" && previous == "Malcolm")
        && !matches!(word, "C" | "D" | "L" | "M" | "DC" | "MD" | "CD")
    {
        return (word != "I" || !place.next_word(word.len()).starts_with(['a', 'd']) || is_ruler(place))
            .then_some(Style::Ordinal);
    }
    if named && !single && is_person(place) && whole(word).is_some_and(|value| value < 10) {
        return Some(Style::Ordinal);
    }
    if named
        && !LETTERED.contains(&small.as_str())
        && (word == "V" || matches!(word, "IV" | "VI" | "XX" | "XL") && !matches!(word, "XL"))
    {
        return Some(Style::Cardinal);
    }
    let alone = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let in_name = named && previous.chars().any(char::is_lowercase);
    match (ambiguous, word.starts_with('M') && word.len() > 3) {
        (true, _) => None,
        (_, true) => {
            Some(if whole(word).is_some_and(|value| value < 2100) { Style::Year } else { Style::Cardinal })
        }
        _ => (alone || in_name).then_some(Style::Cardinal),
    }
}

/// Whether a numeral behind a thing that is counted is none of a letter and no pronoun.
fn is_counting(place: Place<'_>, word: &str, noun: &str) -> bool {
    match word {
        "C" | "D" | "L" | "M" => false,
        "V" | "X" => !MARKED.contains(&noun.to_lowercase().as_str()),
        "I" => {
            let next = place.next_word(1);
            let ends =
                next.is_empty() || matches!(next, "of" | "and" | "or" | "to" | "through" | "in" | "on");
            ends || KINDS.contains(&next) || is_capitalised(noun)
        }
        _ => true,
    }
}

/// Whether a word is one behind which numerals stand: a thing that is counted, or a ruler.
pub(super) fn takes_numeral(word: &str) -> bool {
    is_counted(&word.to_lowercase()) || NAMES.contains(&word)
}

/// Whether the name before is that of a ruler, as `King George I` or `James I was` shows.
fn is_ruler(place: Place<'_>) -> bool {
    let title = word_before_last(place);
    matches!(title, "King" | "Queen" | "Pope" | "Emperor" | "Tsar" | "Kaiser" | "Prince")
}

/// Whether the name before is that of a person with a family name: a title or first name stands before it.
fn is_person(place: Place<'_>) -> bool {
    const TITLES: &[&str] = &["Mr", "Dr", "Sir", "Pope", "Lord", "Ms", "Mrs"];
    let before = place.before().trim_end();
    let first = before[..before.len() - place.previous_word().len()].trim_end();
    let word = last_word(first.trim_end_matches('.'));
    let initial = first.ends_with('.') && word.len() == 1;
    initial || NAMES.contains(&word) || TITLES.contains(&word)
}

/// The abbreviation with a full stop before the place: `Vol.`.
fn abbreviation_before(place: Place<'_>) -> &str {
    let before = place.before().trim_end();
    before.strip_suffix('.').map_or("", crate::place::last_word)
}

/// `page xii`, `section iv`.
fn small(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    let small = word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l' | 'c'))
        && place.begins_word()
        && place.rest().starts_with(word);
    let value = small.then(|| whole(&word.to_uppercase())).flatten().filter(|value| *value < 100)?;
    let previous = place.previous_word().to_lowercase();
    let before = abbreviation_before(place).to_lowercase();
    let counted = [previous.as_str(), before.as_str()].iter().any(|word| {
        matches!(
            *word,
            "page"
                | "pages"
                | "p"
                | "pp"
                | "section"
                | "sec"
                | "chapter"
                | "ch"
                | "part"
                | "paragraph"
                | "para"
                | "clause"
                | "note"
                | "footnote"
                | "item"
                | "step"
                | "vol"
                | "volume"
                | "scene"
                | "act"
                | "question"
        )
    });
    (counted && place.may_end(word.len()) && (word != "i" || place.next_word(1).is_empty()))
        .then(|| Said::new(word.len(), words::cardinal(value, customs)))
}

/// A numeral that is one character.
fn one_character(place: Place<'_>, customs: &Customs) -> Option<Said> {
    const FIRST: u32 = 0x2160;
    let c = place.rest().chars().next()?;
    let at = u32::from(c).checked_sub(FIRST).filter(|at| *at < 32)? % 16;
    let value = match at {
        0..12 => u64::from(at) + 1,
        12 => 50,
        13 => 100,
        14 => 500,
        _ => 1000,
    };
    Some(Said::new(c.len_utf8(), words::cardinal(value, customs)))
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::american;

    #[test]
    fn rulers_are_first_and_chapters_one() {
        assert_eq!(american("Edward VII's reign, Act II"), "Edward the seventh's reign, Act two");
        assert_eq!(american("see page xi of Volume Ⅳ"), "see page eleven of Volume four");
    }

    #[test]
    fn a_pronoun_behind_a_counted_noun_stays() {
        for stays in ["The book I read was good.", "It is the part I liked.", "At this stage I agree."] {
            assert_eq!(american(stays), stays);
        }
        assert_eq!(
            american("World War I began; see part I, a phase I trial"),
            "World War one began; see part one, a phase one trial"
        );
    }

    #[test]
    fn single_letters_behind_counted_nouns_stay() {
        for stays in ["See Appendix C.", "Exhibit X is in section D.", "a grade D part", "Volume M"] {
            assert_eq!(american(stays), stays);
        }
        assert_eq!(american("Chapter X, Part V"), "Chapter ten, Part five");
    }

    #[test]
    fn letters_and_words_stay() {
        assert_eq!(american("I mix vitamin C and D"), "I mix vitamin C and D");
    }
}
