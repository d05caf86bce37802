//! Measures a Syrinx server from outside, as a client on the same machine would hear it: the marks of the design and
//! endurance, one scenario a file.
//!
//! `cargo run --release -p bench -- first-word` starts the release binary by itself (build it first:
//! `cargo build --release -p server`). Figures are medians; comparisons are ratios of interleaved runs. The exit code is
//! 1 if a promise is broken and 2 if nothing could be measured. It talks to loopback addresses only, and no test depends
//! on its figures.
//!
//! Read [`scenario`] first, then [`client`] (one small module per wire), [`report`] and [`stats`].

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]

mod accounting;
mod bare;
mod client;
mod failure;
mod machine;
mod options;
mod player;
mod policy;
mod processes;
mod reading;
mod replies;
mod report;
mod scenario;
mod server;
mod stats;

use std::process::ExitCode;

use crate::options::Options;
use crate::report::Report;

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().skip(1).collect();
    // Before anything else: all are children that this same binary starts, and must stay small and single-threaded.
    match args.first().and_then(|first| first.to_str()) {
        Some(engine_espeak::VOICE_HOST_ARG) => return engine_espeak::host_main(args.into_iter().skip(1)),
        Some(bare::ARGUMENT) => return bare::child::run(args.into_iter().skip(1)),
        Some(reading::ARGUMENT) => return reading::run(args.into_iter().skip(1)),
        _ => {}
    }
    match Options::parse(args) {
        Ok(options) => measure(&options),
        Err(problem) => {
            eprintln!("{problem}\n\n{}", options::usage());
            ExitCode::from(2)
        }
    }
}

/// One thread: the client must leave the machine to the server.
fn measure(options: &Options) -> ExitCode {
    machine::raise_descriptor_limit();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let outcome = runtime.map_err(Into::into).and_then(|runtime| runtime.block_on(scenario::run(options)));
    match outcome.and_then(|report| publish(options, &report)) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("bench {} could not be measured: {failure}", options.scenario.name());
            ExitCode::from(2)
        }
    }
}

fn publish(options: &Options, report: &Report) -> Result<ExitCode, failure::Failure> {
    let text = report.to_text();
    if options.json {
        println!("{}", report.to_json());
    } else {
        print!("{text}");
    }
    if options.record {
        let path = report.record(&text)?;
        eprintln!("recorded in {}", path.display());
    }
    Ok(if report.all_kept() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
