//! One context's form and encoder: from a chunk of samples to the client's bytes.
//!
//! An encoder settles with the last chunk of a generation, and before a flush is acknowledged, so that the client can
//! decode what it was told it has. It does not settle at an [`Event::ReleaseEnded`]: whether a release ends before the next
//! one begins depends on when messages came, and padding is heard. Bytes that a mark brings out of the encoder go ahead of
//! it, as an audio event without duration. A context that closes without ever having sounded still is the whole stream that
//! it promised: a container that has a header brings it.

use std::collections::VecDeque;

use audio::FormError;
use session::{AudioEvent, CloseReason, Event, Outlook, Part, Then};
use speech::{
    AudioTime, ContainerId, ContextId, EncodedAudio, FlushToken, GenerationId, OutputForm, PcmChunk, Scope,
};

use crate::late::LastWord;
use crate::taps::{SharedTaps, Shift, Tap};

/// What encodes one context's sound.
pub(crate) struct Mouth {
    context: ContextId,
    form: OutputForm,
    /// Forms that come into use with the acknowledgement of their update.
    later_forms: VecDeque<(FlushToken, OutputForm)>,
    /// The stream, where it is not the connection's.
    own: Option<Box<Tap>>,
    residue: Residue,
    close: Close,
    /// How many streams of its own it has had.
    streams: u32,
    /// How what follows lies in the stream, against when it was said.
    shift: Shift,
    /// What was encoded without giving bytes: it rides with the next that does.
    unheard: Option<AudioEvent<EncodedAudio>>,
    /// Where the sound that has left ends.
    pub(crate) reached: Option<Reached>,
    /// The last word that has left.
    pub(crate) last_word: Option<LastWord>,
}

/// What is to become of sound that sits in the encoder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Residue {
    /// It belongs to what is being said.
    Wanted,
    /// It was taken back by a clear or cancel.
    TakenBack,
}

/// Whether a chunk is still to come that may be called the last of its generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Close {
    /// One is.
    Due,
    /// It left, or never will: what it belonged to was taken back. Bytes may follow that close the stream.
    Past,
}

/// A place in a context's sound.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reached {
    pub(crate) generation: GenerationId,
    /// Of the generation's first release.
    pub(crate) characters: u32,
    pub(crate) generation_start: AudioTime,
    /// Since the generation began.
    pub(crate) end: AudioTime,
}

/// What surrounds a context.
pub(crate) struct Surroundings<'a> {
    /// The connection's own streams.
    pub(crate) shared: &'a mut SharedTaps,
    /// Whether other contexts live.
    pub(crate) company: Company,
}

/// Whether a context is the only one of its connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Company {
    Alone,
    Others,
}

impl Reached {
    /// The place of a context that has not sounded.
    const NOTHING: Self = Self {
        generation: GenerationId(0),
        characters: 0,
        generation_start: AudioTime::ZERO,
        end: AudioTime::ZERO,
    };
}

impl Mouth {
    pub(crate) fn new(context: ContextId, form: OutputForm) -> Self {
        Self {
            context,
            form,
            later_forms: VecDeque::new(),
            own: None,
            residue: Residue::Wanted,
            close: Close::Due,
            streams: 0,
            shift: Shift::default(),
            unheard: None,
            reached: None,
            last_word: None,
        }
    }

    /// From the acknowledgement of this update on, sound leaves in another form.
    pub(crate) fn expect_form(&mut self, token: FlushToken, form: OutputForm) {
        self.later_forms.push_back((token, form));
    }

    /// Where so much sound of the context ends in its stream.
    pub(crate) fn in_stream(&self, sent_total: AudioTime) -> AudioTime {
        self.shift.apply(sent_total)
    }

    /// The acknowledgement of this update leaves.
    pub(crate) fn use_form_of(&mut self, token: FlushToken) {
        if let Some(index) = self.later_forms.iter().position(|(of, _)| *of == token) {
            self.form = self.later_forms[index].1;
            self.later_forms.drain(..=index);
        }
    }

    /// What sits in the encoder is not wanted any more.
    pub(crate) fn take_back(&mut self) {
        self.residue = Residue::TakenBack;
        self.close = Close::Past;
        self.unheard = None;
    }

    /// Makes sure that there is an encoder.
    ///
    /// # Errors
    /// [`FormError`] if there cannot be one.
    pub(crate) fn prepare(&mut self, around: &mut Surroundings<'_>) -> Result<(), FormError> {
        self.tap(around).map(|_| ())
    }

