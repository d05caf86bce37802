//! Every wire protocol this server speaks.

use crate::card::ProtocolCard;
use crate::{inworld, lmnt, native, slng, smallest, soniox, vogent};

/// One line each, in the order in which the documentation lists them.
pub const PROTOCOLS: &[&ProtocolCard] =
    &[&native::CARD, &lmnt::CARD, &smallest::CARD, &vogent::CARD, &inworld::CARD, &soniox::CARD, &slng::CARD];
