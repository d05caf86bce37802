//! What every protocol may count on, shown with protocols that no client speaks.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::io::Write;
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use engine_tone::Tone;
use server::config::Config;
use session::Event;
use speech::{EncodedAudio, Moment, Refusal};
use support::Server;
use tungstenite::client::IntoClientRequest as _;
use tungstenite::http::Response;
use tungstenite::{Message, WebSocket};
use wire::{
    Accept, Accepted, Actions, ClientFrame, Columns, Head, HttpReply, Offer, Protocol, ProtocolCard,
    ProtocolId, Route, RouteKind, ServerFrame,
};

/// Says which route was taken, and repeats what it hears.
struct Parrot(String);

impl Protocol for Parrot {
    fn on_client_frame(
        &mut self,
        _now: Moment,
        frame: ClientFrame<'_>,
        out: &mut Actions,
    ) -> Result<(), Refusal> {
        match frame {
            ClientFrame::Body(body) => {
                let body = format!("{} {}", self.0, body.len()).into_bytes();
                out.send(ServerFrame::Head(HttpReply { status: 200, headers: Vec::new(), body }));
                out.close(1000, "");
            }
            ClientFrame::Text(_) | ClientFrame::Binary(_) => out.text(self.0.clone()),
        }
        Ok(())
    }

    fn on_event(&mut self, _now: Moment, _event: &Event<EncodedAudio>, _out: &mut Actions) {}
}

/// What the route was, as the protocol saw it, and what it has to go by.
fn seen(name: &str, offer: &Offer, head: &Head) -> Parrot {
    let rest = head.param("rest").unwrap_or("-");
    Parrot(format!("{name} {} rest={rest} contexts={}", head.path, offer.limits.contexts_per_connection))
}

fn socket(offer: &Arc<Offer>, head: Head) -> Accept {
    let notes = head.query("notes").unwrap_or_default().to_owned();
    let protocol = Box::new(seen("socket", offer, &head));
    Accept::Stream(Accepted { protocol, subprotocol: Some("parrot.v1"), notes })
}

fn get(offer: &Arc<Offer>, head: Head) -> Accept {
    Accept::stream(seen("get", offer, &head))
}

fn post(offer: &Arc<Offer>, head: Head) -> Accept {
    Accept::stream(seen("post", offer, &head))
}

const CARD: ProtocolCard = ProtocolCard {
    id: ProtocolId("parrot"),
    title: "A parrot",
    routes: &[
        Route { kind: RouteKind::Socket, path: "/p/one", accept: socket },
        Route { kind: RouteKind::Get, path: "/p/one", accept: get },
        Route { kind: RouteKind::Post, path: "/p/one", accept: post },
        Route { kind: RouteKind::Post, path: "/p/voice:stream", accept: post },
        Route { kind: RouteKind::Get, path: "/p/{*rest}", accept: get },
        Route { kind: RouteKind::Socket, path: "/p/{*rest}", accept: socket },
    ],
    silent: &[],
    closes_on: &[],
    aliases: &[],
    columns: Columns {
        generous: |limits| {
            limits.contexts_per_connection = 7;
            limits.message_bytes = 100;
            limits.body_bytes = 50;
            limits.ping_every = Duration::from_millis(20);
        },
        vendor: |_| {},
    },
    formats: &[],
    options: &[],
};

const PROTOCOLS: &[&ProtocolCard] = &[&CARD];

fn start() -> Server {
    Server::speaking(PROTOCOLS, vec![Arc::new(Tone::default())], &Config::default())
}

fn open(
    server: &Server,
    path: &str,
    subprotocols: &[&str],
) -> (WebSocket<TcpStream>, Response<Option<Vec<u8>>>) {
    let mut request = format!("ws://localhost{path}").into_client_request().unwrap();
    if !subprotocols.is_empty() {
        let offered = subprotocols.join(", ").parse().unwrap();
        request.headers_mut().insert("sec-websocket-protocol", offered);
    }
    tungstenite::client(request, TcpStream::connect(server.address).unwrap()).unwrap()
}

