//! TLS on our own port, with clients that trust nothing but the test's own authority.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

use loopback_certificate::Loopback;
use nix::sys::signal::Signal;
use serde_json::json;
use socket2::{Domain, Socket, Type};
use support::{Client, Secure, Server, Trust, sentences};
use tempfile::TempDir;

/// The longest chunk: 200 ms of 16-bit samples at 24 kHz.
const CHUNK: usize = 24_000 / 5 * 2;
/// Longer than the server waits between two looks at its files.
const A_LOOK: Duration = Duration::from_millis(1_200);

/// A certificate in a folder of its own.
fn certificate() -> (TempDir, Loopback) {
    let folder = tempfile::tempdir().unwrap();
    let made = Loopback::make().unwrap();
    made.write(folder.path()).unwrap();
    (folder, made)
}

fn log(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("log")).unwrap()
}

#[test]
fn http_and_sockets_are_spoken_inside_tls_with_the_same_bytes() {
    let (folder, made) = certificate();
    let (secure, plain) = (Server::start_secure(folder.path(), &made, &[]), Server::start(&[]));
    let body = json!({"text": sentences(20), "voice": "tone", "format": "pcm_s16le"}).to_string();
    let [inside, outside] =
        [&secure, &plain].map(|server| server.post("/v1/ai/speech/bytes", body.as_bytes()));
    assert_eq!((inside.status, inside.complete), (200, true));
    assert_eq!(inside.body, outside.body);

    let stream = secure.shake_hands().unwrap();
    assert_eq!(stream.conn.alpn_protocol(), Some(&b"http/1.1"[..]));
    let mut client = Client::speak(stream);
    client.open("tone");
    let mut reference = plain.session("tone");
    client.say(&sentences(20));
    client.send(json!({"type": "finish"}));
    reference.say(&sentences(20));
    reference.send(json!({"type": "finish"}));
    let (heard, whole) = (client.rest(), reference.rest());
    assert_eq!(heard.close, Some(1000));
    assert_eq!(heard.audio, whole.audio);
    assert!(ended_in_order(&mut client));
}

/// Whether the server said that its TLS stream is over, rather than just hanging up.
fn ended_in_order(client: &mut Client<Secure>) -> bool {
    matches!(client.socket.get_mut().read(&mut [0; 1]), Ok(0))
}

#[test]
fn a_client_that_trusts_another_authority_is_not_served() {
    let (folder, made) = certificate();
    let mut server = Server::start_secure(folder.path(), &made, &[]);
    server.trust(&Loopback::make().unwrap());
    assert!(server.shake_hands().is_err());
}

#[test]
fn plain_http_on_a_tls_port_is_closed_and_harms_nobody() {
    let (folder, made) = certificate();
    let server = Server::start_secure(folder.path(), &made, &[]);
    for rubbish in [&b"GET / HTTP/1.1\r\nhost: x\r\n\r\n"[..], &[0; 500], &[0x16, 0x03, 0x01, 0xff, 0xff]] {
        let mut tcp = TcpStream::connect(server.address).unwrap();
        tcp.write_all(rubbish).unwrap();
        tcp.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = Vec::new();
        let _ = tcp.read_to_end(&mut answer);
        assert!(!answer.starts_with(b"HTTP"), "{answer:?}");
    }
    assert_eq!(server.get("/healthz").status, 200);
    assert_eq!(server.metric("syrinx_tls_handshakes_failed_total"), Some(3.0));
    let told = log(&folder);
    assert_eq!(told.matches("TLS handshake failed").count(), 1, "a line for each would be a flood: {told}");
}

#[test]
fn a_handshake_that_never_ends_is_given_up() {
    let (folder, made) = certificate();
    let server = Server::start_secure(folder.path(), &made, &["--set", "limits.first_message_wait=300ms"]);
    let [mut silent, mut slow] = [(), ()].map(|()| TcpStream::connect(server.address).unwrap());
    let begun = Instant::now();
    // The beginning of a client's greeting that announces more than will ever come.
    for byte in [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc] {
        let _ = slow.write_all(&[byte]);
        std::thread::sleep(Duration::from_millis(60));
    }
    for tcp in [&mut silent, &mut slow] {
        tcp.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        assert!(matches!(tcp.read(&mut [0; 64]), Ok(0) | Err(_)));
    }
    assert!(begun.elapsed() < Duration::from_secs(10), "it took {:?}", begun.elapsed());
    assert_eq!(server.get("/healthz").status, 200);
}

#[test]
fn nobody_waits_for_a_handshake_when_the_server_ends() {
    let (folder, made) = certificate();
    let mut server = Server::start_secure(folder.path(), &made, &[]);
    let _silent = TcpStream::connect(server.address).unwrap();
    let mut idle = Client::speak(server.shake_hands().unwrap());
    idle.open("tone");
    let told = Instant::now();
    server.signal(Signal::SIGTERM);
    assert_eq!(idle.rest().close, Some(1001));
    assert!(ended_in_order(&mut idle));
    assert_eq!(server.wait().code(), Some(0));
    assert!(told.elapsed() < Duration::from_secs(5), "it took {:?}", told.elapsed());
}

