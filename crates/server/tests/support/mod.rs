//! A real server on a loopback port, and small clients to talk to it. Blocking, so that a test reads as a conversation.

#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use engine::Engine;
use loopback_certificate::Loopback;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde_json::{Value, json};
use server::config::Config;
use server::listen::Door;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use tungstenite::protocol::frame::coding::CloseCode;
use tungstenite::{Message, WebSocket};
use wire::ProtocolCard;

/// No conversation here takes so long; a test that does is stuck.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program under test.
pub(crate) fn syrinx() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_syrinx"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("SYRINX_")) {
        command.env_remove(name);
    }
    command
}

/// A running server; killed when it is dropped.
pub(crate) struct Server {
    life: Life,
    pub(crate) address: SocketAddr,
    /// Whom to trust, if it speaks TLS.
    trust: Option<Trust>,
}

/// Where it runs.
enum Life {
    Process(Child),
    /// In this process, for engines that no real server has.
    Here(#[expect(dead_code, reason = "held until the test ends")] tokio::runtime::Runtime),
}

impl Server {
    /// With the tone engine, and these arguments besides.
    pub(crate) fn start(args: &[&str]) -> Self {
        Self::start_with(&["--engines", "tone"], args)
    }

    pub(crate) fn start_with(engines: &[&str], args: &[&str]) -> Self {
        let args = [engines, args].concat();
        Self::start_logging(Stdio::null(), &args)
    }

    /// With exactly these arguments, and its log lines there.
    pub(crate) fn start_logging(lines: impl Into<Stdio>, args: &[&str]) -> Self {
        Self::launch(lines.into(), args, None)
    }

    /// With the tone engine and this certificate, which was written to this folder.
    pub(crate) fn start_secure(folder: &Path, certificate: &Loopback, args: &[&str]) -> Self {
        let lines = File::create(folder.join("log")).unwrap();
        let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
        let (cert, key) = (path("cert.pem"), path("key.pem"));
        let ours = ["--engines", "tone", "--tls-cert", &cert, "--tls-key", &key];
        Self::launch(lines.into(), &[&ours, args].concat(), Some(Trust::of(certificate)))
    }

    fn launch(lines: Stdio, args: &[&str], trust: Option<Trust>) -> Self {
        let mut command = syrinx();
        command.args(["serve", "--listen", "127.0.0.1:0"]).args(args);
        let mut process = command.stdout(Stdio::piped()).stderr(lines).spawn().expect("the binary was built");
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let scheme = if trust.is_some() { "listening on https://" } else { "listening on http://" };
        let address = line.trim().strip_prefix(scheme).expect(&line).parse().unwrap();
        let server = Self { life: Life::Process(process), address, trust };
        server.until("it is ready", || server.get("/readyz").status == 200);
        server
    }

    /// In this process, with these engines.
    pub(crate) fn with_engines(engines: Vec<Arc<dyn Engine>>) -> Self {
        Self::speaking(wire::PROTOCOLS, engines, &Config::default())
    }

    /// In this process, with these protocols.
    pub(crate) fn speaking(
        protocols: &'static [&'static ProtocolCard],
        engines: Vec<Arc<dyn Engine>>,
        config: &Config,
    ) -> Self {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let engines = Arc::new(server::engines::Engines::from_engines(engines).unwrap());
        let inside = server::serve::Server::speaking(protocols, config, &engines).unwrap();
        let inside = Arc::new(inside);
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let router = server::routes::router(&inside);
        runtime.spawn(server::listen::accept_all(listener, Door::Plain, router, Arc::clone(&inside.sockets)));
        Self { life: Life::Here(runtime), address, trust: None }
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        match &self.life {
            Life::Process(process) => process.id(),
            Life::Here(_) => std::process::id(),
        }
    }

