//! Three layers, checked before anything starts.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::process::Output;

use support::syrinx;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn check(file: &str, environment: &[(&str, &str)], args: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("syrinx.toml");
    std::fs::write(&path, file).unwrap();
    let mut command = syrinx();
    command.args(["serve", "--check", "--config"]).arg(&path).args(args).envs(environment.iter().copied());
    command.output().unwrap()
}

#[test]
fn check_prints_what_would_be_in_effect_and_that_is_a_file_again() {
    let file =
        "listen = \"127.0.0.1:1\"\n[limits]\ndrain = \"1s\"\nidle = \"7m\"\n[keys]\nphone = \"s3cret\"\n";
    let printed = check(
        file,
        &[("SYRINX_LIMITS_DRAIN", "2s"), ("SYRINX_LISTEN", "127.0.0.1:2")],
        &["--listen", "127.0.0.1:3"],
    );
    assert_eq!(printed.status.code(), Some(0), "{}", text(&printed.stderr));
    let effective = text(&printed.stdout);
    for line in [
        "listen = \"127.0.0.1:3\"",
        "limits.drain = \"2s\"",
        "limits.idle = \"7m\"",
        "# keys = 1 keys, not shown",
    ] {
        assert!(effective.contains(line), "{line} is not in\n{effective}");
    }
    assert!(!effective.contains("s3cret"));
    let again = check(&effective, &[], &[]);
    assert_eq!(again.status.code(), Some(0), "{}", text(&again.stderr));
    assert!(text(&again.stdout).contains("limits.drain = \"2s\""));
}

#[test]
fn everything_wrong_is_told_at_once() {
    let wrong = check(
        "lisen = \"127.0.0.1:1\"\n[limits]\nidle = \"soon\"\n",
        &[("SYRINX_WORKERS", "many")],
        &["--set", "limits.drain=0s"],
    );
    assert_eq!(wrong.status.code(), Some(3));
    let told = text(&wrong.stderr);
    for part in [
        "the nearest is listen",
        "limits.idle must be a duration",
        "SYRINX_WORKERS: workers must be",
        "limits.drain must not be zero",
    ] {
        assert!(told.contains(part), "{part} is not in\n{told}");
    }
}

#[test]
fn the_world_is_not_served_without_keys() {
    let refused = syrinx().args(["serve", "--listen", "0.0.0.0:0"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(3));
    assert!(text(&refused.stderr).contains("--open"));
    for allowed in [
        check("listen = \"0.0.0.0:0\"", &[], &["--open"]),
        check("listen = \"0.0.0.0:0\"", &[("SYRINX_API_KEYS", "a,b")], &[]),
    ] {
        assert_eq!(allowed.status.code(), Some(0), "{}", text(&allowed.stderr));
    }
}

#[test]
fn an_address_in_use_has_its_own_exit_code() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let failed = syrinx().args(["serve", "--engines", "tone", "--listen", &address]).output().unwrap();
    assert_eq!(failed.status.code(), Some(4));
    assert!(text(&failed.stderr).contains("--listen"));
    assert!(failed.stdout.is_empty(), "nothing listens, so nothing says so");
}

#[test]
fn a_variable_that_is_no_text_or_no_key_is_refused_unread() {
    use std::os::unix::ffi::OsStrExt as _;
    for value in [&b""[..], b"s3cret,", b"s3cret\xff"] {
        let value = std::ffi::OsStr::from_bytes(value);
        let refused = syrinx().args(["serve", "--check"]).env("SYRINX_API_KEYS", value).output().unwrap();
        assert_eq!(refused.status.code(), Some(3), "{value:?}");
        let told = text(&refused.stderr);
        assert!(told.contains("SYRINX_API_KEYS"), "{told}");
        assert!(!told.contains("s3cret"), "{told}");
    }
}

