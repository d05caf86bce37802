//! Accepts connections, gives each to the router, and knows which are still open.
//!
//! A server may end when every socket that it accepted is closed: only then has the last byte of every answer left, which
//! nobody above HTTP can tell. [`Sockets`] waits for that.

use std::fmt;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use session::Limits;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio_rustls::TlsAcceptor;

use crate::config::TlsConfig;
use crate::escapes;
use crate::metrics::Metrics;
use crate::seldom::Seldom;
use crate::tcp::ClientStream;
use crate::tls::{Keeper, SecureStream, TlsError};

/// How many more sockets than connections there may be: those that are told that the house is full, and the operator's.
const SPARE_SOCKETS: usize = 256;
/// What one HTTP message's head may be, and what may wait to be written to one client.
const HTTP_BUFFER: usize = 16 * 1024;
/// How long to wait when the system has no more file descriptors.
const BREATHER: Duration = Duration::from_millis(50);

/// All open sockets.
pub struct Sockets {
    limits: Arc<Limits>,
    metrics: Arc<Metrics>,
    /// Of the handshakes that failed, those that get a log line.
    told: Seldom,
    /// One for each socket that may be open.
    places: Arc<Semaphore>,
    most: u32,
    /// For those that come while the server closes. Nobody waits for them.
    late_places: Arc<Semaphore>,
    life: watch::Sender<Life>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Life {
    Open,
    Draining,
}

impl Sockets {
    /// With room for the connections that the limits allow, and some more.
    #[must_use]
    pub fn new(limits: Arc<Limits>, metrics: Arc<Metrics>) -> Self {
        let most = limits.connections.saturating_add(SPARE_SOCKETS).min(Semaphore::MAX_PERMITS);
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        Self {
            limits,
            metrics,
            told: Seldom::default(),
            places: Arc::new(Semaphore::new(most as usize)),
            most,
            late_places: Arc::new(Semaphore::new(SPARE_SOCKETS)),
            life: watch::Sender::new(Life::Open),
        }
    }

    /// Closes those that wait for a request, and the others after the answer that they are giving. Whoever comes later is
    /// answered once.
    pub fn drain(&self) {
        self.life.send_replace(Life::Draining);
    }

    /// After [`Self::drain`]: waits until all that were open then are closed, what was written to them included.
    pub async fn closed(&self) {
        // Places that are never forgotten and a semaphore that is never closed: it cannot fail.
        let _ = self.places.acquire_many(self.most).await;
    }

    /// How many are open of those that are waited for.
    #[must_use]
    pub fn count(&self) -> usize {
        (self.most as usize).saturating_sub(self.places.available_permits())
    }

    fn handshake_failed(&self, reason: &dyn fmt::Display) {
        self.metrics.handshake_failed();
        match self.told.turn() {
            Some(untold) => tracing::info!(untold, "TLS handshake failed: {reason}"),
            None => tracing::debug!("TLS handshake failed: {reason}"),
        }
    }

    /// A place for one more, if there is room.
    fn enter(&self) -> Option<Place> {
        let mut life = self.life.subscribe();
        let came = *life.borrow_and_update();
        let places = match came {
            Life::Open => &self.places,
            Life::Draining => &self.late_places,
        };
        let permit = Arc::clone(places).try_acquire_owned().ok()?;
        Some(Place { permit, came, life })
    }
}

/// One socket's place.
struct Place {
    permit: OwnedSemaphorePermit,
    /// When it came.
    came: Life,
    life: watch::Receiver<Life>,
}

/// How one enters.
#[derive(Clone)]
pub enum Door {
    /// In plain HTTP.
    Plain,
    /// In TLS, with the certificate that is kept there.
    Tls(Arc<Keeper>),
}

impl Door {
    /// As configured.
    ///
    /// # Errors
    /// In words, if only one of both files was named, or they cannot be used.
    pub fn of(config: &TlsConfig) -> Result<Self, String> {
        let Some(files) = config.files()? else { return Ok(Self::Plain) };
        let keeper = Keeper::open(files).map_err(|error: TlsError| format!("tls: {error}"))?;
        Ok(Self::Tls(Arc::new(keeper)))
    }

