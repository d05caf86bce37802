//! The stock names that clients ship, and who stands in for them.

use crate::offer::Alias;

/// Voices that the wire's documentation and its published clients name by default.
pub(super) const ALIASES: &[Alias] = &[
    Alias { name: "default", voice: "en-us" },
    Alias { name: "Adrian", voice: "en-us" },
    Alias { name: "Maya", voice: "en-us+f3" },
    Alias { name: "Bryce", voice: "en-us+m3" },
    Alias { name: "Daniel", voice: "en-us+m1" },
    Alias { name: "Noah", voice: "en-us+m2" },
    Alias { name: "Nina", voice: "en-us+f1" },
    Alias { name: "Emma", voice: "en-us+f2" },
    Alias { name: "Jack", voice: "en-us+m4" },
    Alias { name: "Claire", voice: "en-us+f4" },
    Alias { name: "Grace", voice: "en-us+f5" },
    Alias { name: "Owen", voice: "en-us+m5" },
    Alias { name: "Mina", voice: "en-us+f2" },
    Alias { name: "Kenji", voice: "en-us+m6" },
    Alias { name: "aura-2-thalia-en", voice: "en-us+f3" },
    Alias { name: "aura-2-celeste-es", voice: "es" },
    Alias { name: "sakina", voice: "ar" },
    Alias { name: "lorelei", voice: "de" },
    Alias { name: "astra", voice: "en-us+f4" },
    Alias { name: "seraphina", voice: "es" },
    Alias { name: "destin", voice: "fr" },
    Alias { name: "QETTJoT4n_WmpL3w", voice: "en-us+f1" },
    Alias { name: "1258154bb41540c7b9dc0d10cd6704bf", voice: "en-us+f5" },
];
