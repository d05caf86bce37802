//! Abbreviations with and without a full stop, where they are ones: `Dr. Lee`, `No. 5`, `etc.`, `w/o`.

use crate::customs::Customs;
use crate::language::en::context::{is_capitalised, is_function, is_opener, is_plural, with_stop};
use crate::language::en::roman;
use crate::language::en::words::is_british;
use crate::parse::fraction::is_sign;
use crate::parse::roman::whole;
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "abbreviation", starts: Starts::Letter, read: phrase },
    Rule { name: "abbreviation", starts: Starts::Letter, read: word },
    Rule { name: "initial", starts: Starts::Letter, read: species },
];

/// Where an abbreviation is one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// With its full stop.
    Stop,
    /// With or without a full stop: it is no word.
    Always,
    /// Before a name, with or without a full stop.
    Name,
    /// Before a number, with or without a full stop.
    Number,
    /// Before a number, and with its full stop.
    NumberStop,
    /// Behind a name, with its full stop or at the end of a part of the sentence.
    BehindName,
}

use When::{Always, BehindName, Name, Number, NumberStop, Stop};

/// Longer ones and those with marks inside; as they are written.
const PHRASES: &[(&str, &str)] = &[
    ("p.a.", "per annum"),
    ("o.k.", "okay"),
    ("O.K.", "okay"),
    ("a.s.a.p.", "a- s a- p"),
    ("km/h", "kilometers per hour"),
    ("pop. of", "population of"),
    ("no. of", "number of"),
    ("No. of", "number of"),
    ("e.g.", "for example"),
    ("E.g.", "for example"),
    ("i.e.", "that is"),
    ("I.e.", "that is"),
    ("et al.", "et al"),
    ("Ph.D.", "p h d"),
    ("Ph.D", "p h d"),
    ("D.Phil.", "d phil"),
    ("w/o", "without"),
    ("w/", "with"),
    ("c/o", "care of"),
    ("b/c", "because"),
    ("n/a", "not applicable"),
    ("N/A", "not applicable"),
    ("a.k.a.", "a- k a-"),
    ("Rt Hon", "right honourable"),
    ("Rt. Hon.", "right honourable"),
    ("and/or", "and or"),
    ("his/her", "his or her"),
    ("he/she", "he or she"),
    ("him/her", "him or her"),
    ("s/he", "she or he"),
];

/// Single words. The first that fits is right.
const WORDS: &[(&str, &str, When)] = &[
    ("Mr", "mister", Always),
    ("Mrs", "missus", Always),
    ("Ms", "miz", Name),
    ("Mx", "mix", Name),
    ("Messrs", "messers", Always),
    ("Mme", "madame", Name),
    ("Mlle", "mademoiselle", Name),
    ("Prof", "professor", Name),
    ("Sen", "senator", Name),
    ("Rep", "representative", Name),
    ("Gov", "governor", Name),
    ("Gen", "general", Name),
    ("Lt", "lieutenant", Name),
    ("Col", "colonel", Name),
    ("Sgt", "sergeant", Name),
    ("Capt", "captain", Name),
    ("Cpl", "corporal", Name),
    ("Cmdr", "commander", Name),
    ("Adm", "admiral", Name),
    ("Maj", "major", Name),
    ("Pvt", "private", Name),
    ("Rev", "reverend", Name),
    ("Hon", "honorable", Name),
    ("Atty", "attorney", Name),
    ("Amb", "ambassador", Name),
    ("Op", "opus", NumberStop),
    ("op", "opus", NumberStop),
    ("App", "appendix", Stop),
    ("Cllr", "councillor", Name),
    ("plc", "p l c", Always),
    ("nr", "near", Stop),
    ("Mfg", "manufacturing", Stop),
    ("Sc", "scene", NumberStop),
    ("Cir", "circle", BehindName),
    ("Cir", "circuit", Stop),
    ("Pres", "president", Name),
    ("Supt", "superintendent", Name),
    ("Insp", "inspector", Name),
    ("Det", "detective", Name),
    ("Fr", "father", Name),
    ("Sr", "sister", Name),
    ("Br", "brother", Name),
    ("Jr", "junior", Always),
    ("Sr", "senior", BehindName),
    ("Esq", "esquire", Always),
    ("Mt", "mount", Name),
    ("Ft", "fort", Name),
    ("Pt", "point", Name),
    ("Inc", "incorporated", Stop),
    ("Corp", "corporation", Stop),
    ("Co", "company", Stop),
    ("Ltd", "limited", Always),
    ("Bros", "brothers", Always),
    ("Assn", "association", Always),
    ("No", "number", NumberStop),
    ("no", "number", NumberStop),
    ("Nos", "numbers", NumberStop),
    ("nos", "numbers", NumberStop),
    ("p", "page", Number),
    ("pp", "pages", Number),
    ("vol", "volume", Number),
    ("ch", "chapter", Number),
    ("chap", "chapter", Number),
    ("fig", "figure", Number),
    ("figs", "figures", Number),
    ("sec", "section", NumberStop),
    ("art", "article", NumberStop),
    ("para", "paragraph", Number),
    ("para", "paragraph", Stop),
    ("par", "paragraph", NumberStop),
    ("ed", "edition", NumberStop),
    ("ext", "extension", Number),
    ("eq", "equation", Number),
    ("tab", "table", NumberStop),
    ("vol", "volume", Stop),
    ("ch", "chapter", NumberStop),
    ("ver", "version", Number),
    ("etc", "et cetera", Always),
    ("vs", "versus", Always),
    ("approx", "approximately", Always),
    ("dept", "department", Always),
    ("depts", "departments", Always),
    ("bldg", "building", Always),
    ("avg", "average", Always),
    ("govt", "government", Always),
    ("incl", "including", Always),
    ("excl", "excluding", Always),
    ("asst", "assistant", Always),
    ("mgr", "manager", Always),
    ("acct", "account", Always),
    ("est", "established", Stop),
    ("max", "maximum", Stop),
    ("min", "minimum", Stop),
    ("misc", "miscellaneous", Always),
    ("orig", "originally", Stop),
    ("temp", "temperature", Stop),
    ("tbsp", "tablespoons", Always),
    ("tsp", "teaspoons", Always),
    ("ea", "each", Stop),
    ("info", "info", Stop),
    ("pkg", "package", Always),
    ("qty", "quantity", Always),
    ("ref", "reference", Stop),
    ("tel", "telephone", Stop),
    ("pop", "population", NumberStop),
    ("univ", "university", Stop),
    ("intl", "international", Always),
    ("natl", "national", Always),
    ("assoc", "associate", Stop),
    ("attn", "attention", Always),
    ("cont", "continued", Stop),
    ("esp", "especially", Stop),
    ("hrs", "hours", Always),
    ("mins", "minutes", Always),
    ("secs", "seconds", Always),
    ("yrs", "years", Always),
    ("mos", "months", Stop),
    ("wks", "weeks", Always),
    ("lbs", "pounds", Always),
    ("sq", "square", Stop),
    ("cu", "cubic", Stop),
    ("admin", "admin", Stop),
    ("viz", "namely", Always),
    ("cf", "compare", Always),
    ("ca", "circa", NumberStop),
    ("dr", "doctor", Stop),
    ("prof", "professor", Stop),
    ("gov", "governor", Stop),
    ("tmrw", "tomorrow", Always),
    ("btw", "by the way", Always),
    ("idk", "i don't know", Always),
    ("Ctrl", "control", Always),
    ("ctrl", "control", Always),
    ("src", "source", Stop),
];

