//! From the queue to the engine, and from the engine to the client.
//!
//! Two pointers move along a context's queue. `pump` submits segments ahead of the front, while there is room; `advance`
//! tells what is at the front, and stops where something is not finished, or would sound before the context's turn. News from
//! engines always goes through the segment it belongs to, so it is told in order whenever it comes.

use std::ops::Range;
use std::sync::Arc;

use speech::{
    AudioTime, JobId, PcmChunk, Phoneme, PhonemeTime, SampleCount, SegmentText, SpokenWord, WordTime,
};

use crate::budget::Share;
use crate::clock::{Origin, Stretch};
use crate::context::{Context, Phase};
use crate::heard::RememberedWord;
use crate::lanes::Turn;
use crate::outgoing::Stage;
use crate::queue::Item;
use crate::refusals;
use crate::segment::News;
use crate::speakers::SaidBy;
use crate::words::TiledWord;
use crate::{
    AudioEvent, CloseReason, EngineEvent, Event, Heard, Part, SegmentOutcome, Start, Then, WordTimes,
};

impl Context {
    /// Does all that can be done now. Called after each piece of news.
    pub(crate) fn settle(&mut self, stage: &mut Stage<'_>) {
        self.advance(stage);
        self.pump(stage);
        let idle = self.is_at_rest() && self.phase == Phase::Open;
        self.idle_since = idle.then(|| self.idle_since.unwrap_or(stage.now));
    }

    /// So much more of its sound was handed to the socket.
    pub(crate) fn sent(&mut self, amount: AudioTime) {
        self.clock.sent(amount);
        self.heard.forget(self.clock.sent_total());
    }

    /// News of one of its jobs.
    pub(crate) fn engine(&mut self, stage: &mut Stage<'_>, job: JobId, event: EngineEvent) {
        if !matches!(event, EngineEvent::Piece { .. }) {
            stage.out.ended(job);
        }
        let Some(segment) = self.queue.spoken_as(job) else { return };
        let Some(speaking) = segment.speaking() else { return };
        if speaking.deserves_another_try(&event) {
            segment.submit(self.id, Start::Continues, stage.out);
        } else {
            speaking.hold(event);
        }
    }

    /// Tells what is at the front, as far as it is finished and may be told. Marks that no sound is before make none: they
    /// wait for nobody's turn.
    fn advance(&mut self, stage: &mut Stage<'_>) {
        while self.phase == Phase::Open && self.step(stage) {}
    }

    fn step(&mut self, stage: &mut Stage<'_>) -> bool {
        match self.queue.front_mut() {
            None => return false,
            Some(Item::Segment(_)) if !self.turn.may_sound() => return false,
            Some(Item::Segment(segment)) => match segment.next_news() {
                News::None => return false,
                News::Silent => self.end_segment(stage),
                News::Engine(event) => self.deliver(stage, event),
            },
            Some(_) => self.tell_mark(stage),
        }
        true
    }

    fn tell_mark(&mut self, stage: &mut Stage<'_>) {
        if let Some(item) = self.queue.pop_front() {
            self.tell(stage, item);
        }
    }

    /// Tells what is left after a cut. A context that is still being opened tells nothing yet.
    pub(crate) fn tell_all_marks(&mut self, stage: &mut Stage<'_>) {
        while self.phase == Phase::Open && !self.queue.is_empty() {
            self.tell_mark(stage);
        }
    }

    /// Turns a mark into its event. Segments have theirs told one by one, in [`Self::deliver`].
    pub(crate) fn tell(&mut self, stage: &mut Stage<'_>, item: Item) {
        let context = self.id;
        let event = match item {
            Item::Segment(_) => return,
            Item::Warning(warning) => Event::Warned { context, warning },
            Item::ReleaseEnd(generation, release) => Event::ReleaseEnded { context, generation, release },
            Item::GenerationEnd(generation, outlook) => {
                let duration = self.clock.end(generation);
                Event::GenerationEnded { context, generation, duration, outlook }
            }
            Item::Flushed(token, generation) => Event::Flushed { context, token, generation },
            Item::Updated(token, settings) => {
                self.reservation.fit(context, &settings.voice, stage.out);
                Event::Updated { context, token }
            }
            Item::Cleared(token) => Event::Cleared { context, token, heard: self.heard_so_far(stage) },
            Item::Close(reason) => return self.close(stage, reason),
        };
        stage.out.emit(event);
    }

