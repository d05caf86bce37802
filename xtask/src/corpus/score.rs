//! Whether a case is passed.

use super::asking::Explained;
use super::case::Case;
use super::sounds::sounds;
use super::words::words;

/// How a text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    /// In the words of a reading.
    InWords,
    /// In other signs, which the voice pronounces like a reading.
    BySound,
    /// Otherwise.
    Wrong,
}

/// What is said of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    /// Whether it was cut where it must be, and nowhere else but where it may be.
    pub(super) is_cut_right: bool,
    /// `None` for a case without readings.
    pub(super) read: Option<Read>,
}

/// Judges how a text was cut and read; `readings` are what was said of the case's own, in their order.
pub(super) fn judge(case: &Case, text: &Explained, readings: &[Explained]) -> Verdict {
    Verdict { is_cut_right: is_cut_right(case, &text.cuts), read: read(case, text, readings) }
}

fn is_cut_right(case: &Case, cuts: &[usize]) -> bool {
    let has_all = case.cuts.iter().all(|cut| cuts.contains(cut));
    has_all && cuts.iter().all(|cut| case.cuts.contains(cut) || case.free.contains(cut))
}

fn read(case: &Case, text: &Explained, readings: &[Explained]) -> Option<Read> {
    if case.readings.is_empty() {
        return None;
    }
    let said = words(&text.spoken);
    if case.readings.iter().any(|reading| words(reading) == said) {
        return Some(Read::InWords);
    }
    let heard = sounds(&text.phonemes);
    let sounds_alike = |reading: &Explained| !heard.is_empty() && sounds(&reading.phonemes) == heard;
    Some(if readings.iter().any(sounds_alike) { Read::BySound } else { Read::Wrong })
}
