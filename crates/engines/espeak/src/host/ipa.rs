//! From the International Phonetic Alphabet to the names that the library has for sounds.
//!
//! The longest stretch that is a sound of the language becomes that sound; a symbol that begins none becomes the sound
//! nearest to it, by what the mouth does; what is no sound (ties, syllable marks, unknown characters) is left out. Every
//! step looks at a few symbols only. Read [`Inventory::spell`] first.

use super::near::nearest;
use super::sounds::{Kind, Sound};

/// The library holds the sounds of a word in 200 bytes, a byte each, and does not look whether they fit. Source:
/// `N_WORD_PHONEMES` in `translate.h` of eSpeak NG 1.52.
const WORD_SOUNDS: usize = 60;
/// What is beyond is not said: longer than any word of any language.
const MOST_SOUNDS: usize = 120;

/// The library's sign between two names.
const BETWEEN: char = '|';
/// Its names for what is no sound of its own, the same in all languages. Source: `phsource/phonemes` of eSpeak NG 1.52.
const STRESSED: char = '\'';
const HALF_STRESSED: char = ',';
const LENGTHENED: char = ':';

/// The IPA's signs for them.
const STRESS: char = 'ˈ';
const HALF_STRESS: char = 'ˌ';
const LENGTH: char = 'ː';

/// The sounds of a language.
pub(super) struct Inventory(Vec<Sound>);

impl Inventory {
    pub(super) fn new(mut sounds: Vec<Sound>) -> Self {
        for sound in &mut sounds {
            sound.ipa = plain(&sound.ipa).collect();
        }
        // The first that fits is taken: the longest, and of several with the same sound the one with the plainest name.
        sounds.sort_by_key(|Sound { name, ipa, .. }| (usize::MAX - ipa.len(), oddity(name)));
        Self(sounds)
    }

    /// The names of these sounds, words apart. Empty if there is no sound among them.
    pub(super) fn spell(&self, ipa: &str) -> String {
        let ipa: String = plain(ipa).collect();
        let mut spelled = Spelled::default();
        let mut rest = ipa.as_str();
        while let Some(symbol) = rest.chars().next() {
            let (sound, length) = self.first(rest, symbol);
            match sound {
                Some(sound) if !spelled.say(sound) => break,
                Some(_) => {}
                None => spelled.mark(symbol),
            }
            rest = &rest[length..];
        }
        spelled.end_word();
        if spelled.sounds == 0 { String::new() } else { spelled.names.trim_end().to_owned() }
    }

    /// The sound at the beginning of `rest`, whose first symbol is given, and its length there.
    fn first(&self, rest: &str, symbol: char) -> (Option<&Sound>, usize) {
        let own = self.0.iter().find(|sound| rest.starts_with(&sound.ipa));
        if let Some(own) = own {
            return (Some(own), own.ipa.len());
        }
        let length = symbol.len_utf8();
        let short = nearest(symbol, self.0.iter().filter_map(|sound| only(&sound.ipa)));
        if rest[length..].starts_with(LENGTH) {
            let long =
                nearest(symbol, self.0.iter().filter_map(|sound| only(sound.ipa.strip_suffix(LENGTH)?)));
            let long = long.filter(|(far, _)| short.is_none_or(|(nearer, _)| *far <= nearer));
            if let Some((_, long)) = long {
                return (self.named(&format!("{long}{LENGTH}")), length + LENGTH.len_utf8());
            }
        }
        (short.and_then(|(_, near)| self.named(near.encode_utf8(&mut [0; 4]))), length)
    }

    fn named(&self, ipa: &str) -> Option<&Sound> {
        self.0.iter().find(|sound| sound.ipa == ipa)
    }
}

/// What is spelled so far.
#[derive(Default)]
struct Spelled {
    names: String,
    sounds: usize,
    word: Word,
}

/// The present word.
#[derive(Default)]
struct Word {
    /// Where it begins in the names.
    start: usize,
    sounds: usize,
    vowels: usize,
}

impl Spelled {
    /// Says whether there was room for it.
    fn say(&mut self, sound: &Sound) -> bool {
        if self.sounds == MOST_SOUNDS {
            return false;
        }
        if self.word.sounds == WORD_SOUNDS {
            self.end_word();
        }
        self.names.push_str(&sound.name);
        self.names.push(BETWEEN);
        self.sounds += 1;
        self.word.sounds += 1;
        self.word.vowels += usize::from(sound.kind == Kind::Vowel);
        true
    }

    /// What is no sound, but may change one.
    fn mark(&mut self, symbol: char) {
        let after_stress = self.names.ends_with([STRESSED, HALF_STRESSED]);
        match symbol {
            STRESS if !after_stress => self.names.push(STRESSED),
            HALF_STRESS if !after_stress => self.names.push(HALF_STRESSED),
            LENGTH if self.word.sounds > 0 && !after_stress => {
                self.names.push(LENGTHENED);
                self.names.push(BETWEEN);
            }
            _ if symbol.is_whitespace() => self.end_word(),
            _ => {}
        }
    }

