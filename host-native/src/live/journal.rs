//! The audit trail in the database: a row a run, a row a step, in a schema of our own that no comparison sees.
//!
//! What a transaction does is marked as done inside it, so that both are there or neither: after a crash or a lost
//! connection the journal says which transactions were committed.

use super::fault::Fault;
use super::secrets;
use crate::failure::Failure;
use ::postgres::{Client, GenericClient};
use schemasync_core::pair::Pair;
use schemasync_core::plan::Plan;
use std::time::Duration;

/// The schema that the journal lives in.
pub const SCHEMA: &str = schemasync_core::side::JOURNAL;

const TABLES: &str = "
    CREATE SCHEMA IF NOT EXISTS schemasync;
    COMMENT ON SCHEMA schemasync IS 'The journal of Schema Sync, version 1';
    CREATE TABLE IF NOT EXISTS schemasync.runs (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'failed', 'lost')),
        started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        finished_at timestamptz,
        role text NOT NULL DEFAULT current_user,
        login text NOT NULL DEFAULT session_user,
        client_address inet DEFAULT inet_client_addr(),
        client_host text,
        client_user text,
        process integer NOT NULL DEFAULT pg_backend_pid(),
        tool text NOT NULL,
        scope text[] NOT NULL,
        fingerprint_before text NOT NULL,
        fingerprint_wanted text NOT NULL,
        fingerprint_after text,
        error text
    );
    CREATE TABLE IF NOT EXISTS schemasync.steps (
        run bigint NOT NULL REFERENCES schemasync.runs ON DELETE CASCADE,
        number integer NOT NULL,
        transaction integer NOT NULL,
        object text NOT NULL,
        statement text NOT NULL,
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'running', 'done', 'failed')),
        started_at timestamptz,
        duration interval,
        error text,
        PRIMARY KEY (run, number)
    );";

/// The record of one run.
#[derive(Debug)]
pub struct Journal {
    /// The run's number.
    pub run: i64,
}

/// Who makes a run, as far as the server does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The program with its version.
    pub tool: String,
    /// The machine.
    pub host: Option<String>,
    /// The user of the system.
    pub user: Option<String>,
}

impl Default for Author {
    fn default() -> Self {
        let said =
            |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok()).filter(|v| !v.is_empty());
        let kernel = std::fs::read_to_string("/proc/sys/kernel/hostname").ok();
        Author {
            tool: crate::TOOL.to_owned(),
            host: kernel.map(|name| name.trim().to_owned()).or_else(|| said(&["HOSTNAME", "COMPUTERNAME"])),
            user: said(&["USER", "LOGNAME", "USERNAME"]),
        }
    }
}

impl Journal {
    /// Opens the record of a run, with its steps, none of them begun. Committed at once.
    ///
    /// # Errors
    /// The role may not make or write the journal; the server fails.
    pub fn open(
        client: &mut Client,
        plan: &Plan,
        scope: &[String],
        fingerprints: &Pair<String>,
        author: &Author,
    ) -> Result<Self, Failure> {
        Self::write(client, plan, scope, fingerprints, author).map_err(|fault| {
            Failure::new(format!("cannot write the journal of this run: {}", fault.message))
                .help("have the role granted CREATE on the database, or on the schema schemasync; or go without: --no-journal")
        })
    }

