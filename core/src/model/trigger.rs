//! What fires on a relation or guards it: triggers, rules, row-level security policies.

use super::{QualifiedName, SqlText};
use crate::{named, reads};
use serde::Serialize;

/// A trigger of a table or view.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Trigger {
    /// `CREATE CONSTRAINT TRIGGER`.
    pub constraint: bool,
    /// `before`, `after`, `instead of`.
    pub timing: String,
    /// `INSERT`.
    pub insert: bool,
    /// `DELETE`.
    pub delete: bool,
    /// `TRUNCATE`.
    pub truncate: bool,
    /// `UPDATE`.
    pub update: bool,
    /// `UPDATE OF`.
    pub update_of: Vec<String>,
    /// `FROM table` of a constraint trigger.
    pub from: Option<QualifiedName>,
    /// `DEFERRABLE`.
    pub deferrable: bool,
    /// `INITIALLY DEFERRED`.
    pub deferred: bool,
    /// `REFERENCING OLD TABLE AS`.
    pub old_table: Option<String>,
    /// `REFERENCING NEW TABLE AS`.
    pub new_table: Option<String>,
    /// `FOR EACH ROW` rather than STATEMENT.
    pub each_row: bool,
    /// `WHEN`, without the outer parentheses.
    pub when: Option<SqlText>,
    /// The function it calls.
    pub function: QualifiedName,
    /// The string arguments it passes.
    pub arguments: Vec<String>,
    /// When it fires.
    pub enabled: Enabled,
    /// Cloned from a partitioned parent: never made or dropped on its own.
    pub inherited: bool,
}

reads!(Trigger {
    constraint,
    timing,
    insert,
    delete,
    truncate,
    update,
    update_of,
    from,
    deferrable,
    deferred,
    old_table,
    new_table,
    each_row,
    when,
    function,
    arguments,
    enabled,
    inherited
});

/// When a trigger or rule fires.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Enabled {
    #[default]
    Origin,
    Disabled,
    Replica,
    Always,
}

named!(Enabled {
    Origin = "origin",
    Disabled = "disabled",
    Replica = "replica",
    Always = "always",
});

/// A rewrite rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// `select`, `insert`, `update`, `delete`.
    pub event: String,
    /// `WHERE`.
    pub condition: Option<SqlText>,
    /// `INSTEAD` rather than `ALSO`.
    pub instead: bool,
    /// The commands; empty for NOTHING.
    pub commands: Vec<SqlText>,
    /// When it fires.
    pub enabled: Enabled,
}

reads!(Rule { event, condition, instead, commands, enabled });

/// A row-level security policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Policy {
    /// `PERMISSIVE` rather than RESTRICTIVE.
    pub permissive: bool,
    /// `all`, `select`, `insert`, `update`, `delete`.
    pub command: String,
    /// The roles, sorted; `public` for all.
    pub roles: Vec<String>,
    /// `USING`, without outer parentheses.
    pub using: Option<SqlText>,
    /// `WITH CHECK`, without outer parentheses.
    pub check: Option<SqlText>,
}

reads!(Policy { permissive, command, roles, using, check });
