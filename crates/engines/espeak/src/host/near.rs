//! Which of a language's sounds is nearest to one that it lacks, by what the mouth does for both.
//!
//! What the symbols mean is that of the IPA chart of 2020. How much a difference counts is ours: a listener takes a sound
//! with another voicing or rounding for another one sooner than one made a little farther back. Read [`nearest`] first.

/// How far the nearest of the sounds is from `symbol`, and which it is: the first of several. `None` if the symbol is no
/// sound, or all sounds are of the other kind.
pub(super) fn nearest(symbol: char, sounds: impl Iterator<Item = char>) -> Option<(u8, char)> {
    let wanted = Shape::of(symbol)?;
    let far = sounds.filter_map(|sound| Some((wanted.distance(Shape::of(sound)?)?, sound)));
    far.min_by_key(|(distance, _)| *distance)
}

/// What the mouth does.
#[derive(Clone, Copy)]
enum Shape {
    Vowel { open: u8, back: u8, round: u8 },
    Consonant { place: u8, manner: Manner, voiced: u8 },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    Stop,
    Fricative,
    Nasal,
    Lateral,
    Glide,
    /// Trills, taps and the sounds that stand for them.
    R,
}

impl Shape {
    fn of(symbol: char) -> Option<Self> {
        let vowel = VOWELS.iter().find(|(known, ..)| *known == symbol);
        let consonant = || CONSONANTS.iter().find(|(known, ..)| *known == symbol);
        match vowel {
            Some(&(_, open, back, round)) => Some(Self::Vowel { open, back, round }),
            None => consonant().map(|&(_, place, manner, voiced)| Self::Consonant { place, manner, voiced }),
        }
    }

    fn distance(self, other: Self) -> Option<u8> {
        match (self, other) {
            (Self::Vowel { open, back, round }, Self::Vowel { open: o, back: b, round: r }) => {
                Some(2 * open.abs_diff(o) + 3 * back.abs_diff(b) + 5 * round.abs_diff(r))
            }
            (
                Self::Consonant { place, manner, voiced },
                Self::Consonant { place: p, manner: m, voiced: v },
            ) => {
                // Wherever it is made, an r is an r.
                let place = if (manner, m) == (Manner::R, Manner::R) { 0 } else { place.abs_diff(p) };
                Some(place + manner.distance(m) + 3 * voiced.abs_diff(v))
            }
            _ => None,
        }
    }
}

impl Manner {
    fn distance(self, other: Self) -> u8 {
        match (self, other) {
            _ if self == other => 0,
            (Self::Stop, Self::Fricative) | (Self::Fricative, Self::Stop) => 4,
            (Self::Fricative, Self::Glide) | (Self::Glide, Self::Fricative) => 4,
            (Self::Lateral | Self::R, Self::Lateral | Self::R | Self::Glide)
            | (Self::Glide, Self::Lateral | Self::R) => 5,
            _ => 8,
        }
    }
}

/// How open from 0 to 6, how far back from 0 to 4, rounded or not.
const VOWELS: &[(char, u8, u8, u8)] = &[
    ('i', 0, 0, 0),
    ('y', 0, 0, 1),
    ('ɨ', 0, 2, 0),
    ('ʉ', 0, 2, 1),
    ('ɯ', 0, 4, 0),
    ('u', 0, 4, 1),
    ('ɪ', 1, 1, 0),
    ('ʏ', 1, 1, 1),
    ('ᵻ', 1, 2, 0),
    ('ʊ', 1, 3, 1),
    ('e', 2, 0, 0),
    ('ø', 2, 0, 1),
    ('ɘ', 2, 2, 0),
    ('ɵ', 2, 2, 1),
    ('ɤ', 2, 4, 0),
    ('o', 2, 4, 1),
    ('ə', 3, 2, 0),
    ('ɚ', 3, 2, 0),
    ('ɛ', 4, 0, 0),
    ('œ', 4, 0, 1),
    ('ɜ', 4, 2, 0),
    ('ɞ', 4, 2, 1),
    ('ʌ', 4, 3, 0),
    ('ɔ', 4, 4, 1),
    ('æ', 5, 0, 0),
    ('ɐ', 5, 2, 0),
    ('a', 6, 2, 0),
    ('ɶ', 6, 0, 1),
    ('ɑ', 6, 4, 0),
    ('ɒ', 6, 4, 1),
];

