//! Speed from a quarter to four times: as long as it says, at the same pitch, with times that stay with their sound.

mod rig;

#[path = "../examples/loudness/passage.rs"]
mod passage;

use engine::conformance::plain_request;
use engine::{AUDIBLE, Piece, SynthesisRequest};
use engine_espeak::Espeak;
use rig::{espeak, heard};
use speech::{Speed, VoiceSettings};

const TEXT: &str = "In the morning the women of the village carry their woollen blankets down to the river, \
                    and all the while they are murmuring of a long, long winter.";
const SPEEDS: [f64; 11] = [0.25, 0.3, 0.4, 0.5, 0.7, 0.85, 1.25, 1.5, 2.0, 3.0, 4.0];
const RATE: f32 = 22_050.0;

fn at(espeak: &Espeak, voice: &str, text: &str, speed: f64) -> Piece {
    let settings =
        VoiceSettings { speed: Speed::new(speed).expect("it is in range"), ..VoiceSettings::default() };
    heard(espeak, &SynthesisRequest { settings, ..plain_request(text, &voice.into()) })
}

/// Most languages keep to it within three hundredths. Some are further off at the ends of what eSpeak NG does itself, 0.49
/// and 1.26, for each has lengths of sounds of its own; beyond those libsonic adds nothing to it.
#[test]
fn the_length_follows_the_speed() {
    let espeak = espeak();
    for (voice, within) in
        [("en-us", 0.03), ("en-us+f3", 0.03), ("de", 0.03), ("fr-fr", 0.05), ("cmn", 0.12), ("ru", 0.12)]
    {
        let length = |speed| {
            let texts = passage::passage(voice);
            let spoken = texts.iter().take(2).map(|text| at(&espeak, voice, text, speed).samples.len());
            spoken.sum::<usize>() as f64
        };
        let usual = length(1.0);
        let off = SPEEDS.map(|speed| length(speed) * speed / usual - 1.0);
        println!("{voice}: {off:.3?}");
        assert!(off.iter().all(|off| off.abs() < within), "{voice}: off by {off:.3?} at {SPEEDS:?}");
    }
}

#[test]
fn words_run_forwards_and_stay_inside_the_audio() {
    let espeak = espeak();
    for speed in SPEEDS {
        let heard = at(&espeak, "en-us", TEXT, speed);
        assert_eq!(heard.words.len(), 28, "at {speed}");
        assert!(heard.words.iter().all(|word| word.start < word.end), "at {speed}");
        assert!(heard.words.windows(2).all(|pair| pair[0].end <= pair[1].start), "at {speed}");
        assert!(heard.words[27].end.0 <= heard.samples.len() as u64, "at {speed}");
    }
}

/// The longest silence in a stretch of sound.
fn longest_silence(samples: &[f32]) -> std::ops::Range<usize> {
    let mut longest = 0..0;
    let mut since = 0;
    for (at, sample) in samples.iter().enumerate() {
        if sample.abs() >= AUDIBLE {
            since = at + 1;
        } else if at + 1 - since > longest.len() {
            longest = since..at + 1;
        }
    }
    longest
}

/// Within 6 ms of the voice's own pace: what is silence is told before the voice gets its level, and slower sound is
/// lengthened by whole periods of the voice.
#[test]
fn a_word_before_a_comma_ends_where_its_silence_begins() {
    let espeak = espeak();
    let text =
        "In the end we all came along, even those who never knew him, and nobody ever regretted a thing.";
    for speed in SPEEDS.into_iter().chain([1.0]) {
        let heard = at(&espeak, "en-us", text, speed);
        for comma in [6, 12] {
            let (word, next) = (&heard.words[comma], &heard.words[comma + 1]);
            let from = word.start.0 as usize;
            let silence = longest_silence(&heard.samples[from..next.start.0 as usize]);
            let off = (word.end.0 as usize).abs_diff(from + silence.start);
            let most = (132.0 / speed.min(1.0)) as usize;
            assert!(silence.len() > 330 && off < most, "at {speed}: word {comma} is off by {off} samples");
        }
    }
}

/// The sum of products of a frame with itself, so many samples later, in proportion to its energy.
fn likeness(samples: &[f32], lag: usize) -> f32 {
    let dot = |one: &[f32], other: &[f32]| one.iter().zip(other).map(|(a, b)| a * b).sum::<f32>();
    let (one, other) = (&samples[..samples.len() - lag], &samples[lag..]);
    dot(one, other) / (dot(one, one) * dot(other, other)).sqrt().max(1e-9)
}

/// 25 ms at half the rate: short enough for melody to stand still at the highest speed.
const FRAME: usize = 280;
/// From 370 to 80 Hz.
const LAGS: std::ops::Range<usize> = 30..138;

/// The period of a voiced frame in samples: the shortest of those lags that repeat it nearly best.
fn period(frame: &[f32]) -> Option<usize> {
    let energy = frame.iter().map(|sample| sample * sample).sum::<f32>() / frame.len() as f32;
    let likenesses: Vec<f32> = (LAGS.start - 1..=LAGS.end).map(|lag| likeness(frame, lag)).collect();
    let best = likenesses.iter().copied().fold(0.0, f32::max);
    let is_peak = |near: &[f32]| near[1] > 0.9 * best && near[1] >= near[0] && near[1] >= near[2];
    let first = likenesses.windows(3).position(is_peak)?;
    (energy > 1e-4 && best > 0.7).then_some(LAGS.start + first)
}

/// The median fundamental in Hz.
fn fundamental(samples: &[f32]) -> f32 {
    let halved: Vec<f32> = samples.chunks_exact(2).map(|pair| (pair[0] + pair[1]) / 2.0).collect();
    let step = halved.len() / 500;
    let starts = (0..halved.len() - FRAME).step_by(step);
    let mut periods: Vec<usize> = starts.filter_map(|at| period(&halved[at..at + FRAME])).collect();
    periods.sort_unstable();
    RATE / 2.0 / periods[periods.len() / 2] as f32
}

#[test]
fn the_pitch_stays() {
    let espeak = espeak();
    for voice in ["en-us", "en-us+f3"] {
        let usual = fundamental(&at(&espeak, voice, TEXT, 1.0).samples);
        assert!((60.0..300.0).contains(&usual), "{usual} Hz");
        for speed in SPEEDS {
            let hz = fundamental(&at(&espeak, voice, TEXT, speed).samples);
            println!("{voice} at {speed}: {hz:.1} Hz instead of {usual:.1}");
            assert!((hz / usual - 1.0).abs() < 0.05, "{voice} at {speed}: {hz} Hz instead of {usual}");
        }
    }
}
