//! The words of a spoken form, to be compared with those of a reading.

/// Apostrophes, as they are typed and as they are printed.
const APOSTROPHES: &[char] = &['\'', '’', 'ʼ'];

/// The words in small letters, one space between them, without the marks that no voice says. Hyphens and dashes count
/// as spaces. What a voice might say, such as `/` or `$`, and a mark within a word, as in `3.5` and `a.m.`, stays: then the words
/// are no reading's, and only the sound can tell.
pub(crate) fn words(spoken: &str) -> String {
    let divided: String =
        spoken.to_lowercase().chars().map(|c| if is_divider(c) { ' ' } else { c }).collect();
    let words: Vec<_> = divided.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    without_needless_spaces(&words.join(" ")).replace(['’', 'ʼ'], "'")
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c| is_edge_mark(c) || APOSTROPHES.contains(&c))
}

/// Hyphens, dashes, quotation marks, brackets, and the marks of scripts that put no spaces between words.
fn is_divider(c: char) -> bool {
    matches!(c, '-' | '"' | '(' | ')' | '[' | ']' | '{' | '}' | '¿' | '¡' | '«' | '»')
        || matches!(c, '\u{2010}'..='\u{2015}' | '“' | '”' | '„' | '‟' | '‘' | '‚' | '‹' | '›' | '…')
        || matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '・' | '।' | '॥' | '،' | '؛' | '؟')
        || matches!(c, '！' | '，' | '．' | '：' | '；' | '？' | '（' | '）')
}

/// Marks that stand behind a word, and within one mean something else.
fn is_edge_mark(c: char) -> bool {
    matches!(c, '.' | ',' | ':' | ';' | '!' | '?')
}

/// Chinese and Japanese are written without spaces, and a reading of theirs may have none where a mark stood.
fn without_needless_spaces(words: &str) -> String {
    let characters: Vec<char> = words.chars().collect();
    let is_needless = |at: usize| {
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        characters[at] == ' ' && beside.filter_map(|at| characters.get(at)).any(|&c| is_written_solid(c))
    };
    (0..characters.len()).filter(|&at| !is_needless(at)).map(|at| characters[at]).collect()
}

/// Kana and Chinese characters.
fn is_written_solid(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_silent_marks_do_not_count() {
        assert_eq!(words("“Twenty-one,” he said — it’s fine…\n"), "twenty one he said it's fine");
        assert_eq!(words("¿Qué? «L'homme» (ici)!"), "qué l'homme ici");
        assert_eq!(words("«Да»; двадцать два."), "да двадцать два");
    }

    #[test]
    fn what_might_be_said_stays() {
        for said in ["3.5", "$5", "and/or", "a.m", "a_b", "*", "50 %", "😀", "7:30", "x@y.z"] {
            assert_eq!(words(said), said);
        }
    }

    #[test]
    fn spaces_do_not_count_where_none_are_written() {
        assert_eq!(words("会議は四月一日です。はい、AIです。"), words("会議は四月一日ですはいaiです"));
        assert_eq!(words("삼천 원입니다. 네"), "삼천 원입니다 네");
    }
}