    pub(crate) fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(self.id() as i32), signal).unwrap();
    }

    pub(crate) fn wait(&mut self) -> ExitStatus {
        match &mut self.life {
            Life::Process(process) => process.wait().unwrap(),
            Life::Here(_) => panic!("it ends with the test"),
        }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        let request = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        self.ask(request.as_bytes())
    }

    pub(crate) fn post(&self, path: &str, body: &[u8]) -> Answer {
        self.ask(&post_request(path, body))
    }

    fn ask(&self, request: &[u8]) -> Answer {
        let mut tcp = TcpStream::connect(self.address).unwrap();
        tcp.set_read_timeout(Some(PATIENCE)).unwrap();
        match &self.trust {
            None => {
                tcp.write_all(request).unwrap();
                Answer::read(tcp)
            }
            Some(trust) => {
                let mut stream = trust.shake_hands(tcp).unwrap();
                stream.write_all(request).unwrap();
                Answer::read(stream)
            }
        }
    }

    /// A TLS stream to it, if it is the one whom we trust.
    pub(crate) fn shake_hands(&self) -> std::io::Result<Secure> {
        let tcp = TcpStream::connect(self.address)?;
        tcp.set_read_timeout(Some(PATIENCE))?;
        self.trust.as_ref().expect("a server with a certificate").shake_hands(tcp)
    }

    /// From now on another one is trusted.
    pub(crate) fn trust(&mut self, certificate: &Loopback) {
        self.trust = Some(Trust::of(certificate));
    }

    /// The value of one line of `/metrics`.
    pub(crate) fn metric(&self, name: &str) -> Option<f64> {
        let page = String::from_utf8(self.get("/metrics").body).unwrap();
        page.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok())
    }

    /// Asks again until it is so.
    pub(crate) fn until(&self, what: &str, mut is_so: impl FnMut() -> bool) {
        let begun = Instant::now();
        while !is_so() {
            assert!(begun.elapsed() < PATIENCE, "waited in vain until {what}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub(crate) fn connect(&self) -> Client {
        Client::over(TcpStream::connect(self.address).unwrap())
    }

    /// A WebSocket that speaks the typed dialect, with this voice and 24 kHz PCM; its greeting is read.
    pub(crate) fn session(&self, voice: &str) -> Client {
        let mut client = self.connect();
        client.open(voice);
        client
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Life::Process(process) = &mut self.life {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

pub(crate) fn post_request(path: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// A TLS stream as the client sees it.
pub(crate) type Secure = StreamOwned<ClientConnection, TcpStream>;

/// Whom a client trusts.
pub(crate) struct Trust(Arc<ClientConfig>);

impl Trust {
    pub(crate) fn of(certificate: &Loopback) -> Self {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(certificate.authority.as_bytes()).unwrap()).unwrap();
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap();
        let mut config = config.with_root_certificates(roots).with_no_client_auth();
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Self(Arc::new(config))
    }

    pub(crate) fn shake_hands(&self, mut tcp: TcpStream) -> std::io::Result<Secure> {
        let name = ServerName::try_from("127.0.0.1").unwrap();
        let mut session = ClientConnection::new(Arc::clone(&self.0), name).unwrap();
        while session.is_handshaking() {
            session.complete_io(&mut tcp)?;
        }
        Ok(StreamOwned::new(session, tcp))
    }
}

/// A whole HTTP answer.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
    /// Whether its body ended as its head promised.
    pub(crate) complete: bool,
}

impl Answer {
    pub(crate) fn read(mut stream: impl Read) -> Self {
        let mut bytes = Vec::new();
        // A reset ends it as well as an end; what came before counts.
        let _ = stream.read_to_end(&mut bytes);
        Self::from_bytes(&bytes)
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let split = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("an HTTP head");
        let head = String::from_utf8(bytes[..split].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        let rest = &bytes[split + 4..];
        let (body, complete) = match head.contains("transfer-encoding: chunked") {
            true => unchunked(rest),
            false => (rest.to_vec(), true),
        };
        Self { status, head, body, complete }
    }
}

fn unchunked(mut rest: &[u8]) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let length = usize::from_str_radix(std::str::from_utf8(&rest[..end]).unwrap(), 16).unwrap();
        if length == 0 {
            return (body, true);
        }
        let Some(chunk) = rest.get(end + 2..end + 2 + length) else { break };
        body.extend_from_slice(chunk);
        rest = rest.get(end + 4 + length..).unwrap_or_default();
    }
    (body, false)
}

/// A WebSocket client of the typed dialect.
pub(crate) struct Client<S = TcpStream> {
    pub(crate) socket: WebSocket<S>,
}

/// Everything up to some point.
#[derive(Default, Debug)]
pub(crate) struct Heard {
    pub(crate) audio: Vec<u8>,
    pub(crate) texts: Vec<Value>,
    pub(crate) close: Option<u16>,
}

impl Client {
    pub(crate) fn over(tcp: TcpStream) -> Self {
        tcp.set_read_timeout(Some(PATIENCE)).unwrap();
        tcp.set_nodelay(true).unwrap();
        Self::speak(tcp)
    }
}

impl<S: Read + Write> Client<S> {
    pub(crate) fn speak(stream: S) -> Self {
        match tungstenite::client("ws://localhost/v1/ai/speech/stream", stream) {
            Ok((socket, _)) => Self { socket },
            Err(_) => panic!("the upgrade failed"),
        }
    }

    pub(crate) fn open(&mut self, voice: &str) {
        self.send(json!({"X-API-Key": "k", "lmnt-version": "1.2", "voice": voice, "format": "pcm_s16le"}));
        assert_eq!(self.until("ready").texts[0]["type"], "ready");
    }

    pub(crate) fn send(&mut self, message: Value) {
        self.socket.send(Message::text(message.to_string())).unwrap();
    }

    pub(crate) fn say(&mut self, text: &str) {
        self.send(json!({"type": "text", "text": text}));
    }

    /// Reads until a text message of this type, or the end.
    pub(crate) fn until(&mut self, kind: &str) -> Heard {
        let mut heard = Heard::default();
        loop {
            match self.socket.read() {
                Ok(Message::Binary(bytes)) => heard.audio.extend_from_slice(&bytes),
                Ok(Message::Text(text)) => {
                    let message: Value = serde_json::from_str(&text).unwrap();
                    let found = message["type"] == kind;
                    heard.texts.push(message);
                    if found {
                        return heard;
                    }
                }
                Ok(Message::Close(frame)) => {
                    heard.close =
                        frame.map(|frame| u16::from(frame.code)).or(Some(u16::from(CloseCode::Status)));
                }
                Ok(_) => {}
                Err(_) => return heard,
            }
        }
    }

    pub(crate) fn rest(&mut self) -> Heard {
        self.until("what never comes")
    }
}

/// Text of so many sentences.
pub(crate) fn sentences(count: usize) -> String {
    (0..count).map(|number| format!("This is the sentence with the number {number}. ")).collect()
}
