//! Where in a text the library is told that words stand out from there on, and how.
//!
//! It is told by commands in the text: a control character, a number, a letter. They change how words are stressed, which
//! the melody of the clause then follows, and how loud, high and slow they are. Read [`turns`] first.

use speech::Emphasis;

use crate::records::Accent;

/// From a character on, another emphasis holds, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Turn {
    /// In characters of the text.
    pub(super) at: u32,
    pub(super) level: Option<Emphasis>,
}

/// How the library speaks what does not stand out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Usual {
    pub(super) words_per_minute: u32,
    /// On the library's scale from 0 to 99.
    pub(super) pitch: u32,
}

/// What an emphasis changes.
struct Change {
    /// Its number among the levels of SSML, from none to strong. From the third on, words have an emphatic stress and a short
    /// pause before them, and the library ends a group of the melody with them.
    level: u32,
    /// In percent; the level multiplies it for reduced and strong.
    amplitude: u32,
    /// How much higher, on the library's scale, where 50 are an octave: the end of a group lies lower than the word did, by
    /// up to a third in English.
    higher: u32,
    /// In percent.
    pace: u32,
}

const fn change(level: Option<Emphasis>) -> Change {
    match level {
        None => Change { level: 0, amplitude: 100, higher: 0, pace: 100 },
        Some(Emphasis::Reduced) => Change { level: 2, amplitude: 90, higher: 0, pace: 100 },
        Some(Emphasis::Moderate) => Change { level: 3, amplitude: 120, higher: 8, pace: 94 },
        Some(Emphasis::Strong) => Change { level: 4, amplitude: 120, higher: 14, pace: 88 },
    }
}

/// The highest pitch on the library's scale.
const HIGHEST: u32 = 99;

/// The commands for an emphasis: each a control character, a number and a letter. Source: `EmbeddedCommand` in `translate.c`
/// and `GetAmplitude` in `wavegen.c` of eSpeak NG 1.52.
pub(super) fn command(level: Option<Emphasis>, usual: Usual) -> String {
    let Change { level, amplitude, higher, pace } = change(level);
    let pitch = (usual.pitch + higher).min(HIGHEST);
    let words_per_minute = usual.words_per_minute * pace / 100;
    format!("\u{1}{level}F\u{1}{amplitude}A\u{1}{pitch}P\u{1}{words_per_minute}S")
}

/// The turns of a text, in order, no two at one place. The library takes a command for the end of a word, so they stand where
/// words begin, before the marks that hang on to their front.
pub(super) fn turns(text: &str, accents: &[Accent]) -> Vec<Turn> {
    let mut turns = Vec::new();
    let mut accents = accents.iter().peekable();
    let mut end = None;
    // Where the marks began that stand right before the place, if a space is before them.
    let mut marks = Some(0);
    let mut before = ' ';
    for (at, c) in (0..).zip(text.chars()) {
        let begins = before.is_whitespace() && !c.is_whitespace() || c.is_alphanumeric();
        if begins && end.is_some_and(|end| at >= end) {
            end = None;
            add(&mut turns, Turn { at, level: None });
        }
        while let Some(accent) = accents.next_if(|accent| accent.characters.start <= at) {
            end = Some(accent.characters.end);
            add(&mut turns, Turn { at: marks.unwrap_or(at), level: Some(accent.level) });
        }
        marks = match c {
            _ if c.is_whitespace() => Some(at + 1),
            _ if c.is_alphanumeric() => None,
            _ => marks,
        };
        before = c;
    }
    turns
}

/// The later one of those at one place holds.
fn add(turns: &mut Vec<Turn>, turn: Turn) {
    turns.pop_if(|last| last.at >= turn.at);
    turns.push(turn);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, accents: &[(u32, u32)]) -> String {
        let accent = |&(start, end): &(u32, u32)| Accent { characters: start..end, level: Emphasis::Strong };
        let mut turns = turns(text, &accents.iter().map(accent).collect::<Vec<_>>()).into_iter().peekable();
        let mut marked = String::new();
        for (at, c) in (0..).zip(text.chars()) {
            while let Some(turn) = turns.next_if(|turn| turn.at == at) {
                marked.push(if turn.level.is_some() { '^' } else { '/' });
            }
            marked.push(c);
        }
        assert_eq!(turns.next(), None);
        marked
    }

    #[test]
    fn turns_stand_where_words_begin() {
        assert_eq!(marked("So, it “is” so.", &[(8, 10)]), "So, it ^“is” /so.");
        assert_eq!(marked("ja oder nein?", &[(0, 2), (8, 12)]), "^ja /oder ^nein?");
        assert_eq!(marked("this that", &[(0, 4), (5, 9)]), "^this ^that");
        assert_eq!(marked("我很好", &[(1, 2)]), "我^很/好");
        assert_eq!(marked("so (far, (so) good)", &[(4, 7), (10, 12)]), "so ^(far, ^(so) /good)");
    }
}
