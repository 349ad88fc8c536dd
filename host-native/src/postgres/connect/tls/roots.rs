//! Whom to trust: certificates of authorities from a file or from the system, and lists of revoked ones.

use super::Roots;
use crate::postgres::connect::error::ConnectError;
use rustls::RootCertStore;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, CertificateRevocationListDer};
use std::path::Path;

/// The trusted certificates.
///
/// # Errors
/// If there are none where they should be.
pub(super) fn trusted(roots: &Roots) -> Result<Vec<CertificateDer<'static>>, ConnectError> {
    match roots {
        Roots::Unchecked => Ok(Vec::new()),
        Roots::File(path) => certificates(path),
        Roots::System => match rustls_native_certs::load_native_certs().certs {
            none if none.is_empty() => Err(ConnectError::settings("this system has no trusted certificates")
                .help("install ca-certificates, or name a file with sslrootcert=FILE or SSL_CERT_FILE")),
            certificates => Ok(certificates),
        },
    }
}

/// A store of them for rustls. What it cannot read is passed over: systems hold all kinds of things.
pub(super) fn store(certificates: &[CertificateDer<'static>]) -> RootCertStore {
    let mut store = RootCertStore::empty();
    store.add_parsable_certificates(certificates.iter().cloned());
    store
}

/// The certificates in a PEM file.
pub(super) fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, ConnectError> {
    let shown = path.display();
    let bytes = read(path)?;
    match CertificateDer::pem_slice_iter(&bytes).collect::<Result<Vec<_>, _>>() {
        Ok(certificates) if !certificates.is_empty() => Ok(certificates),
        Ok(_) => Err(ConnectError::settings(format!("`{shown}` holds no certificate"))
            .help("certificates stand between BEGIN CERTIFICATE and END CERTIFICATE")),
        Err(error) => Err(ConnectError::settings(format!("`{shown}` is no PEM file: {error}"))),
    }
}

/// The lists of revoked certificates in a PEM file.
pub(super) fn revoked(path: &Path) -> Result<Vec<CertificateRevocationListDer<'static>>, ConnectError> {
    let bytes = read(path)?;
    CertificateRevocationListDer::pem_slice_iter(&bytes)
        .collect::<Result<_, _>>()
        .map_err(|error| ConnectError::settings(format!("`{}` is no PEM file: {error}", path.display())))
}

/// The bytes of a file.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, ConnectError> {
    std::fs::read(path).map_err(|e| {
        ConnectError::settings(format!("cannot read `{}`: {}", path.display(), crate::source::reason(&e)))
    })
}
