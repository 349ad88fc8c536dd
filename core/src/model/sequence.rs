//! Sequences. The column that owns one is an entry of its own (`Facet::OwnedBy`).

use crate::reads;
use serde::Serialize;

/// A sequence's options, all of them known: defaults are filled in when it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sequence {
    /// `smallint`, `integer`, `bigint`.
    pub ty: String,
    /// `START WITH`.
    pub start: i64,
    /// `INCREMENT BY`.
    pub increment: i64,
    /// `MINVALUE`.
    pub min: i64,
    /// `MAXVALUE`.
    pub max: i64,
    /// `CACHE`.
    pub cache: i64,
    /// `CYCLE`.
    pub cycle: bool,
    /// `UNLOGGED`.
    pub unlogged: bool,
}

reads!(Sequence { ty, start, increment, min, max, cache, cycle, unlogged });

impl Default for Sequence {
    fn default() -> Self {
        Sequence {
            ty: "bigint".into(),
            start: 1,
            increment: 1,
            min: 1,
            max: i64::MAX,
            cache: 1,
            cycle: false,
            unlogged: false,
        }
    }
}
