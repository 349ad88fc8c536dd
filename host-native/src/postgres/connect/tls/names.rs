//! Whether a certificate is for a host, where rustls alone cannot say: certificates without alternative names go by their
//! common name, as with libpq.

use rustls::pki_types::ServerName;
use x509_cert::Certificate;
use x509_cert::der::Tagged;
use x509_cert::der::asn1::{Ia5StringRef, PrintableStringRef, Utf8StringRef};
use x509_cert::der::oid::db::rfc4519::COMMON_NAME;
use x509_cert::ext::pkix::SubjectAltName;
use x509_cert::ext::pkix::name::GeneralName;

/// Whether the common name is the host's; it counts only where the certificate lists no names of hosts.
pub(super) fn by_common_name(certificate: &Certificate, host: &ServerName<'_>) -> bool {
    if lists_names(certificate) {
        return false;
    }
    let host = host.to_str();
    common_names(certificate).iter().any(|name| fits(name, &host))
}

fn lists_names(certificate: &Certificate) -> bool {
    let Ok(Some((_, names))) = certificate.tbs_certificate.get::<SubjectAltName>() else { return false };
    names.0.iter().any(|name| matches!(name, GeneralName::DnsName(_) | GeneralName::IpAddress(_)))
}

fn common_names(certificate: &Certificate) -> Vec<String> {
    let parts = certificate.tbs_certificate.subject.0.iter().flat_map(|part| part.0.iter());
    parts.filter(|part| part.oid == COMMON_NAME).filter_map(|part| text(&part.value)).collect()
}

fn text(value: &x509_cert::der::Any) -> Option<String> {
    use x509_cert::der::Tag;
    Some(match value.tag() {
        Tag::Utf8String => value.decode_as::<Utf8StringRef<'_>>().ok()?.as_str().to_owned(),
        Tag::PrintableString => value.decode_as::<PrintableStringRef<'_>>().ok()?.as_str().to_owned(),
        Tag::Ia5String => value.decode_as::<Ia5StringRef<'_>>().ok()?.as_str().to_owned(),
        _ => return None,
    })
}

/// `*.example.org` stands for one more label, never for several.
fn fits(pattern: &str, host: &str) -> bool {
    if pattern.eq_ignore_ascii_case(host) {
        return true;
    }
    match (pattern.strip_prefix("*."), host.split_once('.')) {
        (Some(domain), Some((first, rest))) => {
            !first.is_empty() && domain.contains('.') && domain.eq_ignore_ascii_case(rest)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn stars_stand_for_one_label() {
        for (pattern, host, expected) in [
            ("db.example.org", "DB.example.org", true),
            ("*.example.org", "db.example.org", true),
            ("*.example.org", "a.db.example.org", false),
            ("*.example.org", "example.org", false),
            ("*.org", "example.org", false),
            ("*", "localhost", false),
        ] {
            assert_eq!(fits(pattern, host), expected, "{pattern} {host}");
        }
    }
}
