//! What tables and what is said of them need.

use super::*;

/// Its parents with their columns and defaults, the type it is made of, what its partition key calls, its server.
pub fn dependencies(schema: &Schema, _: &ObjectId, of: &Table) -> Vec<Dependency> {
    let mut out = Vec::new();
    let parents = of.inherits.iter().chain(of.partition_of.iter().map(|of| &of.parent));
    for parent in parents.clone() {
        let columns = schema.parts(Kind::Column, &parent.schema, &parent.name);
        let handed_on = columns.filter(|(id, _)| matches!(id.facet, Facet::Itself | Facet::Default));
        out.extend(handed_on.map(|(id, _)| Dependency::hard(id.clone(), "it inherits the column")));
    }
    out.extend(
        parents
            .map(|name| Dependency::hard(ObjectId::table(&name.schema, &name.name), "it inherits from it")),
    );
    if let Some(of) = &of.of_type {
        let ty = ColumnType { schema: of.schema.clone(), name: of.name.clone(), ..ColumnType::default() };
        out.extend(on_type(schema, &ty, "it is a table of the type"));
    }
    for key in of.partition_by.iter().flat_map(|by| &by.key) {
        let named = on_text(schema, key, None, "the partition key uses it");
        let others = [Kind::Function, Kind::Collation, Kind::Type];
        out.extend(named.into_iter().filter(|dependency| others.contains(&dependency.on.kind)));
    }
    if let Some(foreign) = &of.foreign {
        out.push(Dependency::hard(ObjectId::new(Kind::Server, "", &foreign.server), "it lies on the server"));
    }
    out
}

/// The index that rows are told apart by.
pub fn replica_identity(schema: &Schema, id: &ObjectId, of: &str) -> Vec<Dependency> {
    of.strip_prefix("index ").map_or(Vec::new(), |index| on_index(schema, id, index))
}

/// An index of a table, or the constraint behind it.
pub fn on_index(_: &Schema, id: &ObjectId, index: &str) -> Vec<Dependency> {
    vec![
        Dependency::hard(ObjectId::new(Kind::Index, &id.schema, index), "it names the index"),
        Dependency::hard(
            ObjectId::part(Kind::Constraint, &id.schema, &id.name, index),
            "it names the constraint's index",
        ),
    ]
}
