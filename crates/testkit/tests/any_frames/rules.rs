//! What must hold of all that passes between a protocol and its session, whatever the client sent.

use std::collections::{HashMap, HashSet};

use session::{AudioEvent, Command, Event};
use speech::{AudioTime, ContextId, EncodedAudio, GenerationId};
use testkit::{Heard, Passed, What};
use wire::{EventKind, ProtocolCard};

/// Whether the client stayed to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Client {
    Stayed,
    Left,
}

/// Each command is answered, unless nobody is left to be answered: the client, or the protocol, has closed.
pub(crate) fn commands_are_answered(passed: &[Passed], client: Client) {
    let goodbye = passed.iter().position(|passed| matches!(passed, Passed::Goodbye));
    let closed = passed.iter().position(|passed| matches!(passed, Passed::Closed));
    let hung_up = closed.is_some_and(|closed| goodbye.is_none_or(|goodbye| closed < goodbye));
    if client == Client::Left || hung_up {
        return;
    }
    let mut waiting = Waiting::default();
    for passed in passed {
        match passed {
            Passed::Command(command) => waiting.ask(command),
            Passed::Event(event, _) => waiting.hear(event),
            Passed::Frame | Passed::Declined(_) | Passed::Closed | Passed::Goodbye => {}
        }
    }
    for (context, commands) in &waiting.commands {
        let declined = waiting.declined.get(context).copied().unwrap_or(0);
        assert!(commands.len() <= declined, "{declined} refusals, but no answer to {commands:?}");
    }
}

/// The commands that wait for their answer.
#[derive(Default)]
struct Waiting<'a> {
    commands: HashMap<ContextId, Vec<&'a Command>>,
    /// How often a request about a context was declined; which one it was a refusal does not say.
    declined: HashMap<ContextId, usize>,
}

impl<'a> Waiting<'a> {
    fn ask(&mut self, command: &'a Command) {
        if !matches!(command, Command::Say { .. }) {
            self.commands.entry(command.context()).or_default().push(command);
        }
    }

    fn hear(&mut self, event: &Event<EncodedAudio>) {
        let Some(context) = event.context() else { return };
        let commands = self.commands.entry(context).or_default();
        match event {
            Event::Refused(refusal) if refusal.ended().is_some() => commands.clear(),
            Event::Refused(_) => *self.declined.entry(context).or_default() += 1,
            event => commands.retain(|command| !answers(event, command)),
        }
    }
}

fn answers(event: &Event<EncodedAudio>, command: &Command) -> bool {
    match (event, command) {
        (Event::Opened(_), Command::Open { .. }) => true,
        (Event::Closed { .. }, Command::Open { .. } | Command::Finish { .. } | Command::Cancel { .. }) => {
            true
        }
        (Event::Flushed { token, .. }, Command::Flush { token: asked, .. }) => token == asked,
        (Event::Cleared { token, .. }, Command::Clear { token: asked, .. }) => token == asked,
        (Event::Updated { token, .. }, Command::Update { token: asked, .. }) => token == asked,
        _ => false,
    }
}

/// What a protocol does not say that it is silent about, its client is told.
pub(crate) fn events_are_rendered(card: &ProtocolCard, passed: &[Passed]) {
    for (place, now) in passed.iter().enumerate() {
        if let Passed::Event(event, 0) = now {
            let is_owed =
                !card.silent.contains(&EventKind::of(event)) && !goes_without_saying(event, &passed[..place]);
            assert!(!is_owed, "{} says nothing of {}", card.id, described(event));
        }
    }
}

/// Whether an event needs no frame after what has passed before, whatever the card says.
fn goes_without_saying(event: &Event<EncodedAudio>, before: &[Passed]) -> bool {
    was_cancelled(event, before) || is_container_around_nothing(event, before)
}

/// Many wires answer a cancel at once, and tell no more of its context.
fn was_cancelled(event: &Event<EncodedAudio>, before: &[Passed]) -> bool {
    before.iter().any(|passed| match passed {
        Passed::Command(Command::Cancel { context }) => event.context() == Some(*context),
        _ => false,
    })
}

fn is_container_around_nothing(event: &Event<EncodedAudio>, before: &[Passed]) -> bool {
    let Event::Audio(audio) = event else { return false };
    let same = |passed: &Passed| matches!(passed, Passed::Event(Event::Audio(other), _) if other.context == audio.context);
    audio.duration == AudioTime::ZERO && !before.iter().any(same)
}

/// The most bytes that end a container: a page or cluster with a codec's last packets, which may be of any bit rate.
const ENDING_BYTES: usize = 4_096;

/// Nothing follows the end of a context, and no sound the clear that took it back. What ends the container of a stream that goes
/// beyond the clear is none.
pub(crate) fn ends_are_final(passed: &[Passed]) {
    let mut gone = HashSet::new();
    let mut newest: HashMap<ContextId, GenerationId> = HashMap::new();
    let mut cleared: HashMap<ContextId, GenerationId> = HashMap::new();
    for (place, now) in passed.iter().enumerate() {
        let Passed::Event(event, _) = now else { continue };
        let Some(context) = event.context() else { continue };
        let is_declined = EventKind::of(event) == EventKind::Declined;
        assert!(is_declined || !gone.contains(&context), "{} after the end", described(event));
        match event {
            Event::Audio(audio) => {
                let old = cleared.get(&context).is_some_and(|cleared| audio.generation <= *cleared);
                let is_sound = !is_ending(audio, &passed[place + 1..]);
                assert!(!old || !is_sound, "{} after a clear", described(event));
                newest.insert(context, audio.generation);
            }
            Event::GenerationEnded { generation, .. } => {
                newest.insert(context, *generation);
            }
            Event::Cleared { .. } => cleared.extend(newest.get(&context).map(|newest| (context, *newest))),
            Event::Closed { .. } => {
                gone.insert(context);
            }
            Event::Refused(refusal) => gone.extend(refusal.ended()),
            Event::Opened(_)
            | Event::SegmentEnded { .. }
            | Event::ReleaseEnded { .. }
            | Event::Flushed { .. }
            | Event::Updated { .. }
            | Event::Warned { .. } => {}
        }
    }
    if let Some(closed) = passed.iter().position(|passed| matches!(passed, Passed::Closed)) {
        let after = &passed[closed + 1..];
        assert!(!after.iter().any(|passed| matches!(passed, Passed::Event(..))), "told after it closed");
    }
}

/// Whether this only ends a container: it does not play, and what comes next of its context ends the stream.
fn is_ending(audio: &AudioEvent<EncodedAudio>, after: &[Passed]) -> bool {
    let next = after.iter().find_map(|passed| match passed {
        Passed::Event(event, _) if event.context() == Some(audio.context) => Some(event),
        _ => None,
    });
    let ends_stream = next.is_none_or(|next| match next {
        Event::Closed { .. } | Event::Updated { .. } => true,
        Event::Refused(refusal) => refusal.ended().is_some(),
        _ => false,
    });
    ends_stream && audio.duration == AudioTime::ZERO && audio.audio.0.len() <= ENDING_BYTES
}

/// Nothing is heard after a close.
pub(crate) fn close_is_the_last(heard: &[Heard]) {
    let close = heard.iter().position(|heard| matches!(heard.what, What::Close(_)));
    assert!(close.is_none_or(|close| close + 1 == heard.len()), "something follows a close");
}

fn described(event: &Event<EncodedAudio>) -> String {
    match event {
        Event::Audio(audio) => format!("sound of {} {}", audio.context, audio.generation),
        event => format!("{event:?}"),
    }
}
