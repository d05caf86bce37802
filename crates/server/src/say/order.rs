//! One order: what to say, and saying it.

use std::io;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use connection::Outgoing;
use session::{Cast, ContextSettings, GenerationRule, Lexicon, Limits, Reading, SegmentPolicy, WordTimes};
use speech::{KeyId, Language, OutputForm, SampleRate, VoiceCard, VoiceSettings};
use wire::{ClientFrame, Close, ProtocolId, ServerFrame};

use crate::clock::Clock;
use crate::driver::Driver;
use crate::engines::Engines;
use crate::metrics::Metrics;
use crate::pool::Pool;
use crate::roll::Roll;
use crate::shutdown::Signals;

use super::Format;
use super::input::{Input, InputError};
use super::intake::Intake;
use super::progress::Progress;
use super::reader::Reader;
use super::sink::Sink;

/// What to say, how, and where to.
pub struct Order {
    /// The text; standard input where `None`.
    pub text: Option<String>,
    /// Where to.
    pub target: Target,
    /// Who speaks.
    pub voice: VoiceCard,
    /// Words that are read in a way of their own, the closest dictionary first.
    pub lexicons: Vec<Arc<Lexicon>>,
    /// Who else may speak: whoever the text names, and who speaks the languages that it names.
    pub cast: Cast,
    /// How.
    pub settings: VoiceSettings,
    /// Where its text may be cut.
    pub policy: SegmentPolicy,
    /// As what.
    pub format: Format,
    /// At which rate; the format's or the voice's own where `None`.
    pub rate: Option<SampleRate>,
    /// Bits per second, for formats that have the choice; the codec's own default where `None`.
    pub bit_rate: Option<u32>,
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
    /// The form is not on offer; a format that this binary has lacks at most a rate.
    #[error("{0}, with --rate")]
    Form(#[from] audio::FormError),
    /// The sound could not be written.
    #[error("{target} could not be written: {source}")]
    Write {
        /// The file.
        target: String,
        /// What the system said.
        source: io::Error,
    },
    /// The text could not be read to its end.
    #[error(transparent)]
    Input(#[from] InputError),
    /// No letter, digit or spoken symbol came.
    #[error("there is nothing to say: the text is empty, or holds only spaces and punctuation")]
    Nothing,
    /// The engine or a bound.
    #[error("{0}")]
    Speech(String),
    /// SIGINT or SIGTERM came while sound was being written.
    #[error("interrupted; what was written of {0} is removed, for it is not whole")]
    Interrupted(String),
    /// SIGINT or SIGTERM came before there was any sound.
    #[error("interrupted; {0} was not touched")]
    InterruptedBefore(String),
    /// Threads or a runtime could not be had.
    #[error("could not be started: {0}")]
    System(#[from] io::Error),
}

impl Order {
    fn form(&self) -> OutputForm {
        let rate = self.rate.or(self.format.rate).unwrap_or(self.voice.rate);
        self.format.form(rate, self.bit_rate)
    }

    /// The voice's first.
    fn language(&self) -> Language {
        self.voice.languages.first().cloned().unwrap_or_else(|| Language::new("und"))
    }

    fn context(&self) -> ContextSettings {
        ContextSettings {
            voice: self.voice.id.clone(),
            reading: Reading { lexicons: self.lexicons.clone(), ..Reading::of(self.language()) },
            voice_settings: self.settings,
            form: self.form(),
            policy: self.policy,
            release_delay: None,
            generations: GenerationRule::EachFlush,
            cast: self.cast.clone(),
            markup: session::Syntax::default(),
            word_times: WordTimes::On,
            lane: None,
            key: KeyId(0),
        }
    }
}

/// Says it, and returns when all is written. A signal to end interrupts it if a file is being written; else the system
/// ends the process, for a write to a pipe may never return.
///
/// # Errors
/// [`SayError`]; then a file that was begun is removed, and what went to a pipe is gone.
pub fn say(order: Order, engines: Arc<Engines>, limits: &Limits, workers: usize) -> Result<(), SayError> {
    let form = order.form();
    audio::check(&form)?;
    let unwritable = |source| SayError::Write { target: order.target.to_string(), source };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Before there is a file: none shall be left behind.
    let signals = order.target.is_plain_file().then(|| runtime.block_on(async { Signals::take() }));
    let signals = signals.transpose()?;
    let mut sink = Sink::open(&order.target, form).map_err(unwritable)?;
    let metrics = Arc::<Metrics>::default();
    let pool = Arc::new(Pool::start(workers, limits, engines, Arc::clone(&metrics), Clock::start())?);
    let roll = Arc::new(Roll::new(1, Arc::clone(&metrics)));
    let Ok(member) = roll.enter(ProtocolId("say")) else {
        return Err(SayError::Speech("there is room for nobody".to_owned()));
    };
    let progress = Arc::<Progress>::default();
    let reader = Reader::new(order.context(), Arc::clone(&progress));
    let driver = Driver::new(Box::new(reader), &member, Arc::new(limits.clone()), &pool, metrics);
    let source = Source {
        input: Some(Input::open(order.text.clone())),
        intake: Intake::new(&order.language(), order.policy, limits),
    };
    let speaking = Speaking { driver, source, progress: Arc::clone(&progress) };
    let speaking = speaking.speak(|bytes| {
        sink.write(bytes).map_err(unwritable)?;
        progress.show();
        Ok(())
    });
    let said = runtime.block_on(async {
        tokio::select! {
            biased;
            () = interrupted(signals) => None,
            said = speaking => Some(said),
        }
    });
    let interrupted = || {
        let target = order.target.to_string();
        if sink.has_sound() { SayError::Interrupted(target) } else { SayError::InterruptedBefore(target) }
    };
    said.ok_or_else(interrupted)??;
    progress.end();
    sink.finish().map_err(unwritable)
}

/// Waits for a signal, if they were taken over.
async fn interrupted(signals: Option<Signals>) {
    match signals {
        Some(mut signals) => signals.next().await,
        None => std::future::pending().await,
    }
}

/// An order that is being spoken.
struct Speaking {
    driver: Driver,
    source: Source,
    progress: Arc<Progress>,
}

/// Where the text comes from.
struct Source {
    /// Until it has ended.
    input: Option<Input>,
    intake: Intake,
}

impl Speaking {
    /// Brings text in and sound out until all is said.
    async fn speak(mut self, mut write: impl FnMut(&[u8]) -> Result<(), SayError>) -> Result<(), SayError> {
        loop {
            match std::future::poll_fn(|cx| self.poll_outgoing(cx)).await? {
                Some(Outgoing::Frame(ServerFrame::Binary(bytes))) => write(&bytes)?,
                Some(Outgoing::Frame(_)) => {}
                Some(Outgoing::Close(Close { code: 1000, .. })) | None => return Ok(()),
                Some(Outgoing::Close(close)) => return Err(SayError::Speech(close.reason)),
            }
        }
    }

    /// What leaves next. Text that was spoken without a sound leaves nothing, but makes room for more.
    fn poll_outgoing(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Outgoing>, SayError>> {
        loop {
            let spoken = self.progress.spoken_bytes();
            self.hand_over(cx, spoken)?;
            let outgoing = self.driver.poll_outgoing(cx);
            if outgoing.is_ready() || self.progress.spoken_bytes() == spoken {
                return outgoing.map(Ok);
            }
        }
    }

    /// Hands text over for as long as there is any, and room for it.
    fn hand_over(&mut self, cx: &mut Context<'_>, spoken: u64) -> Result<(), SayError> {
        let Source { input, intake } = &mut self.source;
        loop {
            while let Some(piece) = intake.next(spoken) {
                self.driver.hear(ClientFrame::Text(piece));
            }
            let Some(open) = input.as_mut().filter(|_| intake.is_empty()) else { return Ok(()) };
            let polled = pin!(open.next()).poll(cx)?;
            match polled {
                Poll::Pending => return Ok(()),
                Poll::Ready(Some(text)) => intake.fill(&text),
                Poll::Ready(None) if !intake.has_something_to_say => return Err(SayError::Nothing),
                Poll::Ready(None) => {
                    *input = None;
                    // An empty binary message is our word for the end.
                    self.driver.hear(ClientFrame::Binary(&[]));
                }
            }
        }
    }
}

impl Target {
    /// Whether it is a regular file, or will be one.
    fn is_plain_file(&self) -> bool {
        match self {
            Self::File(path) => path.metadata().map_or(true, |found| found.is_file()),
            Self::Stdout => false,
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
