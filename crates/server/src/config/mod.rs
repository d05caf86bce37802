//! What the operator decides: three layers (file, environment, flags), the later wins.
//!
//! Every setting is one line of a table (see [`settings()`]), so that file, environment and flags know the same
//! names and `serve --check` prints them all. Start with [`Config`], then [`Layers`].

mod check;
mod effective;
mod layers;
mod limits;
mod pronunciations;
mod protocols;
mod settings;
mod unknown;
mod values;

pub use check::problems;
pub(crate) use check::resolve;
pub use effective::{Access, Config, LogFormat, NamedKey, TlsConfig};
pub use layers::{Layers, Loaded, Problem};
pub use pronunciations::PronunciationFile;
pub use protocols::ProtocolConfig;
pub use settings::{Setting, settings};
