//! Accepts connections and gives each to the router.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use session::Limits;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::tcp::ClientStream;

/// How many more sockets than connections there may be: those that are told that the house is full, and the operator's.
const SPARE_SOCKETS: usize = 256;
/// What one HTTP message's head may be, and what may wait to be written to one client.
const HTTP_BUFFER: usize = 16 * 1024;
/// How long to wait when the system has no more file descriptors.
const BREATHER: Duration = Duration::from_millis(50);

/// Serves until it is dropped.
pub async fn accept_all(listener: TcpListener, router: Router, limits: Arc<Limits>) {
    let places = Arc::new(Semaphore::new(
        limits.connections.saturating_add(SPARE_SOCKETS).min(Semaphore::MAX_PERMITS),
    ));
    loop {
        match listener.accept().await {
            Ok((tcp, _)) => {
                // Beyond the spare ones a socket is closed unheard: there is no more memory to spend on it.
                if let Ok(place) = Arc::clone(&places).try_acquire_owned() {
                    tokio::spawn(serve(tcp, place, router.clone(), Arc::clone(&limits)));
                }
            }
            Err(error) => {
                tracing::warn!(%error, "could not accept a connection");
                tokio::time::sleep(BREATHER).await;
            }
        }
    }
}

async fn serve(tcp: TcpStream, place: OwnedSemaphorePermit, router: Router, limits: Arc<Limits>) {
    let stream = TokioIo::new(ClientStream::new(tcp, limits.socket_stall, place));
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.first_message_wait)
        .max_buf_size(HTTP_BUFFER)
        .serve_connection(stream, TowerToHyperService::new(router))
        .with_upgrades()
        .await;
    if let Err(error) = served {
        tracing::debug!(%error, "connection ended early");
    }
}
