//! The pause after a segment.
//!
//! It comes from what ends there and the pace, and from nothing else: so it makes no difference where a text was cut into
//! segments, nor what an engine happens to append.

use std::time::Duration;

use speech::{Ending, Speed};

/// How long the silence after such an ending is at this pace. A break is as long as it says at any pace, with what the
/// segment before it rests.
#[must_use]
pub fn pause_after(ending: Ending, speed: Speed) -> Duration {
    // In the wider float: a pace of one changes nothing.
    let at_this_pace = |rest: Duration| rest.div_f64(f64::from(speed.factor()));
    match ending {
        Ending::Break(pause) => pause.length().saturating_sub(at_this_pace(pause.rested())),
        _ => at_this_pace(ending.rest()),
    }
}

#[cfg(test)]
mod tests {
    use speech::Pause;

    use super::*;

    #[test]
    fn the_more_ends_the_longer_it_is() {
        let all = [Ending::Cut, Ending::Phrase, Ending::Clause, Ending::Part, Ending::Sentence];
        assert_eq!(all.map(|ending| pause_after(ending, Speed::NORMAL).as_millis()), [0, 60, 150, 225, 300]);
    }

    #[test]
    fn a_faster_voice_pauses_for_less() {
        let at = |factor| pause_after(Ending::Sentence, Speed::new(factor).unwrap()).as_millis();
        assert_eq!([0.25, 0.5, 1.0, 2.0, 4.0].map(at), [1_200, 600, 300, 150, 75]);
    }

    #[test]
    fn a_break_is_as_long_as_it_says() {
        let ending = Ending::Break(Pause::new(Duration::from_millis(500), Ending::Sentence.rest()));
        let both = |factor| {
            let speed = Speed::new(factor).unwrap();
            (pause_after(Ending::Sentence, speed) + pause_after(ending, speed)).as_millis()
        };
        assert_eq!([1.0, 2.0, 4.0].map(both), [500; 3]);
        assert_eq!(both(0.5), 600);
    }
}