    /// Tells that it is gone. When all was spoken, this event waits its turn behind the sound, and so by then all was sent.
    pub(crate) fn close(&mut self, stage: &mut Stage<'_>, reason: CloseReason) {
        match reason {
            CloseReason::Finished | CloseReason::Drained => {
                stage.budget.leave(self.id, self.clock.unsent());
                self.clock.all_sent();
            }
            CloseReason::Cancelled => {}
        }
        self.reservation.give_back(self.id, stage.out);
        self.phase = Phase::Over;
        stage.out.emit(Event::Closed { context: self.id, reason, heard: self.heard_so_far(stage) });
    }

    fn heard_so_far(&self, stage: &Stage<'_>) -> Heard {
        let sent_total = self.clock.sent_total();
        let word = self.heard.last_before(sent_total, stage.limits.heard_memory);
        Heard { sent: self.clock.sent_in_generation(), sent_total, word }
    }

    /// Tells one piece of news of the segment at the front.
    fn deliver(&mut self, stage: &mut Stage<'_>, event: EngineEvent) {
        match event {
            EngineEvent::Piece { pcm, words, phonemes } => self.sound(stage, pcm, (words, phonemes)),
            EngineEvent::Finished => {
                self.last_words(stage);
                self.end_segment(stage);
            }
            EngineEvent::Failed { message, .. } => self.fail(stage, refusals::engine_failed(message)),
            EngineEvent::Declined { retry_after } => self.fail(stage, refusals::overloaded(retry_after)),
        }
    }

    /// Sound of the segment at the front, with the words that begin in it.
    fn sound(&mut self, stage: &mut Stage<'_>, pcm: PcmChunk, times: (Vec<SpokenWord>, Vec<Phoneme>)) {
        let Some(segment) = self.queue.front_segment() else { return };
        let generation = segment.generation.id;
        let Some(speaking) = segment.speaking() else { return };
        speaking.words.learn(times.0, times.1);
        if !pcm.samples.is_empty() && speaking.origin.is_none() {
            speaking.origin = Some(self.clock.origin(generation, pcm.rate));
        }
        speaking.sounded += pcm.count();
        let Some(origin) = speaking.origin else { return };
        let begun = speaking.words.begun(speaking.sounded);
        self.emit_audio(stage, pcm, origin, begun);
    }

    /// Words of the segment at the front that had no sound left to go with.
    fn last_words(&mut self, stage: &mut Stage<'_>) {
        let Some(segment) = self.queue.front_segment() else { return };
        let Some(speaking) = segment.speaking() else { return };
        let Some(origin) = speaking.origin else { return };
        let rest = speaking.words.rest(speaking.sounded);
        self.emit_audio(stage, PcmChunk { rate: origin.rate, samples: Vec::new() }, origin, rest);
    }

    /// Emits sound and words of the segment at the front, unless there is neither.
    ///
    /// Which stretch is a generation's last is not known before the generation has ended. So this always says that more
    /// follows; the outbox, which withholds the end, knows.
    fn emit_audio(&mut self, stage: &mut Stage<'_>, audio: PcmChunk, origin: Origin, begun: Vec<TiledWord>) {
        let Some(segment) = self.queue.front_segment() else { return };
        let (generation, wanted) = (segment.generation.id, segment.settings.word_times);
        let characters = segment.generation.characters;
        let text = Arc::clone(&segment.text);
        let Stretch { generation_start, start, duration } = self.clock.extend(generation, &audio);
        let mut words = Vec::new();
        for word in begun {
            let time = self.time_word(&text, generation_start, origin, word);
            match wanted {
                WordTimes::On | WordTimes::WithPhonemes => words.push(time),
                WordTimes::Off => {}
            }
        }
        if audio.samples.is_empty() && words.is_empty() {
            return;
        }
        let (context, part, then) = (self.id, Part::More, Then::More);
        let stretch = AudioEvent {
            context,
            generation,
            audio,
            characters,
            generation_start,
            start,
            duration,
            words,
            part,
            then,
        };
        stage.out.emit(Event::Audio(stretch));
    }

