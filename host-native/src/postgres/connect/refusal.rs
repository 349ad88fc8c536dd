//! What the driver and the server say when there is no connection, in plain words.

use super::attempt::Password;
use super::error::{ConnectError, Trouble};
use super::hosts::{Host, Place};
use super::target::Target;
use std::error::Error;
use std::io::ErrorKind;
use std::net::IpAddr;

/// What was tried.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    /// Where.
    pub(super) host: &'a Host,
    /// As whom, and for what.
    pub(super) target: &'a Target,
    /// The address that was used.
    pub(super) address: Option<IpAddr>,
    /// The password that was sent, if the server asked.
    pub(super) password: Option<&'a Password>,
}

impl Scene<'_> {
    /// The same sentence is not begun twice.
    fn reason<'b>(&self, error: &'b ConnectError) -> &'b str {
        let begin = format!(" as {}: ", self.target.user);
        error.message.split_once(&begin).map_or(error.message.as_str(), |(_, reason)| reason)
    }

    fn cannot(&self, trouble: Trouble, why: impl std::fmt::Display) -> ConnectError {
        let address = match (&self.host.place, self.address) {
            (Place::Tcp(name, _), Some(address)) if *name != address.to_string() => format!(" ({address})"),
            _ => String::new(),
        };
        cannot(self.host, &address, self.target, trouble, why)
    }
}

fn cannot(
    host: &Host,
    address: &str,
    target: &Target,
    trouble: Trouble,
    why: impl std::fmt::Display,
) -> ConnectError {
    ConnectError::new(trouble, format!("Cannot connect to {host}{address} as {}: {why}", target.user))
}

/// A name without an address.
pub(super) fn unknown_name(host: &Host, target: &Target, why: &str) -> ConnectError {
    let why = why.strip_prefix("failed to lookup address information: ").unwrap_or(why).to_lowercase();
    cannot(host, "", target, Trouble::Unreachable, format!("the host's name cannot be resolved ({why})"))
        .help("check how it is spelled, and that its network or VPN is there")
}

/// Nobody answered in time.
pub(super) fn timed_out(scene: Scene<'_>) -> ConnectError {
    let limit = scene.target.connect_timeout.unwrap_or_default().as_secs_f64();
    scene.cannot(Trouble::Unreachable, format!("no answer within {limit} s")).help(
        "a firewall may swallow the packets, or something else listens there; connect_timeout waits longer",
    )
}

/// Whether it may go better with TLS if it was without, or without if it was with: no channel could be made, or
/// `pg_hba.conf` wants the other.
pub(super) fn depends_on_tls(error: &postgres::Error) -> bool {
    match error.as_db_error() {
        Some(said) => said.code().code() == "28000",
        None => of_tls(error).is_some() || last_words(error) == NO_TLS,
    }
}

/// One error of two ways.
pub(super) fn both(encrypted: ConnectError, clear: &ConnectError, scene: Scene<'_>) -> ConnectError {
    if encrypted.message == clear.message {
        return encrypted;
    }
    let message = format!("{}; and without TLS: {}", encrypted.message, scene.reason(clear));
    ConnectError { message, ..encrypted }
}

/// The driver's words for a server that answers "no" when asked for TLS.
const NO_TLS: &str = "server does not support TLS";

/// What TLS itself says.
fn of_tls(error: &postgres::Error) -> Option<&rustls::Error> {
    causes(error).into_iter().find_map(|cause| {
        let io = cause.downcast_ref::<std::io::Error>()?;
        io.get_ref()?.downcast_ref::<rustls::Error>()
    })
}

