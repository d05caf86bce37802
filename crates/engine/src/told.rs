//! Times that wait for their sound.

use speech::{Phoneme, SampleCount, SpokenWord};

use crate::Piece;

/// Words and phonemes whose times are known. They wait until their audio goes out, so that none is ever told for a
/// sound that does not come.
#[derive(Debug, Default)]
pub struct Told {
    words: Vec<SpokenWord>,
    phonemes: Vec<Phoneme>,
    last_phoneme: SampleCount,
}

impl Told {
    /// Words that follow all before them.
    pub fn add_words(&mut self, words: impl IntoIterator<Item = SpokenWord>) {
        self.words.extend(words);
    }

    /// The next phonemes; one that would run backwards begins with the one before it.
    pub fn add_phonemes(&mut self, phonemes: impl IntoIterator<Item = Phoneme>) {
        for Phoneme { ipa, start } in phonemes {
            self.last_phoneme = self.last_phoneme.max(start);
            self.phonemes.push(Phoneme { ipa, start: self.last_phoneme });
        }
    }

    /// A piece of these samples, which end at `released`, with what is known for the audio up to there.
    #[must_use]
    pub fn up_to(&mut self, released: SampleCount, samples: Vec<f32>) -> Piece {
        let words = self.words.iter().take_while(|word| word.end <= released).count();
        let phonemes = self.phonemes.iter().take_while(|phoneme| phoneme.start <= released).count();
        Piece {
            samples,
            words: self.words.drain(..words).collect(),
            phonemes: self.phonemes.drain(..phonemes).collect(),
        }
    }

    /// The audio turned out to end here.
    pub fn end_at(&mut self, end: SampleCount) {
        for word in &mut self.words {
            word.start = word.start.min(end);
            word.end = word.end.min(end);
        }
        for phoneme in &mut self.phonemes {
            phoneme.start = phoneme.start.min(end);
        }
    }
}

#[cfg(test)]
mod tests {
    use speech::ByteSpan;

    use super::*;

    fn word(start: u64, end: u64) -> SpokenWord {
        SpokenWord { source: ByteSpan::new(0, 1), start: SampleCount(start), end: SampleCount(end) }
    }

    #[test]
    fn a_word_waits_for_its_end_and_moves_to_an_earlier_one() {
        let mut told = Told::default();
        told.add_words([word(0, 90), word(100, 300)]);
        let phoneme = |ipa: &str, start| Phoneme { ipa: ipa.into(), start: SampleCount(start) };
        told.add_phonemes([phoneme("a", 80), phoneme("b", 70)]);
        let piece = told.up_to(SampleCount(120), vec![0.0; 120]);
        assert_eq!(piece.words, [word(0, 90)]);
        assert_eq!(piece.phonemes.iter().map(|phoneme| phoneme.start.0).collect::<Vec<_>>(), [80, 80]);
        told.end_at(SampleCount(200));
        assert_eq!(told.up_to(SampleCount(200), Vec::new()).words, [word(100, 200)]);
    }
}
