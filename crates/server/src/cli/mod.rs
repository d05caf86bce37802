//! The command line: what can be asked, and which module does it.

mod args;
mod layers;
mod run;
mod speech;

pub use run::run;
