//! What is packed into the binary: the voice data, and the lists of who can speak. Made by `build.rs`.

use speech::Gender;

/// One compressed data file.
pub(crate) struct PackedFile {
    pub(crate) name: &'static str,
    /// Unpacked, in bytes.
    pub(crate) size: u64,
    /// BLAKE3 of what is unpacked.
    pub(crate) digest: [u8; 32],
    pub(crate) packed: &'static [u8],
}

/// One language that eSpeak NG speaks.
pub(crate) struct Language {
    /// The voice's name here, and of its definition when unpacked.
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    /// The best first, in lower case.
    pub(crate) tags: &'static [&'static str],
    /// The packed files with its pronunciations: its own, and those of languages that it may call upon.
    pub(crate) dictionaries: &'static [&'static str],
    /// The text of the file that eSpeak NG loads.
    pub(crate) definition: &'static str,
}

/// A change of tone that any language can be spoken with.
pub(crate) struct Variant {
    pub(crate) id: &'static str,
    pub(crate) gender: Gender,
    pub(crate) definition: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/packed.rs"));
