//! Two clients of one server, and what happens to them.

use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::Index;
use testkit::transcript::Story;
use testkit::{Heard, Rig, Said, Seat, Socket};
use wire::ProtocolCard;

use crate::corpus::Corpus;
use crate::damage::{Damage, damage, damaged};
use crate::rules::{self, Client};

/// Longer than any timer of any protocol.
pub(crate) const LONG: Duration = Duration::from_secs(7_200);

/// Longer than all contexts of a conversation take to say all they have, one after another, and shorter than a client may
/// be silent in most protocols.
const PATIENT: Duration = Duration::from_secs(300);

/// What happens to a connection.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// A frame out of the protocol's own transcripts, damaged or not.
    Say(Index, Damage),
    /// Any text.
    Text(String),
    /// Any bytes.
    Binary(Vec<u8>),
    Wait(u64),
    Pause,
    Resume,
    Drain,
    Drop,
    /// The neighbour says the next frame of its story.
    Neighbour,
}

/// Mostly frames.
pub(crate) fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        20 => (any::<Index>(), damage()).prop_map(|(frame, damage)| Act::Say(frame, damage)),
        1 => ".{0,40}".prop_map(Act::Text),
        1 => prop::collection::vec(any::<u8>(), 0..40).prop_map(Act::Binary),
        4 => (0_u64..5_000).prop_map(Act::Wait),
        1 => Just(Act::Pause),
        1 => Just(Act::Resume),
        1 => Just(Act::Drain),
        1 => Just(Act::Drop),
        6 => Just(Act::Neighbour),
    ]
}

/// Who lives next to the attacker.
pub(crate) struct Neighbour<'a> {
    pub(crate) card: &'static ProtocolCard,
    pub(crate) story: &'a Story,
}

/// A server with a client that says anything, the attacker, and one that tells a story, the neighbour.
pub(crate) struct Street<'a> {
    corpus: &'a Corpus,
    rig: Rig,
    attacker: Client,
    neighbour: Seat,
    card: &'static ProtocolCard,
    /// What the neighbour has still to say.
    story: std::vec::IntoIter<Said>,
}

impl<'a> Street<'a> {
    pub(crate) fn new(corpus: &'a Corpus, story: &Index, neighbour: &Neighbour<'_>) -> Self {
        let mut rig = corpus.rig(story);
        let (protocol, world) = neighbour.story.knock(&[neighbour.card]).expect("it was taken before");
        let seat = rig.join(protocol, &world);
        let story = neighbour.story.said().into_iter();
        Self { corpus, rig, attacker: Client::Stayed, neighbour: seat, card: neighbour.card, story }
    }

    pub(crate) fn act(&mut self, act: &Act) {
        match act {
            Act::Wait(ms) => return self.rig.run_for(Duration::from_millis(*ms)),
            Act::Drain => return self.rig.drain(),
            Act::Neighbour => return self.neighbour_goes_on(),
            _ => self.rig.face(Seat::FIRST),
        }
        match act {
            Act::Say(frame, damage) if !self.corpus.frames.is_empty() => {
                self.rig.say(damaged(frame.get(&self.corpus.frames), damage));
            }
            Act::Text(text) => self.rig.say_text(text.clone()),
            Act::Binary(bytes) => self.rig.say(Said::Binary(bytes.clone())),
            Act::Pause => self.rig.set_socket(Socket::Paused),
            Act::Resume => self.rig.set_socket(Socket::Free),
            Act::Drop => self.drop_attacker(),
            Act::Say(..) | Act::Wait(_) | Act::Drain | Act::Neighbour => {}
        }
    }

    /// The same without the attacker, who is there and says nothing.
    pub(crate) fn act_without_attacker(&mut self, act: &Act) {
        match act {
            Act::Wait(_) | Act::Drain | Act::Neighbour => self.act(act),
            _ => {}
        }
    }

    fn neighbour_goes_on(&mut self) {
        self.rig.face(self.neighbour);
        if let Some(said) = self.story.next() {
            self.rig.say(said);
        }
    }

    fn drop_attacker(&mut self) {
        let before = self.rig.heard().len();
        self.rig.drop_client();
        assert_eq!(self.rig.jobs(), 0, "somebody works for a client that is gone");
        self.rig.set_socket(Socket::Free);
        assert_eq!(self.rig.heard().len(), before, "something left for a client that is gone");
        self.attacker = Client::Left;
    }

    /// Everything comes to its end, and the rules hold. Gives what the attacker and the neighbour heard.
    pub(crate) fn finish(mut self) -> (Vec<Heard>, Vec<Heard>) {
        self.come_to_rest();
        self.rig.face(Seat::FIRST);
        let before = self.rig.heard().len();
        self.rig.drain();
        self.rig.run_for(LONG);
        assert!(self.attacker == Client::Stayed || self.rig.heard().len() == before, "something left late");
        let attacker = self.look(Seat::FIRST, self.corpus.card, self.attacker);
        let neighbour = self.look(self.neighbour, self.card, Client::Stayed);
        (attacker, neighbour)
    }

    /// Both take all that comes. Nobody who is still there waits for an answer then.
    fn come_to_rest(&mut self) {
        for seat in [Seat::FIRST, self.neighbour] {
            self.rig.face(seat);
            self.rig.set_socket(Socket::Free);
        }
        self.rig.run_for(PATIENT);
        for (seat, client) in [(Seat::FIRST, self.attacker), (self.neighbour, Client::Stayed)] {
            self.rig.face(seat);
            rules::commands_are_answered(&self.rig.passed(), client);
        }
    }

    fn look(&mut self, seat: Seat, card: &ProtocolCard, client: Client) -> Vec<Heard> {
        self.rig.face(seat);
        assert!(self.rig.is_closed(), "a server that closes gets rid of every client");
        assert_eq!(self.rig.jobs(), 0, "somebody works for a connection that is closed");
        let passed = self.rig.passed();
        rules::commands_are_answered(&passed, client);
        rules::events_are_rendered(card, &passed);
        rules::ends_are_final(&passed);
        rules::close_is_the_last(self.rig.heard());
        self.rig.heard().to_vec()
    }
}
