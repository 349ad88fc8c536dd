//! How long a step may wait for a lock, and how long it may run. Waiting for a strong lock holds up everybody who comes
//! after, so it is short and done again; a step that holds one without having to read a table should be quick.

use schemasync_core::plan::{Step, Transactional};
use std::time::Duration;

/// What the user allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long a statement waits for a lock.
    pub lock_timeout: Duration,
    /// How long a statement may run; `None`: only those that should be quick are limited, to [`QUICK`].
    pub statement_timeout: Option<Duration>,
    /// How often a transaction that did not get its locks is begun again.
    pub lock_retries: u32,
    /// How long to wait for another run on the same database.
    pub lock_wait: Duration,
}

/// How long a step may take that neither reads nor rewrites a table.
pub const QUICK: Duration = Duration::from_secs(60);
/// The longest pause between two tries.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

impl Default for Limits {
    fn default() -> Self {
        Limits {
            lock_timeout: Duration::from_secs(3),
            statement_timeout: None,
            lock_retries: 10,
            lock_wait: Duration::from_secs(10),
        }
    }
}

/// `lock_timeout` and `statement_timeout` of a statement; zero is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timeouts {
    /// For a lock.
    pub lock: Duration,
    /// For all of it.
    pub statement: Duration,
}

impl Limits {
    /// For a step.
    pub fn of(&self, step: &Step) -> Timeouts {
        let blocks = step.locks.iter().any(|lock| !is_weak(&lock.mode));
        let slow = !step.rewrites.is_empty() || !step.scans.is_empty();
        let quick = if blocks && !slow { QUICK } else { Duration::ZERO };
        Timeouts {
            // What runs concurrently waits for old transactions, and nobody who reads or writes waits for it.
            lock: if step.transactional == Transactional::No { Duration::ZERO } else { self.lock_timeout },
            statement: self.statement_timeout.unwrap_or(quick),
        }
    }

    /// The pause before a try, the first retry being number 1: longer each time, up to half a minute.
    pub fn pause(&self, retry: u32) -> Duration {
        let factor = 1_u32.checked_shl(retry.saturating_sub(1)).unwrap_or(u32::MAX);
        Duration::from_millis(250).saturating_mul(factor).min(LONGEST_PAUSE)
    }
}

impl Timeouts {
    /// The statement that makes them hold, `LOCAL` to a transaction or for the session.
    pub fn sql(&self, local: bool) -> String {
        let word = if local { "SET LOCAL" } else { "SET" };
        format!(
            "{word} lock_timeout = {}; {word} statement_timeout = {}",
            self.lock.as_millis(),
            self.statement.as_millis()
        )
    }
}

/// Whether a lock lets rows be read and written meanwhile.
fn is_weak(mode: &str) -> bool {
    matches!(mode, "ACCESS SHARE" | "ROW SHARE" | "ROW EXCLUSIVE" | "SHARE UPDATE EXCLUSIVE")
}

#[cfg(test)]
mod tests {
    use super::*;
    use schemasync_core::model::ObjectId;
    use schemasync_core::plan::Verb;

    #[test]
    fn limits_by_step() {
        let table = ObjectId::table("public", "t");
        let step = |mode: &str| Step::new(Verb::Alter, &table, "x").lock(mode, &table);
        let limits = Limits::default();
        let seconds = |step: Step| (limits.of(&step).lock.as_secs(), limits.of(&step).statement.as_secs());
        assert_eq!(seconds(step("ACCESS EXCLUSIVE")), (3, 60));
        assert_eq!(seconds(step("ACCESS EXCLUSIVE").rewrites(&table)), (3, 0));
        assert_eq!(seconds(step("SHARE").scans(&table)), (3, 0));
        assert_eq!(seconds(step("SHARE UPDATE EXCLUSIVE").transactional(Transactional::No)), (0, 0));
        assert_eq!(seconds(Step::new(Verb::Create, &table, "x")), (3, 0));
    }

    #[test]
    fn pauses_grow() {
        let pauses: Vec<_> = (1..10).map(|retry| Limits::default().pause(retry).as_millis()).collect();
        assert_eq!(pauses, [250, 500, 1000, 2000, 4000, 8000, 16000, 30000, 30000]);
        assert_eq!(Limits::default().pause(99), LONGEST_PAUSE);
    }
}
