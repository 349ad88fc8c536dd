//! Likely renames: something goes, and something alike comes. They are only told.

use crate::collections::BTreeMap;
use crate::diagnostic::{Diagnostic, Level};
use crate::model::{Column, Kind, Object, ObjectId, Schema};
use crate::pair::Pair;

/// One note for each likely rename of a table or column.
pub fn suggestions(pair: Pair<&Schema>) -> Vec<Diagnostic> {
    let only = |a: &Schema, b: &Schema, kind: Kind| -> Vec<ObjectId> {
        (a.objects.keys())
            .filter(|id| id.kind == kind && id.facet.is_itself() && !b.contains(id))
            .cloned()
            .collect()
    };
    let mut out = Vec::new();
    for (old, new) in tables(pair, &only) {
        out.push(note(&old, &new));
    }
    for (old, new) in columns(pair, &only) {
        out.push(note(&old, &new));
    }
    out
}

type Only<'a> = &'a dyn Fn(&Schema, &Schema, Kind) -> Vec<ObjectId>;

/// Tables with the very same columns, or in another schema under the same name.
fn tables(pair: Pair<&Schema>, only: Only<'_>) -> Vec<(ObjectId, ObjectId)> {
    let shape = |schema: &Schema, id: &ObjectId| -> Vec<(String, String)> {
        let mut columns: Vec<_> = (schema.columns(&id.schema, &id.name).iter())
            .map(|(name, column)| ((*name).to_owned(), column.ty.to_string()))
            .collect();
        columns.sort();
        columns
    };
    let mut by_shape: BTreeMap<Vec<(String, String)>, Vec<ObjectId>> = BTreeMap::new();
    let mut by_name: BTreeMap<String, Vec<ObjectId>> = BTreeMap::new();
    for id in only(pair.desired, pair.current, Kind::Table) {
        by_name.entry(id.name.clone()).or_default().push(id.clone());
        by_shape.entry(shape(pair.desired, &id)).or_default().push(id);
    }
    let mut out = Vec::new();
    for old in only(pair.current, pair.desired, Kind::Table) {
        let columns = shape(pair.current, &old);
        let alike = by_shape.get(&columns).filter(|_| !columns.is_empty());
        if let Some([new]) = alike.or_else(|| by_name.get(&old.name)).map(Vec::as_slice) {
            out.push((old, new.clone()));
        }
    }
    out
}

/// The one column of its type that goes from a table, where one of that type comes.
fn columns(pair: Pair<&Schema>, only: Only<'_>) -> Vec<(ObjectId, ObjectId)> {
    type Key = (String, String, String);
    let group = |ids: Vec<ObjectId>, schema: &Schema, other: &Schema| {
        let mut out: BTreeMap<Key, Vec<ObjectId>> = BTreeMap::new();
        for id in ids {
            if !other.contains(&ObjectId::table(&id.schema, &id.name)) {
                continue;
            }
            if let Some(Object::Column(Column { ty, generated: None, .. })) = schema.get(&id) {
                out.entry((id.schema.clone(), id.name.clone(), ty.to_string())).or_default().push(id);
            }
        }
        out
    };
    let old = group(only(pair.current, pair.desired, Kind::Column), pair.current, pair.desired);
    let new = group(only(pair.desired, pair.current, Kind::Column), pair.desired, pair.current);
    (old.into_iter())
        .filter_map(|(key, old)| match (old.as_slice(), new.get(&key).map(Vec::as_slice)) {
            ([old], Some([new])) => Some((old.clone(), new.clone())),
            _ => None,
        })
        .collect()
}

fn note(old: &ObjectId, new: &ObjectId) -> Diagnostic {
    let full = |id: &ObjectId| {
        let schema = if id.schema == "public" { String::new() } else { format!("{}.", id.schema) };
        let part = if id.part.is_empty() { String::new() } else { format!(".{}", id.part) };
        format!("{schema}{}{part}", id.name)
    };
    let to = if new.is_part() { new.part.clone() } else { full(new) };
    Diagnostic {
        level: Level::Note,
        code: "rename-suggested".into(),
        message: format!("{old} goes and {new} comes: perhaps a rename"),
        span: None,
        also: None,
        help: Some(format!(
            "if it is one, say --rename {}={to}, or write -- @renamed from={} above it",
            full(old),
            if old.is_part() { old.part.clone() } else { full(old) }
        )),
    }
}
