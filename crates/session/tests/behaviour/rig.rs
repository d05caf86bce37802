//! One session between a client and a scripted engine, in virtual time.
//!
//! The engine speaks each character of its text for 10 ms; every sample carries the number of its job, so that a test can
//! tell whose sound it hears.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use session::{
    AudioEvent, Command, ContextSettings, Effect, EngineEvent, Event, GenerationRule, Heard, Input, Limits,
    Retry, SegmentPolicy, Session, SynthesisJob, Verdict, WordTimes,
};
use speech::{
    AudioTime, CodecId, ContainerId, ContextId, FlushToken, JobId, KeyId, LaneId, Moment, OutputForm,
    PcmChunk, SampleCount, SampleRate, Scope, SpokenWord, VoiceSettings,
};

pub(crate) const RATE: SampleRate = SampleRate::known(24_000);
const SAMPLES_PER_CHARACTER: usize = 240;

/// Whether reservations are answered as soon as they are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Admissions {
    AtOnce,
    ByHand,
}

pub(crate) struct Rig {
    pub(crate) session: Session,
    pub(crate) now: Moment,
    pub(crate) admissions: Admissions,
    /// Submitted and neither ended nor abandoned.
    pub(crate) jobs: VecDeque<SynthesisJob>,
    /// Everything told and not looked at.
    pub(crate) events: Vec<Event<PcmChunk>>,
    /// Everything else that was caused, as words.
    pub(crate) caused: Vec<String>,
    /// Whose turn it was last, over all lanes.
    turn: Option<ContextId>,
    /// For each stretch of sound, whose turn it was and who spoke.
    pub(crate) speakers: Vec<(Option<ContextId>, ContextId)>,
}

/// The settings that tests change what they care about in.
pub(crate) fn plain() -> ContextSettings {
    ContextSettings {
        voice: "tone".into(),
        reading: session::Reading::of(speech::Language::new("en")),
        voice_settings: VoiceSettings::default(),
        form: OutputForm {
            codec: CodecId::PCM_S16LE,
            container: ContainerId::RAW,
            rate: RATE,
            bit_rate: None,
            scope: Scope::Context,
        },
        policy: SegmentPolicy::Sentences,
        release_delay: None,
        generations: GenerationRule::EachFlush,
        cast: session::Cast::default(),
        markup: session::Syntax::default(),
        word_times: WordTimes::Off,
        lane: None,
        key: KeyId(0),
    }
}

pub(crate) fn in_lane(lane: u64) -> ContextSettings {
    ContextSettings { lane: Some(LaneId(lane)), ..plain() }
}

pub(crate) fn token(token: u64) -> FlushToken {
    FlushToken(token)
}

impl Rig {
    pub(crate) fn new() -> Self {
        Self::with(Limits::default())
    }

    pub(crate) fn with(limits: Limits) -> Self {
        Self {
            session: Session::new(Arc::new(limits)),
            now: Moment::START,
            admissions: Admissions::AtOnce,
            jobs: VecDeque::new(),
            events: Vec::new(),
            caused: Vec::new(),
            turn: None,
            speakers: Vec::new(),
        }
    }

    /// A session with one open context, 1, and nothing left to tell.
    pub(crate) fn talking(settings: ContextSettings) -> Self {
        let mut rig = Self::new();
        rig.open(1, settings);
        rig.forget();
        rig
    }

    pub(crate) fn forget(&mut self) {
        self.events.clear();
        self.caused.clear();
    }

    pub(crate) fn give(&mut self, input: Input) {
        self.session.handle(self.now, input);
        while let Some(effect) = self.session.poll() {
            self.take(effect);
        }
    }

