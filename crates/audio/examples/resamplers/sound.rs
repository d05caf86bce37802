//! What a resampler does to a sound: tones go in, and what comes out is looked at in the middle, where it has settled.

use std::f64::consts::TAU;

use crate::candidates::{Candidate, Pair};

/// −6 dBFS.
const LEVEL: f64 = 0.501_187;
/// As long as a tone lasts, in seconds; the two quarters at its ends are not looked at.
const SECONDS: f64 = 0.4;

fn tone(frequency: f64, hz: u32) -> Vec<f32> {
    let step = TAU * frequency / f64::from(hz);
    (0..(SECONDS * f64::from(hz)) as usize).map(|n| (LEVEL * (step * n as f64).sin()) as f32).collect()
}

/// The settled part of what a tone becomes.
fn settled(pair: Pair, candidate: &Candidate, frequency: f64) -> Vec<f64> {
    let out = candidate.whole(&tone(frequency, pair.from));
    out[out.len() / 4..out.len() * 3 / 4].iter().map(|&sample| f64::from(sample)).collect()
}

/// The amplitude of a tone in a sound, and the level of all the rest, by least squares.
fn split(sound: &[f64], frequency: f64, hz: u32) -> (f64, f64) {
    let step = TAU * frequency / f64::from(hz);
    let waves = |n: usize| (step * n as f64).sin_cos();
    let (mut ss, mut sc, mut cc, mut sy, mut cy) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for (n, y) in sound.iter().enumerate() {
        let (s, c) = waves(n);
        ss += s * s;
        sc += s * c;
        cc += c * c;
        sy += s * y;
        cy += c * y;
    }
    let scale = 1.0 / (ss * cc - sc * sc);
    let (a, b) = ((sy * cc - cy * sc) * scale, (cy * ss - sy * sc) * scale);
    let rest = |(n, y): (usize, &f64)| {
        let (s, c) = waves(n);
        (y - a * s - b * c).powi(2)
    };
    (a.hypot(b), level(sound.iter().enumerate().map(rest), sound.len()))
}

fn level(squares: impl Iterator<Item = f64>, count: usize) -> f64 {
    (squares.sum::<f64>() / count as f64).sqrt()
}

fn db(ratio: f64) -> f64 {
    20.0 * ratio.max(1e-12).log10()
}

/// Everything but the tone against the tone, in dB.
pub(crate) fn thd_n(pair: Pair, candidate: &Candidate, frequency: f64) -> f64 {
    let (amplitude, rest) = split(&settled(pair, candidate, frequency), frequency, pair.to);
    db(rest / (amplitude / 2f64.sqrt()))
}

/// By how much a tone comes out louder than it went in, in dB.
fn gain(pair: Pair, candidate: &Candidate, frequency: f64) -> f64 {
    db(split(&settled(pair, candidate, frequency), frequency, pair.to).0 / LEVEL)
}

/// So many frequencies from `low` to `high`, both among them.
fn steps(low: f64, high: f64, count: u32) -> impl Iterator<Item = f64> {
    (0..=count).map(move |n| low + (high - low) * f64::from(n) / f64::from(count))
}

/// The loudest that comes out of any tone at another frequency than its own, in dB of the tone. Downwards: all that
/// comes out of tones above the output's Nyquist frequency. Upwards: the images of tones up to the input's.
pub(crate) fn worst_foreign(pair: Pair, candidate: &Candidate) -> f64 {
    let input = LEVEL / 2f64.sqrt();
    let of = |frequency: f64| {
        let sound = settled(pair, candidate, frequency);
        let all = level(sound.iter().map(|y| y * y), sound.len());
        let foreign = if pair.falls() { all } else { split(&sound, frequency, pair.to).1 };
        db(foreign / input)
    };
    let top = f64::from(pair.from) / 2.0;
    let (low, high) = if pair.falls() { (pair.nyquist() * 1.001, top * 0.999) } else { (50.0, top * 0.999) };
    // Dense where the transition ends, wide elsewhere.
    let edge = if pair.falls() { (low, (low * 1.08).min(high)) } else { (top * 0.9, high) };
    steps(low, high, 40).chain(steps(edge.0, edge.1, 24)).map(of).fold(f64::MIN, f64::max)
}

/// The loudest of the tones in the top fortieth below the Nyquist frequency, in dB.
pub(crate) fn top(pair: Pair, candidate: &Candidate) -> f64 {
    let (low, high) = (pair.nyquist() * 0.975, pair.nyquist() * 0.999);
    steps(low, high, 12).map(|frequency| gain(pair, candidate, frequency)).fold(f64::MIN, f64::max)
}

/// How far tones up to a share of the Nyquist frequency come out too loud or too quiet at most, in dB.
pub(crate) fn deviation(pair: Pair, candidate: &Candidate, share: f64) -> f64 {
    let gains = steps(100.0, pair.nyquist() * share, 40).map(|frequency| gain(pair, candidate, frequency));
    gains.fold(0.0, |worst: f64, gain| if gain.abs() > worst.abs() { gain } else { worst })
}

/// Where a tone has lost 3 dB, in Hz.
pub(crate) fn corner(pair: Pair, candidate: &Candidate) -> f64 {
    let (mut low, mut high) = (pair.nyquist() * 0.3, pair.nyquist());
    while high - low > 5.0 {
        let middle = (low + high) / 2.0;
        if gain(pair, candidate, middle) > -3.0 { low = middle } else { high = middle }
    }
    low
}
