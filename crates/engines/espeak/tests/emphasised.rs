//! Words that stand out, or stand back.

mod rig;

use rig::{espeak, heard, request, sounds, spoken};
use speech::{ByteSpan, Emphasis, Emphasised, Pronounced, SampleCount, SpokenText};

/// How a word is heard.
#[derive(Debug, Clone, Copy)]
struct Heard {
    /// Seconds.
    length: f64,
    /// Root mean square of its samples.
    level: f64,
    /// The highest pitch in it, in hertz.
    pitch: f64,
}

/// The text with this word of it standing out.
fn emphasised(text: &str, word: &str, level: Option<Emphasis>) -> SpokenText {
    let start = text.find(word).expect("the word is there");
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
    ("en-us", "We told you her green door was open.", "green"),
    ("en-gb", "We told you her green door was open.", "told"),
    ("de", "Wir haben dir gesagt, dass die grüne Tür offen war.", "grüne"),
    ("fr-fr", "Je vous ai dit que la porte verte était ouverte.", "verte"),
    ("es", "Te dijimos que la puerta verde estaba abierta.", "verde"),
    ("it", "Ti abbiamo detto che la porta verde era aperta.", "verde"),
    ("ru", "Мы сказали тебе, что зелёная дверь была открыта.", "зелёная"),
    ("tr", "Sana yeşil kapının açık olduğunu söyledik.", "yeşil"),
    ("pl", "Powiedzieliśmy ci, że zielone drzwi są otwarte.", "zielone"),
    ("cmn", "我 跟 你 说 过 绿 色 的 门 是 开 着 的。", "绿"),
];

/// What the word is to the same one where it does not stand out, and the rest of the sentence to the same rest.
struct Compared {
    length: f64,
    level: f64,
    pitch: f64,
    rest_length: f64,
    rest_level: f64,
}

fn compare(voice: &str, text: &str, word: &str, level: Emphasis) -> Compared {
    let is_it = |unit: &speech::WordSource| text[unit.spoken.range()].starts_with(word);
    let index = spoken(text).words.iter().position(is_it).expect("the word is there");
    let plain = listen(voice, emphasised(text, word, None));
    let other = listen(voice, emphasised(text, word, Some(level)));
    assert_eq!(plain.len(), other.len(), "{voice}");
    let of = |what: fn(&Heard) -> f64| what(&other[index]) / what(&plain[index]);
    let sum = |words: &[Heard], what: fn(&Heard) -> f64| {
        words.iter().enumerate().filter(|(at, _)| *at != index).map(|(_, heard)| what(heard)).sum::<f64>()
    };
    let rest = |what| sum(&other, what) / sum(&plain, what);
    Compared {
        length: of(|heard| heard.length),
        level: of(|heard| heard.level),
        pitch: of(|heard| heard.pitch),
        rest_length: rest(|heard| heard.length),
        rest_level: rest(|heard| heard.level),
    }
}

#[test]
fn a_word_that_stands_out_is_longer_and_louder_and_not_lower() {
    for (voice, text, word) in TEXTS {
        for (level, longer, louder) in [(Emphasis::Strong, 1.15, 1.3), (Emphasis::Moderate, 1.1, 1.1)] {
            let Compared { length, level: loudness, pitch, .. } = compare(voice, text, word, level);
            let told =
                format!("{voice} {level:?}: length {length:.2}, level {loudness:.2}, pitch {pitch:.2}");
            assert!(length > longer && loudness > louder && pitch > 0.85, "{told}");
        }
    }
}

#[test]
fn a_word_that_stands_back_is_softer() {
    for (voice, text, word) in TEXTS {
        let Compared { length, level, pitch, .. } = compare(voice, text, word, Emphasis::Reduced);
        let told = format!("{voice}: length {length:.2}, level {level:.2}, pitch {pitch:.2}");
        assert!(level < 0.7 && (0.95..1.1).contains(&length) && (0.9..1.1).contains(&pitch), "{told}");
    }
}

