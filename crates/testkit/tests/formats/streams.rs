//! Whole streams, put together from messages as a client would: each begins with its head, is broken nowhere, and plays as
//! long as the outbox thinks.

use std::collections::BTreeMap;
use std::time::Duration;

use session::Part;
use speech::{AudioTime, OutputForm, Scope};
use testkit::Sound;
use testkit::sound::{Ending, StreamTime, codec_bytes, stream_time};

use crate::told::{self, Told};

/// Numbers of samples are rounded where rates differ.
const ROUNDED: Duration = Duration::from_millis(1);
/// The most that a codec pads a settle with.
const PADDING: Duration = Duration::from_millis(20);
/// The most that may sit in a codec and in the resampler where a stream just stops.
const HELD: Duration = Duration::from_millis(50);

/// One stream, as far as its client got it.
#[derive(Default)]
struct Stream {
    form: Option<OutputForm>,
    bytes: Vec<u8>,
    played: AudioTime,
    generations: Vec<u64>,
    /// Of the newest sound.
    part: Option<Part>,
}

impl Stream {
    fn push(&mut self, sound: &Sound, bytes: &[u8]) {
        self.form = Some(sound.form);
        self.bytes.extend_from_slice(bytes);
        self.played = self.played + sound.duration;
        self.part = Some(sound.part);
        if self.generations.last() != Some(&sound.generation.0) {
            self.generations.push(sound.generation.0);
        }
    }

    /// What is wrong with it.
    fn problem(&self) -> Option<String> {
        let form = self.form?;
        let told = match stream_time(&form, &self.bytes)? {
            Ok(told) => told,
            Err(broken) => return Some(broken),
        };
        let (least, most) = self.tolerance(&form, told);
        let (time, played) = (told.time.as_duration(), self.played.as_duration());
        let fits = time + least >= played && time <= played + most;
        (!fits).then(|| format!("it plays {time:?} and not {played:?}, {told:?}"))
    }

    /// By how much it may be shorter, and longer. A stream that says where it ends and was never settled before tells to the
    /// sample; where a stream went
    /// on, or was cut short, the silence of its settles is in it.
    fn tolerance(&self, form: &OutputForm, told: StreamTime) -> (Duration, Duration) {
        let settles = self.generations.len() as u32;
        match (told.ending, form.scope, self.part) {
            (Ending::Said, Scope::Generation, Some(Part::Last)) => (ROUNDED, ROUNDED),
            (Ending::Said, _, _) => (ROUNDED, PADDING * settles),
            (Ending::Open, _, _) => (HELD, PADDING * settles),
        }
    }
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
        if let (Some(sound), Some(bytes)) = (&heard.sound, codec_bytes(heard)) {
            streams.entry(key(sound)).or_default().push(sound, &bytes);
        }
    }
    streams.into_values()
}

#[test]
fn every_stream_is_whole_and_plays_what_was_said() {
    let (mut problems, mut checked) = (Vec::new(), 0);
    for told in told::all() {
        for stream in streams(told) {
            let tells = stream.form.is_some_and(|form| stream_time(&form, &stream.bytes).is_some());
            checked += usize::from(tells);
            let problem = stream.problem().map(|problem| format!("{}: {problem}", told.name));
            problems.extend(problem);
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(checked > 40, "only {checked} streams tell how long they are");
}
