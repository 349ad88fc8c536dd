//! Functions and procedures. Their input types are part of their id.

use super::{ColumnType, Parameters, SqlText};
use crate::value::{FromValue, Unread, from_value, variant};
use crate::{named, reads};
use serde::Serialize;
use serde_json::Value;

/// A function or procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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

reads!(Routine {
    procedure,
    arguments,
    returns,
    returns_set,
    language,
    body,
    window,
    volatility,
    leakproof,
    strict,
    security_definer,
    parallel,
    cost,
    rows,
    support,
    settings,
    transforms
});

/// An argument of a routine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
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

reads!(Argument { mode, name, ty, default });

/// The direction of an argument.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

named!(ArgumentMode {
    In = "in",
    Out = "out",
    InOut = "in_out",
    Variadic = "variadic",
    Table = "table",
});

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RoutineBody {
    /// `AS 'text'`: the text, unquoted.
    Text(String),
    /// `AS 'object file', 'link symbol'`.
    Library(String, String),
    /// `RETURN expression` or `BEGIN ATOMIC ... END`.
    Sql(SqlText),
}

impl FromValue for RoutineBody {
    fn from_value(value: Value) -> Result<Self, Unread> {
        let (name, content) = variant(value)?;
        match name.as_str() {
            "text" => from_value(content).map(RoutineBody::Text),
            "library" => from_value(content).map(|(file, symbol)| RoutineBody::Library(file, symbol)),
            "sql" => from_value(content).map(RoutineBody::Sql),
            _ => return Err(Unread::unknown(&name, &["text", "library", "sql"])),
        }
        .map_err(|fault| fault.of_field(&name))
    }
}

impl Default for RoutineBody {
    fn default() -> Self {
        RoutineBody::Text(String::new())
    }
}
