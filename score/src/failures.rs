//! A case that is not passed, for people: what was wanted and what came.

use crate::asking::Explained;
use crate::verdict::{Answered, Cut, Read, Verdict};

/// Empty for a case that is passed. The texts are ours, so they may be shown.
pub(crate) fn told(path: &str, answered: Answered<'_>, verdict: Verdict) -> String {
    let cut = if verdict.cut == Cut::Right { String::new() } else { told_cut(path, answered) };
    if verdict.read == Some(Read::Wrong) { cut + &told_read(path, answered) } else { cut }
}

fn told_cut(path: &str, Answered { case, text, .. }: Answered<'_>) -> String {
    let (wanted, cut) = (case.written(&case.cuts), case.written(&text.cuts));
    format!("{path}:{}: cut\n  wanted  {wanted}\n  cut     {cut}\n\n", case.line)
}

fn told_read(path: &str, answered: Answered<'_>) -> String {
    let Answered { case, text, readings, .. } = answered;
    let mut out = format!("{path}:{}: read\n  text    {}\n", case.line, case.written(&case.cuts));
    out.push_str(&format!("  spoken  {}\n", text.spoken.trim().replace('\n', "⏎")));
    out.push_str(&sounds(answered, Some(text)));
    for (at, reading) in case.readings.iter().enumerate() {
        out.push_str(&format!("  wanted  {reading}\n{}", sounds(answered, readings.get(at))));
    }
    out.push('\n');
    out
}

/// A line of what the voice makes of it, if it was asked.
fn sounds(answered: Answered<'_>, explained: Option<&Explained>) -> String {
    let sounds = explained.map(|explained| answered.sounds(explained)).unwrap_or_default();
    if sounds.is_empty() { sounds } else { format!("          {sounds}\n") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Case;

    #[test]
    fn what_came_stands_below_what_was_wanted() {
        let mut case = Case::parse(4, "At 5.⏎¦So.").unwrap();
        case.add_reading("at five so").unwrap();
        let text =
            Explained { cuts: vec![], spoken: "At 5.\nSo.".to_owned(), phonemes: "æt sˈoʊ".to_owned() };
        let readings = [Explained { phonemes: "æt fˈaɪv sˈoʊ".to_owned(), ..Explained::default() }];
        let answered = Answered { case: &case, language: "en-us", text: &text, readings: &readings };
        let told = told("a.txt", answered, answered.judge());
        let expected = "a.txt:4: cut\n  wanted  At 5.⏎¦So.\n  cut     At 5.⏎So.\n\n\
                        a.txt:4: read\n  text    At 5.⏎¦So.\n  spoken  At 5.⏎So.\n          ætsoʊ\n  \
                        wanted  at five so\n          ætfaɪvsoʊ\n\n";
        assert_eq!(told, expected);
        let passed = Verdict { cut: Cut::Right, read: Some(Read::BySound) };
        assert_eq!(super::told("a.txt", answered, passed), "");
    }
}
