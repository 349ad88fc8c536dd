//! NOT NULL of columns. It is a constraint with a name since PostgreSQL 18; servers before it take the name and forget
//! it, so names are only acted upon where a text says what none of those would read.

use super::column::{action, alter_column, handed_on};
use super::{alter_table, cast, online, table_of};
use crate::dialect::postgres::names::object_name;
use crate::dialect::postgres::render::ident;
use crate::model::{Column, Constraint, ConstraintRule, NotNull, Object, ObjectId, Schema};
use crate::pair::Pair;
use crate::plan::rules::Context;
use crate::plan::{Shape, Step, Verb};

/// What comes before everything else that is done to a column: it may be NULL.
pub(super) fn drop(id: &ObjectId, pair: Pair<&Column>) -> Option<Step> {
    let gone = match (&pair.current.not_null, &pair.desired.not_null) {
        (Some(_), None) => true,
        // Rows that are known to fit cannot be doubted again.
        (Some(from), Some(to)) => to.not_valid && !from.not_valid,
        _ => false,
    };
    gone.then(|| alter_column(id, "DROP NOT NULL"))
}

/// Where rows are not to be read through under the strong lock: the whole of it, before everything else that is done to
/// the column.
pub(super) fn made_ready(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Column>) -> Vec<Step> {
    match goes_gently(cx, id, pair) {
        true => online::not_null(cx, id, &plain(id)),
        false => Vec::new(),
    }
}

/// A table that is rewritten is read through anyway.
fn goes_gently(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Column>) -> bool {
    let new = pair.current.not_null.is_none();
    let plainly = pair.desired.not_null.as_ref().is_some_and(|to| !says_more(cx, to));
    let rewritten = pair.current.ty != pair.desired.ty && !cast::in_place(&pair.current.ty, &pair.desired.ty);
    new && plainly && !rewritten && !pair.desired.inherited && online::gently(cx, &table_of(id))
}

/// Whether a check that goes serves a column on its way to NOT NULL, and goes there.
pub(super) fn takes_over(cx: &Context<'_>, check: &ObjectId) -> bool {
    let Pair { current, desired } = cx.schemas;
    desired.columns(&check.schema, &check.name).into_iter().any(|(name, to)| {
        let id = ObjectId::column(&check.schema, &check.name, name);
        let from = current.column(&check.schema, &check.name, name);
        from.is_some_and(|from| goes_gently(cx, &id, Pair::new(from, to)))
            && online::saying_so(cx, &id).is_some_and(|(name, _)| name == check.part)
    })
}

/// What comes after: it may not.
pub(super) fn set(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Column>) -> Vec<Step> {
    let Some(to) = &pair.desired.not_null else { return Vec::new() };
    match &pair.current.not_null {
        Some(from) if !to.not_valid || from.not_valid => keep(cx, id, from, to),
        _ if says_more(cx, to) => vec![add(id, to)],
        // What becomes an identity column has to say it before that.
        _ if key_says_so(cx, id)
            && (pair.desired.identity.is_none() || pair.current.identity.is_some())
            && !online::gently(cx, &table_of(id)) =>
        {
            Vec::new()
        }
        _ => vec![plain(id)],
    }
}

/// Whether it says what only a constraint can.
fn says_more(cx: &Context<'_>, to: &NotNull) -> bool {
    to.not_valid || to.no_inherit || (to.name.is_some() && names_count(cx.schemas))
}

/// The sides of one that stays.
fn keep(cx: &Context<'_>, id: &ObjectId, from: &NotNull, to: &NotNull) -> Vec<Step> {
    if from == to {
        return Vec::new();
    }
    let old = name(cx.schemas.current, id, from);
    // A name that nobody gave stays where none is wanted.
    let unnamed = from.name.is_none() && to.name.is_none();
    let new = name(cx.schemas.desired, id, to).and_then(|new| if unnamed { old.clone() } else { Some(new) });
    let head = alter_table(id);
    let mut steps = Vec::new();
    if let (Some(old), Some(new)) = (&old, &new)
        && old != new
        && names_count(cx.schemas)
    {
        let sql = format!("{head} RENAME CONSTRAINT {} TO {}", ident(old), ident(new));
        steps.push(Step::new(Verb::Rename, id, sql).lock("ACCESS EXCLUSIVE", &table_of(id)));
    }
    let Some(named) = new else { return steps };
    if from.no_inherit != to.no_inherit {
        let how = if to.no_inherit { "NO INHERIT" } else { "INHERIT" };
        let step = action(id, Verb::Alter, format!("ALTER CONSTRAINT {} {how}", ident(&named)));
        // A statement of its own: what follows may need it done.
        steps.push(Step { shape: Shape::Statement, ..step });
    }
    if from.not_valid && !to.not_valid {
        let step = action(id, Verb::Validate, format!("VALIDATE CONSTRAINT {}", ident(&named)));
        steps.push(refused(step.scans(&table_of(id)), id));
    }
    steps
}

/// `ADD [CONSTRAINT name] NOT NULL column`, with what only this form can say.
pub(super) fn add(id: &ObjectId, of: &NotNull) -> Step {
    let name = of.name.as_ref().map_or(String::new(), |name| format!("CONSTRAINT {} ", ident(name)));
    let inherit = if of.no_inherit { " NO INHERIT" } else { "" };
    let valid = if of.not_valid { " NOT VALID" } else { "" };
    let step = action(id, Verb::Alter, format!("ADD {name}NOT NULL {}{inherit}{valid}", ident(&id.part)));
    if of.not_valid { step } else { refused(step.scans(&table_of(id)), id) }
}

fn plain(id: &ObjectId) -> Step {
    refused(alter_column(id, "SET NOT NULL").scans(&table_of(id)), id)
}

fn refused(step: Step, id: &ObjectId) -> Step {
    step.hazard("fails-on-nulls", format!("fails if rows of {} have no {}", table_of(id), id.part))
}

/// The name it has; none for one that comes from a parent and is called as that is.
fn name(schema: &Schema, id: &ObjectId, of: &NotNull) -> Option<String> {
    if handed_on(schema, id)
        .is_some_and(|(column, _)| column.not_null.as_ref().is_some_and(|n| !n.no_inherit))
    {
        return None;
    }
    let named = of.name.as_ref().or(of.called.0.as_ref());
    Some(named.cloned().unwrap_or_else(|| object_name(&id.name, &id.part, "not_null")))
}

/// Whether either side says what is only read from PostgreSQL 18 on.
pub(in crate::dialect::postgres) fn names_count(pair: Pair<&Schema>) -> bool {
    let says = |schema: &Schema| {
        schema.objects.values().any(|object| match object {
            Object::Column(Column { not_null: Some(of), .. })
                if of.no_inherit || of.not_valid || of.of_table.0 =>
            {
                true
            }
            Object::Column(Column { generated: Some(of), .. }) => !of.stored,
            Object::Constraint(Constraint { not_enforced: true, .. }) => true,
            Object::Constraint(Constraint { rule: ConstraintRule::Key(key), .. }) => key.without_overlaps,
            _ => false,
        })
    };
    says(pair.desired) || says(pair.current)
}

/// Whether a primary key that is made in this plan makes the column NOT NULL anyway.
fn key_says_so(cx: &Context<'_>, id: &ObjectId) -> bool {
    let keys = |schema: &Schema| {
        (schema.constraints(&id.schema, &id.name))
            .any(|(_, c)| matches!(&c.rule, ConstraintRule::Key(key) if key.primary && key.columns.contains(&id.part)))
    };
    keys(cx.schemas.desired) && !keys(cx.schemas.current)
}
