//! The configuration itself, and its defaults.

use std::collections::BTreeMap;
use std::path::PathBuf;

use session::Limits;
use wire::{Options, ProtocolCard, ProtocolId, UnknownVoice};

use super::{PronunciationFile, ProtocolConfig};
use crate::tls::TlsFiles;

/// The effective configuration.
#[derive(Clone)]
pub struct Config {
    /// Address and port, as `host:port`; port 0 lets the system choose.
    pub listen: String,
    /// The files of a certificate and its key; without them it speaks plain HTTP.
    pub tls: TlsConfig,
    /// Names and keys of those who may use the server. None: open on loopback.
    pub keys: Vec<NamedKey>,
    /// Whether everyone may use it from everywhere, even without keys.
    pub access: Access,
    /// Where unpacked voices are kept; the engine's standard places where `None`.
    pub data_dir: Option<PathBuf>,
    /// The default voice; the first engine's first where `None`.
    pub voice: Option<String>,
    /// What happens with a voice that nobody knows.
    pub unknown_voice: UnknownVoice,
    /// Names that clients send and the voices that stand in for them.
    pub aliases: Vec<(String, String)>,
    /// Words that are read in a way of their own.
    pub pronunciations: PronunciationFile,
    /// Worker threads for engines; as many as there are cores where `None`.
    pub workers: Option<usize>,
    /// The engines in use, the default first.
    pub engines: Vec<String>,
    /// How log lines look.
    pub log_format: LogFormat,
    /// The least important line that is logged.
    pub log_level: tracing::Level,
    /// Every bound.
    pub limits: Limits,
    /// What was decided about single protocols; the others are as their cards have it.
    pub protocols: BTreeMap<ProtocolId, ProtocolConfig>,
}

impl Config {
    /// What holds on the connections of one protocol: the server's bounds, changed by the chosen column of its card,
    /// changed by what the operator set for it; and its options.
    #[must_use]
    pub fn of(&self, card: &ProtocolCard) -> (Limits, Options) {
        let default = ProtocolConfig::default();
        let own = self.protocols.get(&card.id).unwrap_or(&default);
        (own.limits(card, &self.limits), own.options(card))
    }
}

/// Where the certificate and its key are, as far as it was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TlsConfig {
    /// The certificate's file.
    pub cert: Option<PathBuf>,
    /// The key's file.
    pub key: Option<PathBuf>,
}

impl TlsConfig {
    /// Both files; `None` if there shall be no TLS.
    ///
    /// # Errors
    /// In words, if only one of them was named.
    pub fn files(&self) -> Result<Option<TlsFiles>, String> {
        match (&self.cert, &self.key) {
            (Some(cert), Some(key)) => Ok(Some(TlsFiles { cert: cert.clone(), key: key.clone() })),
            (None, None) => Ok(None),
            (Some(_), None) => {
                Err("tls.cert needs tls.key beside it: the file with the private key".to_owned())
            }
            (None, Some(_)) => {
                Err("tls.key needs tls.cert beside it: the file with the certificate".to_owned())
            }
        }
    }
}

/// A key and what the operator calls it. Prints the name only.
#[derive(Clone, PartialEq, Eq)]
pub struct NamedKey {
    /// For logs.
    pub name: String,
    /// What clients present.
    pub secret: String,
}

impl std::fmt::Debug for NamedKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NamedKey({})", self.name)
    }
}

/// Who may use a server that has no keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only this machine.
    Guarded,
    /// Everyone who can reach it.
    Open,
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".to_owned(),
            tls: TlsConfig::default(),
            keys: Vec::new(),
            access: Access::Guarded,
            data_dir: None,
            voice: None,
            unknown_voice: UnknownVoice::Error,
            aliases: Vec::new(),
            pronunciations: PronunciationFile::default(),
            workers: None,
            engines: crate::engines::built_in().map(str::to_owned).collect(),
            log_format: LogFormat::Text,
            log_level: tracing::Level::INFO,
            limits: Limits::default(),
            protocols: BTreeMap::new(),
        }
    }
}
