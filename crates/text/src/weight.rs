//! How long a text takes to say, roughly: for admission and for the bound on segments, never for word times.
//!
//! A sum over characters, so that it can be kept while text arrives. The figures are those of an ordinary voice at
//! normal speed: about 15 characters of an alphabet a second (the embedded voice, 200 characters in 15.1 s, is a little
//! slower for short words and faster for long ones), and 300 Chinese characters in 46 s.

use std::time::Duration;

use crate::mark::{is_emoji, is_ideograph, is_silent_format};

const ALPHABET_MICROS: u64 = 66_666; // 15 a second
const IDEOGRAPH_MICROS: u64 = 153_000; // 46 s for 300
const KANA_MICROS: u64 = 120_000; // a mora
const HANGUL_MICROS: u64 = 150_000; // a syllable block
const DIGIT_MICROS: u64 = 300_000; // "1024" is said in four words
const SYMBOL_MICROS: u64 = 450_000; // "%" is "percent"
const EMOJI_MICROS: u64 = 1_200_000; // "grinning face with smiling eyes"

/// Estimates how long `text` takes to say at normal speed.
///
/// Adds up over concatenation: the estimate of two texts is that of the joined text.
#[must_use]
pub fn estimate_speech(text: &str) -> Duration {
    text.chars().map(weight).sum()
}

pub(crate) fn weight(c: char) -> Duration {
    Duration::from_micros(micros(c))
}

fn micros(c: char) -> u64 {
    match c {
        'a'..='z' | 'A'..='Z' | ' ' => ALPHABET_MICROS,
        _ if is_silent_format(c) || c.is_control() => 0,
        _ if c.is_numeric() => DIGIT_MICROS,
        _ if is_emoji(c) => EMOJI_MICROS,
        _ if is_ideograph(c) => IDEOGRAPH_MICROS,
        '\u{3040}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}' => KANA_MICROS,
        '\u{AC00}'..='\u{D7A3}' => HANGUL_MICROS,
        _ if crate::sound::is_spoken_symbol(c) => SYMBOL_MICROS,
        _ => ALPHABET_MICROS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_hundred_chinese_characters_take_46_seconds() {
        let estimate = estimate_speech(&"语".repeat(300));
        assert!((45..=47).contains(&estimate.as_secs()), "{estimate:?}");
    }

    #[test]
    fn three_hundred_latin_characters_just_fit_twenty_seconds() {
        let estimate = estimate_speech(&"seldom ".repeat(43)[..300]);
        assert!(estimate <= Duration::from_secs(20) && estimate > Duration::from_secs(19), "{estimate:?}");
    }

    #[test]
    fn digits_and_emoji_weigh_more_than_letters_and_joiners_nothing() {
        assert!(estimate_speech("7777") > 3 * estimate_speech("aaaa"));
        assert!(estimate_speech("😀") > estimate_speech("ten letters"));
        assert_eq!(estimate_speech("a\u{200d}b"), estimate_speech("ab"));
    }
}
