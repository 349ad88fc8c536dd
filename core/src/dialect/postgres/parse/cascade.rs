//! DROP ... CASCADE: what goes along with an object besides its own parts. Views and the like that read a relation, what
//! has a column, an argument or a result of a type, what calls a function, foreign keys on a key, defaults that take from
//! a sequence. What only a body in a string names stays, as in PostgreSQL.

use super::builder::Builder;
use super::drop::drop_one;
use super::links::qualified;
use super::reading::{calls, reads, says};
use crate::collections::BTreeSet;
use crate::dialect::postgres::canon::builtin::extensions;
use crate::dialect::postgres::extension_path;
use crate::model::{
    ColumnType, Constraint, ConstraintRule, Facet, Index, IndexKey, Kind, Object, ObjectId, Routine,
    RoutineBody, Schema, SqlText,
};

impl Builder {
    /// Drops what stands on these objects, and what stands on that; not the objects themselves.
    pub(super) fn cascade(&mut self, ids: &[ObjectId]) {
        let mut seen: BTreeSet<ObjectId> = ids.iter().cloned().collect();
        let mut found = Vec::new();
        let mut waiting: Vec<ObjectId> = ids.to_vec();
        while let Some(id) = waiting.pop() {
            for dependent in dependents(&self.schema, &id) {
                if seen.insert(dependent.clone()) {
                    waiting.push(dependent.clone());
                    found.push(dependent);
                }
            }
        }
        for id in found.into_iter().rev() {
            self.drop_dependent(&id);
        }
    }

    fn drop_dependent(&mut self, id: &ObjectId) {
        if !self.schema.contains(id) {
            return;
        }
        match id.kind {
            _ if id.facet == Facet::Default => drop(self.schema.objects.remove(id)),
            Kind::Column => self.drop_column(&qualified(id), &id.part, true),
            Kind::Constraint => self.remove_constraint(&qualified(id), &id.part),
            _ => drop_one(self, id),
        }
    }
}

/// What stands directly on an object.
fn dependents(schema: &Schema, on: &ObjectId) -> Vec<ObjectId> {
    if on.kind == Kind::Schema {
        let inside = schema.objects.keys().filter(|id| id.schema == on.name && id.facet.is_itself());
        let inside = inside.filter(|id| matches!(id.kind, Kind::Table | Kind::View | Kind::Type));
        return inside.flat_map(|id| dependents(schema, id)).filter(|id| id.schema != on.name).collect();
    }
    let stands = |(id, object): &(&ObjectId, &Object)| **id != *on && stands_on(schema, id, object, on);
    schema.objects.iter().filter(stands).map(|(id, _)| id.clone()).collect()
}

fn stands_on(schema: &Schema, id: &ObjectId, object: &Object, on: &ObjectId) -> bool {
    let inside = id.is_part() && id.schema == on.schema && id.name == on.name;
    match on.kind {
        Kind::Table | Kind::View => {
            !inside && (typed(object, on) || texts(object).iter().any(|text| reads(schema, text, on)))
        }
        Kind::Column => {
            let table = schema.relation(&on.schema, &on.name);
            let reading = |text: &&SqlText| table.as_ref().is_some_and(|table| reads(schema, text, table));
            // What is in the table itself names the column bare; its constraints, indexes and the like go with the column.
            let here = inside && matches!(object, Object::Policy(_) | Object::Rule(_));
            let elsewhere = !inside
                && matches!(
                    object,
                    Object::View(_) | Object::Policy(_) | Object::Rule(_) | Object::Routine(_)
                );
            (here || elsewhere)
                && texts(object).iter().any(|text| (here || reading(text)) && says(text, &on.part))
        }
        Kind::Type => typed(object, on),
        Kind::Extension => brought(object, on),
        Kind::Function => match object {
            Object::Trigger(of) => of.function == qualified(on),
            _ => alone(schema, on) && texts(object).iter().any(|text| calls(text, on)),
        },
        Kind::Constraint => match (object, schema.get(on)) {
            (Object::Constraint(of), Some(Object::Constraint(key))) => refers(of, on, key),
            _ => false,
        },
        Kind::Sequence => id.facet == Facet::Default && texts(object).iter().any(|text| says(text, &on.name)),
        _ => false,
    }
}

/// Whether it is the only function of its name, so that a call can mean no other.
fn alone(schema: &Schema, function: &ObjectId) -> bool {
    let mut all = schema.parts(Kind::Function, &function.schema, &function.name);
    all.by_ref().filter(|(id, _)| id.facet.is_itself()).count() == 1
}

/// Whether something of the object has that type, or the row type of that relation.
fn typed(object: &Object, on: &ObjectId) -> bool {
    let is = |ty: &ColumnType| ty.schema == on.schema && ty.name == on.name;
    match object {
        Object::Column(of) => is(&of.ty),
        Object::Domain(of) => is(&of.base),
        Object::Routine(of) => of.arguments.iter().any(|a| is(&a.ty)) || of.returns.as_ref().is_some_and(is),
        _ => false,
    }
}

/// Whether something of the object has a type that the extension brings, or calls a function of it.
fn brought(object: &Object, on: &ObjectId) -> bool {
    extensions::types_of(&on.name).any(|name| {
        let is = |ty: &ColumnType| ty.name == name;
        match object {
            Object::Column(of) => is(&of.ty),
            Object::Domain(of) => is(&of.base),
            Object::Routine(of) => {
                of.arguments.iter().any(|a| is(&a.ty)) || of.returns.as_ref().is_some_and(is)
            }
            _ => false,
        }
    }) || texts(object).iter().any(|text| extension_path::calls(&text.text, &on.name))
}

/// Whether a foreign key needs that key.
fn refers(of: &Constraint, on: &ObjectId, key: &Constraint) -> bool {
    match (&of.rule, &key.rule) {
        (ConstraintRule::ForeignKey(of), ConstraintRule::Key(key)) => {
            of.table == qualified(on)
                && of.referenced.len() == key.columns.len()
                && of.referenced.iter().all(|column| key.columns.contains(column))
        }
        _ => false,
    }
}

/// The texts that PostgreSQL keeps as trees: it knows what they name.
fn texts(object: &Object) -> Vec<&SqlText> {
    match object {
        Object::View(of) => vec![&of.query],
        Object::Default(text) => vec![text],
        Object::Column(of) => of.generated.iter().map(|generated| &generated.expression).collect(),
        Object::Constraint(Constraint { rule: ConstraintRule::Check { expression, .. }, .. }) => {
            vec![expression]
        }
        Object::Index(of) => of_index(of),
        Object::Policy(of) => of.using.iter().chain(&of.check).collect(),
        Object::Rule(of) => of.condition.iter().chain(&of.commands).collect(),
        Object::Trigger(of) => of.when.iter().collect(),
        Object::Routine(Routine { body: RoutineBody::Sql(text), .. }) => vec![text],
        _ => Vec::new(),
    }
}

fn of_index(index: &Index) -> Vec<&SqlText> {
    let keys = index.elements.iter().filter_map(|element| match &element.key {
        IndexKey::Expression(text) => Some(text),
        IndexKey::Column(_) => None,
    });
    keys.chain(&index.predicate).collect()
}
