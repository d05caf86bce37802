//! What the contexts of one connection share: jobs with the scheduler, and sound before the socket.

use session::{Event, Input, Limits};
use speech::{AudioTime, ContextId};

use crate::rig::{Rig, in_lane, plain};

/// Twelve sentences of 70 ms each, the last of 60.
const TEXT: &str = "Aaaaa. Bbbbb. Ccccc. Ddddd. Eeeee. Fffff. Ggggg. Hhhhh. Iiiii. Jjjjj. Kkkkk. Lllll.";

fn rig(jobs: usize, unsent_ms: u64) -> Rig {
    Rig::with(Limits {
        jobs_per_connection: jobs,
        unsent_audio_per_connection: AudioTime::from_millis(unsent_ms),
        ..Limits::default()
    })
}

fn submissions(rig: &mut Rig) -> Vec<String> {
    let submits = rig.causes().into_iter().filter(|line| line.starts_with("submit"));
    submits.map(|line| line.trim_end().to_owned()).collect()
}

/// How much sound was told, in ms.
fn sounded(rig: &Rig) -> u64 {
    let told = rig.events.iter().map(|event| match event {
        Event::Audio(audio) => audio.duration.as_millis(),
        _ => 0,
    });
    told.sum()
}

#[test]
fn contexts_take_turns_where_places_are_few() {
    let mut rig = rig(2, 300_000);
    for context in [1, 2, 3] {
        rig.open(context, plain());
        rig.say(context, "Aaaaa. Bbbbb. Ccccc.");
        rig.finish(context);
    }
    assert_eq!(submissions(&mut rig), ["submit ctx-1 Fresh Aaaaa.", "submit ctx-1 Continues Bbbbb."]);
    let mut order = Vec::new();
    while rig.speak_one() {
        order.extend(rig.jobs.back().map(|job| job.context.0));
        assert!(rig.jobs.len() <= 2);
    }
    order.dedup();
    assert_eq!(order, [2, 3, 1, 2, 3, 2, 3], "nobody is served twice while others wait");
    assert_eq!(rig.session.live_contexts(), 0);
}

#[test]
fn what_goes_on_is_not_declined_for_having_waited() {
    let mut rig = rig(1, 300_000);
    for context in [1, 2] {
        rig.open(context, plain());
        rig.say(context, "Aaaaa. Bbbbb. Ccccc.");
        rig.finish(context);
    }
    while rig.speak_one() {
        rig.sent(1, 70);
        rig.sent(2, 70);
    }
    assert_eq!(
        submissions(&mut rig),
        [
            "submit ctx-1 Fresh Aaaaa.",
            "submit ctx-1 Continues Bbbbb.",
            "submit ctx-2 Fresh Aaaaa.",
            "submit ctx-1 Continues Ccccc.",
            "submit ctx-2 Continues Bbbbb.",
            "submit ctx-2 Continues Ccccc."
        ]
    );
}

#[test]
fn sound_before_the_socket_is_bounded_over_all_contexts() {
    let mut rig = rig(4, 500);
    for context in 1..=50 {
        rig.open(context, plain());
        rig.say(context, TEXT);
        rig.finish(context);
    }
    rig.speak();
    let most = 500 + 4 * 70;
    assert!((500..=most).contains(&sounded(&rig)), "{}", sounded(&rig));
    assert!(rig.session.live_contexts() > 40);
}

#[test]
fn sound_of_contexts_that_are_gone_counts_until_it_has_left() {
    let mut rig = rig(4, 500);
    let mut finished = 0;
    for context in 1..=50 {
        rig.open(context, plain());
        rig.say(context, "Aaaaa. Bbbbb.");
        rig.finish(context);
        rig.speak();
        finished += usize::from(rig.session.live_contexts() == 0);
    }
    assert!(finished < 10 && rig.jobs.is_empty(), "{finished}");
    let before = sounded(&rig);
    rig.sent(1, 10);
    rig.speak();
    assert_eq!(sounded(&rig), before, "still at the bound");
    rig.give(Input::Left(ContextId(2)));
    rig.speak();
    assert!(sounded(&rig) > before, "what was taken back makes room");
}

#[test]
fn all_that_waits_is_spoken_once_the_socket_takes_it() {
    let mut rig = rig(4, 500);
    for context in 1..=50 {
        rig.open(context, plain());
        rig.say(context, TEXT);
        rig.finish(context);
    }
    for _ in 0..2_000 {
        rig.speak();
        for context in 1..=50 {
            rig.sent(context, 100_000);
        }
    }
    assert_eq!(sounded(&rig), 50 * TEXT.len() as u64 * 10);
    assert_eq!(rig.session.live_contexts(), 0);
}

#[test]
fn contexts_that_are_ahead_in_their_lanes_never_block_those_that_speak() {
    let mut rig = rig(4, 500);
    for lane in 0..20 {
        for context in [2 * lane, 2 * lane + 1] {
            rig.open(context, in_lane(lane));
        }
        rig.say(2 * lane + 1, TEXT);
        rig.finish(2 * lane + 1);
    }
    assert_eq!(submissions(&mut rig).len(), 2, "half of the places");
    rig.speak();
    for lane in 0..20 {
        rig.say(2 * lane, TEXT);
        rig.finish(2 * lane);
    }
    for _ in 0..2_000 {
        rig.speak();
        for context in 0..40 {
            rig.sent(context, 100_000);
        }
    }
    assert_eq!(rig.session.live_contexts(), 0);
}

#[test]
fn who_leaves_the_line_is_not_waited_for() {
    let mut rig = rig(1, 300_000);
    for context in 1..=4 {
        rig.open(context, plain());
        rig.say(context, "Aaaaa.");
        rig.flush(context, 1);
    }
    rig.cancel(2);
    rig.clear(3, 2);
    rig.causes();
    rig.speak_one();
    assert_eq!(submissions(&mut rig), ["submit ctx-4 Fresh Aaaaa."]);
}

#[test]
fn no_places_and_no_room_still_let_one_speak_at_a_time() {
    let mut rig = rig(0, 0);
    for context in 1..=5 {
        rig.open(context, plain());
        rig.say(context, TEXT);
        rig.finish(context);
    }
    for _ in 0..100 {
        assert!(rig.jobs.len() <= 1);
        rig.speak();
        for context in 1..=5 {
            rig.sent(context, 100_000);
        }
    }
    assert_eq!(rig.session.live_contexts(), 0);
}
