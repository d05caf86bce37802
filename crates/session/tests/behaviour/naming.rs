//! Voices and languages that the text names.

use std::sync::Arc;

use session::{Cast, ContextSettings, Detection, Reading, Retry, Speaker, Speakers, Wanted};
use speech::{Gender, Language, Speed, VoiceSettings, VoiceWish};

use crate::rig::{Rig, plain};

/// `otto` speaks German, `ann` whatever she is asked to, and they are a man and a woman.
struct Two;

impl Speakers for Two {
    fn speaker(&self, wanted: &Wanted, usual: &Speaker) -> Option<Speaker> {
        let (voice, own) = match &wanted.voice {
            Some(VoiceWish::Named(name)) if name.as_str() == "otto" => ("otto", "de"),
            Some(VoiceWish::Perceived(Gender::Female)) => ("ann", "en"),
            Some(_) => return None,
            None => match wanted.language.as_ref().or(wanted.found.as_ref())?.as_str() {
                "de" => ("otto", "de"),
                _ => return None,
            },
        };
        let language = wanted.language.clone().unwrap_or_else(|| Language::new(own));
        Some(Speaker { voice: voice.into(), reading: Reading { language, ..usual.reading.clone() } })
    }
}

fn settings() -> ContextSettings {
    ContextSettings { cast: Cast::new(Arc::new(Two)), ..plain() }
}

/// All that is submitted, as voice and text.
fn spoken(rig: &mut Rig) -> Vec<(String, String)> {
    let mut all = Vec::new();
    while let Some(job) = rig.jobs.front() {
        let request = &job.request;
        all.push((request.voice.to_string(), request.text.text.as_str().trim().to_owned()));
        rig.speak_one();
    }
    all
}

fn said(text: &str) -> (Vec<(String, String)>, Vec<String>) {
    let mut rig = Rig::talking(settings());
    rig.say(1, text);
    rig.finish(1);
    (spoken(&mut rig), rig.told())
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(voice, text)| ((*voice).to_owned(), (*text).to_owned())).collect()
}

const TEXT: &str = "We have 2. <voice name=\"otto\">Wir haben 2.</voice> And <lang xml:lang=\"de\">die 2 da</lang> too. \
                    <voice gender=\"female\">I have 2.</voice>";

#[test]
fn each_voice_reads_by_the_rules_of_its_language() {
    let (spoken, told) = said(TEXT);
    let expected = [
        ("tone", "We have two."),
        ("otto", "Wir haben zwei."),
        ("tone", "And"),
        ("otto", "die zwei da"),
        ("tone", "too."),
        ("ann", "I have two."),
    ];
    assert_eq!(spoken, pairs(&expected));
    let segments: Vec<&String> = told.iter().filter(|line| line.contains(" segment ")).collect();
    assert!(segments[1].ends_with("Spoken de by otto") && segments[5].ends_with("Spoken en by ann"));
    assert!(segments[0].ends_with("Spoken") && !told.iter().any(|line| line.contains("warn")), "{told:?}");
}

#[test]
fn the_voices_are_the_same_however_the_text_comes() {
    let mut parts = Rig::talking(settings());
    TEXT.char_indices().for_each(|(at, c)| parts.say(1, &TEXT[at..at + c.len_utf8()]));
    parts.finish(1);
    assert_eq!(spoken(&mut parts), said(TEXT).0);
}

#[test]
fn nobody_of_that_name_is_the_usual_voice_and_a_warning_a_generation() {
    let text = "<voice name=\"x\">One. Two.</voice> <lang xml:lang=\"fr\">Le 2.</lang><voice name=\"x\">Three.</voice>";
    let mut rig = Rig::talking(settings());
    for token in 1..3 {
        rig.say(1, text);
        rig.flush(1, token);
        let spoken = spoken(&mut rig);
        let voices: Vec<&str> = spoken.iter().map(|(voice, _)| voice.as_str()).collect();
        assert_eq!((voices, spoken[2].1.as_str()), (vec!["tone"; 4], "Le deux."));
        let told = rig.told();
        let warnings: Vec<&String> = told.iter().filter(|line| line.contains("warn")).collect();
        assert_eq!(warnings.len(), 2, "{told:?}");
    }
}

#[test]
fn warnings_have_a_bound() {
    let names: String = (0..100).map(|at| format!("<voice name=\"n{at}\">One.</voice> ")).collect();
    let (spoken, told) = said(&names);
    let warnings = told.iter().filter(|line| line.contains("warn")).count();
    assert_eq!((spoken.len(), warnings), (100, 16));
}

#[test]
fn a_second_attempt_is_the_same_voice() {
    let mut rig = Rig::talking(settings());
    rig.say(1, "<voice name=\"otto\">Wir haben 2.</voice>");
    rig.flush(1, 1);
    let first = rig.jobs[0].request.clone();
    rig.fail(Retry::MayHelp);
    assert_eq!((first.voice.as_str(), &first), ("otto", &rig.jobs[0].request));
}

#[test]
fn a_text_that_says_its_language_is_not_listened_to() {
    let cast = settings().cast.with(Detection::EachSegment);
    let mut rig = Rig::talking(ContextSettings { cast, ..plain() });
    rig.say(1, "<lang xml:lang=\"fr\">Wir haben heute zwei Gäste, und beide sind schon da.</lang>");
    rig.finish(1);
    assert_eq!(spoken(&mut rig)[0].0, "tone");
}

#[test]
fn a_clear_forgets_who_spoke() {
    let mut rig = Rig::talking(settings());
    rig.say(1, "<voice name=\"otto\">Wir haben 2. Und ");
    rig.clear(1, 1);
    rig.say(1, "We have 2.");
    rig.flush(1, 2);
    assert_eq!(spoken(&mut rig), pairs(&[("tone", "We have two.")]));
}

#[test]
fn the_share_is_asked_for_in_the_name_of_the_usual_voice_whoever_stands_in() {
    let usual = |speed| {
        let voice_settings = VoiceSettings { speed: Speed::new(speed).unwrap(), ..plain().voice_settings };
        ContextSettings { voice: "other".into(), voice_settings, ..settings() }
    };
    let mut rig = Rig::talking(settings());
    rig.say(1, "We have 2.");
    rig.update(1, 1, usual(1.0));
    rig.say(1, "<voice name=\"otto\">Wir haben 2.</voice> ");
    rig.update(1, 2, usual(1.5));
    rig.say(1, "That is all.");
    rig.finish(1);
    let voices: Vec<String> = spoken(&mut rig).into_iter().map(|(voice, _)| voice).collect();
    assert_eq!((voices.first().unwrap().as_str(), voices[1].as_str()), ("tone", "otto"));
    let shares = rig.causes().into_iter().filter(|line| !line.starts_with("submit"));
    assert_eq!(shares.collect::<Vec<_>>(), ["release ctx-1", "reserve ctx-1 other", "release ctx-1"]);
}
