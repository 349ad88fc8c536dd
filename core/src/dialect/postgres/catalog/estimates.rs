//! How large tables are, as the planner of the server sees it: figures from the last VACUUM or ANALYZE, not counts.

use super::reader::Reader;
use crate::collections::BTreeMap;
use crate::model::{Kind, ObjectId};
use serde::Serialize;

/// The sizes of tables and materialised views. One that is not here was never looked at by VACUUM or ANALYZE.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Estimates {
    /// By table; a partitioned table's is the sum of its partitions'.
    pub sizes: BTreeMap<ObjectId, Size>,
}

/// The size of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Size {
    /// Rows.
    pub rows: u64,
    /// Bytes on disk with its indexes and what is stored out of line.
    pub bytes: u64,
}

impl Estimates {
    /// The size of a table, if known.
    pub fn get(&self, table: &ObjectId) -> Option<Size> {
        self.sizes.get(table).copied()
    }
}

pub(super) fn estimates(reader: &Reader<'_>) -> Estimates {
    let mut sizes: BTreeMap<u32, Size> = BTreeMap::new();
    for mut row in reader.rows("sizes") {
        let table: u32 = row.number();
        let size = Size { rows: row.number::<i64>().try_into().unwrap_or_default(), bytes: row.number() };
        // Its own, and a part of all tables that it is a partition of. No table is a partition of itself.
        let (mut of, mut depth) = (Some(table), 0);
        while let Some(one) = of.filter(|_| depth < 64) {
            let whole = sizes.entry(one).or_default();
            whole.rows = whole.rows.saturating_add(size.rows);
            whole.bytes = whole.bytes.saturating_add(size.bytes);
            of = reader
                .relations
                .get(&one)
                .filter(|id| reader.is_partition(id))
                .and_then(|_| reader.parents.get(&one)?.first().copied());
            depth += 1;
        }
    }
    let named =
        sizes.into_iter().filter_map(|(table, size)| Some((reader.relations.get(&table)?.clone(), size)));
    Estimates { sizes: named.filter(|(id, _)| matches!(id.kind, Kind::Table | Kind::View)).collect() }
}
