//! Who takes part. Each is fed as our streams are: any number of samples at a time; what a library wants in blocks waits
//! here until a block is whole.

use audio::Resampler;
use audioadapter_buffers::direct::InterleavedSlice;
use resampler::{Attenuation, Latency, ResamplerFir};
use rubato::{
    Async, Fft, FixedAsync, FixedSync, PolynomialDegree, SincInterpolationParameters, SincInterpolationType,
    WindowFunction, calculate_cutoff,
};
use speech::SampleRate;

/// From one rate to another, in Hz.
#[derive(Clone, Copy)]
pub(crate) struct Pair {
    pub(crate) from: u32,
    pub(crate) to: u32,
}

impl Pair {
    pub(crate) fn falls(self) -> bool {
        self.to < self.from
    }

    pub(crate) fn ratio(self) -> f64 {
        f64::from(self.to) / f64::from(self.from)
    }

    /// So many input samples last as long as a whole number of output samples: no block of an FFT can be shorter.
    fn period(self) -> u32 {
        let (mut a, mut b) = (self.from, self.to);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        self.from / a
    }

    /// The highest frequency that both rates can hold, in Hz.
    pub(crate) fn nyquist(self) -> f64 {
        f64::from(self.from.min(self.to)) / 2.0
    }
}

/// One stream at work.
pub(crate) trait Stream {
    /// Takes samples and appends what is ready.
    fn push(&mut self, input: &[f32], out: &mut Vec<f32>);
}

/// A name, and how to open a stream.
pub(crate) struct Candidate {
    pub(crate) name: String,
    pub(crate) open: Box<dyn Fn() -> Box<dyn Stream>>,
}

impl Candidate {
    fn new<S: Stream + 'static>(name: impl Into<String>, open: impl Fn() -> S + 'static) -> Self {
        Self { name: name.into(), open: Box::new(move || Box::new(open())) }
    }

    /// All that a new stream gives for this input.
    pub(crate) fn whole(&self, input: &[f32]) -> Vec<f32> {
        let mut out = Vec::new();
        (self.open)().push(input, &mut out);
        out
    }
}

/// What rubato takes by default, and a window that is better where the filter is short.
const LONG: WindowFunction = WindowFunction::BlackmanHarris2;
const SHORT: WindowFunction = WindowFunction::BlackmanHarris;

pub(crate) fn candidates(pair: Pair) -> Vec<Candidate> {
    let mut all = vec![Candidate::new("**ours**", move || ours(pair))];
    if pair.period() < pair.from / 10 {
        let blocks = [(64, SHORT), (64, LONG), (128, LONG), (256, LONG), (1_024, LONG)];
        all.extend(blocks.map(|(block, window)| by_fft(pair, block, window)));
    }
    // A sinc of rubato's is as many input samples long whatever the output: as long as ours it is so many.
    let as_ours = (64.0 / pair.ratio().min(1.0)).ceil() as usize;
    let (linear, cubic) = (SincInterpolationType::Linear, SincInterpolationType::Cubic);
    all.extend([
        by_sinc(
            pair,
            Sinc { taps: as_ours, oversampling: 256, interpolation: linear, window: SHORT, block: 32 },
        ),
        by_sinc(
            pair,
            Sinc { taps: as_ours, oversampling: 128, interpolation: cubic, window: SHORT, block: 64 },
        ),
        by_sinc(
            pair,
            Sinc { taps: 2 * as_ours, oversampling: 128, interpolation: cubic, window: LONG, block: 128 },
        ),
        by_sinc(
            pair,
            Sinc { taps: 256, oversampling: 1_024, interpolation: linear, window: LONG, block: 256 },
        ),
        by_polynomial(pair, PolynomialDegree::Cubic),
        by_polynomial(pair, PolynomialDegree::Septic),
        by_fir(pair, Latency::Sample32, Attenuation::Db60),
        by_fir(pair, Latency::Sample32, Attenuation::Db90),
        by_fir(pair, Latency::Sample64, Attenuation::Db90),
    ]);
    all.extend([3, 5, 7].map(|quality| by_speex(pair, quality)));
    all
}

fn ours(pair: Pair) -> Ours {
    Ours(Resampler::new(SampleRate::known(pair.from), SampleRate::known(pair.to)))
}

struct Ours(Resampler);

impl Stream for Ours {
    fn push(&mut self, input: &[f32], out: &mut Vec<f32>) {
        out.extend(self.0.push(input.to_vec()));
    }
}

fn by_fft(pair: Pair, block: usize, window: WindowFunction) -> Candidate {
    let open = move || {
        let (from, to) = (pair.from as usize, pair.to as usize);
        let fft = Fft::<f32>::new_custom(from, to, block, 1, 1, window, FixedSync::Input);
        Blocks::new(fft.expect("rates and blocks that rubato knows"))
    };
    Candidate::new(format!("rubato Fft, block {block}, {window:?}"), open)
}

