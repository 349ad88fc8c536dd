//! From what is there and what is wanted to a plan, as far as the user agrees, bound to the states it leads from and to.

use super::fault::{self, Fault};
use super::session::Session;
use super::settle;
use super::state::State;
use super::target::Target;
use crate::failure::Failure;
use schemasync_core::diagnostic::Level;
use schemasync_core::estimate::Estimates;
use schemasync_core::model::{Kind, ObjectId, Schema};
use schemasync_core::options::{Manage, Options, Rename};
use schemasync_core::pair::Pair;
use schemasync_core::plan::consent::{Consent, Consented};
use schemasync_core::plan::{Plan, SchemaChange};
use schemasync_core::plan_file::PlanFile;
use schemasync_core::scope::Scope;
use schemasync_core::{canonical, plan_consented, snapshot};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the user says on how to get there.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// `--rename old=new`.
    pub renames: Vec<Rename>,
    /// What is managed everywhere.
    pub manage: Manage,
    /// Where to take the longer ways that keep the application running.
    pub online: Online,
    /// What may be destroyed.
    pub consent: Consent,
}

/// Where to take the longer ways that keep the application running.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Online {
    /// On tables that hold rows.
    #[default]
    WithRows,
    /// On every table that is there.
    Always,
    /// Nowhere: one transaction where it can be.
    Never,
}

/// A plan for one database.
#[derive(Clone, Debug, Default)]
pub struct Planned {
    /// What is done.
    pub plan: Plan,
    /// What is not done for want of consent.
    pub held_back: Vec<SchemaChange>,
    /// The state it leads to, as far as the scope goes.
    pub desired: Arc<Schema>,
    /// What of the database counts.
    pub scope: Scope,
    /// What is managed everywhere.
    pub manage: Manage,
    /// The fingerprints of the states it leads from and to. Empty where there is nothing to do, until asked for by
    /// [`Planned::bind`].
    pub fingerprints: Pair<String>,
    /// How large the tables are.
    pub estimates: Estimates,
}

impl Planned {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.plan.transactions.is_empty()
    }

    /// Sees to it that the fingerprints are there, whether there is something to do or not.
    pub fn bind(&mut self, state: &State) {
        if self.fingerprints.current.is_empty() {
            let desired = snapshot::fingerprint(&canonical(&self.desired));
            self.fingerprints = Pair::new(fingerprint(state, &self.scope), desired);
        }
    }

    /// What was saved.
    pub fn from_file(file: PlanFile, estimates: Estimates) -> Self {
        Planned {
            plan: file.plan,
            held_back: file.held_back,
            desired: Arc::new(file.desired),
            scope: file.bound.scope,
            manage: file.bound.manage,
            fingerprints: file.fingerprints,
            estimates,
        }
    }
}

/// The fingerprint of what a scope sees of a database.
pub fn fingerprint(state: &State, scope: &Scope) -> String {
    snapshot::fingerprint(&canonical(&scope.limit(state.schema.clone())))
}

/// Makes the plan. The server is asked what the core cannot decide by itself. What does not count of the state is left
/// out of it.
///
/// # Errors
/// The plan has faults; the server cannot be asked which tables are empty.
pub fn planned(
    session: &mut Session,
    state: &mut State,
    target: &Target,
    wishes: &Wishes,
) -> Result<Planned, Failure> {
    let mut current = target.scope.limit(std::mem::take(&mut state.schema));
    let desired = target.desired(&current);
    known(&target.scope.schemas, Pair::new(&current, &desired))?;
    let mut options = Options {
        renames: wishes.renames.clone(),
        directives: target.renames.clone(),
        manage: wishes.manage,
        online: wishes.online != Online::Never,
        server: Some(session.version),
        ..Options::default()
    };
    let mut compared = settle::compared(Pair::new(&current, &desired), &options);
    options.answers = settle::answers(session, &compared.questions)?;
    compared.swap(&mut current);
    let mut made = plan_consented(Pair::new(&current, &desired), &options, &wishes.consent);
    if wishes.online == Online::WithRows && !made.plan.transactions.is_empty() {
        options.empty = empty(session, &made, &current)?;
        if !options.empty.is_empty() {
            made = plan_consented(Pair::new(&current, &desired), &options, &wishes.consent);
        }
    }
    schemasync_core::clean_up(&mut made.plan, &left_behind(session, state, target, &made.desired)?);
    let faults = made.plan.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
    let said: Vec<&str> = faults.map(|diagnostic| diagnostic.message.as_str()).collect();
    if !said.is_empty() {
        return Err(Failure::new(said.join("\n  ")));
    }
    let Consented { plan, held_back, desired: reached } = made;
    let reached = match reached {
        Cow::Owned(reached) => Some(reached),
        Cow::Borrowed(_) => None,
    };
    let desired = match (reached, desired) {
        (Some(reached), _) | (None, Cow::Owned(reached)) => Arc::new(reached),
        (None, Cow::Borrowed(_)) => target.schema.clone(),
    };
    // As it was read, without the words of the desired side.
    compared.swap(&mut current);
    let fingerprints = match plan.transactions.is_empty() {
        true => Pair::default(),
        false => Pair::new(&current, desired.as_ref()).map(|side| snapshot::fingerprint(&canonical(side))),
    };
    state.schema = current;
    Ok(Planned {
        plan,
        held_back,
        desired,
        scope: target.scope.clone(),
        manage: wishes.manage,
        fingerprints,
        estimates: state.estimates.clone(),
    })
}

