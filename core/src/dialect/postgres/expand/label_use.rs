//! Whether a new label of an enum is used by what this plan makes or changes: PostgreSQL wants it committed first.

use super::rebuild::is_of;
use crate::collections::BTreeMap;
use crate::diff::diff;
use crate::model::{Column, Object, ObjectId, RoutineBody, Schema};
use crate::plan::rules::Context;

/// Whether anything new names the label. A text that means something else by it costs a transaction, no more.
pub(super) fn is_used(cx: &Context<'_>, id: &ObjectId, label: &str) -> bool {
    if label.contains('\'') {
        let literal = format!("'{}'", label.replace('\'', "''"));
        let names = |object| texts(object).into_iter().any(|text| text.contains(&literal));
        return new_objects(cx).any(|(other, object)| other != id && names(object));
    }
    let quoted = cx.memo.get(|| Quoted::new(cx));
    quoted.0.get(label).is_some_and(|users| users.iter().any(|other| other != id))
}

/// Whether a column that held something else goes over to the enum, with its values, new ones perhaps among them, and its
/// default.
pub(super) fn is_joined(cx: &Context<'_>, id: &ObjectId) -> bool {
    let of = |schema: &Schema, column: &Column| is_of(schema, &column.ty, id);
    diff(cx.schemas).into_iter().any(|different| {
        matches!((different.objects.current, different.objects.desired), (Some(Object::Column(a)), Some(Object::Column(b)))
            if of(cx.schemas.desired, b) && !of(cx.schemas.current, a))
    })
}

/// What this plan makes or changes.
fn new_objects<'a>(cx: &Context<'a>) -> impl Iterator<Item = (&'a ObjectId, &'a Object)> {
    diff(cx.schemas).into_iter().filter_map(|different| Some((different.id, different.objects.desired?)))
}

/// All that stands between two quotes in what this plan makes or changes, and in which objects.
struct Quoted(BTreeMap<String, Vec<ObjectId>>);

impl Quoted {
    fn new(cx: &Context<'_>) -> Self {
        let mut out: BTreeMap<String, Vec<ObjectId>> = BTreeMap::new();
        for (id, object) in new_objects(cx) {
            for text in texts(object) {
                let pieces: Vec<&str> = text.split('\'').collect();
                // Before the first quote and after the last one nothing is quoted.
                for piece in pieces.iter().skip(1).take(pieces.len().saturating_sub(2)) {
                    let users = out.entry((*piece).to_owned()).or_default();
                    if users.last() != Some(id) {
                        users.push(id.clone());
                    }
                }
            }
        }
        Quoted(out)
    }
}

/// The texts of an object that the server reads when it is made.
fn texts(object: &Object) -> Vec<&str> {
    use crate::model::{ConstraintRule as Rule, IndexKey};
    let mut out: Vec<&str> = Vec::new();
    match object {
        Object::Default(text) => out.push(&text.text),
        Object::Column(column) => out.extend(column.generated.iter().map(|of| of.expression.text.as_str())),
        Object::Domain(domain) => {
            out.extend(domain.default.iter().map(|text| text.text.as_str()));
            out.extend(domain.checks.iter().map(|check| check.expression.text.as_str()));
        }
        Object::Constraint(constraint) => match &constraint.rule {
            Rule::Check { expression, .. } => out.push(&expression.text),
            Rule::Exclude(of) => out.extend(of.index.predicate.iter().map(|text| text.text.as_str())),
            _ => {}
        },
        Object::Table(table) => {
            out.extend(table.partition_of.iter().map(|of| of.bound.text.as_str()));
        }
        Object::Index(index) => {
            out.extend(index.predicate.iter().map(|text| text.text.as_str()));
            out.extend(index.elements.iter().filter_map(|element| match &element.key {
                IndexKey::Expression(text) => Some(text.text.as_str()),
                IndexKey::Column(_) => None,
            }));
        }
        Object::View(view) => out.push(&view.query.text),
        Object::Routine(routine) => {
            out.extend(routine.arguments.iter().filter_map(|a| a.default.as_ref()).map(|t| t.text.as_str()));
            match &routine.body {
                RoutineBody::Sql(text) => out.push(&text.text),
                RoutineBody::Text(body) if routine.language == "sql" => out.push(body),
                _ => {}
            }
        }
        Object::Trigger(trigger) => out.extend(trigger.when.iter().map(|text| text.text.as_str())),
        Object::Rule(rule) => {
            out.extend(rule.condition.iter().chain(&rule.commands).map(|text| text.text.as_str()))
        }
        Object::Policy(policy) => {
            out.extend(policy.using.iter().chain(&policy.check).map(|text| text.text.as_str()))
        }
        Object::Definition(definition) => out.push(&definition.create.text),
        _ => {}
    }
    out
}