#[derive(Clone, Copy)]
struct Sinc {
    taps: usize,
    oversampling: usize,
    interpolation: SincInterpolationType,
    window: WindowFunction,
    block: usize,
}

fn by_sinc(pair: Pair, sinc: Sinc) -> Candidate {
    let Sinc { taps, oversampling, interpolation, window, block } = sinc;
    // Left to itself rubato takes no account of how much longer the periods of a lower rate are: aliases at -25 dB.
    let lobes = (taps as f64 * pair.ratio().min(1.0)) as usize;
    let name = format!("rubato sinc {taps}, {interpolation:?} of {oversampling}, block {block}, {window:?}");
    let open = move || {
        let parameters = SincInterpolationParameters {
            sinc_len: taps,
            f_cutoff: Some(calculate_cutoff(lobes, window)),
            oversampling_factor: oversampling,
            interpolation,
            window,
        };
        let made = Async::<f32>::new_sinc(pair.ratio(), 1.1, &parameters, block, 1, FixedAsync::Input);
        Blocks::new(made.expect("parameters that rubato knows"))
    };
    Candidate::new(name, open)
}

fn by_polynomial(pair: Pair, degree: PolynomialDegree) -> Candidate {
    let name = format!("rubato polynomial, {degree:?}, block 32");
    Candidate::new(name, move || {
        let made = Async::<f32>::new_poly(pair.ratio(), 1.1, degree, 32, 1, FixedAsync::Input);
        Blocks::new(made.expect("parameters that rubato knows"))
    })
}

/// A resampler of rubato's, and the input that waits for a whole block.
struct Blocks<R> {
    resampler: R,
    waiting: Vec<f32>,
    made: Vec<f32>,
}

impl<R: rubato::Resampler<f32>> Blocks<R> {
    fn new(resampler: R) -> Self {
        let made = vec![0.0; resampler.output_frames_max()];
        let waiting = Vec::with_capacity(2 * resampler.input_frames_max());
        Self { resampler, waiting, made }
    }

    fn step(&mut self, block: usize, out: &mut Vec<f32>) {
        let room = self.made.len();
        let input = InterleavedSlice::new(&self.waiting[..block], 1, block).expect("a whole block");
        let mut made = InterleavedSlice::new_mut(&mut self.made, 1, room).expect("room as rubato says");
        let (_, count) = self.resampler.process_into_buffer(&input, &mut made, None).expect("a whole block");
        out.extend_from_slice(&self.made[..count]);
        self.waiting.drain(..block);
    }
}

impl<R: rubato::Resampler<f32>> Stream for Blocks<R> {
    fn push(&mut self, mut input: &[f32], out: &mut Vec<f32>) {
        loop {
            let block = self.resampler.input_frames_next();
            let (now, later) = input.split_at(input.len().min(block - self.waiting.len()));
            self.waiting.extend_from_slice(now);
            input = later;
            if self.waiting.len() < block {
                return;
            }
            self.step(block, out);
        }
    }
}

fn by_fir(pair: Pair, latency: Latency, attenuation: Attenuation) -> Candidate {
    Candidate::new(format!("resampler Fir, {latency:?}, {attenuation:?}"), move || {
        let fir = ResamplerFir::new_from_hz(1, pair.from, pair.to, latency, attenuation);
        let made = vec![0.0; fir.buffer_size_output()];
        Fir { fir, made }
    })
}

struct Fir {
    fir: ResamplerFir,
    made: Vec<f32>,
}

impl Stream for Fir {
    fn push(&mut self, mut input: &[f32], out: &mut Vec<f32>) {
        loop {
            let (taken, made) = self.fir.resample(input, &mut self.made).expect("one channel always fits");
            out.extend_from_slice(&self.made[..made]);
            input = &input[taken..];
            if input.is_empty() && made < self.made.len() {
                return;
            }
        }
    }
}

fn by_speex(pair: Pair, quality: usize) -> Candidate {
    Candidate::new(format!("speexdsp-resampler, quality {quality}"), move || {
        let (from, to) = (pair.from as usize, pair.to as usize);
        let state = speexdsp_resampler::State::new(1, from, to, quality);
        Speex { state: state.expect("rates and a quality that speexdsp knows"), made: vec![0.0; 4_096] }
    })
}

struct Speex {
    state: speexdsp_resampler::State,
    made: Vec<f32>,
}

impl Stream for Speex {
    fn push(&mut self, mut input: &[f32], out: &mut Vec<f32>) {
        while !input.is_empty() {
            let (taken, made) =
                self.state.process_float(0, input, &mut self.made).expect("one channel always fits");
            out.extend_from_slice(&self.made[..made]);
            input = &input[taken..];
        }
    }
}
