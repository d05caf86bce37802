//! Ends a speaking process that has used up its processor time.
//!
//! The timer counts only time in which this process runs, so one that waits for a slow reader is safe. The signal may
//! come within a record half written; then the record is finished first. Read [`start`] first.

#![expect(unsafe_code, reason = "signal handlers and interval timers are C interfaces")]

use std::os::fd::RawFd;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::time::Duration;

use nix::libc;
use nix::sys::signal::{SaFlags, SigAction, SigHandler, SigSet, Signal, sigaction};

use crate::records::OUT_OF_TIME;

static WRITING: AtomicBool = AtomicBool::new(false);
static EXPIRED: AtomicBool = AtomicBool::new(false);
static ANSWERS_TO: AtomicI32 = AtomicI32::new(-1);

/// Gives this process so much processor time from now on; then it says so on `socket` and exits.
pub(super) fn start(limit: Duration, socket: RawFd) -> std::io::Result<()> {
    ANSWERS_TO.store(socket, Ordering::SeqCst);
    let action = SigAction::new(SigHandler::Handler(on_expiry), SaFlags::SA_RESTART, SigSet::empty());
    // SAFETY: the handler touches atomics and calls write and _exit only, all of which a handler may.
    unsafe { sigaction(Signal::SIGPROF, &action)? };
    let once = libc::itimerval {
        it_interval: libc::timeval { tv_sec: 0, tv_usec: 0 },
        it_value: libc::timeval {
            tv_sec: limit.as_secs() as libc::time_t,
            // At least one: a timer of nothing never fires.
            tv_usec: limit.subsec_micros().max(1) as libc::suseconds_t,
        },
    };
    // SAFETY: the structure is initialised, and no old value is asked for.
    let result = unsafe { libc::setitimer(libc::ITIMER_PROF, &raw const once, std::ptr::null_mut()) };
    if result == 0 { Ok(()) } else { Err(std::io::Error::last_os_error()) }
}

/// Runs a write that must not be torn by the end of the time.
pub(super) fn whole<T>(write: impl FnOnce() -> T) -> T {
    WRITING.store(true, Ordering::SeqCst);
    let result = write();
    WRITING.store(false, Ordering::SeqCst);
    if EXPIRED.load(Ordering::SeqCst) {
        give_up();
    }
    result
}

extern "C" fn on_expiry(_: libc::c_int) {
    EXPIRED.store(true, Ordering::SeqCst);
    if !WRITING.load(Ordering::SeqCst) {
        give_up();
    }
}

fn give_up() -> ! {
    let socket = ANSWERS_TO.load(Ordering::SeqCst);
    // SAFETY: writes a constant to a descriptor that this process holds until it exits. If the record does not fit
    // into the socket's buffer, the reader sees the end without it: a crash instead of a limit, but an end.
    unsafe {
        libc::send(socket, OUT_OF_TIME.as_ptr().cast(), OUT_OF_TIME.len(), libc::MSG_DONTWAIT);
        libc::_exit(1)
    }
}