    fn write(
        client: &mut Client,
        plan: &Plan,
        scope: &[String],
        fingerprints: &Pair<String>,
        author: &Author,
    ) -> Result<Self, Fault> {
        if !exists(client)? {
            client.batch_execute(&format!("BEGIN; {TABLES}; COMMIT")).inspect_err(|_| {
                let _ = client.batch_execute("ROLLBACK");
            })?;
        }
        let mut transaction = client.transaction()?;
        let run = transaction.query_one(
            "INSERT INTO schemasync.runs (tool, client_host, client_user, scope, fingerprint_before, fingerprint_wanted)
             VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
            &[&author.tool, &author.host, &author.user, &scope, &fingerprints.current, &fingerprints.desired],
        )?;
        let run: i64 = run.get(0);
        let (mut within, mut objects, mut statements) = (Vec::new(), Vec::new(), Vec::new());
        for (number, part) in (1_i32..).zip(&plan.transactions) {
            for step in &part.steps {
                within.push(number);
                objects.push(step.object.to_string());
                statements.push(secrets::without(step));
            }
        }
        transaction.execute(
            "INSERT INTO schemasync.steps (run, number, transaction, object, statement)
             SELECT $1, number, transaction, object, statement
             FROM unnest($2::integer[], $3::text[], $4::text[]) WITH ORDINALITY AS s (transaction, object, statement, number)",
            &[&run, &within, &objects, &statements],
        )?;
        transaction.commit()?;
        Ok(Journal { run })
    }

    /// Marks steps as done, the first of them with its number from 1 and how long each took. Inside their transaction.
    ///
    /// # Errors
    /// The server fails.
    pub fn done(&self, client: &mut Client, first: usize, took: &[Duration]) -> Result<(), Fault> {
        let first = i32::try_from(first).unwrap_or(i32::MAX);
        let seconds: Vec<f64> = took.iter().map(Duration::as_secs_f64).collect();
        client.execute(
            "UPDATE schemasync.steps SET state = 'done', duration = make_interval(secs => took),
                started_at = coalesce(started_at, clock_timestamp() - make_interval(secs => total))
             FROM (SELECT took, $2 - 1 + ordinality AS number, sum(took) OVER (ORDER BY ordinality DESC) AS total
                   FROM unnest($3::double precision[]) WITH ORDINALITY AS t (took, ordinality)) AS t
             WHERE run = $1 AND steps.number = t.number",
            &[&self.run, &first, &seconds],
        )?;
        Ok(())
    }

    /// Marks a step as begun that no transaction protects. Committed at once.
    ///
    /// # Errors
    /// The server fails.
    pub fn begins(&self, client: &mut Client, number: usize) -> Result<(), Fault> {
        let number = i32::try_from(number).unwrap_or(i32::MAX);
        client.execute(
            "UPDATE schemasync.steps SET state = 'running', started_at = clock_timestamp() WHERE run = $1 AND number = $2",
            &[&self.run, &number],
        )?;
        Ok(())
    }

    /// Closes the record of a run that went well. Inside its last transaction, if it has one.
    ///
    /// # Errors
    /// The server fails.
    pub fn close(&self, client: &mut Client, fingerprint: &str) -> Result<(), Fault> {
        client.execute(
            "UPDATE schemasync.runs SET state = 'done', finished_at = clock_timestamp(), fingerprint_after = $2 WHERE id = $1",
            &[&self.run, &fingerprint],
        )?;
        Ok(())
    }

    /// Closes the record of a run that failed, at a step or without one.
    ///
    /// # Errors
    /// The server fails.
    pub fn fail(&self, client: &mut Client, step: Option<usize>, error: &str) -> Result<(), Fault> {
        let number = step.and_then(|step| i32::try_from(step).ok());
        client.execute(
            "UPDATE schemasync.steps SET state = 'failed', error = $3,
                duration = clock_timestamp() - started_at WHERE run = $1 AND number = $2",
            &[&self.run, &number, &error],
        )?;
        client.execute(
            "UPDATE schemasync.runs SET state = 'failed', finished_at = clock_timestamp(), error = $2 WHERE id = $1",
            &[&self.run, &error],
        )?;
        Ok(())
    }
}

/// Whether there is a journal.
///
/// # Errors
/// The server fails.
pub fn exists(client: &mut impl GenericClient) -> Result<bool, Fault> {
    let sql = "SELECT to_regclass('schemasync.steps') IS NOT NULL";
    Ok(client.query_one(sql, &[])?.get(0))
}
