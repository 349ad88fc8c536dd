//! Constraints of tables: keys, foreign keys, checks, exclusions. NOT NULL lives in the column.

use super::{Parameters, QualifiedName, SqlText};
use serde::{Deserialize, Serialize};

/// A constraint of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Constraint {
    /// What it demands.
    pub rule: ConstraintRule,
    /// `DEFERRABLE`.
    #[serde(default)]
    pub deferrable: bool,
    /// `INITIALLY DEFERRED`.
    #[serde(default)]
    pub deferred: bool,
    /// `NOT VALID`: rows that were there are not known to satisfy it.
    #[serde(default)]
    pub not_valid: bool,
    /// `NOT ENFORCED` (PostgreSQL 18).
    #[serde(default)]
    pub not_enforced: bool,
    /// Comes from a parent (INHERITS, PARTITION OF) alone: never added or dropped on its own.
    #[serde(default)]
    pub inherited: bool,
}

/// What a constraint demands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConstraintRule {
    /// `PRIMARY KEY` and `UNIQUE`.
    Key(Key),
    /// `FOREIGN KEY`.
    ForeignKey(ForeignKey),
    /// `CHECK`.
    Check {
        /// The condition, without the outer parentheses.
        expression: SqlText,
        /// `NO INHERIT`.
        no_inherit: bool,
    },
    /// `EXCLUDE`.
    Exclude(Exclude),
}

/// `PRIMARY KEY (...)` or `UNIQUE (...)`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Key {
    /// PRIMARY KEY rather than UNIQUE.
    pub primary: bool,
    /// The columns in order.
    pub columns: Vec<String>,
    /// `INCLUDE (...)`.
    pub include: Vec<String>,
    /// `NULLS NOT DISTINCT`.
    pub nulls_not_distinct: bool,
    /// `WITHOUT OVERLAPS` on the last column.
    pub without_overlaps: bool,
    /// Storage parameters of its index.
    pub parameters: Parameters,
    /// Tablespace of its index.
    pub tablespace: Option<String>,
    /// The parent's key index this one is attached to (partitions).
    pub parent: Option<QualifiedName>,
}

/// `FOREIGN KEY (...) REFERENCES ...`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ForeignKey {
    /// The referencing columns.
    pub columns: Vec<String>,
    /// The referenced table.
    pub table: QualifiedName,
    /// The referenced columns, the primary key's when nobody named them.
    pub referenced: Vec<String>,
    /// `MATCH FULL`.
    pub match_full: bool,
    /// What happens on update.
    pub on_update: Action,
    /// What happens on delete.
    pub on_delete: Action,
    /// The columns of `ON DELETE SET NULL (...)` or `SET DEFAULT (...)`.
    pub delete_columns: Vec<String>,
    /// `PERIOD` on the last column of both sides.
    pub period: bool,
}

/// A referential action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Action {
    #[default]
    NoAction,
    Restrict,
    Cascade,
    SetNull,
    SetDefault,
}

/// `EXCLUDE USING method (element WITH operator, ...) WHERE (...)`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Exclude {
    /// The index and its elements.
    pub index: super::Index,
    /// An operator for each element.
    pub operators: Vec<String>,
}
