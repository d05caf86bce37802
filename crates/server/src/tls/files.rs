//! The two files: what is in them, and whether they are still the same.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject as _};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{Error as RustlsError, InconsistentKeys, ServerConfig};

/// The one protocol that is spoken inside, as clients ask for it (RFC 7301).
const ALPN: &[u8] = b"http/1.1";
/// More than any chain of certificates has.
const MOST_BYTES: u64 = 1024 * 1024;

/// Where a certificate and its key are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TlsFiles {
    /// The certificate, and those between it and an authority that clients know, in PEM.
    pub cert: PathBuf,
    /// The private key of the certificate, in PEM.
    pub key: PathBuf,
}

/// What is wrong with the files. Tells their paths, never what is in them.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The system does not let us.
    #[error("{path} could not be read: {source}")]
    Read {
        /// Which file.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// Reading a pipe or a device may never end.
    #[error("{0} is no regular file; copy what it gives into one")]
    NoFile(String),
    /// It was cut off, or changed by hand.
    #[error("{0} holds a damaged PEM block; write the file anew")]
    Damaged(String),
    /// It may be empty, in another form, or the wrong file.
    #[error("{0} holds no certificate in PEM form (BEGIN CERTIFICATE)")]
    NoCertificate(String),
    /// It may be empty, in another form, encrypted, or the wrong file.
    #[error(
        "{0} holds no private key in PEM form (BEGIN PRIVATE KEY); an encrypted one must be decrypted first"
    )]
    NoKey(String),
    /// They are of two pairs, perhaps because only one of them was renewed.
    #[error(
        "the key in {key} is not the one of the certificate in {cert}, where the server's own certificate must stand first"
    )]
    Mismatch {
        /// The certificate's file.
        cert: String,
        /// The key's file.
        key: String,
    },
    /// They can be read, but not used.
    #[error(
        "{cert} and {key} cannot be used: {source}; a key may be RSA of 2048 bits or more, ECDSA on P-256 or P-384, or Ed25519"
    )]
    Unusable {
        /// The certificate's file.
        cert: String,
        /// The key's file.
        key: String,
        /// Why.
        source: RustlsError,
    },
}

/// Tells one content of the files from another without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp([Option<Mark>; 2]);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    inode: u64,
    length: u64,
    changed: (i64, i64),
}

impl TlsFiles {
    /// What a handshake needs.
    ///
    /// # Errors
    /// [`TlsError`].
    pub fn load(&self) -> Result<Arc<ServerConfig>, TlsError> {
        let (cert, key) = (shown(&self.cert), shown(&self.key));
        let chain = chain_in(&read(&self.cert)?, &cert)?;
        let secret = key_in(&read(&self.key)?, &key)?;
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, secret));
        match config {
            Ok(mut config) => {
                config.alpn_protocols = vec![ALPN.to_vec()];
                Ok(Arc::new(config))
            }
            Err(RustlsError::InconsistentKeys(InconsistentKeys::KeyMismatch)) => {
                Err(TlsError::Mismatch { cert, key })
            }
            Err(source) => Err(TlsError::Unusable { cert, key, source }),
        }
    }

    /// Links are followed, so that a link which leads elsewhere is a change.
    pub(super) fn stamp(&self) -> Stamp {
        Stamp([mark(&self.cert), mark(&self.key)])
    }
}

fn mark(path: &Path) -> Option<Mark> {
    let file = fs::metadata(path).ok()?;
    Some(Mark { inode: file.ino(), length: file.len(), changed: (file.ctime(), file.ctime_nsec()) })
}

fn read(path: &Path) -> Result<Vec<u8>, TlsError> {
    let unreadable = |source| TlsError::Read { path: shown(path), source };
    // Asked before it is opened: to open a pipe is to wait for whoever writes to it.
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(TlsError::NoFile(shown(path)));
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes));
    read.map(|_| bytes).map_err(unreadable)
}

