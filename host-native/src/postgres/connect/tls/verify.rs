//! Judges the server's certificate as `sslmode` asks. rustls judges chains and names; what PostgreSQL's world has and rustls
//! refuses is added here: a server's own certificate as the trusted one, certificates of version 1, names in the common name, `verify-ca`, which
//! looks at no name, and no check at all, of everything but the key's possession.

use super::{Provider, Roots, SslMode, Tls, names, plain, roots};
use crate::postgres::connect::error::ConnectError;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::client::{WebPkiServerVerifier, verify_server_name};
use rustls::crypto::{verify_tls12_signature, verify_tls13_signature, verify_tls13_signature_with_raw_key};
use rustls::pki_types::{CertificateDer, ServerName, SubjectPublicKeyInfoDer, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{CertificateError, DigitallySignedStruct, Error, SignatureScheme};
use std::sync::Arc;
use x509_cert::certificate::Version;
use x509_cert::der::{Decode, Encode};

/// The judge.
#[derive(Debug)]
pub(super) struct Verifier {
    /// For chains; none if nobody is checked.
    chains: Option<Arc<WebPkiServerVerifier>>,
    /// Certificates that are trusted as they stand.
    pinned: Vec<CertificateDer<'static>>,
    /// Whether the name matters.
    names: bool,
    /// Whether certificates may be revoked.
    revocable: bool,
    provider: Provider,
}

impl Verifier {
    /// The judge for what was said. Roots are checked whatever the mode, if there are any, as libpq does.
    pub(super) fn new(tls: &Tls, provider: &Provider) -> Result<Self, ConnectError> {
        let names = tls.mode == SslMode::VerifyFull;
        let pinned = roots::trusted(&tls.roots)?;
        if tls.roots == Roots::Unchecked {
            return Ok(Verifier {
                chains: None,
                pinned,
                names,
                revocable: false,
                provider: provider.clone(),
            });
        }
        let store = Arc::new(roots::store(&pinned));
        let mut builder = WebPkiServerVerifier::builder_with_provider(store, provider.clone());
        if let Some(path) = &tls.revoked {
            builder = builder.with_crls(roots::revoked(path)?);
        }
        let chains = builder.build().map_err(|error| {
            ConnectError::settings(format!("the trusted certificates cannot be used: {error}"))
        })?;
        Ok(Verifier {
            chains: Some(chains),
            pinned,
            names,
            revocable: tls.revoked.is_some(),
            provider: provider.clone(),
        })
    }

    /// A certificate that is itself trusted needs no chain, only its time and name.
    fn trusted_itself(
        &self,
        end: &CertificateDer<'_>,
        host: &ServerName<'_>,
        now: UnixTime,
    ) -> Result<(), Error> {
        let parsed = parsed(end)?;
        let validity = parsed.tbs_certificate.validity;
        let now = now.as_secs();
        if now < validity.not_before.to_unix_duration().as_secs() {
            return Err(CertificateError::NotValidYet.into());
        }
        if now > validity.not_after.to_unix_duration().as_secs() {
            return Err(CertificateError::Expired.into());
        }
        if !self.names || names::by_common_name(&parsed, host) {
            return Ok(());
        }
        match parsed.tbs_certificate.version {
            Version::V1 => Err(CertificateError::NotValidForName.into()),
            _ => verify_server_name(&ParsedCertificate::try_from(end)?, host),
        }
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        host: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let Some(chains) = &self.chains else { return Ok(ServerCertVerified::assertion()) };
        if self.pinned.iter().any(|pinned| pinned == end) {
            return self.trusted_itself(end, host, now).map(|()| ServerCertVerified::assertion());
        }
        match chains.verify_server_cert(end, between, host, ocsp, now) {
            Err(Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) if !self.names || names::by_common_name(&parsed(end)?, host) => {
                Ok(ServerCertVerified::assertion())
            }
            // rustls reads none of version 1.
            Err(error) if is_version_1(end) && !self.revocable => {
                match self.pinned.iter().any(|root| plain::issued(end, root, &self.provider)) {
                    true => self.trusted_itself(end, host, now).map(|()| ServerCertVerified::assertion()),
                    false => Err(error),
                }
            }
            judged => judged,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signature, known)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = &self.provider.signature_verification_algorithms;
        // As PostgreSQL's manual has them made; the key is all that matters here.
        if is_version_1(certificate) {
            let key = parsed(certificate)?.tbs_certificate.subject_public_key_info.to_der();
            let key = SubjectPublicKeyInfoDer::from(key.map_err(|_| CertificateError::BadEncoding)?);
            return verify_tls13_signature_with_raw_key(message, &key, signature, known);
        }
        verify_tls13_signature(message, certificate, signature, known)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

fn parsed(certificate: &CertificateDer<'_>) -> Result<x509_cert::Certificate, Error> {
    x509_cert::Certificate::from_der(certificate).map_err(|_| CertificateError::BadEncoding.into())
}

fn is_version_1(certificate: &CertificateDer<'_>) -> bool {
    parsed(certificate).is_ok_and(|parsed| parsed.tbs_certificate.version == Version::V1)
}
