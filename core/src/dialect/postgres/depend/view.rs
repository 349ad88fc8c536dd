//! What views need.

use super::*;

/// Everything its query names, and the keys that its groups may rest on.
pub fn dependencies(schema: &Schema, id: &ObjectId, of: &View) -> Vec<Dependency> {
    let mut out = on_text(schema, &of.query, None, "the view reads it");
    out.retain(|dependency| dependency.on != *id);
    out.extend(grouping_keys(schema, &of.query, &out));
    out
}

/// Where rows are grouped by a primary key, all columns of its table may be named bare: then the query leans on the key.
pub fn grouping_keys(schema: &Schema, query: &SqlText, named: &[Dependency]) -> Vec<Dependency> {
    if !mention::words(&query.text).contains("group") {
        return Vec::new();
    }
    let names = |table: &ObjectId, column: &String| {
        let column = ObjectId::column(&table.schema, &table.name, column);
        named.iter().any(|dependency| dependency.on == column)
    };
    let tables = named.iter().map(|dependency| &dependency.on).filter(|on| on.kind == Kind::Table);
    tables
        .flat_map(|table| {
            let keys = schema.constraints(&table.schema, &table.name).filter(|(_, of)| match &of.rule {
                ConstraintRule::Key(key) => {
                    key.primary && key.columns.iter().all(|column| names(table, column))
                }
                _ => false,
            });
            keys.map(|(name, _)| ObjectId::part(Kind::Constraint, &table.schema, &table.name, name))
        })
        .map(|key| Dependency::hard(key, "the rows are grouped by the key"))
        .collect()
}
