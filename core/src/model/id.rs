//! Typed ids: what an object is and what it is called. One entry of a `Schema` stands under each.

use super::order;
use crate::value::{FromValue, Unread, from_value, variant};
use crate::{named, reads};
use serde::Serialize;
use serde_json::Value;
use std::cmp::Ordering;
use std::fmt;

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Kind {
    Role,
    AccessMethod,
    Language,
    Schema,
    Extension,
    DefaultPrivileges,
    Collation,
    Conversion,
    /// Every type in `pg_type` that a user makes: enum, composite, range, base, shell; domains too.
    Type,
    Sequence,
    /// Tables of every sort, foreign tables too.
    Table,
    Column,
    /// Of a table.
    Constraint,
    Index,
    /// Views and materialised views.
    View,
    /// Functions and procedures, by signature.
    Function,
    Aggregate,
    Operator,
    OperatorFamily,
    OperatorClass,
    Cast,
    Transform,
    Trigger,
    EventTrigger,
    Rule,
    Policy,
    Statistics,
    TextSearchParser,
    TextSearchDictionary,
    TextSearchTemplate,
    TextSearchConfiguration,
    ForeignDataWrapper,
    Server,
    UserMapping,
    Publication,
    Subscription,
    LargeObject,
    Database,
    Tablespace,
}

named!(Kind {
    Role = "role",
    AccessMethod = "access_method",
    Language = "language",
    Schema = "schema",
    Extension = "extension",
    DefaultPrivileges = "default_privileges",
    Collation = "collation",
    Conversion = "conversion",
    Type = "type",
    Sequence = "sequence",
    Table = "table",
    Column = "column",
    Constraint = "constraint",
    Index = "index",
    View = "view",
    Function = "function",
    Aggregate = "aggregate",
    Operator = "operator",
    OperatorFamily = "operator_family",
    OperatorClass = "operator_class",
    Cast = "cast",
    Transform = "transform",
    Trigger = "trigger",
    EventTrigger = "event_trigger",
    Rule = "rule",
    Policy = "policy",
    Statistics = "statistics",
    TextSearchParser = "text_search_parser",
    TextSearchDictionary = "text_search_dictionary",
    TextSearchTemplate = "text_search_template",
    TextSearchConfiguration = "text_search_configuration",
    ForeignDataWrapper = "foreign_data_wrapper",
    Server = "server",
    UserMapping = "user_mapping",
    Publication = "publication",
    Subscription = "subscription",
    LargeObject = "large_object",
    Database = "database",
    Tablespace = "tablespace",
});

impl Kind {
    /// The words that name the kind in DDL, in lower case.
    pub fn words(self) -> &'static str {
        match self {
            Kind::Role => "role",
            Kind::AccessMethod => "access method",
            Kind::Language => "language",
            Kind::Schema => "schema",
            Kind::Extension => "extension",
            Kind::DefaultPrivileges => "default privileges",
            Kind::Collation => "collation",
            Kind::Conversion => "conversion",
            Kind::Type => "type",
            Kind::Sequence => "sequence",
            Kind::Table => "table",
            Kind::Column => "column",
            Kind::Constraint => "constraint",
            Kind::Index => "index",
            Kind::View => "view",
            Kind::Function => "function",
            Kind::Aggregate => "aggregate",
            Kind::Operator => "operator",
            Kind::OperatorFamily => "operator family",
            Kind::OperatorClass => "operator class",
            Kind::Cast => "cast",
            Kind::Transform => "transform",
            Kind::Trigger => "trigger",
            Kind::EventTrigger => "event trigger",
            Kind::Rule => "rule",
            Kind::Policy => "policy",
            Kind::Statistics => "statistics",
            Kind::TextSearchParser => "text search parser",
            Kind::TextSearchDictionary => "text search dictionary",
            Kind::TextSearchTemplate => "text search template",
            Kind::TextSearchConfiguration => "text search configuration",
            Kind::ForeignDataWrapper => "foreign data wrapper",
            Kind::Server => "server",
            Kind::UserMapping => "user mapping",
            Kind::Publication => "publication",
            Kind::Subscription => "subscription",
            Kind::LargeObject => "large object",
            Kind::Database => "database",
            Kind::Tablespace => "tablespace",
        }
    }
}

/// Which side of an object an entry describes. Everything that can change on its own is an entry of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    /// The object's definition.
    #[default]
    Itself,
    /// A column's default expression.
    Default,
    /// The column that owns a sequence.
    OwnedBy,
    /// A table's replica identity, when it is not the default.
    ReplicaIdentity,
    /// The index a table is clustered on.
    ClusterOn,
    /// Its owner.
    Owner,
    /// Its comment.
    Comment,
    /// Its security label for a provider.
    SecurityLabel(String),
    /// What a grantee may do with it (`public` for everybody).
    Grant(String),
}

