//! Statements that change data, elaborated.

use super::ir::{Cte, From, Name, Node, Query};

/// A statement.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
#[allow(clippy::large_enum_variant)] // few, and none lives long
pub enum Statement {
    Query(Query),
    Change(Box<Change>),
    Notify(String, Option<String>),
    Return(Node),
    Atomic(Vec<Statement>),
}

/// INSERT, UPDATE or DELETE.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Change {
    pub recursive: bool,
    pub ctes: Vec<Cte>,
    pub verb: Verb,
    pub table: Name,
    pub only: bool,
    pub alias: Option<String>,
    /// FROM of UPDATE, USING of DELETE.
    pub from: Vec<From>,
    pub filter: Option<Node>,
    pub returning: Vec<(Node, String)>,
}

/// What is done.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
#[allow(clippy::large_enum_variant)] // few, and none lives long
pub enum Verb {
    Insert {
        columns: Vec<String>,
        overriding: Option<&'static str>,
        source: Option<Query>,
        conflict: Option<Conflict>,
    },
    Update(Vec<Assign>),
    Delete,
}

/// ON CONFLICT.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Conflict {
    pub constraint: Option<String>,
    pub elements: Vec<Node>,
    pub filter: Option<Node>,
    pub update: Option<(Vec<Assign>, Option<Node>)>,
}

/// What is set.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Assign {
    pub columns: Vec<String>,
    pub row: bool,
    pub value: Node,
}