    /// Encodes a chunk; gives an event once there are bytes.
    pub(crate) fn speak(
        &mut self,
        chunk: AudioEvent<PcmChunk>,
        outlook: Outlook,
        around: &mut Surroundings<'_>,
    ) -> Result<Option<AudioEvent<EncodedAudio>>, FormError> {
        self.tap(around)?.push(chunk.context, &chunk.audio);
        self.note(&chunk);
        let shift = self.shift;
        let mut bytes = Vec::new();
        if chunk.part == Part::Last {
            self.end_generation(outlook, around, &mut bytes);
        }
        self.message(around, &mut bytes);
        Ok(self.heard(encoded(chunk, shift, bytes)))
    }

    /// Brings out of the encoder what must precede `mark`. Doing it again brings nothing.
    pub(crate) fn squeeze(
        &mut self,
        mark: &Event<PcmChunk>,
        around: &mut Surroundings<'_>,
    ) -> Option<AudioEvent<EncodedAudio>> {
        let shift = self.shift;
        let mut bytes = Vec::new();
        if self.residue == Residue::TakenBack {
            self.residue = Residue::Wanted;
            self.forget(around, &mut bytes);
        }
        self.make_way_for(mark, around, &mut bytes);
        self.message(around, &mut bytes);
        if bytes.is_empty() {
            return None;
        }
        let reached = self.reached.unwrap_or(Reached::NOTHING);
        let part = self.part_of_tail();
        self.heard(AudioEvent {
            context: self.context,
            generation: reached.generation,
            audio: EncodedAudio(bytes),
            characters: reached.characters,
            generation_start: shift.apply(reached.generation_start),
            start: reached.end,
            duration: AudioTime::ZERO,
            words: Vec::new(),
            part,
            then: Then::More,
        })
    }

    /// What a mark brings out of the encoder is the last of its generation, once, unless that was cut short.
    fn part_of_tail(&mut self) -> Part {
        match std::mem::replace(&mut self.close, Close::Past) {
            Close::Due => Part::Last,
            Close::Past => Part::More,
        }
    }

    fn make_way_for(&mut self, mark: &Event<PcmChunk>, around: &mut Surroundings<'_>, bytes: &mut Vec<u8>) {
        match mark {
            Event::GenerationEnded { outlook, .. } => self.end_generation(*outlook, around, bytes),
            Event::Flushed { .. } => self.settle(around),
            Event::Updated { token, .. } if self.changes_form(*token) => self.finish_own(bytes),
            Event::Closed { reason: CloseReason::Finished | CloseReason::Drained, .. } => {
                self.open_if_silent(around);
                self.finish_all(around, bytes);
            }
            Event::Closed { reason: CloseReason::Cancelled, .. } | Event::Refused(_) => {
                self.finish_all(around, bytes);
            }
            Event::Updated { .. }
            | Event::Opened(_)
            | Event::Audio(_)
            | Event::SegmentEnded { .. }
            | Event::ReleaseEnded { .. }
            | Event::Warned { .. }
            | Event::Cleared { .. } => {}
        }
    }

    /// Opens the stream of a context that never sounded, so that its end writes the container's header. Without a
    /// container, nothing is the whole of an empty stream.
    fn open_if_silent(&mut self, around: &mut Surroundings<'_>) {
        let is_whole_stream = match self.form.scope {
            Scope::Connection => around.company == Company::Alone,
            Scope::Context => true,
            Scope::Generation => false,
        };
        let is_owed = is_whole_stream && self.form.container != ContainerId::RAW;
        // A form that is not on offer stays silent: there was nothing to encode.
        if is_owed && self.reached.is_none() && self.tap(around).is_ok() {
            self.reached = Some(Reached::NOTHING);
        }
    }

    fn note(&mut self, chunk: &AudioEvent<PcmChunk>) {
        self.residue = Residue::Wanted;
        self.close = if chunk.part == Part::Last { Close::Past } else { Close::Due };
        self.reached = Some(Reached {
            generation: chunk.generation,
            characters: chunk.characters,
            generation_start: chunk.generation_start,
            end: chunk.start + chunk.duration,
        });
        if let Some(word) = chunk.words.last() {
            self.last_word = Some(LastWord::of(word));
        }
    }

