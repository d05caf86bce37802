//! How loud each listed voice is by itself: measured once, by `cargo xtask loudness`, and kept as text.

use std::collections::BTreeMap;

use speech::Loudness;

/// One line a voice, its name and its loudness in LUFS, in the order of the names.
const LINES: &str = include_str!("loudness.txt");

/// What was measured.
pub(crate) struct Measured(BTreeMap<&'static str, Loudness>);

impl Measured {
    /// Reads all of it.
    pub(crate) fn read() -> Self {
        Self(LINES.lines().filter_map(entry).collect())
    }

    /// The loudness of the voice of this name.
    pub(crate) fn of(&self, voice: &str) -> Option<Loudness> {
        self.0.get(voice).copied()
    }
}

fn entry(line: &'static str) -> Option<(&'static str, Loudness)> {
    let (voice, lufs) = line.split_once(' ')?;
    Some((voice, Loudness::from_lufs(lufs.parse().ok()?)?))
}
