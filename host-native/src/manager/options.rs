//! What a program may say about a plan and its making; as the options of the commands `plan` and `sync`.

use crate::failure::Failure;
use crate::live::planned::{Online, Wishes};
use crate::live::timeouts::Limits;
use schemasync_core::options::{Manage, Rename};
use schemasync_core::plan::consent::{Consent, KINDS};
use schemasync_core::scope::Scope;
use std::time::Duration;

/// How to compare and plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanOptions {
    /// The database schemas that count; if none is named, those that the desired schema mentions.
    pub schemas: Vec<String>,
    /// Everything in the database counts: what the desired schema does not mention is to go.
    pub whole_database: bool,
    /// Patterns of what to leave alone, as `public.tmp_*`.
    pub ignore: Vec<String>,
    /// Renames, old and new name: `("orders.note", "remark")`. None is ever guessed.
    pub renames: Vec<(String, String)>,
    /// Where to take longer ways that keep the application running.
    pub online: Online,
    /// Manage owners even of what the desired schema says nothing of.
    pub manage_owners: bool,
    /// Manage privileges even of what the desired schema says nothing of.
    pub manage_grants: bool,
}

/// How to make a database what is desired.
///
/// ```
/// use schemasync::{PlanOptions, SyncOptions};
///
/// let options = SyncOptions {
///     dry_run: true,
///     plan: PlanOptions { ignore: vec!["public.tmp_*".into()], ..PlanOptions::default() },
///     ..SyncOptions::default()
/// };
/// assert!(!options.allow_destructive && options.journal);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyncOptions {
    /// Make every change, whatever data it destroys.
    pub allow_destructive: bool,
    /// Make changes of these kinds even if they destroy data: `drop_table`, `drop_column`, `alter_column`, ...
    pub allow: Vec<String>,
    /// Only say what would be done.
    pub dry_run: bool,
    /// How to compare and plan.
    pub plan: PlanOptions,
    /// Keep a record of the run in the database (schema `schemasync`).
    pub journal: bool,
    /// How long to wait for another run on the same database.
    pub lock_wait: Duration,
    /// How long a step waits for a lock before all is rolled back and tried again later.
    pub lock_timeout: Duration,
    /// How often that is tried again.
    pub lock_retries: u32,
    /// How long a step may run. Unless said, only those that block a table and should be quick are limited.
    pub statement_timeout: Option<Duration>,
}

impl Default for SyncOptions {
    fn default() -> Self {
        let limits = Limits::default();
        SyncOptions {
            allow_destructive: false,
            allow: Vec::new(),
            dry_run: false,
            plan: PlanOptions::default(),
            journal: true,
            lock_wait: limits.lock_wait,
            lock_timeout: limits.lock_timeout,
            lock_retries: limits.lock_retries,
            statement_timeout: limits.statement_timeout,
        }
    }
}

impl PlanOptions {
    pub(super) fn scope(&self) -> Scope {
        Scope { schemas: self.schemas.clone(), ignore: self.ignore.clone(), ..Scope::default() }
    }

    pub(super) fn wishes(&self, consent: Consent) -> Wishes {
        let rename = |(from, to): &(String, String)| Rename { from: from.clone(), to: to.clone() };
        Wishes {
            renames: self.renames.iter().map(rename).collect(),
            manage: Manage { owners: self.manage_owners, grants: self.manage_grants },
            online: self.online,
            consent,
        }
    }
}

impl SyncOptions {
    pub(super) fn consent(&self) -> Result<Consent, Failure> {
        match self.allow.iter().find(|kind| !KINDS.contains(&kind.as_str())) {
            Some(kind) => Err(Failure::new(format!("there is no kind of change `{kind}` to allow"))
                .help(format!("the kinds are {}", KINDS.join(", ")))),
            None => Ok(Consent {
                everything: self.allow_destructive,
                kinds: self.allow.iter().cloned().collect(),
            }),
        }
    }

    pub(super) fn limits(&self) -> Limits {
        Limits {
            lock_timeout: self.lock_timeout,
            statement_timeout: self.statement_timeout,
            lock_retries: self.lock_retries,
            lock_wait: self.lock_wait,
        }
    }
}