    /// A stream that ends with a generation ends with its last sound: so a container can say to the sample where that is.
    fn end_generation(&mut self, outlook: Outlook, around: &mut Surroundings<'_>, bytes: &mut Vec<u8>) {
        match (self.form.scope, outlook) {
            (Scope::Generation, _) | (Scope::Context, Outlook::End) => self.finish_own(bytes),
            (Scope::Connection, Outlook::End) if around.company == Company::Alone => {
                around.shared.finish(bytes)
            }
            (Scope::Context | Scope::Connection, _) => self.settle(around),
        }
    }

    fn settle(&mut self, around: &mut Surroundings<'_>) {
        let (context, owes_sound) = (self.context, self.unheard.is_some());
        let shift = self.open_tap(around).map(|tap| match owes_sound {
            // Others have spoken since, but what it has not told yet must not be lost.
            true => tap.settle_for_all(),
            false => tap.settle(context),
        });
        self.shift += shift.unwrap_or_default();
    }

    /// One message of what the stream, if it goes on, has to say.
    fn message(&mut self, around: &mut Surroundings<'_>, bytes: &mut Vec<u8>) {
        if let Some(tap) = self.open_tap(around) {
            tap.message(bytes);
        }
    }

    /// Forgets what sits in the encoder. What one generation alone was to be in is at its end.
    fn forget(&mut self, around: &mut Surroundings<'_>, bytes: &mut Vec<u8>) {
        let context = self.context;
        let shift = self.open_tap(around).map(|tap| tap.clear(context));
        self.shift += shift.unwrap_or_default();
        if self.form.scope == Scope::Generation {
            self.finish_own(bytes);
        }
    }

    fn finish_own(&mut self, bytes: &mut Vec<u8>) {
        if let Some(tap) = self.own.take() {
            tap.finish(bytes);
        }
    }

    /// Ends its own stream and, if nobody else may speak into them, the connection's.
    fn finish_all(&mut self, around: &mut Surroundings<'_>, bytes: &mut Vec<u8>) {
        self.finish_own(bytes);
        if around.company == Company::Alone {
            around.shared.finish(bytes);
        }
    }

    /// The stream that this context's sound goes into.
    fn tap<'a>(&'a mut self, around: &'a mut Surroundings<'_>) -> Result<&'a mut Tap, FormError> {
        if self.form.scope == Scope::Connection {
            return around.shared.open(self.form);
        }
        match &mut self.own {
            Some(tap) => Ok(tap),
            none => {
                self.streams = self.streams.wrapping_add(1);
                Ok(none.insert(Box::new(Tap::open(self.form, self.streams)?)))
            }
        }
    }

    /// The same, if there is one already.
    fn open_tap<'a>(&'a mut self, around: &'a mut Surroundings<'_>) -> Option<&'a mut Tap> {
        match self.form.scope {
            Scope::Connection => around.shared.get(&self.form),
            Scope::Context | Scope::Generation => self.own.as_deref_mut(),
        }
    }

    fn changes_form(&self, token: FlushToken) -> bool {
        self.later_forms.iter().any(|(of, form)| *of == token && *form != self.form)
    }

    /// `event` with what was encoded before it without giving bytes, once there are bytes.
    fn heard(&mut self, event: AudioEvent<EncodedAudio>) -> Option<AudioEvent<EncodedAudio>> {
        let event = joined(self.unheard.take(), event);
        if event.audio.0.is_empty() {
            self.unheard = Some(event);
            return None;
        }
        Some(event)
    }
}

/// A chunk as it is told: with its bytes, and where it lies in its stream.
fn encoded(mut chunk: AudioEvent<PcmChunk>, shift: Shift, bytes: Vec<u8>) -> AudioEvent<EncodedAudio> {
    for word in &mut chunk.words {
        word.generation_start = shift.apply(word.generation_start);
    }
    AudioEvent {
        context: chunk.context,
        generation: chunk.generation,
        audio: EncodedAudio(bytes),
        characters: chunk.characters,
        generation_start: shift.apply(chunk.generation_start),
        start: chunk.start,
        duration: chunk.duration,
        words: chunk.words,
        part: chunk.part,
        then: chunk.then,
    }
}

/// `event` with what went before it in its generation without bytes of its own.
fn joined(
    unheard: Option<AudioEvent<EncodedAudio>>,
    mut event: AudioEvent<EncodedAudio>,
) -> AudioEvent<EncodedAudio> {
    let Some(before) = unheard.filter(|before| before.generation == event.generation) else { return event };
    event.start = before.start;
    event.duration = event.duration + before.duration;
    if before.part == Part::Last {
        event.part = Part::Last;
    }
    event.words.splice(..0, before.words);
    event
}
