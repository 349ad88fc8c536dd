//! Privileges: what a grantee may do with an object.

use crate::collections::BTreeMap;
use crate::reads;
use serde::Serialize;

/// The privileges of one grantee on one object, each with whether it may be passed on.
/// A grantee in whose entry nothing is left (`REVOKE ALL`) keeps the empty entry: it says that there are none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Grant {
    /// Privilege in lower case (`select`, `usage`, ...) → `WITH GRANT OPTION`. `all` is written out.
    pub privileges: BTreeMap<String, bool>,
}

reads!(Grant { privileges });

/// `ALTER DEFAULT PRIVILEGES`: its id holds the schema, the role (`name`) and the kind of object and grantee (`part`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DefaultPrivileges {
    /// For whose objects; `None` for the current role's.
    pub role: Option<String>,
    /// `tables`, `sequences`, `functions`, `types`, `schemas`.
    pub objects: String,
    /// To whom.
    pub grantee: String,
    /// What.
    pub grant: Grant,
}

reads!(DefaultPrivileges { role, objects, grantee, grant });
