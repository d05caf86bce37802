//! The vendor's model names. All of them mean the voice that is loaded here; their age decides a few defaults.

use crate::head::Head;

/// Which of two ages of the wire a model belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Model {
    /// `lightning_v3.1`, its Pro pool, and whatever comes after them.
    Current,
    /// `lightning`, `lightning-large`, `lightning-v2`: other defaults, other ends, other events.
    Older,
}

const OLDER: [&str; 3] = ["lightning", "lightning-large", "lightning-v2"];
const CURRENT: &str = "lightning-v3.1";

impl Model {
    /// The age of a model. Names that nobody knows are taken for current ones.
    pub(super) fn named(name: &str) -> Self {
        if OLDER.contains(&hyphened(name).as_str()) { Self::Older } else { Self::Current }
    }

    /// The age of the model in the path; paths without one are current.
    pub(super) fn of_path(head: &Head) -> Self {
        head.param("model").map_or(Self::Current, Self::named)
    }
}

/// Whether the vendor has or had such a model.
pub(super) fn is_known(name: &str) -> bool {
    let name = hyphened(name);
    OLDER.contains(&name.as_str()) || name.strip_prefix(CURRENT).is_some_and(is_suffix)
}

/// Nothing, or a pool or a date, as in `-pro-10-26`.
fn is_suffix(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with('-')
}

/// Paths have hyphens where bodies have underscores.
fn hyphened(name: &str) -> String {
    name.to_ascii_lowercase().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_mean_the_same() {
        for name in ["lightning-v2", "lightning_v2", "Lightning_Large", "lightning"] {
            assert_eq!(Model::named(name), Model::Older, "{name}");
        }
        for name in ["lightning_v3.1", "lightning-v3.1_pro", "thunder"] {
            assert_eq!(Model::named(name), Model::Current, "{name}");
        }
    }

    #[test]
    fn only_the_vendors_names_are_known() {
        for name in ["lightning-v3.1", "lightning_v3.1_pro", "lightning_v3.1_pro_10_26", "lightning-v2"] {
            assert!(is_known(name), "{name}");
        }
        for name in ["thunder", "lightning-v3.10", "lightning-v4", ""] {
            assert!(!is_known(name), "{name}");
        }
    }
}
