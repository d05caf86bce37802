//! An idle connection costs next to nothing.

mod desk;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use connection::Connection;
use desk::{Desk, Engine, form, settings};
use speech::Scope;

thread_local! {
    /// What this thread holds: the one that runs the tests allocates meanwhile.
    static HELD: Cell<isize> = const { Cell::new(0) };
}

fn count(size: isize) {
    HELD.set(HELD.get() + size);
}

struct Counting;

#[expect(unsafe_code, reason = "the allocator is the only one who knows what is held")]
// SAFETY: both calls go to the system's allocator as they are; counting touches no memory that is handed out.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[test]
fn an_idle_connection_holds_less_than_two_kibibytes() {
    let empty = HELD.get();
    let mut desk = Desk::new(Engine::Pieces(700));
    let fresh = HELD.get() - empty;
    assert!(size_of::<Connection>() < 1_024, "{} bytes in itself", size_of::<Connection>());
    assert!(fresh < 2_048, "{fresh} bytes when fresh");

    for context in 0..100 {
        desk.open(context, settings(form(Scope::Context)));
        desk.say(context, &"a".repeat(100));
        desk.finish(context);
    }
    drop((desk.all_told(), desk.gone()));
    desk.work = Vec::new();
    let used = HELD.get() - empty - fresh;
    assert!(used < 2_048, "{used} bytes more after use");
}
