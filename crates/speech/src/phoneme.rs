//! The sounds of speech, tied to the audio.
//!
//! A phoneme has its name in it, so that a segment's hundreds of them are one list and not hundreds of strings. Read
//! [`Phoneme`] first.

use std::fmt;
use std::ops::Deref;

use crate::audio::SampleCount;
use crate::time::AudioTime;

/// The most bytes that the name of a phoneme has; eSpeak NG's have 8.
const MOST_BYTES: usize = 15;

/// The name of a phoneme in the International Phonetic Alphabet, such as `tʃ` or `ˈoʊ`: of at most 15 bytes, in UTF-8.
///
/// What is said can be read from it, so it prints its length only. [`Deref`]s to `str`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Ipa {
    bytes: [u8; MOST_BYTES],
    length: u8,
}

impl Ipa {
    /// The name itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

impl From<&str> for Ipa {
    /// Of a longer name, what fits of its whole characters.
    fn from(name: &str) -> Self {
        let name = &name[..name.floor_char_boundary(MOST_BYTES)];
        let mut bytes = [0; MOST_BYTES];
        bytes[..name.len()].copy_from_slice(name.as_bytes());
        Self { bytes, length: name.len() as u8 }
    }
}

impl Deref for Ipa {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for Ipa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ipa({} bytes)", self.length)
    }
}

/// One phoneme, tied to the audio of its segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phoneme {
    /// Its name, with a mark of stress before it if its syllable has one.
    pub ipa: Ipa,
    /// Where it begins, in samples from the start of the segment.
    pub start: SampleCount,
}

/// One phoneme of a word, tied to time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhonemeTime {
    /// Its name, as in [`Phoneme`].
    pub ipa: Ipa,
    /// When it begins, since its generation began.
    pub start: AudioTime,
    /// When it ends, likewise: where the next one of its word begins, or its word ends. Never before `start`.
    pub end: AudioTime,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_characters_and_prints_none() {
        for name in ["", "a", "ˈaɪə", "ɑ̃"] {
            assert_eq!(Ipa::from(name).as_str(), name);
        }
        assert_eq!(Ipa::from("əəəəəəəəə").as_str(), "əəəəəəə");
        assert_eq!(format!("{:?}", Ipa::from("tʃ")), "Ipa(3 bytes)");
    }
}