/// A schema that neither side knows is a slip: nothing would ever differ.
fn known(names: &[String], sides: Pair<&Schema>) -> Result<(), Failure> {
    let lives = |schema: &Schema, name: &str| {
        schema.objects.keys().any(|id| id.schema == name || id.kind == Kind::Schema && id.name == name)
    };
    let unknown =
        |name: &&String| *name != "public" && !lives(sides.desired, name) && !lives(sides.current, name);
    match names.iter().find(unknown) {
        Some(name) => Err(Failure::new(format!(
            "neither the database nor the wanted schema has anything in a schema `{name}`"
        ))
        .help("--schema takes a name as it is, without quotes or patterns")),
        None => Ok(()),
    }
}

const EMPTY: &str = "
    WITH RECURSIVE family (space, name, oid) AS (
        SELECT n.nspname, c.relname, c.oid FROM unnest($1::text[], $2::text[]) AS t (space, name)
        JOIN pg_namespace n ON n.nspname = t.space JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = t.name
        WHERE c.relkind IN ('r', 'p', 'm')
        UNION SELECT space, name, inhrelid FROM family JOIN pg_inherits ON inhparent = family.oid
    )
    SELECT space::text, name::text FROM family GROUP BY space, name HAVING coalesce(sum(pg_relation_size(oid)), 0) = 0";

/// Which of the tables that a plan changes hold nothing, nor do their children.
fn empty(
    session: &mut Session,
    made: &Consented<'_>,
    current: &Schema,
) -> Result<BTreeSet<ObjectId>, Failure> {
    let touched = made.plan.steps().flat_map(|step| {
        let locked = step.locks.iter().map(|lock| &lock.on);
        locked.chain(&step.rewrites).chain(&step.scans)
    });
    let tables: BTreeSet<&ObjectId> =
        touched.filter(|id| matches!(id.kind, Kind::Table | Kind::View) && current.contains(id)).collect();
    if tables.is_empty() {
        return Ok(BTreeSet::new());
    }
    let schemas: Vec<&str> = tables.iter().map(|id| id.schema.as_str()).collect();
    let names: Vec<&str> = tables.iter().map(|id| id.name.as_str()).collect();
    let client = &mut session.client;
    let asked = session.interrupt.during(|| {
        client.batch_execute("BEGIN; SET LOCAL lock_timeout = '2s'")?;
        let asked = client.query(EMPTY, &[&schemas, &names]);
        client.batch_execute("ROLLBACK")?;
        asked
    });
    let rows = match asked.map_err(Fault::from) {
        // Whoever holds a table for that long may be filling it.
        Err(fault) if fault.kind == fault::Kind::Busy => return Ok(BTreeSet::new()),
        Err(_) if session.interrupt.asked() => return Err(Failure::new("interrupted; nothing was changed")),
        asked => asked?,
    };
    let found: BTreeSet<(String, String)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    let is_empty = |id: &ObjectId| found.contains(&(id.schema.clone(), id.name.clone()));
    Ok(tables.into_iter().filter(|id| is_empty(id)).cloned().collect())
}

/// The indexes that failed builds left on tables that stay, unless somebody is building them right now.
fn left_behind(
    session: &mut Session,
    state: &State,
    target: &Target,
    desired: &Schema,
) -> Result<Vec<(ObjectId, ObjectId)>, Failure> {
    let counts = |id: &ObjectId| target.scope.schemas.is_empty() || target.scope.schemas.contains(&id.schema);
    let left: Vec<_> =
        state.invalid.iter().filter(|(index, on)| counts(index) && desired.contains(on)).cloned().collect();
    if left.is_empty() {
        return Ok(left);
    }
    let sql = "SELECT n.nspname::text, c.relname::text, p.pid FROM pg_stat_progress_create_index p
        JOIN pg_class c ON c.oid = p.index_relid JOIN pg_namespace n ON n.oid = c.relnamespace";
    for row in session.client.query(sql, &[]).map_err(Fault::from)? {
        let (schema, name, process): (String, String, i32) = (row.get(0), row.get(1), row.get(2));
        if left.iter().any(|(index, _)| index.schema == schema && index.name == name) {
            return Err(Failure::new(format!(
                "the index {schema}.{name} is being built by process {process}"
            ))
            .help("run this again when it is there"));
        }
    }
    Ok(left)
}
