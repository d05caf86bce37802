//! What clients say: the protocols' own transcripts.

use std::sync::Arc;
use std::time::Duration;

use proptest::sample::Index;
use session::Limits;
use testkit::transcript::Story;
use testkit::{Rig, Said};
use wire::{PROTOCOLS, ProtocolCard, RouteKind};

use crate::fixtures::{text_of, transcripts};
use crate::street::LONG;

/// What clients of one protocol say, and the connections that they say it on.
pub(crate) struct Corpus {
    pub(crate) card: &'static ProtocolCard,
    pub(crate) sockets: Vec<Story>,
    pub(crate) calls: Vec<Story>,
    pub(crate) frames: Vec<Said>,
    pub(crate) bodies: Vec<Said>,
}

impl Corpus {
    /// Every protocol's.
    pub(crate) fn all() -> Vec<Self> {
        PROTOCOLS.iter().map(|card| Self::of(card)).collect()
    }

    fn of(card: &'static ProtocolCard) -> Self {
        let taken = stories(card).into_iter().filter(|story| story.knock(&[card]).is_some());
        let (calls, sockets): (Vec<Story>, Vec<Story>) =
            taken.partition(|story| matches!(story.said().first(), Some(Said::Body(_))));
        let said = |stories: &[Story]| stories.iter().flat_map(Story::said).collect();
        let has_socket = card.routes.iter().any(|route| route.kind == RouteKind::Socket);
        assert!(
            !has_socket || !sockets.is_empty(),
            "no story of {} has a connection that is accepted",
            card.id
        );
        Self { card, frames: said(&sockets), bodies: said(&calls), sockets, calls }
    }

    /// The server of one of the stories, its client connected. Steps of the engine take no time there, and everybody is
    /// admitted: how many may speak at once is the scheduler's affair, and one client's contexts count for all.
    pub(crate) fn rig(&self, story: &Index) -> Rig {
        let (protocol, mut world) =
            story.get(&self.sockets).knock(&[self.card]).expect("it was taken before");
        world.step = Duration::ZERO;
        let limits = Limits {
            first_audio_wait: LONG,
            queued_jobs: Limits::default().queued_jobs,
            ..Limits::clone(&world.limits)
        };
        world.limits = Arc::new(limits);
        Rig::new(protocol, &world)
    }
}

fn stories(card: &ProtocolCard) -> Vec<Story> {
    transcripts(card.id.0).iter().filter_map(|path| Story::read(&text_of(path)).ok()).collect()
}