/// Abbreviations with marks inside.
fn phrase(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (written, said) =
        PHRASES.iter().find(|(written, _)| rest.starts_with(written)).filter(|_| place.begins_word())?;
    let ends = written.ends_with(['.', '/']) || place.may_end(written.len());
    let length = match written.strip_suffix('.') {
        Some(bare) => with_stop(place, bare.len()),
        None => written.len(),
    };
    let bare_with =
        *written == "w/" && rest[2..].starts_with(char::is_alphabetic) && !rest.starts_with("w/o");
    (ends || bare_with).then(|| Said::new(length, *said))
}

/// A word that is short for another, with a capital where the table has none if it begins a sentence.
fn word(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    if !place.rest().starts_with(word)
        || !place.begins_word()
        || word.len() > 6
        || place.previous().is_some_and(|c| matches!(c, '.' | '/' | '@' | '-' | '\'' | '’'))
    {
        return None;
    }
    if matches!(word, "v" | "V") {
        return versus(place);
    }
    let small = word.to_lowercase();
    let matching = |written: &str| {
        written == word
            || (written == small && small != word && is_capitalised(word) && word.get(1..) == small.get(1..))
    };
    let (_, said, _) =
        WORDS.iter().find(|(written, _, when)| matching(written) && fits(place, word, *when, customs))?;
    Some(Said::new(with_stop(place, word.len()), said_in(said, place, word, customs)))
}

/// The singular and the region's spelling.
fn said_in(said: &'static str, place: Place<'_>, word: &str, customs: &Customs) -> String {
    let british = is_british(customs) && said == "honorable";
    let account = said == "account"
        && place.rest()[word.len()..].trim_start_matches('.').trim_start().starts_with("dept");
    let fraction = place.before().trim_end().ends_with(is_sign);
    match said {
        _ if british => "honourable".to_owned(),
        _ if account => "accounting".to_owned(),
        "tablespoons" | "teaspoons" if fraction => said.trim_end_matches('s').to_owned(),
        _ => said.to_owned(),
    }
}

