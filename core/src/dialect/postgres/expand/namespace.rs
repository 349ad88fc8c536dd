//! Schemas.

use crate::dialect::postgres::render::ident;
use crate::model::{Namespace, ObjectId};
use crate::plan::{Step, Verb};

/// `CREATE SCHEMA`; for one that nobody creates only if the server lacks it.
pub fn create(id: &ObjectId, of: &Namespace) -> Vec<Step> {
    // `public` is there from the start.
    if id.name == "public" {
        return Vec::new();
    }
    let missing = if of.implied { "IF NOT EXISTS " } else { "" };
    vec![Step::new(Verb::Create, id, format!("CREATE SCHEMA {missing}{}", ident(&id.name)))]
}

pub(super) fn drop(id: &ObjectId) -> Vec<Step> {
    vec![Step::new(Verb::Drop, id, format!("DROP SCHEMA {}", ident(&id.name)))]
}
