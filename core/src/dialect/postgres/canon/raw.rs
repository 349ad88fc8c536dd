//! The raw tree: an expression or query as written, after grammar and before any name is looked up. What the grammar
//! itself settles is settled here (`a NOT IN`, `TRIM`, flattening of AND), as in PostgreSQL's `gram.y`.

use super::types::TypeName;

/// An operator's name: `=`, or `OPERATOR(app.=)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operator {
    /// The schema, if given.
    pub schema: Option<String>,
    /// The sign.
    pub name: String,
}

impl Operator {
    /// An operator without a schema.
    pub fn plain(name: &str) -> Self {
        Operator { schema: None, name: name.to_string() }
    }
}

/// `IS TRUE` and its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Test {
    Null,
    True,
    False,
    Unknown,
    Document,
}

/// What a sub-select is used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SubKind {
    Exists,
    /// `left op ANY (...)`; IN is `= ANY`.
    Any,
    All,
    /// One value.
    Value,
    Array,
}

/// LIKE and its kin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Match {
    Like,
    ILike,
    Similar,
}

/// A part in brackets: `[i]`, or a slice.
#[derive(Clone, Debug, PartialEq)]
pub struct Subscript {
    /// The lower bound of a slice.
    pub lower: Option<Expr>,
    /// The index, or the upper bound.
    pub upper: Option<Expr>,
    /// Whether there was a colon.
    pub slice: bool,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Expr {
    /// `a`, `t.a`, `s.t.a`.
    Column(Vec<String>),
    /// `*`, `t.*`.
    Star(Vec<String>),
    Null,
    Bool(bool),
    Number(String),
    Str(String),
    /// `b101` or `x1F`.
    Bits(String),
    Param(String),
    Default,
    Cast(Box<Expr>, TypeName),
    Collate(Box<Expr>, Vec<String>),
    Unary(Operator, Box<Expr>),
    Binary(Operator, Box<Expr>, Box<Expr>),
    /// `left op ANY|ALL (array)`; true for ANY.
    AnyAll(Box<Expr>, Operator, bool, Box<Expr>),
    And(Vec<Expr>),
    Or(Vec<Expr>),
    Not(Box<Expr>),
    /// `IS [NOT] DISTINCT FROM`; true for `NOT`.
    Distinct(Box<Expr>, Box<Expr>, bool),
    NullIf(Box<Expr>, Box<Expr>),
    /// IN a list; true for NOT IN.
    In(Box<Expr>, Vec<Expr>, bool),
    /// true for NOT.
    Like {
        left: Box<Expr>,
        kind: Match,
        pattern: Box<Expr>,
        escape: Option<Box<Expr>>,
        negated: bool,
    },
    Between {
        left: Box<Expr>,
        low: Box<Expr>,
        high: Box<Expr>,
        symmetric: bool,
        negated: bool,
    },
    /// true for NOT.
    Is(Box<Expr>, Test, bool),
    Case {
        arg: Option<Box<Expr>>,
        whens: Vec<(Expr, Expr)>,
        otherwise: Option<Box<Expr>>,
    },
    Coalesce(Vec<Expr>),
    /// true for GREATEST.
    MinMax(bool, Vec<Expr>),
    Array(Vec<Expr>),
    /// true when the word ROW was written.
    Row(Vec<Expr>, bool),
    Subscript(Box<Expr>, Vec<Subscript>),
    Field(Box<Expr>, String),
    /// `(x).*`
    FieldStar(Box<Expr>),
    Sub {
        kind: SubKind,
        left: Option<Box<Expr>>,
        op: Option<Operator>,
        query: Box<Query>,
    },
    Func(Box<Func>),
    /// CURRENT_DATE and its like, with a precision.
    Value(&'static str, Option<String>),
    Grouping(Vec<Expr>),
}

/// A call.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Func {
    /// The name's parts.
    pub name: Vec<String>,
    /// The arguments; a name stands before `=>`.
    pub args: Vec<(Option<String>, Expr)>,
    /// `f(VARIADIC x)`.
    pub variadic: bool,
    /// `f(*)`.
    pub star: bool,
    /// `f(DISTINCT x)`.
    pub distinct: bool,
    /// `f(x ORDER BY y)`, or that of WITHIN GROUP.
    pub order_by: Vec<SortBy>,
    /// WITHIN GROUP.
    pub within_group: bool,
    /// FILTER (WHERE ...).
    pub filter: Option<Expr>,
    /// OVER.
    pub over: Option<Window>,
    /// Whether it was written in SQL's special syntax (`EXTRACT(year FROM x)`), and is printed so.
    pub special: bool,
}

/// An item of ORDER BY.
#[derive(Clone, Debug, PartialEq)]
pub struct SortBy {
    /// By what.
    pub expr: Expr,
    /// `Some(true)` DESC, `Some(false)` ASC.
    pub descending: Option<bool>,
    /// USING operator.
    pub using: Option<Operator>,
    /// `Some(true)` NULLS FIRST.
    pub nulls_first: Option<bool>,
}

/// A window: `w`, or `(w PARTITION BY ... ORDER BY ... frame)`.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Window {
    /// Its name: of OVER w, or of a WINDOW clause's entry.
    pub name: Option<String>,
    /// The window it starts from.
    pub base: Option<String>,
    /// PARTITION BY.
    pub partition: Vec<Expr>,
    /// ORDER BY.
    pub order_by: Vec<SortBy>,
    /// The frame.
    pub frame: Option<Frame>,
}

