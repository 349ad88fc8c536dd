//! Schemas.

use crate::dialect::postgres::render::ident;
use crate::model::ObjectId;
use crate::plan::{Step, Verb};

pub(super) fn create(id: &ObjectId) -> Vec<Step> {
    // `public` is there from the start.
    if id.name == "public" {
        return Vec::new();
    }
    vec![Step::new(Verb::Create, id, format!("CREATE SCHEMA {}", ident(&id.name)))]
}

pub(super) fn drop(id: &ObjectId) -> Vec<Step> {
    vec![Step::new(Verb::Drop, id, format!("DROP SCHEMA {}", ident(&id.name)))]
}
