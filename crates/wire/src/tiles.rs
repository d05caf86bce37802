//! Word times as tiles: one for each word, run of spaces and run of marks, which joined give back the text.

use std::collections::VecDeque;

use session::{AudioEvent, Part};
use speech::{AudioTime, EncodedAudio, GenerationId, WordTime};

/// Which zero times are counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zero {
    /// The beginning of the generation.
    Generation,
    /// The beginning of the context.
    Context,
}

/// One word, run of spaces or run of marks, with its times.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Tile {
    /// As the user wrote it.
    pub(crate) text: String,
    /// When it begins.
    pub(crate) start: AudioTime,
    /// When it ends, never before `start`.
    pub(crate) end: AudioTime,
}

impl Tile {
    /// A tile for each of its characters (code points), which share its time equally.
    pub(crate) fn characters(&self) -> impl Iterator<Item = Tile> + '_ {
        let count = self.text.chars().count().max(1) as u64;
        let whole = self.end.saturating_sub(self.start).as_nanos();
        let at = move |index: u64| self.start + AudioTime::from_nanos(whole * index / count);
        let numbered = (0_u64..).zip(self.text.chars());
        numbered.map(move |(index, char)| Tile { text: char.into(), start: at(index), end: at(index + 1) })
    }
}

/// Turns the words of one context's audio events into tiles. A tile is told with the stretch of audio in which it begins.
pub(crate) struct Tiles {
    zero: Zero,
    generation: Option<GenerationId>,
    /// Where the last tile ended, and the next gap begins, since the generation began.
    cursor: AudioTime,
    /// Tiles that begin in audio to come, in times since the generation began.
    pending: VecDeque<Tile>,
}

impl Tiles {
    /// For a context that has not spoken.
    pub(crate) const fn new(zero: Zero) -> Self {
        Self { zero, generation: None, cursor: AudioTime::ZERO, pending: VecDeque::new() }
    }

    /// The tiles that begin in this stretch of audio.
    pub(crate) fn of(&mut self, audio: &AudioEvent<EncodedAudio>) -> Vec<Tile> {
        if self.generation.replace(audio.generation) != Some(audio.generation) {
            (self.cursor, self.pending) = (AudioTime::ZERO, VecDeque::new());
        }
        for word in &audio.words {
            self.take(word);
        }
        let zero = match self.zero {
            Zero::Generation => AudioTime::ZERO,
            Zero::Context => audio.generation_start,
        };
        let due = self.due(audio);
        let since = |tile: Tile| Tile { start: zero + tile.start, end: zero + tile.end, ..tile };
        self.pending.drain(..due).map(since).collect()
    }

    /// The marks around a word, which make no sound of their own, share the silence before it, or none after it.
    fn take(&mut self, word: &WordTime) {
        self.spread(word.lead(), self.cursor.min(word.start), word.start);
        self.pending.push_back(Tile { text: word.text().to_owned(), start: word.start, end: word.end });
        self.spread(word.tail(), word.end, word.end);
        self.cursor = word.end;
    }

    fn due(&self, audio: &AudioEvent<EncodedAudio>) -> usize {
        match audio.part {
            Part::Last => self.pending.len(),
            Part::More => {
                let end = audio.start + audio.duration;
                self.pending.iter().take_while(|tile| tile.start < end).count()
            }
        }
    }

    /// Shares a stretch of time among the runs of spaces and of other characters in `text`.
    fn spread(&mut self, text: &str, start: AudioTime, end: AudioTime) {
        let count = runs(text).count().max(1) as u64;
        let share = AudioTime::from_nanos(end.saturating_sub(start).as_nanos() / count);
        let mut at = start;
        for run in runs(text) {
            self.pending.push_back(Tile { text: run.to_owned(), start: at, end: at + share });
            at = at + share;
        }
    }
}

/// Seconds as the wires write them: to a tenth of a millisecond, finer than any of these times is known.
pub(crate) fn seconds(time: AudioTime) -> f64 {
    (time.as_seconds() * 1e4).round() / 1e4
}

fn runs(gap: &str) -> impl Iterator<Item = &str> {
    let mut rest = gap;
    std::iter::from_fn(move || {
        let space = rest.chars().next()?.is_whitespace();
        let len = rest.find(|c: char| c.is_whitespace() != space).unwrap_or(rest.len());
        let (run, after) = rest.split_at(len);
        rest = after;
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(tiles: impl IntoIterator<Item = Tile>) -> Vec<(String, u64, u64)> {
        let shown = |tile: Tile| (tile.text, tile.start.as_millis(), tile.end.as_millis());
        tiles.into_iter().map(shown).collect()
    }

    #[test]
    fn a_gap_is_cut_into_spaces_and_marks() {
        let cut: Vec<&str> = runs(" — \"(").collect();
        assert_eq!(cut, [" ", "—", " ", "\"("]);
        assert_eq!(runs("").count(), 0);
    }

    #[test]
    fn a_gap_fills_its_time_exactly_and_in_order() {
        let mut tiles = Tiles::new(Zero::Generation);
        tiles.spread(", ", AudioTime::from_millis(100), AudioTime::from_millis(140));
        assert_eq!(shown(tiles.pending), [(",".into(), 100, 120), (" ".into(), 120, 140)]);
    }

    #[test]
    fn characters_share_the_time_of_their_tile() {
        let [start, end] = [100, 190].map(AudioTime::from_millis);
        let tile = Tile { text: "aé🎶".to_owned(), start, end };
        let wanted = [("a".into(), 100, 130), ("é".into(), 130, 160), ("🎶".into(), 160, 190)];
        assert_eq!(shown(tile.characters()), wanted);
    }
}
