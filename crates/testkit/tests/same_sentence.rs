//! The same sentence gives the same bytes through every protocol, however its client cuts it.
//!
//! A protocol takes part with transcripts in its own folder: any story that says [`SENTENCE`], whole, in a message that does
//! nothing else. One of them must ask for 16-bit little-endian PCM at 24 kHz, which all have; stories of other formats are
//! compared with those of the same. Where the sound is in what it sends finds itself: the rig knows which frames carry some.

mod fixtures;

use std::collections::HashMap;
use std::time::Duration;

use fixtures::{text_of, transcripts};
use session::{Command, SegmentPolicy};
use speech::{CodecId, ContainerId, OutputForm, SampleRate};
use testkit::sound::codec_bytes;
use testkit::transcript::Story;
use testkit::{Passed, Rig, Said};
use wire::{PROTOCOLS, ProtocolCard, ProtocolId, RouteKind};

/// What is said: one segment for every policy that looks at the text.
const SENTENCE: &str = "Good day, dear friends of the café by the sea.";

/// Longer than any release delay.
const LONG: Duration = Duration::from_secs(60);

/// The stories of a protocol's socket that say the sentence.
fn stories(card: &ProtocolCard) -> Vec<Story> {
    let stories = transcripts(card.id.0).into_iter().filter_map(|path| Story::read(&text_of(&path)).ok());
    stories.filter(|story| story.said().iter().any(says_it)).collect()
}

fn says_it(said: &Said) -> bool {
    matches!(said, Said::Text(text) if text.contains(SENTENCE))
}

/// The frame that says the sentence, once for each of `parts`; any other frame as it is.
fn divided(said: &Said, parts: &[String]) -> Vec<Said> {
    match said {
        Said::Text(text) if says_it(said) => {
            parts.iter().map(|part| Said::Text(text.replace(SENTENCE, part))).collect()
        }
        said => vec![said.clone()],
    }
}

/// The server after a client has told the story, saying the sentence in these parts.
fn told(card: &'static ProtocolCard, story: &Story, parts: &[String]) -> Rig {
    let mut rig = story.rig(&[card]).unwrap_or_else(|| panic!("{}: the story is not let in", card.id));
    for said in story.said().iter().flat_map(|said| divided(said, parts)) {
        rig.say(said);
    }
    rig.run_for(LONG);
    rig
}

/// What must be the same for the bytes to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Kind {
    codec: CodecId,
    /// Where it is part of what is compared: a header of WAV is not.
    container: Option<ContainerId>,
    rate: SampleRate,
    bit_rate: Option<u32>,
}

impl Kind {
    /// What every protocol has.
    const COMMON: Self =
        Self { codec: CodecId::PCM_S16LE, container: None, rate: SampleRate::known(24_000), bit_rate: None };

    fn of(form: OutputForm) -> Self {
        let container = Some(form.container).filter(|_| form.codec != CodecId::PCM_S16LE);
        Self { codec: form.codec, container, rate: form.rate, bit_rate: form.bit_rate }
    }
}

/// All sound that was heard, and of what kind it was.
fn sound(card: &ProtocolCard, rig: &Rig) -> (Kind, Vec<u8>) {
    let mut kinds = rig.heard().iter().filter_map(|heard| Some(Kind::of(heard.sound.as_ref()?.form)));
    let kind = kinds.next().unwrap_or_else(|| panic!("{}: no sound", card.id));
    assert!(kinds.all(|other| other == kind), "{}: two formats in one story", card.id);
    (kind, rig.heard().iter().filter_map(codec_bytes).flatten().collect())
}

/// The bytes of each kind, and who gave them.
#[derive(Default)]
struct References(HashMap<Kind, (Vec<u8>, Vec<ProtocolId>)>);

impl References {
    fn check(&mut self, card: &ProtocolCard, (kind, bytes): (Kind, Vec<u8>), how: &str) {
        let (reference, givers) = self.0.entry(kind).or_insert_with(|| (bytes.clone(), Vec::new()));
        assert!(bytes == *reference, "{}: {how}, other bytes than of {givers:?} in {kind:?}", card.id);
        if !givers.contains(&card.id) {
            givers.push(card.id);
        }
    }
}

/// Whether the policy of the context that was opened looks at the text and not at its messages.
fn looks_at_text(rig: &Rig) -> bool {
    rig.passed().iter().any(|passed| match passed {
        Passed::Command(Command::Open { settings, .. }) => match settings.policy {
            SegmentPolicy::Words
            | SegmentPolicy::Clauses
            | SegmentPolicy::Sentences
            | SegmentPolicy::SentencesWithin { .. }
            | SegmentPolicy::OnFlushOnly => true,
            SegmentPolicy::Threshold { characters } => characters > SENTENCE.chars().count(),
            SegmentPolicy::Client => false,
        },
        _ => false,
    })
}

/// At 20 ms a letter and 10 ms a gap.
fn samples() -> usize {
    let millis = |c: char| if c.is_alphanumeric() { 20 } else { 10 };
    SENTENCE.chars().map(millis).sum::<usize>() * 24
}

#[test]
fn every_socket_gives_the_same_bytes() {
    let characters: Vec<String> = SENTENCE.chars().map(String::from).collect();
    let has_socket = |card: &&&ProtocolCard| card.routes.iter().any(|route| route.kind == RouteKind::Socket);
    let mut references = References::default();
    for card in PROTOCOLS.iter().filter(has_socket) {
        for story in stories(card) {
            let rig = told(card, &story, &[SENTENCE.to_owned()]);
            references.check(card, sound(card, &rig), "whole");
            if looks_at_text(&rig) {
                let rig = told(card, &story, &characters);
                references.check(card, sound(card, &rig), "character by character");
            }
        }
        let (bytes, givers) = &references.0[&Kind::COMMON];
        assert!(givers.contains(&card.id), "no story of {} says \"{SENTENCE}\" for 24 kHz PCM", card.id);
        assert_eq!(bytes.len(), 2 * samples(), "{}: the sentence is not whole", card.id);
    }
    for (kind, (_, givers)) in references.0 {
        assert!(givers.len() > 1, "only {givers:?} says the sentence in {kind:?}");
    }
}
