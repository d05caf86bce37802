//! Word times: in the caller's own text, inside the sound, never backwards.

use session::{ContextSettings, EngineEvent, Event, WordTimes};
use speech::{AudioTime, PcmChunk, Phoneme, SampleCount, WordTime};

use crate::rig::{RATE, Rig, piece, plain};

fn wordy() -> ContextSettings {
    ContextSettings { word_times: WordTimes::On, ..plain() }
}

fn words_of(rig: &Rig) -> Vec<WordTime> {
    let words = rig.events.iter().filter_map(|event| match event {
        Event::Audio(audio) => Some(audio.words.clone()),
        _ => None,
    });
    words.flatten().collect()
}

#[test]
fn words_come_with_the_sound_in_which_they_begin() {
    let mut rig = Rig::talking(wordy());
    rig.say(1, "One two three.");
    rig.flush(1, 1);
    let job = rig.jobs[0].clone();
    for (from, to) in [(0, 5), (5, 10), (10, 14)] {
        rig.news(job.job, piece(&job, from, to));
    }
    rig.news(job.job, EngineEvent::Finished);
    assert_eq!(
        rig.story()[..3],
        [
            "ctx-1 gen-0 audio 0+50ms [(One)] [ (two)]",
            "ctx-1 gen-0 audio 50+50ms [ (three).]",
            "ctx-1 gen-0 audio 100+40ms",
        ]
    );
}

#[test]
fn a_word_has_its_spoken_form_and_its_phonemes_if_they_are_wanted() {
    let told = |word_times| {
        let mut rig = Rig::talking(ContextSettings { word_times, ..plain() });
        rig.say(1, "One two.");
        rig.flush(1, 1);
        let job = rig.jobs[0].clone();
        let EngineEvent::Piece { pcm, words, .. } = piece(&job, 0, 8) else { panic!("no piece") };
        let starts = [words[0].start, words[0].start + SampleCount(240), words[1].start];
        let phonemes = ["w", "ʌn", "tuː"].into_iter().zip(starts);
        let phonemes = phonemes.map(|(ipa, start)| Phoneme { ipa: ipa.into(), start }).collect();
        rig.news(job.job, EngineEvent::Piece { pcm, words, phonemes });
        words_of(&rig)
    };
    let plain = told(WordTimes::On);
    assert!(plain.iter().all(|word| word.phonemes.is_empty()));
    assert_eq!(plain.iter().map(WordTime::spoken).collect::<Vec<_>>(), ["One", "two"]);
    let full = told(WordTimes::WithPhonemes);
    let [first, second] = [&full[0], &full[1]];
    let times = first.phonemes.iter().map(|phoneme| (phoneme.ipa.as_str(), phoneme.start, phoneme.end));
    let border = AudioTime::from_millis(10);
    assert_eq!(times.collect::<Vec<_>>(), [("w", first.start, border), ("ʌn", border, first.end)]);
    assert_eq!((second.phonemes.len(), second.phonemes[0].end), (1, second.end));
    assert!(told(WordTimes::Off).is_empty());
}

#[test]
fn words_known_early_wait_for_their_sound() {
    let mut rig = Rig::talking(wordy());
    rig.say(1, "One two.");
    rig.flush(1, 1);
    let job = rig.jobs[0].clone();
    let EngineEvent::Piece { words, .. } = piece(&job, 0, 8) else { panic!("no piece") };
    rig.news(
        job.job,
        EngineEvent::Piece { pcm: PcmChunk { rate: RATE, samples: Vec::new() }, words, phonemes: Vec::new() },
    );
    assert!(rig.told().is_empty());
    let sound = |characters: usize| {
        let pcm = PcmChunk { rate: RATE, samples: vec![0; characters * 240] };
        EngineEvent::Piece { pcm, words: Vec::new(), phonemes: Vec::new() }
    };
    rig.news(job.job, sound(3));
    rig.news(job.job, sound(5));
    assert_eq!(rig.told(), ["ctx-1 gen-0 audio 0+30ms [(One)]", "ctx-1 gen-0 audio 30+50ms [ (two).]"]);
}

#[test]
fn words_known_late_come_without_sound() {
    let mut rig = Rig::talking(wordy());
    rig.say(1, "One two.");
    rig.flush(1, 1);
    let job = rig.jobs[0].clone();
    let EngineEvent::Piece { pcm, words, .. } = piece(&job, 0, 8) else { panic!("no piece") };
    rig.news(job.job, EngineEvent::Piece { pcm, words: Vec::new(), phonemes: Vec::new() });
    rig.news(
        job.job,
        EngineEvent::Piece { pcm: PcmChunk { rate: RATE, samples: Vec::new() }, words, phonemes: Vec::new() },
    );
    rig.news(job.job, EngineEvent::Finished);
    assert_eq!(rig.story()[..2], ["ctx-1 gen-0 audio 0+80ms", "ctx-1 gen-0 audio 80+0ms [(One)] [ (two).]"]);
}

#[test]
fn times_run_on_over_the_segments_of_a_generation_and_begin_anew_after_a_flush() {
    let mut rig = Rig::talking(wordy());
    rig.say(1, "One two. Three. ");
    rig.flush(1, 1);
    rig.say(1, "Four.");
    rig.flush(1, 2);
    rig.speak();
    let words = words_of(&rig);
    let starts: Vec<_> = words.iter().map(|word| (word.text(), word.start.as_millis())).collect();
    assert_eq!(starts, [("One", 0), ("two", 40), ("Three", 90), ("Four", 0)]);
    assert_eq!(words[3].generation_start, words[2].generation_start + AudioTime::from_millis(160));
    assert_eq!(words[3].place().start.bytes, 16);
}

#[test]
fn words_and_gaps_tile_what_was_said() {
    let said = "  \"One,\" (two) -- three…  Four? ";
    let mut rig = Rig::talking(wordy());
    rig.say(1, said);
    rig.flush(1, 1);
    rig.speak();
    let joined: String =
        words_of(&rig).iter().map(|word| format!("{}{}{}", word.lead(), word.text(), word.tail())).collect();
    assert_eq!(joined, said);
}

#[test]
fn times_out_of_order_or_beyond_the_sound_are_put_right() {
    let mut rig = Rig::talking(wordy());
    rig.say(1, "One two three.");
    rig.flush(1, 1);
    let job = rig.jobs[0].clone();
    let EngineEvent::Piece { pcm, mut words, .. } = piece(&job, 0, 14) else { panic!("no piece") };
    words[1].start = SampleCount(5);
    words[1].end = SampleCount(480);
    words[0].start = SampleCount(960);
    words[2].start = SampleCount(1 << 60);
    words[2].end = SampleCount(3);
    rig.news(job.job, EngineEvent::Piece { pcm, words, phonemes: Vec::new() });
    rig.news(job.job, EngineEvent::Finished);
    let times: Vec<_> =
        self::words_of(&rig).iter().map(|word| (word.start.as_millis(), word.end.as_millis())).collect();
    assert_eq!(times, [(40, 40), (40, 40), (140, 140)]);
}

#[test]
fn those_who_want_no_words_get_none() {
    let mut rig = Rig::talking(plain());
    rig.say(1, "One two.");
    rig.flush(1, 1);
    rig.speak();
    assert!(words_of(&rig).is_empty());
}
