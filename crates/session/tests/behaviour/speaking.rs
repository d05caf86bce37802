//! How segments become jobs, and what becomes of their news.

use std::time::Duration;

use session::{ContextSettings, EngineEvent, Event, Limits, Retry, SegmentPolicy};
use speech::{AudioTime, PcmChunk, SampleCount};

use crate::rig::{RATE, Rig, piece, plain};

#[test]
fn only_a_bounded_number_of_segments_is_ahead() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One one. Two two. Three three. Four four. ");
    assert_eq!(rig.causes(), ["submit ctx-1 Fresh One one. ", "submit ctx-1 Continues Two two. "]);
    rig.speak_one();
    assert_eq!(rig.causes(), ["submit ctx-1 Continues Three three. "]);
}

#[test]
fn a_client_that_does_not_listen_is_not_spoken_to() {
    let mut rig = Rig::with(Limits { unsent_audio: AudioTime::from_millis(100), ..Limits::default() });
    rig.open(1, plain());
    rig.say(1, "One one. Two two. Three three. Four four. Five five. S");
    rig.speak();
    assert_eq!(rig.jobs.len(), 0);
    assert_eq!(rig.causes().len(), 4, "a reservation and three segments");
    rig.sent(1, 60);
    assert!(rig.causes().is_empty());
    rig.sent(1, 160);
    assert_eq!(rig.causes().len(), 2);
}

#[test]
fn what_begins_after_silence_is_fresh() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One.");
    rig.flush(1, 1);
    rig.speak();
    rig.forget();
    rig.say(1, "Two.");
    rig.flush(1, 2);
    assert_eq!(rig.causes(), ["submit ctx-1 Continues Two."], "40 ms are not sent");
    rig.speak();
    rig.sent(1, 80);
    rig.say(1, "Three.");
    rig.flush(1, 3);
    assert_eq!(rig.causes(), ["submit ctx-1 Fresh Three."]);
}

#[test]
fn news_out_of_turn_waits() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One one. Two two. ");
    rig.flush(1, 1);
    let second = rig.jobs[1].clone();
    rig.news(second.job, piece(&second, 0, 9));
    rig.news(second.job, EngineEvent::Finished);
    assert!(rig.told().is_empty());
    rig.speak();
    assert_eq!(
        rig.story(),
        [
            "ctx-1 gen-0 audio 0+90ms",
            "ctx-1 gen-0 audio 90+90ms",
            "ctx-1 gen-0 ended 180ms",
            "ctx-1 flushed tok-1 gen-0",
        ]
    );
}

#[test]
fn a_failure_before_any_sound_is_tried_once_more() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One one. Two two. ");
    rig.flush(1, 1);
    rig.forget();
    rig.fail(Retry::MayHelp);
    assert_eq!(rig.causes(), ["submit ctx-1 Continues One one. "]);
    rig.speak();
    assert_eq!(rig.story()[..2], ["ctx-1 gen-0 audio 0+90ms", "ctx-1 gen-0 audio 90+90ms"]);
}

#[test]
fn a_second_failure_fails_the_context() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One one.");
    rig.flush(1, 1);
    rig.fail(Retry::MayHelp);
    rig.fail(Retry::MayHelp);
    assert_eq!(rig.told(), ["ctx-1 gen-0 ended 0ms", "ctx-1 refused EngineFailed"]);
    assert_eq!(rig.causes().last().unwrap(), "release ctx-1");
}

#[test]
fn a_failure_that_trying_does_not_help_is_not_tried_again() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One one.");
    rig.flush(1, 1);
    rig.fail(Retry::Useless);
    assert_eq!(rig.told(), ["ctx-1 gen-0 ended 0ms", "ctx-1 refused EngineFailed"]);
}

#[test]
fn a_failure_after_sound_fails_that_context_alone() {
    let mut rig = Rig::talking(plain());
    rig.open(2, plain());
    rig.say(1, "One one. Two two. T");
    rig.say(2, "Mine.");
    rig.finish(2);
    rig.sound(3);
    rig.sent(1, 20);
    rig.forget();
    rig.fail(Retry::MayHelp);
    assert_eq!(rig.causes(), ["abandon job-1", "release ctx-1"]);
    rig.speak();
    let story = rig.story();
    assert_eq!(story[..2], ["ctx-1 gen-0 ended 20ms", "ctx-1 refused EngineFailed"]);
    assert_eq!(story.last().unwrap(), "ctx-2 closed Finished heard 50/50ms word at 0");
}

#[test]
fn no_capacity_says_when_to_come_back() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One one.");
    rig.flush(1, 1);
    let (job, retry_after) = (rig.jobs[0].job, Duration::from_millis(400));
    rig.news(job, EngineEvent::Declined { retry_after });
    let Some(Event::Refused(refusal)) = rig.events.last() else { panic!("{:?}", rig.told()) };
    assert_eq!(refusal.retry_after, Some(retry_after));
    assert_eq!(rig.session.live_contexts(), 0);
}

