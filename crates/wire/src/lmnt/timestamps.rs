//! Word times as the wire has them: one entry for each word, space and mark, in order.

use std::collections::VecDeque;

use serde_json::{Value, json};
use session::{AudioEvent, Part};
use speech::{AudioTime, EncodedAudio, GenerationId, WordTime};

use super::dialect::Dialect;

/// Turns the words of audio events into entries. An entry is told with the stretch of audio in which it begins.
#[derive(Default)]
pub(super) struct Timestamps {
    generation: Option<GenerationId>,
    /// Where the last entry ended, and the next gap begins.
    cursor: AudioTime,
    /// Entries that begin in audio to come.
    pending: VecDeque<Entry>,
}

/// One entry, in time since the generation began.
struct Entry {
    text: String,
    start: AudioTime,
    end: AudioTime,
}

impl Timestamps {
    /// The entries that begin in this stretch of audio.
    pub(super) fn entries(&mut self, dialect: Dialect, audio: &AudioEvent<EncodedAudio>) -> Vec<Value> {
        if self.generation.replace(audio.generation) != Some(audio.generation) {
            *self = Self { generation: self.generation, ..Self::default() };
        }
        for word in &audio.words {
            self.take(word);
        }
        let zero = match dialect {
            // Cumulative since the last flush or reset.
            Dialect::Typed => AudioTime::ZERO,
            // The older dialects count from the start of each piece of audio.
            Dialect::Commands | Dialect::Legacy => audio.start,
        };
        let due = self.due(audio);
        self.pending.drain(..due).map(|entry| render(&entry, zero)).collect()
    }

    /// The marks around a word, which make no sound of their own, share the silence before it, or none after it.
    fn take(&mut self, word: &WordTime) {
        self.spread(word.lead(), self.cursor.min(word.start), word.start);
        self.pending.push_back(Entry { text: word.text().to_owned(), start: word.start, end: word.end });
        self.spread(word.tail(), word.end, word.end);
        self.cursor = word.end;
    }

    fn due(&self, audio: &AudioEvent<EncodedAudio>) -> usize {
        match audio.part {
            Part::Last => self.pending.len(),
            Part::More => {
                let end = audio.start + audio.duration;
                self.pending.iter().take_while(|entry| entry.start < end).count()
            }
        }
    }

    /// Shares a stretch of time among the runs of spaces and of other characters in `text`.
    fn spread(&mut self, text: &str, start: AudioTime, end: AudioTime) {
        let count = runs(text).count().max(1) as u64;
        let share = AudioTime::from_nanos(end.saturating_sub(start).as_nanos() / count);
        let mut at = start;
        for run in runs(text) {
            self.pending.push_back(Entry { text: run.to_owned(), start: at, end: at + share });
            at = at + share;
        }
    }
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

fn render(entry: &Entry, zero: AudioTime) -> Value {
    json!({
        "text": entry.text,
        "start": seconds(entry.start.saturating_sub(zero)),
        "duration": seconds(entry.end.saturating_sub(entry.start)),
    })
}

/// To a tenth of a millisecond, finer than any of these times is known.
fn seconds(time: AudioTime) -> f64 {
    (time.as_seconds() * 1e4).round() / 1e4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_cut_into_spaces_and_marks() {
        let cut: Vec<&str> = runs(" — \"(").collect();
        assert_eq!(cut, [" ", "—", " ", "\"("]);
        assert_eq!(runs("").count(), 0);
    }

    #[test]
    fn a_gap_fills_its_time_exactly_and_in_order() {
        let mut times = Timestamps::default();
        times.spread(", ", AudioTime::from_millis(100), AudioTime::from_millis(140));
        let seen: Vec<_> = times
            .pending
            .iter()
            .map(|entry| (entry.text.as_str(), entry.start.as_millis(), entry.end.as_millis()))
            .collect();
        assert_eq!(seen, [(",", 100, 120), (" ", 120, 140)]);
    }
}
