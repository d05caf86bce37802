//! A talk told in a form, as a connection tells it, and where its borders are in what is heard.
//!
//! Chunks end where [`ChunkPlan`] says, 5 ms before the end of a segment, and 5 ms before the end of a generation, which the
//! last chunk is; a generation settles its stream with its last chunk, or ends it where streams are one generation long.

use audio::{AudioStream, ChunkPlan};
use ear::{Heard, hear};
use speech::{OutputForm, PcmChunk, SampleCount, SampleRate, Scope};

use super::talk::Talk;
use crate::failure::Failure;

/// So much of a generation waits until it is known what follows, per second.
const WITHHELD: u32 = 200;

/// How the samples of a generation come to the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// In chunks.
    InChunks,
    /// In one piece.
    Nowhere,
}

/// What came of it.
pub(super) struct Told {
    pub(super) heard: Heard,
    pub(super) borders: Borders,
    /// All bytes.
    pub(super) bytes: usize,
    pub(super) largest_message: usize,
}

/// Where pieces meet, in seconds of what is heard.
#[derive(Default)]
pub(super) struct Borders {
    /// Where chunks begin that are not the first of a generation.
    pub(super) chunks: Vec<f64>,
    /// Where segments begin that are not.
    pub(super) segments: Vec<f64>,
    /// Where the sound of generations begins and ends.
    pub(super) generations: Vec<f64>,
    /// How long the silence of each settle is.
    pub(super) paddings: Vec<f64>,
}

impl Told {
    /// Tells a talk and hears it; all streams, one after another, are one sound.
    pub(super) fn tell(form: OutputForm, talk: &Talk, cut: Cut) -> Result<Self, Failure> {
        let heard = Heard { rate: form.rate, samples: Vec::new() };
        let mut told = Self { heard, borders: Borders::default(), bytes: 0, largest_message: 0 };
        for generations in streams(form.scope, talk) {
            let begin = told.heard.samples.len() as f64 / f64::from(told.heard.rate.hz());
            let messages = Stream::open(form, talk, begin)?.tell(generations, cut, &mut told.borders);
            told.hear(&form, &messages)?;
        }
        Ok(told)
    }

    fn hear(&mut self, form: &OutputForm, messages: &[Vec<u8>]) -> Result<(), Failure> {
        let (codec, container) = (form.codec.0, form.container.0);
        let deaf = |wrong| Failure::Unexpected(format!("{codec} in {container}: {wrong}"));
        let heard = hear(form, messages).map_err(deaf)?;
        self.heard.rate = heard.rate;
        self.heard.samples.extend(heard.samples);
        self.bytes += messages.iter().map(Vec::len).sum::<usize>();
        self.largest_message = messages.iter().map(Vec::len).fold(self.largest_message, usize::max);
        Ok(())
    }
}

/// Tells a talk that nobody hears; the messages.
pub(super) fn tell_only(form: OutputForm, talk: &Talk) -> Result<Vec<Vec<u8>>, Failure> {
    let mut messages = Vec::new();
    for generations in streams(form.scope, talk) {
        let stream = Stream::open(form, talk, 0.0)?;
        messages.extend(stream.tell(generations, Cut::InChunks, &mut Borders::default()));
    }
    Ok(messages)
}

/// What goes into one stream each.
fn streams(scope: Scope, talk: &Talk) -> Vec<&[Vec<Vec<i16>>]> {
    match scope {
        Scope::Generation => talk.generations.chunks(1).collect(),
        Scope::Connection | Scope::Context => vec![&talk.generations],
    }
}

/// One stream at work.
struct Stream {
    stream: AudioStream,
    messages: Vec<Vec<u8>>,
    /// The rate of what is pushed.
    rate: SampleRate,
    pushed: u64,
    /// Where in what is heard the first sample is that was pushed, in seconds; the silence between is counted in.
    begin: f64,
}

