//! `loopback-certificate DIR`: writes a fresh certificate, its key and its authority there.
#![expect(clippy::print_stderr, reason = "a command's output is what it is for")]

use std::path::Path;
use std::process::ExitCode;

use loopback_certificate::Loopback;

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("usage: loopback-certificate DIR");
        return ExitCode::from(2);
    };
    let made = Loopback::make().map_err(|error| error.to_string());
    let written = made.and_then(|made| made.write(Path::new(&folder)).map_err(|error| error.to_string()));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("loopback-certificate: {}: {error}", Path::new(&folder).display());
            ExitCode::FAILURE
        }
    }
}
