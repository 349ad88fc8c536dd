//! Views: replaced where they stand when their columns allow it, else dropped and made again. Materialised views can
//! only be made again.

use crate::dialect::postgres::canon::schema::relation_columns;
use crate::dialect::postgres::depend::mention;
use crate::dialect::postgres::render::{ident, parameters, relation, view as sql};
use crate::model::{Object, ObjectId, Parameters, Schema, SqlText, View};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Reversible, Severity, Step, Verb};

pub(super) fn create(id: &ObjectId, of: &View) -> Vec<Step> {
    let step = Step::new(Verb::Create, id, sql::create(id, of, false));
    vec![if of.materialized { step.raise(Severity::Medium) } else { step }]
}

pub(super) fn drop(cx: &Context<'_>, id: &ObjectId, of: &View) -> Vec<Step> {
    let step = Step::new(Verb::Drop, id, format!("DROP {} {}", word(of), relation(id)));
    let step = step.lock("ACCESS EXCLUSIVE", id).raise(Severity::High);
    // What takes its name takes its place.
    let stays = cx.schemas.desired.relation(&id.schema, &id.name).is_some();
    vec![if stays { step } else { step.forgets(id) }]
}

fn word(of: &View) -> &'static str {
    if of.materialized { "MATERIALIZED VIEW" } else { "VIEW" }
}

pub(super) fn alter(cx: &Context<'_>, id: &ObjectId, pair: Pair<&View>) -> Alteration {
    let (current, desired) = (pair.current, pair.desired);
    let same = current.columns == desired.columns && current.query == desired.query;
    if current.materialized != desired.materialized || !same && desired.materialized {
        return Alteration::Replace;
    }
    if !same {
        if !keeps_columns(cx, id, pair) {
            return Alteration::Replace;
        }
        // The options are part of what is replaced.
        let step = Step::new(Verb::Alter, id, sql::create(id, desired, true));
        return Alteration::InPlace(vec![step.lock("ACCESS EXCLUSIVE", id)]);
    }
    let head = format!("ALTER {} {}", word(desired), relation(id));
    let action =
        |what: String| Step::new(Verb::Alter, id, format!("{head} {what}")).lock("ACCESS EXCLUSIVE", id);
    let mut steps = options(&current.options, &desired.options, &action);
    if current.access_method != desired.access_method {
        let to = desired.access_method.as_deref().unwrap_or("heap");
        steps.push(action(format!("SET ACCESS METHOD {}", ident(to))).rewrites(id));
    }
    if current.tablespace != desired.tablespace {
        let to = desired.tablespace.as_deref().unwrap_or("pg_default");
        steps.push(action(format!("SET TABLESPACE {}", ident(to))).rewrites(id));
    }
    steps.iter_mut().for_each(|step| step.reversible = Reversible::Lossless);
    Alteration::InPlace(steps)
}

/// Whether the columns of the view stay the first ones, by name and type.
fn keeps_columns(cx: &Context<'_>, id: &ObjectId, pair: Pair<&View>) -> bool {
    let columns = cx.schemas.map(|schema| relation_columns(schema, id));
    match (columns.current, columns.desired) {
        (Some(current), Some(desired)) if desired.starts_with(&current) => {
            let collated = cx.schemas.current.collates(&pair.current.query, 0)
                || cx.schemas.desired.collates(&pair.desired.query, 0);
            !collated || super::view_columns::only_appends(pair)
        }
        (Some(_), Some(_)) => false,
        _ => super::view_columns::only_appends(pair),
    }
}

impl Schema {
    /// Whether a query may give columns with a collation of their own, which no replacing may change: it says COLLATE,
    /// or reads columns that do.
    fn collates(&self, query: &SqlText, depth: u8) -> bool {
        let reads = |id: &ObjectId| match self.get(id) {
            Some(Object::Column(column)) => column.collation.is_some(),
            Some(Object::View(view)) => depth < 16 && self.collates(&view.query, depth + 1),
            _ => false,
        };
        mention::words(&query.text).contains("collate")
            || mention::objects(self, query, None).iter().any(reads)
    }
}

/// `RESET` for what goes, `SET` for what comes or changes.
fn options(from: &Parameters, to: &Parameters, action: &dyn Fn(String) -> Step) -> Vec<Step> {
    let (set, gone) = (from.to_set(to), from.to_reset(to));
    let mut steps = Vec::new();
    if !gone.is_empty() {
        steps.push(action(format!("RESET ({})", gone.join(", "))));
    }
    if !set.is_empty() {
        steps.push(action(format!("SET ({})", parameters(&set))));
    }
    steps
}
