//! Two runs on one database keep apart by an advisory lock. It is asked for again and again rather than waited for: a
//! session that waits inside a statement holds a snapshot, which a concurrent index build of the other would wait for.

use super::fault::Fault;
use super::session::Session;
use crate::failure::Failure;
use std::time::{Duration, Instant};

/// The lock's class: `SYNC` in ASCII.
const CLASS: i32 = 0x5359_4e43;
/// What of the database is locked: all of it.
const WHOLE: i32 = 0;
/// How long between two tries at most.
const PAUSE: Duration = Duration::from_millis(500);

/// Who holds the lock, as far as this role may see.
const HOLDER: &str = "SELECT format('%s (process %s of %s%s, connected since %s)',
        coalesce(nullif(a.application_name, ''), 'somebody'), l.pid, coalesce(a.usename, '?'),
        coalesce(' from ' || a.client_addr, ''), to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS TZ'))
    FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'advisory' AND l.classid::bigint = $1 AND l.objid::bigint = $2 AND l.granted
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

/// Makes the session ready for changes and takes the lock, waiting up to `wait`. `waiting` is told who holds it when it is not free at once.
///
/// # Errors
/// Somebody holds it for longer than that; somebody wants an end; the server fails.
pub fn take(session: &mut Session, wait: Duration, waiting: &mut dyn FnMut(&str)) -> Result<(), Failure> {
    session.for_changes()?;
    let started = Instant::now();
    let mut pause = Duration::from_millis(20);
    let mut told = false;
    loop {
        if free(session).map_err(Failure::from)? {
            return Ok(());
        }
        let holder = holder(session).map_err(Failure::from)?;
        if started.elapsed() >= wait {
            let seconds = wait.as_secs_f32();
            return Err(Failure::new(format!(
                "another run is under way on {}, and did not end within {seconds} s: {holder}",
                session.target
            ))
            .help("wait for it to end, or give it more time with --lock-wait"));
        }
        if !std::mem::replace(&mut told, true) {
            waiting(&holder);
        }
        if !session.interrupt.sleep(pause.min(wait.saturating_sub(started.elapsed()))) {
            return Err(Failure::new("interrupted while waiting for another run; nothing was changed"));
        }
        pause = (pause * 2).min(PAUSE);
    }
}

/// Gives the lock back. It goes with the connection anyway.
pub fn release(session: &mut Session) {
    let _ = session.client.execute("SELECT pg_advisory_unlock($1, $2)", &[&CLASS, &WHOLE]);
}

fn free(session: &mut Session) -> Result<bool, Fault> {
    Ok(session.client.query_one("SELECT pg_try_advisory_lock($1, $2)", &[&CLASS, &WHOLE])?.get(0))
}

fn holder(session: &mut Session) -> Result<String, Fault> {
    let rows = session.client.query(HOLDER, &[&i64::from(CLASS), &i64::from(WHOLE)])?;
    Ok(rows.first().map_or_else(|| "somebody".into(), |row| row.get(0)))
}