#[test]
fn each_protocol_has_settings_of_its_own_in_every_layer() {
    let file = "[protocols.native]\ncolumn = \"vendor\"\n[protocols.native.limits]\nidle = \"1m\"\ncontext_idle = \"2m\"\n\
                [protocols.lmnt.limits]\nrequest_characters = 100\n";
    let environment = [("SYRINX_PROTOCOLS_NATIVE_LIMITS_IDLE", "3m"), ("SYRINX_PROTOCOLS_PORT", "tcp://x")];
    let printed = check(file, &environment, &["--set", "protocols.native.limits.context_idle=4m"]);
    assert_eq!(printed.status.code(), Some(0), "{}", text(&printed.stderr));
    let effective = text(&printed.stdout);
    for line in [
        "protocols.native.column = \"vendor\"",
        "protocols.native.limits.idle = \"3m\"",
        "protocols.native.limits.context_idle = \"4m\"",
        "protocols.lmnt.column = \"generous\"",
        "protocols.lmnt.limits.request_characters = 100",
        "limits.idle = \"10m\"",
    ] {
        assert!(effective.lines().any(|shown| shown == line), "{line} is not in\n{effective}");
    }
    assert!(!effective.contains("protocols.native.limits.context_life"), "nobody set it");
    let again = check(&effective, &[], &[]);
    assert_eq!(text(&again.stdout), effective);
}

#[test]
fn check_prints_what_a_column_changes_and_aliases_of_any_name() {
    let file =
        "[aliases]\n\"Doe, Jane\" = \"tone\"\n\"a=b\" = \"tone\"\n[protocols.vogent]\ncolumn = \"vendor\"\n";
    let printed = check(file, &[], &["--engines", "tone", "--set", "limits.request_characters=10"]);
    assert_eq!(printed.status.code(), Some(0), "{}", text(&printed.stderr));
    let effective = text(&printed.stdout);
    for line in [
        "# which makes protocols.vogent.limits.request_parts = 10",
        "# which makes protocols.vogent.limits.request_characters = 5000",
        "# which makes protocols.soniox.limits.context_idle = \"1m\"",
    ] {
        assert!(effective.lines().any(|shown| shown == line), "{line} is not in\n{effective}");
    }
    assert!(!effective.contains("makes protocols.smallest.limits.request_characters"), "{effective}");
    let again = check(&effective, &[], &[]);
    assert_eq!(text(&again.stdout), effective, "{}", text(&again.stderr));
    assert!(effective.contains("\"Doe, Jane\" = \"tone\""), "{effective}");
}

#[test]
fn a_limit_for_all_protocols_is_not_undone_by_a_generous_column() {
    let body = br#"{"text":"eleven char","voice_id":"tone"}"#;
    let asked = |args: &[&str]| support::Server::start(args).post("/waves/v1/tts", body);
    let (limited, vendor) = ("limits.request_characters=10", "protocols.smallest.column=vendor");
    let refused = asked(&["--set", limited]);
    assert_eq!(refused.status, 400, "{}", refused.head);
    let taken = asked(&["--set", limited, "--set", vendor]);
    assert_eq!(taken.status, 200, "{}", String::from_utf8_lossy(&taken.body));
}

#[test]
fn a_misspelt_variable_is_told_and_a_platforms_is_not() {
    let theirs = [("SYRINX_PORT", "tcp://10.0.0.1:80"), ("SYRINX_EU_SERVICE_HOST", "10.0.0.1")];
    assert_eq!(check("", &theirs, &[]).status.code(), Some(0));
    let a_clients = check("", &[("SYRINX_URL", "http://127.0.0.1:1")], &[]);
    assert_eq!(a_clients.status.code(), Some(0));
    assert!(text(&a_clients.stdout).contains("# SYRINX_URL is no setting of the server and has no effect"));
    for (wrong, nearest) in
        [("SYRINX_TLS_CERTIFICATE", "SYRINX_TLS_CERT"), ("SYRINX_LIMITS_DRIAN", "SYRINX_LIMITS_DRAIN")]
    {
        let told = check("", &[(wrong, "5s")], &[]);
        assert_eq!(told.status.code(), Some(3));
        let told = text(&told.stderr);
        assert!(
            told.contains(&format!("{wrong}: there is no such variable; the nearest is {nearest}")),
            "{told}"
        );
    }
}

#[test]
fn a_value_for_a_table_is_told_so() {
    for key in ["protocols.lmnt.limits", "limits"] {
        let wrong = check("", &[], &["--set", &format!("{key}=4")]);
        assert!(text(&wrong.stderr).contains(&format!("{key} must be a table")), "{}", text(&wrong.stderr));
    }
}

