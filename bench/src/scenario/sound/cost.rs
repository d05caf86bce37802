//! What encoding costs, as a share of what the embedded voice itself costs: in turns, so that both see the same machine.

use std::hint::black_box;

use audio::{Resampler, to_f32};
use speech::{OutputForm, SampleRate};

use super::forms;
use super::talk::Talk;
use super::telling::tell_only;
use crate::accounting::own;
use crate::bare::Bare;
use crate::failure::Failure;
use crate::options::Options;
use crate::replies::{SEVENTY_SIX_WORDS, segments};
use crate::report::Report;
use crate::stats::Samples;

const DEFAULT_RUNS: usize = 15;
/// Untimed runs first.
const WARM_UP: usize = 2;
/// Of the resampler, from the voice's rate.
const RATES: [u32; 5] = [8_000, 16_000, 24_000, 44_100, 48_000];
/// What the resampler is given at once, in samples: a chunk of 200 ms.
const CHUNK: usize = 4_410;

/// Processor seconds for each second of audio.
pub(super) struct Costs {
    pub(super) bare: Samples,
    pub(super) encoders: Vec<(OutputForm, Samples)>,
    pub(super) resamplers: Vec<(SampleRate, Samples)>,
}

impl Costs {
    /// Runs everything in turns.
    pub(super) async fn measure(bare: &mut Bare, speech: &Talk, options: &Options) -> Result<Self, Failure> {
        let mut costs = Self::new();
        for round in 0..WARM_UP + options.runs.unwrap_or(DEFAULT_RUNS) {
            if round == WARM_UP {
                costs = Self::new();
            }
            costs.round(bare, speech).await?;
        }
        Ok(costs)
    }

    fn new() -> Self {
        let encoders = forms().into_iter().map(|form| (form, Samples::default())).collect();
        let resamplers = RATES.map(|hz| (SampleRate::known(hz), Samples::default())).into();
        Self { bare: Samples::default(), encoders, resamplers }
    }

    async fn round(&mut self, bare: &mut Bare, speech: &Talk) -> Result<(), Failure> {
        self.bare.push(of_bare(bare).await?);
        for (form, samples) in &mut self.encoders {
            samples.push(of(speech, || tell_only(*form, speech).map(|messages| drop(black_box(messages))))?);
        }
        let floats = floats(speech);
        for (rate, samples) in &mut self.resamplers {
            samples.push(of(speech, || {
                resample(speech.rate, *rate, &floats);
                Ok(())
            })?);
        }
        Ok(())
    }

    /// Microseconds for each second of audio.
    pub(super) fn micros(samples: &Samples) -> Option<f64> {
        samples.median().map(|cost| cost * 1e6)
    }

    /// Percent of the bare voice's own, pair by pair.
    pub(super) fn share(&self, samples: &Samples) -> Option<f64> {
        samples.median_ratio_to(&self.bare).map(|share| share * 100.0)
    }

    pub(super) fn report(&self, report: &mut Report) {
        report.figure("the voice itself, of each second of audio", Self::micros(&self.bare), "us");
        for (form, samples) in &self.encoders {
            let what = format!("{} in {}, of the voice's own cost", form.codec.0, form.container.0);
            report.figure(&what, self.share(samples), "%");
        }
        for (rate, samples) in &self.resamplers {
            report.figure(
                &format!("resampling to {rate}, of the voice's own cost"),
                self.share(samples),
                "%",
            );
        }
    }
}

/// Processor time of this process for some work on the whole talk.
fn of(talk: &Talk, work: impl FnOnce() -> Result<(), Failure>) -> Result<f64, Failure> {
    let before = own();
    work()?;
    Ok(own().saturating_sub(before).as_secs_f64() / talk.seconds())
}

async fn of_bare(bare: &mut Bare) -> Result<f64, Failure> {
    let (mut cpu, mut audio) = (0.0, 0.0);
    for segment in segments(SEVENTY_SIX_WORDS) {
        let spoken = bare.speak(&segment).await?;
        cpu += spoken.cpu.as_secs_f64();
        audio += spoken.audio.as_secs_f64();
    }
    if audio > 0.0 { Ok(cpu / audio) } else { Err(Failure::Unexpected("no audio".to_owned())) }
}

fn floats(talk: &Talk) -> Vec<f32> {
    let mut floats = Vec::new();
    talk.generations.iter().flatten().for_each(|segment| to_f32(segment, &mut floats));
    floats
}

fn resample(from: SampleRate, to: SampleRate, floats: &[f32]) {
    let mut resampler = Resampler::new(from, to);
    for chunk in floats.chunks(CHUNK) {
        black_box(resampler.push(chunk.to_vec()));
    }
}
