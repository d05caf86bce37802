//! What a voice says, to be compared with what it says for a reading.
//!
//! eSpeak NG's IPA for `3.5` and for `three point five` differs by more than the words: a comma is a pause, stress goes
//! by the place in the clause, the sounds at a word's edge by the word beside it, and its numbers are put together from
//! pieces that are not pronounced quite like the same words in a dictionary. Left out, and nothing else, are:
//!
//! - stress (`ˈ ˌ`), white space between words, line breaks between clauses, ties and joiners;
//! - the names of languages where the voice changes to another, such as `(en)`;
//! - what [`RULES`] and [`DOUBLED`] name for one language: sounds that words of that language change at their edges, or
//!   that differ in eSpeak's numbers alone; in French the consonants of liaison as well.
//!
//! All other sounds, their lengths and their tones count, in order. Of the 8 400 different words of the readings, each
//! said alone, this made alike: three pairs in Italian and three words in Spanish that differ by accents, `disent` and
//! `dix`, `mail` and `meio`, `cent` and `zendt`, `v` and `w`. Japanese is judged by words alone ([`UNREADABLE`]).

/// Signs that stand between sounds, not for one.
const SILENT: &[char] = &['ˈ', 'ˌ', '‿', '-', '_', '\u{361}', '\u{200B}', '\u{200C}', '\u{200D}'];

/// Stands for all white space while words are still told apart.
const BORDER: char = ' ';

/// Sounds of a language that count as another of it.
struct Rule {
    /// The language, without a region.
    language: &'static str,
    /// Each with what it counts as, in this order.
    alike: &'static [(&'static str, &'static str)],
}

/// A word of a language that counts as another: the English article, for eSpeak does not name the letter in `m b a`.
const WORDS: &[(&str, &str, &str)] = &[("en", "ɐ", "eɪ")];

const RULES: &[Rule] = &[
    // A weak vowel that is written in two ways; a `t` between vowels, flapped or not by where a word begins; the r that
    // links two vowels; `the` before a vowel; the weak `saint`; `Mrs`, which eSpeak says better than `missus`; the weak
    // `and` of its own numbers.
    Rule {
        language: "en",
        alike: &[
            ("ᵻ", "ɪ"),
            ("ɾ", "t"),
            ("ɚɹ", "ɚ"),
            ("ðɪ", "ðə"),
            ("sənt", "seɪnt"),
            ("mɪsɪz", "mɪsəs"),
            ("ʌndɹɪdən", "ʌndɹɪdand"),
            ("ɪliənən", "ɪliənand"),
            ("aʊzəndən", "aʊzəndand"),
        ],
    },
    // `und`, `vierzig`, `hundertvier` and `tausend` in a number and in a word.
    Rule {
        language: "de",
        alike: &[("ʊnd", "ʊnt"), ("fɪɾts", "fiːɾts"), ("hʊndɜtv", "hʊndɜtf"), ("taʊzənd", "taʊzənt")],
    },
    // `en` in a number and in a word; the first sound of `veertig` and `zes` behind a hard one.
    Rule { language: "nl", alike: &[("ɛn", "ən"), ("z", "s"), ("v", "f")] },
    // The mute e, as in quatre-vingts; `dix` within a number.
    Rule { language: "fr", alike: &[("ə", ""), ("z", "s")] },
    // b, d and g between vowels; open and closed e; semivowels; ll and y; n before p.
    Rule {
        language: "es",
        alike: &[
            ("ɛ", "e"),
            ("β", "b"),
            ("ð", "d"),
            ("ɣ", "ɡ"),
            ("j", "i"),
            ("w", "u"),
            ("ɪ", "i"),
            ("ʊ", "u"),
            ("ʎ", "ʝ"),
            ("np", "mp"),
        ],
    },
    // Semivowels and short vowels between two words; the last s of a word by the next word's first sound.
    Rule { language: "pt", alike: &[("j", "i"), ("w", "u"), ("ɪ", "i"), ("ʊ", "u"), ("z", "s")] },
    // Open and closed e and o; semivowels; the single r; n before g and v.
    Rule {
        language: "it",
        alike: &[("ɛ", "e"), ("ɔ", "o"), ("j", "i"), ("ɪ", "i"), ("ʊ", "u"), ("ɾ", "r"), ("ŋ", "n")],
    },
    // The o of zero, the softness in piętnaście, the last sound of a word by the next word's first.
    Rule { language: "pl", alike: &[("ː", ""), ("ʲ", ""), ("j", ""), ("ɡ", "k"), ("ʑ", "ɕ")] },
    // The vowels without stress in numbers, and the two t of -надцать.
    Rule {
        language: "ru",
        alike: &[
            ("ɪ", "i"),
            ("pʲitnɑts", "pʲatnɑts"),
            ("sʲtʲ", "stʲ"),
            ("tysʲitʃʲ", "tysʲʌtʃʲ"),
            ("tsatʲ", "tsʌtʲ"),
            ("tts", "ts"),
        ],
    },
    // Shades of vowels and of c and g, which eSpeak's numbers write otherwise than its words.
    Rule {
        language: "tr",
        alike: &[
            ("ɛ", "e"),
            ("æ", "e"),
            ("ɔ", "o"),
            ("ɪ", "i"),
            ("ʊ", "u"),
            ("c", "k"),
            ("ɟ", "ɡ"),
            ("y", "ø"),
            ("r", "ɾ"),
        ],
    },
    // The vowel that is written and not said.
    Rule { language: "hi", alike: &[("ə", "")] },
    // Korean does not tell voiced from voiceless, nor r from l.
    Rule {
        language: "ko",
        alike: &[
            ("ɫ", "l"),
            ("r", "l"),
            ("ɾ", "l"),
            ("q", "k"),
            ("ɡ", "k"),
            ("b", "p"),
            ("d", "t"),
            ("ʑ", "ɕ"),
        ],
    },
];

