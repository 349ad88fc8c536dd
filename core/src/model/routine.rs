//! Functions and procedures. Their input types are part of their id.

use super::{ColumnType, Parameters, SqlText};
use serde::{Deserialize, Serialize};

/// A function or procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Routine {
    /// A procedure rather than a function.
    pub procedure: bool,
    /// The arguments in order, OUT and TABLE ones included.
    pub arguments: Vec<Argument>,
    /// `RETURNS`, if it is not left to the OUT arguments; `None` for procedures and `RETURNS TABLE`.
    pub returns: Option<ColumnType>,
    /// `RETURNS SETOF`, or TABLE.
    pub returns_set: bool,
    /// In lower case.
    pub language: String,
    /// What it does.
    pub body: RoutineBody,
    /// `WINDOW`.
    pub window: bool,
    /// `immutable`, `stable`, `volatile`.
    pub volatility: String,
    /// `LEAKPROOF`.
    pub leakproof: bool,
    /// `STRICT`.
    pub strict: bool,
    /// `SECURITY DEFINER`.
    pub security_definer: bool,
    /// `safe`, `restricted`, `unsafe`.
    pub parallel: String,
    /// `COST`, if not the default of the language.
    pub cost: Option<String>,
    /// `ROWS`, if not the default (1000 for sets).
    pub rows: Option<String>,
    /// `SUPPORT`.
    pub support: Option<String>,
    /// `SET name TO value` in their order, values as PostgreSQL stores them.
    pub settings: Parameters,
    /// `TRANSFORM FOR TYPE`.
    pub transforms: Vec<ColumnType>,
}

/// An argument of a routine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Argument {
    /// Its direction.
    pub mode: ArgumentMode,
    /// Its name, if it has one.
    pub name: Option<String>,
    /// Its type.
    pub ty: ColumnType,
    /// Its default.
    pub default: Option<SqlText>,
}

/// The direction of an argument.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ArgumentMode {
    #[default]
    In,
    Out,
    InOut,
    Variadic,
    /// A column of `RETURNS TABLE`.
    Table,
}

impl Argument {
    /// Whether it is part of what a caller passes, and so of the routine's identity.
    pub fn is_input(&self) -> bool {
        matches!(self.mode, ArgumentMode::In | ArgumentMode::InOut | ArgumentMode::Variadic)
    }
}

/// The part of a routine's id that tells it from others of its name: `(integer,app.mood)`.
pub fn signature(arguments: &[Argument]) -> String {
    let types: Vec<_> = arguments
        .iter()
        .filter(|argument| argument.is_input())
        .map(|argument| argument.ty.to_string())
        .collect();
    format!("({})", types.join(","))
}

/// A routine's body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoutineBody {
    /// `AS 'text'`: the text, unquoted.
    Text(String),
    /// `AS 'object file', 'link symbol'`.
    Library(String, String),
    /// `RETURN expression` or `BEGIN ATOMIC ... END`.
    Sql(SqlText),
}

impl Default for RoutineBody {
    fn default() -> Self {
        RoutineBody::Text(String::new())
    }
}
