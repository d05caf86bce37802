//! When each letter of a word sounds, from when its phonemes do.
//!
//! Letters and phonemes run in the same order but not in the same number: `sh` is one phoneme, `x` is two, `kn` is one.
//! So they are paired without crossing, each letter with at least one phoneme and each phoneme with at least one letter,
//! in the way that pairs vowels with vowels, and letters with what they usually stand for, as far as possible. Letters
//! of one phoneme share its time. How much each mismatch costs is ours. Read [`borders`] first.

use speech::{AudioTime, PhonemeTime};

/// Longer words, and words of more phonemes, are shared equally: their number is the cost of one pairing.
const MOST: usize = 64;

/// The cost of a letter with a phoneme that it may stand for.
const ITS_OWN: u32 = 0;
const BOTH_VOWELS: u32 = 1;
/// Also where nothing is known of the letter's alphabet.
const BOTH_CONSONANTS: u32 = 2;
const VOWEL_AND_CONSONANT: u32 = 4;
/// What it costs besides that a letter has another phoneme, or a phoneme another letter.
const AGAIN: u32 = 1;

/// When each character of a word begins, in order. `None` where that cannot be told from its phonemes: where there are
/// none, and where the word has characters that are read out otherwise than as letters, such as digits.
pub(crate) fn borders(word: &str, phonemes: &[PhonemeTime]) -> Option<Vec<AudioTime>> {
    let is_written_out = |character: char| is_letter(character) || is_silent(character);
    let letters: Vec<char> = word.chars().filter(|character| is_letter(*character)).collect();
    let sizes = [letters.len(), phonemes.len()];
    if sizes.contains(&0) || sizes.iter().any(|size| *size > MOST) || !word.chars().all(is_written_out) {
        return None;
    }
    let starts = starts(&pair(&letters, phonemes), letters.len(), phonemes);
    let end = phonemes.last()?.end;
    // What is silent takes no time, where the next letter begins.
    let mut next = starts.into_iter();
    let mut upcoming = next.next();
    let times = word.chars().map(|character| {
        let at = upcoming.unwrap_or(end);
        if is_letter(character) {
            upcoming = next.next();
        }
        at
    });
    Some(times.collect())
}

/// Where each letter begins: with its first phoneme, or with its share of one that letters before it have too.
fn starts(pairs: &[(usize, usize)], letters: usize, phonemes: &[PhonemeTime]) -> Vec<AudioTime> {
    let mut starts = Vec::with_capacity(letters);
    for &(letter, phoneme) in pairs {
        if letter < starts.len() {
            continue;
        }
        let sharing = pairs.iter().filter(|(_, other)| *other == phoneme);
        let before = sharing.clone().filter(|(other, _)| *other < letter).count() as u64;
        let PhonemeTime { start, end, .. } = phonemes[phoneme];
        let whole = end.saturating_sub(start).as_nanos();
        starts.push(start + AudioTime::from_nanos(whole * before / sharing.count().max(1) as u64));
    }
    starts
}

/// The cheapest pairing, from the first letter and phoneme to the last.
fn pair(letters: &[char], phonemes: &[PhonemeTime]) -> Vec<(usize, usize)> {
    let letters: Vec<Letter> = letters.iter().copied().map(Letter::of).collect();
    let sounds: Vec<Sound> = phonemes.iter().map(|phoneme| Sound::of(&phoneme.ipa)).collect();
    let width = sounds.len();
    let mut costs = vec![u32::MAX; letters.len() * width];
    for (row, letter) in letters.iter().enumerate() {
        for (column, sound) in sounds.iter().enumerate() {
            let (_, before) = cheapest_before(&costs, width, (row, column));
            costs[row * width + column] = before + letter.cost(*sound);
        }
    }
    let mut at = (letters.len() - 1, width - 1);
    let mut pairs = vec![at];
    while at != (0, 0) {
        at = cheapest_before(&costs, width, at).0;
        pairs.push(at);
    }
    pairs.reverse();
    pairs
}

