//! Tables: what is read of a CREATE TABLE before any of it is taken in, and where its parts are.

mod alter;
mod alter_column;
mod apply;
mod attach;
mod column;
mod constraint;
mod create;
mod create_as;
mod drop;
mod foreign_key;
mod inherit;
mod like;
mod partition;
mod rename;
mod switch;
mod typed;

pub(super) use alter::READERS as ALTER;
pub(super) use column::collation;
pub(super) use constraint::{parameters, table_constraint, tablespace};
pub(super) use create::READERS as CREATE;
pub(super) use create_as::select_into;
pub(super) use drop::find_index;
pub(super) use foreign_key::settle_references;
pub(super) use partition::{bound, partition_by};

use super::names::Name;
use crate::model::{Column, Constraint, NotNull, SqlText};
use crate::source::Span;

/// A column as written.
#[derive(Clone, Debug, Default)]
pub(super) struct ColumnDraft {
    pub(super) name: String,
    pub(super) span: Span,
    pub(super) column: Column,
    pub(super) default: Option<SqlText>,
    /// `DEFAULT NULL` was written: an inherited default is not wanted.
    pub(super) default_null: bool,
    /// The integer type that `serial` and its kin stand for.
    pub(super) serial: Option<&'static str>,
    /// `SEQUENCE NAME` of an identity column.
    pub(super) identity_name: Option<Name>,
    pub(super) constraints: Vec<ConstraintDraft>,
}

/// A constraint as written.
#[derive(Clone, Debug)]
pub(super) struct ConstraintDraft {
    pub(super) name: Option<String>,
    pub(super) constraint: Constraint,
    /// The table that a foreign key names.
    pub(super) references: Option<Name>,
    /// `USING INDEX`.
    pub(super) using_index: Option<Name>,
    pub(super) span: Span,
}

/// An element between the parentheses of CREATE TABLE.
#[derive(Clone, Debug)]
pub(super) enum Element {
    Column(Box<ColumnDraft>),
    /// `column WITH OPTIONS ...` of a partition or typed table.
    Options(Box<ColumnDraft>),
    Constraint(Box<ConstraintDraft>),
    /// `CONSTRAINT name NOT NULL column`.
    NotNull(String, NotNull, Span),
    Like(like::Like),
}
