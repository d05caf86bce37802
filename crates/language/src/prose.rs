//! The words of a piece, and what kind of place each stands in: a name or a quotation says little of the language around
//! it. Read [`Word`] first.

/// A word of letters and apostrophes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    pub(crate) case: Case,
    pub(crate) before: Before,
    pub(crate) part: Part,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// With no capital.
    Lower,
    /// With a first one.
    Capital,
    /// With others: `NASA`, `iPhone`.
    Other,
}

/// What stands before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    /// The beginning, or the end of a sentence.
    Start,
    /// A comma or the like.
    Sign,
    /// Nothing but white space.
    Space,
    /// A hyphen.
    Hyphen,
}

/// Whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The speaker's own.
    Said,
    /// In quotation marks.
    Quoted,
    /// Behind a colon.
    Told,
}

/// The words of a text, in order, without what is no prose: addresses, paths, options and formulas.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut reader =
        Reader { words: Vec::new(), before: Before::Start, quotation: Part::Said, told: Part::Said };
    for run in text.split_inclusive(char::is_whitespace) {
        if is_code(run.trim_end()) {
            reader.part_from(Before::Sign);
        } else {
            reader.read(run);
        }
    }
    reader.words
}

/// The text without addresses, whose letters are of no language.
pub(crate) fn without_addresses(text: &str) -> String {
    let is_border = |character: char| character.is_whitespace() || !character.is_ascii();
    let runs = text.split_inclusive(is_border);
    let is_address = |run: &str| run.contains("://") || run.contains('@');
    let kept = |run| if is_address(run) { str::trim_start_matches(run, |at| !is_border(at)) } else { run };
    runs.map(kept).collect()
}

/// Signs that a word for machines begins with, and such as stand within one.
const CODE_BEGINS: [char; 6] = ['-', '$', '/', '\\', '~', '#'];
const CODE_HOLDS: [char; 9] = ['_', '=', '\\', '@', '<', '>', '{', '(', '|'];
/// The least letters of a name with a dot in it; with fewer it is an abbreviation.
const DOTTED: usize = 5;

/// Whether a run between white space is written for machines.
fn is_code(run: &str) -> bool {
    let run = run.trim_end_matches(|character: char| !character.is_alphanumeric());
    let behind_dots = || run.match_indices('.').filter_map(|(at, _)| run[at + 1..].chars().next());
    let letters = || run.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_long = run.chars().nth(1).is_some();
    is_long && run.starts_with(CODE_BEGINS)
        || run.contains("://")
        || run.char_indices().skip(1).any(|(_, sign)| CODE_HOLDS.contains(&sign))
        || behind_dots().any(char::is_lowercase) && letters() >= DOTTED
}

struct Reader<'a> {
    words: Vec<Word<'a>>,
    before: Before,
    /// `Quoted` within quotation marks.
    quotation: Part,
    /// `Told` behind the first colon.
    told: Part,
}

impl<'a> Reader<'a> {
    fn read(&mut self, run: &'a str) {
        let mut rest = run;
        while let Some(first) = rest.chars().next() {
            let word = &rest[..rest.find(|next| !is_of_word(next)).unwrap_or(rest.len())];
            let length = word.len().max(if word.is_empty() { first.len_utf8() } else { 0 });
            rest = &rest[length..];
            if word.is_empty() {
                self.sign(first, rest);
            } else {
                self.word(word.trim_matches(is_apostrophe));
            }
        }
    }

    fn word(&mut self, text: &'a str) {
        if text.is_empty() {
            return;
        }
        let part = if self.quotation == Part::Quoted { Part::Quoted } else { self.told };
        self.words.push(Word { text, case: Case::of(text), before: self.before, part });
        self.before = Before::Space;
    }

    fn sign(&mut self, sign: char, rest: &str) {
        match sign {
            '.' | '!' | '?' | '…' | '¿' | '¡' | '\n' => self.part_from(Before::Start),
            '"' | '“' | '”' | '„' | '«' | '»' => {
                self.quotation = if self.quotation == Part::Quoted { Part::Said } else { Part::Quoted };
                self.part_from(Before::Start);
            }
            ':' if rest.is_empty() || rest.starts_with(char::is_whitespace) => {
                let is_label = !self.words.is_empty();
                self.told = if is_label { Part::Told } else { Part::Said };
                self.part_from(Before::Start);
            }
            '-' | '‑' => self.part_from(Before::Hyphen),
            _ if sign.is_whitespace() && self.before == Before::Hyphen => self.before = Before::Sign,
            _ if sign.is_whitespace() => {}
            _ => self.part_from(Before::Sign),
        }
    }

    /// A sign stands before the next word. That of a sentence's end outweighs what follows it.
    fn part_from(&mut self, before: Before) {
        if self.before != Before::Start {
            self.before = before;
        }
    }
}

impl Case {
    fn of(word: &str) -> Self {
        let mut letters = word.chars();
        let first = letters.next().is_some_and(char::is_uppercase);
        match (first, letters.any(char::is_uppercase)) {
            (false, false) => Self::Lower,
            (true, false) => Self::Capital,
            (_, true) => Self::Other,
        }
    }
}

fn is_of_word(character: char) -> bool {
    character.is_alphabetic() || is_mark(character) || is_apostrophe(character)
}

/// An accent that is a character of its own.
pub(crate) fn is_mark(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

pub(crate) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn what_is_no_prose_is_left_out() {
        assert_eq!(kept("ls -la src/main.rs | grep de"), ["ls", "grep", "de"]);
        assert_eq!(
            kept("Ask a@b.example now, or (at 9 a.m.) l'ami"),
            ["Ask", "now", "or", "at", "a", "m", "l'ami"]
        );
        assert_eq!(without_addresses("Ask a@b.example now"), "Ask  now");
    }

    #[test]
    fn words_know_their_places() {
        let places: Vec<_> = words("Say “oui” to Jean-Luc: IBM.")
            .iter()
            .map(|word| (word.case, word.before, word.part))
            .collect();
        let expected = [
            (Case::Capital, Before::Start, Part::Said),
            (Case::Lower, Before::Start, Part::Quoted),
            (Case::Lower, Before::Start, Part::Said),
            (Case::Capital, Before::Space, Part::Said),
            (Case::Capital, Before::Hyphen, Part::Said),
            (Case::Other, Before::Start, Part::Told),
        ];
        assert_eq!(places, expected);
    }
}
