//! A certificate for this machine's own address, from an authority that exists for that moment: for tests of TLS.
//!
//! It is no part of what is delivered. The authority's key is forgotten at once, so whoever trusts it trusts this one
//! certificate. Read [`Loopback`].

use std::io::{self, Write as _};
use std::path::Path;

use rcgen::{
    BasicConstraints, CertificateParams, DnType, Error, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose,
};

/// What the certificate is for.
const NAMES: [&str; 3] = ["localhost", "127.0.0.1", "::1"];

/// A certificate, its key, and who vouches for it, all in PEM.
pub struct Loopback {
    /// What clients are to trust.
    pub authority: String,
    /// The server's certificate.
    pub certificate: String,
    /// Its private key.
    pub key: String,
}

impl Loopback {
    /// Makes a new one, valid for a long time.
    ///
    /// # Errors
    /// If the system gives no randomness.
    pub fn make() -> Result<Self, Error> {
        let authority = authority()?;
        let authority_key = KeyPair::generate()?;
        let authority_pem = authority.self_signed(&authority_key)?.pem();
        let key = KeyPair::generate()?;
        let certificate = server()?.signed_by(&key, &Issuer::new(authority, authority_key))?;
        Ok(Self { authority: authority_pem, certificate: certificate.pem(), key: key.serialize_pem() })
    }

    /// Writes `ca.pem`, `cert.pem` and `key.pem`.
    ///
    /// # Errors
    /// If the folder cannot be made or a file not be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join("ca.pem"), &self.authority)?;
        std::fs::write(folder.join("cert.pem"), &self.certificate)?;
        write_secret(&folder.join("key.pem"), &self.key)
    }
}

/// Only its owner may read it.
fn write_secret(path: &Path, pem: &str) -> io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(pem.as_bytes())
}

/// With all that strict clients ask for (RFC 5280, section 4.2.1).
fn authority() -> Result<CertificateParams, Error> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.distinguished_name.push(DnType::CommonName, "Syrinx tests");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    Ok(params)
}

fn server() -> Result<CertificateParams, Error> {
    let mut params = CertificateParams::new(NAMES.map(str::to_owned))?;
    params.distinguished_name.push(DnType::CommonName, "localhost");
    params.use_authority_key_identifier_extension = true;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    Ok(params)
}
