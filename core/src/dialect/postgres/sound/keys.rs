//! Keys and indexes that cannot be, and foreign keys that point to what is no key.

use super::{Places, fault, reference_types, twice};
use crate::collections::{BTreeMap, BTreeSet};
use crate::diagnostic::Diagnostic;
use crate::model::{
    Constraint, ConstraintRule, ForeignKey, Index, IndexKey, Key, Kind, Object, ObjectId, Schema,
};

/// The columns of the unique indexes of each table.
type Unique<'a> = BTreeMap<(&'a str, &'a str), Vec<BTreeSet<&'a str>>>;

pub(super) fn faults(schema: &Schema, places: &Places<'_>) -> Vec<Diagnostic> {
    let unique = unique_indexes(schema);
    let mut out = Vec::new();
    let constraints = schema.objects.range(ObjectId::new(Kind::Constraint, "", "")..);
    for (id, object) in constraints.take_while(|(id, _)| id.kind == Kind::Constraint) {
        let Object::Constraint(Constraint { rule, inherited: false, .. }) = object else { continue };
        let message = match rule {
            ConstraintRule::Key(key) => of_key(schema, id, key),
            ConstraintRule::ForeignKey(key) => {
                of_foreign_key(schema, key, &unique).or_else(|| reference_types::fault(schema, id, key))
            }
            _ => None,
        };
        let Some((code, message)) = message else { continue };
        out.extend(places.of(id).map(|span| fault(code, message, span)));
    }
    out.extend(on_views(schema, places));
    out
}

fn of_key(schema: &Schema, id: &ObjectId, key: &Key) -> Option<(&'static str, String)> {
    if let Some(twice) = twice(&key.columns) {
        return Some(("invalid-key", format!("column \"{twice}\" stands twice in one key")));
    }
    let by = schema.table(&id.schema, &id.name)?.partition_by.as_ref()?;
    let column = |text: &str| schema.column(&id.schema, &id.name, text).is_some();
    let left_out = by.key.iter().find(|text| column(&text.text) && !key.columns.contains(&text.text))?;
    let message = format!(
        "a key of a partitioned table needs all columns that it is partitioned by: \"{}\"",
        left_out.text
    );
    Some(("invalid-key", message))
}

/// Indexes on views that hold no rows.
fn on_views(schema: &Schema, places: &Places<'_>) -> Vec<Diagnostic> {
    let indexes = schema.objects.range(ObjectId::new(Kind::Index, "", "")..);
    let indexes = indexes.take_while(|(id, _)| id.kind == Kind::Index);
    let faults = indexes.filter_map(|(id, object)| {
        let Object::Index(index) = object else { return None };
        let on = schema.relation(&id.schema, &index.table)?;
        match schema.get(&on) {
            Some(Object::View(view)) if !view.materialized => {
                let message = format!("{on} can have no index: only tables and materialized views hold rows");
                places.of(id).map(|span| fault("invalid-index", message, span))
            }
            _ => None,
        }
    });
    faults.collect()
}

fn of_foreign_key(schema: &Schema, key: &ForeignKey, unique: &Unique<'_>) -> Option<(&'static str, String)> {
    let (own, other) = (key.columns.len(), key.referenced.len());
    // What it points to is told as missing already.
    let table = schema.table(&key.table.schema, &key.table.name)?;
    if own != other && other > 0 {
        let message = format!("the foreign key has {own} of the {other} columns that it points to");
        return Some((
            "invalid-foreign-key",
            match own > other {
                true => format!("the foreign key has {own} columns and points to {other}"),
                false => message,
            },
        ));
    }
    // The keys of partitions come from their parents, which may be elsewhere.
    if table.partition_of.is_some() || table.foreign.is_some() || key.period || other == 0 {
        return None;
    }
    let wanted: BTreeSet<&str> = key.referenced.iter().map(String::as_str).collect();
    let by_key = schema.constraints(&key.table.schema, &key.table.name).any(|(_, of)| match &of.rule {
        ConstraintRule::Key(key) => {
            !of.deferrable && key.columns.iter().map(String::as_str).collect::<BTreeSet<_>>() == wanted
        }
        _ => false,
    });
    let on = (key.table.schema.as_str(), key.table.name.as_str());
    let by_index = unique.get(&on).is_some_and(|all| all.contains(&wanted));
    let message = format!(
        "the foreign key points to {}({}), which no primary key or unique constraint of that table is on",
        key.table.name,
        key.referenced.join(", ")
    );
    (!by_key && !by_index).then_some(("invalid-foreign-key", message))
}

fn unique_indexes(schema: &Schema) -> Unique<'_> {
    let mut out = Unique::new();
    let indexes = schema.objects.range(ObjectId::new(Kind::Index, "", "")..);
    for (id, object) in indexes.take_while(|(id, _)| id.kind == Kind::Index) {
        if let Object::Index(index) = object
            && let Some(columns) = unique_columns(index)
        {
            out.entry((&id.schema, &index.table)).or_default().push(columns);
        }
    }
    out
}

/// The columns of which an index lets no two rows have the same.
fn unique_columns(index: &Index) -> Option<BTreeSet<&str>> {
    if !index.unique || index.predicate.is_some() {
        return None;
    }
    let column = |key: &'_ IndexKey| matches!(key, IndexKey::Column(_));
    let plain = index.elements.iter().all(|element| column(&element.key));
    plain.then(|| {
        (index.elements.iter())
            .filter_map(|element| match &element.key {
                IndexKey::Column(name) => Some(name.as_str()),
                IndexKey::Expression(_) => None,
            })
            .collect()
    })
}
