//! Row-level security policies: roles and expressions change in place, what they apply to does not.

use super::table_of;
use crate::dialect::postgres::render::{ident, parenthesized, relation, trigger as sql};
use crate::model::{ObjectId, Policy};
use crate::pair::Pair;
use crate::plan::rules::Alteration;
use crate::plan::{Severity, Step, Verb};

pub(super) fn create(id: &ObjectId, of: &Policy) -> Vec<Step> {
    let step = Step::new(Verb::Create, id, sql::policy(id, of));
    vec![step.lock("ACCESS EXCLUSIVE", &table_of(id)).raise(Severity::Medium)]
}

pub(super) fn drop(id: &ObjectId) -> Vec<Step> {
    let sql = format!("DROP POLICY {} ON {}", ident(&id.part), relation(id));
    let step = Step::new(Verb::Drop, id, sql).lock("ACCESS EXCLUSIVE", &table_of(id));
    vec![step.hazard("changes-access", "rows become visible or invisible to others")]
}

pub(super) fn alter(id: &ObjectId, pair: Pair<&Policy>) -> Alteration {
    let (current, desired) = (pair.current, pair.desired);
    let goes = |from: &Option<_>, to: &Option<_>| from.is_some() && to.is_none();
    if current.permissive != desired.permissive
        || current.command != desired.command
        || goes(&current.using, &desired.using)
        || goes(&current.check, &desired.check)
    {
        return Alteration::Replace;
    }
    let mut sql = format!("ALTER POLICY {} ON {}", ident(&id.part), relation(id));
    if current.roles != desired.roles {
        sql += &format!(" TO {}", sql::roles(&desired.roles));
    }
    for (words, from, to) in
        [("USING", &current.using, &desired.using), ("WITH CHECK", &current.check, &desired.check)]
    {
        if let Some(text) = to.as_ref().filter(|_| from != to) {
            sql += &format!(" {words} {}", parenthesized(text));
        }
    }
    let step = Step::new(Verb::Alter, id, sql).lock("ACCESS EXCLUSIVE", &table_of(id));
    Alteration::InPlace(vec![step.hazard("changes-access", "rows become visible or invisible to others")])
}
