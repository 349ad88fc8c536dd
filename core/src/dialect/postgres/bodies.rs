//! Function bodies in SQL that the server could not check at the moment they are made: they name what comes later, or
//! what no search path leads to then. Such a function is made with the check put off, as pg_dump does it.

use super::depend;
use super::qualify::names_unknown_relation;
use crate::model::{Kind, Object, ObjectId, RoutineBody, Schema};
use crate::plan::{Plan, Verb};
use std::collections::BTreeMap;

const UNCHECKED: &str = "SET check_function_bodies = false;\n\n";

/// Puts off the check of the bodies that need it.
pub(super) fn put_off_checks(plan: &mut Plan, desired: &Schema) {
    let made: BTreeMap<ObjectId, usize> = (plan.steps().enumerate())
        .filter(|(_, step)| step.verb == Verb::Create)
        .map(|(at, step)| (step.object.clone(), at))
        .collect();
    let mut at = 0;
    for step in plan.transactions.iter_mut().flat_map(|transaction| &mut transaction.steps) {
        let needs = step.object.kind == Kind::Function && needs(desired, &step.object, at, &made);
        if needs && !step.sql.starts_with(UNCHECKED) && step.sql.starts_with("CREATE") {
            step.sql.insert_str(0, UNCHECKED);
        }
        at += 1;
    }
}

fn needs(desired: &Schema, id: &ObjectId, at: usize, made: &BTreeMap<ObjectId, usize>) -> bool {
    let Some(object @ Object::Routine(routine)) = desired.get(id) else { return false };
    let RoutineBody::Text(body) = &routine.body else { return false };
    if routine.language != "sql" {
        return false;
    }
    let path = routine.settings.get("search_path").map_or("public", String::as_str);
    let path = path.split(", ").map(|name| name.trim_matches('"').to_owned()).collect();
    names_unknown_relation(desired, body, path)
        || depend::dependencies(desired, id, object).iter().any(|dependency| {
            let on = [Some(dependency.on.clone()), desired.parent(&dependency.on)];
            on.into_iter().flatten().any(|on| made.get(&on).is_some_and(|later| *later > at))
        })
}