impl FromValue for Facet {
    fn from_value(value: Value) -> Result<Self, Unread> {
        let (name, content) = variant(value)?;
        Ok(match name.as_str() {
            "itself" => Facet::Itself,
            "default" => Facet::Default,
            "owned_by" => Facet::OwnedBy,
            "replica_identity" => Facet::ReplicaIdentity,
            "cluster_on" => Facet::ClusterOn,
            "owner" => Facet::Owner,
            "comment" => Facet::Comment,
            "security_label" => Facet::SecurityLabel(from_value(content)?),
            "grant" => Facet::Grant(from_value(content)?),
            _ => return Err(Unread::new(format!("`{name}` is no facet of an object"))),
        })
    }
}

impl Facet {
    /// Whether it is the object's definition.
    pub fn is_itself(&self) -> bool {
        *self == Facet::Itself
    }
}

/// The id of an object: kind, schema, name, and for what lives inside a relation the part's name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ObjectId {
    /// What it is.
    pub kind: Kind,
    /// The schema it lives in; empty for what lives in none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub schema: String,
    /// Its name; for a part of a relation, the relation's.
    pub name: String,
    /// For a column, constraint, trigger, rule or policy its own name; for a function, aggregate or operator its
    /// argument types in parentheses, canonical and comma-separated; empty for all others.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
    /// Which side of the object.
    #[serde(skip_serializing_if = "Facet::is_itself")]
    pub facet: Facet,
}

reads!(ObjectId { kind, name; schema, part, facet });

impl PartialOrd for ObjectId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ObjectId {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.kind.cmp(&other.kind))
            .then_with(|| order::names(&self.schema, &other.schema))
            .then_with(|| order::names(&self.name, &other.name))
            .then_with(|| order::names(&self.part, &other.part))
            .then_with(|| self.facet.cmp(&other.facet))
    }
}

impl ObjectId {
    /// An object in a schema, or in none (`""`).
    pub fn new(kind: Kind, schema: impl Into<String>, name: impl Into<String>) -> Self {
        ObjectId { kind, schema: schema.into(), name: name.into(), part: String::new(), facet: Facet::Itself }
    }

    /// A part of a relation, or a function with its signature.
    pub fn part(
        kind: Kind,
        schema: impl Into<String>,
        name: impl Into<String>,
        part: impl Into<String>,
    ) -> Self {
        ObjectId { part: part.into(), ..Self::new(kind, schema, name) }
    }

    /// A column of a relation.
    pub fn column(schema: impl Into<String>, table: impl Into<String>, column: impl Into<String>) -> Self {
        Self::part(Kind::Column, schema, table, column)
    }

    /// A table.
    pub fn table(schema: impl Into<String>, name: impl Into<String>) -> Self {
        Self::new(Kind::Table, schema, name)
    }

    /// Another side of the same object.
    pub fn facet(&self, facet: Facet) -> Self {
        ObjectId { facet, ..self.clone() }
    }

    /// The object itself, whatever side this id names.
    pub fn itself(&self) -> Self {
        self.facet(Facet::Itself)
    }

    /// Whether it is a part of a relation rather than an object with a name of its own.
    pub fn is_part(&self) -> bool {
        matches!(self.kind, Kind::Column | Kind::Constraint | Kind::Trigger | Kind::Rule | Kind::Policy)
    }

    /// The name a person knows the object by inside its parent.
    pub fn own_name(&self) -> &str {
        if self.is_part() { &self.part } else { &self.name }
    }
}

/// For people: `table app.orders`, `column orders.total`, `comment on view v`.
impl fmt::Display for ObjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.facet {
            Facet::Itself => {}
            Facet::Default => f.write_str("default of ")?,
            Facet::OwnedBy => f.write_str("owning column of ")?,
            Facet::ReplicaIdentity => f.write_str("replica identity of ")?,
            Facet::ClusterOn => f.write_str("cluster index of ")?,
            Facet::Owner => f.write_str("owner of ")?,
            Facet::Comment => f.write_str("comment on ")?,
            Facet::SecurityLabel(provider) => write!(f, "security label of {provider} on ")?,
            Facet::Grant(grantee) => write!(f, "privileges of {grantee} on ")?,
        }
        write!(f, "{} ", self.kind.words())?;
        if !self.schema.is_empty() && self.schema != "public" {
            write!(f, "{}.", self.schema)?;
        }
        f.write_str(&self.name)?;
        match self.is_part() {
            true => write!(f, ".{}", self.part),
            false => f.write_str(&self.part),
        }
    }
}
