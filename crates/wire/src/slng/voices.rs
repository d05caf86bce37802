//! The stock names that clients ship, and who stands in for them.

use crate::offer::Alias;
use crate::soniox::voices as soniox;

/// Voices that the wire's documentation and its published clients name by default, and those of the vendor behind its
/// streams.
pub(super) const ALIASES: &[Alias] = &{
    let mut all = [OWN[0]; OWN.len() + soniox::ALIASES.len()];
    let (own, others) = all.split_at_mut(OWN.len());
    own.copy_from_slice(OWN);
    others.copy_from_slice(soniox::ALIASES);
    all
};

const OWN: &[Alias] = &[
    Alias { name: "default", voice: "en-us" },
    Alias { name: "aura-2-thalia-en", voice: "en-us+f3" },
    Alias { name: "aura-2-celeste-es", voice: "es+f3" },
    Alias { name: "sakina", voice: "ar+f3" },
    Alias { name: "lorelei", voice: "de+f3" },
    Alias { name: "astra", voice: "en-us+f4" },
    Alias { name: "seraphina", voice: "es+f3" },
    Alias { name: "destin", voice: "fr-fr" },
    Alias { name: "QETTJoT4n_WmpL3w", voice: "en-us+f1" },
    Alias { name: "1258154bb41540c7b9dc0d10cd6704bf", voice: "en-us+f5" },
];
