//! Whether an object may name something: cheap, and rather too often than too seldom.

use crate::model::*;

/// Whether an object may hold that name of something else.
pub(super) fn may_name(id: &ObjectId, object: &Object, name: &str) -> bool {
    let says = |text: &SqlText| text.text.contains(name) || text.path.iter().any(|schema| schema == name);
    let typed = |ty: &ColumnType| ty.name == name || ty.schema == name;
    let signature =
        id.part.contains(name) || matches!(id.kind, Kind::Cast | Kind::Transform) && id.name.contains(name);
    signature
        || match object {
            Object::Default(text) => says(text),
            Object::Column(of) => {
                typed(&of.ty) || of.generated.as_ref().is_some_and(|of| says(&of.expression))
            }
            Object::View(of) => says(&of.query),
            Object::Constraint(Constraint { rule: ConstraintRule::Check { expression, .. }, .. }) => {
                says(expression)
            }
            Object::Constraint(_)
            | Object::Index(_)
            | Object::Table(_)
            | Object::Trigger(_)
            | Object::Rule(_)
            | Object::Policy(_)
            | Object::Composite(_)
            | Object::Range(_)
            | Object::Domain(_)
            | Object::Definition(_) => true,
            Object::Routine(of) => {
                of.arguments.iter().any(|a| typed(&a.ty) || a.default.as_ref().is_some_and(says))
                    || of.returns.as_ref().is_some_and(typed)
                    || matches!(&of.body, RoutineBody::Sql(text) if says(text))
            }
            _ => false,
        }
}