    /// The library stresses nothing by itself among names, but nobody marks the stress of a word with one vowel.
    fn end_word(&mut self) {
        let Word { start, sounds, vowels } = self.word;
        let marked = self.names.get(start..).is_some_and(|word| word.contains([STRESSED, HALF_STRESSED]));
        if vowels == 1 && !marked {
            self.names.insert(start, STRESSED);
        }
        if sounds > 0 {
            self.names.push(' ');
            self.word = Word { start: self.names.len(), ..Word::default() };
        }
    }
}

/// Other ways to write the same, made one.
fn plain(ipa: &str) -> impl Iterator<Item = char> {
    ipa.chars().filter(|symbol| !TIES.contains(symbol)).flat_map(|symbol| {
        let other = SAME.iter().find(|(written, _)| *written == symbol).map(|(_, meant)| *meant);
        let own = if other.is_none() { Some(symbol) } else { None };
        other.unwrap_or_default().chars().chain(own)
    })
}

/// They bind two symbols into one sound, which the longest fit does as well.
const TIES: [char; 2] = ['\u{361}', '\u{35c}'];

/// What people type for it, old ligatures, and letters with their marks in one character.
const SAME: &[(char, &str)] = &[
    ('g', "ɡ"),
    (':', "ː"),
    ('\'', "ˈ"),
    ('ʼ', "ˈ"),
    ('ε', "ɛ"),
    ('ʤ', "dʒ"),
    ('ʧ', "tʃ"),
    ('ʦ', "ts"),
    ('ʣ', "dz"),
    ('ʨ', "tɕ"),
    ('ʥ', "dʑ"),
    ('\u{e3}', "a\u{303}"),
    ('\u{1ebd}', "e\u{303}"),
    ('\u{129}', "i\u{303}"),
    ('\u{f5}', "o\u{303}"),
    ('\u{169}', "u\u{303}"),
    ('ɝ', "ɜɹ"),
];

/// The only symbol of a sound.
fn only(ipa: &str) -> Option<char> {
    let mut symbols = ipa.chars();
    symbols.next().filter(|_| symbols.next().is_none())
}

/// How far a name is from the plain one of its sound: those with signs and digits sound so only beside some others.
fn oddity(name: &str) -> (usize, usize) {
    (name.bytes().filter(|byte| !byte.is_ascii_alphabetic()).count(), name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inventory(sounds: &[(&str, &str)]) -> Inventory {
        let sounds = sounds.iter().map(|(name, ipa)| Sound {
            name: (*name).to_owned(),
            ipa: (*ipa).to_owned(),
            kind: if ipa.starts_with(['a', 'ɛ', 'ɪ', 'i', 'u']) { Kind::Vowel } else { Kind::Consonant },
        });
        Inventory::new(sounds.collect())
    }

    fn some() -> Inventory {
        inventory(&[
            ("t#", "t"),
            ("t", "t"),
            ("S", "ʃ"),
            ("tS", "tʃ"),
            ("r", "ɹ"),
            ("k", "k"),
            ("g", "ɡ"),
            ("I", "ɪ"),
            ("i:", "iː"),
            ("E", "ɛ"),
            ("u:", "uː"),
            ("aI", "aɪ"),
            ("a", "a"),
        ])
    }

    #[test]
    fn the_longest_sound_that_fits_is_taken_and_the_plainest_of_the_same() {
        assert_eq!(some().spell("tʃiːtɪ"), "tS|i:|t|I|");
        assert_eq!(some().spell("t.ʃɪtɪ"), "t|S|I|t|I|");
        assert_eq!(some().spell("t͡ʃaɪtɪ"), "tS|aI|t|I|");
        assert_eq!(some().spell("ʧa.ɪ"), "tS|a|I|");
    }

    #[test]
    fn a_sound_that_the_language_lacks_becomes_the_nearest() {
        assert_eq!(some().spell("riːtɪ"), "r|i:|t|I|");
        assert_eq!(some().spell("ˈʁæː"), "'r|E|:|");
        assert_eq!(some().spell("yːgø"), "i:|g|E|");
    }

    #[test]
    fn stress_and_length_stay_and_a_word_with_one_vowel_is_stressed() {
        assert_eq!(some().spell("kɹiˈaːˌtɪ"), "k|r|I|'a|:|,t|I|");
        assert_eq!(some().spell("ˈˈta"), "'t|a|");
        assert_eq!(some().spell("tat kt taa ˌta"), "'t|a|t| k|t| t|a|a| ,t|a|");
    }

    #[test]
    fn what_is_no_sound_is_left_out() {
        assert_eq!(some().spell("/t∞a[]|?!/"), "'t|a|");
        for nothing in ["", "ˈ", "…", "ː", "| |"] {
            assert_eq!(some().spell(nothing), "");
        }
    }

    #[test]
    fn words_have_room_and_an_end() {
        let long = some().spell(&"ta".repeat(5_000));
        assert_eq!(
            long.trim().split(' ').map(|word| word.matches('|').count()).collect::<Vec<_>>(),
            [60, 60]
        );
    }
}
