//! Functions in SQL whose bodies name things of their own schema bare: the server reads such a body where it makes a
//! generated column, an index or a check that calls the function, and finds them on the session's search path alone.

use crate::dialect::postgres::depend::mention;
use crate::model::*;

/// The schemas that have to be on the path where an object is made.
pub(super) fn of_called(desired: &Schema, object: &Object) -> Vec<String> {
    let computed = match object {
        Object::Column(of) => of.generated.is_some(),
        Object::Index(_) | Object::Default(_) => true,
        Object::Constraint(of) => {
            matches!(of.rule, ConstraintRule::Check { .. } | ConstraintRule::Exclude(_))
        }
        _ => false,
    };
    let mut out = Vec::new();
    if !computed {
        return out;
    }
    let mut copy = object.clone();
    copy.for_texts(&mut |text| {
        for id in mention::objects(desired, text, None) {
            if let Some(Object::Routine(of)) = desired.get(&id)
                && id.schema != "public"
                && names_siblings(desired, &id, of)
            {
                out.push(id.schema);
            }
        }
    });
    out
}

/// Whether a body in SQL, which brings no path of its own, names something of its schema without it.
fn names_siblings(desired: &Schema, id: &ObjectId, of: &Routine) -> bool {
    let RoutineBody::Text(body) = &of.body else { return false };
    let there = |kind: Kind, name: &str| desired.parts(kind, &id.schema, name).next().is_some();
    of.language == "sql"
        && !of.settings.contains_key("search_path")
        && mention::mentions(body).iter().any(|mention| match mention.parts.as_slice() {
            [name] if mention.call => there(Kind::Function, name),
            [name] => desired.relation(&id.schema, name).is_some(),
            _ => false,
        })
}
