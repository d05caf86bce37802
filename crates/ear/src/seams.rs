//! What a border between two pieces does to the sound.
//!
//! A click is a bend that the sound itself does not have: so the largest second difference, |x₋₁ − 2x₀ + x₊₁|, of three
//! samples that are not all on one side of a border is compared with those of the whole sound. A border may also fall where
//! the sound bends that much by itself, on a consonant: where the same sound can be heard uncut, only what the cut adds
//! counts. Read [`Score`] first.

use speech::SampleRate;

use crate::hear::Heard;

/// Borders, and how they are looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seams {
    /// Where each piece begins, in seconds of what is heard.
    pub borders: Vec<f64>,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The largest second difference across any border, full scale ±1.
    pub at_borders: f64,
    /// The 99.9th percentile of all second differences where there is sound.
    pub own: f64,
    /// How many borders there are.
    pub borders: usize,
    /// At how many of them there is sound.
    pub sounding: usize,
    /// And at how many a second difference is above the percentile.
    pub above: usize,
}

impl Score {
    /// What is to be at most one.
    #[must_use]
    pub fn ratio(self) -> f64 {
        self.at_borders / self.own.max(f64::MIN_POSITIVE)
    }
}

/// Sound is looked for in windows of this length, per second.
const WINDOWS: u32 = 100;
/// And is what reaches this mean square: −60 dB of full scale.
const AUDIBLE: f64 = 1e-6;
const PERCENTILE: f64 = 0.999;

impl Seams {
    /// Scores a sound at these borders; `None` if there is no sound at all.
    #[must_use]
    pub fn score(&self, heard: &Heard) -> Option<Score> {
        let bends = bends(&heard.samples);
        self.compare(heard, &bends, &bends)
    }

    /// Scores what a sound has at these borders beyond the same sound where nothing was cut; `None` if there is no sound at
    /// all. Where the uncut one is shorter, all counts.
    #[must_use]
    pub fn score_added(&self, heard: &Heard, uncut: &Heard) -> Option<Score> {
        let (bends, uncut) = (bends(&heard.samples), bends(&uncut.samples));
        let uncut = uncut.into_iter().chain(std::iter::repeat(0.0));
        let added: Vec<f64> = bends.iter().zip(uncut).map(|(bend, own)| (bend - own).max(0.0)).collect();
        self.compare(heard, &bends, &added)
    }

    /// What there is `at_borders`, against the percentile of all `bends`.
    fn compare(&self, heard: &Heard, bends: &[f64], at_borders: &[f64]) -> Option<Score> {
        let sounding = sounding(heard);
        let mut own: Vec<f64> =
            bends.iter().zip(&sounding).filter(|(_, sounds)| **sounds).map(|(bend, _)| *bend).collect();
        own.sort_by(f64::total_cmp);
        let rank = (own.len() as f64 * PERCENTILE).ceil() as usize;
        let percentile = *own.get(rank.saturating_sub(1))?;
        let places = self.borders.iter().map(|border| place(*border, heard.rate, bends.len()));
        let mut score = Score { at_borders: 0.0, own: percentile, borders: 0, sounding: 0, above: 0 };
        for place in places {
            let across = at_borders[place.saturating_sub(1)..=place].iter().copied().fold(0.0, f64::max);
            score.at_borders = score.at_borders.max(across);
            score.borders += 1;
            score.sounding += usize::from(sounding[place]);
            score.above += usize::from(across > percentile);
        }
        Some(score)
    }

    /// The same borders, so many seconds later: where nothing was cut, to see what chance alone gives.
    #[must_use]
    pub fn later(&self, seconds: f64) -> Self {
        Self { borders: self.borders.iter().map(|border| border + seconds).collect() }
    }
}

/// The first sample after a border; what is rounded in seconds is far less than a sample.
fn place(border: f64, rate: SampleRate, len: usize) -> usize {
    let exact = border * f64::from(rate.hz());
    ((exact - 1e-3).ceil().max(0.0) as usize).min(len.saturating_sub(1))
}

/// All second differences: the one at `n` is that of the samples around `n`.
fn bends(samples: &[f32]) -> Vec<f64> {
    let inner = samples.windows(3).map(|three| {
        let [before, at, after] = [three[0], three[1], three[2]].map(f64::from);
        (before - 2.0 * at + after).abs()
    });
    std::iter::once(0.0).chain(inner).chain([0.0]).take(samples.len()).collect()
}

/// Of each sample whether there is sound around it.
fn sounding(heard: &Heard) -> Vec<bool> {
    let window = (heard.rate.hz() / WINDOWS) as usize;
    let loud = |samples: &[f32]| {
        samples.iter().map(|sample| f64::from(*sample).powi(2)).sum::<f64>() / samples.len() as f64 > AUDIBLE
    };
    heard
        .samples
        .chunks(window)
        .flat_map(|samples| std::iter::repeat_n(loud(samples), samples.len()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: SampleRate = SampleRate::known(24_000);

    fn tone() -> Heard {
        let samples = (0..24_000).map(|n| (f64::from(n) * 0.1).sin() as f32 / 2.0).collect();
        Heard { rate: RATE, samples }
    }

    #[test]
    fn a_whole_tone_has_no_seam_anywhere() {
        let borders = (1..9).map(|n| f64::from(n) / 10.0).collect();
        let score = Seams { borders }.score(&tone()).unwrap();
        assert!(score.ratio() <= 1.0 && score.ratio() > 0.9 && score.sounding == 8, "{score:?}");
    }

    #[test]
    fn a_lost_sample_is_a_seam() {
        let mut heard = tone();
        heard.samples.remove(12_000);
        let score = |seconds| Seams { borders: vec![seconds] }.score(&heard).unwrap().ratio();
        assert!(score(0.5) > 3.0, "{}", score(0.5));
        assert_eq!(Seams { borders: vec![0.4, 0.5] }.score(&heard).unwrap().above, 1);
        assert!(score(0.4) <= 1.0);
    }

    #[test]
    fn a_bend_of_the_sounds_own_is_no_seam_and_a_cut_there_is() {
        let mut plosive = tone();
        plosive.samples[12_000] += 0.2;
        let border = Seams { borders: vec![0.5] };
        assert!(border.score(&plosive).unwrap().ratio() > 3.0);
        assert_eq!(border.score_added(&plosive, &plosive).unwrap().ratio(), 0.0);
        let mut cut = plosive.clone();
        cut.samples.drain(11_980..12_000);
        let lost = Seams { borders: vec![11_980.0 / 24_000.0] };
        assert!(lost.score_added(&cut, &plosive).unwrap().ratio() > 3.0);
    }

    #[test]
    fn silence_counts_neither_way() {
        let mut heard = tone();
        let alone = Seams { borders: vec![0.3] }.score(&heard).unwrap();
        heard.samples.extend([0.0; 240_000]);
        let both = Seams { borders: vec![0.3, 3.0] }.score(&heard).unwrap();
        assert_eq!(both, Score { borders: 2, ..alone });
        assert_eq!(Seams::default().score(&Heard { rate: RATE, samples: vec![0.0; 99] }), None);
    }
}
