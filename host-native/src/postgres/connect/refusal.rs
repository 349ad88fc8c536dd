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

/// Why the driver gave up.
pub(super) fn explain(error: &postgres::Error, scene: Scene<'_>) -> ConnectError {
    if let Some(said) = error.as_db_error() {
        return by_server(said, scene);
    }
    let causes: Vec<&(dyn Error + 'static)> =
        std::iter::successors(error.source(), |cause: &&(dyn Error + 'static)| (*cause).source()).collect();
    if let Some(io) = causes.iter().find_map(|cause| cause.downcast_ref::<std::io::Error>()) {
        return by_network(io, scene);
    }
    let words = causes.last().map_or_else(|| error.to_string(), ToString::to_string);
    match words.as_str() {
        "password missing" => scene
            .cannot(Trouble::Refused, "the server asks for a password, and none was given")
            .help("set PGPASSWORD, or add a line to ~/.pgpass"),
        "unsupported authentication method" | "unsupported SASL mechanism" => scene
            .cannot(Trouble::Refused, "the server wants a way of logging in that is not supported (as GSSAPI or SSPI)")
            .help("passwords (scram-sha-256, md5) and client certificates work: pg_hba.conf on the server decides"),
        _ if error.is_closed() => closed(scene),
        words => scene.cannot(Trouble::Refused, words),
    }
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
            "check host and port, and that the server runs and listens there (listen_addresses); --wait waits for it",
        ),
        ErrorKind::TimedOut => ("no answer", "check host and port, and firewalls on the way"),
        ErrorKind::HostUnreachable => ("the host cannot be reached", "check the network or VPN"),
        ErrorKind::NetworkUnreachable => ("its network cannot be reached", "check the network or VPN"),
        ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::BrokenPipe => {
            return closed(scene);
        }
        _ => return scene.cannot(Trouble::Unreachable, crate::source::reason(error)),
    };
    scene.cannot(Trouble::Unreachable, why).help(help)
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
            scene.cannot(Trouble::Busy, words).help("--wait 1m tries again for so long")
        }
        "53300" => scene.cannot(Trouble::Busy, words).help("--wait 1m tries again until there is room"),
        _ => scene.cannot(Trouble::Refused, words),
    }
}
