//! What the server has on offer, tailored to each protocol.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use wire::{Offer, Pronunciations, ProtocolCard, ProtocolId};

use crate::config::Config;

/// One [`Offer`] for each protocol.
pub struct Offers(RwLock<BTreeMap<ProtocolId, Arc<Offer>>>);

impl Offers {
    /// Tailors what is on offer to each of the protocols, as the operator decided.
    #[must_use]
    pub fn new(protocols: &[&ProtocolCard], offer: &Offer, config: &Config) -> Self {
        let tailored = |card: &&ProtocolCard| {
            let (limits, options) = config.of(card);
            (card.id, Arc::new(offer.tailored(limits, options)))
        };
        Self(RwLock::new(protocols.iter().map(tailored).collect()))
    }

    /// What this protocol may look up from now on.
    #[must_use]
    pub fn of(&self, card: &ProtocolCard) -> Arc<Offer> {
        let offers = self.0.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(offers.get(&card.id).expect("every protocol that has routes has one"))
    }

    /// Offers these dictionaries to whoever comes from now on; who is here keeps those that they came to.
    pub fn renew(&self, pronunciations: &Arc<Pronunciations>) {
        let mut offers = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for offer in offers.values_mut() {
            let pronunciations = Arc::clone(pronunciations);
            *offer = Arc::new(Offer { pronunciations, ..Offer::clone(offer) });
        }
    }
}
