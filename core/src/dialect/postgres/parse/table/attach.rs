//! Tables that become part of others and stop being so: ATTACH and DETACH PARTITION, INHERIT, NO INHERIT, OF, NOT OF,
//! and an index's ATTACH PARTITION.

use super::super::builder::Builder;
use super::super::fault::Parse;
use super::super::index::index_table;
use super::super::links::{constraint_id, object_id};
use crate::model::{ConstraintRule, Kind, Object, PartitionOf, QualifiedName, SqlText};
use crate::source::Span;

impl Builder {
    /// `ATTACH PARTITION`.
    pub(super) fn attach(
        &mut self,
        parent: &QualifiedName,
        child: &QualifiedName,
        bound: SqlText,
        span: Span,
    ) -> Parse {
        if let Some(table) = self.table_mut(child) {
            table.partition_of = Some(PartitionOf { parent: parent.clone(), bound });
        }
        self.links.children.entry(parent.clone()).or_default().push(child.clone());
        for name in self.column_names(child) {
            if let Some(column) = self.column_mut(child, &name) {
                column.inherited = true;
            }
        }
        self.inherit_checks(parent, child, span);
        self.inherit_indexes(parent, child, span);
        self.inherit_foreign_keys(parent, child, span);
        Ok(())
    }

    /// `DETACH PARTITION`: what came from the parent is the table's own from now on.
    pub(super) fn detach(&mut self, parent: &QualifiedName, child: &QualifiedName) {
        if let Some(table) = self.table_mut(child) {
            table.partition_of = None;
        }
        self.leave(parent, child);
        let keys: Vec<_> = (self.schema.constraints(&child.schema, &child.name))
            .map(|(name, constraint)| (name.to_owned(), constraint.clone()))
            .collect();
        for (name, mut constraint) in keys {
            constraint.inherited = false;
            match &mut constraint.rule {
                ConstraintRule::Key(key) => key.parent = None,
                ConstraintRule::Exclude(exclude) => exclude.index.parent = None,
                _ => {}
            }
            let span = self.spans.get(&constraint_id(child, &name)).copied().unwrap_or_default();
            self.put_constraint(child, &name, constraint, span);
        }
        for name in self.links.indexes(child) {
            self.set_index_parent(&QualifiedName::new(child.schema.clone(), name), None);
        }
    }

    /// `INHERIT`.
    pub(super) fn inherit(&mut self, child: &QualifiedName, parent: &QualifiedName) {
        if let Some(table) = self.table_mut(child) {
            table.inherits.push(parent.clone());
        }
        self.links.children.entry(parent.clone()).or_default().push(child.clone());
    }

    /// `NO INHERIT`.
    pub(super) fn no_inherit(&mut self, child: &QualifiedName, parent: &QualifiedName) {
        if let Some(table) = self.table_mut(child) {
            table.inherits.retain(|own| own != parent);
        }
        self.leave(parent, child);
        let parents = self.parents_of(child);
        let names: Vec<_> = (self.schema.constraints(&child.schema, &child.name))
            .filter(|(_, constraint)| constraint.inherited)
            .map(|(name, _)| name.to_owned())
            .collect();
        for name in names {
            let elsewhere = parents.iter().any(|parent| self.schema.contains(&constraint_id(parent, &name)));
            if let Some(constraint) = self.constraint_mut(child, &name).filter(|_| !elsewhere) {
                constraint.inherited = false;
            }
        }
    }

    fn leave(&mut self, parent: &QualifiedName, child: &QualifiedName) {
        if let Some(children) = self.links.children.get_mut(parent) {
            children.retain(|own| own != child);
        }
        let parents = self.parents_of(child);
        for name in self.column_names(child) {
            let elsewhere = parents
                .iter()
                .any(|parent| self.schema.column(&parent.schema, &parent.name, &name).is_some());
            if let Some(column) = self.column_mut(child, &name).filter(|_| !elsewhere) {
                column.inherited = false;
            }
        }
    }

    /// The tables that a table is a partition of or inherits from.
    pub(super) fn parents_of(&self, table: &QualifiedName) -> Vec<QualifiedName> {
        let Some(table) = self.schema.table(&table.schema, &table.name) else { return Vec::new() };
        let partition = table.partition_of.as_ref().map(|partition| partition.parent.clone());
        table.inherits.iter().cloned().chain(partition).collect()
    }

    /// `ALTER INDEX parent ATTACH PARTITION child`.
    pub(in super::super) fn attach_index(&mut self, parent: &QualifiedName, child: &QualifiedName) {
        if matches!(self.schema.get(&object_id(Kind::Index, child)), Some(Object::Index(_))) {
            return self.set_index_parent(child, Some(parent.clone()));
        }
        let Some(table) = index_table(self, child) else { return };
        let id = constraint_id(&table, &child.name);
        let Some(Object::Constraint(constraint)) = self.schema.get(&id) else { return };
        let mut constraint = constraint.clone();
        // An index without a constraint can be the parent too; then the constraint stays the table's own.
        constraint.inherited = !self.schema.contains(&object_id(Kind::Index, parent));
        match &mut constraint.rule {
            ConstraintRule::Key(key) => key.parent = Some(parent.clone()),
            ConstraintRule::Exclude(exclude) => exclude.index.parent = Some(parent.clone()),
            _ => {}
        }
        let span = self.spans.get(&id).copied().unwrap_or_default();
        self.put_constraint(&table, &child.name, constraint, span);
    }

    fn set_index_parent(&mut self, index: &QualifiedName, parent: Option<QualifiedName>) {
        let id = object_id(Kind::Index, index);
        let Some(Object::Index(own)) = self.schema.get(&id) else { return };
        if own.parent == parent {
            return;
        }
        let mut own = own.clone();
        own.parent = parent;
        let span = self.spans.get(&id).copied().unwrap_or_default();
        self.put_index(index, own, span);
    }
}
