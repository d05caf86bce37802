//! Results of games: `3-1`, of which the dash is not said.

use super::numbers::cardinal;
use crate::customs::Customs;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[Rule { name: "score", starts: Starts::Digit, read: score }];

/// Beginnings of words that tell of a game, looked for in the sentence before the result.
const GAME: &[&str] = &[
    "won",
    "win",
    "verlo",
    "verlie",
    "versl",
    "gelijk",
    "stand",
    "uitslag",
    "klop",
    "speel",
    "wedstrijd",
    "finale",
    "score",
    "goal",
    "doelpunt",
    "ruststand",
    "eindstand",
    "voorsprong",
    "achterstand",
];

/// How many words before a result are looked at.
const WORDS: usize = 6;

/// Two small numbers that do not grow, or that stand behind what tells of a game.
fn score(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (first, length) = digits::small(rest, 0..=99).filter(|_| place.begins_word())?;
    let behind = rest[length..].strip_prefix(['-', '–'])?;
    let (second, more) = digits::small(behind, 0..=99)?;
    let end = rest.len() - behind.len() + more;
    let after = &rest[end..];
    let goes_on = after
        .starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/' | '%' | '°'))
        || after.strip_prefix([',', '.', ':']).is_some_and(|rest| rest.starts_with(char::is_numeric));
    let bare = !place.previous().is_some_and(|c| matches!(c, '-' | '–' | '/' | '.' | ',' | ':'));
    let falls = first >= second && first <= 30;
    let shown = falls || tells_of_game(place.before());
    let said = |number: u32| cardinal(number.into(), customs);
    (bare && !goes_on && shown).then(|| Said::new(end, format!("{} {}", said(first), said(second))))
}

fn tells_of_game(before: &str) -> bool {
    let sentence = before.rsplit(['.', '!', '?', ';']).next().unwrap_or_default();
    let words =
        sentence.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).rev().take(WORDS);
    words.map(str::to_lowercase).any(|word| {
        let bare = word.strip_prefix("ge").unwrap_or(&word);
        GAME.iter().any(|beginning| bare.starts_with(beginning) || word.starts_with(beginning))
    })
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn results_have_no_dash() {
        assert_eq!(read("Het werd 2-2."), "Het werd twee twee.");
        assert_eq!(read("Zij verloren met 0-3 van ons."), "Zij verloren met nul drie van ons.");
        assert_eq!(read("Neem 2-3 pillen."), "Neem twee tot drie pillen.");
    }
}