#[test]
fn the_rest_of_the_sentence_stays() {
    for (voice, text, word) in TEXTS {
        let Compared { rest_length, rest_level, .. } = compare(voice, text, word, Emphasis::Strong);
        let told = format!("{voice}: length {rest_length:.2}, level {rest_level:.2}");
        assert!((0.95..1.06).contains(&rest_length) && (0.9..1.1).contains(&rest_level), "{told}");
    }
}

/// A command that is not obeyed would be read: "four F".
#[test]
fn no_command_is_read_aloud() {
    let engine = espeak();
    for (voice, text, word) in TEXTS {
        let plain = sounds(&engine, voice, &emphasised(text, word, None));
        assert_eq!(
            sounds(&engine, voice, &emphasised(text, word, Some(Emphasis::Reduced))),
            plain,
            "{voice}"
        );
    }
    let every_other = |text: &str| {
        let text = spoken(text);
        let words = text.words.iter().step_by(2);
        let emphasised =
            words.map(|word| Emphasised { span: word.spoken, level: Emphasis::Reduced }).collect();
        SpokenText { emphasised, ..text }
    };
    for text in ["tin ".repeat(300), "tin, ".repeat(300), "\"tin\" (tin). ".repeat(100), "tén ".repeat(300)]
    {
        let plain = sounds(&engine, "en-us", &spoken(text.trim()));
        assert!(sounds(&engine, "en-us", &every_other(text.trim())) == plain, "{}", &text[..9]);
    }
}

#[test]
fn sounds_of_its_own_stand_out_too() {
    let engine = espeak();
    let text = emphasised("We went to Crete in the end.", "Crete", Some(Emphasis::Strong));
    let pronounced = vec![Pronounced { spoken: text.emphasised[0].span, ipa: "kɹiːt".into() }];
    let plain = SpokenText { emphasised: Vec::new(), pronounced: pronounced.clone(), ..text.clone() };
    let text = SpokenText { pronounced, ..text };
    assert_eq!(sounds(&engine, "en-us", &text), sounds(&engine, "en-us", &plain));
    let (loud, plain) = (listen("en-us", text), listen("en-us", plain));
    assert!(loud[3].level > 1.2 * plain[3].level && loud[3].length > 1.05 * plain[3].length);
}

/// Three phrases, the first and last of which are heard as they were.
#[test]
fn a_phrase_without_spaces_around_it_stands_out_alone() {
    let of = |level| listen("ja", emphasised("会議はとても大切です。", "とても", level));
    let (plain, loud) = (of(None), of(Some(Emphasis::Strong)));
    assert_eq!((plain.len(), loud.len()), (3, 3));
    let louder: Vec<_> = loud.iter().zip(&plain).map(|(loud, plain)| loud.level / plain.level).collect();
    assert!(louder[1] > 1.2 && louder[0] < 1.1 && louder[2] < 1.1, "{louder:?}");
}

/// Every other word begins with the sound that it begins with where nothing stands out.
#[test]
fn word_times_stay_exact() {
    for (voice, text, word) in TEXTS {
        let at = text.find(word).unwrap();
        let onsets = |text: SpokenText| -> Vec<String> {
            let piece = heard(&espeak(), &request(voice, text));
            let first = |start: SampleCount| piece.phonemes.iter().find(|phoneme| phoneme.start >= start);
            let onsets = piece.words.iter().filter(|unit| unit.source.start != at).map(|word| {
                let first = first(word.start).expect("a word has sounds");
                assert_eq!(first.start, word.start, "{voice}");
                first.ipa.trim_start_matches(['ˈ', 'ˌ']).to_owned()
            });
            onsets.collect()
        };
        let plain = onsets(emphasised(text, word, None));
        assert_eq!(onsets(emphasised(text, word, Some(Emphasis::Strong))), plain, "{voice}");
    }
}
