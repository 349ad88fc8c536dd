//! Certificates of X.509 version 1: without extensions, as the recipes in PostgreSQL's manual have long made them. They can
//! only be servers' own, issued by an authority directly.

use super::Provider;
use rustls::pki_types::CertificateDer;
use x509_cert::Certificate;
use x509_cert::der::{Decode, Encode};

/// Whether an authority issued a certificate: it says so, and the signature is the authority's.
pub(super) fn issued(end: &CertificateDer<'_>, by: &CertificateDer<'_>, provider: &Provider) -> bool {
    let (Ok(end), Ok(by)) = (Certificate::from_der(end), Certificate::from_der(by)) else { return false };
    let key = &by.tbs_certificate.subject_public_key_info;
    let parts = (
        end.tbs_certificate.to_der(),
        identifier(&end.signature_algorithm),
        identifier(&key.algorithm),
        end.signature.as_bytes(),
        key.subject_public_key.as_bytes(),
    );
    let (Ok(signed), Some(signature_kind), Some(key_kind), Some(signature), Some(key)) = parts else {
        return false;
    };
    end.tbs_certificate.issuer == by.tbs_certificate.subject
        && end.signature_algorithm == end.tbs_certificate.signature
        && provider.signature_verification_algorithms.all.iter().any(|known| {
            known.signature_alg_id().as_ref() == signature_kind
                && known.public_key_alg_id().as_ref() == key_kind
                && known.verify_signature(key, &signed, signature).is_ok()
        })
}

/// An algorithm as rustls names it: the DER of its identifier, without the sequence around it.
fn identifier(algorithm: &x509_cert::spki::AlgorithmIdentifierOwned) -> Option<Vec<u8>> {
    let mut inside = algorithm.oid.to_der().ok()?;
    if let Some(parameters) = &algorithm.parameters {
        inside.extend(parameters.to_der().ok()?);
    }
    Some(inside)
}
