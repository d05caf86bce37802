//! Where the full stop of an abbreviation is also that of its sentence.

/// The length of an abbreviation of `length` bytes with its full stop, if it has one that ends no sentence: the stop of a
/// sentence must still reach the engine, which pauses there.
pub(crate) fn with_stop(text: &str, length: usize) -> usize {
    let Some(behind) = text[length..].strip_prefix('.') else { return length };
    let next = behind.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '»' | '”' | '"'));
    let ends =
        next.is_empty() || (behind.starts_with(char::is_whitespace) && next.starts_with(char::is_uppercase));
    if ends { length } else { length + 1 }
}

/// The longest of `spellings` (without a full stop at its end) with which the text begins as a whole word; with its value
/// and its length, a full stop included that ends no sentence.
pub(crate) fn find<V: Copy>(text: &str, spellings: &[(&str, V)]) -> Option<(V, usize)> {
    let fits = |spelling: &str| text.strip_prefix(spelling).is_some_and(|rest| !goes_on(rest));
    let (spelling, value) =
        spellings.iter().filter(|(spelling, _)| fits(spelling)).max_by_key(|(spelling, _)| spelling.len())?;
    Some((*value, with_stop(text, spelling.len())))
}

/// Whether what stands before `rest` is only the beginning of a word.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '²' | '³'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stop_of_a_sentence_stays() {
        assert_eq!(with_stop("шт. в день", 4), 5);
        assert_eq!(with_stop("шт.", 4), 4);
        assert_eq!(with_stop("шт. Мало", 4), 4);
        assert_eq!(with_stop("шт в день", 4), 4);
    }

    #[test]
    fn whole_words_only() {
        let table = [("м", 1), ("мин", 2)];
        assert_eq!(find("мин. назад", &table), Some((2, 7)));
        assert_eq!((find("минут", &table), find("м²", &table)), (None, None));
    }
}
