//! The language of each segment, where the client leaves it open.

use std::sync::Arc;

use session::{Cast, ContextSettings, Detection, Reading, Retry, SegmentPolicy, Speaker, Speakers, Wanted};
use speech::{Language, Speed, VoiceSettings};

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

/// The voices of what is said before and after something is done to a context that sounds at once.
fn voices_around(before: &str, act: impl FnOnce(&mut Rig), after: &str) -> Vec<String> {
    let mut rig = Rig::talking(ContextSettings { policy: SegmentPolicy::OnFlushOnly, ..open() });
    rig.say(1, before);
    act(&mut rig);
    rig.say(1, after);
    rig.finish(1);
    spoken(&mut rig).into_iter().map(|(voice, _)| voice).collect()
}

const GERMAN: &str = "Wir haben heute zwei Gäste, und beide sind schon da.";

#[test]
fn a_context_whose_language_is_said_finds_nothing_out() {
    let voices = voices_around(GERMAN, |rig| rig.update(1, 1, plain()), GERMAN);
    assert_eq!(voices, ["anna", "tone"]);
}

#[test]
fn an_update_of_the_speed_forgets_no_language() {
    let faster = || {
        let voice_settings = VoiceSettings { speed: Speed::new(1.5).unwrap(), ..plain().voice_settings };
        ContextSettings { policy: SegmentPolicy::OnFlushOnly, voice_settings, ..open() }
    };
    let voices = voices_around(GERMAN, |rig| rig.update(1, 1, faster()), "Ja!");
    assert_eq!(voices, ["anna", "anna"]);
}

#[test]
fn an_update_of_the_language_forgets_what_was_found() {
    let dutch = || ContextSettings {
        reading: Reading::of(Language::new("nl")),
        policy: SegmentPolicy::OnFlushOnly,
        ..open()
    };
    let voices = voices_around(GERMAN, |rig| rig.update(1, 1, dutch()), "Ja!");
    assert_eq!(voices, ["anna", "tone"]);
}

#[test]
fn text_that_was_cleared_says_nothing_of_what_follows() {
    let flush_and_clear = |rig: &mut Rig| {
        rig.flush(1, 1);
        rig.clear(1, 2);
    };
    assert_eq!(voices_around(GERMAN, flush_and_clear, "Ja!"), ["tone"]);
    assert_eq!(voices_around(GERMAN, |rig| rig.flush(1, 1), "Ja!"), ["anna", "anna"]);
}