    /// Ties a word to time, and remembers it.
    fn time_word(
        &mut self,
        segment: &Arc<SegmentText>,
        generation_start: AudioTime,
        origin: Origin,
        word: TiledWord,
    ) -> WordTime {
        let TiledWord { span, lead_start, tail_end, spoken, .. } = word;
        let start = self.clock.in_order(origin.time_of(word.start));
        let end = origin.time_of(word.end).max(start);
        let phonemes = times_of(&word.phonemes, origin, start..end);
        let at = generation_start + start;
        self.heard.record(RememberedWord { at, start, segment: Arc::clone(segment), span });
        let segment = Arc::clone(segment);
        WordTime { segment, span, lead_start, tail_end, start, end, spoken, phonemes, generation_start }
    }

    fn end_segment(&mut self, stage: &mut Stage<'_>) {
        let Some(Item::Segment(mut segment)) = self.queue.pop_front() else { return };
        let sounded = segment.speaking().map_or(SampleCount::ZERO, |speaking| speaking.sounded);
        let outcome = match sounded {
            SampleCount::ZERO => SegmentOutcome::Silent,
            _ => SegmentOutcome::Spoken,
        };
        let (generation, place) = (segment.generation.id, segment.place());
        let said_by = SaidBy::of(&segment.text, &segment.settings).map(Box::new);
        stage.out.emit(Event::SegmentEnded { context: self.id, generation, place, outcome, said_by });
    }

    /// Submits what may be submitted now.
    fn pump(&mut self, stage: &mut Stage<'_>) {
        self.report(stage);
        while self.wants_to_submit(stage) {
            if !stage.budget.lets_pass(self.turn, stage.limits) {
                return self.stand_in_line(stage);
            }
            self.submit_next(stage, self.start());
        }
        stage.budget.step_out(&mut self.place);
    }

    /// Waits for room in the connection's budget. What goes on now still goes on when its turn comes, even if its
    /// listener runs dry meanwhile: it was accepted.
    fn stand_in_line(&mut self, stage: &mut Stage<'_>) {
        if self.place.is_none() {
            self.held_start = self.start();
        }
        stage.budget.stand_in_line(self.id, self.turn, &mut self.place);
    }

    /// Its turn in the line has come: one segment.
    pub(crate) fn called(&mut self, stage: &mut Stage<'_>) {
        stage.budget.step_out(&mut self.place);
        if self.wants_to_submit(stage) {
            self.submit_next(stage, self.held_start);
        }
    }

    /// How a segment that is submitted now begins.
    fn start(&self) -> Start {
        let is_fresh = self.queue.submitted() == 0 && self.clock.is_dry();
        if is_fresh { Start::Fresh } else { Start::Continues }
    }

    fn wants_to_submit(&mut self, stage: &mut Stage<'_>) -> bool {
        if self.phase != Phase::Open || !self.has_room(stage) {
            return false;
        }
        self.queue.next_waiting().is_some()
            && self.reservation.ensure(self.id, &self.settings.voice, stage.out)
    }

    fn has_room(&self, stage: &Stage<'_>) -> bool {
        let ahead = match self.turn {
            Turn::Speaking | Turn::Aside => stage.limits.jobs_per_context.max(1),
            Turn::Next => 1,
            Turn::Waiting => 0,
        };
        let room = self.clock.is_dry() || self.clock.unsent() < stage.limits.unsent_audio;
        room && self.queue.submitted() < ahead
    }

    fn submit_next(&mut self, stage: &mut Stage<'_>, start: Start) {
        if let Some(segment) = self.queue.next_waiting() {
            segment.submit(self.id, start, stage.out);
            self.queue.note_submitted();
            self.report(stage);
        }
    }

    /// Says what it takes of the connection's budget.
    fn report(&mut self, stage: &mut Stage<'_>) {
        let (unsent, sendable) = (self.clock.unsent(), self.clock.sendable());
        let segments = self.queue.submitted();
        let ahead = match self.turn {
            Turn::Next => segments,
            Turn::Speaking | Turn::Aside | Turn::Waiting => 0,
        };
        stage.budget.report(&mut self.share, Share { unsent, sendable, segments, ahead });
    }
}

/// Ties the phonemes of a word of this time to time.
fn times_of(phonemes: &[Phoneme], origin: Origin, word: Range<AudioTime>) -> Vec<PhonemeTime> {
    let within = |sample| origin.time_of(sample).clamp(word.start, word.end);
    let ends = phonemes.iter().skip(1).map(|next| within(next.start)).chain([word.end]);
    let times = phonemes.iter().zip(ends);
    times.map(|(phoneme, end)| PhonemeTime { ipa: phoneme.ipa, start: within(phoneme.start), end }).collect()
}
