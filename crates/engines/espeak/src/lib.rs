//! eSpeak NG 1.52 as an engine: every language of it, from one binary, with word times, the same bytes every time.
//!
//! The C library keeps its state in globals: one utterance at a time, settings leak, repeated calls differ. So it lives
//! in **voice hosts**, child processes with one language loaded, that *fork for every segment*:
//!
//! ```text
//!  Espeak ─► Segment ─► Hosts ─ socket (SCM_RIGHTS) ─► host ─ fork ─► child
//!               ▲                                                      │
//!               └────────────── pcm, word, phoneme, end ◄──────────────┘
//! ```
//!
//! A crash, a runaway or a cancel ends one child and nothing else. The voice data is packed into the binary and
//! unpacked when a language is first used. Read [`Espeak`] first, then [`EspeakConfig`]; a program that uses this engine
//! must call [`host_main`] when its first argument is [`VOICE_HOST_ARG`].
//!
//! Two things that the library reads wrong are mended on the way to it: Arabic number words (`misread`), and Japanese, whose
//! characters it does not know (`host/japanese`, with the crate `kana`).
//!
//! What it does not do: read numbers or markup (the text comes ready to be spoken), cut the silence around a segment or
//! level its sound (`mastering` does), nor resample, nor mix.
//!
//! Linking eSpeak NG makes a binary GPL-3.0-or-later; these sources are not.

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
compile_error!("engine-espeak needs fork and Unix sockets: build for Linux or macOS, or without this engine");

mod asking;
mod config;
mod data_file;
mod espeak;
mod heard;
mod host;
mod hosts;
mod link;
mod loudness;
mod misread;
mod packed;
mod phonemes;
mod process;
mod records;
mod synthesis;
mod trust;
mod unpack;
mod voices;
mod words;

pub use config::{EspeakConfig, HostCommand, VOICE_HOST_ARG};
pub use espeak::Espeak;
pub use host::host_main;

pub(crate) use espeak::{ENGINE_ID, LICENCE};

/// Under which terms what this engine contains may be passed on: whose it is, and the notice that must go with it.
pub fn notices() -> impl Iterator<Item = (&'static str, &'static str)> {
    let own = ("eSpeak NG 1.52, the voices: GPL-3.0-or-later", include_str!("../NOTICE-ESPEAK"));
    std::iter::once(own).chain(kana::NOTICES.iter().copied())
}
