//! Between processes: passing a socket, forking, and what signals mean to a host.

#![expect(unsafe_code, reason = "fork, and taking over descriptors by their number")]

use std::io::{self, IoSlice, IoSliceMut};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::net::UnixStream;

use nix::errno::Errno;
use nix::sys::signal::{SigHandler, Signal, signal};
use nix::sys::socket::{
    AddressFamily, ControlMessage, ControlMessageOwned, MsgFlags, SockaddrLike, SockaddrStorage,
};
use nix::sys::socket::{getsockname, recvmsg, sendmsg};
use nix::sys::wait::{WaitPidFlag, WaitStatus, wait, waitpid};
use nix::unistd::{ForkResult, Pid};

#[cfg(target_os = "linux")]
const SEND: MsgFlags = MsgFlags::MSG_NOSIGNAL;
#[cfg(target_os = "linux")]
const RECEIVE: MsgFlags = MsgFlags::MSG_CMSG_CLOEXEC;
// Elsewhere Rust's start-up ignores SIGPIPE, and a host starts no other programs.
#[cfg(not(target_os = "linux"))]
const SEND: MsgFlags = MsgFlags::empty();
#[cfg(not(target_os = "linux"))]
const RECEIVE: MsgFlags = MsgFlags::empty();

/// Hands `socket` over to the process at the other end of `to`.
pub(crate) fn send(to: BorrowedFd<'_>, socket: BorrowedFd<'_>) -> io::Result<()> {
    let sockets = [socket.as_raw_fd()];
    let message = [ControlMessage::ScmRights(&sockets)];
    loop {
        match sendmsg::<()>(to.as_raw_fd(), &[IoSlice::new(b"j")], &message, SEND, None) {
            Err(Errno::EINTR) => {}
            Err(error) => return Err(error.into()),
            Ok(_) => return Ok(()),
        }
    }
}

/// Waits for the next socket; `None` when the other end is closed.
pub(crate) fn receive(from: BorrowedFd<'_>) -> io::Result<Option<OwnedFd>> {
    let mut byte = [0];
    let mut space = nix::cmsg_space!(RawFd);
    loop {
        let mut buffers = [IoSliceMut::new(&mut byte)];
        let message = match recvmsg::<()>(from.as_raw_fd(), &mut buffers, Some(&mut space), RECEIVE) {
            Err(Errno::EINTR) => continue,
            result => result?,
        };
        let Some(ControlMessageOwned::ScmRights(sockets)) = message.cmsgs()?.next() else {
            return if message.bytes == 0 { Ok(None) } else { Err(io::ErrorKind::InvalidData.into()) };
        };
        let socket = *sockets.first().ok_or(io::ErrorKind::InvalidData)?;
        // SAFETY: the kernel has just made this descriptor for us, and nobody else knows its number.
        return Ok(Some(unsafe { OwnedFd::from_raw_fd(socket) }));
    }
}

/// The socket that a host is started with, if there is one.
pub(crate) fn socket_on_stdin() -> Option<UnixStream> {
    let name: SockaddrStorage = getsockname(io::stdin().as_fd().as_raw_fd()).ok()?;
    if name.family() != Some(AddressFamily::Unix) {
        return None;
    }
    // SAFETY: descriptor 0 is open, a Unix socket, and a host reads its standard input in no other way. Owned, so that
    // a forked child can close it: otherwise the server would not notice that the host has died.
    Some(unsafe { UnixStream::from_raw_fd(0) })
}

/// Which of the two one is after a fork.
pub(crate) enum Forked {
    Parent,
    Child,
}

/// Forks this process, which has one thread.
pub(crate) fn fork() -> io::Result<Forked> {
    // SAFETY: a host has one thread, so the child finds every lock free.
    match unsafe { nix::unistd::fork() }? {
        ForkResult::Parent { .. } => Ok(Forked::Parent),
        ForkResult::Child => Ok(Forked::Child),
    }
}

/// Waits until no child is left.
pub(crate) fn outlive_the_children() {
    // With SIGCHLD ignored it waits for all of them, and then says that there is none.
    while !matches!(wait(), Err(Errno::ECHILD)) {}
}

/// Takes those processes of a group off the system's list that are this process's children and have ended. Says whether any
/// is left that has not.
pub(crate) fn bury(group: u32) -> Survivors {
    let Ok(group) = i32::try_from(group) else { return Survivors::None };
    loop {
        match waitpid(Pid::from_raw(-group), Some(WaitPidFlag::WNOHANG)) {
            Ok(WaitStatus::StillAlive) => return Survivors::Some,
            Ok(_) | Err(Errno::EINTR) => {}
            Err(_) => return Survivors::None,
        }
    }
}

/// Whether anybody of a group is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Survivors {
    None,
    Some,
}

/// Children leave no zombies; a Ctrl-C or a service manager's SIGTERM to the whole group does not end a host, since the
/// server may want to finish what it accepted: the host leaves when its socket closes.
pub(crate) fn outlive_the_terminal() -> io::Result<()> {
    for ignored in [Signal::SIGCHLD, Signal::SIGINT, Signal::SIGTERM, Signal::SIGHUP, Signal::SIGPIPE] {
        // SAFETY: sets a signal to be ignored; there is no handler that could be unsafe.
        unsafe { signal(ignored, SigHandler::SigIgn) }?;
    }
    Ok(())
}
