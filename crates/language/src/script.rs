//! The script that a text is written in, and the language that this leaves. Read [`Script`] first.

use crate::Expected;
use crate::prose::{is_apostrophe, is_mark};

/// A script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// Latin, and all that has no line here.
    Latin,
    /// One that leaves few languages.
    Other(&'static Alphabet),
}

/// A script other than Latin and the languages that it leaves.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Alphabet {
    /// The blocks of Unicode that its letters are in.
    blocks: &'static [(char, char)],
    /// How much of a word one letter is, as letters of Latin.
    weight: usize,
    /// What is written in it, first the language that it is without further signs.
    languages: &'static [&'static str],
    /// Letters that hardly any but these of them write.
    signs: &'static [(&'static str, &'static str)],
    /// Small words that only these of them have; a space between two.
    words: &'static [(&'static str, &'static str)],
}

/// How many letters of its own a small word of its own is worth.
const WORTH: usize = 2;

/// Words of the languages in Cyrillic letters whose sentences often have no letter of their own.
const CYRILLIC: &[(&str, &str)] = &[
    (
        "ru",
        "что это для вы мы вас вам его ее ваш ваша ваше ваши уже или если только можно будет нет есть когда тоже здесь сейчас сегодня завтра пожалуйста спасибо здравствуйте привет чем при него меня мне очень как где кто все",
    ),
    (
        "uk",
        "що це або але буде немає якщо коли зараз дякую будь вже тільки ще дуже вона вони від чи як хто можу можна",
    ),
    (
        "bg",
        "ви ще се са че тази това този тези като със след има няма какво къде кога защо аз моля благодаря здравейте здравей утре днес сега която който което които вашата вашия вашият вашето ми си бъде беше също много вече тук нея",
    ),
    (
        "sr",
        "је су се ће ви ми ти није али шта када како сутра данас сада хвала молим између код још већ има нема био била бити овде тамо",
    ),
    (
        "mk",
        "ќе се ви ја ги му од е има нема што каде кога како зошто вашата вашиот утре денес сега ве молам благодарам меѓу уште веќе биде беше оваа овој ова тука таму часот",
    ),
];

/// The least letters of another script that are a text in it: one may be a symbol.
const LEAST: usize = 2;

