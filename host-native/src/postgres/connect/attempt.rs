//! One try at one host: every address it has, within the time-out.

use super::error::{ConnectError, Trouble};
use super::hosts::{Host, Place};
use super::pgpass::{self, Whom};
use super::refusal::{self, Scene};
use super::secret::Secret;
use super::target::{ChannelBinding, Target};
use super::tls::SslMode as Wanted;
use postgres::config::{ChannelBinding as Binding, SslMode, SslNegotiation};
use postgres::{Client, Config, NoTls};
use std::net::{IpAddr, ToSocketAddrs};
use std::sync::mpsc;
use std::time::Duration;
use tokio_postgres_rustls::MakeRustlsConnect;

/// A password and where it came from.
pub(super) struct Password {
    /// The password.
    pub(super) secret: Secret,
    /// The file it stood in.
    pub(super) file: Option<String>,
}

/// The password for a host: given outright, or from the password file. And why that file was not read, if so.
pub(super) fn password(host: &Host, target: &Target) -> (Option<Password>, Option<String>) {
    if let Some(secret) = &target.password {
        return (Some(Password { secret: secret.clone(), file: None }), None);
    }
    let Some(path) = &target.passfile else { return (None, None) };
    let names: Vec<&str> = host.names.iter().map(String::as_str).collect();
    let whom = Whom { hosts: &names, port: host.port, database: &target.database, user: &target.user };
    match pgpass::find(path, whom) {
        Ok(secret) => {
            let file = path.display().to_string();
            (secret.map(|secret| Password { secret, file: Some(file) }), None)
        }
        Err(why) => (None, Some(why)),
    }
}

/// Connects to a host, trying each of its addresses until one lets us in or refuses for a reason of its own.
pub(super) fn attempt(
    host: &Host,
    target: &Target,
    password: Option<&Password>,
    tls: Option<&MakeRustlsConnect>,
) -> Result<Client, ConnectError> {
    let mut last = None;
    for address in addresses(host, target)? {
        match one_address(Scene { host, target, address, password }, tls) {
            Err(error) if error.trouble == Trouble::Unreachable => last = Some(error),
            done => return done,
        }
    }
    Err(last.unwrap_or_else(|| refusal::unknown_name(host, target, "it has no address")))
}

/// One address, in clear and through TLS as far as `sslmode` leaves the choice to the server.
fn one_address(scene: Scene<'_>, tls: Option<&MakeRustlsConnect>) -> Result<Client, ConnectError> {
    let mut first: Option<(SslMode, ConnectError)> = None;
    for way in ways(scene).iter().copied() {
        let error = match reach(&config(scene, way), tls, scene.target.connect_timeout) {
            Some(Ok(client)) => return Ok(client),
            Some(Err(error)) if refusal::depends_on_tls(&error) => refusal::explain(&error, scene),
            Some(Err(error)) if first.is_none() => return Err(refusal::explain(&error, scene)),
            Some(Err(error)) => refusal::explain(&error, scene),
            None => return Err(refusal::timed_out(scene)),
        };
        first = Some(match first {
            None => (way, error),
            // What was said of the way through TLS comes first.
            Some((SslMode::Disable, clear)) => (way, refusal::both(error, &clear, scene)),
            Some((before, encrypted)) => (before, refusal::both(encrypted, &error, scene)),
        });
    }
    match first {
        Some((_, error)) => Err(error),
        None => Err(refusal::timed_out(scene)),
    }
}

/// The driver's modes to try, one after the other.
fn ways(scene: Scene<'_>) -> &'static [SslMode] {
    match (&scene.host.place, scene.target.tls.mode) {
        // Nobody listens in on a socket.
        (Place::Socket(_), _) | (_, Wanted::Disable) => &[SslMode::Disable],
        (_, Wanted::Allow) => &[SslMode::Disable, SslMode::Require],
        (_, Wanted::Prefer) => &[SslMode::Prefer, SslMode::Disable],
        (_, Wanted::Require | Wanted::VerifyCa | Wanted::VerifyFull) => &[SslMode::Require],
    }
}

/// The addresses of a host; one of none for a socket.
fn addresses(host: &Host, target: &Target) -> Result<Vec<Option<IpAddr>>, ConnectError> {
    match &host.place {
        Place::Socket(_) => Ok(vec![None]),
        Place::Tcp(_, Some(address)) => Ok(vec![Some(*address)]),
        Place::Tcp(name, None) => {
            let found = (name.as_str(), host.port)
                .to_socket_addrs()
                .map_err(|e| refusal::unknown_name(host, target, &crate::source::reason(&e)))?;
            let mut addresses: Vec<_> = found.map(|address| Some(address.ip())).collect();
            addresses.dedup();
            Ok(addresses)
        }
    }
}

fn config(scene: Scene<'_>, way: SslMode) -> Config {
    let Scene { host, target, address, password } = scene;
    let mut config = Config::new();
    match &host.place {
        Place::Socket(folder) => config.host_path(folder),
        Place::Tcp(name, _) => config.host(name),
    };
    config.port(host.port).user(&target.user).dbname(&target.database);
    config.application_name(&target.application_name).ssl_mode(way);
    config.channel_binding(match target.channel_binding {
        ChannelBinding::Disable => Binding::Disable,
        ChannelBinding::Prefer => Binding::Prefer,
        ChannelBinding::Require => Binding::Require,
    });
    if target.tls.direct && way == SslMode::Require {
        config.ssl_negotiation(SslNegotiation::Direct);
    }
    address.map(|address| config.hostaddr(address));
    password.map(|password| config.password(password.secret.expose()));
    target.options.as_ref().map(|options| config.options(options));
    let keepalive = target.keepalive;
    config.keepalives(!keepalive.off);
    keepalive.idle.map(|idle| config.keepalives_idle(idle));
    keepalive.interval.map(|interval| config.keepalives_interval(interval));
    keepalive.count.map(|count| config.keepalives_retries(count));
    keepalive.user_timeout.map(|limit| config.tcp_user_timeout(limit));
    config
}

/// Connects, or gives up after so long. The driver's own time-out ends when TCP is there, and a server that accepts and
/// says nothing would hold us for ever; so the thread that waits for it is left behind.
fn reach(
    config: &Config,
    tls: Option<&MakeRustlsConnect>,
    limit: Option<Duration>,
) -> Option<Result<Client, postgres::Error>> {
    let (config, tls) = (config.clone(), tls.cloned());
    let connect = move || match tls {
        Some(tls) => config.connect(tls),
        None => config.connect(NoTls),
    };
    let Some(limit) = limit else { return Some(connect()) };
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || drop(sender.send(connect())));
    receiver.recv_timeout(limit).ok()
}