/// The pair from which it is cheapest to come to this one, and the cost so far.
fn cheapest_before(costs: &[u32], width: usize, at: (usize, usize)) -> ((usize, usize), u32) {
    let (letter, phoneme) = at;
    let of = |letter: usize, phoneme: usize, more: u32| {
        ((letter, phoneme), costs[letter * width + phoneme] + more)
    };
    match (letter.checked_sub(1), phoneme.checked_sub(1)) {
        (None, None) => (at, 0),
        (None, Some(before)) => of(letter, before, AGAIN),
        (Some(before), None) => of(before, phoneme, AGAIN),
        (Some(one), Some(other)) => {
            let ways = [of(one, other, 0), of(letter, other, AGAIN), of(one, phoneme, AGAIN)];
            ways.into_iter().min_by_key(|(_, cost)| *cost).unwrap_or(ways[0])
        }
    }
}

/// What is known of a letter.
struct Letter {
    /// The first signs of the phonemes that it usually stands for.
    own: &'static str,
    /// Whether it usually is a vowel, where its alphabet has them.
    vowel: Option<bool>,
}

/// What is known of a phoneme.
#[derive(Clone, Copy)]
struct Sound {
    /// Its first sign, if it has one.
    sign: Option<char>,
    vowel: bool,
}

impl Letter {
    fn of(letter: char) -> Self {
        let plain = letter.to_lowercase().next().unwrap_or(letter);
        let own = OWN.iter().find(|(letters, _)| letters.contains(plain));
        Self { own: own.map_or("", |(_, sounds)| sounds), vowel: is_vowel_letter(plain) }
    }

    fn cost(&self, sound: Sound) -> u32 {
        match self.vowel {
            _ if sound.sign.is_some_and(|sign| self.own.contains(sign)) => ITS_OWN,
            Some(vowel) if vowel != sound.vowel => VOWEL_AND_CONSONANT,
            Some(true) => BOTH_VOWELS,
            Some(false) | None => BOTH_CONSONANTS,
        }
    }
}

impl Sound {
    fn of(ipa: &str) -> Self {
        let sign = ipa.chars().find(|sign| !STRESS.contains(sign));
        Self { sign, vowel: sign.is_some_and(is_vowel) }
    }
}

const STRESS: [char; 2] = ['ˈ', 'ˌ'];

