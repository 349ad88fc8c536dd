//! One entry of a schema, whatever its kind.

use super::*;
use crate::{reads, tagged};
use serde::Serialize;

/// The value that stands under an [`ObjectId`].
#[derive(Clone, Debug, PartialEq, Eq)]
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

tagged!(Object {
    Schema = "schema",
    Extension = "extension",
    Enum = "enum",
    Composite = "composite",
    Range = "range",
    Domain = "domain",
    Sequence = "sequence",
    Table = "table",
    Column = "column",
    Default = "default",
    Constraint = "constraint",
    Index = "index",
    View = "view",
    Routine = "routine",
    Trigger = "trigger",
    Rule = "rule",
    Policy = "policy",
    DefaultPrivileges = "default_privileges",
    Definition = "definition",
    OwnedBy = "owned_by",
    ReplicaIdentity = "replica_identity",
    ClusterOn = "cluster_on",
    Owner = "owner",
    Comment = "comment",
    SecurityLabel = "security_label",
    Grant = "grant",
});

/// `CREATE SCHEMA`; all there is to it has facets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Namespace {
    /// Nobody creates it, but something lives in it. Not in a source: found when two are compared.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub implied: bool,
}

reads!(Namespace { implied });

/// `CREATE EXTENSION`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Extension {
    /// `SCHEMA`, if said.
    pub schema: Option<String>,
    /// `VERSION`, if said.
    pub version: Option<String>,
}

reads!(Extension { schema, version });

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ColumnRef {
    /// The table's schema.
    pub schema: String,
    /// The table.
    pub table: String,
    /// The column.
    pub column: String,
}

reads!(ColumnRef { schema, table, column });

/// A rare kind by its statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Definition {
    /// The canonical `CREATE ...` statement, without `;`.
    pub create: SqlText,
    /// What the statement says, clause by clause, where changes are made in place (`name → value`).
    pub clauses: crate::collections::BTreeMap<String, String>,
    /// Objects it uses, as far as its statement names them.
    pub uses: Vec<ObjectId>,
}

reads!(Definition { create, clauses, uses });
