//! What is said of a table and names one of its indexes.

use super::{alter_table, table_of};
use crate::dialect::postgres::render::ident;
use crate::model::ObjectId;
use crate::plan::{Step, Verb};

pub(super) fn replica_identity(id: &ObjectId, of: &str) -> Vec<Step> {
    let words = match of.strip_prefix("index ") {
        Some(index) => format!("USING INDEX {}", ident(index)),
        None => of.to_uppercase(),
    };
    let step = Step::action(Verb::Alter, id, &alter_table(id), format!("REPLICA IDENTITY {words}"));
    vec![step.lock("ACCESS EXCLUSIVE", &table_of(id))]
}

pub(super) fn cluster_on(id: &ObjectId, index: Option<&str>) -> Vec<Step> {
    let action = index.map_or("SET WITHOUT CLUSTER".into(), |index| format!("CLUSTER ON {}", ident(index)));
    let step = Step::action(Verb::Alter, id, &alter_table(id), action);
    vec![step.lock("SHARE UPDATE EXCLUSIVE", &table_of(id))]
}
