//! One entry of a schema, whatever its kind.

use super::*;
use serde::{Deserialize, Serialize};

/// The value that stands under an [`ObjectId`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Object {
    Schema(Namespace),
    Extension(Extension),
    Enum(EnumType),
    Composite(CompositeType),
    Range(RangeType),
    Domain(Domain),
    Sequence(Sequence),
    Table(Table),
    Column(Column),
    /// Under [`Facet::Default`] of a column.
    Default(SqlText),
    Constraint(Constraint),
    Index(Index),
    View(View),
    Routine(Routine),
    Trigger(Trigger),
    Rule(Rule),
    Policy(Policy),
    DefaultPrivileges(DefaultPrivileges),
    /// A rare kind: its canonical statement; changed by dropping and creating it, or by what its dialect knows.
    Definition(Definition),
    /// Under [`Facet::OwnedBy`] of a sequence.
    OwnedBy(ColumnRef),
    /// Under [`Facet::ReplicaIdentity`] of a table: `full`, `nothing`, or `index NAME`.
    ReplicaIdentity(String),
    /// Under [`Facet::ClusterOn`] of a table: the index's name.
    ClusterOn(String),
    /// Under [`Facet::Owner`].
    Owner(String),
    /// Under [`Facet::Comment`].
    Comment(String),
    /// Under [`Facet::SecurityLabel`].
    SecurityLabel(String),
    /// Under [`Facet::Grant`].
    Grant(Grant),
}

/// `CREATE SCHEMA`; all there is to it has facets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Namespace {
    /// Nobody creates it, but something lives in it. Not in a source: found when two are compared.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub implied: bool,
}

/// `CREATE EXTENSION`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Extension {
    /// `SCHEMA`, if said.
    pub schema: Option<String>,
    /// `VERSION`, if said.
    pub version: Option<String>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default)]
pub struct ColumnRef {
    /// The table's schema.
    pub schema: String,
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
}

/// A rare kind by its statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Definition {
    /// The canonical `CREATE ...` statement, without `;`.
    pub create: SqlText,
    /// What the statement says, clause by clause, where changes are made in place (`name → value`).
    pub clauses: crate::collections::BTreeMap<String, String>,
    /// Objects it uses, as far as its statement names them.
    pub uses: Vec<ObjectId>,
}
