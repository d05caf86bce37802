//! A case that is not passed, for people: what was wanted and what came.

use super::asking::Explained;
use super::case::Case;
use super::score::{Read, Verdict};
use super::sounds::sounds;

/// Empty for a case that is passed. The texts are ours, so they may be shown.
pub(super) fn told(
    path: &str,
    case: &Case,
    verdict: Verdict,
    text: &Explained,
    readings: &[Explained],
) -> String {
    let mut out = String::new();
    if !verdict.is_cut_right {
        out.push_str(&format!("{path}:{}: cut\n", case.line));
        out.push_str(&format!("  wanted  {}\n", case.written(&case.cuts)));
        out.push_str(&format!("  cut     {}\n\n", case.written(&text.cuts)));
    }
    if verdict.read == Some(Read::Wrong) {
        out.push_str(&format!("{path}:{}: read\n  text    {}\n", case.line, case.written(&case.cuts)));
        out.push_str(&format!("  spoken  {}\n", text.spoken.trim().replace('\n', "⏎")));
        out.push_str(&format!("  sounds  {}\n", sounds(&text.phonemes)));
        for (reading, explained) in case.readings.iter().zip(readings) {
            out.push_str(&format!("  wanted  {reading}\n          {}\n", sounds(&explained.phonemes)));
        }
        out.push('\n');
    }
    out
}
