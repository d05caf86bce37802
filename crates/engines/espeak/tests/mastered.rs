//! What a listener hears of the embedded voices: one level, no silence before it, the pause that the text asks for.

mod rig;

#[path = "../examples/loudness/measure.rs"]
mod measure;
#[path = "../examples/loudness/passage.rs"]
mod passage;

use engine::conformance::plain_request;
use engine::{AUDIBLE, Engine, EngineError, Piece, SynthesisRequest};
use engine_espeak::Espeak;
use mastering::{CEILING, TARGET};
use rig::{espeak, heard, pieces};

/// A sentence with a comma in it, its two halves apart, by voice. Each half ends and begins with a voiced sound.
const SENTENCES: &[(&str, [&str; 2])] = &[
    ("en-us", ["In the end we all came along,", "even those who never knew him."]),
    ("de", ["Am Ende kamen alle mit,", "auch die anderen."]),
    ("fr-fr", ["Nous avons vu la mer,", "elle était calme."]),
    ("es", ["Mañana no voy a ir,", "ella no quiere venir."]),
    ("it", ["Domani andiamo al mare,", "amore mio."]),
    ("pl", ["Jutro jedziemy nad morze,", "a oni nie wiedzą."]),
    ("ru", ["Мы видели море,", "и оно было спокойно."]),
    ("tr", ["Yarın denize gidiyoruz,", "ama annem gelmiyor."]),
    ("cmn", ["今天我们去海边，", "妈妈也要来。"]),
    ("hi", ["आज हम नदी पर गए,", "माँ भी आई।"]),
    ("en-us+f3", ["In the end we all came along,", "even those who never knew him."]),
];

/// 22 050 samples a second.
const MILLISECOND: usize = 22;

fn say(espeak: &Espeak, voice: &str, text: &str) -> Piece {
    heard(espeak, &SynthesisRequest { ending: text::ending_of(text), ..plain_request(text, &voice.into()) })
}

/// The factor that brings a voice to the level of all.
fn gain(espeak: &Espeak, voice: &str) -> f32 {
    let card = espeak.card().voice(&voice.into()).expect("it is listed");
    card.loudness.expect("it was measured").gain_to(TARGET)
}

/// Silent samples at the beginning and at the end.
fn silences(samples: &[f32]) -> (usize, usize) {
    // But for what rounding does.
    let quiet = |sample: &&f32| sample.abs() < AUDIBLE * 1.001;
    (samples.iter().take_while(quiet).count(), samples.iter().rev().take_while(quiet).count())
}

#[test]
fn every_listed_voice_was_measured() {
    for card in &espeak().card().voices {
        let loudness = card.loudness.unwrap_or_else(|| panic!("{} has no line in loudness.txt", card.id));
        assert!((-30.0..-10.0).contains(&loudness.lufs()), "{} has {loudness} LUFS", card.id);
    }
}

/// What a voice agent says, which no voice was measured with.
const AGENTS: &[(&str, &str)] = &[
    (
        "en-us",
        "Thank you for calling. Your order was shipped this morning and should reach you on Thursday. Is there anything \
         else that I can help you with today?",
    ),
    (
        "de+f3",
        "Vielen Dank für Ihren Anruf. Ihre Bestellung wurde heute früh verschickt und kommt am Donnerstag bei Ihnen an. \
         Kann ich sonst noch etwas für Sie tun?",
    ),
    (
        "fr-fr",
        "Merci de votre appel. Votre commande est partie ce matin et devrait vous parvenir jeudi. Puis-je faire autre \
         chose pour vous?",
    ),
    (
        "es",
        "Gracias por su llamada. Su pedido salió esta mañana y debería llegar el jueves. ¿Puedo ayudarle en algo más?",
    ),
    (
        "it+f3",
        "Grazie per la chiamata. Il suo ordine è partito stamattina e dovrebbe arrivare giovedì. Posso aiutarla in altro \
         modo?",
    ),
    (
        "ru",
        "Спасибо за звонок. Ваш заказ отправлен сегодня утром и должен прийти в четверг. Могу ли я ещё чем-нибудь помочь?",
    ),
    ("cmn", "感谢您的来电。您的订单今天早上已经发出，应该在星期四送到。请问还有什么可以帮您的吗？"),
];

