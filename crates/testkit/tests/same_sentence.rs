//! The same sentence gives the same bytes through every protocol, however its client cuts it.
//!
//! A protocol takes part with a transcript in its own folder: any story that asks for 16-bit little-endian PCM at 24 kHz and
//! says [`SENTENCE`], whole, in a message that does nothing else. Where the sound is in what it sends finds itself: the rig
//! knows which frames carry some.

mod fixtures;

use std::time::Duration;

use fixtures::{text_of, transcripts};
use session::{Command, SegmentPolicy};
use speech::{CodecId, SampleRate};
use testkit::sound::codec_bytes;
use testkit::transcript::Story;
use testkit::{Passed, Rig, Said};
use wire::{PROTOCOLS, ProtocolCard, RouteKind};

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

fn pcm(card: &ProtocolCard, rig: &Rig) -> Vec<u8> {
    let sounds = rig.heard().iter().filter_map(|heard| heard.sound.as_ref());
    for sound in sounds {
        let form = (sound.form.codec, sound.form.rate);
        assert_eq!(form, (CodecId::PCM_S16LE, SampleRate::known(24_000)), "{}: another form", card.id);
    }
    rig.heard().iter().filter_map(codec_bytes).flatten().collect()
}

/// Whether the policy of the context that was opened looks at the text and not at its messages.
fn looks_at_text(rig: &Rig) -> bool {
    rig.passed().iter().any(|passed| match passed {
        Passed::Command(Command::Open { settings, .. }) => match settings.policy {
            SegmentPolicy::Clauses
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
    let mut reference: Option<Vec<u8>> = None;
    for card in
        PROTOCOLS.iter().filter(|card| card.routes.iter().any(|route| route.kind == RouteKind::Socket))
    {
        let stories = stories(card);
        assert!(!stories.is_empty(), "no story of {} says \"{SENTENCE}\" for 24 kHz PCM", card.id);
        for story in stories {
            let rig = told(card, &story, &[SENTENCE.to_owned()]);
            let bytes = pcm(card, &rig);
            assert_eq!(bytes.len(), 2 * samples(), "{}: the sentence is not whole", card.id);
            let reference = reference.get_or_insert_with(|| bytes.clone());
            assert!(bytes == *reference, "{}: other bytes than {}", card.id, PROTOCOLS[0].id);
            let characters: Vec<String> = SENTENCE.chars().map(String::from).collect();
            if looks_at_text(&rig) {
                let bytes = pcm(card, &told(card, &story, &characters));
                assert!(bytes == *reference, "{}: other bytes character by character", card.id);
            }
        }
    }
}