fn chain_in(bytes: &[u8], path: &str) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let chain = CertificateDer::pem_slice_iter(bytes).collect::<Result<Vec<_>, _>>();
    match chain {
        Ok(chain) if chain.is_empty() => Err(TlsError::NoCertificate(path.to_owned())),
        Ok(chain) => Ok(chain),
        Err(_) => Err(TlsError::Damaged(path.to_owned())),
    }
}

fn key_in(bytes: &[u8], path: &str) -> Result<PrivateKeyDer<'static>, TlsError> {
    PrivateKeyDer::from_pem_slice(bytes).map_err(|error| match error {
        pem::Error::NoItemsFound => TlsError::NoKey(path.to_owned()),
        _ => TlsError::Damaged(path.to_owned()),
    })
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use loopback_certificate::Loopback;

    use super::*;

    fn error(cert: &str, key: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        let files = TlsFiles { cert: folder.path().join("cert.pem"), key: folder.path().join("key.pem") };
        fs::write(&files.cert, cert).unwrap();
        fs::write(&files.key, key).unwrap();
        files.load().map(drop).unwrap_err().to_string()
    }

    #[test]
    fn each_mistake_is_told_with_the_path_and_without_the_content() {
        let (one, other) = (Loopback::make().unwrap(), Loopback::make().unwrap());
        let encrypted = one.key.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
        for (cert, key, told) in [
            ("", one.key.as_str(), "cert.pem holds no certificate"),
            (&one.key, &one.key, "cert.pem holds no certificate"),
            (
                "-----BEGIN CERTIFICATE-----\n%%%%\n-----END CERTIFICATE-----\n",
                &one.key,
                "cert.pem holds a damaged",
            ),
            (&one.certificate[..one.certificate.len() / 2], &one.key, "cert.pem holds a damaged"),
            (&one.certificate, &one.key[..one.key.len() / 2], "key.pem holds a damaged"),
            (&one.certificate, "", "key.pem holds no private key"),
            (&one.certificate, &one.certificate, "key.pem holds no private key"),
            (&one.certificate, &encrypted, "must be decrypted first"),
            (&one.certificate, &other.key, "is not the one of the certificate"),
        ] {
            let error = error(cert, key);
            assert!(error.contains(told), "{error}");
            assert!(!error.contains(&one.key[40..60]), "{error}");
        }
        let missing = TlsFiles { cert: "/nowhere/cert.pem".into(), key: "/nowhere/key.pem".into() };
        assert!(missing.load().map(drop).unwrap_err().to_string().starts_with("/nowhere/cert.pem could not"));
    }

    #[test]
    fn the_servers_own_certificate_stands_first_and_a_key_is_of_a_known_kind() {
        let (one, other) = (Loopback::make().unwrap(), Loopback::make().unwrap());
        let turned = error(&format!("{}{}", other.certificate, one.certificate), &one.key);
        assert!(turned.contains("must stand first"), "{turned}");
        let strange = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
        let unknown = error(&one.certificate, strange);
        assert!(unknown.contains("cannot be used") && unknown.contains("Ed25519"), "{unknown}");
    }

    #[test]
    fn what_is_no_file_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let files = TlsFiles { cert: folder.path().to_owned(), key: "/dev/zero".into() };
        assert!(matches!(files.load(), Err(TlsError::NoFile(_))));
        assert!(matches!(read(&files.key), Err(TlsError::NoFile(_))));
    }

    #[test]
    fn a_file_that_is_replaced_or_gone_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let files = TlsFiles { cert: folder.path().join("cert.pem"), key: folder.path().join("key.pem") };
        fs::write(&files.cert, "a").unwrap();
        fs::write(&files.key, "b").unwrap();
        let first = files.stamp();
        assert_eq!(files.stamp(), first);
        fs::write(folder.path().join("new"), "c").unwrap();
        fs::rename(folder.path().join("new"), &files.key).unwrap();
        let second = files.stamp();
        assert_ne!(second, first);
        fs::remove_file(&files.cert).unwrap();
        assert_ne!(files.stamp(), second);
    }
}
