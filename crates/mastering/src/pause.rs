//! The pause that a text asks for at its end.
//!
//! It comes from the punctuation and the pace, and from nothing else: so it makes no difference where a text was cut into
//! segments, nor what an engine happens to append.

use std::time::Duration;

use speech::Speed;

/// After a sentence. This and the next two are what eSpeak NG leaves within a text, so that a pause at a border of two
/// segments is as long as one inside of a segment.
const SENTENCE: Duration = Duration::from_millis(300);
/// After a part of a sentence that could stand by itself.
const PART: Duration = Duration::from_millis(225);
/// After a clause.
const CLAUSE: Duration = Duration::from_millis(150);
/// Between two words of a sentence that had to be cut.
const WORD: Duration = Duration::from_millis(60);

/// What may stand between the last punctuation and the end.
const CLOSING: &[char] =
    &[')', ']', '}', '"', '\'', '”', '’', '»', '›', '」', '』', '）', '】', '》', '〉', '〕', '］'];

/// How long the silence after a text is at this pace.
#[must_use]
pub fn pause_after(text: &str, speed: Speed) -> Duration {
    let last = text.trim_end().chars().rev().find(|c| !CLOSING.contains(c) && !c.is_whitespace());
    // In the wider float: a pace of one changes nothing.
    last.map_or(WORD, pause_of).div_f64(f64::from(speed.factor()))
}

/// By the last character, in the scripts that have their own.
const fn pause_of(last: char) -> Duration {
    match last {
        '.' | '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '。' | '．' | '！' | '？' | '｡' | '।' | '॥' | '؟' | '۔'
        | '։' | '።' | '፧' | '།' | '။' | '។' | '៕' => SENTENCE,
        ';' | ':' | '…' | '–' | '—' | '；' | '：' | '؛' | '·' | '፤' | '፥' => PART,
        ',' | '、' | '，' | '､' | '،' | '፣' | '၊' => CLAUSE,
        _ => WORD,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn millis(text: &str) -> u128 {
        pause_after(text, Speed::NORMAL).as_millis()
    }

    #[test]
    fn the_last_mark_decides() {
        assert_eq!(
            ["Here.", "Here,", "Here:", "Here", "Here…", "Here —"].map(millis),
            [300, 150, 225, 60, 225, 225]
        );
        assert_eq!(["今日は。", "今日は、", "कल।", "أين؟", "غدا،"].map(millis), [300, 150, 300, 300, 150]);
    }

    #[test]
    fn quotes_brackets_and_spaces_around_it_do_not() {
        assert_eq!(["“Here.”  ", "(Here.)", "Here.) \n", "「はい。」"].map(millis), [300; 4]);
        assert_eq!(["", " ", "\")"].map(millis), [60; 3]);
    }

    #[test]
    fn a_faster_voice_pauses_for_less() {
        let at = |factor| pause_after("Here.", Speed::new(factor).unwrap()).as_millis();
        assert_eq!([0.25, 0.5, 1.0, 2.0, 4.0].map(at), [1_200, 600, 300, 150, 75]);
    }
}