#[test]
fn a_new_certificate_is_used_and_a_broken_one_is_not() {
    let (folder, made) = certificate();
    let mut server = Server::start_secure(folder.path(), &made, &[]);
    let mut early = Client::speak(server.shake_hands().unwrap());
    early.open("tone");

    let renewed = Loopback::make().unwrap();
    renewed.write(folder.path()).unwrap();
    std::thread::sleep(A_LOOK);
    assert!(server.shake_hands().is_err(), "we trust the old one, and it is gone");
    server.trust(&renewed);
    assert_eq!(server.get("/healthz").status, 200);

    fs::write(folder.path().join("cert.pem"), "half a certificate").unwrap();
    std::thread::sleep(A_LOOK);
    assert_eq!(server.get("/healthz").status, 200);
    assert_eq!(server.get("/healthz").status, 200);
    server.until("it is complained of", || log(&folder).contains("the old one stays"));
    let complaint = folder.path().join("cert.pem").display().to_string();
    assert!(log(&folder).contains(&complaint), "{}", log(&folder));
    assert!(!log(&folder).contains("half a certificate"));

    early.say("Still the same socket.");
    early.send(json!({"type": "finish"}));
    assert_eq!(early.rest().close, Some(1000));
}

#[test]
fn a_certificate_that_became_a_pipe_holds_nobody_up() {
    let (folder, made) = certificate();
    let mut server = Server::start_secure(folder.path(), &made, &[]);
    let cert = folder.path().join("cert.pem");
    fs::remove_file(&cert).unwrap();
    assert!(Command::new("mkfifo").arg(&cert).status().unwrap().success());
    for _ in 0..2 {
        std::thread::sleep(A_LOOK);
        assert_eq!(server.get("/healthz").status, 200);
    }
    server.until("it is complained of", || log(&folder).contains("is no regular file"));
    server.signal(Signal::SIGTERM);
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn a_hangup_has_the_files_looked_at_and_ends_nobody() {
    let (folder, made) = certificate();
    let mut server = Server::start_secure(folder.path(), &made, &[]);
    let renewed = Loopback::make().unwrap();
    renewed.write(folder.path()).unwrap();
    server.signal(Signal::SIGHUP);
    let begun = Instant::now();
    while !log(&folder).contains("new certificate is in use") {
        assert!(begun.elapsed() < Duration::from_secs(20), "{}", log(&folder));
        std::thread::sleep(Duration::from_millis(5));
    }
    server.trust(&renewed);
    assert_eq!(server.get("/healthz").status, 200);

    let mut plain = Server::start(&[]);
    plain.signal(Signal::SIGHUP);
    plain.signal(Signal::SIGHUP);
    assert_eq!(plain.get("/healthz").status, 200);
    plain.signal(Signal::SIGTERM);
    assert_eq!(plain.wait().code(), Some(0));
}

#[test]
fn a_pair_of_which_one_file_came_later_is_used_once_both_are_there() {
    let (folder, made) = certificate();
    let mut server = Server::start_secure(folder.path(), &made, &[]);
    let renewed = Loopback::make().unwrap();
    fs::write(folder.path().join("cert.pem"), &renewed.certificate).unwrap();
    std::thread::sleep(A_LOOK);
    assert_eq!(server.get("/healthz").status, 200);
    fs::write(folder.path().join("key.pem"), &renewed.key).unwrap();
    std::thread::sleep(A_LOOK);
    server.trust(&renewed);
    assert_eq!(server.get("/healthz").status, 200);
}

/// What the kernel holds for us, once no more comes.
fn settled(tcp: &TcpStream) -> usize {
    let mut before = usize::MAX;
    loop {
        let waiting = tcp.peek(&mut vec![0; 1 << 20]).unwrap();
        if waiting == before {
            return waiting;
        }
        before = waiting;
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn what_was_not_sent_can_be_taken_back_through_tls_too() {
    let (folder, made) = certificate();
    let server = Server::start_secure(folder.path(), &made, &[]);
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket.set_recv_buffer_size(4 * 1024).unwrap();
    socket.connect(&server.address.into()).unwrap();
    let stream = Trust::of(&made).shake_hands(socket.into()).unwrap();
    let mut client = Client::speak(stream);
    client.open("tone");
    client.say(&sentences(80));
    client.send(json!({"type": "flush", "nonce": 1}));

    // A second of listening at 48 kB/s, while a minute of sound is there.
    for _ in 0..10 {
        client.socket.get_mut().read_exact(&mut [0; 4_800]).unwrap();
        std::thread::sleep(Duration::from_millis(100));
    }
    let in_our_kernel = settled(client.socket.get_ref().get_ref());
    let message = tungstenite::Message::text(json!({"type": "reset", "nonce": 2}).to_string());
    client.socket.send(message).unwrap();

    // Counted as bytes: we stopped in the middle of a frame.
    let mut after = Vec::new();
    let acknowledgement = br#""type":"reset_complete""#;
    while !after.windows(acknowledgement.len()).any(|window| window == acknowledgement) {
        let mut some = vec![0; 65_536];
        let count = client.socket.get_mut().read(&mut some).unwrap();
        assert_ne!(count, 0, "the server hung up");
        after.extend_from_slice(&some[..count]);
    }
    let older = after.len().saturating_sub(in_our_kernel);
    // One chunk that was under way, and one that our own TLS had half read.
    assert!(older <= 2 * CHUNK + 1_000, "{older} bytes came after the reset");
}
