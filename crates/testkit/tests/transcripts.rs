//! Every protocol's stories hold, and together they tell all that a protocol has to tell.

mod fixtures;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fixtures::{entries, protocols_folder, text_of, transcripts};
use testkit::transcript::{Story, Topic, replay, rewrite};
use wire::{PROTOCOLS, ProtocolCard, RouteKind};

/// Set it to write what is heard into the stories that do not hold.
const UPDATE: &str = "UPDATE_TRANSCRIPTS";

fn all_transcripts() -> Vec<PathBuf> {
    let folders = entries(&protocols_folder());
    let names = folders.iter().filter_map(|folder| folder.file_name()?.to_str());
    names.flat_map(transcripts).collect()
}

#[expect(clippy::disallowed_methods, reason = "whoever reviews transcripts says so in the environment")]
fn wants_update() -> bool {
    std::env::var(UPDATE).is_ok_and(|value| value == "1")
}

fn problem_with(path: &Path) -> Option<String> {
    let text = text_of(path);
    let name = path.strip_prefix(protocols_folder()).unwrap_or(path).display().to_string();
    if wants_update() {
        return match rewrite(&text, PROTOCOLS) {
            Ok(new) if new == text => None,
            Ok(new) => fs::write(path, new).err().map(|error| format!("{name}: {error}")),
            Err(error) => Some(format!("{name}: {error}")),
        };
    }
    let told = Story::read(&text).map_err(|error| error.to_string());
    let told = told.and_then(|story| replay(&story, PROTOCOLS).map_err(|complaint| complaint.to_string()));
    told.err().map(|problem| format!("{name}: {problem}"))
}

#[test]
fn every_story_holds() {
    let problems: Vec<String> = all_transcripts().iter().filter_map(|path| problem_with(path)).collect();
    assert!(
        problems.is_empty(),
        "{} stories do not hold ({UPDATE}=1 rewrites them):\n{}",
        problems.len(),
        problems.join("\n")
    );
}

fn covered(card: &ProtocolCard) -> BTreeSet<Topic> {
    let stories = transcripts(card.id.0).into_iter().map(|path| {
        Story::read(&text_of(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    });
    stories.flat_map(|story| story.topics().to_vec()).collect()
}

/// What a protocol has to tell: alternatives, of which one is enough.
fn wanted(card: &ProtocolCard) -> Vec<Vec<Topic>> {
    let mut wanted =
        vec![vec![Topic::Connect], vec![Topic::Speak], vec![Topic::BadInput], vec![Topic::Close]];
    if card.routes.iter().any(|route| route.kind == RouteKind::Socket) {
        wanted.push(vec![Topic::Flush]);
        wanted.push(vec![Topic::Clear, Topic::Cancel]);
    }
    wanted
}

#[test]
fn every_protocol_tells_its_whole_story() {
    for card in PROTOCOLS {
        let covered = covered(card);
        for topics in wanted(card) {
            let is_told = topics.iter().any(|topic| covered.contains(topic));
            assert!(is_told, "{} has no transcript about {topics:?}", card.id);
        }
    }
}
