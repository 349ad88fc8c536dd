//! The raw tree of statements that change data, as the commands of rules and the bodies of functions hold them.

use super::raw::{Expr, From, Query, With};

/// A statement.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
#[allow(clippy::large_enum_variant)] // few, and none lives long
pub enum Statement {
    Query(Query),
    Insert(Box<Insert>),
    Update(Box<Update>),
    Delete(Box<Delete>),
    /// The channel and the payload.
    Notify(String, Option<String>),
    /// `RETURN expression`.
    Return(Expr),
    /// `BEGIN ATOMIC ... END`.
    Atomic(Vec<Statement>),
}

/// INSERT.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Insert {
    pub with: Option<With>,
    pub table: Vec<String>,
    pub alias: Option<String>,
    pub columns: Vec<String>,
    /// `SYSTEM` or `USER`.
    pub overriding: Option<&'static str>,
    /// `None` for DEFAULT VALUES.
    pub source: Option<Query>,
    pub conflict: Option<Conflict>,
    pub returning: Vec<(Expr, Option<String>)>,
}

/// ON CONFLICT.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Conflict {
    pub constraint: Option<String>,
    pub elements: Vec<Expr>,
    pub filter: Option<Expr>,
    /// What DO UPDATE sets, and where; `None` for NOTHING.
    pub update: Option<(Vec<Assign>, Option<Expr>)>,
}

/// `column = expression`, or `(a, b) = row`.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Assign {
    pub columns: Vec<String>,
    pub row: bool,
    pub value: Expr,
}

/// UPDATE.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Update {
    pub with: Option<With>,
    pub table: Vec<String>,
    pub only: bool,
    pub alias: Option<String>,
    pub set: Vec<Assign>,
    pub from: Vec<From>,
    pub filter: Option<Expr>,
    pub returning: Vec<(Expr, Option<String>)>,
}

/// DELETE.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Delete {
    pub with: Option<With>,
    pub table: Vec<String>,
    pub only: bool,
    pub alias: Option<String>,
    pub using: Vec<From>,
    pub filter: Option<Expr>,
    pub returning: Vec<(Expr, Option<String>)>,
}
