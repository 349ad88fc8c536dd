//! How large things are, as a server guesses without looking, and what follows for how long a step takes. Rough on
//! purpose: the words say `~`. Where the numbers come from is the business of whoever asked a server.

use crate::collections::BTreeMap;
use crate::model::ObjectId;
use serde::Serialize;

/// Sizes by relation. What is not in it is not known.
pub type Estimates = BTreeMap<ObjectId, Size>;

/// How large a relation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Size {
    /// Rows, where the server has counted them once.
    pub rows: Option<u64>,
    /// Bytes on disk, with indexes and what is stored out of line.
    pub bytes: u64,
}

/// Bytes a second that a table is rewritten with, its indexes too: a busy machine, an idle one.
const REWRITE: (u64, u64) = (20_000_000, 100_000_000);
/// Bytes a second that a table is read with.
const SCAN: (u64, u64) = (100_000_000, 1_000_000_000);

impl Size {
    /// `~12 GB`.
    pub fn bytes(&self) -> String {
        let units = ["bytes", "kB", "MB", "GB", "TB"];
        let (mut value, mut unit) = (self.bytes, 0);
        let mut rest = 0;
        while value >= 1000 && unit + 1 < units.len() {
            (value, rest, unit) = (value / 1000, value % 1000 / 100, unit + 1);
        }
        let unit = units.get(unit).copied().unwrap_or_default();
        match value < 10 && rest > 0 {
            true => format!("~{value}.{rest} {unit}"),
            false => format!("~{value} {unit}"),
        }
    }

    /// `~1,200,000 rows`, if they were ever counted.
    pub fn rows(&self) -> Option<String> {
        self.rows.map(|rows| format!("~{} row{}", thousands(rows), if rows == 1 { "" } else { "s" }))
    }

    /// What rewriting takes: `2 to 10 minutes`.
    pub fn rewriting(&self) -> String {
        between(self.bytes / REWRITE.1, self.bytes / REWRITE.0)
    }

    /// What reading through takes.
    pub fn reading(&self) -> String {
        between(self.bytes / SCAN.1, self.bytes / SCAN.0)
    }
}

/// A number as people read it: `1,200,000`.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Two durations in seconds as words.
fn between(least: u64, most: u64) -> String {
    let unit = |seconds: u64| match seconds {
        0..=119 => (1, "second"),
        120..=7199 => (60, "minute"),
        _ => (3600, "hour"),
    };
    if most == 0 {
        return "less than a second".into();
    }
    let (by, word) = unit(most);
    let (least, most) = (least / by, most.div_ceil(by));
    let plural = if most == 1 { "" } else { "s" };
    match least {
        0 => format!("up to {most} {word}{plural}"),
        _ => format!("{least} to {most} {word}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words() {
        let size = |rows, bytes| Size { rows, bytes };
        let told = |size: Size| format!("{} {}; {}", size.bytes(), size.rewriting(), size.reading());
        assert_eq!(told(size(None, 0)), "~0 bytes less than a second; less than a second");
        assert_eq!(told(size(None, 8192)), "~8.1 kB less than a second; less than a second");
        assert_eq!(told(size(None, 150_000_000)), "~150 MB 1 to 7 seconds; up to 1 second");
        assert_eq!(
            told(size(None, 12_345_678_901)),
            "~12 GB 2 to 11 minutes; 12 to 123 seconds".replace("12 to 123 seconds", "up to 3 minutes")
        );
        assert_eq!(size(Some(1), 0).rows().unwrap(), "~1 row");
        assert_eq!(size(Some(1_234_567), 0).rows().unwrap(), "~1,234,567 rows");
    }
}
