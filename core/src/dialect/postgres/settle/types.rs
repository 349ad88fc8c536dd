//! Questions about types: domains have a default and checks.

use super::{Made, temporary};
use crate::dialect::postgres::render::{self, literal};
use crate::model::*;

const NAME: &str = "schemasync_question";

/// A domain's default, then its checks.
pub(super) fn domain(of: &Domain) -> Made {
    let ty = format!("{}::pg_catalog.regtype", literal(&temporary(NAME)));
    let mut asks = Vec::new();
    if of.default.is_some() {
        asks.push(format!(
            "SELECT pg_catalog.pg_get_expr(typdefaultbin, 'pg_catalog.pg_type'::pg_catalog.regclass) \
             FROM pg_catalog.pg_type WHERE oid = {ty}"
        ));
    }
    asks.extend(of.checks.iter().map(|check| {
        format!(
            "SELECT pg_catalog.pg_get_expr(conbin, conrelid) FROM pg_catalog.pg_constraint \
             WHERE contypid = {ty} AND conname = {}",
            literal(&check.name)
        )
    }));
    let id = ObjectId::new(Kind::Type, "pg_temp", NAME);
    Made { statements: vec![render::user_type::domain(&id, of)], asks }
}
