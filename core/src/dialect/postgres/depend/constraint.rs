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
            let mut out = super::index::elements(schema, (&id.schema, &id.name), &exclude.index);
            for operator in &exclude.operators {
                let text = SqlText { text: operator.clone(), ..SqlText::default() };
                out.extend(on_text(schema, &text, None, "rows are compared by it"));
            }
            out
        }
    }
}

/// The other table, its columns, and the keys on them: which of several PostgreSQL takes hangs on which is the oldest.
/// Where no key does, it is a unique index.
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
    let keys = out.len();
    for (name, constraint) in schema.constraints(namespace, table) {
        if matches!(&constraint.rule, ConstraintRule::Key(other) if same(&other.columns)) {
            let id = ObjectId::part(Kind::Constraint, namespace, table, name);
            out.push(Dependency::hard(id, "it refers to the key"));
        }
    }
    if out.len() == keys {
        let indexes = unique_indexes(schema, namespace, table).filter(|(_, columns)| same(columns));
        out.extend(indexes.map(|(id, _)| Dependency::hard(id.clone(), "it refers to the unique index")));
    }
    out
}

/// The unique indexes of a table that a foreign key may refer to, and their columns.
fn unique_indexes<'s>(
    schema: &'s Schema,
    namespace: &'s str,
    table: &'s str,
) -> impl Iterator<Item = (&'s ObjectId, Vec<String>)> {
    let first = ObjectId::new(Kind::Index, namespace, "");
    let plain = |element: &IndexElement| match &element.key {
        IndexKey::Column(column) => Some(column.clone()),
        IndexKey::Expression(_) => None,
    };
    (schema.objects.range(first..))
        .take_while(move |(id, _)| id.kind == Kind::Index && id.schema == namespace)
        .filter_map(move |(id, object)| match object {
            Object::Index(of) if of.table == table && of.unique && of.predicate.is_none() => {
                Some((id, of.elements.iter().map(plain).collect::<Option<_>>()?))
            }
            _ => None,
        })
}
