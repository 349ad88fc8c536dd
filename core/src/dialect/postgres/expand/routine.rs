//! Functions and procedures: replaced where they stand when PostgreSQL allows it, else dropped and made again.

use crate::dialect::postgres::depend::mention;
use crate::dialect::postgres::parse::routine::result_type;
use crate::dialect::postgres::render::{relation, routine as sql};
use crate::model::{Argument, ArgumentMode, ColumnType, Kind, ObjectId, Routine, RoutineBody, Schema};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Severity, Step, Verb};

pub(super) fn create(id: &ObjectId, of: &Routine) -> Vec<Step> {
    vec![Step::new(Verb::Create, id, sql::create(id, of, false))]
}

pub(super) fn drop(cx: &Context<'_>, id: &ObjectId, of: &Routine) -> Vec<Step> {
    let word = if of.procedure { "PROCEDURE" } else { "FUNCTION" };
    let name = format!("{}{}", relation(id), sql::signature(&of.arguments));
    let step = Step::new(Verb::Drop, id, format!("DROP {word} {name}")).raise(Severity::High);
    vec![if stays(cx.schemas.desired, id) { step } else { step.forgets(id) }]
}

/// Whether there will be a routine of that name, though perhaps with other arguments: then it has changed.
pub(super) fn stays(desired: &Schema, id: &ObjectId) -> bool {
    [Kind::Function, Kind::Aggregate].into_iter().any(|kind| {
        let first = ObjectId::new(kind, &id.schema, &id.name);
        let mut named = desired.objects.range(first.clone()..);
        named.next().is_some_and(|(next, _)| {
            (next.kind, &next.schema, &next.name) == (kind, &first.schema, &first.name)
        })
    })
}

pub(super) fn alter(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Routine>) -> Alteration {
    match may_be_replaced(pair.current, pair.desired) && !holds_what_goes(cx, pair.desired) {
        true => Alteration::InPlace(vec![Step::new(Verb::Alter, id, sql::create(id, pair.desired, true))]),
        false => Alteration::Replace,
    }
}

/// Whether a body that the server reads would, put in its place now, hold on to a column that is to go: `*` and the row that
/// ON CONFLICT DO UPDATE leaves out mean all that are there.
fn holds_what_goes(cx: &Context<'_>, of: &Routine) -> bool {
    let RoutineBody::Sql(body) = &of.body else { return false };
    let held = mention::objects(cx.schemas.current, body, None);
    held.iter().any(|id| id.kind == Kind::Column && !cx.schemas.desired.contains(id))
}

/// What `CREATE OR REPLACE` leaves as it is (src/backend/catalog/pg_proc.c, ProcedureCreate).
fn may_be_replaced(from: &Routine, to: &Routine) -> bool {
    from.procedure == to.procedure
        && from.window == to.window
        && from.returns_set == to.returns_set
        && result_type(from) == result_type(to)
        && outputs(from) == outputs(to)
        && modes(from) == modes(to)
        && names_stay(from, to)
        && defaults_stay(from, to)
}

fn inputs(of: &Routine) -> impl Iterator<Item = &Argument> {
    of.arguments.iter().filter(|argument| argument.is_input())
}

/// The row that OUT arguments and RETURNS TABLE describe.
fn outputs(of: &Routine) -> Vec<(ArgumentMode, Option<&str>, &ColumnType)> {
    let out = of.arguments.iter().filter(|a| !matches!(a.mode, ArgumentMode::In | ArgumentMode::Variadic));
    out.map(|argument| (argument.mode, argument.name.as_deref(), &argument.ty)).collect()
}

fn modes(of: &Routine) -> Vec<ArgumentMode> {
    inputs(of).map(|argument| argument.mode).collect()
}

/// An argument may get a name, but not another one.
fn names_stay(from: &Routine, to: &Routine) -> bool {
    inputs(from).zip(inputs(to)).all(|(from, to)| from.name.is_none() || from.name == to.name)
}

/// Defaults may come and change, but not go.
fn defaults_stay(from: &Routine, to: &Routine) -> bool {
    inputs(from).zip(inputs(to)).all(|(from, to)| from.default.is_none() || to.default.is_some())
}
