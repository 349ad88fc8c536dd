//! What constraints need.

use super::*;

/// Its columns, what its expression names, and for a foreign key the key on the other side.
pub fn dependencies(schema: &Schema, id: &ObjectId, of: &Constraint) -> Vec<Dependency> {
    let columns = |names: &[String]| -> Vec<Dependency> {
        let column = |name: &String| ObjectId::column(&id.schema, &id.name, name);
        names.iter().map(|name| Dependency::hard(column(name), "it stands on the column")).collect()
    };
    match &of.rule {
        ConstraintRule::Key(key) => {
            let mut out = columns(&key.columns);
            out.extend(columns(&key.include));
            out
        }
        ConstraintRule::ForeignKey(key) => {
            let mut out = columns(&key.columns);
            out.extend(referenced(schema, id, key));
            out
        }
        ConstraintRule::Check { expression, .. } => {
            let mut out = on_text(schema, expression, Some((&id.schema, &id.name)), "the condition uses it");
            out.retain(|dependency| dependency.on != ObjectId::table(&id.schema, &id.name));
            out
        }
        ConstraintRule::Exclude(exclude) => {
            super::index::elements(schema, (&id.schema, &id.name), &exclude.index)
        }
    }
}

/// The other table, its columns, and the key or unique index on them.
fn referenced(schema: &Schema, id: &ObjectId, key: &ForeignKey) -> Vec<Dependency> {
    let (namespace, table) = (&key.table.schema, &key.table.name);
    let mut out = Vec::new();
    if (namespace, table) != (&id.schema, &id.name) {
        out.push(Dependency::hard(ObjectId::table(namespace, table), "it refers to the table"));
    }
    for column in &key.referenced {
        out.push(Dependency::hard(ObjectId::column(namespace, table, column), "it refers to the column"));
    }
    let same = |columns: &[String]| {
        columns.len() == key.referenced.len() && columns.iter().all(|column| key.referenced.contains(column))
    };
    let mut keys: Vec<_> = (schema.constraints(namespace, table))
        .filter_map(|(name, constraint)| match &constraint.rule {
            ConstraintRule::Key(other) if same(&other.columns) => Some((other.primary, name)),
            _ => None,
        })
        .collect();
    // Where several would do, PostgreSQL takes the primary key.
    keys.sort_by_key(|(primary, name)| (!primary, *name));
    if let Some((_, name)) = keys.first() {
        let id = ObjectId::part(Kind::Constraint, namespace, table, *name);
        out.push(Dependency::hard(id, "it refers to the key"));
    }
    out
}
