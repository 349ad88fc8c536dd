//! Renames and moves to another schema, with everything that names what is renamed.

use super::super::builder::Builder;
use super::super::cursor::unquote_ident;
use super::super::links::{column_id, constraint_id, has_index, object_id, qualified};
use crate::dialect::postgres::canon::escapes::push_ident;
use crate::dialect::postgres::lex::{TokenKind, tokens};
use crate::model::{
    Column, ColumnRef, Constraint, ConstraintRule, Facet, Index, IndexElement, IndexKey, Kind, Object,
    ObjectId, QualifiedName, SqlText,
};

/// Kinds that live inside a relation and bear its name in their ids.
const PARTS: [Kind; 4] = [Kind::Column, Kind::Trigger, Kind::Rule, Kind::Policy];

/// A constraint taken out: its name, itself, its facets.
type Taken = (String, Constraint, Vec<(Facet, Object)>);

impl Builder {
    /// Moves an entry and its facets to another id.
    pub(in super::super) fn rename_entries(&mut self, old: &ObjectId, new: &ObjectId) {
        let mut ids: Vec<ObjectId> = self.schema.facets(old).map(|(id, _)| id.clone()).collect();
        ids.push(old.clone());
        for id in ids {
            let to = new.facet(id.facet.clone());
            if let Some(object) = self.schema.objects.remove(&id) {
                self.schema.objects.insert(to.clone(), object);
            }
            if let Some(span) = self.spans.remove(&id) {
                self.spans.insert(to, span);
            }
        }
    }

    /// Gives a table or view another name or schema.
    pub(in super::super) fn rename_relation(&mut self, old: &ObjectId, new: &ObjectId) {
        let (from, to) = (qualified(old), qualified(new));
        for table in [&from, &to] {
            self.links.last_positions.remove(table);
        }
        if old.kind == Kind::Sequence {
            return self.rename_sequence(&from, &to);
        }
        let constraints = self.take_constraints(&from);
        let indexes = self.links.indexes(&from);
        self.rename_entries(old, new);
        for kind in PARTS {
            let ids: Vec<_> = (self.schema.parts(kind, &from.schema, &from.name))
                .filter(|(id, _)| id.facet == Facet::Itself)
                .map(|(id, _)| id.clone())
                .collect();
            for id in ids {
                let moved = ObjectId { schema: to.schema.clone(), name: to.name.clone(), ..id.clone() };
                self.rename_entries(&id, &moved);
            }
        }
        for index in indexes {
            self.move_index(&QualifiedName::new(from.schema.clone(), index), &to);
        }
        self.rename_links(&from, &to);
        for (name, mut constraint, facets) in constraints {
            repoint(&mut constraint.rule, &from, &to);
            self.put_constraint(&to, &name, constraint, Default::default());
            for (facet, object) in facets {
                self.schema.objects.insert(constraint_id(&to, &name).facet(facet), object);
            }
            let own = |table: &QualifiedName| QualifiedName::new(table.schema.clone(), name.clone());
            self.rename_attached(&own(&from), &own(&to));
        }
    }

    fn take_constraints(&mut self, table: &QualifiedName) -> Vec<Taken> {
        let names: Vec<String> =
            (self.schema.constraints(&table.schema, &table.name)).map(|(name, _)| name.to_owned()).collect();
        let mut out = Vec::new();
        for name in names {
            let id = constraint_id(table, &name);
            let facets = self.schema.facets(&id).map(|(id, o)| (id.facet.clone(), o.clone())).collect();
            if let Some(Object::Constraint(constraint)) = self.schema.get(&id).cloned() {
                self.remove_constraint(table, &name);
                out.push((name, constraint, facets));
            }
        }
        out
    }

    fn move_index(&mut self, name: &QualifiedName, table: &QualifiedName) {
        let Some(Object::Index(index)) = self.schema.get(&object_id(Kind::Index, name)).cloned() else {
            return;
        };
        let new = QualifiedName::new(table.schema.clone(), name.name.clone());
        self.replace_index(name, &new, Index { table: table.name.clone(), ..index });
    }

    fn replace_index(&mut self, old: &QualifiedName, new: &QualifiedName, index: Index) {
        let id = object_id(Kind::Index, old);
        let facets: Vec<_> = self.schema.facets(&id).map(|(id, o)| (id.facet.clone(), o.clone())).collect();
        let span = self.spans.get(&id).copied().unwrap_or_default();
        self.remove_index_for(old, new);
        self.put_index(new, index, span);
        for (facet, object) in facets {
            self.schema.objects.insert(object_id(Kind::Index, new).facet(facet), object);
        }
        self.rename_attached(old, new);
    }

    /// What is attached to an index follows its name.
    fn rename_attached(&mut self, old: &QualifiedName, new: &QualifiedName) {
        if old == new {
            return;
        }
        for child in self.links.attached.remove(old).unwrap_or_default() {
            self.attach_index(new, &child);
        }
    }

