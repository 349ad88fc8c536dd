//! What goes with a table, an index, a sequence, a column or a constraint. The statements are read in the DROP of all kinds.

use super::super::builder::Builder;
use super::super::expression::columns_used;
use super::super::fault::Parse;
use super::super::index::index_table;
use super::super::links::{column_id, constraint_id, object_id, qualified};
use super::super::names::{Name, missing};
use crate::model::{
    ConstraintRule, Facet, Index, IndexElement, IndexKey, Kind, Object, ObjectId, QualifiedName,
};

/// The index that a name stands for, of a constraint or not.
pub(in super::super) fn find_index(builder: &Builder, name: &Name) -> Parse<QualifiedName> {
    let own = |schema: &str| QualifiedName::new(schema, name.name.clone());
    builder
        .find_schema(name, |schema| index_table(builder, &own(schema)).is_some())
        .map(|schema| own(&schema))
        .ok_or_else(|| missing("index", &name.display(), name.span))
}

impl Builder {
    /// Takes out a table and all that hangs on it.
    pub(in super::super) fn drop_table(&mut self, table: &QualifiedName) {
        for child in self.children(table) {
            self.drop_table(&child);
        }
        for parent in self.parents_of(table) {
            if let Some(children) = self.links.children.get_mut(&parent) {
                children.retain(|own| own != table);
            }
        }
        for id in self.links.referenced_by.get(table).cloned().unwrap_or_default() {
            self.remove_constraint(&qualified(&id), &id.part);
        }
        let names: Vec<_> =
            self.schema.constraints(&table.schema, &table.name).map(|(name, _)| name.to_owned()).collect();
        for name in names {
            self.remove_constraint(table, &name);
        }
        for sequence in self.links.owned.get(table).cloned().unwrap_or_default() {
            self.drop_sequence(&sequence);
        }
        self.drop_parts(table);
        self.remove(&object_id(Kind::Table, table));
    }

    /// Takes out the indexes, columns, triggers, rules and policies of a table or view.
    pub(in super::super) fn drop_parts(&mut self, table: &QualifiedName) {
        for name in self.links.indexes(table) {
            self.remove_index(&QualifiedName::new(table.schema.clone(), name));
        }
        for kind in [Kind::Column, Kind::Trigger, Kind::Rule, Kind::Policy] {
            let ids: Vec<_> =
                self.schema.parts(kind, &table.schema, &table.name).map(|(id, _)| id.clone()).collect();
            for id in ids {
                if let Some(Object::Column(column)) = self.schema.get(&id)
                    && let Some(identity) = &column.identity
                {
                    self.links.identities.remove(&identity.sequence_name);
                }
                self.remove(&id);
            }
        }
    }

    /// Takes out an index and those attached to it.
    pub(in super::super) fn drop_index(&mut self, index: &QualifiedName) {
        for child in self.links.attached.remove(index).unwrap_or_default() {
            match index_table(self, &child) {
                Some(table) if self.links.key_indexes.contains_key(&child) => {
                    self.remove_constraint(&table, &child.name)
                }
                _ => self.drop_index(&child),
            }
        }
        self.remove_index(index);
    }

    /// Takes out a sequence; the default that takes from it goes too, as with CASCADE.
    pub(in super::super) fn drop_sequence(&mut self, sequence: &QualifiedName) {
        let id = object_id(Kind::Sequence, sequence);
        if let Some(Object::OwnedBy(owner)) = self.schema.get(&id.facet(Facet::OwnedBy)).cloned() {
            let table = QualifiedName::new(owner.schema, owner.table);
            let default = column_id(&table, &owner.column).facet(Facet::Default);
            let takes = matches!(self.schema.get(&default), Some(Object::Default(text)) if text.text.contains(&sequence.name));
            if takes {
                self.schema.objects.remove(&default);
            }
        }
        self.set_owned_by(sequence, None, Default::default());
        self.remove(&id);
    }

    /// Takes out a constraint, and the clones that came from it alone.
    pub(super) fn drop_constraint(&mut self, table: &QualifiedName, name: &str, recurse: bool) {
        let Some(Object::Constraint(constraint)) = self.schema.get(&constraint_id(table, name)).cloned()
        else {
            return;
        };
        self.remove_constraint(table, name);
        let own = QualifiedName::new(table.schema.clone(), name);
        for child in self.links.attached.remove(&own).unwrap_or_default() {
            if let Some(table) = index_table(self, &child) {
                self.drop_constraint(&table, &child.name, recurse);
            }
        }
        for child in self.children(table) {
            let clone = match &constraint.rule {
                ConstraintRule::Check { .. } => Some(name.to_owned()),
                ConstraintRule::ForeignKey(key) => self
                    .schema
                    .constraints(&child.schema, &child.name)
                    .find(|(_, clone)| {
                        clone.inherited
                            && matches!(&clone.rule, ConstraintRule::ForeignKey(own) if own == key)
                    })
                    .map(|(name, _)| name.to_owned()),
                _ => None,
            };
            let Some(clone) = clone else { continue };
            let parents = self.parents_of(&child);
            let elsewhere = parents.iter().any(|parent| self.schema.contains(&constraint_id(parent, &clone)));
            let inherited = self.constraint_mut(&child, &clone).is_some_and(|clone| clone.inherited);
            if inherited && !elsewhere && recurse {
                self.drop_constraint(&child, &clone, recurse);
            } else if let Some(clone) = self.constraint_mut(&child, &clone).filter(|_| !elsewhere) {
                clone.inherited = false;
            }
        }
    }

