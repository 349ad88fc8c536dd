//! Extensions. What belongs to one is never touched.

use crate::dialect::postgres::render::{ident, literal};
use crate::model::{Extension, ObjectId};
use crate::pair::Pair;
use crate::plan::rules::Alteration;
use crate::plan::{Step, Verb};

pub(super) fn create(id: &ObjectId, of: &Extension) -> Vec<Step> {
    let mut sql = format!("CREATE EXTENSION IF NOT EXISTS {}", ident(&id.name));
    if let Some(schema) = of.schema.as_ref().filter(|schema| *schema != "public" && *schema != "pg_catalog") {
        sql += &format!(" WITH SCHEMA {}", ident(schema));
    }
    if let Some(version) = &of.version {
        sql += &format!(" VERSION {}", literal(version));
    }
    vec![Step::new(Verb::Create, id, sql)]
}

pub(super) fn drop(id: &ObjectId) -> Vec<Step> {
    let step = Step::new(Verb::Drop, id, format!("DROP EXTENSION {}", ident(&id.name)));
    vec![
        step.destroys(format!("what {id} stores"))
            .hazard("drops-extension", "everything the extension brought goes with it"),
    ]
}

pub(super) fn alter(id: &ObjectId, pair: Pair<&Extension>) -> Alteration {
    let head = format!("ALTER EXTENSION {}", ident(&id.name));
    let mut steps = Vec::new();
    if pair.current.version != pair.desired.version
        && let Some(version) = &pair.desired.version
    {
        let step = Step::new(Verb::Alter, id, format!("{head} UPDATE TO {}", literal(version)));
        steps.push(step.irreversible("an extension's update scripts run one way"));
    }
    if pair.current.schema != pair.desired.schema
        && let Some(schema) = &pair.desired.schema
    {
        steps.push(Step::new(Verb::Move, id, format!("{head} SET SCHEMA {}", ident(schema))));
    }
    Alteration::InPlace(steps)
}
