//! What was judged last, as it is kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How many of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part {
    pub(crate) right: usize,
    pub(crate) of: usize,
    /// Cut where they may not be, which no reading is.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(crate) stray: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// One library, and its parts by the corpus' folders: what it does not do is empty.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Scored {
    pub(crate) peer: String,
    pub(crate) version: String,
    /// When it was asked.
    pub(crate) date: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) cuts: BTreeMap<String, Part>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) reads: BTreeMap<String, Part>,
}

/// All of them.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) peers: Vec<Scored>,
}

impl Record {
    /// As it is kept: a line a library, so that a difference can be read.
    pub(super) fn json(&self) -> String {
        let lines: Vec<_> = self.peers.iter().map(|peer| format!("  {}", serde_json::json!(peer))).collect();
        format!("{{\"peers\": [\n{}\n]}}\n", lines.join(",\n"))
    }

    /// The way back.
    pub(super) fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let cuts = BTreeMap::from([("de".to_owned(), Part { right: 1, of: 2, stray: 1 })]);
        let one = Scored { peer: "a".to_owned(), cuts, ..Scored::default() };
        let record = Record { peers: vec![one, Scored::default()] };
        assert_eq!(record.json().lines().count(), 4);
        assert_eq!(Record::parse(&record.json()).unwrap(), record);
    }
}
