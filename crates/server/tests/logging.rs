//! Log lines cost nothing but themselves, wherever standard error leads.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs::File;
use std::io::{Read, pipe};
use std::net::TcpStream;
use std::process::Stdio;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;
use support::Server;

const TONE: [&str; 4] = ["--engines", "tone", "--set", "log.level=debug"];

/// A client that connects and leaves, which is two log lines.
fn visit(server: &Server) {
    let tcp = TcpStream::connect(server.address).unwrap();
    tungstenite::client("ws://localhost/v1/ai/speech/stream", tcp).unwrap();
}

fn speaks_and_ends(mut server: Server) {
    let said = server.post("/v1/ai/speech/bytes", br#"{"text":"hi","voice":"tone","format":"pcm_s16le"}"#);
    assert_eq!(said.status, 200);
    visit(&server);
    server.signal(Signal::SIGTERM);
    assert_eq!(server.wait().code(), Some(0));
}

#[test]
fn a_full_disk_stops_nothing() {
    let full = File::options().write(true).open("/dev/full").unwrap();
    speaks_and_ends(Server::start_logging(full, &TONE));
}

#[test]
fn a_reader_that_is_gone_stops_nothing() {
    let (reader, writer) = pipe().unwrap();
    let server = Server::start_logging(writer, &TONE);
    drop(reader);
    speaks_and_ends(server);
}

#[test]
fn a_reader_that_never_reads_stops_nothing() {
    let mut server = Server::start_logging(Stdio::piped(), &TONE);
    for _ in 0..1_200 {
        visit(&server);
    }
    server
        .until("all have left", || server.metric("syrinx_connections_open{protocol=\"lmnt\"}") == Some(0.0));
    assert_eq!(server.get("/healthz").status, 200);
    let told = Instant::now();
    server.signal(Signal::SIGTERM);
    assert_eq!(server.wait().code(), Some(0));
    assert!(told.elapsed() < Duration::from_secs(5), "{:?}", told.elapsed());
}

#[test]
fn the_last_lines_are_written() {
    let (mut reader, writer) = pipe().unwrap();
    let mut server = Server::start_logging(writer, &TONE);
    server.signal(Signal::SIGTERM);
    assert_eq!(server.wait().code(), Some(0));
    let mut lines = String::new();
    reader.read_to_string(&mut lines).unwrap();
    assert!(lines.contains("only this machine is served") && lines.contains("shutting down"), "{lines}");
}