#[test]
fn a_job_without_sound_was_silent() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One one.");
    rig.flush(1, 1);
    let job = rig.jobs[0].job;
    rig.news(job, EngineEvent::Finished);
    assert_eq!(rig.told()[0], "ctx-1 gen-0 segment 0..8 Silent");
}

#[test]
fn positions_are_exact_however_sound_is_cut() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One one.");
    rig.flush(1, 1);
    let job = rig.jobs[0].job;
    let mut end = AudioTime::ZERO;
    for samples in [1, 7, 11, 13, 1_000, 1] {
        let pcm = PcmChunk { rate: RATE, samples: vec![0; samples] };
        rig.news(job, EngineEvent::Piece { pcm, words: Vec::new(), phonemes: Vec::new() });
        let Some(Event::Audio(audio)) = rig.events.last() else { panic!("no sound") };
        assert_eq!(audio.start, end);
        end = audio.start + audio.duration;
    }
    assert_eq!(end, SampleCount(1_033).time_at(RATE));
}

#[test]
fn the_division_of_text_into_messages_does_not_show() {
    let text = "One thing. Another thing, and more of it. Third! Rest";
    let requests = |cuts: &[usize]| {
        let mut rig = Rig::talking(ContextSettings { policy: SegmentPolicy::Clauses, ..plain() });
        let mut from = 0;
        for to in cuts.iter().copied().chain([text.len()]) {
            rig.say(1, &text[from..to]);
            from = to;
        }
        rig.finish(1);
        let mut requests = Vec::new();
        while let Some(job) = rig.jobs.front() {
            requests.push(job.request.clone());
            rig.speak_one();
        }
        requests
    };
    let whole = requests(&[]);
    assert!(whole.len() >= 4);
    assert_eq!(requests(&[1, 5, 9, 10, 11, 12, 30, 42]), whole);
    assert_eq!(requests(&(1..text.len()).collect::<Vec<_>>()), whole);
}

#[test]
fn idle_means_that_nothing_is_under_way() {
    let mut rig = Rig::talking(plain());
    assert!(rig.session.is_idle());
    rig.say(1, "One");
    assert!(!rig.session.is_idle());
    rig.flush(1, 1);
    rig.speak();
    assert!(!rig.session.is_idle());
    rig.sent(1, 30);
    assert!(rig.session.is_idle());
}

#[test]
fn text_is_unspoken_until_its_engine_is_done() {
    let mut rig = Rig::talking(plain());
    let unspoken = |rig: &Rig| rig.session.has_unspoken(speech::ContextId(1));
    assert!(!unspoken(&rig));
    rig.say(1, " ");
    assert!(!unspoken(&rig), "a space says nothing");
    rig.say(1, "Hello.");
    assert!(unspoken(&rig), "buffered");
    rig.flush(1, 1);
    rig.flush(1, 2);
    let job = rig.sound(3);
    assert!(unspoken(&rig), "under way");
    rig.news(job, EngineEvent::Finished);
    assert!(!unspoken(&rig));
    rig.say(1, "More");
    rig.clear(1, 3);
    assert!(!unspoken(&rig), "forgotten");
    assert!(!rig.session.has_unspoken(speech::ContextId(9)), "unknown");
}

#[test]
fn text_that_says_in_which_language_it_is_is_read_in_that_one() {
    let mut rig = Rig::talking(ContextSettings { markup: markup::Syntax::default(), ..plain() });
    rig.say(1, "<lang xml:lang=\"de\">Im Jahr kamen 21.</lang> And 21 more.");
    rig.flush(1, 1);
    let spoken: Vec<_> = rig.jobs.iter().map(|job| job.request.text.text.as_str()).collect();
    assert!(spoken[0].contains("einundzwanzig"), "{spoken:?}");
    assert!(spoken.last().unwrap().contains("twenty-one"), "{spoken:?}");
}

#[test]
fn what_is_skipped_of_the_markup_is_told_before_what_follows_it_a_few_times_a_generation() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One. <laugh/>Two <break time=\"no\"/>more. ");
    assert_eq!(rig.told(), ["ctx-1 warned unsupported_tag", "ctx-1 warned invalid_attribute"]);
    rig.say(1, &"<audio/>".repeat(100));
    rig.flush(1, 1);
    rig.speak();
    let warned = |rig: &mut Rig| rig.told().iter().filter(|line| line.contains("warned")).count();
    let first = warned(&mut rig);
    assert!((1..20).contains(&first), "{first}");
    rig.say(1, "<audio/>Three. ");
    rig.flush(1, 2);
    assert_eq!(warned(&mut rig), 1, "a new generation is told anew");
}