fn fits(place: Place<'_>, word: &str, when: When, customs: &Customs) -> bool {
    let behind = &place.rest()[word.len()..];
    let stop = behind.starts_with('.');
    let bare = behind.strip_prefix('.').unwrap_or(behind);
    let next = bare.trim_start();
    let number = next.starts_with(|c: char| c.is_ascii_digit()) || is_numeral(first_word(next));
    let ends = place.may_end(word.len());
    let within = stop && !bare.trim_start_matches(['"', '”', '’', ')']).is_empty();
    match when {
        Stop => stop && !bare.starts_with(char::is_lowercase),
        Always => ends && !behind.starts_with(['-', '\'', '’', '/']),
        Name => {
            ends && (next.starts_with(char::is_uppercase) || (within && next.starts_with("and ")))
                && (stop
                    || is_british(customs)
                    || matches!(
                        word,
                        "Ms" | "Prof" | "Lt" | "Sgt" | "Capt" | "Mt" | "Rep" | "Sen" | "Rev" | "Gov"
                    ))
                && bare.len() > next.len()
                || (stop && bare.starts_with(char::is_uppercase))
        }
        Number => {
            number && (stop || bare.len() > next.len()) && !(word == "p" && !stop && !is_british(customs))
        }
        NumberStop if is_answer(place, word, next) => false,
        NumberStop => number && (stop || is_bare_number(place, word, customs)),
        BehindName => stop && is_capitalised(place.previous_word()),
    }
}

/// Whether `no` is what somebody said: `I said no. 3 people came.`
fn is_answer(place: Place<'_>, word: &str, next: &str) -> bool {
    let counted = next.trim_start_matches(|c: char| c.is_ascii_digit());
    let said = matches!(
        place.previous_word(),
        "said"
            | "say"
            | "says"
            | "saying"
            | "answered"
            | "replied"
            | "voted"
            | "shouted"
            | "whispered"
            | "meant"
    );
    let ends = matches!(place.previous_word(), "that" | "or" | "means") && is_plural(first_word(counted));
    word == "no" && (said || ends)
}

/// `No 10` within a sentence, as Britain writes it.
fn is_bare_number(place: Place<'_>, word: &str, customs: &Customs) -> bool {
    let behind_word = !place.previous_word().is_empty();
    is_british(customs) && (matches!(word, "Nos" | "nos") || (word == "No" && behind_word))
}

/// Whether a word is a Roman numeral below forty.
fn is_numeral(word: &str) -> bool {
    let small = word.len() > 1 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    (small || word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))) && whole(&word.to_uppercase()).is_some()
}

/// `Alder v. Boone`, `Smith v Crown`: between two names.
fn versus(place: Place<'_>) -> Option<Said> {
    let before = place.before().trim_end();
    let previous = crate::place::last_word(before.trim_end_matches('.'));
    let behind = place.rest()[1..].strip_prefix('.').unwrap_or(&place.rest()[1..]);
    let next = behind.strip_prefix(' ').unwrap_or_default();
    let names = (is_capitalised(previous) || previous == "limited")
        && !is_function(previous)
        && next.starts_with(char::is_uppercase);
    let numeral =
        place.rest().starts_with('V') && (roman::takes_numeral(previous) || is_opener(first_word(next)));
    (names && !numeral).then(|| Said::new(with_stop(place, 1), "versus"))
}

/// A single capital with a full stop before a small word: `E. coli`.
fn species(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let letter = rest.chars().next().filter(|c| c.is_ascii_uppercase())?;
    let next = rest[1..].strip_prefix(". ")?;
    let word = first_word(next);
    let sound = word.len() > 2
        && !is_function(word)
        && next.starts_with(char::is_lowercase)
        && place.begins_word()
        && letter != 'I';
    sound.then(|| Said::new(2, crate::shared::spell::letter(letter, customs)))
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn titles_stand_before_names() {
        assert_eq!(
            american("Mr. Ode met Prof. Ahn and Lt. Col. Ix."),
            "mister Ode met professor Ahn and lieutenant colonel Ix."
        );
        assert_eq!(british("Mr Ode and Prof Ahn"), "mister Ode and professor Ahn");
    }

    #[test]
    fn numbers_have_names() {
        assert_eq!(american("No. 3 is on p. 9, fig. 2"), "number three is on page nine, figure two");
        assert_eq!(american("He said no. Nobody came."), "He said no. Nobody came.");
    }

    #[test]
    fn an_answer_is_no_number() {
        assert_eq!(american("We said no. 4 guests came."), "We said no. four guests came.");
        assert_eq!(american("She is no. 4 in line."), "She is number four in line.");
    }

    #[test]
    fn a_numeral_at_the_end_is_not_versus() {
        assert_eq!(american("That was Round V. Lee won."), "That was Round five. Lee won.");
        assert_eq!(
            american("We read Henry V. Shakespeare wrote it."),
            "We read Henry the fifth. Shakespeare wrote it."
        );
        assert_eq!(american("Cole V. Bex"), "Cole versus Bex");
    }

    #[test]
    fn the_stop_of_a_sentence_is_left() {
        assert_eq!(american("tea, milk, etc."), "tea, milk, et cetera.");
        assert_eq!(american("Dogs, e.g. terriers, vs. cats"), "Dogs, for example terriers, versus cats");
        assert_eq!(american("Bex v. Cole"), "Bex versus Cole");
    }
}
