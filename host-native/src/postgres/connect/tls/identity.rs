//! Who we are: the client's certificate and its private key.

use super::{Provider, roots, unusable};
use crate::postgres::connect::error::ConnectError;
use rustls::pki_types::PrivateKeyDer;
use rustls::pki_types::pem::PemObject;
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use rustls::{Error, InconsistentKeys};
use std::path::Path;
use std::sync::Arc;

/// Reads a certificate (with those that lead up to the authority, if they are in the file) and its key.
///
/// # Errors
/// If a file is not there, can be read by others, or does not hold what it should.
pub(super) fn read(
    certificate: &Path,
    key: &Path,
    provider: &Provider,
) -> Result<Arc<SingleCertAndKey>, ConnectError> {
    let chain = roots::certificates(certificate)?;
    let signing = provider.key_provider.load_private_key(private_key(key)?).map_err(|error| {
        ConnectError::settings(format!("the private key in `{}` cannot be used: {error}", key.display()))
    })?;
    let certified = CertifiedKey::new(chain, signing);
    match certified.keys_match() {
        Err(Error::InconsistentKeys(InconsistentKeys::KeyMismatch)) => Err(ConnectError::settings(format!(
            "the private key in `{}` does not belong to the certificate in `{}`",
            key.display(),
            certificate.display()
        ))),
        // Certificates of version 1 are not understood here, but servers may know them.
        Err(Error::InvalidCertificate(_) | Error::InconsistentKeys(_)) | Ok(()) => {
            Ok(Arc::new(certified.into()))
        }
        Err(error) => Err(unusable(&error)),
    }
}

/// A private key in PEM or DER: PKCS#8, PKCS#1 or SEC1.
fn private_key(path: &Path) -> Result<PrivateKeyDer<'static>, ConnectError> {
    let shown = path.display();
    let bytes = roots::read(path)?;
    kept_secret(path)?;
    if let Ok(key) = PrivateKeyDer::from_pem_slice(&bytes) {
        return Ok(key);
    }
    let text = String::from_utf8_lossy(&bytes);
    if text.contains("ENCRYPTED") {
        return Err(ConnectError::settings(format!("the private key in `{shown}` is encrypted")).help(
            format!("keep a copy without a passphrase: openssl pkey -in {shown} -out KEY; chmod 600 KEY"),
        ));
    }
    PrivateKeyDer::try_from(bytes).map_err(|_| {
        ConnectError::settings(format!("`{shown}` holds no private key (PKCS#8, PKCS#1 or SEC1)"))
    })
}

/// As libpq demands: mine and nobody else's, or root's and readable by the group.
#[cfg(unix)]
fn kept_secret(path: &Path) -> Result<(), ConnectError> {
    use std::os::unix::fs::MetadataExt;
    let Ok(meta) = std::fs::metadata(path) else { return Ok(()) };
    let others = if meta.uid() == 0 { 0o037 } else { 0o077 };
    match meta.mode() & others {
        0 => Ok(()),
        _ => Err(ConnectError::settings(format!(
            "the private key in `{}` can be read by others",
            path.display()
        ))
        .help(format!("chmod 600 {}", path.display()))),
    }
}

#[cfg(not(unix))]
fn kept_secret(_: &Path) -> Result<(), ConnectError> {
    Ok(())
}
