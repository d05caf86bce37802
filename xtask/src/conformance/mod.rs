//! The conformance step: vendors' own unmodified SDKs against the real release binary.
//!
//! The scripts are not here but in `conformance/`, whose README says how one is written; `suites.txt` there lists them.
//! This module builds the binary, makes each suite's [`Runtime`], gives each a server of its own, and counts what its
//! script prints. Read [`run`] first.

mod runtime;
mod script;
mod server;
mod suites;

use std::fs;
use std::path::Path;

use crate::failure::Failure;
use crate::process::{self, cargo};
use crate::tally::Tally;
use crate::workspace;

use runtime::Runtime;
use server::Server;
use suites::{Door, Suite};

/// The key that each suite's server accepts.
const KEY: &str = "conformance-key";

/// In `.conformance`: the certificate of servers that speak TLS, and the authority that scripts trust.
const CERTIFICATE: &str = ".conformance/certificate";
/// Where the packages of scripts look for authorities to trust.
const TRUST_VARIABLES: [&str; 3] = ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"];

/// Runs every suite, one after another.
pub(crate) fn run() -> Tally {
    let mut tally = Tally::default();
    match prepare() {
        Ok(suites) => suites.iter().for_each(|suite| tally.add(&suite.name, tally_of(suite))),
        Err(failure) => tally.failed.push(failure.to_string()),
    }
    tally
}

fn prepare() -> Result<Vec<Suite>, Failure> {
    process::run(&mut cargo("build --release --package server"))?;
    let list = workspace::root().join("conformance/suites.txt");
    let text = fs::read_to_string(&list).map_err(Failure::while_doing(format!("read {}", list.display())))?;
    let suites = suites::parse(&text)?;
    if suites.iter().any(|suite| suite.door == Door::Tls) {
        process::run(&mut cargo(&format!("run --quiet --package loopback-certificate -- {CERTIFICATE}")))?;
    }
    Ok(suites)
}

fn tally_of(suite: &Suite) -> Tally {
    println!("-- {}", suite.name);
    let root = workspace::root();
    let outcome = Runtime::named(&root, &suite.runtime).and_then(|runtime| match runtime.missing_need() {
        Some(need) => Ok(Tally::skip(format!("{} is not installed", need.name))),
        None => run_suite(suite, &runtime, &root),
    });
    outcome.unwrap_or_else(|failure| Tally::of(Err(failure)))
}

fn run_suite(suite: &Suite, runtime: &Runtime, root: &Path) -> Result<Tally, Failure> {
    runtime.fill()?;
    let binary = workspace::release_binary()?;
    let certificate = (suite.door == Door::Tls).then(|| root.join(CERTIFICATE));
    let mut serve = server::serve(&binary, certificate.as_deref());
    let server = Server::start(&mut serve, &root.join(".conformance/logs"), &suite.name)?;
    let mut script = runtime.command(&root.join("conformance").join(&suite.script))?;
    script.env("SYRINX_URL", server.url()).env("SYRINX_KEY", KEY).env("SYRINX_BIN", binary);
    if let Some(folder) = certificate {
        script.envs(TRUST_VARIABLES.map(|name| (name, folder.join("ca.pem"))));
    }
    let mut tally = script::run(&mut script);
    if let Err(failure) = server.stop() {
        tally.failed.push(failure.to_string());
    }
    Ok(tally)
}
