//! What stands around a number: the word that governs it. Read [`governor`] first.

use crate::place::last_word;

/// Words that stand between a number and what governs it.
#[derive(Debug)]
pub(crate) struct Between {
    /// Those that change nothing: `about`, `only`.
    pub(crate) adverbs: &'static [&'static str],
    /// Those that join two numbers under one preposition: `and`, `or`.
    pub(crate) links: &'static [&'static str],
    /// Abbreviations that govern, without their full stop.
    pub(crate) short: &'static [&'static str],
}

/// What a number depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Governor {
    /// In lower case.
    pub(crate) word: String,
    /// The word before it, in lower case; empty if there is none.
    pub(crate) before: String,
}

/// More words than this are not looked over.
const MOST_STEPS: usize = 6;

/// The word, in lower case, on which a number depends that follows `before`, a sign of its own already taken off: the
/// one directly before it, or before the numbers that it is listed with.
pub(crate) fn governor(before: &str, between: &Between) -> Option<Governor> {
    let mut text = before;
    for _ in 0..MOST_STEPS {
        text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '+' | '±'));
        if let Some(shorter) = without_listed(text) {
            text = shorter;
            continue;
        }
        text = text.strip_suffix('.').filter(|bare| between.short.contains(&last_word(bare))).unwrap_or(text);
        let word = last_word(text);
        let lower = word.to_lowercase();
        let rest = &text[..text.len() - word.len()];
        if between.adverbs.contains(&lower.as_str()) {
            text = rest;
        } else if between.links.contains(&lower.as_str()) {
            text = without_counted(rest.trim_end())?;
        } else {
            let before = last_word(rest).to_lowercase();
            return (!lower.is_empty()).then_some(Governor { word: lower, before });
        }
    }
    None
}

/// The text before a number with a dash or comma behind it, with which the next one is listed.
fn without_listed(text: &str) -> Option<&str> {
    if let Some(bare) = text.strip_suffix(',') {
        return without_number(bare).filter(|before| !is_complete(before, bare));
    }
    without_number(text.strip_suffix(['–', '-', '—'])?)
}

/// Whether the number behind `before` with which `bare` ends is no first of a list, since it is a time or the end of a
/// range: a comma ends what governs it.
fn is_complete(before: &str, bare: &str) -> bool {
    let preposition = last_word(before);
    let between = before.trim_end()[..before.trim_end().len() - preposition.len()].trim_end();
    let from_to = !preposition.is_empty() && between.ends_with(|c: char| c.is_ascii_digit());
    let dash = before.ends_with(['–', '-', '—']);
    from_to || dash || bare[before.len()..].contains(':')
}

/// The text before the number with which it ends, with a percent sign, or before a number and what it counts.
fn without_counted(text: &str) -> Option<&str> {
    let noun = last_word(text);
    without_number(text).or_else(|| without_number(text[..text.len() - noun.len()].trim_end()))
}

/// The text before the number with which it ends, a percent sign included.
fn without_number(text: &str) -> Option<&str> {
    let bare = text.strip_suffix(['%', '.']).unwrap_or(text);
    let roman = |c: char| matches!(c, 'I' | 'V' | 'X');
    let number = |c: char| c.is_ascii_digit() || roman(c) || matches!(c, ',' | '.' | ':' | '%');
    let start = bare.trim_end_matches(number);
    let ends_in_digit = bare.ends_with(|c: char| c.is_ascii_digit() || roman(c));
    (ends_in_digit && start.len() < bare.len()).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BETWEEN: Between =
        Between { adverbs: &["примерно"], links: &["и", "или"], short: &["ок"] };

    #[test]
    fn the_governor_is_found_behind_adverbs_and_other_numbers() {
        let found = |before| governor(before, &BETWEEN).map(|governor| governor.word);
        assert_eq!(found("живут в ").as_deref(), Some("в"));
        assert_eq!(found("Из примерно ").as_deref(), Some("из"));
        assert_eq!(found("между 5 и ").as_deref(), Some("между"));
        assert_eq!(found("это ок. ").as_deref(), Some("ок"));
        assert_eq!(found("около 5–").as_deref(), Some("около"));
        assert_eq!(found("из 2 яблок и ").as_deref(), Some("из"));
        assert_eq!(found("в XV–").as_deref(), Some("в"));
        assert_eq!(governor("не было ", &BETWEEN).unwrap().before, "не");
        assert_eq!(found("с +").as_deref(), Some("с"));
        assert_eq!(found("в 5, ").as_deref(), Some("в"));
        assert_eq!(found("хлеб и ").as_deref(), None);
        assert_eq!(found("Цена: ").as_deref(), None);
    }

    #[test]
    fn a_comma_behind_a_time_or_range_ends_the_clause() {
        for before in ["в 15:45, ", "с 5 до 10, ", "около 9-17, "] {
            assert_eq!(governor(before, &BETWEEN), None, "{before}");
        }
    }
}