#[test]
fn a_misspelt_protocol_option_or_limit_is_told_with_the_nearest() {
    let file = "[protocols.nativ]\ncolumn = \"vendor\"\n[protocols.native]\ncolunm = \"vendor\"\n\
                [protocols.native.limits]\nidel = \"1s\"\ndrain = \"1s\"\n[protocols.lmnt]\ncolumn = \"theirs\"\n";
    let environment = [("SYRINX_PROTOCOLS_LMTN_COLUMN", "vendor")];
    let wrong = check(file, &environment, &["--set", "protocols.lmnt.limits.idle=0s"]);
    assert_eq!(wrong.status.code(), Some(3));
    let told = text(&wrong.stderr);
    for part in [
        "there is no protocol nativ; the nearest is native",
        "protocol native has no option colunm; the nearest is column",
        "protocol native has no limit idel; the nearest is idle",
        "drain is the same for all protocols; set limits.drain",
        "protocols.lmnt.column must be generous or vendor",
        "SYRINX_PROTOCOLS_LMTN_COLUMN: there is no such variable; the nearest is SYRINX_PROTOCOLS_LMNT_COLUMN",
        "protocols.lmnt.limits.idle must not be zero",
    ] {
        assert!(told.contains(part), "{part} is not in\n{told}");
    }
}

#[test]
fn a_limit_of_one_protocol_holds_there_and_nowhere_else() {
    let server = support::Server::start(&[
        "--set",
        "protocols.lmnt.limits.request_characters=10",
        "--set",
        "protocols.native.limits.contexts_per_connection=1",
    ]);
    let refused =
        server.post("/v1/ai/speech/bytes", br#"{"text":"eleven char","voice":"tone","format":"pcm_s16le"}"#);
    assert_eq!(refused.status, 400, "{}", refused.head);
    let mut client = server.session("tone");
    client.say("More than ten characters, on a socket.");
    client.send(serde_json::json!({"type": "finish"}));
    assert_eq!(client.rest().close, Some(1000));

    let tcp = std::net::TcpStream::connect(server.address).unwrap();
    let (mut socket, _) = tungstenite::client("ws://localhost/syrinx/v1/stream", tcp).unwrap();
    for (name, event) in [("a", "opened"), ("b", "error")] {
        let open = serde_json::json!({"op": "open", "context": name, "voice": "tone"}).to_string();
        socket.send(tungstenite::Message::text(open)).unwrap();
        let answer: serde_json::Value =
            serde_json::from_str(socket.read().unwrap().to_text().unwrap()).unwrap();
        assert_eq!(answer["event"], event, "{answer}");
    }
}

#[test]
fn check_tells_what_is_wrong_with_a_certificate() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) =
        (loopback_certificate::Loopback::make().unwrap(), loopback_certificate::Loopback::make().unwrap());
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    one.write(folder.path()).unwrap();
    std::fs::write(path("other.pem"), &other.key).unwrap();
    let told = |cert: Option<&str>, key: Option<&str>| {
        let cert = cert.map(|name| format!("--tls-cert={}", path(name)));
        let key = key.map(|name| format!("--tls-key={}", path(name)));
        let args: Vec<_> = cert.iter().chain(&key).map(String::as_str).collect();
        let checked = check("", &[], &args);
        (checked.status.code(), text(&checked.stderr))
    };
    assert_eq!(told(Some("cert.pem"), Some("key.pem")).0, Some(0));
    for (cert, key, wrong) in [
        (Some("cert.pem"), None, "tls.cert needs tls.key"),
        (None, Some("key.pem"), "tls.key needs tls.cert"),
        (Some("none.pem"), Some("key.pem"), "none.pem could not be read"),
        (Some("cert.pem"), Some("other.pem"), "is not the one of the certificate"),
        (Some("key.pem"), Some("cert.pem"), "key.pem holds no certificate"),
    ] {
        let (code, told) = told(cert, key);
        assert_eq!(code, Some(3), "{told}");
        assert!(told.contains(wrong), "{wrong} is not in\n{told}");
    }
}
