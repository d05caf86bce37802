//! What `syrinx explain` says about texts, thousands in one process.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use super::json::Json;
use crate::failure::Failure;
use crate::process::{command, shown};

/// How one text is cut and read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Explained {
    /// The bytes of the text before which it is cut.
    pub(super) cuts: Vec<usize>,
    /// What the voice is given to read, all segments together.
    pub(super) spoken: String,
    /// What the voice makes of it, in IPA, all segments together.
    pub(super) phonemes: String,
}

/// Has `texts` explained, by the sentence, in the language's own voice.
///
/// # Errors
/// If the program cannot be run, does not end with success, or says something else.
pub(super) fn explain(syrinx: &Path, language: &str, texts: &[&str]) -> Result<Vec<Explained>, Failure> {
    let mut command = command(syrinx, ["explain", "--policy", "sentences", "--format", "json", "--phonemes"]);
    command.args(["--null", "--language", language]);
    let said = piped(&mut command, texts)?;
    let explained: Option<Vec<_>> = said.lines().map(|line| read(&Json::parse(line)?)).collect();
    let explained =
        explained.ok_or_else(|| Failure::new(format!("`{}` said no such JSON", shown(&command))))?;
    if explained.len() == texts.len() {
        return Ok(explained);
    }
    let (texts, answers) = (texts.len(), explained.len());
    Err(Failure::new(format!("`{}` gave {answers} answers to {texts} texts", shown(&command))))
}

/// What the program writes when it reads these texts with a NUL byte behind each.
fn piped(command: &mut Command, texts: &[&str]) -> Result<String, Failure> {
    let name = shown(command);
    let running = || Failure::while_doing(format!("run `{name}`"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(running())?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let mut said = String::new();
    let read = thread::scope(|scope| {
        // At the same time, because neither pipe holds so much. One that reads no more tells by how it ends.
        scope.spawn(|| stdin.map(|mut pipe| texts.iter().try_for_each(|text| write!(pipe, "{text}\0"))));
        stdout.map_or(Ok(0), |mut pipe| pipe.read_to_string(&mut said))
    });
    let status = child.wait().map_err(running())?;
    read.map_err(running())?;
    if status.success() { Ok(said) } else { Err(Failure::new(format!("`{name}` ended with {status}"))) }
}

fn read(answer: &Json) -> Option<Explained> {
    let mut explained = Explained::default();
    for segment in answer.get("segments")?.list()? {
        let start = segment.get("start")?.count()?;
        explained.cuts.extend(Some(start).filter(|&start| start > 0));
        explained.spoken.push_str(segment.get("spoken")?.text()?);
        // A space each, because a word does not go on in the next segment.
        explained.spoken.push(' ');
        explained.phonemes.push_str(segment.get("phonemes")?.text()?);
        explained.phonemes.push('\n');
    }
    Some(explained)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEGMENTS: &str = r#"{"segments":[
        {"start":0,"end":4,"text":"Hi. ","spoken":"Hi. ","phonemes":"hˈaɪ"},
        {"start":4,"end":7,"text":"You","spoken":"You","phonemes":"jˈuː\nˈɑː"}]}"#;

    #[test]
    fn segments_are_joined() {
        let explained = read(&Json::parse(SEGMENTS).unwrap()).unwrap();
        assert_eq!((explained.cuts, explained.spoken.as_str()), (vec![4], "Hi.  You "));
        assert_eq!(explained.phonemes, "hˈaɪ\njˈuː\nˈɑː\n");
    }

    #[test]
    fn without_phonemes_there_is_no_answer() {
        let json = Json::parse(&SEGMENTS.replace("\"hˈaɪ\"", "null")).unwrap();
        assert_eq!(read(&json), None);
    }

    #[test]
    fn a_program_reads_texts_with_nul_bytes_between_them() {
        let said = piped(&mut command("tr", ["\\000", "\\n"]), &["one", "two"]).unwrap();
        assert_eq!(said, "one\ntwo\n");
        let told = piped(&mut command("sh", ["-c", "exit 3"]), &["one"]).unwrap_err().to_string();
        assert!(told.contains("exit status: 3"), "{told}");
    }
}
