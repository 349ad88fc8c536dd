//! What the model does not hold in a findable way and a parse must find fast: which tables hang on a table, which index
//! name belongs to a constraint, which sequence to an identity column. Every change of a constraint or index goes
//! through here, so that no statement has to look at all objects.

use super::builder::Builder;
use super::fault::{Fault, Parse};
use super::generated_names::Tried;
use super::names::Name;
use crate::collections::{BTreeMap, BTreeSet};
use crate::diagnostic::Diagnostic;
use crate::model::{
    Column, ColumnRef, Constraint, ConstraintRule, Facet, Index, Kind, Object, ObjectId, QualifiedName,
    SearchPath, Table,
};
use crate::source::Span;

/// Links between objects of the schema so far.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Partitions and inheriting tables of a table, in the order in which they came.
    pub children: BTreeMap<QualifiedName, Vec<QualifiedName>>,
    /// The table of the key or exclusion constraint behind an index name.
    pub key_indexes: BTreeMap<QualifiedName, String>,
    /// The identity column behind a sequence name.
    pub identities: BTreeMap<QualifiedName, ObjectId>,
    /// The indexes of a table that belong to no constraint, by their ages.
    indexes: BTreeMap<QualifiedName, BTreeMap<u64, String>>,
    /// When an index was made. The server matches partitions' indexes with their parents' in this order.
    index_ages: BTreeMap<QualifiedName, u64>,
    next_age: u64,
    /// The indexes and keys attached to an index.
    pub attached: BTreeMap<QualifiedName, BTreeSet<QualifiedName>>,
    /// How many constraints of a schema have a name.
    pub constraint_names: BTreeMap<QualifiedName, u32>,
    /// The sequences that columns of a table own.
    pub owned: BTreeMap<QualifiedName, BTreeSet<QualifiedName>>,
    /// The foreign keys that point to a table.
    pub referenced_by: BTreeMap<QualifiedName, BTreeSet<ObjectId>>,
    /// The numbers behind generated names that are taken; forgotten when a name may have become free.
    pub tried: Tried,
    /// Where the last column of a table stands, or stood, as far as somebody asked.
    pub last_positions: BTreeMap<QualifiedName, u32>,
    /// Foreign keys whose table or columns were not there yet.
    pub pending: Vec<PendingReference>,
}

impl Links {
    /// The indexes of a table that belong to no constraint, the oldest first.
    pub fn indexes(&self, table: &QualifiedName) -> Vec<String> {
        self.indexes.get(table).map(|indexes| indexes.values().cloned().collect()).unwrap_or_default()
    }

    fn age(&mut self, index: &QualifiedName) -> u64 {
        let next = self.next_age;
        let age = *self.index_ages.entry(index.clone()).or_insert(next);
        self.next_age = next.max(age + 1);
        age
    }
}

/// A foreign key to look at again when everything is in.
#[derive(Clone, Debug)]
pub struct PendingReference {
    /// The constraint.
    pub id: ObjectId,
    /// The referenced table as written.
    pub name: Name,
    /// The search path then.
    pub path: SearchPath,
}

/// The qualified name of an object's id.
pub fn qualified(id: &ObjectId) -> QualifiedName {
    QualifiedName::new(id.schema.clone(), id.name.clone())
}

/// The id of a constraint of a table.
pub fn constraint_id(table: &QualifiedName, name: &str) -> ObjectId {
    ObjectId::part(Kind::Constraint, table.schema.clone(), table.name.clone(), name)
}

/// The id of a column of a table.
pub fn column_id(table: &QualifiedName, name: &str) -> ObjectId {
    ObjectId::column(table.schema.clone(), table.name.clone(), name)
}

/// The id of an object by its qualified name.
pub fn object_id(kind: Kind, name: &QualifiedName) -> ObjectId {
    ObjectId::new(kind, name.schema.clone(), name.name.clone())
}

