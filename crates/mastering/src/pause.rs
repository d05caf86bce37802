//! The pause after a segment.
//!
//! It comes from what ends there and the pace, and from nothing else: so it makes no difference where a text was cut into
//! segments, nor what an engine happens to append.

use std::time::Duration;

use speech::{Ending, Speed};

/// How long the silence after such an ending is at this pace.
#[must_use]
pub fn pause_after(ending: Ending, speed: Speed) -> Duration {
    // In the wider float: a pace of one changes nothing.
    at_usual_pace(ending).div_f64(f64::from(speed.factor()))
}

/// The first three are about what eSpeak NG leaves within a text, so that a pause at a border of two segments is as long as
/// one inside of a segment.
const fn at_usual_pace(ending: Ending) -> Duration {
    Duration::from_millis(match ending {
        Ending::Sentence => 300,
        Ending::Part => 225,
        Ending::Clause => 150,
        Ending::Phrase => 60,
        Ending::Cut => 0,
    })
}

#[cfg(test)]
mod tests {
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
}
