//! From the arguments to the command, and from its end to an exit code.

use std::ffi::OsString;
use std::io::{self, Write};

use crate::config::{Loaded, problems};
use crate::engines::binary_licence;
use crate::exit::Exit;
use crate::{licences, logs, serve};

use super::args::{Cli, Command, ServeArgs};
use super::{layers, speech};

/// Why a command ends early: what to print, and the exit code.
pub(super) struct Stop {
    exit: Exit,
    message: Option<String>,
}

impl Stop {
    pub(super) fn new(exit: Exit, message: impl ToString) -> Self {
        Self { exit, message: Some(message.to_string()) }
    }

    /// Whoever reads standard output has gone away, such as `head`: no failure, and nothing to say about it.
    pub(super) fn unread() -> Self {
        Self { exit: Exit::Done, message: None }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::unread();
        }
        Self::new(Exit::Failed, format!("input or output failed: {error}"))
    }
}

/// Runs the program.
#[must_use]
pub fn run(args: Vec<OsString>) -> Exit {
    let command = <Cli as clap::CommandFactory>::command().version(version());
    let parsed = command
        .try_get_matches_from(args)
        .and_then(|matches| clap::FromArgMatches::from_arg_matches(&matches));
    let Cli { command } = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are errors to the parser, printed to standard output; nothing more can be done.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Done };
        }
    };
    let done = match command {
        Command::Serve(args) => run_serve(&args),
        Command::Say(args) => speech::say(args),
        Command::Voices(args) => speech::voices(&args),
        Command::Formats(args) => speech::formats(&args),
        Command::Explain(args) => speech::explain(&args),
        Command::Licences => licences(),
    };
    done.unwrap_or_else(|stop| {
        if let Some(message) = stop.message {
            // Without standard error there is nobody to tell.
            let _ = writeln!(io::stderr(), "syrinx: {message}");
        }
        stop.exit
    })
}

fn version() -> &'static str {
    match binary_licence() {
        "GPL-3.0-or-later" => concat!(
            env!("CARGO_PKG_VERSION"),
            "\nlicence of this binary: GPL-3.0-or-later, because eSpeak NG is in it; its own sources: MIT OR Apache-2.0\nnotices of what is in it: syrinx licences"
        ),
        _ => concat!(
            env!("CARGO_PKG_VERSION"),
            "\nlicence of this binary: MIT OR Apache-2.0\nnotices of what is in it: syrinx licences"
        ),
    }
}

fn licences() -> Result<Exit, Stop> {
    io::stdout().lock().write_all(licences::text(version()).as_bytes())?;
    Ok(Exit::Done)
}

fn run_serve(args: &ServeArgs) -> Result<Exit, Stop> {
    let Loaded { config, problems: mut wrong, remarks } = layers::read(&args.settings, args.flags())?.load();
    wrong.extend(problems(&config));
    if args.check {
        layers::show(&config, &remarks)?;
    }
    if !wrong.is_empty() {
        return Err(Stop::new(Exit::Configuration, layers::listed(&wrong)));
    }
    if args.check {
        return Ok(Exit::Done);
    }
    logs::start(config.log_format, config.log_level);
    remarks.iter().for_each(|remark| tracing::warn!("{remark}"));
    Ok(serve::run(&config))
}
