//! A client's TCP connection, tuned so that what was not sent can still be taken back, and closed when it takes nothing.
//!
//! **Flushed means taken.** To a usual TCP socket a write is done once the kernel has the bytes, and the kernel takes
//! megabytes for a client that reads slowly. Here [`AsyncWrite::poll_flush`] is ready only when the kernel has handed all
//! of it to the network (`TCP_NOTSENT_LOWAT`), so a chunk is encoded only when the one before has left, and a clear takes
//! effect within one chunk. Where the system lacks that option, it falls back to a small send buffer.
//!
//! **Stalled means gone.** One timer per direction would cost memory on every idle connection; the only one there is
//! arises when the socket takes nothing, and goes when it does.

use std::future::Future;
use std::io;
use std::os::fd::AsFd;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use socket2::SockRef;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, Interest, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::Sleep;

/// What the kernel may keep for one socket. It doubles this for its own book-keeping.
const SEND_BUFFER: usize = 64 * 1024;
/// The kernel takes more only when nothing waits to be sent.
#[cfg(any(target_os = "linux", target_os = "android"))]
const UNSENT_LOW_WATER: u32 = 1;
/// How long, and how much, a closed connection is read on so that its peer reads our last words before a reset.
const LINGER: Duration = Duration::from_secs(2);
const LINGER_BYTES: usize = 16 * 1024 * 1024;

/// A tuned TCP connection.
pub struct ClientStream {
    /// `None` only while it is being dropped.
    tcp: Option<TcpStream>,
    place: Option<OwnedSemaphorePermit>,
    stall_after: Duration,
    stalled: Option<Pin<Box<Sleep>>>,
}

impl ClientStream {
    /// Tunes an accepted connection, which is given up when it takes no byte for `stall_after` while data waits. It
    /// keeps its `place` for as long as it lives.
    #[must_use]
    pub fn new(tcp: TcpStream, stall_after: Duration, place: OwnedSemaphorePermit) -> Self {
        // Each of these makes it better, and none is needed for it to work.
        let _ = tune(&tcp, stall_after);
        Self { tcp: Some(tcp), place: Some(place), stall_after, stalled: None }
    }

    fn tcp(&mut self) -> &mut TcpStream {
        self.tcp.as_mut().expect("only dropping takes it out")
    }

    /// Writes what the kernel takes at once.
    ///
    /// # Errors
    /// Those of the socket; [`io::ErrorKind::WouldBlock`] if it takes nothing now.
    pub(crate) fn try_write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.tcp().try_write(bytes)
    }

    /// Turns waiting for too long into an error.
    fn unless_stalled<T>(&mut self, cx: &mut Context<'_>, poll: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if poll.is_ready() {
            self.stalled = None;
            return poll;
        }
        let stall_after = self.stall_after;
        let timer = self.stalled.get_or_insert_with(|| Box::pin(tokio::time::sleep(stall_after)));
        ready!(timer.as_mut().poll(cx));
        let message = format!("client took no byte for {stall_after:?} while data waited");
        Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, message)))
    }
}

fn tune(tcp: &TcpStream, stall_after: Duration) -> io::Result<()> {
    tcp.set_nodelay(true)?;
    let socket = SockRef::from(tcp);
    socket.set_send_buffer_size(SEND_BUFFER)?;
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        socket.set_tcp_notsent_lowat(UNSENT_LOW_WATER)?;
        // The kernel gives up a peer that vanished without a word, which no write of ours would notice.
        socket.set_tcp_user_timeout(Some(stall_after))?;
    }
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    let _ = stall_after;
    Ok(())
}

/// Ready once nothing waits in the kernel.
fn poll_taken(tcp: &TcpStream, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
    loop {
        ready!(tcp.poll_write_ready(cx))?;
        // The runtime believes in its last notice until a call would block. Asking the kernel corrects that, and makes it
        // send the next notice.
        match tcp.try_io(Interest::WRITABLE, || ask_kernel(tcp)) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            asked => return Poll::Ready(asked),
        }
    }
}

fn ask_kernel(tcp: &TcpStream) -> io::Result<()> {
    let mut asked = [PollFd::new(tcp.as_fd(), PollFlags::POLLOUT)];
    match poll(&mut asked, PollTimeout::ZERO)? {
        0 => Err(io::ErrorKind::WouldBlock.into()),
        // Errors too: the next write tells them.
        _ => Ok(()),
    }
}

impl AsyncRead for ClientStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(self.tcp()).poll_read(cx, buf)
    }
}

impl AsyncWrite for ClientStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(self.tcp()).poll_write(cx, buf);
        self.unless_stalled(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(self.tcp()).poll_write_vectored(cx, bufs);
        self.unless_stalled(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let taken = poll_taken(self.tcp(), cx);
        self.unless_stalled(cx, taken)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(self.tcp()).poll_shutdown(cx)
    }
}

impl Drop for ClientStream {
    /// Closing a socket with unread data resets it, and a reset destroys what the peer has not read yet, such as our
    /// reason for closing. So whatever still comes is read on for a moment.
    fn drop(&mut self) {
        let (Some(tcp), place) = (self.tcp.take(), self.place.take()) else { return };
        let unread = tcp.try_read(&mut [0; 512]).is_ok_and(|count| count > 0);
        if let (true, Ok(runtime)) = (unread, tokio::runtime::Handle::try_current()) {
            runtime.spawn(async move {
                let _ = tokio::time::timeout(LINGER, read_on(tcp)).await;
                drop(place);
            });
        }
    }
}

async fn read_on(mut tcp: TcpStream) {
    if SockRef::from(&tcp).shutdown(std::net::Shutdown::Write).is_err() {
        return;
    }
    let mut buffer = vec![0; 4096];
    let mut left = LINGER_BYTES;
    while let Ok(count @ 1..) = tcp.read(&mut buffer).await
        && count < left
    {
        left -= count;
    }
}
