//! What the user may say about a comparison. Plain data; how it is read from a command line is the host's business.

use crate::collections::{BTreeMap, BTreeSet};
use crate::model::ObjectId;
use crate::reads;
use serde::Serialize;

/// New id → the names that it may have now, as written, the likeliest first.
pub type Directives = BTreeMap<ObjectId, Vec<String>>;

/// What to compare and how to plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Options {
    /// `--rename old=new`, both as the user wrote them.
    pub renames: Vec<Rename>,
    /// `-- @renamed from=old` of the desired source, and what it renames itself.
    pub directives: Directives,
    /// What is managed even where the desired source says nothing of it.
    pub manage: Manage,
    /// Write steps that let the application go on: CONCURRENTLY, NOT VALID and VALIDATE.
    pub online: bool,
    /// Tables known to hold no rows: nobody waits for what is done to them, so `online` does not count there.
    pub empty: BTreeSet<ObjectId>,
    /// What the server of the current schema makes of desired texts: its answers to the dialect's questions.
    pub answers: BTreeMap<ObjectId, Vec<String>>,
    /// The version of the server of the current schema (`150004`), where one is asked: what it does not take is not written.
    pub server: Option<u32>,
}

/// `old=new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rename {
    /// The old name: `table`, `schema.table`, `table.column`, `schema.table.column`; a kind may stand before it.
    pub from: String,
    /// The new name; what it leaves out is as in the old one.
    pub to: String,
}

/// What is managed for every object. Otherwise only for those of which the desired source says something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Manage {
    /// Owners.
    pub owners: bool,
    /// Privileges.
    pub grants: bool,
}

reads!(Manage { owners, grants });
