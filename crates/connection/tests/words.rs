//! Words ride with the sound in which they begin.

mod desk;

use desk::{Desk, Engine, audio, form, settings};
use session::{ContextSettings, Event, WordTimes};
use speech::{EncodedAudio, Scope};

const TEXT: &str = "one two three four five six seven eight";

fn spoken(engine: Engine, settings: ContextSettings) -> Vec<Event<EncodedAudio>> {
    let mut desk = Desk::new(engine);
    desk.open(1, settings);
    desk.say(1, TEXT);
    desk.flush(1);
    desk.all_told()
}

fn words(events: &[Event<EncodedAudio>]) -> Vec<String> {
    audio(events).iter().flat_map(|audio| &audio.words).map(|word| word.text().to_owned()).collect()
}

#[test]
fn each_word_comes_with_the_chunk_in_which_it_begins() {
    let events = spoken(Engine::Pieces(480), settings(form(Scope::Context)));
    assert_eq!(words(&events).join(" "), TEXT);
    for chunk in audio(&events) {
        for word in &chunk.words {
            assert!(
                (chunk.start..chunk.start + chunk.duration).contains(&word.start),
                "{word:?} in {chunk:?}"
            );
        }
    }
}

#[test]
fn words_that_come_after_their_sound_come_with_the_next_chunk() {
    let mut desk = Desk::new(Engine::WordsLast(480));
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, TEXT);
    let events = desk.all_told();
    assert_eq!(words(&events).join(" "), TEXT);
}

#[test]
fn no_words_where_none_are_wanted() {
    let settings = ContextSettings { word_times: WordTimes::Off, ..settings(form(Scope::Context)) };
    assert!(words(&spoken(Engine::Pieces(480), settings)).is_empty());
}

#[test]
fn a_codec_that_gives_no_bytes_for_a_chunk_loses_no_words() {
    let form = speech::OutputForm { codec: speech::CodecId::MP3, ..form(Scope::Context) };
    let events = spoken(Engine::Pieces(480), settings(form));
    assert_eq!(words(&events).join(" "), TEXT);
    let total: u64 = audio(&events).iter().map(|audio| audio.duration.as_nanos()).sum();
    assert_eq!(total, TEXT.len() as u64 * 20_000_000, "nor any time");
}
