//! What earlier runs left unfinished. With the lock in hand nobody is at work, so a run that the journal calls running was
//! cut off. What is to be done about it is nothing special: the plan starts from what is there.

use super::fault::{Fault, Kind};
use super::journal;
use ::postgres::Client;

/// A run that was cut off.
struct CutOff {
    /// Its number.
    run: i64,
    /// What there is to tell of it, a sentence or two.
    story: String,
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

/// Tells of the runs that were cut off, each once. Only true while this session holds the lock. A role whose run keeps no
/// journal need not be able to read or write one.
///
/// # Errors
/// The server fails, or the role of a run that keeps a journal may not read or write it.
pub fn recover(client: &mut Client, keeps_journal: bool, tell: &mut dyn FnMut(&str)) -> Result<(), Fault> {
    let told = unfinished(client).and_then(|left| {
        left.iter().for_each(|cut_off| tell(&cut_off.story));
        if left.is_empty() { Ok(()) } else { settle(client, &left) }
    });
    match told {
        Err(fault) if !keeps_journal && fault.kind == Kind::Forbidden => Ok(()),
        told => told,
    }
}

/// The runs that were cut off.
fn unfinished(client: &mut Client) -> Result<Vec<CutOff>, Fault> {
    if !journal::exists(client)? {
        return Ok(Vec::new());
    }
    let rows = client.query(UNFINISHED, &[])?;
    Ok(rows.iter().map(|row| CutOff { run: row.get(0), story: row.get(1) }).collect())
}

/// Marks them as lost, so that they are told of once.
fn settle(client: &mut Client, runs: &[CutOff]) -> Result<(), Fault> {
    let numbers: Vec<i64> = runs.iter().map(|cut_off| cut_off.run).collect();
    client.execute(
        "UPDATE schemasync.runs SET state = 'lost', finished_at = clock_timestamp(),
            error = coalesce(error, 'cut off; found by a later run') WHERE id = ANY ($1) AND state = 'running'",
        &[&numbers],
    )?;
    Ok(())
}