    fn take(&mut self, effect: Effect) {
        match effect {
            Effect::Emit(event) => {
                if let Event::Audio(audio) = &event {
                    self.speakers.push((self.turn, audio.context));
                }
                self.events.push(event);
            }
            Effect::Submit(job) => {
                self.caused.push(format!(
                    "submit {} {:?} {}",
                    job.context,
                    job.start,
                    job.request.text.text.as_str()
                ));
                self.jobs.push_back(job);
            }
            Effect::Abandon(job) => {
                self.caused.push(format!("abandon {job}"));
                self.jobs.retain(|other| other.job != job);
            }
            Effect::Turn(context) => {
                self.turn = Some(context);
                self.caused.push(format!("turn {context}"));
            }
            Effect::Release(context) => self.caused.push(format!("release {context}")),
            Effect::Reserve(context, voice) => {
                self.caused.push(format!("reserve {context} {voice}"));
                if self.admissions == Admissions::AtOnce {
                    self.session.handle(self.now, Input::Admission(context, Verdict::Admitted));
                }
            }
        }
    }

    pub(crate) fn ask(&mut self, command: Command) {
        self.give(Input::Command(command));
    }

    pub(crate) fn open(&mut self, context: u64, settings: ContextSettings) {
        self.ask(Command::Open { context: ContextId(context), settings: Box::new(settings) });
    }

    pub(crate) fn say(&mut self, context: u64, text: &str) {
        self.ask(Command::Say { context: ContextId(context), text: text.into() });
    }

    pub(crate) fn flush(&mut self, context: u64, number: u64) {
        self.ask(Command::Flush { context: ContextId(context), token: token(number) });
    }

    pub(crate) fn clear(&mut self, context: u64, number: u64) {
        self.ask(Command::Clear { context: ContextId(context), token: token(number) });
    }

    pub(crate) fn update(&mut self, context: u64, number: u64, settings: ContextSettings) {
        let settings = Box::new(settings);
        self.ask(Command::Update { context: ContextId(context), token: token(number), settings });
    }

    pub(crate) fn finish(&mut self, context: u64) {
        self.ask(Command::Finish { context: ContextId(context) });
    }

    pub(crate) fn cancel(&mut self, context: u64) {
        self.ask(Command::Cancel { context: ContextId(context) });
    }

    pub(crate) fn admit(&mut self, context: u64) {
        self.give(Input::Admission(ContextId(context), Verdict::Admitted));
    }

    pub(crate) fn decline(&mut self, context: u64) {
        let retry_after = Duration::from_millis(700);
        self.give(Input::Admission(ContextId(context), Verdict::Declined { retry_after }));
    }

    pub(crate) fn sent(&mut self, context: u64, millis: u64) {
        self.give(Input::Sent(ContextId(context), AudioTime::from_millis(millis)));
    }

    /// Lets time pass, waking the session whenever it asked for it.
    pub(crate) fn wait(&mut self, millis: u64) {
        let end = self.now + Duration::from_millis(millis);
        while let Some(at) = self.session.next_deadline().filter(|at| *at <= end) {
            self.now = at.max(self.now);
            self.give(Input::Tick);
        }
        self.now = end;
    }

    /// The engine's news of a job.
    pub(crate) fn news(&mut self, job: JobId, event: EngineEvent) {
        if !matches!(event, EngineEvent::Piece { .. }) {
            self.jobs.retain(|other| other.job != job);
        }
        self.give(Input::Engine(job, event));
    }

    /// The oldest job's sound, whole or in part, without its end.
    pub(crate) fn sound(&mut self, characters: usize) -> JobId {
        let job = self.jobs.front().expect("a job is out").clone();
        self.news(job.job, piece(&job, 0, characters));
        job.job
    }

    /// The engine speaks its oldest job to the end.
    pub(crate) fn speak_one(&mut self) -> bool {
        let Some(job) = self.jobs.front().cloned() else { return false };
        let length = job.request.text.text.chars().count();
        self.news(job.job, piece(&job, 0, length));
        self.news(job.job, EngineEvent::Finished);
        true
    }

    /// The engine speaks all that it is given, one after another.
    pub(crate) fn speak(&mut self) {
        while self.speak_one() {}
    }

    pub(crate) fn fail(&mut self, retry: Retry) {
        let job = self.jobs.front().expect("a job is out").job;
        self.news(job, EngineEvent::Failed { retry, message: "the engine gave up".into() });
    }

