//! Schemas, extensions; enums, domains and composite types (their attributes are columns).

use super::reader::{Reader, name};
use crate::model::*;

impl Reader<'_> {
    pub(super) fn schemas(&mut self) {
        for mut row in self.rows("schemas") {
            let oid = row.number();
            let id = ObjectId::new(Kind::Schema, "", row.text());
            self.places.insert(("pg_namespace", oid), id.clone());
            self.put(id.clone(), Object::Schema(Namespace::default()));
            let (owner, acl, born) = (row.text(), row.opt(), row.opt());
            self.label_from(&id, owner, acl, born);
        }
    }

    pub(super) fn extensions(&mut self) {
        for mut row in self.rows("extensions") {
            let oid = row.number();
            let id = ObjectId::new(Kind::Extension, "", row.text());
            self.places.insert(("pg_extension", oid), id.clone());
            let (schema, version) = (Some(row.string()), Some(row.string()));
            self.put(id, Object::Extension(Extension { schema, version }));
        }
    }

    pub(super) fn types(&mut self) {
        for mut row in self.rows("types") {
            let oid = row.number();
            let id = ObjectId::new(Kind::Type, row.text(), row.text());
            let (kind, owner, acl) = (row.text(), row.text(), row.opt());
            let labels = row.list();
            let object = match kind {
                "e" => Object::Enum(EnumType { labels }),
                "d" => Object::Domain(Domain {
                    base: self.ty(row.text()),
                    not_null: row.flag(),
                    default: row.opt().map(|text| self.sql(text)),
                    collation: name(row.opt(), row.opt()),
                    checks: Vec::new(),
                }),
                _ => {
                    // The cells of domains come first.
                    row.skip(5);
                    self.relations.insert(row.number(), id.clone());
                    Object::Composite(CompositeType::default())
                }
            };
            self.places.insert(("pg_type", oid), id.clone());
            self.put(id.clone(), object);
            self.label(&id, owner, acl);
        }
    }
}
