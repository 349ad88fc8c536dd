//! Foreign keys: the table and columns they point to, which may come later than they do.

use super::super::builder::Builder;
use super::super::links::{PendingReference, column_id, constraint_id, qualified};
use super::super::names::Name;
use crate::diagnostic::Diagnostic;
use crate::model::{Constraint, ConstraintRule, ForeignKey, Kind, Object, QualifiedName};
use crate::source::Span;

impl Builder {
    /// Finds what a foreign key points to, as far as it is there; `false` when it has to be looked at again.
    pub(super) fn resolve_reference(&self, key: &mut ForeignKey, name: &Name) -> bool {
        let Some(id) = self.find(Kind::Table, name) else {
            key.table = self.created(name);
            return false;
        };
        key.table = qualified(&id);
        if key.referenced.is_empty() {
            key.referenced = self.primary_key(&key.table);
        }
        !key.referenced.is_empty() && self.missing_reference(key).is_none()
    }

    fn missing_reference<'k>(&self, key: &'k ForeignKey) -> Option<&'k String> {
        key.referenced.iter().find(|column| !self.schema.contains(&column_id(&key.table, column)))
    }

    fn primary_key(&self, table: &QualifiedName) -> Vec<String> {
        let mut constraints = self.schema.constraints(&table.schema, &table.name);
        let primary = constraints.find_map(|(_, constraint)| match &constraint.rule {
            ConstraintRule::Key(key) if key.primary => Some(key.columns.clone()),
            _ => None,
        });
        primary.unwrap_or_default()
    }

    /// Remembers a foreign key to look at again.
    pub(super) fn postpone_reference(&mut self, table: &QualifiedName, constraint: &str, name: &Name) {
        let id = constraint_id(table, constraint);
        self.links.pending.push(PendingReference { id, name: name.clone(), path: self.path.clone() });
    }

    fn settle_reference(&mut self, pending: PendingReference) {
        let Some(Object::Constraint(constraint)) = self.schema.get(&pending.id) else { return };
        let mut constraint: Constraint = constraint.clone();
        let ConstraintRule::ForeignKey(key) = &mut constraint.rule else { return };
        self.path = pending.path;
        let span = pending.name.span;
        if !self.resolve_reference(key, &pending.name) {
            let problem = self.unresolved(key, &pending.name, span);
            self.diagnostics.push(problem);
        }
        let table = qualified(&pending.id);
        self.put_constraint(&table, &pending.id.part, constraint.clone(), span);
        self.correct_clones(&table, &pending.id.part, &constraint);
    }

    /// The clones on partitions point where the parent's key points.
    fn correct_clones(&mut self, table: &QualifiedName, name: &str, constraint: &Constraint) {
        let ConstraintRule::ForeignKey(right) = &constraint.rule else { return };
        for child in self.children(table) {
            let found = self.schema.constraints(&child.schema, &child.name).find_map(|(own, clone)| {
                match &clone.rule {
                    ConstraintRule::ForeignKey(key)
                        if clone.inherited && (own == name || key.columns == right.columns) =>
                    {
                        Some((own.to_owned(), clone.clone()))
                    }
                    _ => None,
                }
            });
            let Some((own, mut clone)) = found else { continue };
            clone.rule = ConstraintRule::ForeignKey(right.clone());
            let span = self.spans.get(&constraint_id(&child, &own)).copied().unwrap_or_default();
            self.put_constraint(&child, &own, clone.clone(), span);
            self.correct_clones(&child, &own, &clone);
        }
    }

    fn unresolved(&self, key: &ForeignKey, name: &Name, span: Span) -> Diagnostic {
        let message = if self.find(Kind::Table, name).is_none() {
            format!("the foreign key points to table \"{}\", which does not exist", name.display())
        } else if let Some(column) = self.missing_reference(key) {
            format!("the foreign key points to column \"{}.{column}\", which does not exist", name.display())
        } else {
            format!("the foreign key names no columns, and table \"{}\" has no primary key", name.display())
        };
        Diagnostic::error("missing-object", message, span)
    }
}

/// Looks again at the foreign keys whose table or columns were not there when they were met.
pub(in super::super) fn settle_references(builder: &mut Builder) {
    for pending in std::mem::take(&mut builder.links.pending) {
        builder.settle_reference(pending);
    }
}
