//! What columns and their defaults need.

use super::*;

/// Its type, its collation, what its generating expression names; an inherited one its parents' column.
pub fn dependencies(schema: &Schema, id: &ObjectId, of: &Column) -> Vec<Dependency> {
    let mut out: Vec<Dependency> = on_type(schema, &of.ty, "it is of the type").into_iter().collect();
    out.extend(on_collation(&of.collation));
    if let Some(generated) = &of.generated {
        out.extend(on_text(
            schema,
            &generated.expression,
            Some((&id.schema, &id.name)),
            "it is generated from it",
        ));
        out.retain(|dependency| dependency.on != *id);
    }
    if of.inherited {
        for parent in parents(schema, &id.schema, &id.name) {
            let column = ObjectId::column(&parent.schema, &parent.name, &id.part);
            out.push(Dependency::hard(column, "it inherits the column"));
        }
    }
    out
}

/// What a table inherits from or is a partition of.
pub fn parents<'s>(
    schema: &'s Schema,
    namespace: &str,
    table: &str,
) -> impl Iterator<Item = &'s QualifiedName> {
    let table = schema.table(namespace, table).into_iter();
    table.flat_map(|table| table.inherits.iter().chain(table.partition_of.iter().map(|of| &of.parent)))
}

/// What the expression names; the table it belongs to is no dependency of its own.
pub fn default(schema: &Schema, id: &ObjectId, of: &SqlText) -> Vec<Dependency> {
    let mut out = on_text(schema, of, None, "the default uses it");
    if let Some(column) = schema.column(&id.schema, &id.name, &id.part) {
        if column.inherited {
            for parent in parents(schema, &id.schema, &id.name) {
                let column = ObjectId::column(&parent.schema, &parent.name, &id.part);
                let default = column.facet(Facet::Default);
                out.push(Dependency::hard(default, "the parent's default is handed on first"));
                out.push(Dependency::hard(column, "it inherits the column"));
            }
        }
        out.extend(on_type(schema, &column.ty, "the default is of the type"));
    }
    out
}