fn ask(socket: &mut WebSocket<TcpStream>, text: String) -> String {
    socket.send(Message::text(text)).unwrap();
    loop {
        if let Message::Text(answer) = socket.read().unwrap() {
            return answer.to_string();
        }
    }
}

fn body(answer: support::Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.head);
    String::from_utf8(answer.body).unwrap()
}

#[test]
fn one_path_may_take_a_get_a_post_and_a_socket() {
    let server = start();
    assert_eq!(body(server.get("/p/one")), "get /p/one rest=- contexts=7 0");
    assert_eq!(body(server.post("/p/one", b"four")), "post /p/one rest=- contexts=7 4");
    let (mut socket, _) = open(&server, "/p/one", &[]);
    assert_eq!(ask(&mut socket, "?".to_owned()), "socket /p/one rest=- contexts=7");
}

#[test]
fn a_tail_takes_what_no_other_route_takes() {
    let server = start();
    assert_eq!(
        body(server.get("/p/some/where%20else")),
        "get /p/some/where%20else rest=some/where else contexts=7 0"
    );
    let (mut socket, _) = open(&server, "/p/one/two", &[]);
    assert_eq!(ask(&mut socket, "?".to_owned()), "socket /p/one/two rest=one/two contexts=7");
    assert_eq!(server.post("/p/elsewhere", b"").status, 405);
}

#[test]
fn an_escaped_colon_is_a_colon() {
    let server = start();
    for path in ["/p/voice:stream", "/p/voice%3Astream", "/p/voice%3astream"] {
        assert_eq!(body(server.post(path, b"x")), "post /p/voice:stream rest=- contexts=7 1", "{path}");
    }
}

#[test]
fn a_subprotocol_is_agreed_on_if_it_was_offered() {
    let server = start();
    let agreed = |offered: &[&str]| {
        let (_, answer) = open(&server, "/p/one", offered);
        answer.headers().get("sec-websocket-protocol").map(|value| value.to_str().unwrap().to_owned())
    };
    assert_eq!(agreed(&["parrot.v2", "parrot.v1"]).as_deref(), Some("parrot.v1"));
    assert_eq!(agreed(&[]), None);
}

#[test]
fn a_connection_lives_by_the_bounds_of_its_protocol() {
    let server = start();
    let refused = server.post("/p/one", &[b'x'; 51]);
    assert_eq!(refused.status, 413);
    assert!(String::from_utf8(refused.body).unwrap().contains("50 bytes"));

    let (mut socket, _) = open(&server, "/p/one", &[]);
    ask(&mut socket, "x".repeat(400));
    assert!(matches!(socket.read(), Ok(Message::Ping(_))), "pings come every 20 ms");
    socket.send(Message::text("x".repeat(401))).unwrap();
    let close = loop {
        match socket.read().unwrap() {
            Message::Close(frame) => break frame.unwrap(),
            _ => continue,
        }
    };
    assert_eq!(u16::from(close.code), 1009);
}

/// Log lines, for this test binary alone.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn notes_stand_in_the_log_of_their_connection_and_nothing_else_does() {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(move || writer.clone()).finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();
    let server = start();
    let long = format!("region%3Deu%0A{}", "z".repeat(600));
    let (mut socket, _) = open(&server, &format!("/p/noted?notes={long}"), &[]);
    ask(&mut socket, "s3cret text".to_owned());
    drop(socket);
    let closed = || {
        let logged = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        logged.lines().find(|line| line.contains("region=eu")).map(str::to_owned)
    };
    server.until("it is logged", || closed().is_some());
    let line = closed().unwrap();
    assert!(line.contains(r#"notes="region=eu\n"#) && line.contains("connection closed"), "{line}");
    assert!(line.matches('z').count() <= Accepted::NOTES_BYTES, "{line}");
    assert!(!line.contains("s3cret"), "{line}");
}