    /// Takes out the statistics that a column is part of.
    fn drop_statistics_on(&mut self, table: &QualifiedName, column: &str) {
        let table = object_id(Kind::Table, table);
        let all = self.schema.objects.range(ObjectId::new(Kind::Statistics, "", "")..);
        let gone: Vec<ObjectId> = (all.take_while(|(id, _)| id.kind == Kind::Statistics))
            .filter(|(_, object)| match object {
                Object::Definition(of) if of.uses.contains(&table) => (of.clauses.get("on"))
                    .is_some_and(|on| !columns_used(on, |name| name == column).is_empty()),
                _ => false,
            })
            .map(|(id, _)| id.clone())
            .collect();
        gone.iter().for_each(|id| self.remove(id));
    }

    /// Marks a constraint as valid, and its clones.
    pub(super) fn validate_constraint(&mut self, table: &QualifiedName, name: &str) {
        if let Some(constraint) = self.constraint_mut(table, name) {
            constraint.not_valid = false;
        }
        for child in self.children(table) {
            if self.constraint_mut(&child, name).is_some_and(|clone| clone.not_valid) {
                self.validate_constraint(&child, name);
            }
        }
    }

    /// Takes out a column with the constraints, indexes and sequences on it.
    pub(in super::super) fn drop_column(&mut self, table: &QualifiedName, name: &str, recurse: bool) {
        let id = column_id(table, name);
        for sequence in self.links.owned.get(table).cloned().unwrap_or_default() {
            let owned = object_id(Kind::Sequence, &sequence).facet(Facet::OwnedBy);
            if matches!(self.schema.get(&owned), Some(Object::OwnedBy(owner)) if owner.column == name) {
                self.drop_sequence(&sequence);
            }
        }
        let constraints: Vec<_> = (self.schema.constraints(&table.schema, &table.name))
            .filter(|(_, constraint)| uses(&constraint.rule, name))
            .map(|(own, _)| own.to_owned())
            .collect();
        for constraint in constraints {
            self.drop_constraint(table, &constraint, true);
        }
        for index in self.links.indexes(table) {
            let own = QualifiedName::new(table.schema.clone(), index);
            if matches!(self.schema.get(&object_id(Kind::Index, &own)), Some(Object::Index(index)) if index_uses(index, name))
            {
                self.drop_index(&own);
            }
        }
        self.drop_statistics_on(table, name);
        for key in self.links.referenced_by.get(table).cloned().unwrap_or_default() {
            let points = matches!(self.schema.get(&key), Some(Object::Constraint(constraint))
                if matches!(&constraint.rule, ConstraintRule::ForeignKey(own) if own.referenced.iter().any(|c| c == name)));
            if points {
                self.remove_constraint(&qualified(&key), &key.part);
            }
        }
        if let Some(identity) = self.column_mut(table, name).and_then(|column| column.identity.take()) {
            self.links.identities.remove(&identity.sequence_name);
        }
        self.remove(&id);
        for child in self.children(table) {
            let parents = self.parents_of(&child);
            let elsewhere = parents.iter().any(|parent| self.schema.contains(&column_id(parent, name)));
            let inherited = self.column_mut(&child, name).is_some_and(|column| column.inherited);
            if inherited && !elsewhere && recurse {
                self.drop_column(&child, name, true);
            } else if let Some(column) = self.column_mut(&child, name).filter(|_| !elsewhere) {
                column.inherited = false;
            }
        }
    }
}

fn uses(rule: &ConstraintRule, column: &str) -> bool {
    let among = |names: &[String]| names.iter().any(|name| name == column);
    match rule {
        ConstraintRule::Key(key) => among(&key.columns) || among(&key.include),
        ConstraintRule::ForeignKey(key) => among(&key.columns),
        ConstraintRule::Check { expression, .. } => {
            !columns_used(&expression.text, |name| name == column).is_empty()
        }
        ConstraintRule::Exclude(exclude) => index_uses(&exclude.index, column),
    }
}

fn index_uses(index: &Index, column: &str) -> bool {
    let element = |element: &IndexElement| match &element.key {
        IndexKey::Column(name) => name == column,
        IndexKey::Expression(text) => !columns_used(&text.text, |name| name == column).is_empty(),
    };
    let predicate = index
        .predicate
        .as_ref()
        .is_some_and(|text| !columns_used(&text.text, |name| name == column).is_empty());
    index.elements.iter().any(element) || index.include.iter().any(|name| name == column) || predicate
}
