//! Trying again: which troubles pass by themselves, and how long to wait between tries.

use super::error::{ConnectError, Trouble};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// For how long a server that starts up or is full is tried again when nobody asked to wait.
const BUSY: Duration = Duration::from_secs(5);
/// Between the first two tries; twice as long each time.
const FIRST: Duration = Duration::from_millis(100);
/// Never longer than this.
const LONGEST: Duration = Duration::from_secs(3);

/// Tries until it works, the trouble is not one that passes, or the time is over.
pub(super) fn retrying<T>(
    wait: Duration,
    tell: &mut dyn FnMut(&str),
    mut attempt: impl FnMut() -> Result<T, ConnectError>,
) -> Result<T, ConnectError> {
    let started = Instant::now();
    let mut pause = FIRST;
    loop {
        let error = match attempt() {
            Ok(done) => return Ok(done),
            Err(error) => error,
        };
        let patience = match error.trouble {
            Trouble::Busy => wait.max(BUSY),
            Trouble::Unreachable | Trouble::WrongKind => wait,
            Trouble::Settings | Trouble::Refused | Trouble::Tls => Duration::ZERO,
        };
        let left = patience.saturating_sub(started.elapsed());
        if left.is_zero() {
            return Err(error);
        }
        if pause == FIRST {
            tell(&format!("{}; trying again for {} s", error.message, patience.as_secs_f64()));
        }
        std::thread::sleep(pause.min(left));
        pause = (pause * 2).min(LONGEST);
    }
}

/// Puts a list in an order that differs from run to run.
pub(super) fn shuffle<T>(list: &mut [T]) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let mut seed = u64::from(now.subsec_nanos()) | 1;
    for end in (1..list.len()).rev() {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let at = usize::try_from(seed % (end as u64 + 1)).unwrap_or_default();
        list.swap(at, end);
    }
}
