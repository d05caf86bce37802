//! One segment under way in the suite: steps, counted and bounded, gathered into a whole.

use speech::{SampleRate, SynthesisRequest};

use super::request::append;
use super::rules::{check_order, check_whole};
use super::{Bounds, Failure, Suite, ensure};
use crate::{Engine, Piece, Synthesis};

/// A segment under way, and all that came of it so far.
pub(super) struct Run {
    synthesis: Box<dyn Synthesis>,
    bounds: Bounds,
    most_samples: usize,
    pub(super) whole: Piece,
    steps: usize,
}

/// What a step led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    /// Another piece.
    Piece,
    /// The end.
    Over,
}

impl Run {
    pub(super) fn begin(suite: &Suite<'_>, request: &SynthesisRequest) -> Result<Self, Failure> {
        let synthesis = suite.engine.begin(request)?;
        let rate = rate_of(suite.engine, request)?;
        let seconds = suite.bounds.audio.as_secs_f64() / f64::from(request.settings.speed.factor());
        let most_samples = (seconds * f64::from(rate.hz())) as usize;
        Ok(Self { synthesis, bounds: suite.bounds, most_samples, whole: Piece::default(), steps: 0 })
    }

    pub(super) fn step(&mut self) -> Result<Progress, Failure> {
        let next = self.synthesis.next()?;
        self.steps += 1;
        let Some(piece) = next else { return Ok(Progress::Over) };
        check_order(&self.whole, &piece)?;
        append(&mut self.whole, piece);
        self.within_bounds()?;
        Ok(Progress::Piece)
    }

    fn within_bounds(&self) -> Result<(), Failure> {
        let Bounds { audio, steps } = self.bounds;
        ensure(self.steps <= steps, || format!("more than {steps} steps without an end"))?;
        ensure(self.whole.samples.len() <= self.most_samples, || {
            format!("more audio than the {audio:?} allowed at normal speed")
        })
    }

    /// The rest of it.
    pub(super) fn finish(&mut self) -> Result<(), Failure> {
        while self.step()? == Progress::Piece {}
        Ok(())
    }

    /// The whole, and in how many steps it came. The synthesis is dropped: an engine may have room for one only.
    pub(super) fn into_whole(mut self) -> Result<(Piece, usize), Failure> {
        self.finish()?;
        Ok((self.whole, self.steps))
    }
}

impl Suite<'_> {
    /// Everything that comes of a request, after the rules that hold for all of them.
    pub(super) fn whole(&self, request: &SynthesisRequest) -> Result<Piece, Failure> {
        let (whole, _) = Run::begin(self, request)?.into_whole()?;
        check_whole(request, &whole)?;
        Ok(whole)
    }
}

fn rate_of(engine: &dyn Engine, request: &SynthesisRequest) -> Result<SampleRate, Failure> {
    let rate = engine.card().rate_of(&request.voice);
    rate.ok_or_else(|| Failure::Broken(format!("voice {} speaks, but is not on the card", request.voice)))
}
