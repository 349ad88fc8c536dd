//! Tables, apart from what has entries of its own.

use super::{alter_table, index::set_parameters};
use crate::dialect::postgres::remade;
use crate::dialect::postgres::render::{column, ident, qualified, relation};
use crate::model::{Constraint, ConstraintRule, Kind, Object, ObjectId, QualifiedName, Table};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Severity, Step, Verb};

pub(super) fn create(cx: &Context<'_>, id: &ObjectId, of: &Table) -> Vec<Step> {
    let mut steps = vec![Step::open(id)];
    steps.extend(row_security(id, false, of.row_security, "ROW LEVEL SECURITY"));
    steps.extend(force(id, of.force_row_security));
    for (name, column) in cx.schemas.desired.columns(&id.schema, &id.name) {
        if !column.inherited {
            steps.extend(super::column::settings(&ObjectId::column(&id.schema, &id.name, name), column));
        }
    }
    steps.extend(super::column::unlike_parents(cx, id));
    steps
}

pub(super) fn drop(cx: &Context<'_>, id: &ObjectId, of: &Table) -> Vec<Step> {
    let mut steps: Vec<_> = let_go(cx, id, of).into_iter().collect();
    let word = if of.foreign.is_some() { "FOREIGN TABLE" } else { "TABLE" };
    let step =
        Step::new(Verb::Drop, id, format!("DROP {word} {}", relation(id))).lock("ACCESS EXCLUSIVE", id);
    steps.push(match of.foreign {
        Some(_) => step.raise(Severity::High),
        None if is_remade(cx, id, of) => step.rewrites(id).raise(Severity::High),
        None => step.destroys(format!("all rows of {id}")),
    });
    steps
}

/// A partition whose parent stays and is referenced by a foreign key must be detached before it can be dropped.
fn let_go(cx: &Context<'_>, id: &ObjectId, of: &Table) -> Option<Step> {
    let parent = &of.partition_of.as_ref()?.parent;
    cx.schemas.desired.table(&parent.schema, &parent.name)?;
    if remade::table(cx.schemas, parent) {
        return None;
    }
    let first = ObjectId::new(Kind::Constraint, "", "");
    // A key that this plan adds may be there before the drop.
    let referenced = [cx.schemas.current, cx.schemas.desired].iter().any(|schema| {
        (schema.objects.range(first.clone()..)).take_while(|(other, _)| other.kind == Kind::Constraint).any(
            |(_, object)| match object {
                Object::Constraint(Constraint { rule: ConstraintRule::ForeignKey(key), .. }) => {
                    key.table == *parent
                }
                _ => false,
            },
        )
    });
    let parent = ObjectId::table(&parent.schema, &parent.name);
    let sql = format!("{} DETACH PARTITION {}", alter_table(&parent), relation(id));
    referenced.then(|| Step::new(Verb::Alter, id, sql).lock("ACCESS EXCLUSIVE", &parent))
}

/// Whether a table, or the one whose partition it is, is made anew: then its rows were set aside.
fn is_remade(cx: &Context<'_>, id: &ObjectId, of: &Table) -> bool {
    if let Some(to) = cx.schemas.desired.table(&id.schema, &id.name) {
        return to.foreign.is_none();
    }
    let Some(parent) = of.partition_of.as_ref().map(|of| &of.parent) else { return false };
    let above = cx.schemas.current.table(&parent.schema, &parent.name);
    above.is_some_and(|of| {
        is_remade(cx, &ObjectId::table(&parent.schema, &parent.name), of)
            && (cx.schemas.desired.table(&parent.schema, &parent.name).is_none()
                || remade::table(cx.schemas, parent))
    })
}

pub(super) fn alter(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Table>) -> Alteration {
    let (current, desired) = (pair.current, pair.desired);
    if remade::table(cx.schemas, &QualifiedName::new(&*id.schema, &*id.name)) {
        return Alteration::Replace;
    }
    if let (Some(from), Some(to)) = (&current.foreign, &desired.foreign)
        && from.server != to.server
    {
        // No statement moves a foreign table to another server; its rows are not here.
        return Alteration::Replace;
    }
    let head = alter_table(id);
    let action = |action: String| Step::action(Verb::Alter, id, &head, action).lock("ACCESS EXCLUSIVE", id);
    let mut steps = inheritance(pair, &action);
    if current.unlogged != desired.unlogged {
        let to = if desired.unlogged { "SET UNLOGGED" } else { "SET LOGGED" };
        // On its own: within one statement foreign keys are checked before the table has become what it should.
        let step = Step::new(Verb::Alter, id, format!("{head} {to}")).lock("ACCESS EXCLUSIVE", id);
        steps.push(step.rewrites(id));
    }
    if current.access_method != desired.access_method {
        let to = desired.access_method.as_deref().unwrap_or("heap");
        steps.push(action(format!("SET ACCESS METHOD {}", ident(to))).rewrites(id));
    }
    if current.tablespace != desired.tablespace {
        let to = desired.tablespace.as_deref().unwrap_or("pg_default");
        steps.push(action(format!("SET TABLESPACE {}", ident(to))).rewrites(id));
    }
    if let (Some(from), Some(to)) = (&current.foreign, &desired.foreign) {
        steps.extend(column::changed_options(&from.options, &to.options).map(action));
    }
    steps.extend(set_parameters(id, &head, &current.parameters, &desired.parameters));
    steps.extend(row_security(id, current.row_security, desired.row_security, "ROW LEVEL SECURITY"));
    if current.force_row_security != desired.force_row_security {
        let to = if desired.force_row_security { "FORCE" } else { "NO FORCE" };
        steps.push(action(format!("{to} ROW LEVEL SECURITY")));
    }
    Alteration::InPlace(steps)
}

/// INHERIT, NO INHERIT.
fn inheritance(pair: Pair<&Table>, action: &dyn Fn(String) -> Step) -> Vec<Step> {
    let (current, desired) = (pair.current, pair.desired);
    let mut steps = Vec::new();
    for parent in current.inherits.iter().filter(|parent| !desired.inherits.contains(parent)) {
        steps.push(action(format!("NO INHERIT {}", qualified(parent))));
    }
    for parent in desired.inherits.iter().filter(|parent| !current.inherits.contains(parent)) {
        steps.push(action(format!("INHERIT {}", qualified(parent))));
    }
    steps
}

fn row_security(id: &ObjectId, from: bool, to: bool, what: &str) -> Option<Step> {
    let verb = if to { "ENABLE" } else { "DISABLE" };
    let step = Step::action(Verb::Alter, id, &alter_table(id), format!("{verb} {what}"));
    (from != to).then(|| step.lock("ACCESS EXCLUSIVE", id).raise(Severity::Medium))
}

fn force(id: &ObjectId, to: bool) -> Option<Step> {
    to.then(|| Step::action(Verb::Alter, id, &alter_table(id), "FORCE ROW LEVEL SECURITY"))
}
