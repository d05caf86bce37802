//! The language of each segment, where the client leaves it open.

use std::sync::Arc;

use session::{Cast, ContextSettings, Detection, Reading, Retry, SegmentPolicy, Speaker, Speakers, Wanted};

use crate::rig::{Rig, plain};

/// A voice for German and one for Chinese.
struct Two;

impl Speakers for Two {
    fn speaker(&self, wanted: &Wanted, usual: &Speaker) -> Option<Speaker> {
        let language = wanted.found.as_ref()?;
        let voice = match language.as_str() {
            "de" => "anna",
            "cmn" => "li",
            _ => return None,
        };
        Some(Speaker {
            voice: voice.into(),
            reading: Reading { language: language.clone(), ..usual.reading.clone() },
        })
    }
}

fn open() -> ContextSettings {
    ContextSettings { cast: Cast::new(Arc::new(Two)).with(Detection::EachSegment), ..plain() }
}

const TEXT: &str = "Good evening to you all. Wir haben heute 2 Gäste, und beide sind schon da. Ja! \
                    你好吗？ Et maintenant, que dit le ciel pour les jours qui viennent ? And that is all from us.";

fn jobs(rig: &Rig) -> Vec<(String, String)> {
    let said = rig.jobs.iter().map(|job| &job.request);
    said.map(|request| (request.voice.to_string(), request.text.text.as_str().trim().to_owned())).collect()
}

/// All that is submitted, as voice and text.
fn spoken(rig: &mut Rig) -> Vec<(String, String)> {
    let mut all = Vec::new();
    while !rig.jobs.is_empty() {
        all.push(jobs(rig).remove(0));
        rig.speak_one();
    }
    all
}

#[test]
fn each_segment_is_read_by_a_voice_of_its_language() {
    let mut rig = Rig::talking(open());
    rig.say(1, TEXT);
    rig.finish(1);
    let spoken = spoken(&mut rig);
    let voices: Vec<&str> = spoken.iter().map(|(voice, _)| voice.as_str()).collect();
    assert_eq!(voices, ["tone", "anna", "anna", "li", "tone", "tone"]);
    assert_eq!(spoken[1].1, "Wir haben heute zwei Gäste, und beide sind schon da.");
    let told = rig.told();
    let segments: Vec<&String> = told.iter().filter(|line| line.contains(" segment ")).collect();
    assert!(segments[0].ends_with("Spoken en by tone") && segments[1].ends_with("Spoken de by anna"));
}

#[test]
fn the_voices_are_the_same_however_the_text_comes() {
    let mut whole = Rig::talking(open());
    whole.say(1, TEXT);
    whole.finish(1);
    let mut parts = Rig::talking(open());
    TEXT.split_inclusive(' ').for_each(|part| parts.say(1, part));
    parts.finish(1);
    assert_eq!(spoken(&mut whole), spoken(&mut parts));
}

#[test]
fn a_second_attempt_is_the_same() {
    let mut rig = Rig::talking(open());
    rig.say(1, "Wir haben heute zwei Gäste, und beide sind schon da.");
    rig.flush(1, 1);
    let first = jobs(&rig);
    rig.fail(Retry::MayHelp);
    assert_eq!((first[0].0.as_str(), &first), ("anna", &jobs(&rig)));
}

#[test]
fn what_the_context_was_before_an_update_is_forgotten() {
    let mut rig = Rig::talking(ContextSettings { policy: SegmentPolicy::OnFlushOnly, ..open() });
    rig.say(1, "Wir haben heute zwei Gäste, und beide sind schon da.");
    rig.update(1, 1, plain());
    rig.say(1, "Wir haben morgen zwei Gäste, und beide sind schon da.");
    rig.finish(1);
    let voices: Vec<String> = spoken(&mut rig).into_iter().map(|(voice, _)| voice).collect();
    assert_eq!(voices, ["anna", "tone"]);
}
