//! Word times as tiles: one for each word, run of spaces and run of marks, which joined give back the text.

use std::collections::VecDeque;

use session::{AudioEvent, Part};
use speech::{AudioTime, EncodedAudio, GenerationId, PhonemeTime, WordTime};

use crate::letters;

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
    /// What a word was said with, where that was asked for and is known.
    pub(crate) phonemes: Vec<PhonemeTime>,
}

impl Tile {
    /// What has no sounds that are known.
    pub(crate) fn new(text: &str, start: AudioTime, end: AudioTime) -> Self {
        Self { text: text.to_owned(), start, end, phonemes: Vec::new() }
    }

    /// The same, so much later.
    fn since(mut self, zero: AudioTime) -> Self {
        for time in self.phonemes.iter_mut().flat_map(|phoneme| [&mut phoneme.start, &mut phoneme.end]) {
            *time = zero + *time;
        }
        Self { start: zero + self.start, end: zero + self.end, ..self }
    }

    /// A tile for each of its characters (code points). Each has the time of its own phonemes; where those are not known,
    /// or where the word is not written as it is said (`$100`), all share the tile's time equally.
    pub(crate) fn characters(&self) -> Vec<Tile> {
        let mut starts = letters::borders(&self.text, &self.phonemes).unwrap_or_else(|| self.shares());
        if let Some(first) = starts.first_mut() {
            *first = self.start;
        }
        let ends = starts.iter().copied().skip(1).chain([self.end]);
        let characters = self.text.chars().zip(starts.iter().zip(ends));
        characters.map(|(char, (start, end))| Tile::new(char.encode_utf8(&mut [0; 4]), *start, end)).collect()
    }

    /// Where each character begins if all are equally long.
    fn shares(&self) -> Vec<AudioTime> {
        let count = self.text.chars().count() as u64;
        let whole = self.end.saturating_sub(self.start).as_nanos();
        (0..count).map(|index| self.start + AudioTime::from_nanos(whole * index / count)).collect()
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
        self.pending.drain(..due).map(|tile| tile.since(zero)).collect()
    }

    /// The marks around a word, which make no sound of their own, share the silence before it, or none after it.
    fn take(&mut self, word: &WordTime) {
        self.spread(word.lead(), self.cursor.min(word.start), word.start);
        let phonemes = word.phonemes.clone();
        self.pending.push_back(Tile { phonemes, ..Tile::new(word.text(), word.start, word.end) });
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
            self.pending.push_back(Tile::new(run, at, at + share));
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
        let tile = Tile::new("aé🎶", start, end);
        let wanted = [("a".into(), 100, 130), ("é".into(), 130, 160), ("🎶".into(), 160, 190)];
        assert_eq!(shown(tile.characters()), wanted);
    }

    #[test]
    fn characters_have_the_time_of_their_phonemes_where_those_are_known() {
        let [start, middle, end, zero] = [100, 250, 300, 1_000].map(AudioTime::from_millis);
        let phoneme = |ipa: &str, start, end| PhonemeTime { ipa: ipa.into(), start, end };
        let phonemes = vec![phoneme("h", start, middle), phoneme("ˈaɪ", middle, end)];
        let spoken = |text| Tile { phonemes: phonemes.clone(), ..Tile::new(text, start, end) }.since(zero);
        let wanted = [("H".into(), 1_100, 1_250), ("i".into(), 1_250, 1_300)];
        assert_eq!(shown(spoken("Hi").characters()), wanted);
        let wanted = [("$".into(), 1_100, 1_200), ("5".into(), 1_200, 1_300)];
        assert_eq!(shown(spoken("$5").characters()), wanted);
    }
}
