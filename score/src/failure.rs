//! Why there is no score.

use std::io;
use std::path::Path;

use engine::EngineError;

/// For the person at the terminal.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// A file or a folder could not be read or written.
    #[error("{path}: {source}")]
    File { path: String, source: io::Error },
    /// A file breaks the format of `corpus/README.md`.
    #[error("{path}:{line}: {wrong}")]
    Format { path: String, line: usize, wrong: String },
    /// There is nothing to judge.
    #[error("{0} has no file of cases")]
    NoCases(String),
    /// Nobody speaks the language.
    #[error("no voice speaks {0}")]
    NoVoice(String),
    /// The voice could not say how it pronounces something.
    #[error("the voice failed: {0}")]
    Voice(#[from] EngineError),
}

impl Failure {
    /// For `map_err`: what was to be read or written when the error came.
    pub(crate) fn at(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File { path: path.as_ref().display().to_string(), source }
    }
}
