//! What holds for everything that any engine says.

use speech::{ByteSpan, SynthesisRequest};

use super::{Failure, ensure};
use crate::{Piece, SpokenWord, must_sound};

/// Samples, words and phonemes of a whole segment.
pub(super) fn check_whole(request: &SynthesisRequest, whole: &Piece) -> Result<(), Failure> {
    check_samples(&whole.samples)?;
    check_presence(request, whole)?;
    check_word_times(whole)?;
    check_sources(request, &whole.words)?;
    check_phonemes(whole)
}

fn check_samples(samples: &[f32]) -> Result<(), Failure> {
    // NaN is in no range, so this also finds what is not finite.
    let bad = samples.iter().position(|sample| !(-1.0..=1.0).contains(sample));
    ensure(bad.is_none(), || format!("sample {bad:?} is not finite or beyond ±1"))
}

fn check_presence(request: &SynthesisRequest, whole: &Piece) -> Result<(), Failure> {
    let speakable = must_sound(&request.text.text);
    ensure(!speakable || !whole.samples.is_empty(), || {
        "the text has letters or digits, yet there was neither a sample nor an error".into()
    })?;
    ensure(!request.text.words.is_empty() || whole.words.is_empty(), || {
        "words were told of a request that has none".into()
    })
}

fn check_word_times(whole: &Piece) -> Result<(), Failure> {
    let mut last = 0;
    for (n, SpokenWord { start, end, .. }) in whole.words.iter().enumerate() {
        ensure(last <= start.0 && start <= end, || format!("times run backwards at word {n}"))?;
        last = end.0;
    }
    ensure(last <= whole.samples.len() as u64, || "the last word ends after the audio".into())
}

/// All sources in these tests are [`plain_text`](super::plain_text), so the spoken text is the source.
fn check_sources(request: &SynthesisRequest, words: &[SpokenWord]) -> Result<(), Failure> {
    let text = request.text.text.as_str();
    let mut last = 0;
    for (n, word) in words.iter().enumerate() {
        let ByteSpan { start, end } = word.source;
        ensure(text.get(start..end).is_some(), || format!("word {n} lies outside of the source text"))?;
        ensure(start < end, || format!("word {n} has an empty source"))?;
        ensure(last <= start, || format!("word {n} begins in the source before the word before it ends"))?;
        last = end;
    }
    Ok(())
}

/// A word's phonemes are looked for when it is told.
pub(super) fn check_order(before: &Piece, piece: &Piece) -> Result<(), Failure> {
    let told = before.words.last().map_or(0, |word| word.end.0);
    let late = piece.phonemes.first().is_some_and(|phoneme| phoneme.start.0 < told);
    ensure(!late, || "a phoneme was told after the word within whose time it begins".into())
}

fn check_phonemes(whole: &Piece) -> Result<(), Failure> {
    let starts: Vec<u64> = whole.phonemes.iter().map(|phoneme| phoneme.start.0).collect();
    ensure(starts.is_sorted(), || "phoneme times run backwards".into())?;
    let inside = starts.last().is_none_or(|last| *last <= whole.samples.len() as u64);
    ensure(inside, || "the last phoneme begins after the audio".into())
}
