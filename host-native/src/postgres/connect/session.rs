//! What a fresh connection tells of its server, and whether that is what `target_session_attrs` asks for.

use super::target::SessionAttrs;
use postgres::{Client, SimpleQueryMessage};

/// What a server says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// `server_version_num`, as 150004.
    pub version_num: u32,
    /// `version()`: who made it.
    pub version: String,
    /// Whether it follows another server.
    pub standby: bool,
    /// Whether it refuses writes, here and now.
    pub read_only: bool,
}

impl Session {
    /// What the server is, if it only speaks PostgreSQL's protocol.
    pub fn other_provider(&self) -> Option<&'static str> {
        const OTHERS: [(&str, &str); 4] = [
            ("CockroachDB", "CockroachDB"),
            ("Redshift", "Amazon Redshift"),
            ("Materialize", "Materialize"),
            ("QuestDB", "QuestDB"),
        ];
        OTHERS.iter().find(|(mark, _)| self.version.contains(mark)).map(|(_, name)| *name)
    }
}

/// Asks, in one round trip.
pub(super) fn ask(client: &mut Client) -> Result<Session, postgres::Error> {
    let answer = client.simple_query(
        "SELECT pg_catalog.current_setting('server_version_num'), pg_catalog.version(), \
         pg_catalog.pg_is_in_recovery(), pg_catalog.current_setting('transaction_read_only')",
    )?;
    let field = |at: usize| field(&answer, at);
    Ok(Session {
        version_num: field(0).parse().unwrap_or_default(),
        version: field(1).to_owned(),
        standby: field(2) == "t",
        read_only: field(3) == "on",
    })
}

/// Where a connection leads: the database, the server, the role.
pub(super) fn place(client: &mut Client) -> Result<(String, String, String), postgres::Error> {
    let answer = client.simple_query(
        "SELECT pg_catalog.current_database(), coalesce(host(pg_catalog.inet_server_addr()), 'this machine') || \
         coalesce(':' || pg_catalog.inet_server_port(), ''), current_user",
    )?;
    let field = |at: usize| field(&answer, at).to_owned();
    Ok((field(0), field(1), field(2)))
}

/// A field of the first row.
fn field(answer: &[SimpleQueryMessage], at: usize) -> &str {
    let row = answer.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => Some(row),
        _ => None,
    });
    row.and_then(|row| row.try_get(at).ok().flatten()).unwrap_or_default()
}

/// Why a server will not do; nothing if it does.
pub(super) fn unfit(session: &Session, attrs: SessionAttrs) -> Option<&'static str> {
    match attrs {
        SessionAttrs::ReadWrite if session.read_only => Some("the session is read-only"),
        SessionAttrs::ReadOnly if !session.read_only => Some("the session is not read-only"),
        SessionAttrs::Primary if session.standby => Some("the server is a standby"),
        SessionAttrs::Standby | SessionAttrs::PreferStandby if !session.standby => {
            Some("the server is no standby")
        }
        _ => None,
    }
}
