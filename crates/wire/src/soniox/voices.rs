//! The stock names that clients ship.

use crate::offer::Alias;

/// Voices that published clients and the vendor's documentation name (November 2026).
pub(crate) const ALIASES: &[Alias] = &[
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
];
