//! The file of pronunciations is read again at a SIGHUP: for those who come later, if nothing is wrong with it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs;
use std::net::TcpStream;
use std::path::Path;

use nix::sys::signal::Signal;
use serde_json::{Value, json};
use support::Server;
use tungstenite::{Message, WebSocket};

/// A connection of the native protocol.
struct Native(WebSocket<TcpStream>);

impl Native {
    fn connect(server: &Server) -> Self {
        let stream = TcpStream::connect(server.address).unwrap();
        Self(tungstenite::client("ws://localhost/syrinx/v1/stream", stream).unwrap().0)
    }

    /// What the server says of a context that asks for the dictionary.
    fn open(&mut self, context: &str) -> Value {
        let open = json!({"op": "open", "context": context, "dictionaries": ["ward"]});
        self.0.send(Message::text(open.to_string())).unwrap();
        loop {
            if let Message::Text(text) = self.0.read().unwrap() {
                return serde_json::from_str::<Value>(&text).unwrap()["event"].clone();
            }
        }
    }
}

/// A server with this file, and its log.
fn start(file: &Path, log: &Path) -> Server {
    let setting = format!("pronunciations={}", file.display());
    Server::start_logging(fs::File::create(log).unwrap(), &["--set", &setting])
}

#[test]
fn a_hangup_has_the_words_read_again_for_who_comes_later() {
    let folder = tempfile::tempdir().unwrap();
    let (file, log) = (folder.path().join("words.toml"), folder.path().join("log"));
    fs::write(&file, "[words]\nSQL = 'sequel'").unwrap();
    let server = start(&file, &log);
    let logged = |what: &str| fs::read_to_string(&log).unwrap().contains(what);
    let mut early = Native::connect(&server);
    assert_eq!(early.open("a"), "error");

    fs::write(&file, "[dictionaries.ward]\nNPO = 'nil by mouth'").unwrap();
    server.signal(Signal::SIGHUP);
    server.until("the words are new", || logged("new pronunciations are in use"));
    assert_eq!(early.open("b"), "error");
    assert_eq!(Native::connect(&server).open("a"), "opened");

    fs::write(&file, "[words]\nsecret = 5").unwrap();
    server.signal(Signal::SIGHUP);
    server.until("the fault is told", || logged("line 2"));
    assert!(!logged("secret"));
    fs::write(&file, "[voices.nobody]\nx = 'y'").unwrap();
    server.signal(Signal::SIGHUP);
    server.until("the voice is told", || logged("there is no voice nobody"));
    assert_eq!(Native::connect(&server).open("a"), "opened");
}
