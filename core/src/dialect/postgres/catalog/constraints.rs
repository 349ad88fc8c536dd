//! Constraints of tables, and the checks of domains.

use super::document::Cells;
use super::reader::{Reader, name};
use crate::dialect::postgres::parse::links::constraint_id;
use crate::dialect::postgres::parse::printed;
use crate::model::*;
use crate::source::Span;

impl<'a> Reader<'a> {
    pub(super) fn constraints(&mut self) {
        self.checks();
        for row in self.rows("keys") {
            self.key(row);
        }
        for row in self.rows("foreign_keys") {
            self.foreign_key(row);
        }
    }

    fn checks(&mut self) {
        for mut row in self.rows("checks") {
            let (oid, table, domain): (u32, u32, u32) = (row.number(), row.number(), row.number());
            let own = row.string();
            let expression = self.sql(row.text());
            let no_inherit = row.flag();
            let (local, inherited, valid, enforced) = (row.flag(), row.flag(), row.flag(), row.flag());
            let not_valid = !valid && enforced;
            if let Some(id) = self.places.get(&("pg_type", domain)).filter(|_| table == 0).cloned() {
                self.places.insert(
                    ("pg_constraint", oid),
                    ObjectId::part(Kind::Constraint, &*id.schema, &*id.name, &*own),
                );
                if let Some(Object::Domain(domain)) = self.builder.schema.objects.get_mut(&id) {
                    domain.checks.push(DomainCheck { name: own, expression, not_valid });
                    domain.checks.sort_by(|a, b| a.name.cmp(&b.name));
                }
                continue;
            }
            let Some(of) = self.relations.get(&table).cloned() else { continue };
            let inherited = if self.is_partition(&of) { inherited } else { !local };
            let rule = ConstraintRule::Check { expression, no_inherit };
            let (deferrable, deferred, not_enforced) = (false, false, !enforced);
            self.constraint(
                oid,
                table,
                &own,
                Constraint { rule, deferrable, deferred, not_valid, not_enforced, inherited },
            );
        }
    }

    /// Takes in a constraint of a table.
    fn constraint(&mut self, oid: u32, table: u32, own: &str, constraint: Constraint) {
        let Some(table) = self.relation(table) else { return };
        self.places.insert(("pg_constraint", oid), constraint_id(&table, own));
        self.builder.put_constraint(&table, own, constraint, Span::default());
    }

    fn key(&mut self, mut row: Cells<'a>) {
        let (oid, index, table): (u32, u32, u32) = (row.number(), row.number(), row.number());
        let own = row.text();
        let Some(of) = self.relation(table) else { return };
        self.places.insert(("pg_class", index), ObjectId::new(Kind::Index, &*of.schema, own));
        let kind = row.text();
        let (deferrable, deferred) = (row.flag(), row.flag());
        let mut columns = self.column_names(table, &row.numbers());
        let include = columns.split_off(row.number::<usize>().min(columns.len()));
        let mut key = Key { primary: kind == "p", columns, include, ..Key::default() };
        (key.nulls_not_distinct, key.without_overlaps) = (row.flag(), row.flag());
        key.parameters = row.pairs();
        key.tablespace = row.opt().map(str::to_owned);
        key.parent = name(row.opt(), row.opt());
        let inherited = row.flag();
        let rule = match row.opt() {
            None => ConstraintRule::Key(key),
            Some(text) => match self.parse(&constraint_id(&of, own), text, printed::constraint) {
                Some(Constraint { rule: ConstraintRule::Exclude(mut exclude), .. }) => {
                    exclude.index.parameters = key.parameters;
                    exclude.index.tablespace = key.tablespace;
                    exclude.index.parent = key.parent;
                    ConstraintRule::Exclude(exclude)
                }
                _ => return,
            },
        };
        let (not_valid, not_enforced) = (false, false);
        self.constraint(
            oid,
            table,
            own,
            Constraint { rule, deferrable, deferred, not_valid, not_enforced, inherited },
        );
    }

    fn foreign_key(&mut self, mut row: Cells<'a>) {
        let (oid, table): (u32, u32) = (row.number(), row.number());
        let own = row.text();
        let (deferrable, deferred, valid, enforced) = (row.flag(), row.flag(), row.flag(), row.flag());
        let inherited = row.flag();
        let columns = self.column_names(table, &row.numbers());
        let there: u32 = row.number();
        let referenced = self.column_names(there, &row.numbers());
        let key = ForeignKey {
            columns,
            table: self.relation(there).unwrap_or_default(),
            referenced,
            on_update: action(row.text()),
            on_delete: action(row.text()),
            match_full: row.text() == "f",
            delete_columns: self.column_names(table, &row.numbers()),
            period: row.flag(),
        };
        let mut rule = ConstraintRule::ForeignKey(key);
        if let Some(text) = row.opt() {
            let Some(of) = self.relation(table) else { return };
            let Some(read) = self.parse(&constraint_id(&of, own), text, printed::constraint) else { return };
            rule = read.rule;
        }
        let (not_valid, not_enforced) = (!valid && enforced, !enforced);
        self.constraint(
            oid,
            table,
            own,
            Constraint { rule, deferrable, deferred, not_valid, not_enforced, inherited },
        );
    }
}

fn action(letter: &str) -> Action {
    match letter {
        "r" => Action::Restrict,
        "c" => Action::Cascade,
        "n" => Action::SetNull,
        "d" => Action::SetDefault,
        _ => Action::NoAction,
    }
}
