//! What triggers, rules and policies need.

use super::*;

/// Its function, the columns it watches, what its condition names.
pub fn trigger(schema: &Schema, id: &ObjectId, of: &Trigger) -> Vec<Dependency> {
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
