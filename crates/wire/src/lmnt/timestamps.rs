//! Word times as the wire has them: one entry for each word, space and mark, in order.

use serde_json::{Value, json};
use session::AudioEvent;
use speech::{AudioTime, EncodedAudio, GenerationId, WordTime};

use super::dialect::Dialect;

/// Turns the words of audio events into entries. Keeps the end of the last entry, where the next gap begins.
#[derive(Debug, Default)]
pub(super) struct Timestamps {
    generation: Option<GenerationId>,
    cursor: AudioTime,
}

/// One entry, in time since the generation began.
struct Entry<'a> {
    text: &'a str,
    start: AudioTime,
    end: AudioTime,
}

impl Timestamps {
    /// The entries that begin in this stretch of audio. Empty if no word does.
    pub(super) fn entries(&mut self, dialect: Dialect, audio: &AudioEvent<EncodedAudio>) -> Vec<Value> {
        if self.generation.replace(audio.generation) != Some(audio.generation) {
            self.cursor = AudioTime::ZERO;
        }
        let zero = match dialect {
            // Cumulative since the last flush or reset.
            Dialect::Typed => AudioTime::ZERO,
            // The older dialects count from the start of each piece of audio.
            Dialect::Commands | Dialect::Legacy => audio.start,
        };
        let mut entries = Vec::new();
        for word in &audio.words {
            self.tokens(word, audio.start + audio.duration, |entry| entries.push(render(&entry, zero)));
        }
        entries
    }

    fn tokens(&mut self, word: &WordTime, audio_end: AudioTime, mut emit: impl FnMut(Entry<'_>)) {
        spread(word.lead(), self.cursor.min(word.start), word.start, &mut emit);
        emit(Entry { text: word.text(), start: word.start, end: word.end });
        let end = if word.tail().is_empty() { word.end } else { audio_end.max(word.end) };
        spread(word.tail(), word.end, end, &mut emit);
        self.cursor = end;
    }
}

/// Shares the time of a gap among its runs of spaces and of marks.
fn spread(gap: &str, start: AudioTime, end: AudioTime, emit: &mut impl FnMut(Entry<'_>)) {
    let runs: Vec<&str> = runs(gap).collect();
    let share = end.saturating_sub(start).as_nanos() / runs.len().max(1) as u64;
    let mut at = start;
    for text in runs {
        let next = at + AudioTime::from_nanos(share);
        emit(Entry { text, start: at, end: next });
        at = next;
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

fn render(entry: &Entry<'_>, zero: AudioTime) -> Value {
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
        let mut seen = Vec::new();
        spread(", ", AudioTime::from_millis(100), AudioTime::from_millis(140), &mut |entry| {
            seen.push((entry.text.to_owned(), entry.start.as_millis(), entry.end.as_millis()));
        });
        assert_eq!(seen, [(",".to_owned(), 100, 120), (" ".to_owned(), 120, 140)]);
    }
}
