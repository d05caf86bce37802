//! `docs/conformance.md`: which clients were tried, at which versions, with how many checks. A run writes it, and every
//! later run compares it with what it saw itself.

use super::suites::Suite;
use crate::tally::Tally;

/// Where it is, in the workspace.
pub(crate) const PATH: &str = "docs/conformance.md";
/// What renews it.
const RENEW: &str = "`cargo xtask conformance --write`";
/// In a script: what its suite cannot show.
const GAP: &str = "cannot verify:";
/// The cells of a row that a run must find as they are; what follows differs from machine to machine.
const FIRM_CELLS: usize = 4;

const TOP: &str = "\
# Conformance

Clients as they are published, unmodified, against the release binary: what continuous integration proves with every
change. `cargo xtask conformance --write` makes this page, and only if nothing fails; a run whose clients, versions or
checks are others fails until the page is made anew. How a suite is written is in
[`conformance/README.md`](../conformance/README.md).

| Suite | Protocol | Client | Checks | Passed | Skipped |
|---|---|---|---:|---:|---:|
";

const GAPS: &str = "
## What nobody could verify

";

/// What a run saw of one suite.
pub(crate) struct Seen<'a> {
    /// The suite.
    pub(crate) suite: &'a Suite,
    /// Each of its clients with its version; none if it did not run.
    pub(crate) clients: Vec<String>,
    /// Its checks.
    pub(crate) tally: &'a Tally,
    /// The text of its script.
    pub(crate) script: String,
}

/// The page after a run, by protocol. Suites that did not run, or failed, keep the rows that they have in `old`.
pub(crate) fn made(seen: &[Seen<'_>], old: &str) -> String {
    let mut seen: Vec<_> = seen.iter().collect();
    seen.sort_by_key(|seen| seen.suite.protocol());
    let rows: String = seen.iter().map(|seen| row(seen, old)).collect();
    let gaps: String = seen.iter().flat_map(|seen| gaps(seen)).collect();
    format!("{TOP}{rows}{GAPS}{gaps}")
}

fn row(seen: &Seen<'_>, old: &str) -> String {
    let Seen { suite, clients, tally, .. } = seen;
    let start = format!("| {} | {} | ", suite.name, suite.protocol());
    if clients.is_empty() || !tally.failed.is_empty() {
        let kept = old.lines().find(|line| line.starts_with(&start));
        return kept.map(|line| format!("{line}\n")).unwrap_or_default();
    }
    let (passed, skipped) = (tally.passed, tally.skipped.len());
    format!("{start}{} | {} | {passed} | {skipped} |\n", clients.join(", "), passed + skipped)
}

fn gaps(seen: &Seen<'_>) -> Vec<String> {
    let told = seen.script.lines().filter_map(|line| line.split_once(GAP));
    told.map(|(_, gap)| format!("- {}: {}\n", seen.suite.name, gap.trim())).collect()
}

/// The first line in which the page that a run makes differs from `committed`, in words, but for what depends on the
/// machine.
pub(crate) fn difference(made: &str, committed: &str) -> Option<String> {
    let (mut ours, mut theirs) = (made.lines().map(firm), committed.lines().map(firm));
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return None,
            (ours, theirs) if ours == theirs => {}
            (ours, theirs) => return Some(told(ours, theirs)),
        }
    }
}

/// A row without the cells that depend on the machine; another line as it is.
fn firm(line: &str) -> &str {
    let end = line.match_indices('|').nth(FIRM_CELLS).map(|(at, _)| at);
    end.map_or(line, |at| &line[..at])
}

fn told(ours: Option<&str>, theirs: Option<&str>) -> String {
    let (saw, has) = (ours.unwrap_or("nothing"), theirs.unwrap_or("nothing"));
    format!("{PATH} has \"{has}\" where this run saw \"{saw}\"; renew it with {RENEW}")
}

#[cfg(test)]
mod tests {
    use super::super::suites::parse;
    use super::*;

    fn page(version: &str, tally: &Tally, old: &str) -> String {
        let suites = parse("acme-py py acme/one.py acme\n").unwrap();
        let clients = if version.is_empty() { vec![] } else { vec![format!("`acme` {version}")] };
        let script = "\"\"\"Ours.\n\n# cannot verify: colours\n\"\"\"\n".to_owned();
        made(&[Seen { suite: &suites[0], clients, tally, script }], old)
    }

    fn tally(passed: usize, skipped: &[&str]) -> Tally {
        Tally { passed, skipped: skipped.iter().map(|&s| s.to_owned()).collect(), ..Tally::default() }
    }

    #[test]
    fn a_page_has_clients_checks_and_gaps() {
        let page = page("1.2", &tally(3, &["mp3"]), "");
        assert!(page.contains("\n| acme-py | acme | `acme` 1.2 | 4 | 3 | 1 |\n"));
        assert!(page.ends_with("## What nobody could verify\n\n- acme-py: colours\n"));
    }

    #[test]
    fn what_a_machine_cannot_run_makes_no_difference() {
        let committed = page("1.2", &tally(4, &[]), "");
        assert_eq!(difference(&page("1.2", &tally(3, &["mp3"]), &committed), &committed), None);
        assert_eq!(difference(&page("", &tally(0, &["no node"]), &committed), &committed), None);
    }

    #[test]
    fn a_failed_suite_keeps_its_row() {
        let committed = page("1.2", &tally(4, &[]), "");
        let failed = Tally { passed: 1, failed: vec!["late".into()], ..Tally::default() };
        assert_eq!(page("1.2", &failed, &committed), committed);
    }

    #[test]
    fn another_version_another_count_and_a_suite_more_are_differences() {
        let committed = page("1.2", &tally(4, &[]), "");
        let told = difference(&page("1.3", &tally(4, &[]), &committed), &committed).unwrap();
        assert!(told.contains("`acme` 1.2") && told.contains("`acme` 1.3") && told.contains("--write"));
        assert!(difference(&page("1.2", &tally(5, &[]), &committed), &committed).is_some());
        assert!(difference(&page("1.2", &tally(4, &[]), ""), "").is_some());
    }
}