    /// How addresses begin.
    #[must_use]
    pub const fn scheme(&self) -> &'static str {
        match self {
            Self::Plain => "http",
            Self::Tls(_) => "https",
        }
    }
}

/// Serves until it is dropped.
pub async fn accept_all(listener: TcpListener, door: Door, router: Router, sockets: Arc<Sockets>) {
    loop {
        match listener.accept().await {
            Ok((tcp, _)) => {
                // Beyond the spare ones a socket is closed unheard: there is no more memory to spend on it.
                let Some(place) = sockets.enter() else { continue };
                let visit = Visit { place, router: router.clone(), sockets: Arc::clone(&sockets) };
                // Two tasks, so that one without TLS does not have the size of one with it.
                match &door {
                    Door::Plain => drop(tokio::spawn(visit.serve_plain(tcp))),
                    Door::Tls(keeper) => drop(tokio::spawn(visit.serve_tls(tcp, Arc::clone(keeper)))),
                }
            }
            Err(error) => {
                tracing::warn!(%error, "could not accept a connection");
                tokio::time::sleep(BREATHER).await;
            }
        }
    }
}

/// What one socket needs besides itself.
struct Visit {
    place: Place,
    router: Router,
    sockets: Arc<Sockets>,
}

impl Visit {
    async fn serve_plain(self, tcp: TcpStream) {
        let Self { place: Place { permit, came, life }, router, sockets } = self;
        let limits = Arc::clone(&sockets.limits);
        let stream = ClientStream::new(tcp, limits.socket_stall, permit);
        serve(stream, Talk { router, limits, came, life }, || {}).await;
    }

    async fn serve_tls(self, tcp: TcpStream, keeper: Arc<Keeper>) {
        let Self { place: Place { permit, came, mut life }, router, sockets } = self;
        let limits = Arc::clone(&sockets.limits);
        let stream = ClientStream::new(tcp, limits.socket_stall, permit);
        let handshake = tokio::time::timeout(limits.first_message_wait, shake_hands(stream, keeper));
        let shaken = tokio::select! {
            biased;
            shaken = handshake => shaken,
            // Who has not asked for anything yet is not waited for.
            _ = life.changed() => return,
        };
        match shaken {
            Ok(Ok(stream)) => {
                let ending = stream.ending();
                serve(stream, Talk { router, limits, came, life }, move || ending.cut()).await;
            }
            Ok(Err(error)) => sockets.handshake_failed(&error),
            Err(_) => sockets.handshake_failed(&"it took too long"),
        }
    }
}

async fn shake_hands(stream: ClientStream, keeper: Arc<Keeper>) -> io::Result<SecureStream> {
    let acceptor = TlsAcceptor::from(keeper.current().await);
    acceptor.accept(stream).await.map(SecureStream::new)
}

/// What HTTP on one socket needs besides the socket.
struct Talk {
    router: Router,
    limits: Arc<Limits>,
    came: Life,
    life: watch::Receiver<Life>,
}

/// Serves HTTP, and calls `cut` if it ends before its time, while the stream is still there.
async fn serve(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, talk: Talk, cut: impl FnOnce()) {
    let Talk { router, limits, came, mut life } = talk;
    let router = TowerToHyperService::new(router);
    let routed = service_fn(move |mut request: Request<Incoming>| {
        escapes::normalise(request.uri_mut());
        router.call(request)
    });
    let mut connection = pin!(
        http1::Builder::new()
            .keep_alive(came == Life::Open)
            .timer(TokioTimer::new())
            .header_read_timeout(limits.first_message_wait)
            .max_buf_size(HTTP_BUFFER)
            .serve_connection(TokioIo::new(stream), routed)
            .with_upgrades()
    );
    let served = tokio::select! {
        // First, so that a request that is already here is begun before the door closes.
        biased;
        served = connection.as_mut() => served,
        _ = life.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = served {
        cut();
        tracing::debug!(%error, "connection ended early");
    }
}
