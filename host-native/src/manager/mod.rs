//! The library for Rust programs: [`SchemaManager`] makes a database what a [`Desired`] schema says, such as at the start of
//! a service or in its tests.
//!
//! `connection` (what a manager is made of) + [`desired`] (what is wanted: SQL, files, [`Model`]s) + [`options`] →
//! [`SchemaManager::plan`] and [`SchemaManager::sync_schema`], which do what the commands `plan` and `sync` do and stand
//! on the same engine, [`crate::live`].

mod connection;
pub mod desired;
pub mod options;

pub use connection::{Connection, Provider};
pub use desired::{Desired, Model};
pub use options::{PlanOptions, SyncOptions};

use crate::failure::Failure;
use crate::live::apply::{Job, apply};
use crate::live::journal::Author;
use crate::live::planned::{Planned, planned};
use crate::live::progress::{Event, Silent, Watch};
use crate::live::session::Session;
use crate::live::signals::Interrupt;
use crate::live::target::Target;
use crate::live::verify::Wanted;
use crate::live::{lock, recover, state};
use schemasync_core::model::Schema;
use schemasync_core::plan::SchemaChange;
use schemasync_core::plan::consent::Consent;

/// Plans and makes changes of one database's schema.
///
/// Blocking, as the driver it stands on ([`postgres`](https://docs.rs/postgres)): an async program calls it in
/// `spawn_blocking` or before its runtime starts.
///
/// ```no_run
/// use schemasync::{Desired, PlanOptions, SchemaManager, SyncOptions};
///
/// let mut manager = SchemaManager::new("postgres://app@localhost/shop")?;
/// let desired = Desired::sql("CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL);");
///
/// let planned = manager.plan(&desired, &PlanOptions::default())?;
/// for change in &planned.plan.changes {
///     println!("{}{}", change.description, if change.is_destructive { " (destroys data)" } else { "" });
/// }
///
/// let outcome = manager.sync_schema(&desired, SyncOptions { allow_destructive: false, ..SyncOptions::default() })?;
/// assert!(outcome.is_complete(), "held back, for they destroy data: {:?}", outcome.held_back);
/// # Ok::<(), schemasync::Error>(())
/// ```
#[derive(Debug)]
pub struct SchemaManager {
    session: Session,
    provider: Provider,
}

/// What [`SchemaManager::sync_schema`] did, or would do.
#[derive(Clone, Debug, Default)]
#[must_use = "changes that destroy data are held back without consent; is_complete() tells"]
pub struct SyncOutcome {
    /// The changes made; with `dry_run` those that would be.
    pub changes: Vec<SchemaChange>,
    /// The changes not made for want of consent, and those that hang on them.
    pub held_back: Vec<SchemaChange>,
    /// Their SQL.
    pub sql: String,
    /// How many statements were carried out; none with `dry_run`.
    pub steps: usize,
    /// The run's number in the journal (`schemasync.runs`), if it was kept.
    pub run: Option<i64>,
}

impl SyncOutcome {
    /// Whether the database is as desired, or with `dry_run` would be: nothing was held back.
    pub fn is_complete(&self) -> bool {
        self.held_back.is_empty()
    }
}

impl SchemaManager {
    /// A manager for a database: from a URL or `key=value` words (with `PG*` variables, `.pgpass` and the service file
    /// filling in what they leave open), a [`postgres::Config`], an open [`postgres::Client`], or what
    /// [`connect`](crate::postgres::connect) gives.
    ///
    /// ```
    /// use schemasync::SchemaManager;
    ///
    /// let error = SchemaManager::new("mysql://app@localhost/shop").unwrap_err();
    /// assert_eq!(error.message, "MySQL is not supported: Schema Sync works with PostgreSQL");
    /// ```
    ///
    /// # Errors
    /// If there is no connection, or the database is none that is supported; the error says what to do.
    pub fn new(connection: impl Connection) -> Result<Self, Failure> {
        let connected = connection.connected()?;
        crate::postgres::catalog::supported(&connected)?;
        Ok(SchemaManager { session: Session::of(connected)?, provider: Provider::PostgreSql })
    }

