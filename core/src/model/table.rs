//! Tables and their columns. Defaults, constraints and indexes are entries of their own.

use super::{ColumnType, Parameters, QualifiedName, SqlText};
use crate::collections::BTreeMap;
use crate::{reads, transparent};
use serde::Serialize;

/// A table, apart from what has entries of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Logged, unlogged.
    pub unlogged: bool,
    /// `PARTITION BY` strategy and key.
    pub partition_by: Option<PartitionBy>,
    /// The parent it is a partition of, and its bounds.
    pub partition_of: Option<PartitionOf>,
    /// Parents it inherits from, in order.
    pub inherits: Vec<QualifiedName>,
    /// `OF type`.
    pub of_type: Option<QualifiedName>,
    /// Storage parameters, names in lower case, values unquoted (`toast.` ones included).
    pub parameters: Parameters,
    /// Tablespace, if not the default.
    pub tablespace: Option<String>,
    /// Access method, if not heap.
    pub access_method: Option<String>,
    /// `ENABLE ROW LEVEL SECURITY`.
    pub row_security: bool,
    /// `FORCE ROW LEVEL SECURITY`.
    pub force_row_security: bool,
    /// Server and options of a foreign table.
    pub foreign: Option<Foreign>,
}

reads!(Table {
    unlogged,
    partition_by,
    partition_of,
    inherits,
    of_type,
    parameters,
    tablespace,
    access_method,
    row_security,
    force_row_security,
    foreign
});

/// `PARTITION BY RANGE (key)`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PartitionBy {
    /// `range`, `list`, `hash`.
    pub strategy: String,
    /// The key's elements: columns or expressions, with collation and operator class, as text each.
    pub key: Vec<SqlText>,
}

reads!(PartitionBy { strategy, key });

/// `PARTITION OF parent FOR VALUES ...`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PartitionOf {
    /// The parent.
    pub parent: QualifiedName,
    /// `FOR VALUES ...` or `DEFAULT`, canonical.
    pub bound: SqlText,
}

reads!(PartitionOf { parent, bound });

/// What makes a table a foreign one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Foreign {
    /// The server.
    pub server: String,
    /// Its options.
    pub options: BTreeMap<String, String>,
}

reads!(Foreign { server, options });

/// A column, apart from its default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Where it stands in the table, from 1. Not compared: the order of columns cannot be changed.
    pub position: Position,
    /// Its type.
    pub ty: ColumnType,
    /// Its collation, if not its type's.
    pub collation: Option<QualifiedName>,
    /// NOT NULL, if it is.
    pub not_null: Option<NotNull>,
    /// `GENERATED ... AS IDENTITY`.
    pub identity: Option<Identity>,
    /// `GENERATED ALWAYS AS (...)`.
    pub generated: Option<Generated>,
    /// `STORAGE`, if not its type's, in lower case.
    pub storage: Option<String>,
    /// `COMPRESSION`, if not the default, in lower case.
    pub compression: Option<String>,
    /// `SET STATISTICS`.
    pub statistics: Option<i32>,
    /// `ALTER COLUMN ... SET (n_distinct = ...)`.
    pub parameters: Parameters,
    /// `OPTIONS (...)` of a foreign table's column.
    pub foreign_options: BTreeMap<String, String>,
    /// Whether it comes from a parent (INHERITS, PARTITION OF) alone: then it is never added or dropped on its own.
    pub inherited: bool,
}

reads!(Column {
    position,
    ty,
    collation,
    not_null,
    identity,
    generated,
    storage,
    compression,
    statistics,
    parameters,
    foreign_options,
    inherited
});

/// A place in an order that cannot be changed, so that it always counts as equal.
#[derive(Clone, Copy, Debug, Default)]
pub struct Position(pub u32);

transparent!(Position);

impl PartialEq for Position {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Position {}

/// A NOT NULL constraint. Its name counts from PostgreSQL 18 on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NotNull {
    /// The name somebody gave it.
    pub name: Option<String>,
    /// `NO INHERIT`.
    pub no_inherit: bool,
    /// `NOT VALID`.
    pub not_valid: bool,
    /// How it was written.
    pub of_table: OfTable,
    /// What the server calls it where nobody gave it a name.
    pub called: Called,
}

reads!(NotNull { name, no_inherit, not_valid, of_table, called });

/// A name that the server chose once for another table or column, and that came along (a child that left its parent, LIKE, a
/// renamed table) or was numbered. Nobody asked for it: it always counts as equal.
#[derive(Clone, Debug, Default)]
pub struct Called(pub Option<String>);

transparent!(Called);

impl PartialEq for Called {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Called {}

/// Whether a constraint was written beside the columns, as it can be since PostgreSQL 18; always counts as equal.
#[derive(Clone, Copy, Debug, Default)]
pub struct OfTable(pub bool);

transparent!(OfTable);

impl PartialEq for OfTable {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for OfTable {}

/// `GENERATED ... AS IDENTITY (...)`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Identity {
    /// `ALWAYS` rather than `BY DEFAULT`.
    pub always: bool,
    /// Its sequence.
    pub sequence: super::Sequence,
    /// The name of its sequence, `schema.name`; generated by PostgreSQL's rule when nobody gave one.
    pub sequence_name: QualifiedName,
}

reads!(Identity { always, sequence, sequence_name });

/// `GENERATED ALWAYS AS (expression) STORED | VIRTUAL`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Generated {
    /// The expression, without the outer parentheses.
    pub expression: SqlText,
    /// Stored rather than virtual.
    pub stored: bool,
}

reads!(Generated { expression, stored });
