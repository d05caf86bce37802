//! What other libraries score on the same cases.
//!
//! `score/peers/compare.py` has them cut and read the texts ([`answers`]); here they are judged by the rules that hold
//! for us ([`judging`]), readings by their words alone, and what came of it is kept in [`PATH`] ([`record`]) for the page
//! ([`table`]).

mod answers;
mod judging;
mod record;
mod table;

use std::fs;
use std::path::Path;

pub(crate) use record::Record;
pub(crate) use table::section;

use crate::failure::Failure;
use crate::reader::CaseFile;
use crate::workspace;

/// Where the scores are kept, in the workspace.
pub(crate) const PATH: &str = "corpus/peers.json";

/// One JSON object a text, for those who are to cut and read it.
pub(crate) fn texts(files: &[CaseFile]) -> String {
    let texts = files.iter().flat_map(|file| file.cases.iter().map(|case| (&file.folder, &case.text)));
    texts
        .map(|(folder, text)| format!("{}\n", serde_json::json!({ "folder": folder, "text": text })))
        .collect()
}

/// Judges the answers in a file, and writes the record anew.
///
/// # Errors
/// If the file is not what `compare.py` writes, or the record cannot be written.
pub(crate) fn judge(path: &Path, files: &[CaseFile]) -> Result<(), Failure> {
    let text = fs::read_to_string(path).map_err(Failure::at(path))?;
    let peers = answers::parse(&text).map_err(|(line, wrong)| Failure::Format {
        path: path.display().to_string(),
        line,
        wrong,
    })?;
    let record = Record { peers: peers.iter().map(|peer| judging::judged(peer, files)).collect() };
    fs::write(workspace::root().join(PATH), record.json()).map_err(Failure::at(PATH))
}

/// What was judged last; nothing before the first time.
///
/// # Errors
/// If the record is there and is none.
pub(crate) fn recorded() -> Result<Record, Failure> {
    let Ok(text) = fs::read_to_string(workspace::root().join(PATH)) else { return Ok(Record::default()) };
    Record::parse(&text).map_err(|error| Failure::Format {
        path: PATH.to_owned(),
        line: error.line(),
        wrong: error.to_string(),
    })
}
