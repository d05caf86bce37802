//! An idle connection costs next to nothing.

mod desk;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, Ordering};

use connection::Connection;
use desk::{Desk, Engine, form, settings};
use speech::Scope;

static HELD: AtomicIsize = AtomicIsize::new(0);

struct Counting;

#[expect(unsafe_code, reason = "the allocator is the only one who knows what is held")]
// SAFETY: both calls go to the system's allocator as they are; counting touches no memory that is handed out.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.fetch_add(layout.size() as isize, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size() as isize, Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// One test alone, for the count is of the whole process.
#[test]
fn an_idle_connection_holds_less_than_two_kibibytes() {
    let empty = HELD.load(Ordering::Relaxed);
    let mut desk = Desk::new(Engine::Pieces(700));
    let fresh = HELD.load(Ordering::Relaxed) - empty;
    assert!(size_of::<Connection>() < 1_024, "{} bytes in itself", size_of::<Connection>());
    assert!(fresh < 2_048, "{fresh} bytes when fresh");

    for context in 0..100 {
        desk.open(context, settings(form(Scope::Context)));
        desk.say(context, &"a".repeat(100));
        desk.finish(context);
    }
    drop(desk.all_told());
    desk.work = Vec::new();
    let used = HELD.load(Ordering::Relaxed) - empty - fresh;
    assert!(used < 2_048, "{used} bytes more after use");
}
