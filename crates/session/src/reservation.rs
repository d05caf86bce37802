//! A context's share of the machine: asked for before its first text is spoken, given back when it is silent.
//!
//! It is one share, asked for in the name of the context's usual voice, whoever speaks in its place: a stand-in needs none of
//! its own, so that nobody is refused in the middle of a reply because its text changed the language. What a stand-in begins
//! after silence is admitted on its own engine when it is submitted, and its jobs count there.

use speech::{ContextId, VoiceId};

use crate::outgoing::Outgoing;

/// Whether a context has its share, and for which voice.
#[derive(Debug)]
pub(crate) enum Reservation {
    /// Neither had nor asked for.
    None,
    /// Asked for; the answer is on its way.
    Asked(VoiceId),
    /// Granted.
    Held(VoiceId),
}

impl Reservation {
    /// Asks for it if need be. Says whether it is there.
    pub(crate) fn ensure(&mut self, context: ContextId, voice: &VoiceId, out: &mut Outgoing) -> bool {
        if matches!(self, Self::None) {
            out.reserve(context, voice.clone());
            *self = Self::Asked(voice.clone());
        }
        self.is_held()
    }

    pub(crate) fn is_held(&self) -> bool {
        matches!(self, Self::Held(_))
    }

    pub(crate) fn is_asked(&self) -> bool {
        matches!(self, Self::Asked(_))
    }

    /// It was granted.
    pub(crate) fn grant(&mut self) {
        if let Self::Asked(voice) = self {
            *self = Self::Held(voice.clone());
        }
    }

    /// Gives it back if it is for another voice; the next text asks for the right one.
    pub(crate) fn fit(&mut self, context: ContextId, voice: &VoiceId, out: &mut Outgoing) {
        if matches!(self, Self::Held(held) if held != voice) {
            self.give_back(context, out);
        }
    }

    /// Gives it back, or takes the question back.
    pub(crate) fn give_back(&mut self, context: ContextId, out: &mut Outgoing) {
        if !matches!(self, Self::None) {
            out.release(context);
            *self = Self::None;
        }
    }
}
