//! Views with their columns, and row-level security policies.

use super::reader::Reader;
use crate::model::*;

impl Reader<'_> {
    pub(super) fn views(&mut self) {
        for mut row in self.rows("views") {
            let oid = row.number();
            let id = ObjectId::new(Kind::View, row.text(), row.text());
            self.relations.insert(oid, id.clone());
            self.places.insert(("pg_class", oid), id.clone());
            let mut view = View { materialized: row.flag(), ..View::default() };
            let (owner, acl) = (row.text(), row.opt());
            let options = row.pairs::<Vec<_>>().into_iter();
            view.options = options.map(|(name, value)| (name, value.to_ascii_lowercase())).collect();
            view.tablespace = row.opt().map(str::to_owned);
            view.access_method = row.opt().filter(|method| *method != "heap").map(str::to_owned);
            view.with_no_data = NoData(!row.flag());
            view.query = self.sql(row.text().trim_end().trim_end_matches(';'));
            self.put(id.clone(), Object::View(view));
            self.label(&id, owner, acl);
        }
        for mut row in self.rows("view_columns") {
            let (view, number) = (row.number(), row.number());
            let Some(of) = self.relation(view) else { continue };
            let id = ObjectId::column(of.schema, of.name, row.text());
            self.columns.insert((view, number), id.part.clone());
            if let Some(default) = row.opt() {
                let default = self.sql(default);
                self.put(id.facet(Facet::Default), Object::Default(default));
            }
            self.grants(&id, "", row.opt(), None);
        }
    }

    pub(super) fn policies(&mut self) {
        for mut row in self.rows("policies") {
            let oid = row.number();
            let Some(of) = self.relation(row.number()) else { continue };
            let id = ObjectId::part(Kind::Policy, of.schema, of.name, row.text());
            self.places.insert(("pg_policy", oid), id.clone());
            let permissive = row.flag();
            let command = match row.text() {
                "r" => "select",
                "a" => "insert",
                "w" => "update",
                "d" => "delete",
                _ => "all",
            };
            let mut roles = row.list();
            roles.sort();
            let mut text = || row.opt().map(|text| self.sql(text));
            let (using, check) = (text(), text());
            let policy = Policy { permissive, command: command.to_owned(), roles, using, check };
            self.put(id, Object::Policy(policy));
        }
    }
}
