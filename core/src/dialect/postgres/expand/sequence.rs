//! Sequences, and the columns that own them.

use crate::dialect::postgres::privileges;
use crate::dialect::postgres::render::{ident, literal, name, relation, sequence};
use crate::model::{ColumnRef, ObjectId, Sequence};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Step, Verb};

pub(super) fn create(id: &ObjectId, of: &Sequence) -> Vec<Step> {
    vec![Step::new(Verb::Create, id, sequence::create(id, of))]
}

pub(super) fn drop(id: &ObjectId) -> Vec<Step> {
    let step = Step::new(Verb::Drop, id, format!("DROP SEQUENCE {}", relation(id)));
    vec![step.lock("ACCESS EXCLUSIVE", id).destroys(format!("the current value of {id}"))]
}

pub(super) fn alter(id: &ObjectId, pair: Pair<&Sequence>) -> Alteration {
    let head = format!("ALTER SEQUENCE {}", relation(id));
    let mut steps = Vec::new();
    let changes = sequence::changes(pair.current, pair.desired);
    if !changes.is_empty() {
        let apart = apart(pair);
        let restart = if apart { " RESTART" } else { "" };
        steps.extend(move_in(id, pair));
        let step = Step::new(Verb::Alter, id, format!("{head} {}{restart}", changes.join(" ")));
        let step = step.lock("SHARE ROW EXCLUSIVE", id);
        let step = if apart { step.destroys(format!("the current value of {id}")) } else { step };
        let narrower = pair.desired.max < pair.current.max || pair.desired.min > pair.current.min;
        steps.push(match narrower {
            true => {
                step.hazard("fails-on-value", "fails if the sequence's value lies outside the new bounds")
            }
            _ => step,
        });
    }
    if pair.current.unlogged != pair.desired.unlogged {
        let to = if pair.desired.unlogged { "UNLOGGED" } else { "LOGGED" };
        steps.push(Step::new(Verb::Alter, id, format!("{head} SET {to}")).lock("ACCESS EXCLUSIVE", id));
    }
    Alteration::InPlace(steps)
}

/// Whether no old value can be a new one, so that it has to begin again.
pub(super) fn apart(pair: Pair<&Sequence>) -> bool {
    pair.desired.min > pair.current.max || pair.desired.max < pair.current.min
}

/// A sequence that may not have got as far as its new bounds is moved there: PostgreSQL refuses bounds that leave it outside.
pub(super) fn move_in(id: &ObjectId, pair: Pair<&Sequence>) -> Option<Step> {
    let (from, to) = (pair.current, pair.desired);
    if apart(pair) {
        return None;
    }
    let (function, bound, inside) = match to.increment < 0 {
        false if to.min > from.start => ("greatest", to.min, ">="),
        true if to.max < from.start => ("least", to.max, "<="),
        _ => return None,
    };
    let sql = format!(
        "SELECT setval({}, {function}(last_value, {bound}), is_called AND last_value {inside} {bound}) FROM {}",
        literal(&relation(id)),
        relation(id)
    );
    Some(Step::new(Verb::Alter, id, sql))
}

/// `OWNED BY` a column, whose table's owner must be the sequence's.
pub(super) fn give(cx: &Context<'_>, id: &ObjectId, by: &ColumnRef) -> Vec<Step> {
    let owner = |of: &ObjectId| privileges::owner(cx.schemas.current, of);
    let of_table = owner(&ObjectId::table(&by.schema, &by.table));
    let handed_over = of_table.filter(|_| of_table != owner(id)).map(|role| {
        let sql = format!("ALTER SEQUENCE {} OWNER TO {}", relation(id), ident(role));
        Step::new(Verb::Alter, id, sql)
    });
    handed_over.into_iter().chain(own(id, Some(by))).collect()
}

/// `OWNED BY`; none for nobody.
pub(super) fn own(id: &ObjectId, by: Option<&ColumnRef>) -> Vec<Step> {
    let owner =
        by.map_or("NONE".into(), |by| format!("{}.{}", name(&by.schema, &by.table), ident(&by.column)));
    vec![Step::new(Verb::Alter, id, format!("ALTER SEQUENCE {} OWNED BY {owner}", relation(id)))]
}

/// Moves a sequence past the values that a column holds already, so that it does not hand them out again.
pub(super) fn catch_up(column: &ObjectId, sequence: &ObjectId, of: &Sequence) -> Step {
    let (table, name) = (relation(column), ident(&column.part));
    let (furthest, further, past) = match of.increment < 0 {
        true => ("min", "least", "<="),
        false => ("max", "greatest", ">="),
    };
    // What lies before its start is nothing it could hand out again, and may be out of its bounds.
    let (sequence_name, start) = (literal(&relation(sequence)), of.start);
    let sql = format!(
        "SELECT setval({sequence_name}, {further}({furthest}({name}), {start}), coalesce({furthest}({name}) {past} {start}, false)) FROM {table}"
    );
    Step::new(Verb::Alter, sequence, sql).scans(&ObjectId::table(&column.schema, &column.name))
}
