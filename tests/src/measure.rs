//! What the benchmarks measure with: times that neighbours on the machine do not count in, memory, tables of figures.

use std::time::{Duration, Instant};

/// How long something took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Took {
    /// The time this thread was at work, where the system tells; what the clock on the wall says elsewhere.
    pub work: Duration,
    /// What the clock on the wall says.
    pub wall: Duration,
}

impl Took {
    /// Both in seconds.
    pub fn from_secs(work: f64, wall: f64) -> Self {
        Took { work: Duration::from_secs_f64(work), wall: Duration::from_secs_f64(wall) }
    }

    /// How many times as long this took as something else.
    pub fn times(self, other: Took) -> f64 {
        self.work.as_secs_f64() / other.work.as_secs_f64()
    }
}

/// The time of one run.
pub fn once(work: impl FnOnce()) -> Took {
    let (wall, before) = (Instant::now(), at_work());
    work();
    let wall = wall.elapsed();
    let work = at_work().zip(before).map_or(wall, |(now, before)| now.saturating_sub(before));
    Took { work, wall }
}

/// The shortest of some runs, for about a second. The system counts in ticks: what is short runs several times in a row.
pub fn best(mut work: impl FnMut()) -> Took {
    let started = Instant::now();
    let mut best = once(&mut work);
    let times = u32::try_from(100 / best.wall.as_millis().max(1)).unwrap_or(1).max(1);
    while started.elapsed() < Duration::from_secs(1) {
        let all = once(|| (0..times).for_each(|_| work()));
        let each = Took { work: all.work / times, wall: all.wall / times };
        best = if best.work.is_zero() { each } else { best.min(each) };
    }
    best
}

/// The time that this thread was at work so far.
fn at_work() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// The most memory this process ever had, in MB.
pub fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1024.0
}

/// A time as people read it.
pub fn shown(time: Duration) -> String {
    match time.as_secs_f64() {
        seconds if seconds >= 1.0 => format!("{seconds:.2} s"),
        seconds => format!("{:.1} ms", seconds * 1e3),
    }
}

/// How much longer this took than what went before.
pub fn growth(now: Took, before: Option<Took>) -> String {
    before.map_or(String::new(), |before| format!("{:.1}x", now.times(before)))
}

/// Prints a line of a table: the first column to the left, the others to the right.
pub fn line(widths: &[usize], cells: &[String]) {
    let mut out = String::new();
    for (at, (cell, width)) in cells.iter().zip(widths).enumerate() {
        out += &match at {
            0 => format!("{cell:<width$}"),
            _ => format!(" {cell:>width$}"),
        };
    }
    println!("{}", out.trim_end());
}
