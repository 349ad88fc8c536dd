//! What differs between two schemas, one entry an object, as the user is told of it.

use super::step::{Hazard, Lock, Reversible, Severity};
use crate::model::ObjectId;
use crate::{named, reads};
use serde::Serialize;

/// What happens to an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeType {
    /// It is new.
    Create,
    /// It is changed in place.
    Alter,
    /// It is dropped and made anew, for its own sake or because something it stands on gives way.
    Replace,
    /// It is called something else.
    Rename,
    /// It goes.
    Drop,
}

named!(ChangeType {
    Create = "create",
    Alter = "alter",
    Replace = "replace",
    Rename = "rename",
    Drop = "drop",
});

/// One difference and what is done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SchemaChange {
    /// What happens.
    pub change_type: ChangeType,
    /// To which object.
    pub id: ObjectId,
    /// The relation it belongs to, `schema.name`, if it belongs to one.
    pub table: Option<String>,
    /// Whether data are lost.
    pub is_destructive: bool,
    /// How much care it needs.
    pub severity: Severity,
    /// In words: `add column orders.total numeric`.
    pub description: String,
    /// The statements, each ending in `;`. Empty where another change brings it about.
    pub sql: String,
    /// The strongest lock on each relation it touches that was there before.
    pub locks: Vec<Lock>,
    /// Tables it rewrites.
    pub rewrites: Vec<ObjectId>,
    /// Tables it reads through.
    pub scans: Vec<ObjectId>,
    /// The data it destroys.
    pub destroys: Option<String>,
    /// Whether it can be taken back.
    pub reversible: Reversible,
    /// What can go wrong.
    pub hazards: Vec<Hazard>,
}

reads!(SchemaChange { change_type, id, table, is_destructive, severity, description, sql, locks, rewrites, scans, destroys, reversible, hazards; });

/// The code of the hazard that a definition goes which is nowhere else.
pub(crate) const FORGETS: &str = "loses-definition";

impl SchemaChange {
    /// Whether it is only made where the user agrees: it destroys data, or code that nobody else has.
    pub fn needs_consent(&self) -> bool {
        self.is_destructive || self.hazards.iter().any(|hazard| hazard.code == FORGETS)
    }
}
