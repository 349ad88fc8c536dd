//! Owners, privileges, comments.

use super::document::array;
use super::reader::Reader;
use crate::collections::{BTreeMap, BTreeSet};
use crate::dialect::postgres::parse::default_privileges;
use crate::dialect::postgres::privileges;
use crate::model::*;

impl<'a> Reader<'a> {
    /// Takes in the owner and the privileges of an object; NULL privileges are those it was made with.
    pub(super) fn label(&mut self, id: &ObjectId, owner: &str, acl: Option<&str>) {
        self.label_from(id, owner, acl, None);
    }

    /// The same where the object began with other privileges than its kind does (`public` and the like).
    pub(super) fn label_from(&mut self, id: &ObjectId, owner: &str, acl: Option<&str>, born: Option<&str>) {
        if privileges::has_owner(id.kind) && !privileges::is_built_in(id) {
            self.put(id.facet(Facet::Owner), Object::Owner(owner.to_owned()));
        }
        self.grants(id, owner, acl, born);
    }

    /// Takes in the privileges of an object or column as far as they are not those it was made with.
    pub(super) fn grants(&mut self, id: &ObjectId, owner: &str, acl: Option<&str>, born: Option<&str>) {
        let Some(held) = acl.map(|acl| items(id.kind, acl)) else { return };
        let born = born.map(|born| items(id.kind, born));
        let mut grantees: BTreeSet<&str> = held.keys().map(String::as_str).collect();
        grantees.extend(["public", owner]);
        grantees.extend(born.iter().flatten().map(|(grantee, _)| grantee.as_str()));
        for grantee in grantees {
            let mut has = held.get(grantee).cloned().unwrap_or_default();
            let had = match &born {
                Some(born) => born.get(grantee).cloned().unwrap_or_default(),
                None => privileges::default(id, grantee, Some(owner)),
            };
            let mut said = has != had;
            if !said && has != privileges::default(id, grantee, Some(owner)) {
                // Nobody said so, but other servers begin otherwise.
                has.privileges.insert(privileges::REST_OF_ALL.to_owned(), false);
                said = true;
            }
            if said {
                self.put(id.facet(Facet::Grant(grantee.to_owned())), Object::Grant(has));
            }
        }
    }

    /// What is said of the objects that were read.
    pub(super) fn comments(&mut self) {
        for mut row in self.rows("comments") {
            let (catalog, oid, column) = (row.text(), row.number(), row.number::<i32>());
            if let Some(id) = self.place(catalog, oid, column) {
                self.put(id.facet(Facet::Comment), Object::Comment(row.string()));
            }
        }
    }

    pub(super) fn security_labels(&mut self) {
        for mut row in self.rows("security_labels") {
            let (catalog, oid, column) = (row.text(), row.number(), row.number::<i32>());
            if let Some(id) = self.place(catalog, oid, column) {
                self.put(id.facet(Facet::SecurityLabel(row.string())), Object::SecurityLabel(row.string()));
            }
        }
    }

    pub(super) fn default_privileges(&mut self) {
        for mut row in self.rows("default_privileges") {
            let (role, schema) = (row.text(), row.text());
            let objects = match row.text() {
                "r" => "tables",
                "S" => "sequences",
                "T" => "types",
                "n" => "schemas",
                "L" => "large objects",
                _ => "functions",
            };
            let kind = default_privileges::kind_of(objects);
            let held = items(kind, row.text());
            let grantees = held.keys().map(String::as_str).chain(["public", role]).collect::<BTreeSet<_>>();
            for grantee in grantees {
                let grant = held.get(grantee).cloned().unwrap_or_default();
                if grant == default_privileges::base(schema, kind, grantee, Some(role)) {
                    continue;
                }
                let id =
                    ObjectId::part(Kind::DefaultPrivileges, schema, role, format!("{objects} {grantee}"));
                let (role, objects) = (Some(role.to_owned()), objects.to_owned());
                let rule = DefaultPrivileges { role, objects, grantee: grantee.to_owned(), grant };
                self.put(id, Object::DefaultPrivileges(rule));
            }
        }
    }

    /// The object, or the column of it, that stands in a place of the catalogs.
    pub(super) fn place(&self, catalog: &'a str, oid: u32, column: i32) -> Option<ObjectId> {
        if column != 0 {
            let relation = self.relations.get(&oid)?;
            let name = self.columns.get(&(oid, column))?;
            return Some(ObjectId::column(&*relation.schema, &*relation.name, name));
        }
        self.places.get(&(catalog, oid)).cloned()
    }
}

/// The privileges in an access list, by grantee.
pub(super) fn items(kind: Kind, acl: &str) -> BTreeMap<String, Grant> {
    let mut out: BTreeMap<String, Grant> = BTreeMap::new();
    for item in array(acl) {
        let (grantee, rest) = role(&item);
        let letters = rest.strip_prefix('=').unwrap_or(rest);
        let letters = letters.split('/').next().unwrap_or_default();
        let grantee = if grantee.is_empty() { "public".to_owned() } else { grantee };
        let grant = out.entry(grantee).or_default();
        let mut letters = letters.chars().peekable();
        while let Some(letter) = letters.next() {
            let option = letters.next_if_eq(&'*').is_some();
            if let Some(name) = privilege(letter) {
                *grant.privileges.entry(name.to_owned()).or_default() |= option;
            }
        }
    }
    for grant in out.values_mut() {
        // Who holds everything holds MAINTAIN, too, where that is known.
        if privileges::holds_all(kind, grant) {
            grant.privileges.remove(privileges::MAINTAIN);
        }
    }
    out
}

/// A role at the start of an item, in quotes where it must be, and the rest.
fn role(item: &str) -> (String, &str) {
    let Some(quoted) = item.strip_prefix('"') else {
        let at = item.find('=').unwrap_or(item.len());
        let (name, rest) = item.split_at_checked(at).unwrap_or((item, ""));
        return (name.to_owned(), rest);
    };
    let mut name = String::new();
    let mut chars = quoted.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c != '"' {
            name.push(c);
        } else if chars.next_if(|(_, next)| *next == '"').is_some() {
            name.push('"');
        } else {
            return (name, quoted.get(at + 1..).unwrap_or_default());
        }
    }
    (name, "")
}

/// The privilege that a letter stands for (src/include/utils/acl.h).
fn privilege(letter: char) -> Option<&'static str> {
    Some(match letter {
        'r' => "select",
        'a' => "insert",
        'w' => "update",
        'd' => "delete",
        'D' => "truncate",
        'x' => "references",
        't' => "trigger",
        'X' => "execute",
        'U' => "usage",
        'C' => "create",
        'T' => "temporary",
        'c' => "connect",
        's' => "set",
        'A' => "alter system",
        'm' => "maintain",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn access_lists() {
        let acl = r#"{=r/o,a=r*w/o,"\"b \"\"c\"=arwdDxtm/o"}"#;
        let got = items(Kind::Table, acl);
        let names = |grantee: &str| {
            let privileges = got.get(grantee).map(|grant| grant.privileges.clone()).unwrap_or_default();
            privileges
                .into_iter()
                .map(|(name, option)| format!("{name}{}", if option { "*" } else { "" }))
                .collect::<Vec<_>>()
        };
        assert_eq!(names("public"), ["select"]);
        assert_eq!(names("a"), ["select*", "update"]);
        assert_eq!(names("b \"c").len(), 7);
    }
}
