//! The driver's own configuration, read into options.

use super::error::ConnectError;
use super::keywords::Given;
use postgres::Config;
use postgres::config::{ChannelBinding, Host, LoadBalanceHosts, SslMode, SslNegotiation, TargetSessionAttrs};

/// What a configuration says.
pub(super) fn options(config: &Config) -> Result<Given, ConnectError> {
    let mut given = Given::default();
    let mut set = |name: &str, value: Option<String>| value.map_or(Ok(()), |value| given.set(name, value));
    let list = |parts: Vec<String>| (!parts.is_empty()).then(|| parts.join(","));
    set("host", list(config.get_hosts().iter().map(host).collect::<Result<_, _>>()?))?;
    set("hostaddr", list(config.get_hostaddrs().iter().map(ToString::to_string).collect()))?;
    set("port", list(config.get_ports().iter().map(ToString::to_string).collect()))?;
    set("user", config.get_user().map(str::to_owned))?;
    set("password", config.get_password().map(password).transpose()?)?;
    set("dbname", config.get_dbname().map(str::to_owned))?;
    set("options", config.get_options().map(str::to_owned))?;
    set("application_name", config.get_application_name().map(str::to_owned))?;
    // Fractions are rounded up: the option knows whole seconds only.
    set("connect_timeout", config.get_connect_timeout().map(|time| time.as_secs_f64().ceil().to_string()))?;
    set("tcp_user_timeout", config.get_tcp_user_timeout().map(|time| time.as_millis().to_string()))?;
    set("keepalives", (!config.get_keepalives()).then(|| "0".into()))?;
    set("keepalives_idle", Some(config.get_keepalives_idle().as_secs().to_string()))?;
    set("keepalives_interval", config.get_keepalives_interval().map(|time| time.as_secs().to_string()))?;
    set("keepalives_count", config.get_keepalives_retries().map(|count| count.to_string()))?;
    set("sslmode", Some(mode(config.get_ssl_mode()).into()))?;
    set("sslnegotiation", (config.get_ssl_negotiation() == SslNegotiation::Direct).then(|| "direct".into()))?;
    set("target_session_attrs", Some(attrs(config.get_target_session_attrs()).into()))?;
    set("channel_binding", Some(binding(config.get_channel_binding()).into()))?;
    let random = config.get_load_balance_hosts() == LoadBalanceHosts::Random;
    set("load_balance_hosts", random.then(|| "random".into()))?;
    Ok(given)
}

fn host(host: &Host) -> Result<String, ConnectError> {
    match host {
        Host::Tcp(name) => Ok(name.clone()),
        #[cfg(unix)]
        Host::Unix(folder) => folder
            .to_str()
            .map(str::to_owned)
            .ok_or_else(|| ConnectError::settings("the folder of the socket is not UTF-8")),
    }
}

fn password(bytes: &[u8]) -> Result<String, ConnectError> {
    String::from_utf8(bytes.to_vec()).map_err(|_| ConnectError::settings("the password is not UTF-8"))
}

fn mode(mode: SslMode) -> &'static str {
    match mode {
        SslMode::Disable => "disable",
        SslMode::Prefer => "prefer",
        // Whatever else the driver may come to know is stricter.
        _ => "require",
    }
}

fn attrs(attrs: TargetSessionAttrs) -> &'static str {
    match attrs {
        TargetSessionAttrs::ReadWrite => "read-write",
        TargetSessionAttrs::ReadOnly => "read-only",
        _ => "any",
    }
}

fn binding(binding: ChannelBinding) -> &'static str {
    match binding {
        ChannelBinding::Disable => "disable",
        ChannelBinding::Require => "require",
        _ => "prefer",
    }
}
