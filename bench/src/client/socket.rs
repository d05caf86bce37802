//! A WebSocket to a server on this machine, as cheap as it can be: thousands of them live in one thread.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use crate::failure::Failure;
use crate::server::Address;

/// A socket on which nothing is heard for so long is given up.
const SILENCE_LIMIT: Duration = Duration::from_secs(60);
/// Instead of the 128 KiB that the library takes by default.
const BUFFER_BYTES: usize = 4 * 1024;

/// How a client leaves without a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parting {
    /// Its side of the connection is closed.
    Vanish,
    /// The connection is reset.
    Reset,
}

/// One open WebSocket.
pub(crate) struct Socket(WebSocketStream<TcpStream>);

impl Socket {
    pub(crate) async fn connect(address: Address, path: &str) -> Result<Self, Failure> {
        let what = "the connection";
        let connected = timeout(SILENCE_LIMIT, Self::upgrade(address, path)).await;
        connected.map_err(|_| Failure::Silence { what, limit: SILENCE_LIMIT })?
    }

    async fn upgrade(address: Address, path: &str) -> Result<Self, Failure> {
        let stream = TcpStream::connect(address.0).await?;
        stream.set_nodelay(true)?;
        let config = WebSocketConfig::default()
            .read_buffer_size(BUFFER_BYTES)
            .write_buffer_size(0)
            .max_write_buffer_size(1 << 20);
        let url = format!("ws://{}{path}", address.0);
        let (socket, _) = client_async_with_config(url, stream, Some(config)).await?;
        Ok(Self(socket))
    }

    /// Sends text frames, all in one go.
    pub(crate) async fn send(&mut self, frames: Vec<String>) -> Result<(), Failure> {
        for frame in frames {
            self.0.feed(Message::Text(Utf8Bytes::from(frame))).await?;
        }
        Ok(self.0.flush().await?)
    }

    /// The next text or binary frame. Pings are answered on the way.
    pub(crate) async fn receive(&mut self) -> Result<Message, Failure> {
        loop {
            let silence = Failure::Silence { what: "the next frame", limit: SILENCE_LIMIT };
            match timeout(SILENCE_LIMIT, self.0.next()).await.map_err(|_| silence)? {
                Some(Ok(message @ (Message::Text(_) | Message::Binary(_)))) => return Ok(message),
                Some(Ok(Message::Close(frame))) => {
                    return Err(Failure::Closed(frame.map(|frame| frame.code.into())));
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error.into()),
                None => return Err(Failure::Closed(None)),
            }
        }
    }

    /// Leaves without a closing handshake.
    pub(crate) fn leave(self, parting: Parting) -> Result<(), Failure> {
        if parting == Parting::Reset {
            self.0.get_ref().set_zero_linger()?;
        }
        Ok(())
    }
}
