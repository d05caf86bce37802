//! The sounds that the loaded language can make: the library's own name of each, and its IPA.
//!
//! The library reads a sound by its name only, and each language names its own. So the names are asked for here, sound by
//! sound, as the library tells them of a phoneme that stands alone.

#![expect(unsafe_code, reason = "eSpeak NG is a C library")]

use std::ffi::{CStr, c_char, c_int, c_uint, c_void};
use std::ptr;

use super::library::Library;

/// One sound of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sound {
    /// What the library calls it: one to four characters of ASCII.
    pub(super) name: String,
    /// In the International Phonetic Alphabet.
    pub(super) ipa: String,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Vowel,
    Consonant,
}

/// The kinds of phonemes that are sounds of their own: what comes before are pauses and stresses, and what comes after
/// nasals stands for others. Source: `phoneme.h` of eSpeak NG 1.52.
const VOWEL: u8 = 2;
const NASAL: u8 = 8;
/// Longer than any name of a phoneme; those of the library's own code have 30 bytes.
const NAME_BYTES: usize = 128;

impl Library {
    /// The sounds of the language, in the library's order.
    pub(super) fn sounds(&self) -> Vec<Sound> {
        // SAFETY: the library is initialised and has one thread, so its table is filled and nobody changes it: so many of
        // its entries are null or point to a phoneme.
        let table = unsafe {
            let entries = usize::try_from(n_phoneme_tab).unwrap_or_default().min(ENTRIES);
            phoneme_tab[..entries].to_vec()
        };
        // SAFETY: as above; the phonemes live as long as the language does.
        let known = table.into_iter().filter_map(|entry| unsafe { entry.as_ref() });
        known.filter(|phoneme| (VOWEL..=NASAL).contains(&phoneme.kind)).filter_map(sound).collect()
    }
}

fn sound(phoneme: &Phoneme) -> Option<Sound> {
    let name = phoneme.mnemonic.to_le_bytes().into_iter().take_while(|byte| *byte != 0);
    let name: String = name.map(char::from).collect();
    // The library's sign between two names.
    let is_sayable = name.bytes().all(|byte| byte.is_ascii_graphic()) && !name.contains(['|', '[', ']']);
    let mut ipa: [c_char; NAME_BYTES] = [0; NAME_BYTES];
    // SAFETY: the phoneme is one of the table's and no switch of language, without which no list of phonemes is needed;
    // the buffer is longer than any name.
    let ipa = unsafe {
        WritePhMnemonic(ipa.as_mut_ptr(), phoneme, ptr::null_mut(), 1, ptr::null_mut());
        CStr::from_ptr(ipa.as_ptr())
    };
    let ipa = ipa.to_str().ok().filter(|ipa| is_sayable && !ipa.is_empty())?;
    let kind = if phoneme.kind == VOWEL { Kind::Vowel } else { Kind::Consonant };
    Some(Sound { name, ipa: ipa.to_owned(), kind })
}

/// `N_PHONEME_TAB` in `phoneme.h` of eSpeak NG 1.52.
const ENTRIES: usize = 256;

/// `PHONEME_TAB` in `phoneme.h` of eSpeak NG 1.52.
#[repr(C)]
struct Phoneme {
    /// Up to four characters, the first in the lowest byte.
    mnemonic: c_uint,
    flags: c_uint,
    program: u16,
    code: u8,
    kind: u8,
    others: [u8; 4],
}

// Source: `phoneme.h` and `dictionary.h` of eSpeak NG 1.52.
unsafe extern "C" {
    static n_phoneme_tab: c_int;
    static phoneme_tab: [*const Phoneme; ENTRIES];
    /// Writes a phoneme's name, in IPA if the fourth argument says so, and gives its end.
    fn WritePhMnemonic(
        out: *mut c_char,
        phoneme: *const Phoneme,
        list: *mut c_void,
        ipa: c_int,
        flags: *mut c_int,
    ) -> *mut c_char;
}
