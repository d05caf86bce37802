//! What the server has on offer, tailored to each protocol.

use std::collections::BTreeMap;
use std::sync::Arc;

use wire::{Offer, ProtocolCard, ProtocolId};

/// One [`Offer`] for each protocol.
pub struct Offers(BTreeMap<ProtocolId, Arc<Offer>>);

impl Offers {
    /// Tailors what is on offer.
    #[must_use]
    pub fn new(protocols: &[&ProtocolCard], offer: &Offer) -> Self {
        Self(protocols.iter().map(|card| (card.id, Arc::new(offer.plain(card)))).collect())
    }

    /// What this protocol may look up.
    #[must_use]
    pub fn of(&self, card: &ProtocolCard) -> &Arc<Offer> {
        self.0.get(&card.id).expect("every protocol that has routes has one")
    }
}