    /// Everything outside a table that names it.
    fn rename_links(&mut self, from: &QualifiedName, to: &QualifiedName) {
        for child in self.links.children.remove(from).unwrap_or_default() {
            if let Some(table) = self.table_mut(&child) {
                table.inherits.iter_mut().filter(|own| *own == from).for_each(|own| *own = to.clone());
                if let Some(partition) = &mut table.partition_of {
                    partition.parent = to.clone();
                }
            }
            self.links.children.entry(to.clone()).or_default().push(child);
        }
        for parent in self.parents_of(to) {
            if let Some(children) = self.links.children.get_mut(&parent) {
                children.iter_mut().filter(|own| *own == from).for_each(|own| *own = to.clone());
            }
        }
        for id in self.links.referenced_by.remove(from).unwrap_or_default() {
            let Some(Object::Constraint(constraint)) = self.schema.get(&id) else { continue };
            let mut constraint = constraint.clone();
            repoint(&mut constraint.rule, from, to);
            let span = self.spans.get(&id).copied().unwrap_or_default();
            self.put_constraint(&qualified(&id), &id.part, constraint, span);
        }
        for sequence in self.links.owned.get(from).cloned().unwrap_or_default() {
            self.move_owned_sequence(&sequence, to);
        }
        let columns = self.column_names(to);
        for column in columns {
            let id = column_id(to, &column);
            let Some(identity) = super::super::sequence::identity_mut(self, &id) else { continue };
            let old = identity.sequence_name.clone();
            identity.sequence_name.schema.clone_from(&to.schema);
            let new = identity.sequence_name.clone();
            self.links.identities.remove(&old);
            self.links.identities.insert(new, id);
        }
    }

    fn move_owned_sequence(&mut self, sequence: &QualifiedName, table: &QualifiedName) {
        let id = object_id(Kind::Sequence, sequence).facet(Facet::OwnedBy);
        let Some(Object::OwnedBy(owner)) = self.schema.get(&id).cloned() else { return };
        let span = self.spans.get(&id).copied().unwrap_or_default();
        let owner =
            ColumnRef { schema: table.schema.clone(), table: table.name.clone(), column: owner.column };
        self.set_owned_by(sequence, Some(owner), span);
        if sequence.schema != table.schema {
            self.rename_sequence(sequence, &QualifiedName::new(table.schema.clone(), sequence.name.clone()));
        }
    }

    /// Gives a constraint another name; the clones on partitions and inheriting tables follow.
    pub(super) fn rename_constraint(&mut self, table: &QualifiedName, old: &str, new: &str) {
        let id = constraint_id(table, old);
        let Some(Object::Constraint(constraint)) = self.schema.get(&id).cloned() else { return };
        let facets: Vec<_> = self.schema.facets(&id).map(|(id, o)| (id.facet.clone(), o.clone())).collect();
        let span = self.spans.get(&id).copied().unwrap_or_default();
        let (index, check) =
            (has_index(&constraint.rule), matches!(constraint.rule, ConstraintRule::Check { .. }));
        self.remove_constraint(table, old);
        self.put_constraint(table, new, constraint, span);
        self.note_rename(&id, &constraint_id(table, new));
        for (facet, object) in facets {
            self.schema.objects.insert(constraint_id(table, new).facet(facet), object);
        }
        let own = |name: &str| QualifiedName::new(table.schema.clone(), name);
        if index {
            self.rename_attached(&own(old), &own(new));
        } else if check {
            for child in self.children(table) {
                self.rename_constraint(&child, old, new);
            }
        }
    }

    /// Gives an index, or the constraint behind its name, another name.
    pub(in super::super) fn rename_index(&mut self, old: &QualifiedName, new: &str) {
        if let Some(Object::Index(index)) = self.schema.get(&object_id(Kind::Index, old)).cloned() {
            let new = QualifiedName::new(old.schema.clone(), new);
            self.note_rename(&object_id(Kind::Index, old), &object_id(Kind::Index, &new));
            return self.replace_index(old, &new, index);
        }
        if let Some(table) = self.links.key_indexes.get(old).cloned() {
            self.rename_constraint(&QualifiedName::new(old.schema.clone(), table), &old.name, new);
        }
    }

    /// Gives a column another name, in inheriting tables too, and wherever the table's own texts mention it.
    pub(super) fn rename_column(&mut self, table: &QualifiedName, old: &str, new: &str) {
        self.rename_entries(&column_id(table, old), &column_id(table, new));
        let columns = self.schema.parts(Kind::Column, &table.schema, &table.name);
        let is_generated = |object: &Object| matches!(object, Object::Column(of) if of.generated.is_some());
        let generated = columns.filter(|(_, object)| is_generated(object)).map(|(id, _)| id.clone());
        for id in generated.collect::<Vec<_>>() {
            if let Some(Object::Column(Column { generated: Some(generated), .. })) =
                self.schema.objects.get_mut(&id)
            {
                generated.expression = rename_in(&generated.expression, old, new);
            }
        }
        for (name, mut constraint, facets) in self.take_constraints(table) {
            rename_in_rule(&mut constraint.rule, table, old, new);
            self.put_constraint(table, &name, constraint, Default::default());
            for (facet, object) in facets {
                self.schema.objects.insert(constraint_id(table, &name).facet(facet), object);
            }
        }
        for name in self.links.indexes(table) {
            if let Some(index) = self.index_mut(&QualifiedName::new(table.schema.clone(), name)) {
                rename_in_index(index, old, new);
            }
        }
        for id in self.links.referenced_by.get(table).cloned().unwrap_or_default() {
            if let Some(Object::Constraint(Constraint { rule: ConstraintRule::ForeignKey(key), .. })) =
                self.schema.objects.get_mut(&id)
            {
                rename_names(&mut key.referenced, old, new);
            }
        }
        for sequence in self.links.owned.get(table).cloned().unwrap_or_default() {
            let id = object_id(Kind::Sequence, &sequence).facet(Facet::OwnedBy);
            if let Some(Object::OwnedBy(owner)) = self.schema.objects.get_mut(&id)
                && owner.column == old
            {
                owner.column = new.to_owned();
            }
        }
        self.rename_in_table(table, old, new);
        for child in self.children(table) {
            self.rename_column(&child, old, new);
        }
    }

