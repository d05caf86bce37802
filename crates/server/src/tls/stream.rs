//! A TLS stream that says when it is over, so that its peer can tell an end from a cut (RFC 8446, section 6.1).
//!
//! HTTP says so itself when it ends a connection. A stream that became a WebSocket is only dropped, in the end.

use std::io::{self, Write};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_rustls::server::TlsStream;

use crate::tcp::ClientStream;

/// A client's TLS stream.
pub(crate) struct SecureStream {
    inner: TlsStream<ClientStream>,
    ending: Ending,
}

/// Whether a stream ends in order. It does, unless somebody says that it does not.
#[derive(Clone, Default)]
pub(crate) struct Ending(Arc<AtomicBool>);

impl Ending {
    /// It is cut: its peer must not take what came for the whole.
    pub(crate) fn cut(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_cut(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl SecureStream {
    /// After the handshake.
    pub(crate) fn new(inner: TlsStream<ClientStream>) -> Self {
        Self { inner, ending: Ending::default() }
    }

    /// For whoever learns that it is cut.
    pub(crate) fn ending(&self) -> Ending {
        self.ending.clone()
    }
}

impl Drop for SecureStream {
    /// What the socket does not take at once is lost: its client takes nothing, and would not hear it anyway.
    fn drop(&mut self) {
        if self.ending.is_cut() {
            return;
        }
        let (tcp, session) = self.inner.get_mut();
        session.send_close_notify();
        let mut socket = AtOnce(tcp);
        while session.wants_write() && matches!(session.write_tls(&mut socket), Ok(1..)) {}
    }
}

/// Writes what the socket takes now.
struct AtOnce<'a>(&'a mut ClientStream);

impl Write for AtOnce<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.try_write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl AsyncRead for SecureStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(cx, buf)
    }
}

impl AsyncWrite for SecureStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(cx, buf)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }
}
