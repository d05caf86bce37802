//! What a stream holds beside what it shares with others of its pair: counted where memory is handed out.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::candidates::{Candidate, Pair};

/// The system's allocator, and a count of the bytes that are out.
pub(crate) struct Counting;

static BYTES: AtomicUsize = AtomicUsize::new(0);

#[expect(unsafe_code, reason = "an allocator cannot be written without")]
// SAFETY: every call goes to the system's allocator as it is; the count touches no memory that is handed out.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        BYTES.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps what `GlobalAlloc` asks of it.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        BYTES.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.dealloc(place, layout) }
    }
}

/// In KB, for a second stream that has worked: what the first one computed for all is not counted.
pub(crate) fn of_a_stream(pair: Pair, candidate: &Candidate) -> f64 {
    let input = vec![0.25; pair.from as usize / 5];
    let mut out = Vec::with_capacity(pair.to as usize);
    let first = (candidate.open)();
    let before = BYTES.load(Ordering::Relaxed);
    let mut second = (candidate.open)();
    second.push(&input, &mut out);
    let held = BYTES.load(Ordering::Relaxed) - before;
    drop(first);
    held as f64 / 1_000.0
}