/// The parent index of a key or exclusion constraint.
fn parent_index(rule: &ConstraintRule) -> Option<&QualifiedName> {
    match rule {
        ConstraintRule::Key(key) => key.parent.as_ref(),
        ConstraintRule::Exclude(exclude) => exclude.index.parent.as_ref(),
        _ => None,
    }
}

/// Whether a constraint has an index of its name behind it.
pub fn has_index(rule: &ConstraintRule) -> bool {
    matches!(rule, ConstraintRule::Key(_) | ConstraintRule::Exclude(_))
}

impl Builder {
    /// Whether a table, view, sequence, index or composite type has this name.
    pub fn relation_taken(&self, schema: &str, name: &str) -> bool {
        let own = QualifiedName::new(schema, name);
        self.schema.relation(schema, name).is_some()
            || self.schema.contains(&object_id(Kind::Index, &own))
            || self.links.key_indexes.contains_key(&own)
            || self.links.identities.contains_key(&own)
            || matches!(self.schema.get(&object_id(Kind::Type, &own)), Some(Object::Composite(_)))
    }

    /// The fault that a relation of this name is there already.
    pub fn check_relation_name(&self, schema: &str, name: &str, span: Span) -> Parse {
        if !self.relation_taken(schema, name) {
            return Ok(());
        }
        for kind in [Kind::Table, Kind::View, Kind::Sequence, Kind::Index] {
            self.check_new(&ObjectId::new(kind, schema, name), span)?;
        }
        let message = format!("a relation \"{schema}.{name}\" is there already");
        Err(Fault::Bad(Box::new(Diagnostic::error("duplicate-object", message, span))))
    }

    /// A table to change in place.
    pub fn table_mut(&mut self, name: &QualifiedName) -> Option<&mut Table> {
        match self.schema.objects.get_mut(&object_id(Kind::Table, name)) {
            Some(Object::Table(table)) => Some(table),
            _ => None,
        }
    }

    /// A column to change in place.
    pub fn column_mut(&mut self, table: &QualifiedName, name: &str) -> Option<&mut Column> {
        match self.schema.objects.get_mut(&column_id(table, name)) {
            Some(Object::Column(column)) => Some(column),
            _ => None,
        }
    }

    /// A constraint to change in place (not its parent, columns or referenced table).
    pub fn constraint_mut(&mut self, table: &QualifiedName, name: &str) -> Option<&mut Constraint> {
        match self.schema.objects.get_mut(&constraint_id(table, name)) {
            Some(Object::Constraint(constraint)) => Some(constraint),
            _ => None,
        }
    }

    /// An index to change in place (not its parent or table).
    pub fn index_mut(&mut self, name: &QualifiedName) -> Option<&mut Index> {
        match self.schema.objects.get_mut(&object_id(Kind::Index, name)) {
            Some(Object::Index(index)) => Some(index),
            _ => None,
        }
    }

    /// The names of a table's columns in their order.
    pub fn column_names(&self, table: &QualifiedName) -> Vec<String> {
        self.schema.columns(&table.schema, &table.name).into_iter().map(|(name, _)| name.to_owned()).collect()
    }

    /// The partitions and inheriting tables of a table.
    pub fn children(&self, table: &QualifiedName) -> Vec<QualifiedName> {
        self.links.children.get(table).cloned().unwrap_or_default()
    }

    /// Takes in a constraint.
    pub fn put_constraint(&mut self, table: &QualifiedName, name: &str, constraint: Constraint, span: Span) {
        self.unlink_constraint(table, name);
        let own = QualifiedName::new(table.schema.clone(), name);
        if has_index(&constraint.rule) {
            self.links.key_indexes.insert(own.clone(), table.name.clone());
        }
        if let Some(parent) = parent_index(&constraint.rule) {
            self.links.attached.entry(parent.clone()).or_default().insert(own.clone());
        }
        let id = constraint_id(table, name);
        if let ConstraintRule::ForeignKey(key) = &constraint.rule {
            self.links.referenced_by.entry(key.table.clone()).or_default().insert(id.clone());
        }
        *self.links.constraint_names.entry(own).or_default() += 1;
        self.put(id, Object::Constraint(constraint), span);
    }

