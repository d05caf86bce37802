//! Which crate may know which: everything points towards `speech`, and nothing points at the server.

use super::finding::Finding;
use super::manifest::{Dependency, Use, dependencies, name};
use super::tree::File;

/// A crate and those of ours that it may use in production.
struct Arrow {
    from: &'static str,
    to: &'static [&'static str],
}

/// Everything that is pure, for those who join it.
const ALL_PURE: &[&str] = &[
    "audio",
    "connection",
    "ear",
    "engine",
    "engine-tone",
    "explain",
    "kana",
    "language",
    "markup",
    "mastering",
    "normaliser",
    "numerals",
    "scheduler",
    "session",
    "speech",
    "text",
    "wire",
];
/// Everything there is.
const ALL: &[&str] = &[
    "audio",
    "connection",
    "ear",
    "engine",
    "engine-espeak",
    "engine-tone",
    "explain",
    "kana",
    "language",
    "markup",
    "mastering",
    "normaliser",
    "numerals",
    "scheduler",
    "server",
    "session",
    "speech",
    "testkit",
    "text",
    "wire",
];

const ARROWS: &[Arrow] = &[
    Arrow { from: "audio", to: &["speech"] },
    Arrow { from: "bench", to: ALL },
    Arrow { from: "connection", to: &["audio", "session", "speech", "wire"] },
    Arrow { from: "ear", to: &["speech"] },
    Arrow { from: "engine", to: &["speech"] },
    Arrow { from: "engine-espeak", to: &["engine", "kana", "speech"] },
    Arrow { from: "engine-tone", to: &["engine", "speech"] },
    Arrow { from: "explain", to: &["markup", "normaliser", "session", "speech", "text"] },
    Arrow { from: "kana", to: &[] },
    Arrow { from: "language", to: &[] },
    Arrow { from: "loopback-certificate", to: &[] },
    Arrow { from: "markup", to: &["speech"] },
    Arrow { from: "mastering", to: &["engine", "speech"] },
    Arrow { from: "normaliser", to: &["numerals", "speech", "text"] },
    Arrow { from: "numerals", to: &[] },
    Arrow { from: "scheduler", to: &["speech"] },
    Arrow { from: "score", to: &["engine", "engine-espeak", "explain", "speech", "text"] },
    Arrow { from: "server", to: ALL },
    Arrow { from: "session", to: &["language", "markup", "normaliser", "speech", "text"] },
    Arrow { from: "speech", to: &[] },
    Arrow { from: "testkit", to: ALL_PURE },
    Arrow { from: "text", to: &["markup", "speech"] },
    Arrow { from: "wire", to: &["session", "speech"] },
    Arrow { from: "xtask", to: &[] },
];

/// Tests may use anything pure and the testkit: cargo keeps those arrows out of what is delivered.
fn is_allowed(arrow: &Arrow, dependency: &Dependency) -> bool {
    let package = dependency.package.as_str();
    let in_tests = dependency.used == Use::Tests && (package == "testkit" || ALL_PURE.contains(&package));
    !ALL.contains(&package) || arrow.to.contains(&package) || in_tests
}

/// Every dependency among our crates is one that [`ARROWS`] has.
pub(crate) fn all_tables_point_downwards(file: &File) -> Vec<Finding> {
    let Some(name) = name(&file.text).filter(|_| file.is_manifest() && !file.path.starts_with("fuzz/"))
    else {
        return Vec::new();
    };
    let Some(arrow) = ARROWS.iter().find(|arrow| arrow.from == name) else {
        let message =
            format!("no arrows for the crate `{name}`; decide in xtask/src/tidy/arrows.rs what it may use");
        return vec![Finding::new(&file.path, 1, message)];
    };
    let strays = dependencies(&file.text).into_iter().filter(|dependency| !is_allowed(arrow, dependency));
    strays.map(|stray| Finding::new(&file.path, stray.line, advice(&name, &stray.package, arrow))).collect()
}

fn advice(from: &str, to: &str, arrow: &Arrow) -> String {
    let allowed = if arrow.to.is_empty() { "nothing of ours".to_owned() } else { arrow.to.join(", ") };
    format!("`{from}` must not depend on `{to}`, it may use {allowed}; move the type down or the logic up")
}

#[cfg(test)]
mod tests {
    use super::super::tree::made_up::file;
    use super::*;

    fn findings(name: &str, rest: &str) -> Vec<Finding> {
        let text = format!("[package]\nname = \"{name}\"\n{rest}");
        all_tables_point_downwards(&file("crates/any/Cargo.toml", &text))
    }

    #[test]
    fn an_arrow_that_points_up_is_found() {
        assert_eq!(findings("session", "[dependencies]\nspeech.workspace = true\nserde = \"1\"\n"), []);
        let found = findings("session", "[dependencies]\nwire.workspace = true\n");
        assert!(
            found[0].to_string().starts_with("crates/any/Cargo.toml:4: `session` must not depend on `wire`")
        );
    }

    #[test]
    fn tests_may_look_sideways_but_not_at_the_server() {
        assert_eq!(findings("wire", "[dev-dependencies]\ntestkit.workspace = true\n"), []);
        assert_eq!(findings("wire", "[dev-dependencies]\nserver = { path = \"../server\" }\n").len(), 1);
        assert_eq!(findings("speech", "[build-dependencies]\ntext.workspace = true\n").len(), 1);
    }

    #[test]
    fn an_unknown_crate_needs_a_decision() {
        assert!(findings("gossip", "")[0].to_string().contains("no arrows for the crate `gossip`"));
    }

    #[test]
    fn no_arrow_leads_to_a_crate_without_a_row() {
        let known: Vec<_> = ARROWS.iter().map(|arrow| arrow.from).collect();
        assert!(ALL.iter().all(|name| known.contains(name)));
    }
}
