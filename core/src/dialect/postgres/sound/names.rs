//! Two things of one name, where there can be only one: objects, labels of an enum.

use super::{Places, fault, twice};
use crate::collections::BTreeMap;
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::taken;
use crate::model::{Object, ObjectId, Schema};

pub(super) fn faults(schema: &Schema, places: &Places<'_>) -> Vec<Diagnostic> {
    let mut first: BTreeMap<String, &ObjectId> = BTreeMap::new();
    let mut out = Vec::new();
    for (id, object) in &schema.objects {
        if let Object::Enum(of) = object
            && let Some(label) = twice(&of.labels)
        {
            let message = format!("{id} has the label '{label}' twice");
            out.extend(places.of(id).map(|span| fault("duplicate-object", message, span)));
        }
        if matches!(object, Object::Constraint(of) if of.inherited) {
            continue;
        }
        let names = taken::names(id, object);
        if let Some((name, other)) = names.iter().find_map(|name| first.get(name).map(|other| (name, *other)))
        {
            out.extend(clash(name, [other, id], places));
        }
        for name in names {
            first.entry(name).or_insert(id);
        }
    }
    out.sort_by_key(|diagnostic| diagnostic.span);
    out.dedup_by_key(|diagnostic| diagnostic.span);
    out
}

/// Two objects with one name, told where the later one stands.
fn clash(name: &str, ids: [&ObjectId; 2], places: &Places<'_>) -> Option<Diagnostic> {
    let mut placed = [(places.of(ids[0])?, ids[0]), (places.of(ids[1])?, ids[1])];
    placed.sort();
    let [(first, one), (span, other)] = placed;
    let message = match name.split(' ').next() {
        Some("primary") => format!("{other} is a second primary key of its table, which has {one}"),
        Some("type") => format!("{other} has the name of {one}, whose rows are a type of that name"),
        _ => format!("{other} has the name of {one}: relations of a schema share one space of names"),
    };
    Some(Diagnostic { also: Some(first), ..fault("duplicate-object", message, span) })
}
