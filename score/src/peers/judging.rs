//! A library's answers, judged as ours are.

use crate::asking::Explained;
use crate::case::Case;
use crate::reader::CaseFile;
use crate::verdict::{Cut, cut, is_in_words};

use super::answers::{Answer, Does, Peer};
use super::record::{Part, Scored};

/// What a library scores, by the folders that it was asked about.
pub(super) fn judged(peer: &Peer, files: &[CaseFile]) -> Scored {
    let head = &peer.head;
    let mut scored = Scored {
        peer: head.peer.clone(),
        version: head.version.clone(),
        date: head.date.clone(),
        ..Scored::default()
    };
    let parts = match head.does {
        Does::Cuts => &mut scored.cuts,
        Does::Reads => &mut scored.reads,
    };
    for file in files {
        for case in &file.cases {
            let Some(answer) = peer.answer(&file.folder, &case.text) else { continue };
            if let Some(verdict) = verdict(answer, head.does, case) {
                parts.entry(file.folder.clone()).or_default().add(verdict);
            }
        }
    }
    scored
}

/// Readings are right or missing; `None` for a case that is not about this.
fn verdict(answer: &Answer, does: Does, case: &Case) -> Option<Cut> {
    match does {
        Does::Cuts => Some(answer.cuts.as_ref().map_or(Cut::Missing, |cuts| cut(case, cuts))),
        Does::Reads if case.readings.is_empty() => None,
        Does::Reads => {
            let spoken = answer.spoken.clone().map(|spoken| Explained { spoken, ..Explained::default() });
            let is_right = spoken.is_some_and(|spoken| is_in_words(case, &spoken));
            Some(if is_right { Cut::Right } else { Cut::Missing })
        }
    }
}

impl Part {
    fn add(&mut self, verdict: Cut) {
        self.right += usize::from(verdict == Cut::Right);
        self.stray += usize::from(verdict == Cut::Stray);
        self.of += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::answers::parse;
    use super::*;

    fn file() -> CaseFile {
        let mut one = Case::parse(1, "At 5. ¦So.").unwrap();
        one.add_reading("at five so").unwrap();
        let cases = vec![one, Case::parse(4, "No ╎cut.").unwrap()];
        let [path, category] = ["a.txt", "a"].map(str::to_owned);
        CaseFile { path, category, folder: "en".to_owned(), language: "en-us".to_owned(), cases }
    }

    fn scored(does: &str, answers: &str) -> Scored {
        let head = format!(r#"{{"peer":"a","version":"1","does":"{does}","date":"today"}}"#);
        judged(&parse(&format!("{head}\n{answers}")).unwrap()[0], &[file()])
    }

    #[test]
    fn cuts_and_words_are_judged_by_our_rules() {
        let cuts = r#"{"folder":"en","text":"At 5. So.","cuts":[6]}
{"folder":"en","text":"No cut.","cuts":[3]}"#;
        assert_eq!(scored("cuts", cuts).cuts["en"], Part { right: 2, of: 2, stray: 0 });
        let stray = r#"{"folder":"en","text":"At 5. So.","cuts":[3,6]}"#;
        assert_eq!(scored("cuts", stray).cuts["en"], Part { right: 0, of: 1, stray: 1 });
        let reads = r#"{"folder":"en","text":"At 5. So.","reads":"At five. So."}
{"folder":"en","text":"No cut.","reads":"No cut."}"#;
        assert_eq!(scored("reads", reads).reads["en"], Part { right: 1, of: 1, stray: 0 });
    }

    #[test]
    fn a_library_that_fails_is_wrong_and_one_that_was_not_asked_is_not_there() {
        let failed = r#"{"folder":"en","text":"At 5. So."}"#;
        assert_eq!(scored("cuts", failed).cuts["en"], Part { right: 0, of: 1, stray: 0 });
        assert_eq!(scored("reads", failed).reads["en"], Part { right: 0, of: 1, stray: 0 });
        assert!(scored("cuts", "").cuts.is_empty());
    }
}
