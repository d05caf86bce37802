//! Listens in between a connection and its protocol, to know which frames carry which sound, and what passed between them.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use session::{AudioEvent, Command, Event, Part};
use speech::{
    AudioTime, ContextId, EncodedAudio, FlushToken, GenerationId, Moment, OutputForm, Refusal, RefusalKind,
};
use wire::{Action, Actions, ClientFrame, Protocol};

/// The sound that a frame was rendered for.
#[derive(Debug, Clone, PartialEq)]
pub struct Sound {
    /// Whose it is.
    pub context: ContextId,
    /// Of which of its generations.
    pub generation: GenerationId,
    /// In what form it was encoded.
    pub form: OutputForm,
    /// How long it plays, by the outbox's account.
    pub duration: AudioTime,
    /// How many bytes it has.
    pub bytes: usize,
    /// Whether it was marked as the last of its generation.
    pub part: Part,
}

/// Something that passed between a protocol and its session, in order.
#[derive(Debug, Clone, PartialEq)]
pub enum Passed {
    /// The protocol was given the next frame of its client.
    Frame,
    /// The protocol asked for this.
    Command(Command),
    /// The protocol was told this, and sent so many frames because of it; a close counts as one.
    Event(Event<EncodedAudio>, usize),
    /// The protocol declined something in words of its own.
    Declined(RefusalKind),
    /// The protocol closed the connection, with everything that was unspoken.
    Closed,
    /// The server closes and all was said: the protocol took its leave.
    Goodbye,
}

/// What was overheard.
#[derive(Debug, Default)]
struct Notes {
    forms: HashMap<ContextId, OutputForm>,
    updates: HashMap<(ContextId, FlushToken), OutputForm>,
    /// One for each frame that the protocol sent and that was not asked about yet.
    frames: VecDeque<Option<Sound>>,
    /// Sound that the protocol was given and keeps for a later frame.
    kept: Option<Sound>,
    passed: Vec<Passed>,
}

/// A protocol with somebody listening in.
pub(crate) struct Eavesdropped {
    inner: Box<dyn Protocol>,
    ear: Ear,
}

/// Who listens.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ear(Arc<Mutex<Notes>>);

impl Ear {
    /// What the next frame that leaves was rendered for.
    pub(crate) fn next_frame(&self) -> Option<Sound> {
        self.notes().frames.pop_front().flatten()
    }

    /// All that has passed.
    pub(crate) fn passed(&self) -> Vec<Passed> {
        self.notes().passed.clone()
    }

    fn notes(&self) -> MutexGuard<'_, Notes> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Eavesdropped {
    pub(crate) fn new(inner: Box<dyn Protocol>, ear: Ear) -> Self {
        Self { inner, ear }
    }

    /// Notes what the protocol caused. Gives `sound` back if there was no frame for it.
    fn note(&self, caused: &[Action], sound: Option<Sound>) -> Option<Sound> {
        let mut notes = self.ear.notes();
        let mut is_kept = true;
        for action in caused {
            match action {
                Action::Command(command) => notes.learn(command),
                Action::Send(_) => {
                    is_kept = false;
                    notes.frames.push_back(sound.clone());
                }
                Action::Close(_) => notes.passed.push(Passed::Closed),
                Action::Refused(kind) => notes.passed.push(Passed::Declined(*kind)),
            }
        }
        sound.filter(|_| is_kept)
    }
}

impl Notes {
    fn learn(&mut self, command: &Command) {
        self.passed.push(Passed::Command(command.clone()));
        match command {
            Command::Open { context, settings } => {
                self.forms.entry(*context).or_insert(settings.form);
            }
            Command::Update { context, token, settings } => {
                self.updates.insert((*context, *token), settings.form);
            }
            _ => {}
        }
    }

    fn hear(&mut self, event: &Event<EncodedAudio>) {
        match event {
            Event::Audio(audio) => self.hear_sound(audio),
            Event::Updated { context, token } => {
                if let Some(form) = self.updates.remove(&(*context, *token)) {
                    self.forms.insert(*context, form);
                }
            }
            _ => {}
        }
    }

    fn hear_sound(&mut self, audio: &AudioEvent<EncodedAudio>) {
        let Some(form) = self.forms.get(&audio.context) else { return };
        let kept = self.kept.take().filter(|kept| kept.context == audio.context);
        self.kept = Some(Sound {
            context: audio.context,
            generation: audio.generation,
            form: *form,
            duration: kept.as_ref().map_or(AudioTime::ZERO, |kept| kept.duration) + audio.duration,
            bytes: kept.map_or(0, |kept| kept.bytes) + audio.audio.0.len(),
            part: audio.part,
        });
    }
}

impl Protocol for Eavesdropped {
    fn on_client_frame(
        &mut self,
        now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        self.ear.notes().passed.push(Passed::Frame);
        let before = out.as_slice().len();
        let result = self.inner.on_client_frame(now, frame, out);
        self.note(&out.as_slice()[before..], None);
        result
    }

    fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        self.ear.notes().hear(event);
        let before = out.as_slice().len();
        self.inner.on_event(now, event, out);
        let caused = &out.as_slice()[before..];
        let frames =
            caused.iter().filter(|action| matches!(action, Action::Send(_) | Action::Close(_))).count();
        self.ear.notes().passed.push(Passed::Event(event.clone(), frames));
        let sound = self.ear.notes().kept.take();
        let kept = self.note(caused, sound);
        self.ear.notes().kept = kept;
    }

    fn on_silence(&mut self, now: Moment, context: ContextId, out: &mut Actions) {
        let before = out.as_slice().len();
        self.inner.on_silence(now, context, out);
        self.note(&out.as_slice()[before..], None);
    }

    fn on_gone(&mut self, context: ContextId) {
        self.inner.on_gone(context);
    }

    fn on_ping(&mut self, now: Moment) {
        self.inner.on_ping(now);
    }

    fn on_deadline(&mut self, now: Moment, out: &mut Actions) {
        let before = out.as_slice().len();
        self.inner.on_deadline(now, out);
        self.note(&out.as_slice()[before..], None);
    }

    fn next_deadline(&self) -> Option<Moment> {
        self.inner.next_deadline()
    }

    fn on_drained(&mut self, out: &mut Actions) {
        let before = out.as_slice().len();
        self.inner.on_drained(out);
        self.ear.notes().passed.push(Passed::Goodbye);
        self.note(&out.as_slice()[before..], None);
    }
}