impl Stream {
    /// A stream whose first sample a player plays at this time.
    fn open(form: OutputForm, talk: &Talk, begin: f64) -> Result<Self, Failure> {
        let stream = AudioStream::open(form).map_err(|error| Failure::setup(error.to_string()))?;
        let mut stream = Self { stream, messages: Vec::new(), rate: talk.rate, pushed: 0, begin };
        stream.begin += stream.seconds(stream.stream.delay());
        Ok(stream)
    }

    /// All of it; a generation that ends the stream does not settle before.
    fn tell(mut self, generations: &[Vec<Vec<i16>>], cut: Cut, borders: &mut Borders) -> Vec<Vec<u8>> {
        let last = generations.len() - 1;
        for (index, segments) in generations.iter().enumerate() {
            borders.generations.push(self.at(self.pushed));
            self.generation(segments, cut, borders);
            borders.generations.push(self.at(self.pushed));
            if index < last || self.stream.form().scope != Scope::Generation {
                self.settle(borders);
            }
        }
        self.stream.finish();
        self.message();
        self.messages
    }

    fn generation(&mut self, segments: &[Vec<i16>], cut: Cut, borders: &mut Borders) {
        let (samples, begin) = (segments.concat(), self.pushed);
        let ends = ends(segments);
        borders.segments.extend(ends[..ends.len() - 1].iter().map(|end| self.at(begin + *end as u64)));
        let mut place = 0;
        while place < samples.len() {
            let next = next_border(place, &ends, self.rate);
            if place > 0 {
                borders.chunks.push(self.at(begin + place as u64));
            }
            if cut == Cut::InChunks {
                self.push(&samples[place..next]);
            }
            place = next;
        }
        if cut == Cut::Nowhere {
            self.push(&samples);
        }
    }

    fn push(&mut self, samples: &[i16]) {
        self.stream.push(&PcmChunk { rate: self.rate, samples: samples.to_vec() });
        self.pushed += samples.len() as u64;
        self.message();
    }

    fn settle(&mut self, borders: &mut Borders) {
        let padding = self.stream.settle();
        self.begin += self.seconds(padding);
        borders.paddings.push(self.seconds(padding));
        self.message();
    }

    fn message(&mut self) {
        let mut message = Vec::new();
        self.stream.message(&mut message);
        if !message.is_empty() {
            self.messages.push(message);
        }
    }

    fn seconds(&self, coded: SampleCount) -> f64 {
        coded.0 as f64 / f64::from(self.stream.coding_rate().hz())
    }

    /// Where a sample is heard, in seconds.
    fn at(&self, pushed: u64) -> f64 {
        self.begin + pushed as f64 / f64::from(self.rate.hz())
    }
}

/// Where segments end in their generation.
fn ends(segments: &[Vec<i16>]) -> Vec<usize> {
    let lengths = segments.iter().map(Vec::len);
    lengths
        .scan(0, |end, len| {
            *end += len;
            Some(*end)
        })
        .collect()
}

/// Where the chunk ends that begins here, in a generation whose segments end at `ends`.
fn next_border(place: usize, ends: &[usize], rate: SampleRate) -> usize {
    let planned = place + ChunkPlan::next_len(SampleCount(place as u64), rate).0 as usize;
    let withheld = (rate.hz() / WITHHELD) as usize;
    let cuts = ends.iter().map(|end| end.saturating_sub(withheld)).chain(ends.last().copied());
    cuts.filter(|cut| *cut > place).fold(planned, usize::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_end_where_a_connection_ends_them() {
        let rate = SampleRate::known(8_000);
        let mut borders = vec![0];
        while *borders.last().unwrap() < 4_000 {
            borders.push(next_border(*borders.last().unwrap(), &[1_000, 4_000], rate));
        }
        assert_eq!(borders, [0, 160, 480, 960, 1_120, 2_400, 3_960, 4_000]);
    }
}