    /// Takes out a constraint with its facets.
    pub fn remove_constraint(&mut self, table: &QualifiedName, name: &str) {
        self.unlink_constraint(table, name);
        self.remove(&constraint_id(table, name));
    }

    fn unlink_constraint(&mut self, table: &QualifiedName, name: &str) {
        let id = constraint_id(table, name);
        let Some(Object::Constraint(constraint)) = self.schema.objects.get(&id) else { return };
        let own = QualifiedName::new(table.schema.clone(), name);
        if has_index(&constraint.rule) {
            self.links.key_indexes.remove(&own);
        }
        if let Some(attached) =
            parent_index(&constraint.rule).and_then(|parent| self.links.attached.get_mut(parent))
        {
            attached.remove(&own);
        }
        if let ConstraintRule::ForeignKey(key) = &constraint.rule
            && let Some(keys) = self.links.referenced_by.get_mut(&key.table)
        {
            keys.remove(&id);
        }
        if let Some(count) = self.links.constraint_names.get_mut(&own) {
            *count = count.saturating_sub(1);
        }
    }

    /// Takes in an index.
    pub fn put_index(&mut self, name: &QualifiedName, index: Index, span: Span) {
        self.unlink_index(name);
        let table = QualifiedName::new(name.schema.clone(), index.table.clone());
        let age = self.links.age(name);
        self.links.indexes.entry(table).or_default().insert(age, name.name.clone());
        if let Some(parent) = &index.parent {
            self.links.attached.entry(parent.clone()).or_default().insert(name.clone());
        }
        self.put(object_id(Kind::Index, name), Object::Index(index), span);
    }

    /// Takes out an index with its facets.
    pub fn remove_index(&mut self, name: &QualifiedName) {
        self.unlink_index(name);
        self.links.index_ages.remove(name);
        self.remove(&object_id(Kind::Index, name));
    }

    /// Takes out an index with its facets that comes back under another name: it is as old as it was.
    pub fn remove_index_for(&mut self, old: &QualifiedName, new: &QualifiedName) {
        self.unlink_index(old);
        if let Some(age) = self.links.index_ages.remove(old) {
            self.links.index_ages.insert(new.clone(), age);
        }
        self.remove(&object_id(Kind::Index, old));
    }

    fn unlink_index(&mut self, name: &QualifiedName) {
        let Some(Object::Index(index)) = self.schema.objects.get(&object_id(Kind::Index, name)) else {
            return;
        };
        let table = QualifiedName::new(name.schema.clone(), index.table.clone());
        if let (Some(indexes), Some(age)) =
            (self.links.indexes.get_mut(&table), self.links.index_ages.get(name))
        {
            indexes.remove(age);
        }
        if let Some(attached) = index.parent.as_ref().and_then(|parent| self.links.attached.get_mut(parent)) {
            attached.remove(name);
        }
    }

    /// Makes a column the owner of a sequence, or frees it.
    pub fn set_owned_by(&mut self, sequence: &QualifiedName, owner: Option<ColumnRef>, span: Span) {
        let id = object_id(Kind::Sequence, sequence).facet(Facet::OwnedBy);
        if let Some(Object::OwnedBy(before)) = self.schema.objects.remove(&id) {
            let table = QualifiedName::new(before.schema, before.table);
            if let Some(owned) = self.links.owned.get_mut(&table) {
                owned.remove(sequence);
            }
        }
        if let Some(owner) = owner {
            let table = QualifiedName::new(owner.schema.clone(), owner.table.clone());
            self.links.owned.entry(table).or_default().insert(sequence.clone());
            self.put(id, Object::OwnedBy(owner), span);
        }
    }
}
