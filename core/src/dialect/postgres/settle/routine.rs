//! Questions about routines: the defaults of their arguments, and a body in SQL's own syntax.

use super::Made;
use crate::dialect::postgres::render;
use crate::model::*;

const NAME: &str = "schemasync_question";

/// A routine's defaults, then its body.
pub(super) fn routine(of: &Routine) -> Made {
    let id = ObjectId::new(Kind::Function, "pg_temp", NAME);
    let from = format!(
        "FROM pg_catalog.pg_proc WHERE proname = '{NAME}' AND pronamespace = pg_catalog.pg_my_temp_schema()"
    );
    let mut asks: Vec<String> = (of.arguments.iter().enumerate())
        .filter(|(_, argument)| argument.default.is_some())
        .map(|(at, _)| format!("SELECT pg_catalog.pg_get_function_arg_default(oid, {}) {from}", at + 1))
        .collect();
    if matches!(of.body, RoutineBody::Sql(_)) {
        asks.push(format!("SELECT pg_catalog.pg_get_function_sqlbody(oid) {from}"));
    }
    Made { statements: vec![render::routine::create(&id, of, false)], asks }
}