/// The loudest and the least loud by themselves, women and men.
#[test]
fn all_voices_have_one_level() {
    let espeak = espeak();
    let numbers = "37 4 22 11 35 19 2 26, 31 7 14 40 16 23 9 33, 1 39 25 12 30 6 17 21, 34 5 27 10 36 3.";
    let others = ["en-us+m8", "en-us+f1", "ab", "haw", "mi", "sw", "ko+f3", "lv+f3"];
    for (voice, text) in AGENTS.iter().copied().chain(others.map(|voice| (voice, numbers))) {
        let samples = say(&espeak, voice, text).samples;
        let loudness = measure::integrated(&samples, 22_050).unwrap();
        println!("{voice} has {loudness} LUFS");
        assert!((loudness.lufs() - TARGET.lufs()).abs() < 1.0, "{voice} has {loudness} LUFS");
        assert!(samples.iter().all(|sample| sample.abs() <= CEILING), "{voice} is too loud somewhere");
    }
}

/// The stored figures are those of the voices that are in this build.
#[test]
fn the_stored_loudness_is_that_of_the_voice() {
    let espeak = espeak();
    for voice in ["en-us", "de+f3", "cmn"] {
        let card = espeak.card().voice(&voice.into()).unwrap();
        let (stored, now) = (card.loudness.unwrap(), measure::loudness_of(&espeak, card).unwrap());
        assert!(
            (stored.lufs() - now.lufs()).abs() < 0.5,
            "{voice} is stored with {stored} and has {now} LUFS"
        );
    }
}

#[test]
fn silence_before_a_segment_is_short_and_after_it_exact() {
    let espeak = espeak();
    for (voice, [_, text]) in SENTENCES {
        let bare = text.trim_end_matches(['.', '।', '。']);
        for (end, pause) in [(".", 6_615), (",", 3_307), (";", 4_961), ("", 1_323)] {
            let text = format!("{bare}{end}");
            let raw = pieces(&espeak, &plain_request(&text, &(*voice).into())).unwrap();
            let raw = rig::samples(&raw);
            let audible = AUDIBLE / gain(&espeak, voice);
            let last = raw.iter().rposition(|sample| sample.abs() >= audible).unwrap();
            let first = raw.iter().position(|sample| sample.abs() >= audible).unwrap();
            let heard = say(&espeak, voice, &text).samples;
            assert_eq!(heard.len(), first.min(44) + (last + 1 - first) + pause, "{voice} before `{end}`");
            let (before, after) = silences(&heard);
            assert!(before <= 5 * MILLISECOND, "{voice}: {before} samples of silence before it");
            assert!(after >= pause, "{voice}: {after} samples of silence after it");
        }
    }
}

/// The longest silence in the middle of some sound.
fn pause_within(samples: &[f32]) -> usize {
    let mut longest = 0;
    let mut quiet = 0;
    for sample in &samples[..samples.iter().rposition(|sample| sample.abs() >= AUDIBLE).expect("it sounds")] {
        quiet = if sample.abs() < AUDIBLE { quiet + 1 } else { 0 };
        longest = longest.max(quiet);
    }
    longest
}

/// The silence after the first of two texts, within one segment and at the border of two, in milliseconds.
fn pauses(espeak: &Espeak, voice: &str, one: &str, two: &str) -> (usize, usize) {
    let within = pause_within(&say(espeak, voice, &format!("{one} {two}")).samples);
    let apart: Vec<f32> = [one, two].iter().flat_map(|half| say(espeak, voice, half).samples).collect();
    (within / MILLISECOND, pause_within(&apart) / MILLISECOND)
}

/// eSpeak NG puts a few milliseconds before some sounds; the echo of a variant of tone fills a pause within a text, and
/// is waited for at the end of a segment.
#[test]
fn a_pause_is_as_long_between_segments_as_within_one() {
    let espeak = espeak();
    for (voice, [one, two]) in SENTENCES.iter().filter(|(voice, _)| !voice.contains('+')) {
        let (within, between) = pauses(&espeak, voice, one, two);
        assert!(within.abs_diff(between) < 30, "{voice}: {within} ms within, {between} ms between");
    }
}

/// Two halves without the mark between them, the second beginning as a sentence does.
const HALVES: &[(&str, [&str; 2])] = &[
    ("en-us", ["In the end we all came along", "Even those who never knew him."]),
    ("de", ["Am Ende kamen alle mit", "Auch die anderen."]),
    ("es", ["Mañana no voy a ir", "Ella no quiere venir."]),
    ("fr-fr", ["Nous avons vu la mer", "Elle était calme."]),
];

