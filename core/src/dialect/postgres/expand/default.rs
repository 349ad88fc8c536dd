//! Defaults of columns.

use super::{alter_table, counting, table_of};
use crate::dialect::postgres::names::sequence_in;
use crate::dialect::postgres::render::{ident, text};
use crate::model::{Facet, Object, ObjectId, SqlText};
use crate::plan::rules::Context;
use crate::plan::{Step, Verb};

pub(super) fn create(cx: &Context<'_>, id: &ObjectId, of: &SqlText) -> Vec<Step> {
    let set = step(id, format!("ALTER COLUMN {} SET DEFAULT {}", ident(&id.part), text(of)));
    if let Some(hand_on) = counting::into_serial(cx, &id.itself()) {
        return vec![hand_on, step(id, format!("ALTER COLUMN {} DROP IDENTITY", ident(&id.part))), set];
    }
    let mut steps = vec![set];
    // A new sequence of a column that is there already begins behind its values.
    if cx.schemas.current.contains(&id.itself())
        && let Some(sequence) = sequence_in(cx.schemas.desired, of)
        && !cx.schemas.current.contains(&sequence)
        && let Some(Object::Sequence(options)) = cx.schemas.desired.get(&sequence)
        && owned_by(cx, &sequence, id)
    {
        steps.push(super::sequence::catch_up(&id.itself(), &sequence, options));
    }
    steps
}

/// Whether a sequence is a column's own.
fn owned_by(cx: &Context<'_>, sequence: &ObjectId, column: &ObjectId) -> bool {
    match cx.schemas.desired.get(&sequence.facet(Facet::OwnedBy)) {
        Some(Object::OwnedBy(of)) => {
            (&of.schema, &of.table, &of.column) == (&column.schema, &column.name, &column.part)
        }
        _ => false,
    }
}

pub(super) fn drop(id: &ObjectId) -> Vec<Step> {
    vec![step(id, format!("ALTER COLUMN {} DROP DEFAULT", ident(&id.part)))]
}

fn step(id: &ObjectId, action: String) -> Step {
    Step::action(Verb::Alter, id, &alter_table(id), action).lock("ACCESS EXCLUSIVE", &table_of(id))
}
