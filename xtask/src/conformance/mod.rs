//! The conformance step: vendors' own unmodified SDKs, and pages in a real browser, against the real release binary.
//!
//! The scripts are not here but in `conformance/`, whose README says how one is written; `suites.txt` there lists them.
//! This module builds the binary and fills each [`Runtime`], gives each suite a server of its own, counts what its script
//! prints, and keeps `docs/conformance.md` true. Read [`run`] first.

mod page;
mod runtime;
mod scratch;
mod script;
mod server;
mod side_by_side;
mod suites;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::LazyLock;
use std::thread;
use std::time::Instant;

use crate::browser;
use crate::failure::Failure;
use crate::packages::{self, Consent, INSTALL};
use crate::process::{self, cargo};
use crate::tally::Tally;
use crate::workspace;

use page::Seen;
use runtime::Runtime;
use scratch::Scratch;
use server::Server;
use side_by_side::side_by_side;
use suites::{Door, Suite};

/// The key that each suite's server accepts.
const KEY: &str = "conformance-key";
/// In `.conformance`: the certificate of servers that speak TLS, and the authority that scripts trust.
const CERTIFICATE: &str = ".conformance/certificate";
/// Where the packages of scripts look for authorities to trust.
const TRUST_VARIABLES: [&str; 3] = ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"];
/// Looked for once, when packages have been installed.
static BROWSER: LazyLock<Option<PathBuf>> = LazyLock::new(browser::found);
/// On the command line: makes the page anew.
const WRITE: &str = "--write";

/// Runs every suite, and compares the page with what they saw.
pub(crate) fn run() -> Tally {
    run_and(&[], |seen| Tally::of(compare(seen))).unwrap_or_else(|failure| Tally::of(Err(failure)))
}

