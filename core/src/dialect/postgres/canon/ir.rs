//! The elaborated tree: every name resolved, every node typed, every conversion PostgreSQL would insert in its place.
//! Its shape is that of PostgreSQL's own node trees as far as `ruleutils.c` can see them. Printing is `print.rs`.

use super::builtin::Oid;
use super::raw::{SubKind, Test};

/// A typed node. Type 0 means: could not be determined here.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Its type's id: PostgreSQL's own for built-in types, the registry's for others.
    pub ty: Oid,
    /// Its type's modifier, an index into the registry; -1 for none.
    pub typmod: i32,
    /// What it is.
    pub kind: Kind,
}

impl Node {
    /// A node without a modifier.
    pub fn new(ty: Oid, kind: Kind) -> Self {
        Node { ty, typmod: -1, kind }
    }
}

/// A resolved name: its schema unless it is `pg_catalog`'s.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Name {
    /// The schema; `None` for what is built in or could not be found.
    pub schema: Option<String>,
    /// The name.
    pub name: String,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Kind {
    /// A column; `relation` is empty where PostgreSQL prints none.
    Var {
        relation: String,
        column: String,
    },
    /// A relation's row as one value: `t.*`.
    WholeRow(String),
    /// A constant in its type's output form; `None` is NULL. Not `exact`: the type may print it otherwise.
    Const {
        text: Option<String>,
        exact: bool,
    },
    Param(String),
    Func(Box<Func>),
    /// One argument for a prefix operator.
    Op(Name, Vec<Node>),
    /// `left op ANY|ALL (array)`; true for ANY.
    AnyAll(Name, bool, Box<(Node, Node)>),
    /// IS DISTINCT FROM.
    Distinct(Box<(Node, Node)>),
    NullIf(Box<(Node, Node)>),
    And(Vec<Node>),
    Or(Vec<Node>),
    Not(Box<Node>),
    /// To the node's type and modifier. An implicit one is printed only as an operand.
    Cast {
        arg: Box<Node>,
        implicit: bool,
    },
    Collate(Box<Node>, Name),
    Case {
        arg: Option<Box<Node>>,
        whens: Vec<(Node, Node)>,
        otherwise: Option<Box<Node>>,
    },
    /// The elements; inner arrays of a multidimensional one are `Array` too.
    Array(Vec<Node>),
    Row(Vec<Node>),
    /// `(a, b) < (c, d)`; `=` and `<>` are taken apart.
    RowCompare(Name, Vec<Node>, Vec<Node>),
    Coalesce(Vec<Node>),
    /// true for GREATEST.
    MinMax(bool, Vec<Node>),
    /// `CURRENT_DATE`, `CURRENT_TIMESTAMP(3)`.
    Value(&'static str, Option<String>),
    /// true for IS NOT.
    Is(Box<Node>, Test, bool),
    /// Lower and upper bound of each; a lone index is an upper bound.
    Subscript(Box<Node>, Vec<(Option<Node>, Option<Node>, bool)>),
    Field(Box<Node>, String),
    /// A sub-select. `left` and `op` are there for ANY and ALL.
    Sub {
        kind: SubKind,
        left: Vec<Node>,
        op: Option<Name>,
        query: Box<Query>,
    },
    Grouping(Vec<Node>),
    /// `DEFAULT`.
    Default,
}

/// A call of a function, aggregate or window function.
#[derive(Clone, Debug, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Func {
    pub name: Name,
    pub args: Vec<Node>,
    /// Names of the last arguments, where they were given by name.
    pub arg_names: Vec<Option<String>>,
    /// The last argument was given as VARIADIC.
    pub variadic: bool,
    /// Printed in SQL's special syntax.
    pub special: bool,
    pub star: bool,
    pub distinct: bool,
    pub aggregate: bool,
    pub set: bool,
    pub order_by: Vec<SortBy>,
    pub within_group: bool,
    pub filter: Option<Node>,
    pub over: Option<Window>,
}

/// An item of ORDER BY.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct SortBy {
    pub node: Node,
    pub descending: bool,
    /// Where it is not what the direction implies.
    pub nulls_first: Option<bool>,
    pub using: Option<Name>,
}

/// A window.
#[derive(Clone, Debug, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Window {
    /// `OVER w`.
    pub name: Option<String>,
    /// `OVER (w ...)`.
    pub base: Option<String>,
    pub partition: Vec<Node>,
    pub order_by: Vec<SortBy>,
    pub frame: Option<Frame>,
}

/// A frame that is not the default one.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Frame {
    pub unit: &'static str,
    pub start: Bound,
    pub end: Option<Bound>,
    pub exclude: Option<&'static str>,
}

/// An end of a frame.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Bound {
    UnboundedPreceding,
    Preceding(Node),
    CurrentRow,
    Following(Node),
    UnboundedFollowing,
}

/// A query after elaboration: `*` expanded, every target named, every column qualified.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Query {
    pub recursive: bool,
    pub ctes: Vec<Cte>,
    pub body: Body,
    /// Names, types and modifiers of what comes out.
    pub columns: Vec<(String, Oid, i32)>,
    pub order_by: Vec<SortBy>,
    pub limit: Option<Node>,
    pub with_ties: bool,
    pub offset: Option<Node>,
    pub locking: Vec<String>,
}

/// A query of WITH.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Cte {
    pub name: String,
    pub columns: Vec<String>,
    pub materialized: Option<bool>,
    pub query: Query,
    /// SEARCH: true for BREADTH, the columns, the new column.
    pub search: Option<(bool, Vec<String>, String)>,
    pub cycle: Option<Cycle>,
}

/// The CYCLE clause of a query in WITH.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Cycle {
    pub columns: Vec<String>,
    pub mark: String,
    /// TO ... DEFAULT ..., unless it is what is meant anyway.
    pub values: Option<(Node, Node)>,
    pub path: String,
}

/// TABLESAMPLE.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Sample {
    pub method: String,
    pub args: Vec<Node>,
    pub seed: Option<Node>,
}

/// The middle of a query.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Body {
    Select(Box<Select>),
    Values(Vec<Vec<Node>>),
    /// true for ALL.
    SetOp(&'static str, bool, Box<Query>, Box<Query>),
}

/// A SELECT.
#[derive(Clone, Debug, PartialEq, Default)]
#[allow(missing_docs)]
pub struct Select {
    pub distinct: Option<Vec<Node>>,
    pub targets: Vec<(Node, String)>,
    pub from: Vec<From>,
    pub filter: Option<Node>,
    pub group_by: Vec<Group>,
    pub group_distinct: bool,
    pub having: Option<Node>,
    pub windows: Vec<Window>,
}

/// An item of GROUP BY.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Group {
    Node(Node),
    Empty,
    Rollup(Vec<Node>),
    Cube(Vec<Node>),
    Sets(Vec<Group>),
}

/// An item of FROM.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum From {
    Table {
        name: Name,
        only: bool,
        alias: Option<String>,
        columns: Vec<String>,
        sample: Option<Sample>,
    },
    Query {
        lateral: bool,
        query: Box<Query>,
        alias: String,
        columns: Vec<String>,
    },
    Func {
        lateral: bool,
        funcs: Vec<(Node, String)>,
        rows_from: bool,
        ordinality: bool,
        alias: String,
        columns: Vec<String>,
    },
    Join {
        kind: super::raw::JoinKind,
        left: Box<From>,
        right: Box<From>,
        using: Vec<String>,
        using_alias: Option<String>,
        on: Option<Node>,
        alias: Option<(String, Vec<String>)>,
    },
}
