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
