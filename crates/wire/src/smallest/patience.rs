//! How long a client may be silent: by its address, and by its own wish.

use std::ops::RangeInclusive;
use std::time::Duration;

use crate::head::Head;
use crate::offer::Offer;

/// What the page of the older addresses allows, in seconds.
const LEGACY: RangeInclusive<u64> = 20..=60;
/// The longest wish that is granted on the current address, in seconds: a day. The vendor documents no bound.
const LONGEST: u64 = 24 * 60 * 60;

/// On the current address: as many seconds as the client wishes, up to a day, or else what the server's bounds say.
pub(super) fn current(offer: &Offer, head: &Head) -> Duration {
    wished(head).map_or(offer.limits.idle, |seconds| Duration::from_secs(seconds.min(LONGEST)))
}

/// On the older ones: what the client wishes, brought into the documented range.
pub(super) fn legacy(offer: &Offer, head: &Head) -> Duration {
    let within = |seconds: u64| Duration::from_secs(seconds.clamp(*LEGACY.start(), *LEGACY.end()));
    wished(head).map_or_else(|| offer.options.wait("legacy_idle"), within)
}

/// A positive whole number of seconds; anything else is no wish.
fn wished(head: &Head) -> Option<u64> {
    head.query("timeout")?.parse().ok().filter(|seconds| *seconds > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(timeout: &str) -> Head {
        Head { query: vec![("timeout".to_owned(), timeout.to_owned())], ..Head::default() }
    }

    #[test]
    fn only_positive_whole_seconds_are_a_wish() {
        assert_eq!(wished(&head("120")), Some(120));
        for wrong in ["0", "-5", "1.5", "soon", "", "99999999999999999999"] {
            assert_eq!(wished(&head(wrong)), None, "{wrong}");
        }
        assert_eq!(wished(&Head::default()), None);
    }
}
