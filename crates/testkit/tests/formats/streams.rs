//! Whole streams, put together from messages as a client would: each begins with its head, is broken nowhere, and plays as
//! long as the outbox thinks.

use std::collections::BTreeMap;
use std::time::Duration;

use ear::{Ending, Wrong};
use session::Part;
use speech::{AudioTime, CodecId, ContainerId, OutputForm, SampleCount, Scope};
use testkit::Sound;
use testkit::sound::player_bytes;

use crate::told::{self, Told};

/// Numbers of samples are rounded where rates differ.
const ROUNDED: Duration = Duration::from_millis(1);
/// The most that may sit in a codec and in the resampler where a stream just stops.
const HELD: Duration = Duration::from_millis(50);
/// The most that Opus pads a settle with, and FLAC: none.
const PACKET: Duration = Duration::from_millis(20);
/// The most samples that MP3 pads a settle with, or keeps: its delay, a frame, and what LAME looks ahead.
const MP3_FRAMES: SampleCount = SampleCount(1_105 + 1_152 + 224);

/// One stream, as far as its client got it.
struct Stream {
    form: OutputForm,
    messages: Vec<Vec<u8>>,
    played: AudioTime,
    generations: Vec<u64>,
    /// Of the newest sound.
    part: Part,
}

/// What its bytes say.
struct Player {
    time: Duration,
    ending: Ending,
}

impl Stream {
    fn of(sound: &Sound) -> Self {
        let (played, generations, part) = (AudioTime::ZERO, Vec::new(), sound.part);
        Self { form: sound.form, messages: Vec::new(), played, generations, part }
    }

    fn push(&mut self, sound: &Sound, bytes: Vec<u8>) {
        self.messages.push(bytes);
        self.played = self.played + sound.duration;
        self.part = sound.part;
        if self.generations.last() != Some(&sound.generation.0) {
            self.generations.push(sound.generation.0);
        }
    }

    /// What is wrong with it.
    fn problem(&self) -> Option<String> {
        let player = match played(&self.form, &self.messages).or_else(|wrong| self.as_file().ok_or(wrong)) {
            Ok(player) => player,
            Err(wrong) => return Some(format!("{wrong}, {:?}", self.form)),
        };
        let (least, most) = self.tolerance(player.ending);
        let (time, told) = (player.time, self.played.as_duration());
        let fits = time + least >= told && time <= told + most;
        (!fits).then(|| format!("it plays {time:?} and not {told:?}, {:?}, {:?}", player.ending, self.form))
    }

    /// An answer in one piece knows how long it is, and its header may say so.
    fn as_file(&self) -> Option<Player> {
        let is_file = self.messages.len() == 1 && self.form.container == ContainerId::WAV;
        let form = OutputForm { container: ContainerId::WAV_EACH, ..self.form };
        is_file.then(|| played(&form, &self.messages).ok()).flatten()
    }

    /// By how much it may be shorter, and longer. A stream that says where it ends and was never settled before tells to the
    /// sample; where a stream went on, or was cut short, the silence of its settles is in it.
    fn tolerance(&self, ending: Ending) -> (Duration, Duration) {
        let settles = self.generations.len() as u32;
        let padding = match self.form.codec {
            CodecId::MP3 => MP3_FRAMES.time_at(self.form.rate).as_duration(),
            _ => PACKET,
        };
        match (ending, self.form.scope, self.part) {
            (Ending::Said, Scope::Generation, Part::Last) => (ROUNDED, ROUNDED),
            (Ending::Said, _, Part::Last) => (ROUNDED, padding * settles),
            // A clear takes back what was told and is in no packet yet.
            (Ending::Said, _, Part::More) => (PACKET, padding * settles),
            (Ending::Open, _, _) => (HELD.max(padding), padding * settles),
        }
    }
}

/// How long these messages play, decoded; every container is read as strictly as can be.
fn played(form: &OutputForm, messages: &[Vec<u8>]) -> Result<Player, Wrong> {
    let ending = ear::unframe(form, messages)?.ending;
    let heard = ear::hear(form, messages)?;
    let time = SampleCount(heard.samples.len() as u64).time_at(heard.rate).as_duration();
    Ok(Player { time, ending })
}

/// What tells the streams of a client apart.
fn key(sound: &Sound) -> (String, Option<u64>, Option<u64>) {
    let (context, generation) = match sound.form.scope {
        Scope::Connection => (None, None),
        Scope::Context => (Some(sound.context.0), None),
        Scope::Generation => (Some(sound.context.0), Some(sound.generation.0)),
    };
    (format!("{:?}", sound.form), context, generation)
}

fn streams(told: &Told) -> impl Iterator<Item = Stream> {
    let mut streams: BTreeMap<_, Stream> = BTreeMap::new();
    for heard in &told.heard {
        if let (Some(sound), Some(bytes)) = (&heard.sound, player_bytes(heard)) {
            streams.entry(key(sound)).or_insert_with(|| Stream::of(sound)).push(sound, bytes);
        }
    }
    streams.into_values()
}

#[test]
fn every_stream_is_whole_and_plays_what_was_said() {
    let (mut problems, mut checked) = (Vec::new(), 0);
    for told in told::all() {
        for stream in streams(told) {
            checked += 1;
            let problem = stream.problem().map(|problem| format!("{}: {problem}", told.name));
            problems.extend(problem);
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(checked > 400, "only {checked} streams were heard");
}

#[test]
fn a_wav_that_is_all_there_tells_its_length() {
    let names = ["lmnt: http-detailed-wav", "lmnt: http-detailed-ulaw", "inworld: http-voice-linear16"];
    let files = told::all().iter().filter(|told| names.contains(&told.name.as_str()));
    let mut count = 0;
    for stream in files.flat_map(streams) {
        assert!(stream.as_file().is_some(), "{:?}", stream.form);
        count += 1;
    }
    // The last one is told twice, once at length.
    assert_eq!(count, names.len() + 1);
}
