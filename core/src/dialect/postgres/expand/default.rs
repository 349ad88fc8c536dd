//! Defaults of columns.

use super::{alter_table, table_of};
use crate::dialect::postgres::render::{ident, text};
use crate::model::{ObjectId, SqlText};
use crate::plan::{Step, Verb};

pub(super) fn create(id: &ObjectId, of: &SqlText) -> Vec<Step> {
    vec![step(id, format!("ALTER COLUMN {} SET DEFAULT {}", ident(&id.part), text(of)))]
}

pub(super) fn drop(id: &ObjectId) -> Vec<Step> {
    vec![step(id, format!("ALTER COLUMN {} DROP DEFAULT", ident(&id.part)))]
}

fn step(id: &ObjectId, action: String) -> Step {
    Step::action(Verb::Alter, id, &alter_table(id), action).lock("ACCESS EXCLUSIVE", &table_of(id))
}
