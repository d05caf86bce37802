//! A connection on the desk: a tiny protocol, an engine of counted samples, and a hand that takes frames out.
//!
//! The protocol asks what the test tells it to and keeps every event. The engine says 20 ms a character at 24 kHz; its
//! samples count up through a text, so any loss or change of order shows.
#![allow(dead_code, reason = "each test file uses another part of it")]

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use connection::{Connection, Outgoing, Work};
use session::{
    AudioEvent, Command, ContextSettings, EngineEvent, Event, GenerationRule, Limits, Part, SegmentPolicy,
    SynthesisJob, Verdict, WordTimes,
};
use speech::{
    CodecId, ContainerId, ContextId, EncodedAudio, FlushToken, KeyId, Moment, OutputForm, PcmChunk, Refusal,
    RefusalKind, SampleCount, SampleRate, Scope, SpokenWord, VoiceSettings,
};
use wire::{Actions, ClientFrame, Protocol};

pub(crate) const RATE: SampleRate = SampleRate::known(24_000);
/// 20 ms.
pub(crate) const SAMPLES_PER_CHAR: usize = 480;

pub(crate) fn form(scope: Scope) -> OutputForm {
    OutputForm { codec: CodecId::PCM_S16LE, container: ContainerId::RAW, rate: RATE, bit_rate: None, scope }
}

pub(crate) fn mp3(scope: Scope) -> OutputForm {
    OutputForm { codec: CodecId::MP3, ..form(scope) }
}

pub(crate) fn settings(form: OutputForm) -> ContextSettings {
    ContextSettings {
        voice: "tone".into(),
        reading: session::Reading::of(speech::Language::new("en")),
        voice_settings: VoiceSettings::default(),
        form,
        policy: SegmentPolicy::Client,
        release_delay: None,
        generations: GenerationRule::EachFlush,
        cast: session::Cast::default(),
        markup: session::Syntax::default(),
        word_times: WordTimes::On,
        lane: None,
        key: KeyId(0),
    }
}

/// What test and protocol share.
#[derive(Default)]
struct Pad {
    commands: VecDeque<Command>,
    told: Vec<Event<EncodedAudio>>,
    gone: Vec<ContextId>,
}

struct Tiny(Arc<Mutex<Pad>>);

fn locked(pad: &Mutex<Pad>) -> MutexGuard<'_, Pad> {
    pad.lock().expect("nothing panics while it holds the pad")
}

impl Protocol for Tiny {
    fn on_client_frame(
        &mut self,
        _: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        match frame {
            ClientFrame::Text("do") => {
                let commands = std::mem::take(&mut locked(&self.0).commands);
                commands.into_iter().for_each(|command| out.command(command));
            }
            ClientFrame::Text("ping") => out.text("pong".into()),
            ClientFrame::Text("close") => {
                out.close(1000, "bye");
                out.text("after the end".into());
            }
            _ => return Err(Refusal::new(RefusalKind::Malformed, "unknown frame")),
        }
        Ok(())
    }

    fn on_gone(&mut self, context: ContextId) {
        locked(&self.0).gone.push(context);
    }

    fn on_event(&mut self, _: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        locked(&self.0).told.push(event.clone());
        match event {
            Event::Audio(audio) => {
                assert!(!audio.audio.0.is_empty(), "a protocol never sees empty audio");
                out.binary(audio.audio.0.clone());
            }
            Event::Refused(refusal) => out.text(format!("refused: {refusal}")),
            _ => out.text(name(event).into()),
        }
    }
}

pub(crate) fn name<A>(event: &Event<A>) -> &'static str {
    match event {
        Event::Opened(_) => "opened",
        Event::Audio(_) => "audio",
        Event::SegmentEnded { .. } => "segment",
        Event::ReleaseEnded { .. } => "release",
        Event::GenerationEnded { .. } => "generation",
        Event::Flushed { .. } => "flushed",
        Event::Cleared { .. } => "cleared",
        Event::Updated { .. } => "updated",
        Event::Warned { .. } => "warned",
        Event::Closed { .. } => "closed",
        Event::Refused(_) => "refused",
    }
}

