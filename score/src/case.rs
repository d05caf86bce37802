//! One case: a text, where it is to be cut, and how it is to be read.

/// Stands where a sentence begins.
const CUT: char = '¦';
/// Stands where a cut is neither wanted nor wrong.
const FREE: char = '╎';
/// Begins a line that says how a text is read.
pub(crate) const READING: &str = "=";
/// How a file writes what could not be seen in it.
const WRITTEN: &[(char, char)] = &[('⏎', '\n'), ('⇥', '\t'), ('␠', ' ')];

/// A text and what a good reader does with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Case {
    /// Its line in the file, from 1.
    pub(crate) line: usize,
    /// As a client would send it.
    pub(crate) text: String,
    /// The bytes of the text before which it must be cut, in order.
    pub(crate) cuts: Vec<usize>,
    /// The bytes of the text before which it may be cut, in order.
    pub(crate) free: Vec<usize>,
    /// Each a right way to read it, in words. None if the case is about cuts alone.
    pub(crate) readings: Vec<String>,
}

impl Case {
    /// A case from its line, still without readings.
    ///
    /// # Errors
    /// In words, if a mark stands where it can mean nothing.
    pub(crate) fn parse(line: usize, written: &str) -> Result<Self, String> {
        let mut case = Self { line, ..Self::default() };
        let mut before = None;
        for c in written.chars() {
            match c {
                CUT | FREE if matches!(before, None | Some(CUT | FREE)) => {
                    return Err(format!("`{c}` at the start or behind another mark; it divides two texts"));
                }
                CUT => case.cuts.push(case.text.len()),
                FREE => case.free.push(case.text.len()),
                _ => case.add(unwritten(c), before)?,
            }
            before = Some(c);
        }
        match before {
            Some(mark @ (CUT | FREE)) => Err(format!("`{mark}` at the end; it stands before a character")),
            _ => Ok(case),
        }
    }

    fn add(&mut self, c: char, before: Option<char>) -> Result<(), String> {
        if c.is_whitespace() && before == Some(CUT) {
            return Err(format!("`{CUT}` before white space, which belongs to the sentence before it"));
        }
        self.text.push(c);
        Ok(())
    }

    /// Adds the line of a reading, without what marks it as one.
    ///
    /// # Errors
    /// In words, if it is anything but words.
    pub(crate) fn add_reading(&mut self, words: &str) -> Result<(), String> {
        let odd = words.chars().find(|&c| !is_in_words(c));
        match odd {
            Some(c) => {
                return Err(format!(
                    "`{c}` in a reading; it is words alone, in small letters, without marks"
                ));
            }
            None if words.trim() != words || words.is_empty() || words.contains("  ") => {
                return Err("a reading is `= `, then words with one space between them".to_owned());
            }
            None => self.readings.push(words.to_owned()),
        }
        Ok(())
    }

    /// The text with its marks, as its file has it, but cut at `cuts`.
    pub(crate) fn written(&self, cuts: &[usize]) -> String {
        let mut out = String::new();
        for (at, c) in self.text.char_indices() {
            if cuts.contains(&at) {
                out.push(CUT);
            }
            out.push(WRITTEN.iter().find(|(_, meant)| *meant == c && c != ' ').map_or(c, |(mark, _)| *mark));
        }
        out
    }
}

fn unwritten(c: char) -> char {
    WRITTEN.iter().find(|(mark, _)| *mark == c).map_or(c, |(_, meant)| *meant)
}

/// Letters, the signs that make part of them, spaces, and the apostrophe. The Chinese zero counts as a letter, as the
/// other Chinese numerals do.
fn is_in_words(c: char) -> bool {
    let is_letter = c.is_alphabetic() && !c.is_uppercase() && (!c.is_numeric() || c == '〇');
    is_letter || c == ' ' || c == '\'' || is_sign(c)
}

/// Signs of Devanagari and Arabic that Unicode does not call letters: nukta, virama, tanwin and other vowels.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{93C}' | '\u{94D}' | '\u{64B}'..='\u{652}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_places_in_the_text() {
        let case = Case::parse(7, "Où? ¦Ici.⏎⏎¦Là ╎ou␠").unwrap();
        assert_eq!((case.line, case.text.as_str()), (7, "Où? Ici.\n\nLà ou "));
        let cut_before = |at: usize| &case.text[at..at + 1];
        assert_eq!(case.cuts.iter().map(|&at| cut_before(at)).collect::<Vec<_>>(), ["I", "L"]);
        assert_eq!(case.free.iter().map(|&at| cut_before(at)).collect::<Vec<_>>(), ["o"]);
        assert_eq!(case.written(&case.cuts), "Où? ¦Ici.⏎⏎¦Là ou ");
    }

    #[test]
    fn marks_that_mean_nothing_are_errors() {
        for wrong in ["¦No.", "No.¦", "No. ╎", "No. ¦╎So.", "No.¦ So.", "No.¦⏎So."] {
            assert!(Case::parse(1, wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn readings_are_words_alone() {
        let mut case = Case::parse(1, "x").unwrap();
        for right in ["it's twenty one", "二〇二六年", "रुपये पच्चीस", "دولارًا", "straße"]
        {
            case.add_reading(right).unwrap();
        }
        for wrong in ["", " ", "It is", "3", "twenty-one", "one, two", "one  two", "one ", "३", "a.m."] {
            assert!(case.add_reading(wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(case.readings.len(), 5);
    }
}
