//! Indexes that belong to no constraint, and the elements that indexes are made of.

use super::{Parameters, QualifiedName, SqlText};
use crate::collections::BTreeMap;
use crate::{reads, tagged};
use serde::Serialize;

/// An index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Index {
    /// The table or materialised view it stands on (in the index's own schema).
    pub table: String,
    /// `UNIQUE`.
    pub unique: bool,
    /// The access method, `btree` when unsaid.
    pub method: String,
    /// The key elements in order.
    pub elements: Vec<IndexElement>,
    /// `INCLUDE (...)`.
    pub include: Vec<String>,
    /// `NULLS NOT DISTINCT`.
    pub nulls_not_distinct: bool,
    /// Storage parameters.
    pub parameters: Parameters,
    /// Tablespace, if not the default.
    pub tablespace: Option<String>,
    /// `WHERE`, without outer parentheses.
    pub predicate: Option<SqlText>,
    /// `ON ONLY`: made on a partitioned table without its partitions.
    pub only: bool,
    /// The parent's index that this one is attached to (partitions).
    pub parent: Option<QualifiedName>,
    /// `ALTER INDEX ... ALTER COLUMN n SET STATISTICS`.
    pub statistics: BTreeMap<u16, i32>,
}

reads!(Index {
    table,
    unique,
    method,
    elements,
    include,
    nulls_not_distinct,
    parameters,
    tablespace,
    predicate,
    only,
    parent,
    statistics
});

/// An element of an index's key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct IndexElement {
    /// A column's name or an expression.
    pub key: IndexKey,
    /// Its collation, if not the column's.
    pub collation: Option<QualifiedName>,
    /// Its operator class, if not the default one (schema empty for built-in).
    pub opclass: Option<QualifiedName>,
    /// The operator class's parameters.
    pub opclass_parameters: Parameters,
    /// `DESC`.
    pub descending: bool,
    /// `NULLS FIRST` (the default only with DESC).
    pub nulls_first: bool,
}

reads!(IndexElement { key, collation, opclass, opclass_parameters, descending, nulls_first });

/// What an index element is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndexKey {
    /// A column.
    Column(String),
    /// An expression, without outer parentheses.
    Expression(SqlText),
}

tagged!(IndexKey {
    Column = "column",
    Expression = "expression",
});

impl Default for IndexKey {
    fn default() -> Self {
        IndexKey::Column(String::new())
    }
}
