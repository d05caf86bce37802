//! A client that listens slowly is heard at once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::io::Read;
use std::net::TcpStream;
use std::time::Duration;

use serde_json::json;
use socket2::{Domain, Socket, Type};
use support::{Client, Server, sentences};
use tungstenite::Message;

/// The longest chunk: 200 ms of 16-bit samples at 24 kHz.
const CHUNK: usize = 24_000 / 5 * 2;
/// What frames a chunk on the wire.
const FRAMING: usize = 16;
const RECEIVE_BUFFER: usize = 4 * 1024;

/// What the kernel holds for us, once no more comes.
fn settled(tcp: &TcpStream) -> usize {
    let mut before = usize::MAX;
    loop {
        let mut buffer = vec![0; 1 << 20];
        let waiting = tcp.peek(&mut buffer).unwrap();
        if waiting == before {
            return waiting;
        }
        before = waiting;
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// A session with a small receive buffer, to which a minute of sound is on its way.
fn slow_client(server: &Server) -> Client {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket.set_recv_buffer_size(RECEIVE_BUFFER).unwrap();
    socket.connect(&server.address.into()).unwrap();
    let mut client = Client::over(socket.into());
    client.open("tone");
    client.say(&sentences(80));
    client.send(json!({"type": "flush", "nonce": 1}));
    client
}

#[test]
fn a_ping_is_answered_while_sound_waits() {
    let server = Server::start(&[]);
    let mut client = slow_client(&server);
    let in_our_kernel = settled(client.socket.get_ref());
    client.socket.send(Message::Ping("are you there".into())).unwrap();
    let mut before = 0;
    loop {
        match client.socket.read().unwrap() {
            Message::Pong(_) => break,
            message => before += message.len(),
        }
    }
    assert!(before <= in_our_kernel + CHUNK, "{before} bytes came before the pong");
}

#[test]
fn a_socket_that_takes_nothing_is_given_up_and_one_that_says_nothing_is_not() {
    let server = Server::start(&["--set", "limits.socket_stall=200ms", "--set", "limits.ping_every=20ms"]);
    let mut quiet = server.session("tone");
    let _deaf = slow_client(&server);
    server.until("the deaf one is gone", || {
        server.metric("syrinx_connections_open{protocol=\"lmnt\"}") == Some(1.0)
    });
    assert!(matches!(quiet.socket.read(), Ok(Message::Ping(_))));
    quiet.say("Still here.");
    quiet.send(json!({"type": "finish"}));
    assert_eq!(quiet.rest().close, Some(1000));
}

#[test]
fn at_most_one_chunk_follows_a_reset() {
    let server = Server::start(&[]);
    let mut client = slow_client(&server);

    // A second of listening at 48 kB/s, while a minute of sound is there.
    let mut raw = client.socket.get_ref().try_clone().unwrap();
    let mut heard = Vec::new();
    for _ in 0..10 {
        let mut tenth = vec![0; 4_800];
        raw.read_exact(&mut tenth).unwrap();
        heard.extend(tenth);
        std::thread::sleep(Duration::from_millis(100));
    }
    let in_our_kernel = settled(&raw);
    client.send(json!({"type": "reset", "nonce": 2}));

    // The frames are counted as bytes: we stopped in the middle of one.
    let mut after = Vec::new();
    let acknowledgement = br#""type":"reset_complete""#;
    while !after.windows(acknowledgement.len()).any(|window| window == acknowledgement) {
        let mut some = vec![0; 65_536];
        let count = raw.read(&mut some).unwrap();
        assert_ne!(count, 0, "the server hung up");
        after.extend_from_slice(&some[..count]);
    }
    let older = after.len().saturating_sub(in_our_kernel);
    let acknowledgements = 200;
    assert!(older <= CHUNK + FRAMING + acknowledgements, "{older} bytes came after the reset");
}
