//! Clear and cancel say what was heard.

use session::{Event, Heard, Limits};
use speech::{AudioTime, PcmChunk};

use crate::rig::{Rig, plain};

fn heard(rig: &Rig) -> Heard {
    match rig.events.last() {
        Some(Event::Cleared { heard, .. } | Event::Closed { heard, .. }) => heard.clone(),
        other => panic!("{:?}", other.map(Event::<PcmChunk>::context)),
    }
}

#[test]
fn the_last_word_that_had_begun_is_named() {
    for (sent, word) in [(0, None), (1, Some(0)), (40, Some(0)), (41, Some(4)), (80, Some(4)), (81, Some(8))]
    {
        let mut rig = Rig::talking(plain());
        rig.say(1, "One two three.");
        rig.flush(1, 1);
        rig.speak();
        rig.sent(1, sent);
        rig.clear(1, 2);
        let heard = heard(&rig);
        assert_eq!(heard.word.map(|word| word.place.start.bytes), word, "after {sent} ms");
        assert_eq!(heard.sent.as_millis(), sent);
    }
}

#[test]
fn both_clocks_are_told() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One.");
    rig.flush(1, 1);
    rig.say(1, "Two three.");
    rig.flush(1, 2);
    rig.speak();
    rig.sent(1, 40);
    rig.sent(1, 45);
    rig.cancel(1);
    let heard = heard(&rig);
    assert_eq!((heard.sent.as_millis(), heard.sent_total.as_millis()), (45, 85));
    let word = heard.word.unwrap();
    assert_eq!((word.place.start.bytes, word.place.end.bytes), (8, 13));
    assert_eq!(word.start.as_millis(), 40, "since its generation began");
}

#[test]
fn what_was_thrown_away_is_not_heard_later() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One two three.");
    rig.flush(1, 1);
    rig.speak();
    rig.sent(1, 10);
    rig.clear(1, 2);
    rig.say(1, "Four.");
    rig.flush(1, 3);
    rig.speak();
    rig.sent(1, 1);
    rig.clear(1, 4);
    let heard = heard(&rig);
    assert_eq!((heard.sent.as_millis(), heard.sent_total.as_millis()), (1, 11));
    assert_eq!(heard.word.unwrap().place.start.bytes, 14);
}

#[test]
fn memory_reaches_back_so_far_and_no_further() {
    let mut rig = Rig::with(Limits { heard_memory: AudioTime::from_millis(50), ..Limits::default() });
    rig.open(1, plain());
    rig.say(1, "Onewordthatisverylong");
    rig.flush(1, 1);
    rig.speak();
    rig.sent(1, 50);
    rig.clear(1, 2);
    assert!(heard(&rig).word.is_some());
    let mut rig = Rig::with(Limits { heard_memory: AudioTime::from_millis(50), ..Limits::default() });
    rig.open(1, plain());
    rig.say(1, "Onewordthatisverylong");
    rig.flush(1, 1);
    rig.speak();
    rig.sent(1, 60);
    rig.clear(1, 2);
    assert_eq!(heard(&rig).word, None);
}
