//! What earlier runs left unfinished. With the lock in hand nobody is at work, so a run that the journal calls running was
//! cut off. What is to be done about it is nothing special: the plan starts from what is there.

use super::fault::Fault;
use super::journal;
use ::postgres::Client;

/// A run that was cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutOff {
    /// Its number.
    pub run: i64,
    /// What there is to tell of it, a sentence or two.
    pub story: String,
}

const UNFINISHED: &str = "
    SELECT r.id,
        format('run %s of %s, begun %s, was cut off. ', r.id, r.role, to_char(r.started_at, 'YYYY-MM-DD HH24:MI:SS TZ'))
        || CASE WHEN s.done = 0 THEN 'None of its ' || s.steps || ' steps took effect'
                WHEN s.done = s.steps THEN 'All of its ' || s.steps || ' steps took effect'
                ELSE 'Of its ' || s.steps || ' steps the first ' || s.done || ' took effect' END
        || coalesce('; step ' || s.open || ' was under way and may have: ' || s.statement, '')
    FROM schemasync.runs r CROSS JOIN LATERAL (
        SELECT count(*) AS steps, count(*) FILTER (WHERE state = 'done') AS done,
            min(number) FILTER (WHERE state = 'running') AS open,
            min(split_part(statement, E'\\n', 1)) FILTER (WHERE state = 'running') AS statement
        FROM schemasync.steps WHERE run = r.id) s
    WHERE r.state = 'running' ORDER BY r.id";

/// The runs that were cut off. Only true while this session holds the lock.
///
/// # Errors
/// The server fails, or the role may not read the journal.
pub fn unfinished(client: &mut Client) -> Result<Vec<CutOff>, Fault> {
    if !journal::exists(client)? {
        return Ok(Vec::new());
    }
    let rows = client.query(UNFINISHED, &[])?;
    Ok(rows.iter().map(|row| CutOff { run: row.get(0), story: row.get(1) }).collect())
}

/// Marks them as lost, so that they are told of once.
///
/// # Errors
/// The server fails, or the role may not write the journal.
pub fn settle(client: &mut Client, runs: &[CutOff]) -> Result<(), Fault> {
    let numbers: Vec<i64> = runs.iter().map(|cut_off| cut_off.run).collect();
    client.execute(
        "UPDATE schemasync.runs SET state = 'lost', finished_at = clock_timestamp(),
            error = coalesce(error, 'cut off; found by a later run') WHERE id = ANY ($1) AND state = 'running'",
        &[&numbers],
    )?;
    Ok(())
}
