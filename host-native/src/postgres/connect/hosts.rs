//! Which servers a target names: `host`, `hostaddr` and `port` are lists that go together.

use super::error::ConnectError;
use super::keywords::Given;
use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

/// Where a server may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// How to get there.
    pub place: Place,
    /// The port; of a socket, the end of its file's name.
    pub port: u16,
    /// What the password file may call it.
    pub names: Vec<String>,
}

/// How to get to a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The folder of a Unix socket.
    Socket(PathBuf),
    /// A name or address, for DNS and certificates; and the address to use instead of asking DNS.
    Tcp(String, Option<IpAddr>),
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Socket(folder) => write!(f, "{}", socket(folder, self.port).display()),
            Place::Tcp(name, _) if name.contains(':') => write!(f, "[{name}]:{}", self.port),
            Place::Tcp(name, _) => write!(f, "{name}:{}", self.port),
        }
    }
}

/// The file of a socket.
pub(super) fn socket(folder: &Path, port: u16) -> PathBuf {
    folder.join(format!(".s.PGSQL.{port}"))
}

/// The hosts that the options name, in their order.
pub(super) fn hosts(given: &Given, sockets: &[PathBuf]) -> Result<Vec<Host>, ConnectError> {
    let list = |name| given.get(name).map(|text| text.split(',').map(str::trim).collect::<Vec<_>>());
    let names = list("host").unwrap_or_default();
    let addresses = list("hostaddr").unwrap_or_default();
    let ports = list("port").unwrap_or_default();
    let count = names.len().max(addresses.len()).max(1);
    if !names.is_empty() && !addresses.is_empty() && names.len() != addresses.len() {
        return Err(differ("`host`", names.len(), "`hostaddr`", addresses.len()));
    }
    if ports.len() > 1 && ports.len() != count {
        return Err(differ("`host`", count, "`port`", ports.len()));
    }
    let nth = |list: &[&'_ str], at: usize| list.get(at).copied().unwrap_or_default().to_owned();
    (0..count)
        .map(|at| {
            let port = port(if ports.len() == 1 { &ports } else { ports.get(at..).unwrap_or_default() })?;
            host(nth(&names, at), &nth(&addresses, at), port, sockets)
        })
        .collect()
}

fn differ(one: &str, ones: usize, other: &str, others: usize) -> ConnectError {
    ConnectError::settings(format!("{one} lists {ones}, {other} {others}: they go together"))
        .help("name as many of each, or one port for all")
}

/// Not quoted when wrong: where a URL's password holds a slash, it is a part of that.
fn port(ports: &[&str]) -> Result<u16, ConnectError> {
    match ports.first().copied().unwrap_or_default() {
        "" => Ok(5432),
        text => text.parse().ok().filter(|port| *port > 0).ok_or_else(|| {
            ConnectError::settings("the port is not a number from 1 to 65535")
                .help("in a URL, a / in the password is written %2F, an @ %40, a : %3A")
        }),
    }
}

fn host(name: String, address: &str, port: u16, sockets: &[PathBuf]) -> Result<Host, ConnectError> {
    let address: Option<IpAddr> = match address {
        "" => None,
        text => Some(text.parse().map_err(|_| ConnectError::settings("`hostaddr` is not an IP address"))?),
    };
    let is_default = |folder: &Path| sockets.iter().any(|default| default == folder);
    let of_socket = |folder: PathBuf| {
        let mut names = vec![folder.display().to_string()];
        if is_default(&folder) {
            names.push("localhost".into());
        }
        Host { place: Place::Socket(folder), port, names }
    };
    match (name, address) {
        (name, None) if name.starts_with('/') => Ok(of_socket(name.into())),
        (name, None) if name.starts_with('@') => {
            Err(ConnectError::settings("sockets in the abstract namespace are not supported"))
        }
        (name, None) if name.is_empty() => Ok(match sockets.iter().find(|f| socket(f, port).exists()) {
            Some(folder) => of_socket(folder.clone()),
            None => tcp("localhost".into(), None, port),
        }),
        (name, Some(address)) if name.is_empty() => Ok(tcp(address.to_string(), Some(address), port)),
        (name, address) => Ok(tcp(name, address, port)),
    }
}

fn tcp(name: String, address: Option<IpAddr>, port: u16) -> Host {
    Host { names: vec![name.clone()], place: Place::Tcp(name, address), port }
}
