//! Words that stand out, or stand back.

mod rig;

use rig::{espeak, heard, pieces, request, samples, spoken, words};
use speech::{ByteSpan, Emphasis, Emphasised, SampleCount, SpokenText};

/// How a word is heard.
#[derive(Debug, Clone, Copy)]
struct Heard {
    start: u64,
    /// Seconds.
    length: f64,
    /// Root mean square of its samples.
    level: f64,
    /// The highest pitch in it, in hertz.
    pitch: f64,
}

/// The text with this word of it standing out.
fn emphasised(text: &str, word: &str, level: Option<Emphasis>) -> SpokenText {
    let start = text.find(word).unwrap();
    let span = ByteSpan::new(start, start + word.len());
    let emphasised = level.map(|level| Emphasised { span, level }).into_iter().collect();
    SpokenText { emphasised, ..spoken(text) }
}

/// The words of a text, each as it is heard.
fn listen(voice: &str, text: SpokenText) -> Vec<Heard> {
    let piece = heard(&espeak(), &request(voice, text));
    let of = |start: SampleCount, end: SampleCount| {
        let sound = &piece.samples[start.0 as usize..end.0 as usize];
        let energy: f64 = sound.iter().map(|sample| f64::from(*sample).powi(2)).sum();
        Heard {
            start: start.0,
            length: sound.len() as f64 / 22_050.0,
            level: (energy / sound.len() as f64).sqrt(),
            pitch: highest(sound),
        }
    };
    piece.words.iter().map(|word| of(word.start, word.end)).collect()
}

/// The highest pitch of any tenth of a second that has a clear one: by autocorrelation, 60 to 400 Hz.
fn highest(sound: &[f32]) -> f64 {
    let windows = sound.windows(1_100).step_by(220);
    windows.filter_map(pitch).fold(0.0, f64::max)
}

fn pitch(window: &[f32]) -> Option<f64> {
    let similar = |lag: usize| {
        let (mut both, mut own, mut other) = (0.0, 1e-9, 1e-9);
        for (a, b) in window.iter().zip(&window[lag..]) {
            both += a * b;
            own += a * a;
            other += b * b;
        }
        both / (own * other).sqrt()
    };
    let scores: Vec<(usize, f32)> = (55..368).map(|lag| (lag, similar(lag))).collect();
    let best = scores.iter().map(|(_, score)| *score).fold(0.0, f32::max);
    // The first that is nearly the best, or else the pitch is halved.
    let (lag, _) = scores.into_iter().find(|(_, score)| *score > 0.9_f32.max(0.97 * best))?;
    Some(22_050.0 / lag as f64)
}

const TEXTS: &[(&str, &str, &str)] = &[
    ("en-us", "We told you that the green door was open.", "green"),
    ("en-gb", "We told you that the green door was open.", "told"),
    ("de", "Wir haben dir gesagt, dass die grüne Tür offen war.", "grüne"),
    ("fr-fr", "Je vous ai dit que la porte verte était ouverte.", "verte"),
    ("es", "Te dijimos que la puerta verde estaba abierta.", "verde"),
    ("it", "Ti abbiamo detto che la porta verde era aperta.", "verde"),
    ("ru", "Мы сказали тебе, что зелёная дверь была открыта.", "зелёная"),
    ("tr", "Sana yeşil kapının açık olduğunu söyledik.", "yeşil"),
    ("pl", "Powiedzieliśmy ci, że zielone drzwi są otwarte.", "zielone"),
    ("cmn", "我 跟 你 说 过 绿 色 的 门 是 开 着 的。", "绿"),
];

#[test]
fn table() {
    for (voice, text, word) in TEXTS {
        let index =
            spoken(text).words.iter().position(|unit| text[unit.spoken.range()].starts_with(word)).unwrap();
        let plain = listen(voice, emphasised(text, word, None));
        for level in [Emphasis::Strong, Emphasis::Moderate, Emphasis::Reduced] {
            let loud = listen(voice, emphasised(text, word, Some(level)));
            let r = |f: fn(&Heard) -> f64| f(&loud[index]) / f(&plain[index]);
            let rest = |f: fn(&Heard) -> f64| {
                let s = |h: &[Heard]| {
                    h.iter().enumerate().filter(|(i, _)| *i != index).map(|(_, h)| f(h)).sum::<f64>()
                };
                s(&loud) / s(&plain)
            };
            println!(
                "{voice:6} {level:?} length {:.2} level {:.2} pitch {:.2} rest: length {:.2} level {:.2} words {} {}",
                r(|h| h.length),
                r(|h| h.level),
                r(|h| h.pitch),
                rest(|h| h.length),
                rest(|h| h.level),
                plain.len(),
                loud.len()
            );
        }
    }
}
