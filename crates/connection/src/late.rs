//! What a client asks of a context whose end is told but has not left.
//!
//! The session is done with a context once its engine is; its sound may wait here for half a minute more, and its client
//! does not know the difference. So a clear or cancel takes that sound back as it would have before, and a flush is
//! acknowledged.

use std::sync::Arc;

use session::{CloseReason, Command, Event, Heard, HeardWord, closing_context};
use speech::{AudioTime, ByteSpan, FlushToken, Refusal, SegmentText, WordTime};

use crate::outlet::Outlet;

/// What became of a command.
pub(crate) enum Late {
    /// It is the session's affair: the context has not ended.
    No,
    /// It is done, and this is to be told besides, if anything.
    Done(Option<Refusal>),
}

/// The last word that has left: enough to work its place out when somebody asks.
pub(crate) struct LastWord {
    segment: Arc<SegmentText>,
    span: ByteSpan,
    /// Since its generation began.
    start: AudioTime,
}

impl LastWord {
    pub(crate) fn of(word: &WordTime) -> Self {
        Self { segment: Arc::clone(&word.segment), span: word.span, start: word.start }
    }

    fn heard(&self) -> HeardWord {
        HeardWord { place: self.segment.locate(self.span), start: self.start }
    }
}

impl Outlet {
    /// Does what can be done if the context has ended.
    pub(crate) fn ask_late(&mut self, command: &Command) -> Late {
        let reason = match self.queue.last_mark() {
            // The refusal answers whatever is asked.
            Some(Event::Refused(_)) => return Late::Done(None),
            Some(Event::Closed { reason, .. }) => *reason,
            _ => return Late::No,
        };
        match command {
            Command::Flush { token, .. } => self.flush_late(*token),
            Command::Clear { token, .. } => self.clear_late(*token),
            Command::Cancel { .. } => self.cancel_late(),
            // It is about to be gone anyway.
            Command::Finish { .. } => {}
            Command::Open { .. } | Command::Say { .. } | Command::Update { .. } => {
                return Late::Done(Some(closing_context(self.context, reason)));
            }
        }
        Late::Done(None)
    }

    fn flush_late(&mut self, token: FlushToken) {
        let generation = self.queue.newest_waiting();
        self.queue.push_before_end(Event::Flushed { context: self.context, token, generation });
    }

    fn clear_late(&mut self, token: FlushToken) {
        let heard = self.take_sound_back();
        self.queue.push_before_end(Event::Cleared { context: self.context, token, heard });
        self.queue.let_go();
    }

    fn cancel_late(&mut self) {
        self.take_sound_back();
        if let Some(Event::Closed { reason, .. }) = self.queue.last_mark_mut() {
            *reason = CloseReason::Cancelled;
        }
        self.queue.let_go();
    }

    /// Drops the sound that has not left, and corrects what the end says of it.
    fn take_sound_back(&mut self) -> Heard {
        let heard = self.heard();
        self.drop_sound();
        if let Some(Event::Closed { heard: claimed, .. }) = self.queue.last_mark_mut() {
            *claimed = heard.clone();
        }
        heard
    }

    /// What has left. Names a word only if the client wants word times: the others do not come this far.
    fn heard(&self) -> Heard {
        let sent = self.mouth.reached.map_or(AudioTime::ZERO, |reached| reached.end);
        let before = self.mouth.reached.map_or(AudioTime::ZERO, |reached| reached.generation_start);
        let word = self.mouth.last_word.as_ref().map(LastWord::heard);
        Heard { sent, sent_total: before + sent, word }
    }
}