fn causes(error: &postgres::Error) -> Vec<&(dyn Error + 'static)> {
    std::iter::successors(error.source(), |cause: &&(dyn Error + 'static)| (*cause).source()).collect()
}

fn last_words(error: &postgres::Error) -> String {
    causes(error).last().map_or_else(|| error.to_string(), ToString::to_string)
}

/// Why the driver gave up.
pub(super) fn explain(error: &postgres::Error, scene: Scene<'_>) -> ConnectError {
    if let Some(said) = error.as_db_error() {
        return by_server(said, scene);
    }
    if let Some(tls) = of_tls(error) {
        return by_tls(tls, scene);
    }
    if let Some(io) = causes(error).iter().find_map(|cause| cause.downcast_ref::<std::io::Error>()) {
        return by_network(io, scene);
    }
    match last_words(error).as_str() {
        NO_TLS => scene
            .cannot(Trouble::Tls, "the server does not offer TLS, and sslmode demands it")
            .help("turn it on in the server (ssl = on), or allow the clear with sslmode=prefer or disable"),
        "password missing" => scene
            .cannot(Trouble::Refused, "the server asks for a password, and none was given")
            .help("set PGPASSWORD, or add a line to ~/.pgpass"),
        "unsupported authentication method" | "unsupported SASL mechanism" => scene
            .cannot(Trouble::Refused, "the server wants a way of logging in that is not supported (as GSSAPI or SSPI)")
            .help("passwords (scram-sha-256, md5) and client certificates work: pg_hba.conf on the server decides"),
        "server did not use channel binding" => scene
            .cannot(Trouble::Refused, "channel binding is demanded, and the server did not use it")
            .help("it needs TLS and a password of scram-sha-256; channel_binding=prefer goes without"),
        _ if error.is_closed() => closed(scene),
        "unexpected message from server" => no_postgres(scene),
        words => scene.cannot(Trouble::Refused, words),
    }
}

fn no_postgres(scene: Scene<'_>) -> ConnectError {
    scene
        .cannot(Trouble::Refused, "what answers there does not speak PostgreSQL's protocol")
        .help("check host and port")
}

fn closed(scene: Scene<'_>) -> ConnectError {
    scene
        .cannot(Trouble::Unreachable, "the connection was closed before the server let us in")
        .help("is it PostgreSQL that listens there? If it is, its log says why")
}

fn by_network(error: &std::io::Error, scene: Scene<'_>) -> ConnectError {
    let socket = matches!(scene.host.place, Place::Socket(_));
    let (why, help) = match error.kind() {
        ErrorKind::ConnectionRefused if socket => ("nobody listens at this socket", "start the server"),
        ErrorKind::NotFound => ("there is no such socket", "start the server, or name another host or port"),
        ErrorKind::PermissionDenied => {
            ("this user may not open the socket", "connect over TCP: host=localhost")
        }
        ErrorKind::ConnectionRefused => (
            "connection refused",
            "check host and port, and that the server runs and listens there (listen_addresses)",
        ),
        ErrorKind::TimedOut => ("no answer", "check host and port, and firewalls on the way"),
        ErrorKind::HostUnreachable => ("the host cannot be reached", "check the network or VPN"),
        ErrorKind::NetworkUnreachable => ("its network cannot be reached", "check the network or VPN"),
        ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::BrokenPipe => {
            return closed(scene);
        }
        // It was not the system that said it, but the driver of what it read.
        _ if error.raw_os_error().is_none() => return no_postgres(scene),
        _ => return scene.cannot(Trouble::Unreachable, crate::source::reason(error)),
    };
    scene.cannot(Trouble::Unreachable, why).help(help)
}

/// What is wrong with the channel, or with a certificate.
fn by_tls(error: &rustls::Error, scene: Scene<'_>) -> ConnectError {
    use rustls::CertificateError as Wrong;
    use rustls::{AlertDescription as Alert, Error};
    let cannot = |why: &str| scene.cannot(Trouble::Tls, why);
    match error {
        Error::InvalidCertificate(Wrong::UnknownIssuer) => {
            cannot("the server's certificate is from nobody who is trusted").help(
                "name the authority's certificate with sslrootcert=FILE, or sslrootcert=system for the system's authorities",
            )
        }
        Error::InvalidCertificate(wrong @ (Wrong::NotValidForName | Wrong::NotValidForNameContext { .. })) => {
            let for_whom = wrong.to_string().replace(" (according to its subjectAltName extension)", "");
            let for_whom = for_whom.split_once("; certificate ").map_or("is for others", |(_, rest)| rest);
            let for_whom = for_whom.replace("DnsName(\"", "").replace("IpAddress(", "").replace("\")", "").replace(')', "");
            cannot(&format!("the server's certificate does not have this host's name: it {for_whom}"))
                .help("connect by a name that is in it, or check the authority alone with sslmode=verify-ca")
        }
        Error::InvalidCertificate(Wrong::Expired | Wrong::ExpiredContext { .. }) => {
            cannot("the server's certificate has expired").help("it must be renewed on the server")
        }
        Error::InvalidCertificate(Wrong::NotValidYet | Wrong::NotValidYetContext { .. }) => {
            cannot("the server's certificate is not valid yet").help("check the clocks here and there")
        }
        Error::InvalidCertificate(Wrong::Revoked) => cannot("the server's certificate was revoked"),
        Error::InvalidCertificate(wrong) => cannot(&format!("the server's certificate is not accepted: {wrong}")),
        Error::AlertReceived(Alert::CertificateRequired | Alert::HandshakeFailure) => {
            cannot("the server wants a client certificate, or no way of encryption is known to both")
                .help("name the certificate with sslcert=FILE and its key with sslkey=FILE")
        }
        Error::AlertReceived(alert) => cannot(&format!("the server ends the TLS handshake: {alert:?}"))
            .help("it may not accept the client certificate (sslcert, sslkey); its log says why"),
        Error::PeerIncompatible(_) => cannot("the server knows no TLS that is spoken here (1.2 and 1.3)"),
        Error::InvalidMessage(_) => cannot("what answers there does not speak TLS").help("check host and port"),
        Error::General(words) => cannot(&format!("the server's certificate is not accepted: {words}")),
        other => cannot(&format!("no TLS channel could be made: {other}")),
    }
}

/// The server's own words, and what to do about them
/// (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
fn by_server(said: &postgres::error::DbError, scene: Scene<'_>) -> ConnectError {
    let Scene { target, password, .. } = scene;
    let (user, database) = (&target.user, &target.database);
    let words = said.message();
    match said.code().code() {
        "28P01" => {
            let from = password.and_then(|password| password.file.as_ref());
            let from = from.map(|file| format!(" (the password came from {file})")).unwrap_or_default();
            let none = if password.is_some() { "" } else { "; no password was given" };
            scene
                .cannot(Trouble::Refused, format!("the server refuses the password of {user}{from}{none}"))
                .help("check PGPASSWORD, ~/.pgpass or the URL; in a URL special characters are percent-encoded")
        }
        "28000" => scene.cannot(Trouble::Refused, words).help(match words {
            _ if words.contains("client certificate") => {
                "name the certificate with sslcert=FILE and its key with sslkey=FILE"
            }
            _ if words.contains("no encryption") => "pg_hba.conf may want TLS: try sslmode=require",
            _ if words.contains("pg_hba.conf") => "pg_hba.conf on the server decides who may come from where",
            _ if words.contains("Peer") => {
                "sockets let in the user of the same name: name another, or connect over TCP with host=localhost"
            }
            _ => "check the user: -U of psql, PGUSER, or user@ in the URL",
        }),
        "3D000" => scene
            .cannot(Trouble::Refused, format!("there is no database `{database}`"))
            .help(format!("create it first: createdb {database}")),
        "42501" => scene.cannot(Trouble::Refused, words).help(format!(
            "the role needs: GRANT CONNECT ON DATABASE {database} TO {user}"
        )),
        "57P03" | "57P01" | "57P02" => {
            scene.cannot(Trouble::Busy, words).help("plan, sync and check go on trying with --wait 1m")
        }
        "53300" => scene.cannot(Trouble::Busy, words).help("plan, sync and check go on trying with --wait 1m"),
        _ => scene.cannot(Trouble::Refused, words),
    }
}