/// By how many milliseconds the silence within a text is longer than that at a border. eSpeak NG rests longer after `!`,
/// and behind what closes a quotation or a bracket it rests once more; it does not rest at line ends and hyphens.
const LONGER_WITHIN: &[(&str, std::ops::RangeInclusive<isize>)] = &[
    (".", -5..=5),
    ("?", -5..=5),
    ("?!", -5..=5),
    ("..", -5..=5),
    (".\n", -5..=5),
    (".\n\n", -5..=5),
    (",", -5..=5),
    (";", -5..=5),
    (":", -5..=5),
    ("—", -5..=5),
    (" —", -5..=5),
    (" –", -5..=5),
    ("…", -5..=5),
    ("...", -5..=5),
    ("....", -5..=5),
    (". 😊", -5..=5),
    ("!", 30..=45),
    (".”", 100..=120),
    (".)", 100..=120),
    (",”", 100..=120),
    ("!”", 140..=155),
    ("", -15..=55),
    (" -", -45..=-25),
    ("\n", -105..=-25),
    ("\n\n", -255..=-175),
];

#[test]
fn a_pause_within_is_as_much_longer_as_the_page_on_mastering_says() {
    let espeak = espeak();
    for (voice, [one, two]) in HALVES {
        for (mark, expected) in LONGER_WITHIN {
            let (within, between) = pauses(&espeak, voice, &format!("{one}{mark}"), two);
            let longer = within as isize - between as isize;
            assert!(expected.contains(&longer), "{voice} {mark:?}: {within} ms within, {between} ms between");
        }
    }
}

/// A variant that nobody measured is not silently heard at another level.
#[test]
fn a_voice_that_is_not_listed_is_refused_by_mastering() {
    let espeak = espeak();
    let request = plain_request("Hallo.", &"de+f2".into());
    assert!(espeak.begin(&request).is_ok());
    let refused = mastering::begin(&espeak, &request).err();
    assert!(matches!(refused, Some(EngineError::UnknownVoice(_))));
}

#[test]
fn times_move_with_the_sound_and_end_inside_of_it() {
    let espeak = espeak();
    for (voice, halves) in SENTENCES {
        let request = plain_request(&halves.join(" "), &(*voice).into());
        let raw = pieces(&espeak, &request).unwrap();
        let audible = AUDIBLE / gain(&espeak, voice);
        let begins = rig::samples(&raw).iter().position(|sample| sample.abs() >= audible).unwrap();
        let cut = begins.saturating_sub(44) as u64;
        let heard = heard(&espeak, &request);
        let moved: Vec<_> = rig::words(&raw)
            .iter()
            .map(|word| (word.start.0.saturating_sub(cut), word.end.0 - cut))
            .collect();
        let told: Vec<_> = heard.words.iter().map(|word| (word.start.0, word.end.0)).collect();
        assert_eq!(told, moved, "{voice}");
        assert!(told.last().unwrap().1 <= heard.samples.len() as u64);
    }
}

/// Nobody waits a step longer for it: it is the engine's first, less the look-ahead and what may yet be a pause.
#[test]
fn the_first_piece_is_enough_for_a_first_chunk() {
    let espeak = espeak();
    for (voice, [text, _]) in SENTENCES {
        let mut synthesis = mastering::begin(&espeak, &plain_request(text, &(*voice).into())).unwrap();
        let first = synthesis.next().unwrap().unwrap().samples.len();
        assert!((20 * MILLISECOND..=882).contains(&first), "{voice}: {first} samples");
    }
}

#[test]
fn a_short_answer_stays_short() {
    let espeak = espeak();
    let length = |text| say(&espeak, "en-us", text).samples.len();
    assert!(length("No") < 450 * MILLISECOND, "{} samples", length("No"));
    assert_eq!(length("No.") - length("No"), 6_615 - 1_323);
}

#[test]
fn the_volume_moves_the_level_and_nothing_else() {
    let espeak = espeak();
    let at = |volume| {
        let volume = speech::Volume::new(volume).unwrap();
        let settings = speech::VoiceSettings { volume, ..speech::VoiceSettings::default() };
        let request = plain_request("We were all there, and so was she.", &"en-us".into());
        heard(&espeak, &SynthesisRequest { settings, ..request })
    };
    let (usual, half, none) = (at(1.0), at(0.5), at(0.0));
    assert!(
        usual.words == half.words && usual.words == none.words && usual.samples.len() == none.samples.len()
    );
    let lufs = |piece: &Piece| measure::integrated(&piece.samples, 22_050).unwrap().lufs();
    assert!((lufs(&usual) - lufs(&half) - 6.02).abs() < 0.2, "{} and {}", lufs(&usual), lufs(&half));
    // The limiter takes some of it back, in a sentence as full of vowels as this one.
    let louder = lufs(&at(2.0)) - lufs(&usual);
    assert!((3.5..6.1).contains(&louder), "{louder} LU");
    assert!(at(2.0).samples.iter().all(|sample| sample.abs() <= CEILING));
    assert!(none.samples.iter().all(|sample| *sample == 0.0));
}