    /// What kind of database it is.
    pub fn provider(&self) -> Provider {
        self.provider
    }

    /// Where the connection leads, without its password: `shop at localhost:5432 as app`.
    pub fn target(&self) -> &str {
        &self.session.target
    }

    /// The connection, for other things in between. Its `search_path` is `public`.
    pub fn client(&mut self) -> &mut ::postgres::Client {
        &mut self.session.client
    }

    /// What ends a run early from another thread: what is not yet committed is rolled back.
    pub fn interrupt(&self) -> Interrupt {
        self.session.interrupt.clone()
    }

    /// The schema of the database as it is.
    ///
    /// # Errors
    /// If the role may not read something, or the connection is lost.
    pub fn inspect(&mut self) -> Result<Schema, Failure> {
        Ok(state::read(&mut self.session)?.schema)
    }

    /// What would have to be done, whatever it destroys. Changes nothing.
    ///
    /// # Errors
    /// If the desired schema has faults, the database cannot be read, or no way leads from one to the other.
    pub fn plan(&mut self, desired: &Desired, options: &PlanOptions) -> Result<Planned, Failure> {
        let target = desired.target(options)?;
        self.planned(&target, options, Consent::to_everything())
    }

    /// Makes the database what is desired, as `schemasync sync --yes` does: one transaction where it can be, the outcome
    /// compared with what is desired before it is committed. Changes that destroy data are held back without consent,
    /// while all others are made: look at [`SyncOutcome::held_back`].
    ///
    /// # Errors
    /// As [`plan`](Self::plan); if another run is under way; if a statement fails. The error says what took effect.
    pub fn sync_schema(&mut self, desired: &Desired, options: SyncOptions) -> Result<SyncOutcome, Failure> {
        self.sync_schema_telling(desired, options, &mut Silent)
    }

    /// The same, telling somebody of each step.
    ///
    /// # Errors
    /// As [`sync_schema`](Self::sync_schema).
    pub fn sync_schema_telling(
        &mut self,
        desired: &Desired,
        options: SyncOptions,
        watch: &mut dyn Watch,
    ) -> Result<SyncOutcome, Failure> {
        let target = desired.target(&options.plan)?;
        let consent = options.consent()?;
        if options.dry_run {
            let planned = self.planned(&target, &options.plan, consent)?;
            return Ok(outcome(planned));
        }
        let waiting =
            |holder: &str| watch.tell(Event::Note(&format!("waiting for another run to end: {holder}")));
        lock::take(&mut self.session, options.lock_wait, &mut { waiting })?;
        let done = self.locked(&target, &options, consent, watch);
        lock::release(&mut self.session);
        done
    }

    /// With the lock in hand: nobody else changes the schema.
    fn locked(
        &mut self,
        target: &Target,
        options: &SyncOptions,
        consent: Consent,
        watch: &mut dyn Watch,
    ) -> Result<SyncOutcome, Failure> {
        let mut tell = |story: &str| watch.tell(Event::Note(story));
        recover::recover(&mut self.session.client, options.journal, &mut tell)?;
        let planned = self.planned(target, &options.plan, consent)?;
        if planned.is_empty() {
            return Ok(outcome(planned));
        }
        let author = Author::default();
        let job = Job {
            plan: &planned.plan,
            wanted: Wanted { desired: &planned.desired, scope: &planned.scope, manage: planned.manage },
            fingerprints: &planned.fingerprints,
            author: options.journal.then_some(&author),
        };
        let done = apply(&mut self.session, &job, &options.limits(), watch)?;
        Ok(SyncOutcome { steps: done.steps, run: done.run, ..outcome(planned) })
    }

    fn planned(
        &mut self,
        target: &Target,
        options: &PlanOptions,
        consent: Consent,
    ) -> Result<Planned, Failure> {
        let mut state = state::read(&mut self.session)?;
        planned(&mut self.session, &mut state, target, &options.wishes(consent))
    }
}

fn outcome(planned: Planned) -> SyncOutcome {
    SyncOutcome {
        sql: planned.plan.sql(),
        changes: planned.plan.changes,
        held_back: planned.held_back,
        ..SyncOutcome::default()
    }
}
