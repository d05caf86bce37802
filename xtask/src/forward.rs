//! Commands that are programs of their own: `soak`, `bench` and `loudness`, always as an optimised build; `corpus` and
//! `certificate`.

use std::process::ExitCode;

use crate::failure::Failure;
use crate::process::{become_program, cargo, run};

/// The endurance run; `--short` and all else is the bench program's to read.
///
/// # Errors
/// If the server or the bench program does not build.
pub(crate) fn soak(args: &[String]) -> Result<ExitCode, Failure> {
    bench(&[&["soak".to_owned()], args].concat())
}

/// The benchmarks: they measure the release binary, so that is built first.
///
/// # Errors
/// If the server or the bench program does not build.
pub(crate) fn bench(args: &[String]) -> Result<ExitCode, Failure> {
    run(&mut cargo("build --release --package server"))?;
    become_program(cargo("run --release --package bench --").args(args))
}

/// How the cases in `corpus/` are cut and read.
///
/// # Errors
/// If the program does not build.
pub(crate) fn corpus(args: &[String]) -> Result<ExitCode, Failure> {
    become_program(cargo("run --quiet --package score --").args(args))
}

/// Measures how loud each embedded voice is and writes it where the engine finds it; `--check` compares a sample.
///
/// # Errors
/// If the program does not build.
pub(crate) fn loudness(args: &[String]) -> Result<ExitCode, Failure> {
    become_program(cargo("run --release --package engine-espeak --example loudness --").args(args))
}

/// Writes `ca.pem`, `cert.pem` and `key.pem` to a folder.
///
/// # Errors
/// If the program does not build.
pub(crate) fn certificate(args: &[String]) -> Result<ExitCode, Failure> {
    become_program(cargo("run --quiet --package loopback-certificate --").args(args))
}
