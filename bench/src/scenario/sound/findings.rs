//! What one form does to speech and to steady tones.

use audio::{AudioStream, CODECS, CONTAINERS, CodecCard, Framing};
use ear::{Score, Seams};
use speech::{CodecId, ContainerId, OutputForm, PcmChunk, Scope};

use super::talk::Talk;
use super::telling::{Borders, Cut, Told};
use crate::failure::Failure;
use crate::report::Report;

/// The tones, in Hz.
pub(super) const TONES: [f64; 2] = [440.0, 1_000.0];
/// So much later than its borders a sound is scored for comparison, in seconds: no border is there, whatever the plan.
const ELSEWHERE: f64 = 0.007;

/// What was found of one form.
pub(super) struct Findings {
    pub(super) form: OutputForm,
    pub(super) seams: Vec<Row>,
    pub(super) facts: Facts,
}

/// One sound's scores, each of them a ratio that is to be at most one.
pub(super) struct Row {
    /// Such as `speech`.
    pub(super) sound: String,
    /// What the borders of chunks add to the sound uncut.
    pub(super) chunks: Option<Score>,
    /// Those of segments, with what the sound has there by itself: an engine must leave no step.
    pub(super) segments: Option<Score>,
    /// Those of chunks with what the sound has there by itself.
    pub(super) as_heard: Option<Score>,
    pub(super) generations: Option<Score>,
    /// Of a new stream for every generation.
    pub(super) streams: Option<Score>,
    /// Where there are no borders.
    pub(super) elsewhere: Option<Score>,
    /// Whether it is heard as if nothing were cut.
    pub(super) same_uncut: bool,
}

/// What else there is to know.
pub(super) struct Facts {
    /// By how much a player's sound is late, in ms.
    pub(super) delay_ms: f64,
    /// What the codec delays and the container has left out, in ms.
    pub(super) left_out_ms: f64,
    /// Silence of a settle, from and to, in ms.
    pub(super) padding_ms: (f64, f64),
    /// Of an empty stream, in bytes.
    pub(super) head: usize,
    /// Bytes of each second of speech.
    pub(super) bytes_per_second: f64,
    pub(super) largest_message: usize,
    /// How long a player goes on after the last that was said, in ms.
    pub(super) surplus_ms: f64,
}

impl Findings {
    pub(super) fn of(form: OutputForm, speech: &Talk) -> Result<Self, Failure> {
        let mut seams = vec![Row::of("speech".to_owned(), form, speech)?];
        for frequency in TONES {
            seams.push(Row::of(format!("{frequency:.0} Hz"), form, &Talk::tone(frequency))?);
        }
        Ok(Self { form, seams, facts: Facts::of(form, speech)? })
    }

    pub(super) fn name(&self) -> String {
        format!("{} in {}", self.form.codec.0, self.form.container.0)
    }

    pub(super) fn report(&self, report: &mut Report) {
        for row in &self.seams {
            let figure = |what: &str| format!("{}, {}: {what}", self.name(), row.sound);
            let ratio = |score: Option<Score>| score.map(Score::ratio);
            report
                .figure(&figure("chunks"), ratio(row.chunks), "x")
                .figure(&figure("segments"), ratio(row.segments), "x")
                .figure(&figure("generations"), ratio(row.generations), "x")
                .figure(&figure("streams"), ratio(row.streams), "x")
                .figure(&figure("chunks with the sound's own"), ratio(row.as_heard), "x")
                .figure(&figure("where nothing is cut"), ratio(row.elsewhere), "x");
        }
        let all = |kept: fn(&Row) -> bool| self.seams.iter().all(kept);
        report
            .promise(
                format!("{}: heard as if it were not cut in chunks", self.name()),
                all(|row| row.same_uncut),
            )
            .promise(format!("{}: no seam at any border", self.name()), all(Row::is_seamless));
    }
}

