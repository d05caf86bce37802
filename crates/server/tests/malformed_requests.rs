//! What is no proper request is refused in our words and in JSON.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::io::Write;
use std::net::TcpStream;

use support::{Answer, Server};

fn send(server: &Server, request: &str) -> Answer {
    let mut tcp = TcpStream::connect(server.address).unwrap();
    tcp.write_all(request.as_bytes()).unwrap();
    Answer::read(tcp)
}

fn ask(server: &Server, request: &str) -> (u16, String) {
    let answer = send(server, request);
    assert!(answer.head.contains("application/json"), "{request}: {}", answer.head);
    let body: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    (answer.status, body["error"].as_str().unwrap().to_owned())
}

#[test]
fn a_broken_body_is_not_a_long_one() {
    let server = Server::start(&[]);
    let (status, error) = ask(
        &server,
        "POST /v1/ai/speech/bytes HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n\
         transfer-encoding: chunked\r\n\r\nno number\r\n",
    );
    assert_eq!((status, error.contains("broken")), (400, true), "{error}");
}

#[test]
fn a_bad_upgrade_is_refused_in_json() {
    let server = Server::start(&[]);
    let (status, error) = ask(
        &server,
        "GET /v1/ai/speech/stream HTTP/1.1\r\nhost: x\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n\
         sec-websocket-key: x\r\nsec-websocket-version: 7\r\n\r\n",
    );
    assert_eq!((status, error.contains("upgrade")), (400, true), "{error}");
}

#[test]
fn a_path_that_is_no_text_is_refused_in_json() {
    let server = Server::start(&[]);
    let path = wire::PROTOCOLS
        .iter()
        .flat_map(|card| card.routes)
        .find_map(|route| route.path.split_once('{'))
        .map(|(before, rest)| format!("{before}%ff{}", rest.split_once('}').unwrap().1))
        .expect("some protocol has a parameter in its path");
    let (status, error) =
        ask(&server, &format!("POST {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"));
    assert_eq!((status, error.contains("UTF-8")), (400, true), "{error}");
}

#[test]
fn our_own_paths_name_the_method_that_they_take() {
    let server = Server::start(&[]);
    let (status, error) = ask(&server, "POST /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    assert_eq!((status, error.as_str()), (405, "this path takes GET"));
}

#[test]
fn a_wrong_method_is_told_the_right_ones() {
    let server = Server::start(&[]);
    for (path, allowed) in
        [("/healthz", "GET, HEAD"), ("/v1/ai/speech/stream", "GET"), ("/v1/ai/speech", "GET, POST")]
    {
        let answer = send(&server, &format!("PATCH {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"));
        assert_eq!(answer.status, 405);
        let told: Vec<_> = answer.head.lines().filter_map(|line| line.strip_prefix("allow: ")).collect();
        assert_eq!(told, [allowed], "{path}");
    }
}
