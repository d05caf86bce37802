//! What the server has on offer, tailored to each protocol.

use std::collections::BTreeMap;
use std::sync::Arc;

use wire::{Offer, ProtocolCard, ProtocolId};

use crate::config::Config;

/// One [`Offer`] for each protocol.
pub struct Offers(BTreeMap<ProtocolId, Arc<Offer>>);

impl Offers {
    /// Tailors what is on offer to each of the protocols, as the operator decided.
    #[must_use]
    pub fn new(protocols: &[&ProtocolCard], offer: &Offer, config: &Config) -> Self {
        let tailored = |card: &&ProtocolCard| {
            let (limits, options) = config.of(card);
            (card.id, Arc::new(offer.tailored(limits, options)))
        };
        Self(protocols.iter().map(tailored).collect())
    }

    /// What this protocol may look up.
    #[must_use]
    pub fn of(&self, card: &ProtocolCard) -> &Arc<Offer> {
        self.0.get(&card.id).expect("every protocol that has routes has one")
    }
}