/// `conformance`: all suites, or the named ones alone; with [`WRITE`] the page is made anew if nothing fails.
///
/// # Errors
/// If the arguments are not understood, the build's packages are missing, the build fails, or a name is no suite's.
pub(crate) fn command(args: &[String]) -> Result<ExitCode, Failure> {
    let consent = Consent::in_args(args);
    let names: Vec<&str> =
        args.iter().map(String::as_str).filter(|arg| ![INSTALL, WRITE].contains(arg)).collect();
    let then: Then = match (args.iter().any(|arg| arg == WRITE), names.is_empty()) {
        (true, true) => |seen| Tally::of(write(seen)),
        (true, false) => return Err(Failure::new(format!("{WRITE} needs a run of all suites; name none"))),
        (false, true) => |seen| Tally::of(compare(seen)),
        (false, false) => |_| Tally::default(),
    };
    packages::require(packages::BUILD, consent)?;
    packages::supply(packages::TESTS, consent);
    let tally = run_and(&names, then)?;
    tally.skipped.iter().for_each(|line| println!("skipped: {line}"));
    tally.failed.iter().for_each(|line| println!("failed: {line}"));
    println!("{tally}");
    Ok(if tally.failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is done with the page, and what came of that.
type Then = fn(&[Seen<'_>]) -> Tally;

/// What came of one suite.
struct Outcome {
    tally: Tally,
    /// Each client with its version; none if the suite did not run.
    clients: Vec<String>,
}

impl From<Tally> for Outcome {
    fn from(tally: Tally) -> Self {
        Self { tally, clients: Vec::new() }
    }
}

fn run_and(names: &[&str], then: Then) -> Result<Tally, Failure> {
    let root = workspace::root();
    let (suites, runtimes) = prepare(&root, names)?;
    let outcomes = side_by_side(&suites, |suite| shown_outcome(suite, &runtimes[&suite.runtime], &root));
    let seen: Result<Vec<_>, _> =
        suites.iter().zip(&outcomes).map(|(suite, outcome)| seen(suite, outcome, &root)).collect();
    let page = then(&seen?);
    let mut tally = Tally::default();
    suites.iter().zip(outcomes).for_each(|(suite, outcome)| tally.add(&suite.name, outcome.tally));
    tally.add("page", page);
    Ok(tally)
}

fn seen<'a>(suite: &'a Suite, outcome: &'a Outcome, root: &Path) -> Result<Seen<'a>, Failure> {
    let path = root.join("conformance").join(&suite.script);
    let script =
        fs::read_to_string(&path).map_err(Failure::while_doing(format!("read {}", path.display())))?;
    Ok(Seen { suite, clients: outcome.clients.clone(), tally: &outcome.tally, script })
}

fn compare(seen: &[Seen<'_>]) -> Result<(), Failure> {
    let committed = fs::read_to_string(workspace::root().join(page::PATH)).unwrap_or_default();
    page::difference(&page::made(seen, &committed), &committed).map_or(Ok(()), |told| Err(Failure::new(told)))
}

fn write(seen: &[Seen<'_>]) -> Result<(), Failure> {
    if seen.iter().any(|seen| !seen.tally.failed.is_empty()) {
        return Err(Failure::new(format!("{} stays as it is while something fails", page::PATH)));
    }
    let path = workspace::root().join(page::PATH);
    let old = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, page::made(seen, &old))
        .map_err(Failure::while_doing(format!("write {}", path.display())))
}

/// Runtimes by name, filled; or what is to be told of the suites that need one.
type Runtimes = BTreeMap<String, Result<Runtime, Tally>>;

/// Builds the server, and fills the runtimes in the meantime: the one computes, the others load.
fn prepare(root: &Path, names: &[&str]) -> Result<(Vec<Suite>, Runtimes), Failure> {
    let list = root.join("conformance/suites.txt");
    let text = fs::read_to_string(&list).map_err(Failure::while_doing(format!("read {}", list.display())))?;
    let suites = suites::named(suites::parse(&text)?, names)?;
    let wanted: BTreeSet<&String> = suites.iter().map(|suite| &suite.runtime).collect();
    let wanted: Vec<&String> = wanted.into_iter().collect();
    let (built, filled) = thread::scope(|scope| {
        let building = scope.spawn(|| process::run(&mut cargo("build --release --package server")));
        let filled = side_by_side(&wanted, |name| filled(root, name));
        (building.join(), filled)
    });
    built.map_err(|_| Failure::new("the build's thread broke"))??;
    let runtimes = wanted.into_iter().cloned().zip(filled).collect();
    if suites.iter().any(|suite| suite.door == Door::Tls) {
        process::run(&mut cargo(&format!("run --quiet --package loopback-certificate -- {CERTIFICATE}")))?;
    }
    Ok((suites, runtimes))
}

fn filled(root: &Path, name: &str) -> Result<Runtime, Tally> {
    let failed = |failure| Tally::of(Err(failure));
    let runtime = Runtime::named(root, name).map_err(failed)?;
    if let Some(need) = runtime.missing_need() {
        return Err(Tally::skip(format!("{} is not installed", need.name)));
    }
    runtime.fill().map_err(failed)?;
    Ok(runtime)
}

/// Shows what a suite prints when it has ended, so that suites side by side do not mix their lines.
fn shown_outcome(suite: &Suite, runtime: &Result<Runtime, Tally>, root: &Path) -> Outcome {
    let start = Instant::now();
    let (outcome, output) = match runtime.as_ref().map(|runtime| run_suite(suite, runtime, root)) {
        Ok(Ok(ran)) => ran,
        Ok(Err(failure)) => (Tally::of(Err(failure)).into(), String::new()),
        Err(tally) => (tally.clone().into(), String::new()),
    };
    println!("-- {} ({:.1} s)\n{output}", suite.name, start.elapsed().as_secs_f64());
    outcome
}

fn run_suite(suite: &Suite, runtime: &Runtime, root: &Path) -> Result<(Outcome, String), Failure> {
    let versions =
        suite.clients.iter().map(|client| Ok(format!("`{client}` {}", runtime.version_of(client)?)));
    let clients = versions.collect::<Result<_, _>>()?;
    let binary = workspace::release_binary()?;
    let certificate = (suite.door == Door::Tls).then(|| root.join(CERTIFICATE));
    let mut serve = server::serve(&binary, certificate.as_deref());
    let server = Server::start(&mut serve, &root.join(".conformance/logs"), &suite.name)?;
    let mut script = runtime.command(&root.join("conformance").join(&suite.script))?;
    script.env("SYRINX_URL", server.url()).env("SYRINX_KEY", KEY).env("SYRINX_BIN", binary);
    script.env_remove(browser::VARIABLE).envs(BROWSER.as_ref().map(|path| (browser::VARIABLE, path)));
    let scratch = Scratch::new(&suite.name)?;
    script.env(scratch::VARIABLE, scratch.path());
    if let Some(folder) = certificate {
        script.envs(TRUST_VARIABLES.map(|name| (name, folder.join("ca.pem"))));
    }
    let mut told = script::run(&mut script);
    if let Err(failure) = server.stop() {
        told.tally.failed.push(failure.to_string());
    }
    Ok((Outcome { tally: told.tally, clients }, told.output))
}