    /// The partition key, policies and triggers.
    fn rename_in_table(&mut self, table: &QualifiedName, old: &str, new: &str) {
        if let Some(by) = self.table_mut(table).and_then(|table| table.partition_by.as_mut()) {
            by.key.iter_mut().for_each(|text| *text = rename_in(text, old, new));
        }
        for kind in [Kind::Policy, Kind::Trigger] {
            let ids: Vec<_> =
                self.schema.parts(kind, &table.schema, &table.name).map(|(id, _)| id.clone()).collect();
            for id in ids {
                match self.schema.objects.get_mut(&id) {
                    Some(Object::Policy(policy)) => {
                        for text in policy.using.iter_mut().chain(&mut policy.check) {
                            *text = rename_in(text, old, new);
                        }
                    }
                    Some(Object::Trigger(trigger)) => {
                        rename_names(&mut trigger.update_of, old, new);
                        trigger.when = trigger.when.as_ref().map(|text| rename_in(text, old, new));
                    }
                    _ => {}
                }
            }
        }
    }

    /// A default that takes from a sequence follows its name.
    pub(in super::super) fn rename_in_default(
        &mut self,
        column: &ObjectId,
        old: &QualifiedName,
        new: &QualifiedName,
    ) {
        let id = column.facet(Facet::Default);
        let Some(Object::Default(text)) = self.schema.objects.get_mut(&id) else { return };
        let folded = text.text.to_ascii_lowercase();
        if folded.starts_with("nextval(") && text.text.contains(old.name.as_str()) {
            text.text = super::apply::nextval(new);
        }
    }
}

fn repoint(rule: &mut ConstraintRule, from: &QualifiedName, to: &QualifiedName) {
    match rule {
        ConstraintRule::ForeignKey(key) if key.table == *from => key.table = to.clone(),
        _ => {}
    }
}

fn rename_names(names: &mut [String], old: &str, new: &str) {
    names.iter_mut().filter(|name| *name == old).for_each(|name| *name = new.to_owned());
}

fn rename_in_rule(rule: &mut ConstraintRule, table: &QualifiedName, old: &str, new: &str) {
    match rule {
        ConstraintRule::Key(key) => {
            rename_names(&mut key.columns, old, new);
            rename_names(&mut key.include, old, new);
        }
        ConstraintRule::ForeignKey(key) => {
            rename_names(&mut key.columns, old, new);
            rename_names(&mut key.delete_columns, old, new);
            if key.table == *table {
                rename_names(&mut key.referenced, old, new);
            }
        }
        ConstraintRule::Check { expression, .. } => *expression = rename_in(expression, old, new),
        ConstraintRule::Exclude(exclude) => rename_in_index(&mut exclude.index, old, new),
    }
}

fn rename_in_index(index: &mut Index, old: &str, new: &str) {
    let rename = |element: &mut IndexElement| match &mut element.key {
        IndexKey::Column(name) if name == old => *name = new.to_owned(),
        IndexKey::Column(_) => {}
        IndexKey::Expression(text) => *text = rename_in(text, old, new),
    };
    index.elements.iter_mut().for_each(rename);
    rename_names(&mut index.include, old, new);
    index.predicate = index.predicate.as_ref().map(|text| rename_in(text, old, new));
}

/// A text in which a name has another name where a column's can stand.
fn rename_in(sql: &SqlText, old: &str, new: &str) -> SqlText {
    let text = &sql.text;
    let tokens = tokens(text);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text(text));
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for (at, token) in tokens.iter().enumerate() {
        let name = matches!(token.kind, TokenKind::Word | TokenKind::Quoted);
        let elsewhere = at > 0 && matches!(word(at - 1), "::") || matches!(word(at + 1), "(" | ".");
        if !name || elsewhere || unquote_ident(token.text(text)) != old {
            continue;
        }
        out += text.get(copied..token.start as usize).unwrap_or_default();
        push_ident(&mut out, new);
        copied = token.end as usize;
    }
    out += text.get(copied..).unwrap_or_default();
    SqlText { text: out, path: sql.path.clone() }
}
