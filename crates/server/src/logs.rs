//! Log lines, on standard error: ids, lengths and times; never a user's text, never a key.
//!
//! A thread of their own writes them, so that a reader who is slow or gone costs lines and nothing else. What the
//! commands print is not a log line and does not come through here.

mod queue;

use std::fs::File;
use std::io::{self, IsTerminal as _, Write};
use std::os::fd::AsFd as _;
use std::panic::PanicHookInfo;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use serde_json::json;
use tracing::Level;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime as _, SystemTime};

use self::queue::Queue;
use crate::config::LogFormat;

/// The lines of this process, once it logs.
static LINES: OnceLock<Arc<Queue>> = OnceLock::new();

/// How long the end of the program may wait for its last lines.
const LAST_LINES: Duration = Duration::from_millis(200);

/// Starts logging, panics included: their place, not their words, which may quote a user's text. A second call changes nothing.
pub fn start(format: LogFormat, level: Level) {
    let queue = Arc::new(Queue::new(match format {
        LogFormat::Text => gap_in_text,
        LogFormat::Json => gap_in_json,
    }));
    if LINES.set(Arc::clone(&queue)).is_err() {
        return;
    }
    subscribe(&queue, format, level);
    let panics = Arc::clone(&queue);
    std::panic::set_hook(Box::new(move |panic| panics.push(panicked(format, panic))));
    let writer = std::thread::Builder::new().name("log".to_owned());
    // Without a thread there are no log lines; the server needs more threads than this one and says so itself.
    let _ = writer.spawn(move || queue.write_all_to(standard_error()));
}

/// Waits shortly for the last lines, before the program ends.
pub fn finish() {
    if let Some(queue) = LINES.get() {
        queue.flush_within(LAST_LINES);
    }
}

fn subscribe(queue: &Arc<Queue>, format: LogFormat, level: Level) {
    let lines = fmt()
        .with_writer(Arc::clone(queue))
        .log_internal_errors(false)
        .with_ansi(io::stderr().is_terminal())
        .with_max_level(LevelFilter::from_level(level))
        .with_target(false);
    // Fails only if somebody logs already.
    let _ = match format {
        LogFormat::Text => tracing::subscriber::set_global_default(lines.finish()),
        LogFormat::Json => tracing::subscriber::set_global_default(lines.json().finish()),
    };
}

/// Not the library's handle: whoever prints through that would wait for a write of ours that does not end.
fn standard_error() -> Box<dyn Write> {
    match io::stderr().as_fd().try_clone_to_owned() {
        Ok(own) => Box::new(File::from(own)),
        Err(_) => Box::new(io::stderr()),
    }
}

/// The line about a panic. It is made without the subscriber, whose state the panic may have come from: a panic in here
/// would end the process.
fn panicked(format: LogFormat, panic: &PanicHookInfo<'_>) -> Vec<u8> {
    let (file, line) = panic.location().map_or(("unknown", 0), |place| (place.file(), place.line()));
    match format {
        LogFormat::Text => format!("{} ERROR panicked file={file:?} line={line}\n", now()).into_bytes(),
        LogFormat::Json => json_line("ERROR", &json!({ "message": "panicked", "file": file, "line": line })),
    }
}

fn gap_in_text(missing: u64) -> Vec<u8> {
    format!("{}  WARN log lines were dropped, nobody read them missing={missing}\n", now()).into_bytes()
}

fn gap_in_json(missing: u64) -> Vec<u8> {
    let message = "log lines were dropped, nobody read them";
    json_line("WARN", &json!({ "message": message, "missing": missing }))
}

/// In the form of the subscriber's lines.
fn json_line(level: &str, fields: &serde_json::Value) -> Vec<u8> {
    format!("{}\n", json!({ "timestamp": now(), "level": level, "fields": fields })).into_bytes()
}

fn now() -> String {
    let mut now = String::new();
    // A string takes everything.
    let _ = SystemTime.format_time(&mut Writer::new(&mut now));
    now
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_lines_look_like_the_others() {
        let text = String::from_utf8(gap_in_text(7)).unwrap();
        assert!(text.contains("  WARN ") && text.ends_with("missing=7\n"), "{text}");
        let line: serde_json::Value = serde_json::from_slice(&gap_in_json(7)).unwrap();
        assert_eq!((&line["level"], &line["fields"]["missing"]), (&json!("WARN"), &json!(7)));
        assert!(line["timestamp"].as_str().unwrap().ends_with('Z'), "{line}");
    }
}