/// Where, from 0 at the lips to 11 at the glottis; how; voiced or not.
const CONSONANTS: &[(char, u8, Manner, u8)] = &[
    ('p', 0, Manner::Stop, 0),
    ('b', 0, Manner::Stop, 1),
    ('ɓ', 0, Manner::Stop, 1),
    ('t', 3, Manner::Stop, 0),
    ('d', 3, Manner::Stop, 1),
    ('ɗ', 3, Manner::Stop, 1),
    ('ʈ', 5, Manner::Stop, 0),
    ('ɖ', 5, Manner::Stop, 1),
    ('c', 7, Manner::Stop, 0),
    ('ɟ', 7, Manner::Stop, 1),
    ('k', 8, Manner::Stop, 0),
    ('ɡ', 8, Manner::Stop, 1),
    ('ɠ', 8, Manner::Stop, 1),
    ('q', 9, Manner::Stop, 0),
    ('ɢ', 9, Manner::Stop, 1),
    ('ʔ', 11, Manner::Stop, 0),
    ('m', 0, Manner::Nasal, 1),
    ('ɱ', 1, Manner::Nasal, 1),
    ('n', 3, Manner::Nasal, 1),
    ('ɳ', 5, Manner::Nasal, 1),
    ('ɲ', 6, Manner::Nasal, 1),
    ('ŋ', 8, Manner::Nasal, 1),
    ('ɴ', 9, Manner::Nasal, 1),
    ('ɸ', 0, Manner::Fricative, 0),
    ('β', 0, Manner::Fricative, 1),
    ('f', 1, Manner::Fricative, 0),
    ('v', 1, Manner::Fricative, 1),
    ('θ', 2, Manner::Fricative, 0),
    ('ð', 2, Manner::Fricative, 1),
    ('s', 3, Manner::Fricative, 0),
    ('z', 3, Manner::Fricative, 1),
    ('ʃ', 4, Manner::Fricative, 0),
    ('ʒ', 4, Manner::Fricative, 1),
    ('ʂ', 5, Manner::Fricative, 0),
    ('ʐ', 5, Manner::Fricative, 1),
    ('ɕ', 5, Manner::Fricative, 0),
    ('ʑ', 5, Manner::Fricative, 1),
    ('ç', 6, Manner::Fricative, 0),
    ('ʝ', 6, Manner::Fricative, 1),
    ('x', 8, Manner::Fricative, 0),
    ('ɣ', 8, Manner::Fricative, 1),
    ('χ', 9, Manner::Fricative, 0),
    ('ħ', 10, Manner::Fricative, 0),
    ('ʕ', 10, Manner::Fricative, 1),
    ('h', 11, Manner::Fricative, 0),
    ('ɦ', 11, Manner::Fricative, 0),
    ('ɬ', 3, Manner::Lateral, 0),
    ('ɮ', 3, Manner::Lateral, 1),
    ('l', 3, Manner::Lateral, 1),
    ('ɫ', 3, Manner::Lateral, 1),
    ('ɭ', 5, Manner::Lateral, 1),
    ('ʎ', 6, Manner::Lateral, 1),
    ('ʟ', 8, Manner::Lateral, 1),
    ('ʋ', 1, Manner::Glide, 1),
    ('j', 7, Manner::Glide, 1),
    ('ɥ', 7, Manner::Glide, 1),
    ('w', 8, Manner::Glide, 1),
    ('ʍ', 8, Manner::Glide, 0),
    ('ɰ', 8, Manner::Glide, 1),
    ('ʙ', 0, Manner::R, 1),
    ('r', 3, Manner::R, 1),
    ('ɾ', 3, Manner::R, 1),
    ('ɹ', 3, Manner::R, 1),
    ('ɺ', 3, Manner::R, 1),
    ('ɻ', 5, Manner::R, 1),
    ('ɽ', 5, Manner::R, 1),
    ('ʀ', 9, Manner::R, 1),
    ('ʁ', 9, Manner::R, 1),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_what_a_listener_would_take_it_for() {
        let near = |symbol, sounds: &str| nearest(symbol, sounds.chars()).map(|(_, sound)| sound);
        assert_eq!(near('ʁ', "ɡhlɹ"), Some('ɹ'));
        assert_eq!(near('r', "dlʁ"), Some('ʁ'));
        assert_eq!(near('ɲ', "mnlj"), Some('n'));
        assert_eq!(near('ʎ', "lɹjn"), Some('l'));
        assert_eq!(near('ɑ', "iaou"), Some('a'));
        assert_eq!(near('y', "iaou"), Some('i'));
        assert_eq!(near('χ', "kshf"), Some('h'));
    }

    #[test]
    fn what_is_no_sound_has_nothing_near_and_no_vowel_is_a_consonant() {
        assert_eq!(nearest('!', "at".chars()), None);
        assert_eq!(nearest('a', "tkɹ".chars()), None);
    }
}
