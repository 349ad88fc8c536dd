//! What of a schema counts: only some database schemas, without what a pattern names.

use crate::collections::BTreeSet;
use crate::model::{Facet, Kind, Object, ObjectId, Schema};
use crate::reads;
use serde::Serialize;

/// What counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Scope {
    /// The database schemas to look at; all when empty. What lives in no schema counts only then.
    pub schemas: Vec<String>,
    /// Patterns of qualified names to leave out: `public.tmp_*`, `audit`, `*.note`. `*` stands for any characters,
    /// `?` for one. What is left out takes along what belongs to it: a table its columns, a schema all in it.
    pub ignore: Vec<String>,
    /// The kinds of what lives in no schema that count besides, where `schemas` limits.
    pub kinds: BTreeSet<Kind>,
}

reads!(Scope { schemas, ignore, kinds });

impl Scope {
    /// This scope, or where it names no schemas that of the schemas a source mentions, with what lives in no schema as
    /// far as the source has things of its kind.
    pub fn mentioned(&self, source: &Schema) -> Self {
        if !self.schemas.is_empty() {
            return self.clone();
        }
        let mut schemas = BTreeSet::new();
        let mut kinds = BTreeSet::new();
        for id in source.objects.keys() {
            match (id.kind, id.schema.as_str()) {
                // It is there whether a source says so or not.
                (Kind::Schema, _) if id.name == "public" && id.facet.is_itself() => {}
                (Kind::Schema, _) => _ = schemas.insert(id.name.clone()),
                // A mark of the source as a whole.
                (Kind::Database, _) => {}
                (kind, "") => _ = kinds.insert(kind),
                (_, schema) => _ = schemas.insert(schema.to_owned()),
            }
        }
        Scope { schemas: schemas.into_iter().collect(), ignore: self.ignore.clone(), kinds }
    }

    /// The part of a schema that counts.
    pub fn limit(&self, mut schema: Schema) -> Schema {
        if *self == Scope::default() {
            return schema;
        }
        let counts: Vec<bool> = schema.objects.keys().map(|id| self.counts(id, &schema)).collect();
        let mut counts = counts.into_iter();
        schema.objects.retain(|_, _| counts.next().unwrap_or(true));
        schema
    }

    /// Whether an object counts, seen with all that it belongs to.
    fn counts(&self, id: &ObjectId, schema: &Schema) -> bool {
        if !self.ignore.is_empty() && self.ignores_whole(id, schema) {
            return false;
        }
        // What belongs to something lives in the same schema.
        self.schemas.is_empty()
            || match id.kind {
                Kind::Schema => self.schemas.contains(&id.name),
                // A mark of the source as a whole.
                Kind::Database => true,
                kind if id.schema.is_empty() => self.kinds.contains(&kind),
                _ => self.schemas.contains(&id.schema),
            }
    }

    /// Whether an object is left out, or something that it belongs to.
    fn ignores_whole(&self, id: &ObjectId, schema: &Schema) -> bool {
        let mut id = id.clone();
        loop {
            if self.ignores(&id) {
                return true;
            }
            match owner(&id, schema) {
                // A part belongs to a relation, a relation to nothing: this ends.
                Some(parent) if parent != id => id = parent,
                _ => return false,
            }
        }
    }

    fn ignores(&self, id: &ObjectId) -> bool {
        let name = match id.is_part() {
            true => format!("{}.{}", id.name, id.part),
            false => id.name.clone(),
        };
        let mut names = vec![name.clone()];
        if !id.schema.is_empty() {
            names = vec![format!("{}.{name}", id.schema), id.schema.clone()];
            if id.schema == "public" {
                names.push(name.clone());
            }
        }
        if !id.is_part() && !id.part.is_empty() {
            names.extend(names.clone().iter().map(|name| format!("{name}{}", id.part)));
        }
        self.ignore.iter().any(|pattern| names.iter().any(|name| matches(pattern, name)))
    }
}

