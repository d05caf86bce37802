//! Filters are computed once and shared by all streams; this keeps those that were asked for last.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use speech::SampleRate;

use super::filter::{Design, Filter};
use super::ratio::Ratio;

/// So many bytes of filters are kept, beside those that streams are using: thirty of the awkward ones.
const KEPT_BYTES: usize = 4 << 20;

static SHELF: Mutex<Shelf> = Mutex::new(Shelf { slots: Vec::new() });

/// Computes what a stream between two rates needs, so that the first one of them does not have to: mostly a tenth or
/// two of a millisecond, and never much more than one. A call for rates that were prepared lately costs nothing.
pub fn prepare(from: SampleRate, to: SampleRate) {
    if from != to {
        shared(Ratio::between(from, to));
    }
}

/// The filter for a ratio. Who asks for one that is being computed waits for it; nobody else does.
pub(crate) fn shared(ratio: Ratio) -> Arc<Filter> {
    computed(Design::of(ratio), Filter::new)
}

fn computed(design: Design, compute: impl FnOnce(Design) -> Filter) -> Arc<Filter> {
    // A panic while it was held cannot have left the list half changed.
    let slot = SHELF.lock().unwrap_or_else(PoisonError::into_inner).slot(design);
    Arc::clone(slot.filter.get_or_init(|| Arc::new(compute(design))))
}

/// The filters that were asked for last, the last one first.
struct Shelf {
    slots: Vec<Arc<Slot>>,
}

/// The place of a filter, which may still have to be computed.
struct Slot {
    design: Design,
    filter: OnceLock<Arc<Filter>>,
}

impl Shelf {
    fn slot(&mut self, design: Design) -> Arc<Slot> {
        let slot = match self.slots.iter().position(|slot| slot.design == design) {
            Some(place) => self.slots.remove(place),
            None => Arc::new(Slot { design, filter: OnceLock::new() }),
        };
        self.slots.insert(0, Arc::clone(&slot));
        self.forget();
        slot
    }

    /// Lets go of those that were asked for the longest time ago.
    fn forget(&mut self) {
        let mut bytes = 0;
        let fits = |slot: &&Arc<Slot>| {
            bytes += slot.design.bytes();
            bytes <= KEPT_BYTES
        };
        let kept = self.slots.iter().take_while(fits).count();
        self.slots.truncate(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn design(from: u32, to: u32) -> Design {
        Design::of(Ratio::between(SampleRate::known(from), SampleRate::known(to)))
    }

    #[test]
    fn others_are_served_while_a_filter_is_computed() {
        let filter = computed(design(44_099, 9_001), |design| {
            // Would wait for ever if the list were locked now.
            prepare(SampleRate::known(44_099), SampleRate::known(9_002));
            Filter::new(design)
        });
        assert!(Arc::ptr_eq(&filter, &shared(Ratio { output: 9_001, input: 44_099 })));
    }

    #[test]
    fn the_shelf_is_bounded_in_bytes_and_forgets_the_oldest() {
        let mut shelf = Shelf { slots: Vec::new() };
        let first = design(22_050, 8_000);
        let kept = shelf.slot(first);
        for to in (8_001..9_000).step_by(2) {
            shelf.slot(design(48_000, to));
            shelf.slot(first);
        }
        let bytes: usize = shelf.slots.iter().map(|slot| slot.design.bytes()).sum();
        assert!((KEPT_BYTES / 2..=KEPT_BYTES).contains(&bytes), "{bytes}");
        assert!(Arc::ptr_eq(&shelf.slot(first), &kept));
        assert_eq!(shelf.slots[1].design, design(48_000, 8_999));
        assert!(shelf.slots.iter().all(|slot| slot.design != design(48_000, 8_001)));
    }
}
