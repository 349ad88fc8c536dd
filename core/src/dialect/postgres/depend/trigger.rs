//! What triggers, rules and policies need.

use super::*;

/// Its function, the columns it watches, what its condition names.
pub fn trigger(schema: &Schema, id: &ObjectId, of: &Trigger) -> Vec<Dependency> {
    if of.inherited {
        let parents = super::column::parents(schema, &id.schema, &id.name);
        let from = parents.map(|of| ObjectId::part(Kind::Trigger, &of.schema, &of.name, &id.part));
        return from.map(|from| Dependency::hard(from, "it is that trigger's clone")).collect();
    }
    let function = ObjectId::part(Kind::Function, &of.function.schema, &of.function.name, "()");
    let mut out = vec![Dependency::hard(function, "the trigger calls it")];
    for column in &of.update_of {
        let column = ObjectId::column(&id.schema, &id.name, column);
        out.push(Dependency::hard(column, "the trigger watches the column"));
    }
    if let Some(when) = &of.when {
        out.extend(inside(schema, id, when, "the trigger's condition uses it"));
    }
    if let Some(from) = &of.from {
        out.push(Dependency::hard(
            ObjectId::table(&from.schema, &from.name),
            "the trigger refers to the table",
        ));
    }
    out
}

/// What its condition and commands name.
pub fn rule(schema: &Schema, id: &ObjectId, of: &Rule) -> Vec<Dependency> {
    let mut out = Vec::new();
    for text in of.condition.iter().chain(&of.commands) {
        out.extend(inside(schema, id, text, "the rule uses it"));
    }
    out
}

/// What its expressions name.
pub fn policy(schema: &Schema, id: &ObjectId, of: &Policy) -> Vec<Dependency> {
    let mut out = Vec::new();
    for text in of.using.iter().chain(&of.check) {
        out.extend(inside(schema, id, text, "the policy uses it"));
    }
    out
}

/// A text on a relation's part: it may name the columns bare; the relation itself is no dependency of its own.
fn inside(schema: &Schema, id: &ObjectId, text: &SqlText, reason: &'static str) -> Vec<Dependency> {
    let mut out = on_text(schema, text, Some((&id.schema, &id.name)), reason);
    let relation = schema.relation(&id.schema, &id.name);
    out.retain(|dependency| Some(&dependency.on) != relation.as_ref());
    out
}

/// The trigger of a partitioned table that a partition has a clone of under the same name.
pub fn cloned_from<'s>(schema: &'s Schema, table: &QualifiedName, name: &str) -> Option<&'s Trigger> {
    let of = schema.table(&table.schema, &table.name)?;
    let parent = &of.partition_of.as_ref()?.parent;
    match schema.get(&ObjectId::part(Kind::Trigger, &parent.schema, &parent.name, name)) {
        Some(Object::Trigger(trigger)) if !trigger.inherited => trigger.each_row.then_some(trigger),
        _ => cloned_from(schema, parent, name),
    }
}
