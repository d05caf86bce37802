//! Counts what a protocol's connection does, in one place: a protocol around the protocol.
//!
//! It changes nothing and decides nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use session::{Command, Event};
use speech::{ContextId, EncodedAudio, KeyId, Moment, Refusal};
use tracing::Span;
use wire::{Action, Actions, ClientFrame, Protocol};

use crate::keys::KeyRing;
use crate::metrics::Metrics;

/// A protocol under observation.
pub struct Observed {
    protocol: Box<dyn Protocol>,
    metrics: Arc<Metrics>,
    keys: Arc<KeyRing>,
    span: Span,
    /// The key that the span tells. A span keeps all that is ever recorded, so it is recorded once.
    told: Option<KeyId>,
    /// Under which key each live context speaks.
    contexts: BTreeMap<ContextId, KeyId>,
}

impl Observed {
    /// Observes a protocol from its first frame on. What is learned of the key goes into `span`.
    #[must_use]
    pub fn new(protocol: Box<dyn Protocol>, metrics: Arc<Metrics>, keys: Arc<KeyRing>, span: Span) -> Self {
        Self { protocol, metrics, keys, span, told: None, contexts: BTreeMap::new() }
    }

    /// Has the protocol act, and notes what that means.
    fn watch<T>(&mut self, out: &mut Actions, act: impl FnOnce(&mut dyn Protocol, &mut Actions) -> T) -> T {
        let before = out.as_slice().len();
        let result = act(&mut *self.protocol, out);
        out.as_slice()[before..].iter().for_each(|action| self.note(action));
        result
    }

    fn note(&mut self, action: &Action) {
        if let Action::Refused(kind) = action {
            self.metrics.refused(*kind);
        }
        if let Action::Command(Command::Open { context, settings }) = action {
            if self.told.replace(settings.key) != Some(settings.key) {
                self.span.record("key", self.keys.name(settings.key));
            }
            if self.contexts.insert(*context, settings.key).is_none() {
                self.metrics.context_opened();
            }
        }
    }

    fn count(&mut self, event: &Event<EncodedAudio>) {
        match event {
            Event::SegmentEnded { context, place, .. } => {
                if let Some(&key) = self.contexts.get(context) {
                    self.keys.count_characters(key, place.end.chars - place.start.chars);
                }
            }
            Event::GenerationEnded { .. } => self.metrics.generation_ended(),
            Event::Closed { context, .. } => self.forget(*context),
            Event::Refused(refusal) => {
                self.metrics.refused(refusal.kind);
                if let Some(context) = refusal.ended() {
                    self.forget(context);
                }
            }
            Event::Opened(_)
            | Event::Audio(_)
            | Event::ReleaseEnded { .. }
            | Event::Flushed { .. }
            | Event::Cleared { .. }
            | Event::Updated { .. }
            | Event::Warned { .. } => {}
        }
    }

    fn forget(&mut self, context: ContextId) {
        if self.contexts.remove(&context).is_some() {
            self.metrics.contexts_closed(1);
        }
    }
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.metrics.contexts_closed(self.contexts.len());
    }
}

impl Protocol for Observed {
    fn on_client_frame(
        &mut self,
        now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        self.watch(out, |protocol, out| protocol.on_client_frame(now, frame, out))
    }

    fn on_event(&mut self, now: Moment, event: &Event<EncodedAudio>, out: &mut Actions) {
        self.count(event);
        self.watch(out, |protocol, out| protocol.on_event(now, event, out));
    }

    fn on_silence(&mut self, now: Moment, context: ContextId, out: &mut Actions) {
        self.watch(out, |protocol, out| protocol.on_silence(now, context, out));
    }

    fn on_gone(&mut self, context: ContextId) {
        self.protocol.on_gone(context);
    }

    fn on_ping(&mut self, now: Moment) {
        self.protocol.on_ping(now);
    }

    fn on_deadline(&mut self, now: Moment, out: &mut Actions) {
        self.watch(out, |protocol, out| protocol.on_deadline(now, out));
    }

    fn next_deadline(&self) -> Option<Moment> {
        self.protocol.next_deadline()
    }

    fn on_drained(&mut self, out: &mut Actions) {
        self.watch(out, |protocol, out| protocol.on_drained(out));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// Counts what it is told that has a default answer.
    struct Listener(Arc<AtomicUsize>);

    impl Protocol for Listener {
        fn on_client_frame(&mut self, _: Moment, _: ClientFrame<'_>, _: &mut Actions) -> Result<(), Refusal> {
            Ok(())
        }

        fn on_event(&mut self, _: Moment, _: &Event<EncodedAudio>, _: &mut Actions) {}

        fn on_silence(&mut self, _: Moment, _: ContextId, _: &mut Actions) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }

        fn on_gone(&mut self, _: ContextId) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }

        fn on_ping(&mut self, _: Moment) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }

        fn on_deadline(&mut self, _: Moment, _: &mut Actions) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn the_protocol_is_told_what_it_need_not_answer() {
        let heard = Arc::new(AtomicUsize::new(0));
        let inner = Box::new(Listener(Arc::clone(&heard)));
        let mut observed =
            Observed::new(inner, Arc::new(Metrics::default()), Arc::new(KeyRing::new(&[])), Span::none());
        observed.on_silence(Moment::START, ContextId(1), &mut Actions::new());
        observed.on_gone(ContextId(1));
        observed.on_ping(Moment::START);
        observed.on_deadline(Moment::START, &mut Actions::new());
        assert_eq!(heard.load(Ordering::Relaxed), 4);
    }
}
