//! Pure crates decide without touching anything: time is an argument, and nothing waits.

use super::crates::is_pure;
use super::finding::Finding;
use super::manifest::dependencies;
use super::rust::{has_word, production};
use super::tree::File;

/// Packages that bring a runtime, threads or sockets. A `*` at the end stands for anything.
const IMPURE_PACKAGES: &[&str] = &[
    "async-*",
    "axum*",
    "crossbeam*",
    "hyper*",
    "mio",
    "parking_lot",
    "rayon*",
    "reqwest",
    "server",
    "smol",
    "socket2",
    "threadpool",
    "tokio*",
    "tungstenite",
];

/// Words that read a clock, start a thread, open a socket, or wait; and what to do instead.
const IMPURE_WORDS: &[(&str, &str)] = &[
    ("Instant::now", "take a `Moment` as an argument"),
    ("SystemTime", "take a `Moment` as an argument"),
    ("thread::", "return what is to be done and let the server's workers do it"),
    ("std::net", "sockets belong to the server; take the bytes as an argument"),
    ("std::env", "configuration belongs to the server; take the value as an argument"),
    ("async fn", "return what is to be done and let the server wait for it"),
    (".await", "return what is to be done and let the server wait for it"),
    ("tokio::", "the runtime belongs to the server"),
];

/// No pure crate depends on a runtime, threads, sockets, or the server.
pub(crate) fn no_impure_dependency(file: &File) -> Vec<Finding> {
    if !file.is_manifest() || !is_pure(file) {
        return Vec::new();
    }
    let impure = dependencies(&file.text).into_iter().filter(|dependency| is_impure(&dependency.package));
    impure.map(|dependency| Finding::new(&file.path, dependency.line, advice(&dependency.package))).collect()
}

fn advice(package: &str) -> String {
    format!("a pure crate must not depend on `{package}`; move what needs it to the server")
}

fn is_impure(package: &str) -> bool {
    IMPURE_PACKAGES.iter().any(|pattern| match pattern.strip_suffix('*') {
        Some(start) => package.starts_with(start),
        None => package == *pattern,
    })
}

/// No pure crate reads a clock, starts a thread, opens a socket, or waits, outside of its tests.
pub(crate) fn no_clock_thread_or_socket(file: &File) -> Vec<Finding> {
    if !file.is_rust() || !is_pure(file) || file.is_test() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for line in production(&file.text) {
        for (word, instead) in IMPURE_WORDS.iter().filter(|(word, _)| has_word(&line.code, word)) {
            let message = format!("`{word}` in a pure crate; {instead}");
            findings.push(Finding::new(&file.path, line.number, message));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tree::made_up::file;
    use super::*;

    #[test]
    fn a_runtime_in_a_pure_crate_is_found() {
        let manifest = "[dependencies]\nserde = \"1\"\ntokio-util = \"1\"\nasync-trait = \"1\"\n";
        let found = no_impure_dependency(&file("crates/session/Cargo.toml", manifest));
        assert_eq!(found.len(), 2);
        assert!(found[0].to_string().starts_with("crates/session/Cargo.toml:3: a pure crate"));
        assert_eq!(no_impure_dependency(&file("crates/server/Cargo.toml", manifest)), []);
    }

    #[test]
    fn a_package_with_a_similar_name_is_welcome() {
        let manifest = "[dependencies]\nmiow-free = \"1\"\nserver-words = \"1\"\n";
        assert_eq!(no_impure_dependency(&file("crates/session/Cargo.toml", manifest)), []);
    }

    #[test]
    fn each_impure_word_is_found_in_code() {
        for (word, _) in IMPURE_WORDS {
            let text = format!("fn a() {{\n    x({word} y);\n}}\n");
            let found = no_clock_thread_or_socket(&file("crates/text/src/a.rs", &text));
            assert_eq!(found.len(), 1, "{word}");
            assert!(found[0].to_string().starts_with("crates/text/src/a.rs:2: "));
        }
    }

    #[test]
    fn comments_strings_tests_and_the_server_are_free() {
        let talk = "/// Never calls `Instant::now`.\nconst A: &str = \"tokio::spawn\";\n";
        assert_eq!(no_clock_thread_or_socket(&file("crates/text/src/a.rs", talk)), []);
        let tests = "#[cfg(test)]\nmod tests {\n    fn a() { std::thread::spawn(b); }\n}\n";
        assert_eq!(no_clock_thread_or_socket(&file("crates/text/src/a.rs", tests)), []);
        let call = "fn a() { Instant::now(); }\n";
        assert_eq!(no_clock_thread_or_socket(&file("crates/text/tests/a.rs", call)), []);
        assert_eq!(no_clock_thread_or_socket(&file("crates/server/src/a.rs", call)), []);
    }
}