/// Languages whose signs eSpeak NG does not know by itself: it names them all alike, "Chinese letter", so their sound told
/// nothing of the first run, and later ones are judged as strictly.
const UNREADABLE: &[&str] = &["ja"];

/// Languages in which a consonant is doubled only where one word ends with it and the next begins with it.
const DOUBLED: &[&str] = &["en", "de", "fr", "nl"];

/// The consonants of liaison, before the rules.
const LIAISON: &[char] = &['z', 't', 'n'];

/// Whether the voice's sounds tell anything about a text of this language.
pub(crate) fn are_known(language: &str) -> bool {
    !UNREADABLE.contains(&primary(language))
}

fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or_default()
}

/// The sounds alone, of a language by its tag; none where they would tell nothing.
pub(crate) fn sounds(ipa: &str, language: &str) -> String {
    let language = primary(language);
    if UNREADABLE.contains(&language) {
        return String::new();
    }
    let borders = with_borders(ipa);
    let words: Vec<_> = borders.split(BORDER).map(|word| word_alike(word, language)).collect();
    let mut sounds = if language == "fr" { without_liaison(&words) } else { words.concat() };
    for (from, to) in RULES.iter().filter(|rule| rule.language == language).flat_map(|rule| rule.alike) {
        sounds = sounds.replace(from, to);
    }
    if DOUBLED.contains(&language) { with_single_consonants(&sounds) } else { sounds }
}

/// Without silent signs and names of languages; one [`BORDER`] between words.
fn with_borders(ipa: &str) -> String {
    let mut out = String::with_capacity(ipa.len());
    let mut rest = ipa;
    while let Some(c) = rest.chars().next() {
        let length = language_name(rest).unwrap_or_else(|| {
            let sound = Some(if c.is_whitespace() { BORDER } else { c });
            out.extend(sound.filter(|c| !SILENT.contains(c)));
            c.len_utf8()
        });
        rest = &rest[length..];
    }
    out.split_whitespace().collect::<Vec<_>>().join(&BORDER.to_string())
}