/// How the engine answers.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Engine {
    /// At once, in pieces of so many samples, words with the piece that they begin in.
    Pieces(usize),
    /// At once, in pieces of so many samples, all words behind the last.
    WordsLast(usize),
    /// When the test says so.
    Silent,
}

pub(crate) struct Desk {
    pub(crate) connection: Connection,
    pub(crate) now: Moment,
    pub(crate) engine: Engine,
    pub(crate) jobs: VecDeque<SynthesisJob>,
    pub(crate) work: Vec<String>,
    pad: Arc<Mutex<Pad>>,
    next_token: u64,
    /// Which acknowledgements were asked for.
    pub(crate) asked: Vec<(ContextId, u64)>,
}

impl Desk {
    pub(crate) fn new(engine: Engine) -> Self {
        Self::with_limits(engine, Limits::default())
    }

    pub(crate) fn with_limits(engine: Engine, limits: Limits) -> Self {
        let pad = Arc::new(Mutex::new(Pad::default()));
        let connection = Connection::new(Box::new(Tiny(Arc::clone(&pad))), Arc::new(limits));
        let (jobs, work) = (VecDeque::new(), Vec::new());
        Self { connection, now: Moment::START, engine, jobs, work, pad, next_token: 0, asked: Vec::new() }
    }

    pub(crate) fn command(&mut self, command: Command) {
        locked(&self.pad).commands.push_back(command);
        self.frame("do");
    }

    pub(crate) fn frame(&mut self, text: &str) {
        self.connection.on_frame(self.now, ClientFrame::Text(text));
        self.settle();
    }

    pub(crate) fn open(&mut self, context: u64, settings: ContextSettings) {
        self.command(Command::Open { context: ContextId(context), settings: Box::new(settings) });
    }

    pub(crate) fn say(&mut self, context: u64, text: &str) {
        self.command(Command::Say { context: ContextId(context), text: text.into() });
    }

    pub(crate) fn flush(&mut self, context: u64) {
        let token = self.token(context);
        self.command(Command::Flush { context: ContextId(context), token });
    }

    pub(crate) fn clear(&mut self, context: u64) {
        let token = self.token(context);
        self.command(Command::Clear { context: ContextId(context), token });
    }

    pub(crate) fn update(&mut self, context: u64, settings: ContextSettings) {
        let token = self.token(context);
        self.command(Command::Update { context: ContextId(context), token, settings: Box::new(settings) });
    }

    pub(crate) fn finish(&mut self, context: u64) {
        self.command(Command::Finish { context: ContextId(context) });
    }

    pub(crate) fn cancel(&mut self, context: u64) {
        self.command(Command::Cancel { context: ContextId(context) });
    }

    pub(crate) fn pass(&mut self, time: Duration) {
        self.now = self.now + time;
        self.connection.on_deadline(self.now);
        self.settle();
    }

    /// The oldest job's news.
    pub(crate) fn engine_says(&mut self, event: EngineEvent) {
        let job = self.jobs.front().expect("a job waits").job;
        if !matches!(event, EngineEvent::Piece { .. }) {
            self.jobs.pop_front();
        }
        self.connection.on_engine(self.now, job, event);
        self.settle();
    }

    /// So many samples for the oldest job.
    pub(crate) fn sound(&mut self, samples: usize) {
        let pcm = PcmChunk { rate: RATE, samples: vec![1; samples] };
        self.engine_says(EngineEvent::Piece { pcm, words: Vec::new(), phonemes: Vec::new() });
    }

    /// Takes the next frame, whatever it is.
    pub(crate) fn take(&mut self) -> Option<Outgoing> {
        let had = self.connection.has_outgoing();
        let outgoing = self.connection.next_frame(self.now);
        assert!(had || outgoing.is_none(), "has_outgoing said there was nothing");
        assert!(outgoing.is_some() || !self.connection.has_outgoing(), "nothing came, yet there is more");
        self.settle();
        outgoing
    }

    pub(crate) fn take_all(&mut self) -> Vec<Outgoing> {
        std::iter::from_fn(|| self.take()).collect()
    }

    /// Everything that the protocol has been told since the last time.
    pub(crate) fn told(&mut self) -> Vec<Event<EncodedAudio>> {
        std::mem::take(&mut locked(&self.pad).told)
    }

