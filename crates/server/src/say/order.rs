//! One order: what to say, and saying it.

use std::io;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use connection::Outgoing;
use session::{ContextSettings, GenerationRule, Limits, SegmentPolicy, WordTimes};
use speech::{KeyId, OutputForm, SampleRate, Scope, VoiceCard, VoiceSettings};
use wire::{ClientFrame, Close, ProtocolId, ServerFrame};

use crate::clock::Clock;
use crate::driver::Driver;
use crate::engines::Engines;
use crate::metrics::Metrics;
use crate::pool::Pool;
use crate::roll::Roll;

use super::Format;
use super::input::Input;
use super::progress::Progress;
use super::reader::Reader;
use super::sink::Sink;

/// Text that may wait unspoken before more is read.
const READ_AHEAD: u64 = 64 * 1024;

/// What to say, how, and where to.
pub struct Order {
    /// The text; standard input where `None`.
    pub text: Option<String>,
    /// Where to.
    pub target: Target,
    /// Who speaks.
    pub voice: VoiceCard,
    /// How.
    pub settings: VoiceSettings,
    /// As what.
    pub format: Format,
    /// At which rate; the format's or the voice's own where `None`.
    pub rate: Option<SampleRate>,
}

/// Where the sound goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a file of this name.
    File(PathBuf),
    /// To standard output.
    Stdout,
}

/// Why it could not be said.
#[derive(Debug, thiserror::Error)]
pub enum SayError {
    /// The form is not on offer.
    #[error("output format: {0}")]
    Form(#[from] audio::FormError),
    /// The sound could not be written.
    #[error("{target} could not be written: {source}")]
    Write {
        /// The file.
        target: String,
        /// What the system said.
        source: io::Error,
    },
    /// The engine or a bound.
    #[error("{0}")]
    Speech(String),
    /// Threads or a runtime could not be had.
    #[error("could not be started: {0}")]
    System(#[from] io::Error),
}

impl Order {
    fn form(&self) -> OutputForm {
        let rate = self.rate.or(self.format.rate).unwrap_or(self.voice.rate);
        let Format { codec, container, .. } = self.format;
        OutputForm { codec, container, rate, bit_rate: None, scope: Scope::Connection }
    }

    fn context(&self) -> ContextSettings {
        ContextSettings {
            voice: self.voice.id.clone(),
            voice_settings: self.settings,
            form: self.form(),
            policy: SegmentPolicy::default(),
            release_delay: None,
            generations: GenerationRule::EachFlush,
            word_times: WordTimes::On,
            lane: None,
            key: KeyId(0),
        }
    }
}

/// Says it, and returns when all is written.
///
/// # Errors
/// [`SayError`]; what was written before stays.
pub fn say(order: Order, engines: Arc<Engines>, workers: usize) -> Result<(), SayError> {
    let form = order.form();
    audio::check(&form)?;
    let unwritable = |source| SayError::Write { target: order.target.to_string(), source };
    let mut sink = Sink::open(&order.target, form).map_err(unwritable)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let metrics = Arc::<Metrics>::default();
    let limits = Arc::new(Limits::default());
    let pool = Arc::new(Pool::start(workers, &limits, engines, Arc::clone(&metrics), Clock::start())?);
    let roll = Arc::new(Roll::new(1, Arc::clone(&metrics)));
    let Ok(member) = roll.enter(ProtocolId("say")) else {
        return Err(SayError::Speech("there is room for nobody".to_owned()));
    };
    let progress = Arc::<Progress>::default();
    let reader = Reader::new(order.context(), Arc::clone(&progress));
    let mut driver = Driver::new(Box::new(reader), &member, limits, &pool, metrics);
    let input = Input::open(order.text.clone());
    runtime.block_on(speak(&mut driver, input, &progress, |bytes| {
        sink.write(bytes).map_err(unwritable)?;
        progress.show();
        Ok(())
    }))?;
    progress.end();
    sink.finish().map_err(unwritable)
}

/// Brings text in and sound out until all is said.
async fn speak(
    driver: &mut Driver,
    mut input: Input,
    progress: &Progress,
    mut write: impl FnMut(&[u8]) -> Result<(), SayError>,
) -> Result<(), SayError> {
    let mut taken: u64 = 0;
    loop {
        let next = std::future::poll_fn(|cx| {
            while driver.wants_frames() && taken < progress.spoken_bytes() + READ_AHEAD {
                let mut read = pin!(input.next());
                match read.as_mut().poll(cx) {
                    Poll::Ready(Some(text)) => {
                        taken += text.len() as u64;
                        driver.hear(ClientFrame::Text(&text));
                    }
                    // An empty binary message is our word for the end.
                    Poll::Ready(None) => {
                        taken = u64::MAX;
                        driver.hear(ClientFrame::Binary(&[]));
                    }
                    Poll::Pending => break,
                }
            }
            driver.poll_outgoing(cx)
        });
        match next.await {
            Some(Outgoing::Frame(ServerFrame::Binary(bytes))) => write(&bytes)?,
            Some(Outgoing::Frame(_)) => {}
            Some(Outgoing::Close(Close { code: 1000, .. })) | None => return Ok(()),
            Some(Outgoing::Close(close)) => return Err(SayError::Speech(close.reason)),
        }
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Stdout => f.write_str("standard output"),
        }
    }
}