/// How long the name of a language in brackets is that stands here.
fn language_name(rest: &str) -> Option<usize> {
    let (name, _) = rest.strip_prefix('(')?.split_once(')')?;
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-').then_some(name.len() + 2)
}

fn word_alike<'a>(word: &'a str, language: &str) -> &'a str {
    WORDS.iter().find(|(of, from, _)| *of == language && *from == word).map_or(word, |(_, _, to)| to)
}

/// Without the consonants of [`LIAISON`] at the end of words before one that begins with a vowel.
fn without_liaison(words: &[&str]) -> String {
    let next = words.iter().skip(1).map(Some).chain([None]);
    let bare = words.iter().zip(next).map(|(word, next)| match next {
        Some(next) if next.starts_with(is_vowel) => word.strip_suffix(LIAISON).unwrap_or(word),
        _ => word,
    });
    bare.collect()
}

fn with_single_consonants(sounds: &str) -> String {
    let mut before = None;
    let mut once = |c: &char| before.replace(*c) != Some(*c) || is_vowel(*c) || !c.is_alphabetic();
    sounds.chars().filter(|c| once(c)).collect()
}

/// Those of the languages in [`DOUBLED`].
fn is_vowel(c: char) -> bool {
    "aeiouyøœəɛɔɑɐɪʊʌæɜɚɒɵʏ".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stress_pauses_and_names_of_languages_do_not_count() {
        assert_eq!(sounds("tɾˈes\npˌunto (en)tʃˈaɪ_niː-z(fr)", "xx"), "tɾespuntotʃaɪniːz");
        assert_eq!(sounds("(a b) (", "xx"), "(ab)(");
    }

    #[test]
    fn other_sounds_lengths_and_tones_do() {
        for (one, other) in [("twˈɛnti", "twˈɛnti wˈʌn"), ("ʃtat", "ʃtaːt"), ("ji5", "ji2"), ("tˈuː", "dˈuː")]
        {
            for language in ["en-us", "de", "cmn"] {
                assert_ne!(sounds(one, language), sounds(other, language));
            }
        }
    }

    #[test]
    fn a_rule_is_for_its_language_alone() {
        assert_eq!(sounds("æɾɛɡ", "en-us"), sounds("æt ɛɡ", "en-gb"));
        assert_ne!(sounds("æɾɛɡ", "es"), sounds("æt ɛɡ", "es"));
        assert_eq!(sounds("ˌɛmbˌiːˈeɪ", "en-us"), sounds("ˈɛm bˈiː ɐ", "en-us"));
        assert_ne!(sounds("ɐbˈaʊt", "en-us"), sounds("eɪbˈaʊt", "en-us"));
        assert_eq!(sounds("wˈɒnhˈʌndɹɪdən fˈaɪv", "en-gb"), sounds("wˈɒn hˈʌndɹɪd and fˈaɪv", "en-gb"));
    }

    #[test]
    fn signs_that_the_voice_does_not_know_have_no_sounds() {
        assert_eq!(sounds("(en)tʃˈaɪniːz(ja)lˈe̞tə", "ja"), "");
    }

    #[test]
    fn liaison_is_no_word_and_a_sound_at_a_border_is_one() {
        assert_eq!(sounds("sɛ̃kɑ̃t øʁoz e", "fr-fr"), sounds("sɛ̃kɑ̃ øʁo e", "fr-fr"));
        assert_ne!(sounds("sɛt", "fr-fr"), sounds("sɛ", "fr-fr"));
        assert_ne!(sounds("døz tʁwa", "fr-fr"), sounds("dø tʁwa", "fr-fr"));
        assert_eq!(sounds("ʊnt tsvantsɪç", "de"), sounds("ʊntsvantsɪç", "de"));
        assert_ne!(sounds("valle", "it"), sounds("vale", "it"));
        assert_ne!(sounds("eɪ eɪ", "en-us"), sounds("eɪ", "en-us"));
    }
}
