//! Log lines, on standard error: ids, lengths and times; never a user's text, never a key.

use std::io::{self, IsTerminal as _};

use tracing::Level;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt;

use crate::config::LogFormat;

/// Starts logging, panics included: their place, not their words, which may quote a user's text. A second call changes nothing.
pub fn start(format: LogFormat, level: Level) {
    let lines = fmt()
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .with_max_level(LevelFilter::from_level(level))
        .with_target(false);
    // Fails only if somebody logs already.
    let _ = match format {
        LogFormat::Text => tracing::subscriber::set_global_default(lines.finish()),
        LogFormat::Json => tracing::subscriber::set_global_default(lines.json().finish()),
    };
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => tracing::error!(file = place.file(), line = place.line(), "panicked"),
        None => tracing::error!("panicked"),
    }));
}