/// The frame of a window.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// `range`, `rows` or `groups`.
    pub unit: &'static str,
    /// Where it starts.
    pub start: Bound,
    /// Where it ends, if said.
    pub end: Option<Bound>,
    /// `current row`, `group`, `ties`.
    pub exclude: Option<&'static str>,
}

/// An end of a frame.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Bound {
    UnboundedPreceding,
    Preceding(Expr),
    CurrentRow,
    Following(Expr),
    UnboundedFollowing,
}

/// A query with its outer clauses.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// WITH.
    pub with: Option<With>,
    /// What is selected.
    pub body: Body,
    /// ORDER BY.
    pub order_by: Vec<SortBy>,
    /// LIMIT; `Some(Expr::Null)` for ALL.
    pub limit: Option<Expr>,
    /// FETCH ... WITH TIES.
    pub with_ties: bool,
    /// OFFSET.
    pub offset: Option<Expr>,
    /// FOR UPDATE ...: strength, relations, `nowait` or `skip locked`.
    pub locking: Vec<(&'static str, Vec<Vec<String>>, &'static str)>,
}

/// The middle of a query.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Body {
    Select(Box<Select>),
    Values(Vec<Vec<Expr>>),
    /// `union`, `intersect`, `except`; true for ALL.
    SetOp(&'static str, bool, Box<Query>, Box<Query>),
}

/// WITH.
#[derive(Clone, Debug, PartialEq)]
pub struct With {
    /// RECURSIVE.
    pub recursive: bool,
    /// The queries.
    pub ctes: Vec<Cte>,
}

/// One query of WITH.
#[derive(Clone, Debug, PartialEq)]
pub struct Cte {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// `Some(true)` MATERIALIZED.
    pub materialized: Option<bool>,
    /// The query.
    pub query: Query,
    /// SEARCH: true for BREADTH, the columns, the new column.
    pub search: Option<(bool, Vec<String>, String)>,
    /// CYCLE.
    pub cycle: Option<Cycle>,
}

/// The CYCLE clause of a query in WITH.
#[derive(Clone, Debug, PartialEq)]
pub struct Cycle {
    /// The columns compared.
    pub columns: Vec<String>,
    /// The mark's column.
    pub mark: String,
    /// TO ... DEFAULT ...
    pub values: Option<(Expr, Expr)>,
    /// The path's column.
    pub path: String,
}

/// A SELECT.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Select {
    /// DISTINCT, or DISTINCT ON when not empty.
    pub distinct: Option<Vec<Expr>>,
    /// What comes out, with its alias.
    pub targets: Vec<(Expr, Option<String>)>,
    /// FROM.
    pub from: Vec<From>,
    /// WHERE.
    pub filter: Option<Expr>,
    /// GROUP BY.
    pub group_by: Vec<Group>,
    /// GROUP BY DISTINCT.
    pub group_distinct: bool,
    /// HAVING.
    pub having: Option<Expr>,
    /// WINDOW, each with its name.
    pub windows: Vec<Window>,
}

/// An item of GROUP BY.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Group {
    Expr(Expr),
    Empty,
    Rollup(Vec<Expr>),
    Cube(Vec<Expr>),
    Sets(Vec<Group>),
}

/// `AS t (a, b)`.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Alias {
    /// The name.
    pub name: String,
    /// The columns.
    pub columns: Vec<String>,
    /// `AS t (a int, b text)`.
    pub types: Vec<(String, TypeName, Option<Vec<String>>)>,
}

/// Column definitions of a function in FROM: name, type, collation.
pub type ColumnDefs = Vec<(String, TypeName, Option<Vec<String>>)>;

/// An item of FROM.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum From {
    Table {
        name: Vec<String>,
        only: bool,
        alias: Option<Alias>,
        sample: Option<Box<Sample>>,
    },
    Query {
        lateral: bool,
        query: Box<Query>,
        alias: Option<Alias>,
    },
    /// One function, or several of ROWS FROM, each with its own column definitions.
    Func {
        lateral: bool,
        funcs: Vec<(Expr, ColumnDefs)>,
        rows_from: bool,
        ordinality: bool,
        alias: Option<Alias>,
    },
    Join {
        kind: JoinKind,
        natural: bool,
        left: Box<From>,
        right: Box<From>,
        using: Vec<String>,
        using_alias: Option<String>,
        on: Option<Expr>,
        alias: Option<Alias>,
    },
}

/// TABLESAMPLE.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The method.
    pub method: Vec<String>,
    /// Its arguments.
    pub args: Vec<Expr>,
    /// REPEATABLE.
    pub seed: Option<Expr>,
}

/// How two relations are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum JoinKind {
    Cross,
    Inner,
    Left,
    Right,
    Full,
}
