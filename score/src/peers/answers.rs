//! What other libraries made of the texts, as `score/peers/compare.py` writes it: a line that names a library, then a
//! line for each text that it was given, and so on.

use std::collections::HashMap;

use serde::Deserialize;

/// What a library does with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Does {
    Cuts,
    Reads,
}

/// A library.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Head {
    /// What people call it.
    pub(super) peer: String,
    pub(super) version: String,
    pub(super) does: Does,
    /// When it was asked.
    pub(super) date: String,
}

/// What it made of one text; neither if it failed.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub(super) struct Answer {
    folder: String,
    text: String,
    /// The bytes before which it is cut.
    pub(super) cuts: Option<Vec<usize>>,
    /// How it is read.
    #[serde(rename = "reads")]
    pub(super) spoken: Option<String>,
}

/// A library and its answers.
#[derive(Debug)]
pub(super) struct Peer {
    pub(super) head: Head,
    answers: HashMap<(String, String), Answer>,
}

impl Peer {
    /// What it made of a text of a folder; `None` if it was not given it.
    pub(super) fn answer(&self, folder: &str, text: &str) -> Option<&Answer> {
        self.answers.get(&(folder.to_owned(), text.to_owned()))
    }
}

/// All libraries of a file.
///
/// # Errors
/// The line, from 1, and what is wrong with it.
pub(super) fn parse(text: &str) -> Result<Vec<Peer>, (usize, String)> {
    let mut peers: Vec<Peer> = Vec::new();
    for (number, line) in text.lines().enumerate().map(|(at, line)| (at + 1, line)) {
        if let Ok(head) = serde_json::from_str(line) {
            peers.push(Peer { head, answers: HashMap::new() });
            continue;
        }
        let answer: Answer = serde_json::from_str(line).map_err(|error| (number, error.to_string()))?;
        let peer = peers.last_mut().ok_or((number, "an answer before a library is named".to_owned()))?;
        peer.answers.insert((answer.folder.clone(), answer.text.clone()), answer);
    }
    Ok(peers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_belong_to_the_library_above_them() {
        let file = r#"{"peer":"a","version":"1","does":"cuts","date":"today"}
{"folder":"de","text":"Ja. Nein.","cuts":[4]}
{"folder":"de","text":"Ja."}
{"peer":"b","version":"2","does":"reads","date":"today"}
{"folder":"de","text":"Ja.","reads":"Ja."}
"#;
        let peers = parse(file).unwrap();
        assert_eq!((peers[0].head.does, peers[1].head.does), (Does::Cuts, Does::Reads));
        assert_eq!(peers[0].answer("de", "Ja. Nein.").unwrap().cuts, Some(vec![4]));
        assert_eq!(peers[0].answer("de", "Ja.").unwrap().cuts, None);
        assert_eq!(peers[1].answer("de", "Ja.").unwrap().spoken.as_deref(), Some("Ja."));
        assert!(peers[1].answer("fr", "Ja.").is_none() && peers[1].answer("de", "Ja. Nein.").is_none());
    }

    #[test]
    fn what_is_no_answer_has_its_line() {
        let head = r#"{"peer":"a","version":"1","does":"cuts","date":"today"}"#;
        let answer = r#"{"folder":"de","text":"Ja."}"#;
        assert_eq!(parse(&format!("{head}\n{{}}\n")).unwrap_err().0, 2);
        assert_eq!(parse(answer).unwrap_err().0, 1);
    }
}
