//! Tables of a composite type that changes: they step out of the type first and in again last, so that both change as
//! types and tables of their own.

use super::Work;
use crate::dialect::postgres::remade;
use crate::dialect::postgres::render::qualified;
use crate::model::{Kind, Object, ObjectId, QualifiedName, Schema};
use crate::pair::Pair;

/// Whether a schema has a table of a type.
pub(super) fn any(schema: &Schema) -> bool {
    super::tables(schema).any(|(_, table)| table.of_type.is_some())
}

/// Takes tables that stay out of a type that changes, or that they leave; and puts those into theirs that have or get one.
pub(super) fn step_out(work: &mut Work<'_, '_>) {
    for (name, table) in super::tables(work.pair.current) {
        let Some(to) = work.pair.desired.table(&name.schema, &name.name) else { continue };
        let changed = table.of_type.as_ref().is_some_and(|of| changes(work.pair, of));
        if table.of_type == to.of_type && !changed || remade::table(work.pair, &name) {
            continue;
        }
        if table.of_type.is_some() {
            let out = work.step(&name, &name, "NOT OF".into());
            work.out.first.push(out);
        }
        if let Some(of) = &to.of_type {
            let back = work.step(&name, &name, format!("OF {}", qualified(of)));
            work.out.last.push(back);
        }
        for schema in [&mut work.current, &mut work.desired] {
            let id = ObjectId::table(&*name.schema, &*name.name);
            if let Some(Object::Table(table)) = schema.to_mut().objects.get_mut(&id) {
                table.of_type = None;
            }
        }
    }
}

fn changes(pair: Pair<&Schema>, of: &QualifiedName) -> bool {
    let id = ObjectId::new(Kind::Type, &*of.schema, &*of.name);
    let ty = crate::model::ColumnType {
        schema: of.schema.clone(),
        name: of.name.clone(),
        ..crate::model::ColumnType::default()
    };
    pair.current.get(&id) != pair.desired.get(&id) || remade::is_rebuilt(pair, &ty)
}
