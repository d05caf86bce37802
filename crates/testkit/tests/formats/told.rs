//! What the clients of all stories asked for and heard.

use std::path::Path;
use std::sync::OnceLock;

use session::{Command, Event};
use speech::{AudioTime, ContextId};
use testkit::transcript::{Course, Story, course};
use testkit::{Heard, Passed, Said, Sound};
use wire::{FormatName, PROTOCOLS, ProtocolCard};

use crate::fixtures::{long_replies, text_of, transcripts};

/// One story, once it was told.
pub(crate) struct Told {
    pub(crate) card: &'static ProtocolCard,
    pub(crate) name: String,
    pub(crate) heard: Vec<Heard>,
    asked: Vec<Asked>,
}

/// A context, and what its client had said that led to it.
struct Asked {
    context: ContextId,
    /// All since the context before.
    words: String,
}

/// All stories.
pub(crate) fn all() -> &'static [Told] {
    static ALL: OnceLock<Vec<Told>> = OnceLock::new();
    ALL.get_or_init(|| PROTOCOLS.iter().flat_map(|card| of(card)).collect())
}

fn of(card: &'static ProtocolCard) -> impl Iterator<Item = Told> {
    let stories = transcripts(card.id.0).into_iter().map(move |path| told(card, &path).0);
    // Their expectations let pass whatever comes, so what was declined is looked for here.
    let long = long_replies(card.id.0).into_iter().map(move |path| {
        let (told, course) = told(card, &path);
        let declined: Vec<_> = course.passed.iter().filter(|passed| is_declined(passed)).collect();
        assert!(declined.is_empty(), "{}: {declined:?}", told.name);
        told
    });
    stories.chain(long)
}

fn is_declined(passed: &Passed) -> bool {
    matches!(passed, Passed::Declined(_) | Passed::Event(Event::Refused(_), _))
}

fn told(card: &'static ProtocolCard, path: &Path) -> (Told, Course) {
    let name = format!("{}: {}", card.id, path.file_stem().unwrap_or_default().display());
    let story = Story::read(&text_of(path)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let course = course(&story, &[card]).unwrap_or_else(|complaint| panic!("{name}: {complaint}"));
    let asked = asked(story.said().iter().map(written), &course.passed);
    (Told { card, name, heard: course.heard.clone(), asked }, course)
}

fn asked(mut said: impl Iterator<Item = String>, passed: &[Passed]) -> Vec<Asked> {
    let (mut asked, mut words) = (Vec::new(), String::new());
    for passed in passed {
        match passed {
            Passed::Frame => words.extend(said.next()),
            Passed::Command(Command::Open { context, .. }) => {
                asked.push(Asked { context: *context, words: std::mem::take(&mut words) });
            }
            _ => {}
        }
    }
    asked
}

fn written(said: &Said) -> String {
    match said {
        Said::Text(text) => text.clone(),
        Said::Binary(bytes) | Said::Body(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

impl Told {
    /// For how long its client heard the format in answer to what asks for it by this name.
    pub(crate) fn heard_of(&self, format: &FormatName) -> AudioTime {
        let name = format!("\"{}\"", format.name);
        let contexts =
            self.asked.iter().filter(|asked| asked.words.contains(&name)).map(|asked| asked.context);
        contexts.map(|context| self.heard_in(context, format)).max().unwrap_or_default()
    }

    fn heard_in(&self, context: ContextId, format: &FormatName) -> AudioTime {
        let is_meant = |sound: &&Sound| {
            sound.context == context
                && (sound.form.codec, sound.form.container) == (format.codec, format.container)
        };
        let sounds = self.heard.iter().filter_map(|heard| heard.sound.as_ref()).filter(is_meant);
        sounds.fold(AudioTime::ZERO, |sum, sound| sum + sound.duration)
    }
}