fn is_vowel_letter(letter: char) -> Option<bool> {
    let knows =
        matches!(letter, 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{4ff}' | '\u{1e00}'..='\u{1eff}');
    knows.then(|| VOWEL_LETTERS.contains(letter))
}

/// Whether a sign of the IPA is a vowel.
pub(crate) fn is_vowel(sign: char) -> bool {
    "iyɨʉɯuɪʏᵻʊeøɘɵɤoəɚɛœɜɞʌɔæɐaɶɑɒɝ".contains(sign)
}

fn is_letter(character: char) -> bool {
    character.is_alphabetic()
}

/// Characters that stand in a word and are no letters: apostrophes, hyphens, marks above letters, viramas, joiners.
fn is_silent(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ' | '-' | '‐' | '‑' | '·' | '\u{ad}' | '\u{200c}' | '\u{200d}')
        || matches!(
            character,
            '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{94d}' | '\u{9cd}' | '\u{acd}' | '\u{bcd}'
        )
}

const VOWEL_LETTERS: &str = "aeiouyàáâãäåāăąæèéêëēĕėęěìíîïĩīĭįıòóôõöøōŏőœùúûüũūŭůűųýÿŷ\
                             ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹơư\
                             αάεέηήιίϊΐοόυύϋΰωώаеёиоуыэюяіїєѣ";

/// Letters and the first signs of the phonemes that they usually stand for.
const OWN: &[(&str, &str)] = &[
    ("aàáâäãåа", "aæɑɐəɛe"),
    ("eèéêëеэ", "eɛəɪi"),
    ("iìíîïи", "iɪj"),
    ("oòóôöõøо", "oɔɒəøœ"),
    ("uùúûüу", "uʊʌyʏ"),
    ("yýй", "jiɪy"),
    ("bб", "b"),
    ("cç", "kst"),
    ("dд", "d"),
    ("fф", "f"),
    ("gг", "ɡdʒɣ"),
    ("hх", "hçx"),
    ("j", "djʒx"),
    ("kк", "k"),
    ("lл", "lɫ"),
    ("mм", "m"),
    ("nñн", "nŋɲ"),
    ("pп", "p"),
    ("q", "k"),
    ("rр", "ɹrɾʁʀɚɜ"),
    ("sßс", "szʃ"),
    ("tт", "tθðɾʃ"),
    ("vв", "vf"),
    ("w", "wv"),
    ("x", "k"),
    ("zз", "zst"),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Phonemes of these milliseconds, one after another.
    fn phonemes(parts: &[(&str, u64)]) -> Vec<PhonemeTime> {
        let mut at = 0;
        let timed = parts.iter().map(|(ipa, length)| {
            let start = AudioTime::from_millis(at);
            at += length;
            PhonemeTime { ipa: (*ipa).into(), start, end: AudioTime::from_millis(at) }
        });
        timed.collect()
    }

    fn begins(word: &str, parts: &[(&str, u64)]) -> Vec<u64> {
        let times = borders(word, &phonemes(parts)).unwrap_or_default();
        times.into_iter().map(AudioTime::as_millis).collect()
    }

    #[test]
    fn each_letter_has_the_time_of_its_sound() {
        assert_eq!(begins("cat", &[("k", 100), ("ˈæ", 200), ("t", 50)]), [0, 100, 300]);
        assert_eq!(begins("Сон", &[("s", 100), ("ˈo", 200), ("n", 50)]), [0, 100, 300]);
    }

    #[test]
    fn letters_of_one_sound_share_it() {
        let ship = [("ʃ", 100), ("ˈɪ", 100), ("p", 100)];
        assert_eq!(begins("ship", &ship), [0, 50, 100, 200]);
        let night = [("n", 100), ("ˈaɪ", 300), ("t", 100)];
        assert_eq!(begins("night", &night)[..2], [0, 100]);
        assert_eq!(begins("knee", &[("n", 100), ("ˈiː", 200)]), [0, 50, 100, 200]);
    }

    #[test]
    fn a_letter_of_several_sounds_has_them_all() {
        let box_ = [("b", 50), ("ˈɑː", 100), ("k", 100), ("s", 100)];
        assert_eq!(begins("box", &box_), [0, 50, 150]);
    }

    #[test]
    fn marks_take_no_time_and_stand_where_the_next_letter_begins() {
        assert_eq!(begins("it's", &[("ɪ", 100), ("t", 100), ("s", 100)]), [0, 100, 200, 200]);
        assert_eq!(begins("e\u{301}t", &[("e", 100), ("t", 100)]), [0, 100, 100]);
        assert_eq!(begins("o'", &[("o", 100)]), [0, 100]);
    }

    #[test]
    fn a_script_of_which_nothing_is_known_runs_along() {
        assert_eq!(begins("राम", &[("ɾ", 100), ("ˈaː", 200), ("m", 100)]), [0, 100, 300]);
    }

    #[test]
    fn what_is_not_written_out_is_not_guessed() {
        let phonemes = phonemes(&[("n", 100), ("aɪ", 100)]);
        for word in ["9", "$", "a1", "…"] {
            assert_eq!(borders(word, &phonemes), None);
        }
        assert_eq!(borders("nine", &[]), None);
        assert_eq!(borders(&"n".repeat(65), &phonemes), None);
    }

    #[test]
    fn letters_run_forward_whatever_their_sounds() {
        let sounds = phonemes(&[("t", 30), ("s", 0), ("ˈuː", 70), ("ʔ", 10), ("m", 90)]);
        for word in ["a", "zzzzzzzz", "aeiou", "tschechisch", "łąka", "王王"] {
            let times = borders(word, &sounds).unwrap();
            assert_eq!(times.len(), word.chars().count());
            assert!(times.is_sorted() && times[0] == AudioTime::ZERO, "{word}");
        }
    }
}