    /// Which contexts the protocol has learnt to be gone from the session, since the last time.
    pub(crate) fn gone(&mut self) -> Vec<u64> {
        std::mem::take(&mut locked(&self.pad).gone).into_iter().map(|context| context.0).collect()
    }

    /// Takes all frames and gives what the protocol was told.
    pub(crate) fn all_told(&mut self) -> Vec<Event<EncodedAudio>> {
        self.take_all();
        self.told()
    }

    fn token(&mut self, context: u64) -> FlushToken {
        self.next_token += 1;
        self.asked.push((ContextId(context), self.next_token));
        FlushToken(self.next_token)
    }

    fn settle(&mut self) {
        while let Some(work) = self.connection.poll_work() {
            self.work.push(format!("{work:?}"));
            match work {
                Work::Reserve(context, _) => {
                    self.connection.on_admission(self.now, context, Verdict::Admitted);
                }
                Work::Submit(job) => self.submit(job),
                Work::Abandon(id) => self.jobs.retain(|job| job.job != id),
                Work::Release(_) | Work::Sent(..) | Work::Cleared(_) => {}
            }
        }
    }

    fn submit(&mut self, job: SynthesisJob) {
        let events = match self.engine {
            Engine::Silent => return self.jobs.push_back(job),
            Engine::Pieces(len) => spoken(&job, len, WordsCome::WithTheirPiece),
            Engine::WordsLast(len) => spoken(&job, len, WordsCome::Last),
        };
        for event in events {
            self.connection.on_engine(self.now, job.job, event);
        }
    }
}

#[derive(PartialEq)]
enum WordsCome {
    WithTheirPiece,
    Last,
}

fn spoken(job: &SynthesisJob, piece: usize, come: WordsCome) -> Vec<EngineEvent> {
    let text = job.request.text.text.as_str();
    let total = text.len() * SAMPLES_PER_CHAR;
    let samples: Vec<i16> = (0..total).map(|n| (n % 30_000) as i16).collect();
    let words: Vec<SpokenWord> = job
        .request
        .text
        .words
        .iter()
        .map(|word| SpokenWord {
            source: word.source,
            start: SampleCount((word.spoken.start * SAMPLES_PER_CHAR) as u64),
            end: SampleCount((word.spoken.end * SAMPLES_PER_CHAR) as u64),
        })
        .collect();
    let mut events = Vec::new();
    for (index, part) in samples.chunks(piece).enumerate() {
        let range = (index * piece) as u64..(index * piece + part.len()) as u64;
        let begun = words.iter().filter(|word| range.contains(&word.start.0));
        let words = if come == WordsCome::Last { Vec::new() } else { begun.cloned().collect() };
        let pcm = PcmChunk { rate: RATE, samples: part.to_vec() };
        events.push(EngineEvent::Piece { pcm, words, phonemes: Vec::new() });
    }
    if come == WordsCome::Last {
        events.push(EngineEvent::Piece {
            pcm: PcmChunk { rate: RATE, samples: Vec::new() },
            words,
            phonemes: Vec::new(),
        });
    }
    events.push(EngineEvent::Finished);
    events
}

pub(crate) fn audio(events: &[Event<EncodedAudio>]) -> Vec<&AudioEvent<EncodedAudio>> {
    events
        .iter()
        .filter_map(|event| match event {
            Event::Audio(audio) => Some(audio),
            _ => None,
        })
        .collect()
}

/// How long each chunk is, in ms.
pub(crate) fn lengths(events: &[Event<EncodedAudio>]) -> Vec<u64> {
    audio(events).iter().map(|audio| audio.duration.as_millis()).collect()
}

pub(crate) fn bytes(events: &[Event<EncodedAudio>]) -> Vec<u8> {
    audio(events).iter().flat_map(|audio| audio.audio.0.clone()).collect()
}

pub(crate) fn last_marks(events: &[Event<EncodedAudio>]) -> Vec<bool> {
    audio(events).iter().map(|audio| audio.part == Part::Last).collect()
}

/// The names of all events, consecutive audio as one.
pub(crate) fn story(events: &[Event<EncodedAudio>]) -> String {
    let mut names: Vec<&str> = events.iter().map(name).collect();
    names.dedup_by(|a, b| a == b && *a == "audio");
    names.join(" ")
}
