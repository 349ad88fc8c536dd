//! What indexes need.

use super::*;
use crate::dialect::postgres::attached;
use crate::dialect::postgres::definition::method_id;

/// Its columns and what its expressions name; those of partitions that it takes in.
pub fn dependencies(schema: &Schema, id: &ObjectId, of: &Index) -> Vec<Dependency> {
    let mut out = elements(schema, (&id.schema, &of.table), of);
    if let Some(relation) = schema.relation(&id.schema, &of.table) {
        out.push(Dependency::hard(relation, "it stands on the relation"));
    }
    match &of.parent {
        Some(parent) if attached::is_automatic(schema, id, of) => out.push(Dependency::hard(
            ObjectId::new(Kind::Index, &parent.schema, &parent.name),
            "it comes with the parent's index",
        )),
        _ => {}
    }
    let children = attached::made_before(schema, id, of);
    out.extend(
        children.into_iter().map(|child| Dependency::hard(child.clone(), "the parent's index takes it in")),
    );
    out
}

/// What the elements and the predicate of an index on a relation need.
pub fn elements(schema: &Schema, on: (&str, &str), of: &Index) -> Vec<Dependency> {
    let mut out = Vec::new();
    let column = |name: &str| Dependency::hard(ObjectId::column(on.0, on.1, name), "it stands on the column");
    for element in &of.elements {
        match &element.key {
            IndexKey::Column(name) => out.push(column(name)),
            IndexKey::Expression(text) => out.extend(on_text(schema, text, Some(on), "the index uses it")),
        }
        out.extend(on_collation(&element.collation));
        if let Some(opclass) = element.opclass.as_ref().filter(|name| !name.schema.is_empty()) {
            out.push(Dependency::hard(
                method_id(Kind::OperatorClass, &opclass.schema, &opclass.name, &of.method),
                "it is ordered by it",
            ));
        }
    }
    out.extend(of.include.iter().map(|name| column(name)));
    if let Some(predicate) = &of.predicate {
        out.extend(on_text(schema, predicate, Some(on), "the index uses it"));
    }
    out.retain(|dependency| dependency.on != ObjectId::table(on.0, on.1));
    out
}
