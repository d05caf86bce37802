//! Word times against the engine's own phonemes and against the sound, in several languages and at several speeds.

mod rig;

use engine::{AUDIBLE, Piece};
use rig::{espeak, heard, request, spoken};
use speech::{Speed, VoiceSettings};

/// Samples in a millisecond.
const PER_MILLISECOND: f64 = 22.05;
/// At the usual pace a gap of this length between two words is a pause.
const PAUSE_MS: f64 = 60.0;

const TEXTS: &[(&str, &str)] = &[
    (
        "en-us",
        "Take ten, please, but keep one. People came, and the old man, who was tired, said: good night! Fine; \
         she knows. Just cool, big, green, happy things. Very thin, that shade.",
    ),
    (
        "de",
        "Der Apfel, sagte er, ist schön, und zwar sehr. Plötzlich kam, ganz leise, die Katze. Tee, bitte! Nein, \
         danke, heute nicht. Ja, wir fahren, vielleicht, morgen.",
    ),
    (
        "fr-fr",
        "Bonjour, monsieur, comment va Claire? Très bien, merci, et vous? Paul, Jean, tout le monde, venez. \
         Demain, peut-être, quand il fera beau.",
    ),
    (
        "es",
        "Hola, amigo, buenos días. Toma, por favor, esta carta, querida. Gracias, señor, hasta luego. Pedro, \
         Juan, Clara, todos, vengan.",
    ),
    (
        "it",
        "Buongiorno, signora, come sta? Prego, entri, per favore. Carlo, Giulia, Pietro, tutti, venite qui. \
         Domani, forse, quando torna.",
    ),
    ("hi", "नमस्ते, राम, आप कैसे हैं? कल, शायद, हम मिलेंगे। पानी, चाय, दूध, सब है।"),
];

fn at(voice: &str, text: &str, speed: f64) -> Piece {
    let settings =
        VoiceSettings { speed: Speed::new(speed).expect("it is in range"), ..VoiceSettings::default() };
    heard(&espeak(), &engine::SynthesisRequest { settings, ..request(voice, spoken(text)) })
}

/// The names of the phonemes that begin in each word.
fn sounds(whole: &Piece) -> Vec<String> {
    let within = |word: &speech::SpokenWord| {
        let own = whole.phonemes.iter().filter(|phoneme| (word.start..word.end).contains(&phoneme.start));
        own.map(|phoneme| phoneme.ipa.as_str()).collect()
    };
    whole.words.iter().map(within).collect()
}

#[test]
fn each_word_has_the_phonemes_that_the_engine_says_it_with_and_begins_with_the_first() {
    let engine = espeak();
    for (voice, text) in TEXTS {
        let ipa = engine.phonemes(&spoken(text), &(*voice).into()).unwrap();
        // Some words are written together. Long consonants are told of without their sign.
        let said = ipa.replace(char::is_whitespace, "").replace('ː', "");
        for speed in [1.0, 0.5, 2.0] {
            let whole = at(voice, text, speed);
            assert_eq!(whole.words.len(), text.split(' ').count(), "{voice}");
            assert_eq!(
                sounds(&whole).concat().replace('ː', ""),
                said,
                "{voice} at {speed}: a phoneme lies outside of the words"
            );
            for word in &whole.words {
                let begins = whole.phonemes.iter().any(|phoneme| phoneme.start == word.start);
                assert!(
                    begins,
                    "{voice} at {speed}: {:?} begins with no phoneme",
                    &text[word.source.range()]
                );
            }
        }
    }
}

#[test]
fn words_of_one_breath_each_have_their_own_phonemes() {
    let own = |voice: &str, text: &str| sounds(&at(voice, text, 1.0));
    assert_eq!(own("en-us", "Take ten cups, please."), ["tˈeɪk", "tˈɛn", "kˈʌps", "plˈiːz"]);
    assert_eq!(own("de", "Der Apfel ist reif."), ["dɛɾ", "ˈapfəl", "ɪst", "rˈaɪf"]);
    assert_eq!(own("es", "Hola, buenos días."), ["ˈola", "bwˈenos", "ðˈias"]);
    assert_eq!(own("it", "Come sta Giulia?"), ["kˌome", "stˈa", "dʒˈulia"]);
}

#[test]
fn what_is_read_aloud_without_letters_has_a_time_and_what_is_not_has_none() {
    let words = |voice: &str, text: &str| -> Vec<String> {
        let own = at(voice, text, 1.0).words;
        own.iter().map(|word| text[word.source.range()].to_owned()).collect()
    };
    assert_eq!(words("en-us", "Salt & pepper — 5 %"), ["Salt", "&", "pepper", "5", "%"]);
    assert_eq!(words("de", "Gut ! 🎉 … ja"), ["Gut", "🎉", "ja"]);
}

#[test]
fn words_run_forward_and_lie_inside_the_sound() {
    for (voice, text) in TEXTS {
        for speed in [0.25, 0.5, 1.0, 2.0, 4.0] {
            let whole = at(voice, text, speed);
            assert!(whole.words.iter().all(|word| word.start < word.end), "{voice} at {speed}");
            assert!(whole.words.windows(2).all(|pair| pair[0].end <= pair[1].start), "{voice} at {speed}");
            let last = whole.words.last().unwrap().end.0;
            assert!(last <= whole.samples.len() as u64, "{voice} at {speed}");
        }
    }
}

/// Where each pause is: the end of the word before it and the start of the word after it, and where the sound has ended
/// and begins again.
fn pauses(whole: &Piece, speed: f64) -> Vec<([usize; 2], [usize; 2])> {
    let is_audible = |sample: &f32| sample.abs() >= AUDIBLE;
    let gaps = whole.words.windows(2).map(|pair| [pair[0].end.0 as usize, pair[1].start.0 as usize]);
    let pauses = gaps.filter(|[end, start]| (start - end) as f64 * speed > PAUSE_MS * PER_MILLISECOND);
    let sounds = |[end, start]: [usize; 2]| {
        let (before, after) = whole.samples.split_at((end + start) / 2);
        let last = before.iter().rposition(is_audible).expect("a word was heard") + 1;
        [last, before.len() + after.iter().position(is_audible).expect("a word is heard")]
    };
    pauses.map(|gap| (gap, sounds(gap))).collect()
}

/// The bounds are what was measured, rounded up: libsonic, which lengthens and shortens the sound at the speeds that the
/// engine itself cannot speak at, deals in whole periods of the voice.
#[test]
fn after_a_pause_a_word_begins_where_its_sound_does_and_before_one_ends_no_later_than_it() {
    for (speed, most_ms) in [(0.3, 15.0), (0.5, 2.0), (1.0, 2.0), (2.0, 8.0), (4.0, 8.0)] {
        let mut found = 0;
        for (voice, text) in TEXTS {
            for ([end, start], [fades, sounds]) in pauses(&at(voice, text, speed), speed) {
                let late = (sounds as f64 - start as f64).abs() / PER_MILLISECOND;
                assert!(late <= most_ms, "{voice} at {speed}: a word begins {late} ms beside its sound");
                let over = (fades as f64 - end as f64) / PER_MILLISECOND;
                assert!(
                    over <= most_ms.max(1.0) * 1.5,
                    "{voice} at {speed}: a word sounds {over} ms after its end"
                );
                found += 1;
            }
        }
        assert!(found > 60, "only {found} pauses at {speed}");
    }
}