static ALPHABETS: [Alphabet; 23] = [
    Alphabet::alone(&[('\u{370}', '\u{3ff}'), ('\u{1f00}', '\u{1fff}')], &["el"]),
    Alphabet {
        signs: &[
            ("uk", "іїєґІЇЄҐ"),
            ("be", "ўЎ"),
            ("sr", "ђјљњћџЂЈЉЊЋЏ"),
            ("mk", "ѓѕќјљњџЃЅЌЈЉЊЏ"),
            ("bg", "ъЪ"),
            ("mn", "өүӨҮ"),
            ("ky", "ңөүҢӨҮ"),
            ("tt", "әөүҗңһӘӨҮҖҢҺ"),
            ("kk", "іәғқңөұүһІӘҒҚҢӨҰҮҺ"),
            ("ru", "ыэёЫЭЁ"),
        ],
        words: CYRILLIC,
        ..Alphabet::alone(
            &[('\u{400}', '\u{52f}')],
            &["ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "tt", "ba", "cv", "mn"],
        )
    },
    Alphabet::alone(&[('\u{530}', '\u{58f}')], &["hy", "hyw"]),
    Alphabet::alone(&[('\u{590}', '\u{5ff}')], &["he"]),
    Alphabet {
        signs: &[("ur", "ٹڈڑںےھ"), ("fa", "پچژگ")],
        ..Alphabet::alone(
            &[
                ('\u{600}', '\u{6ff}'),
                ('\u{750}', '\u{77f}'),
                ('\u{fb50}', '\u{fdff}'),
                ('\u{fe70}', '\u{fefe}'),
            ],
            &["ar", "fa", "ur", "sd", "ug", "ps", "ku"],
        )
    },
    Alphabet::alone(&[('\u{900}', '\u{97f}')], &["hi", "mr", "ne", "kok", "sa"]),
    Alphabet {
        signs: &[("as", "ৰৱ")], ..Alphabet::alone(&[('\u{980}', '\u{9ff}')], &["bn", "as", "bpy"])
    },
    Alphabet::alone(&[('\u{a00}', '\u{a7f}')], &["pa"]),
    Alphabet::alone(&[('\u{a80}', '\u{aff}')], &["gu"]),
    Alphabet::alone(&[('\u{b00}', '\u{b7f}')], &["or"]),
    Alphabet::alone(&[('\u{b80}', '\u{bff}')], &["ta"]),
    Alphabet::alone(&[('\u{c00}', '\u{c7f}')], &["te"]),
    Alphabet::alone(&[('\u{c80}', '\u{cff}')], &["kn"]),
    Alphabet::alone(&[('\u{d00}', '\u{d7f}')], &["ml"]),
    Alphabet::alone(&[('\u{d80}', '\u{dff}')], &["si"]),
    Alphabet::alone(&[('\u{e00}', '\u{e7f}')], &["th"]),
    Alphabet::alone(&[('\u{e80}', '\u{eff}')], &["lo"]),
    Alphabet::alone(&[('\u{1000}', '\u{109f}')], &["my", "shn"]),
    Alphabet::alone(&[('\u{10a0}', '\u{10ff}'), ('\u{1c90}', '\u{1cbf}')], &["ka"]),
    Alphabet::alone(&[('\u{1200}', '\u{139f}')], &["am", "ti"]),
    Alphabet {
        weight: 3,
        ..Alphabet::alone(
            &[('\u{1100}', '\u{11ff}'), ('\u{3130}', '\u{318f}'), ('\u{ac00}', '\u{d7af}')],
            &["ko"],
        )
    },
    // Chinese characters alone are Chinese; with syllables among them they are Japanese.
    Alphabet {
        weight: 3,
        signs: &[("ja", KANA)],
        ..Alphabet::alone(
            &[
                ('\u{3005}', '\u{3007}'),
                ('\u{3041}', '\u{30ff}'),
                ('\u{3400}', '\u{9fff}'),
                ('\u{20000}', '\u{323af}'),
            ],
            &["cmn", "ja", "yue", "hak"],
        )
    },
    Alphabet::alone(&[('\u{1780}', '\u{17ff}')], &["km"]),
];

/// The syllables of Japanese that hardly a sentence goes without.
const KANA: &str = "あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちつってでとどなにぬねのはばひびふぶへべほぼまみむめもやゆよらりるれろわをんアイウエオカガキギクグケゲコゴサザシジスズセゼソタダチツッテデトドナニネノハバパヒビピフブプヘベペホボポマミムメモヤユヨラリルレロワンー";

impl Alphabet {
    const fn alone(blocks: &'static [(char, char)], languages: &'static [&'static str]) -> Self {
        Self { blocks, weight: 1, languages, signs: &[], words: &[] }
    }

    fn has(&self, character: char) -> bool {
        self.blocks.iter().any(|(first, last)| (*first..=*last).contains(&character))
    }

    /// What a text in it is written in: by letters of its own, or else what is expected, or else its first language.
    pub(crate) fn find(&self, text: &str, expected: Expected<'_>) -> &'static str {
        let known = |wanted: &str| self.languages.iter().find(|tag| **tag == wanted).copied();
        let kept = known(expected.so_far).or_else(|| known(expected.usual));
        self.signed(text).or(kept).unwrap_or(self.languages[0])
    }

    /// Who has the most letters and small words that hardly anybody else has.
    fn signed(&self, text: &str) -> Option<&'static str> {
        let lower = if self.words.is_empty() { String::new() } else { text.to_lowercase() };
        let words: Vec<&str> = lower.split(is_border).filter(|word| !word.is_empty()).collect();
        let count = |letters: &str| text.chars().filter(|letter| letters.contains(*letter)).count();
        let signs =
            self.signs.iter().map(|(tag, letters)| (*tag, count(letters) + WORTH * self.said(&words, tag)));
        let most = signs.filter(|(_, count)| *count > 0).reduce(|a, b| if b.1 > a.1 { b } else { a });
        most.map(|(tag, _)| tag)
    }

    /// How many small words of a language are among these.
    fn said(&self, words: &[&str], tag: &str) -> usize {
        let own = self.words.iter().find(|(known, _)| *known == tag).map_or("", |(_, own)| own);
        own.split(' ').filter(|known| words.contains(known)).count()
    }
}

impl Script {
    /// The one that a language is written in.
    pub(crate) fn of(tag: &str) -> Self {
        let other = ALPHABETS.iter().find(|alphabet| alphabet.languages.contains(&tag));
        other.map_or(Self::Latin, Self::Other)
    }

    /// That of most letters; `None` for too few of any. A voice of another script reads Latin names, and one of Latin reads
    /// nothing else: so such names weigh little.
    pub(crate) fn most_used(text: &str) -> Option<Self> {
        let mut count = Count::default();
        let mut place = Place::Start;
        for run in text.split_inclusive(is_border) {
            let word = run.trim_end_matches(is_border);
            count.add(word, place);
            place = place.after(word, &run[word.len()..]);
        }
        count.most()
    }
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// At the beginning of a sentence, where every word has a capital.
    Start,
    Within,
}

impl Place {
    fn after(self, word: &str, sign: &str) -> Self {
        match sign.chars().next() {
            Some('.' | '!' | '?' | '。' | '！' | '？') => Self::Start,
            _ if word.is_empty() => self,
            _ => Self::Within,
        }
    }
}

/// How many letters of each script a text has.
#[derive(Debug, Default)]
struct Count {
    latin: usize,
    /// Those of names.
    named: usize,
    others: [usize; ALPHABETS.len()],
}

/// What part of its letters a Latin name counts for, as a divisor.
const NAMED: usize = 4;

impl Count {
    /// Counts what stands between two borders of words, which is in one script or, where nothing parts words, in several.
    fn add(&mut self, word: &str, place: Place) {
        let letters = || word.chars().filter(|letter| letter.is_alphabetic());
        let is_named = letters()
            .skip(usize::from(place == Place::Start))
            .filter(|letter| is_latin(*letter))
            .any(char::is_uppercase);
        let is_symbol = letters().nth(1).is_none();
        for letter in letters() {
            match ALPHABETS.iter().position(|alphabet| !is_latin(letter) && alphabet.has(letter)) {
                Some(at) if !is_symbol || ALPHABETS[at].weight > 1 => self.others[at] += 1,
                Some(_) => {}
                None if is_named => self.named += 1,
                None if is_symbol => {}
                None => self.latin += 1,
            }
        }
    }

    fn most(&self) -> Option<Script> {
        let heavy = |(at, count): (usize, &usize)| (count * ALPHABETS[at].weight, *count, at);
        let most = self.others.iter().enumerate().map(heavy).max_by_key(|(weight, ..)| *weight);
        match most {
            Some((weight, count, at)) if weight > self.latin + self.named / NAMED && count >= LEAST => {
                Some(Script::Other(&ALPHABETS[at]))
            }
            _ if self.latin + self.named > 0 => Some(Script::Latin),
            _ => None,
        }
    }
}

/// Whether no word goes on over a character.
fn is_border(character: char) -> bool {
    !character.is_alphanumeric() && !is_mark(character) && !is_apostrophe(character)
}

/// Whether a letter is in no block of another script.
fn is_latin(letter: char) -> bool {
    letter <= '\u{24f}'
}