    /// What was told since the last look, a line an event.
    pub(crate) fn told(&mut self) -> Vec<String> {
        self.events.drain(..).map(|event| line(&event)).collect()
    }

    /// The same without the ends of segments and releases.
    pub(crate) fn story(&mut self) -> Vec<String> {
        let detail = |line: &String| line.contains(" segment ") || line.contains(" release ");
        self.told().into_iter().filter(|line| !detail(line)).collect()
    }

    pub(crate) fn causes(&mut self) -> Vec<String> {
        std::mem::take(&mut self.caused)
    }
}

/// A stretch of a job's sound, from one character of its text to another, with the words that begin in it.
pub(crate) fn piece(job: &SynthesisJob, from: usize, to: usize) -> EngineEvent {
    let samples = vec![job.job.0 as i16; (to - from) * SAMPLES_PER_CHARACTER];
    let text = &job.request.text;
    let at = |byte: usize| SampleCount((text.text[..byte].chars().count() * SAMPLES_PER_CHARACTER) as u64);
    let (first, end) = (from * SAMPLES_PER_CHARACTER, to * SAMPLES_PER_CHARACTER);
    let words = text
        .words
        .iter()
        .map(|word| SpokenWord {
            source: word.source,
            start: at(word.spoken.start),
            end: at(word.spoken.end),
        })
        .filter(|word| (first as u64..end as u64).contains(&word.start.0))
        .collect();
    EngineEvent::Piece { pcm: PcmChunk { rate: RATE, samples }, words, phonemes: Vec::new() }
}

/// An event as a line of a transcript.
pub(crate) fn line(event: &Event<PcmChunk>) -> String {
    match event {
        Event::Opened(context) => format!("{context} opened"),
        Event::Audio(audio) => audio_line(audio),
        Event::SegmentEnded { context, generation, place, outcome, said_by } => {
            let (start, end) = (place.start.bytes, place.end.bytes);
            let by = said_by.as_ref().map(|found| format!(" {} by {}", found.language, found.voice));
            format!("{context} {generation} segment {start}..{end} {outcome:?}{}", by.unwrap_or_default())
        }
        Event::ReleaseEnded { context, generation, release } => {
            format!("{context} {generation} release {release} ended")
        }
        Event::GenerationEnded { context, generation, duration, .. } => {
            format!("{context} {generation} ended {}ms", duration.as_millis())
        }
        Event::Flushed { context, token, generation: Some(generation) } => {
            format!("{context} flushed {token} {generation}")
        }
        Event::Flushed { context, token, generation: None } => format!("{context} flushed {token} nothing"),
        Event::Cleared { context, token, heard } => {
            format!("{context} cleared {token} {}", heard_line(heard))
        }
        Event::Updated { context, token } => format!("{context} updated {token}"),
        Event::Warned { context, warning } => format!("{context} warned {}", warning.code()),
        Event::Closed { context, reason, heard } => {
            format!("{context} closed {reason:?} {}", heard_line(heard))
        }
        Event::Refused(refusal) => match (refusal.context, refusal.ended()) {
            (Some(context), Some(_)) => format!("{context} refused {:?}", refusal.kind),
            (Some(context), None) => format!("{context} request refused {:?}", refusal.kind),
            (None, _) => format!("refused {:?}", refusal.kind),
        },
    }
}

fn audio_line(audio: &AudioEvent<PcmChunk>) -> String {
    let AudioEvent { context, generation, start, duration, words, .. } = audio;
    let words: String =
        words.iter().map(|word| format!(" [{}({}){}]", word.lead(), word.text(), word.tail())).collect();
    format!("{context} {generation} audio {}+{}ms{words}", start.as_millis(), duration.as_millis())
}

fn heard_line(heard: &Heard) -> String {
    let (sent, total) = (heard.sent.as_millis(), heard.sent_total.as_millis());
    match &heard.word {
        Some(word) => format!("heard {sent}/{total}ms word at {}", word.place.start.bytes),
        None => format!("heard {sent}/{total}ms"),
    }
}
