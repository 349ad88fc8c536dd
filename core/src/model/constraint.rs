//! Constraints of tables: keys, foreign keys, checks, exclusions. NOT NULL lives in the column.

use super::{Parameters, QualifiedName, SqlText};
use crate::value::{Fields, FromValue, Unread, from_value, variant};
use crate::{named, reads};
use serde::Serialize;
use serde_json::Value;

/// A constraint of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Constraint {
    /// What it demands.
    pub rule: ConstraintRule,
    /// `DEFERRABLE`.
    pub deferrable: bool,
    /// `INITIALLY DEFERRED`.
    pub deferred: bool,
    /// `NOT VALID`: rows that were there are not known to satisfy it.
    pub not_valid: bool,
    /// `NOT ENFORCED` (PostgreSQL 18).
    pub not_enforced: bool,
    /// Comes from a parent (INHERITS, PARTITION OF) alone: never added or dropped on its own.
    pub inherited: bool,
}

reads!(Constraint { rule; deferrable, deferred, not_valid, not_enforced, inherited });

/// What a constraint demands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

impl FromValue for ConstraintRule {
    fn from_value(value: Value) -> Result<Self, Unread> {
        let (name, content) = variant(value)?;
        match name.as_str() {
            "key" => from_value(content).map(ConstraintRule::Key),
            "foreign_key" => from_value(content).map(ConstraintRule::ForeignKey),
            "check" => check(content),
            "exclude" => from_value(content).map(ConstraintRule::Exclude),
            _ => return Err(Unread::unknown(&name, &["key", "foreign_key", "check", "exclude"])),
        }
        .map_err(|fault| fault.of_field(&name))
    }
}

fn check(content: Value) -> Result<ConstraintRule, Unread> {
    let mut fields = Fields::of(content)?;
    let out = ConstraintRule::Check {
        expression: fields.take("expression")?,
        no_inherit: fields.take("no_inherit")?,
    };
    fields.done().map(|()| out)
}

/// `PRIMARY KEY (...)` or `UNIQUE (...)`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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

reads!(Key {
    primary,
    columns,
    include,
    nulls_not_distinct,
    without_overlaps,
    parameters,
    tablespace,
    parent
});

/// `FOREIGN KEY (...) REFERENCES ...`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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

reads!(ForeignKey { columns, table, referenced, match_full, on_update, on_delete, delete_columns, period });

/// A referential action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Action {
    #[default]
    NoAction,
    Restrict,
    Cascade,
    SetNull,
    SetDefault,
}

named!(Action {
    NoAction = "no_action",
    Restrict = "restrict",
    Cascade = "cascade",
    SetNull = "set_null",
    SetDefault = "set_default",
});

/// `EXCLUDE USING method (element WITH operator, ...) WHERE (...)`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Exclude {
    /// The index and its elements.
    pub index: super::Index,
    /// An operator for each element.
    pub operators: Vec<String>,
}

reads!(Exclude { index, operators });