/// What an entry belongs to; a sequence belongs to the table whose column owns it.
fn owner(id: &ObjectId, schema: &Schema) -> Option<ObjectId> {
    match schema.get(&id.facet(Facet::OwnedBy)) {
        Some(Object::OwnedBy(column)) if id.facet.is_itself() => {
            schema.relation(&column.schema, &column.table).filter(|_| id.kind == Kind::Sequence)
        }
        _ => schema.parent(id),
    }
}

/// Whether a name matches a pattern of `*` and `?`.
pub fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<char>, Vec<char>) = (pattern.chars().collect(), name.chars().collect());
    let (mut p, mut n) = (0, 0);
    let mut star = None;
    while let Some(c) = name.get(n) {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, n));
                p += 1;
            }
            Some(want) if *want == '?' || want == c => (p, n) = (p + 1, n + 1),
            // The last star takes one character more.
            _ => match star {
                Some((at, taken)) => {
                    star = Some((at, taken + 1));
                    (p, n) = (at + 1, taken + 1);
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(p).all(|c| *c == '*')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Column, ColumnRef, Extension, Index, Namespace, Sequence, Table};

    #[test]
    fn patterns() {
        for (pattern, name, expected) in [
            ("a", "a", true),
            ("a", "ab", false),
            ("a*", "abc", true),
            ("*c", "abc", true),
            ("a?c", "abc", true),
            ("*b*b", "abab", true),
            ("*.note", "public.orders.note", true),
            ("", "", true),
            ("*", "", true),
            ("a*b", "a", false),
        ] {
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }

    fn schema() -> Schema {
        let owned = ObjectId::new(Kind::Sequence, "app", "s");
        let column = ColumnRef { schema: "app".into(), table: "t".into(), column: "a".into() };
        let objects = [
            (ObjectId::new(Kind::Schema, "", "app"), Object::Schema(Namespace::default())),
            (ObjectId::new(Kind::Extension, "", "citext"), Object::Extension(Extension::default())),
            (owned.clone(), Object::Sequence(Sequence::default())),
            (owned.facet(Facet::OwnedBy), Object::OwnedBy(column)),
            (ObjectId::table("app", "t"), Object::Table(Table::default())),
            (ObjectId::table("public", "t"), Object::Table(Table::default())),
            (ObjectId::column("app", "t", "a"), Object::Column(Column::default())),
            (
                ObjectId::new(Kind::Index, "app", "i"),
                Object::Index(Index { table: "t".into(), ..Index::default() }),
            ),
        ];
        Schema { objects: objects.into_iter().collect() }
    }

    #[track_caller]
    fn check(schemas: &[&str], ignore: &[&str], expected: &[&str]) {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let scope = Scope { schemas: owned(schemas), ignore: owned(ignore), ..Scope::default() };
        let left = scope.limit(schema());
        let left: Vec<_> =
            left.objects.keys().filter(|id| id.facet.is_itself()).map(ToString::to_string).collect();
        pretty_assertions::assert_eq!(left, expected);
    }

    #[test]
    fn limits() {
        check(&["public"], &[], &["table t"]);
        check(
            &["app"],
            &[],
            &["schema app", "sequence app.s", "table app.t", "column app.t.a", "index app.i"],
        );
        check(&[], &["app.t"], &["schema app", "extension citext", "table t"]);
        check(&[], &["app"], &["extension citext", "table t"]);
        check(&["app"], &["*.a"], &["schema app", "sequence app.s", "table app.t", "index app.i"]);
        check(&[], &["t", "app*"], &["extension citext"]);
    }

    #[test]
    fn mentions() {
        let mut source = schema();
        let public = ObjectId::new(Kind::Schema, "", "public");
        source.objects.insert(public, Object::Schema(Namespace::default()));
        source.objects.retain(|id, _| id.schema == "app" || id.schema.is_empty());
        let scope = Scope::default().mentioned(&source);
        assert_eq!((scope.schemas, scope.kinds), (vec!["app".to_owned()], [Kind::Extension].into()));
        let scope = Scope { schemas: vec!["x".into()], ..Scope::default() };
        assert_eq!(scope.mentioned(&source), scope);
    }
}
