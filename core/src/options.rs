//! What the user may say about a comparison. Plain data; how it is read from a command line is the host's business.

use crate::model::ObjectId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What to compare and how to plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Options {
    /// Only these schemas; empty for all.
    pub schemas: Vec<String>,
    /// Objects to leave alone: patterns with `*` and `?`, matched against `name`, `schema.name` and `schema.name.part`.
    pub ignore: Vec<String>,
    /// `--rename old=new`, both as the user wrote them.
    pub renames: Vec<Rename>,
    /// `-- @renamed from=old` of the desired source: new id → old name as written.
    pub directives: BTreeMap<ObjectId, String>,
    /// What is managed even where the desired source says nothing of it.
    pub manage: Manage,
    /// Write steps that let the application go on: CONCURRENTLY, NOT VALID and VALIDATE.
    pub online: bool,
}

/// `old=new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rename {
    /// The old name: `table`, `schema.table`, `table.column`, `schema.table.column`; a kind may stand before it.
    pub from: String,
    /// The new name; what it leaves out is as in the old one.
    pub to: String,
}

/// What is managed for every object. Otherwise only for those of which the desired source says something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Manage {
    /// Owners.
    pub owners: bool,
    /// Privileges.
    pub grants: bool,
}

impl Options {
    /// Whether an object is to be compared at all.
    pub fn includes(&self, id: &ObjectId) -> bool {
        let schema = if id.kind == crate::model::Kind::Schema { &id.name } else { &id.schema };
        if !self.schemas.is_empty() && !schema.is_empty() && !self.schemas.contains(schema) {
            return false;
        }
        if self.ignore.is_empty() {
            return true;
        }
        let full = format!("{}.{}", id.schema, id.name);
        let part = format!("{full}.{}", id.part);
        let short = format!("{}.{}", id.name, id.part);
        !(self.ignore.iter())
            .any(|pattern| [&id.name, &full, &part, &short].into_iter().any(|name| matches(pattern, name)))
    }
}

/// Whether a name fits a pattern of `*` (any characters) and `?` (one).
fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut p, mut n, mut star) = (0, 0, None);
    while n < name.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(c) if *c == '?' || *c == name[n] => {
                p += 1;
                n += 1;
            }
            _ => match star {
                Some((at, from)) => {
                    star = Some((at, from + 1));
                    p = at + 1;
                    n = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        let check = |pattern: &str, name: &str, expected: bool| {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        };
        check("a*", "abc", true);
        check("*_old", "t_old", true);
        check("*_old", "t_older", false);
        check("?.b", "a.b", true);
        check("", "", true);
        check("*a*b", "xaxbxb", true);
    }
}