impl Row {
    pub(super) fn of(sound: String, form: OutputForm, talk: &Talk) -> Result<Self, Failure> {
        let told = Told::tell(form, talk, Cut::InChunks)?;
        let uncut = Told::tell(form, talk, Cut::Nowhere)?;
        let each = Told::tell(OutputForm { scope: Scope::Generation, ..form }, talk, Cut::InChunks)?;
        let seams = |borders: &Vec<f64>| Seams { borders: borders.clone() };
        let Borders { chunks, segments, generations, .. } = &told.borders;
        let [chunks, segments, generations] = [chunks, segments, generations].map(seams);
        Ok(Self {
            sound,
            chunks: chunks.score_added(&told.heard, &uncut.heard),
            segments: segments.score(&told.heard),
            as_heard: chunks.score(&told.heard),
            generations: generations.score(&told.heard),
            streams: Seams { borders: each.borders.generations }.score(&each.heard),
            elsewhere: chunks.later(ELSEWHERE).score(&told.heard),
            same_uncut: told.heard == uncut.heard,
        })
    }

    /// Whether no border is above the sound's own.
    fn is_seamless(&self) -> bool {
        [self.chunks, self.segments, self.generations, self.streams].into_iter().flatten().all(is_smooth)
    }
}

/// At most one, to the hundredth.
fn is_smooth(score: Score) -> bool {
    score.ratio() < 1.005
}

impl Facts {
    fn of(form: OutputForm, speech: &Talk) -> Result<Self, Failure> {
        let told = Told::tell(form, speech, Cut::InChunks)?;
        let opened = |error: audio::FormError| Failure::setup(error.to_string());
        let mut stream = AudioStream::open(form).map_err(opened)?;
        let hz = f64::from(stream.coding_rate().hz());
        let (delay, own) = (stream.delay().0, (card(form.codec).open)(&form).map_err(opened)?.delay().0);
        let between = told.borders.paddings.split_last().map_or(0.0, |(_, between)| between.iter().sum());
        let said = speech.seconds() + between + delay as f64 / hz;
        let ms = |seconds: f64| seconds * 1e3;
        let (least, most) =
            told.borders.paddings.iter().fold((f64::MAX, 0.0_f64), |(a, b), p| (a.min(*p), b.max(*p)));
        let player = f64::from(told.heard.rate.hz());
        stream.push(&PcmChunk { rate: speech.rate, samples: Vec::new() });
        stream.finish();
        let mut head = Vec::new();
        stream.message(&mut head);
        Ok(Self {
            delay_ms: ms(delay as f64 / hz),
            left_out_ms: ms((own - delay) as f64 / hz),
            padding_ms: (ms(least), ms(most)),
            head: head.len(),
            bytes_per_second: told.bytes as f64 / speech.seconds(),
            largest_message: told.largest_message,
            surplus_ms: ms(told.heard.samples.len() as f64 / player - said),
        })
    }
}

fn card(codec: CodecId) -> &'static CodecCard {
    CODECS.iter().find(|card| card.id == codec).expect("forms are made of the registry")
}

/// Whether a player knows to the sample where sound ends.
pub(super) fn is_exact(form: &OutputForm) -> bool {
    let is_packets = |id: ContainerId| {
        CONTAINERS.iter().any(|card| card.id == id && matches!(card.framing, Framing::Packets { .. }))
    };
    !card(form.codec).has_memory || is_packets(form.container)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_between_segments_is_a_seam() {
        let mut talk = Talk::tone(440.0);
        let segment = &mut talk.generations[0][1];
        let step = 2_000 - segment[0];
        segment.iter_mut().for_each(|sample| *sample = sample.saturating_add(step));
        let form = super::super::forms()[0];
        assert!(!Row::of("a step".to_owned(), form, &talk).unwrap().is_seamless());
    }

    #[test]
    fn no_form_breaks_a_tone() {
        for form in super::super::forms() {
            for frequency in TONES {
                let row = Row::of(format!("{frequency} Hz"), form, &Talk::tone(frequency)).unwrap();
                assert!(row.same_uncut, "{form:?} at {}", row.sound);
                for (what, score) in [("as heard", row.as_heard), ("elsewhere", row.elsewhere)] {
                    let score = score.unwrap();
                    assert!(is_smooth(score), "{form:?} at {}, {what}: {:.4}", row.sound, score.ratio());
                    assert!(score.ratio() > 0.5, "{form:?}: what was measured?");
                }
                assert!(row.is_seamless(), "{form:?} at {}", row.sound);
            }
        }
    }
}
