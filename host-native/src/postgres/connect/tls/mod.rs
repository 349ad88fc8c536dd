//! TLS: what `sslmode` and its companions ask for, and the connector that does it with rustls and ring.
//!
//! [`Tls`] is what was said; `roots` reads whom to trust, `identity` who we are, `verify` judges the server's certificate.

mod identity;
mod names;
mod plain;
mod roots;
mod verify;

use super::environment::Environment;
use super::error::{ConnectError, Trouble};
use super::keywords::Given;
use super::target::choice;
use rustls::crypto::{CryptoProvider, ring};
use rustls::{ClientConfig, SupportedProtocolVersion, version};
use std::path::PathBuf;
use std::sync::Arc;
use tokio_postgres_rustls::MakeRustlsConnect;

/// `sslmode`: whether the channel is encrypted, and whom it leads to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SslMode {
    /// Never encrypted.
    Disable,
    /// Encrypted if the server insists.
    Allow,
    /// Encrypted if the server can.
    #[default]
    Prefer,
    /// Encrypted, with whomever.
    Require,
    /// Encrypted, with a server that a trusted authority vouches for.
    VerifyCa,
    /// Encrypted, with the very host that was named.
    VerifyFull,
}

/// Whom to trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Roots {
    /// Everybody: nothing was said.
    Unchecked,
    /// Whom the system trusts.
    System,
    /// The certificates in a file.
    File(PathBuf),
}

/// What was said about TLS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tls {
    /// `sslmode`.
    pub mode: SslMode,
    /// `sslrootcert`, else `~/.postgresql/root.crt` if it is there.
    pub roots: Roots,
    /// `sslcrl`, else `~/.postgresql/root.crl` if it is there.
    pub revoked: Option<PathBuf>,
    /// `sslcert` and `sslkey`, else `~/.postgresql/postgresql.crt` and `.key` if they are there.
    pub identity: Option<(PathBuf, PathBuf)>,
    /// `sslnegotiation=direct`: TLS from the first byte.
    pub direct: bool,
    /// `sslsni`: the server is told the host's name.
    pub sni: bool,
    /// TLS 1.2 and 1.3, as far as `ssl_min_protocol_version` and its companion let them.
    pub versions: (bool, bool),
}

impl Tls {
    /// From the options; files in the home folder count where nothing was said.
    pub(super) fn new(given: &Given, around: &Environment) -> Result<Self, ConnectError> {
        use SslMode::{Allow, Disable, Prefer, Require, VerifyCa, VerifyFull};
        let modes = [
            ("disable", Disable),
            ("allow", Allow),
            ("prefer", Prefer),
            ("require", Require),
            ("verify-ca", VerifyCa),
            ("verify-full", VerifyFull),
        ];
        let said = choice(given, "sslmode", &modes)?;
        let roots = roots(given, said, around)?;
        let mode = said.unwrap_or(if roots == Roots::System { VerifyFull } else { Prefer });
        let direct = choice(given, "sslnegotiation", &[("postgres", false), ("direct", true)])?;
        if direct == Some(true) && mode < Require {
            return Err(ConnectError::settings(
                "sslnegotiation=direct goes with sslmode=require or stronger only",
            ));
        }
        let there = |name: &str| around.file(name).filter(|path| path.exists());
        let file = |option: &str, name: &str| given.get(option).map(PathBuf::from).or_else(|| there(name));
        let wanted = given.get("sslcertmode") != Some("disable");
        let certificate = file("sslcert", "postgresql.crt").filter(|_| wanted);
        let key = given.get("sslkey").map(PathBuf::from).or_else(|| around.file("postgresql.key"));
        Ok(Tls {
            mode,
            roots,
            revoked: file("sslcrl", "root.crl"),
            identity: certificate.zip(key),
            direct: direct.unwrap_or_default(),
            sni: choice(given, "sslsni", &[("1", true), ("0", false)])?.unwrap_or(true),
            versions: versions(given)?,
        })
    }

    /// What makes channels, if any are to be made.
    ///
    /// # Errors
    /// If a file it needs cannot be read or used.
    pub(super) fn connector(&self) -> Result<Option<MakeRustlsConnect>, ConnectError> {
        if self.mode == SslMode::Disable {
            return Ok(None);
        }
        let provider = Arc::new(ring::default_provider());
        let verifier = verify::Verifier::new(self, &provider)?;
        let builder = ClientConfig::builder_with_provider(provider.clone())
            .with_protocol_versions(&self.protocols())
            .map_err(|error| unusable(&error))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier));
        let mut config = match &self.identity {
            Some((certificate, key)) => {
                builder.with_client_cert_resolver(identity::read(certificate, key, &provider)?)
            }
            None => builder.with_no_client_auth(),
        };
        config.enable_sni = self.sni;
        if self.direct {
            config.alpn_protocols = vec![b"postgresql".to_vec()];
        }
        Ok(Some(MakeRustlsConnect::new(config)))
    }

    fn protocols(&self) -> Vec<&'static SupportedProtocolVersion> {
        let all = [(self.versions.0, &version::TLS12), (self.versions.1, &version::TLS13)];
        all.into_iter().filter_map(|(wanted, version)| wanted.then_some(version)).collect()
    }
}

impl PartialOrd for SslMode {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        (*self as u8).partial_cmp(&(*other as u8))
    }
}

/// What went wrong with TLS before anybody was spoken to.
fn unusable(error: &rustls::Error) -> ConnectError {
    ConnectError::new(Trouble::Tls, format!("TLS cannot be set up: {error}"))
}

type Provider = Arc<CryptoProvider>;

fn roots(given: &Given, mode: Option<SslMode>, around: &Environment) -> Result<Roots, ConnectError> {
    let default = || around.file("root.crt").filter(|path| path.exists()).map(Roots::File);
    match (given.get("sslrootcert"), mode) {
        (Some("system"), Some(mode)) if mode != SslMode::VerifyFull => Err(ConnectError::settings(
            "sslrootcert=system goes with sslmode=verify-full only",
        )
        .help("anybody can get a certificate from a public authority; only the name tells them apart")),
        (Some("system"), _) => Ok(Roots::System),
        (Some(path), _) => Ok(Roots::File(path.into())),
        (None, Some(SslMode::VerifyFull)) => Ok(default().unwrap_or(Roots::System)),
        (None, Some(SslMode::VerifyCa)) => default().ok_or_else(|| {
            ConnectError::settings("sslmode=verify-ca needs the certificate of the authority to trust").help(
                "name its file with sslrootcert=FILE or PGSSLROOTCERT, or put it at ~/.postgresql/root.crt",
            )
        }),
        (None, _) => Ok(default().unwrap_or(Roots::Unchecked)),
    }
}

fn versions(given: &Given) -> Result<(bool, bool), ConnectError> {
    let known = [("TLSv1", 0), ("TLSv1.1", 1), ("TLSv1.2", 2), ("TLSv1.3", 3)];
    let least = choice(given, "ssl_min_protocol_version", &known)?.unwrap_or(2);
    let most = choice(given, "ssl_max_protocol_version", &known)?.unwrap_or(3);
    match (least..=most).contains(&2) || (least..=most).contains(&3) {
        true => Ok(((least..=most).contains(&2), (least..=most).contains(&3))),
        false => Err(ConnectError::settings("TLS 1.2 and 1.3 are spoken here, and both are excluded")
            .help("look at ssl_min_protocol_version and ssl_max_protocol_version")),
    }
}
